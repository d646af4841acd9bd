"""A sentence as indicator statements see it: its figures in order, and the text around each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span

from newsextract.doc import Zone, mentions_of, norm_text, zones_of
from newsextract.sentences import sentence_spans

__all__ = ["Figure", "Statement", "statements"]

FIGURES = ("MONEY", "QUANTITY", "PERCENT")
#: Where a figure's own words end on its left, and where what it counts ends on its right.
LEFT_EDGES = "，。；：、,;:！？!?\n（("
RIGHT_EDGES = "，。；：、,;:！？!?\n（("


@dataclass(slots=True)
class Figure:
    """A figure of a sentence.

    Args:
        span: the settled mention.
        left_start: begin of the text that belongs to it on its left: behind the last edge (，、（…) or figure.
        left_end: end of that text: the figure, or a bracketed remark before it.
        right_end: end of the text that belongs to it on its right.
        clause_start: begin of its clause (behind a comma, a stop or the figure before), list marks (、) passed over.
        clause_end: end of its clause (a comma, a stop or the next figure), list marks passed over.
        left: the text from ``left_start`` to ``left_end``.
        right: the text behind it up to ``right_end``.
    """

    span: Span
    left_start: int
    left_end: int
    right_end: int
    clause_start: int
    clause_end: int
    left: str
    right: str

    @property
    def value(self) -> dict[str, Any]:
        """The mention's normalised value."""
        return dict(self.span._.value or {})

    @property
    def unit(self) -> str | None:
        """Unit as indicators give it: 元 for CNY, the name of the currency else, %, pp, or the measure word."""
        value = self.value
        if self.span.label_ == "MONEY":
            return CURRENCY_UNITS.get(str(value["currency"]), str(value["currency"]))
        unit = value.get("unit")
        return str(unit) if unit is not None else None


#: How a currency is called as a unit.
CURRENCY_UNITS = {
    "CNY": "元", "USD": "美元", "EUR": "欧元", "HKD": "港元", "JPY": "日元", "GBP": "英镑", "CAD": "加元", "AUD": "澳元",
    "KRW": "韩元", "RUB": "卢布", "SGD": "新加坡元", "CHF": "瑞士法郎", "TWD": "新台币", "MOP": "澳门元", "THB": "泰铢",
}  # fmt: skip


@dataclass(slots=True)
class Statement:
    """A sentence with figures.

    Args:
        doc: its Doc.
        start: first character.
        end: behind its last.
        article: index of its article.
        role: role of its block.
        block: number of its paragraph (a block and those that join it).
        paragraph_start: begin of that paragraph.
        paragraph_end: its end.
        figures: its figures in order.
        others: its other mentions in order.
    """

    doc: Doc
    start: int
    end: int
    article: int
    role: str
    block: int
    paragraph_start: int
    paragraph_end: int
    figures: list[Figure] = field(default_factory=list)
    others: list[Span] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, folded for matching."""
        return norm_text(self.doc)[self.start : self.end]


def statements(doc: Doc) -> Iterator[Statement]:
    """Cut a Doc into sentences and give each its mentions, those without figures included."""
    spans = list(mentions_of(doc))
    text = norm_text(doc)
    at = 0
    for block, (first, last) in enumerate(_paragraphs(doc)):
        if first.article < 0:
            continue
        for s, e in sentence_spans(text[first.start : last.end]):
            start, end = s + first.start, e + first.start
            while at < len(spans) and spans[at].start < start:
                at += 1
            inside = []
            while at < len(spans) and spans[at].start < end:
                inside.append(spans[at])
                at += 1
            statement = Statement(doc, start, end, first.article, first.role, block, first.start, last.end)
            statement.figures = list(_figures(text, start, end, inside))
            statement.others = [m for m in inside if m.label_ not in FIGURES]
            yield statement


def _paragraphs(doc: Doc) -> Iterator[tuple[Zone, Zone]]:
    """Yield the first and the last zone of each paragraph: a block and those that join it."""
    first = last = None
    for zone in zones_of(doc):
        if first is not None and last is not None and not (zone.joins and zone.article == first.article):
            yield first, last
            first = None
        first, last = first or zone, zone
    if first is not None and last is not None:
        yield first, last


def _figures(text: str, start: int, end: int, inside: Iterable[Span]) -> Iterator[Figure]:
    figures = [m for m in inside if m.label_ in FIGURES]
    # An edge inside a mention (a title, a name with brackets) is no edge.
    covered = [(m.start, m.end) for m in inside]
    edges = {i for i in range(start, end) if text[i] in LEFT_EDGES} - {i for s, e in covered for i in range(s, e)}
    for n, span in enumerate(figures):
        floor = figures[n - 1].end if n else start
        ceiling = figures[n + 1].start if n + 1 < len(figures) else end
        left_end = span.start
        opening = text.rfind("（", floor, span.start) if text[span.start - 1 : span.start] == "）" else -1
        if opening > floor:
            # 地区生产总值（GDP）1228亿元: the remark stands between the noun and its figure.
            left_end = opening
        left = max((i + 1 for i in edges if floor <= i < left_end), default=floor)
        right = min((i for i in edges if span.end <= i < ceiling), default=ceiling)
        clause = [i for i in edges if text[i] not in "、（("]
        yield Figure(
            span,
            left_start=left,
            left_end=left_end,
            right_end=right,
            clause_start=max((i + 1 for i in clause if floor <= i < left_end), default=floor),
            clause_end=min((i for i in clause if span.end <= i < ceiling), default=ceiling),
            left=text[left:left_end],
            right=text[span.end : right],
        )
