"""A sentence as indicator statements see it: its figures in order, and the text around each."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from newsextract.doc import SPANS, Zone, mentions_of, norm_text, zones_of
from newsextract.recognize.patterns import Pattern
from newsextract.sentences import sentence_spans

__all__ = ["HEADINGS", "Figure", "Statement", "statements"]

#: Roles of blocks that say what the text below them is about.
HEADINGS = ("headline", "kicker", "subhead", "crosshead", "section")
FIGURES = ("MONEY", "QUANTITY", "PERCENT")
#: Where a figure's own words end on its left, and where what it counts ends on its right.
_EDGE = Pattern("edge of a phrase", r"[，。；：、,;:！？!?\n（(]")


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
    _value: dict[str, Any] | None = field(default=None, init=False, repr=False)

    @property
    def value(self) -> dict[str, Any]:
        """The mention's normalised value."""
        if self._value is None:
            self._value = dict(self.span._.value or {})
        return self._value

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


def statements(doc: Doc) -> tuple[Statement, ...]:
    """Cut a Doc into sentences and give each its mentions, those without figures included."""
    group = doc.spans.get(SPANS)
    return _statements(doc, group, len(group)) if group is not None else ()


@functools.lru_cache(maxsize=1)
def _statements(doc: Doc, group: SpanGroup, size: int) -> tuple[Statement, ...]:
    # The kinds of facts read the same sentences one after the other.
    return tuple(_cut(doc))


def _cut(doc: Doc) -> Iterator[Statement]:
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
            labels = [m.label_ for m in inside]
            statement.others = [m for m, label in zip(inside, labels, strict=True) if label not in FIGURES]
            figures = [m for m, label in zip(inside, labels, strict=True) if label in FIGURES]
            if figures:
                statement.figures = list(_figures(text, start, end, figures, inside))
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


def _figures(text: str, start: int, end: int, figures: list[Span], inside: list[Span]) -> Iterator[Figure]:
    # An edge inside a mention (a title, a name with brackets) is no edge.
    covered = [(m.start, m.end) for m in inside]
    edges = sorted(
        {hit.start() for hit in _EDGE.finditer(text, start, end)} - {i for s, e in covered for i in range(s, e)}
    )
    clauses = [i for i in edges if text[i] not in "、（("]

    def behind_last(places: list[int], floor: int, end: int) -> int:
        n = bisect_left(places, end)
        return places[n - 1] + 1 if n and places[n - 1] >= floor else floor

    def first(places: list[int], start: int, ceiling: int) -> int:
        n = bisect_left(places, start)
        return places[n] if n < len(places) and places[n] < ceiling else ceiling

    for n, span in enumerate(figures):
        floor = figures[n - 1].end if n else start
        ceiling = figures[n + 1].start if n + 1 < len(figures) else end
        left_end = span.start
        opening = text.rfind("（", floor, span.start) if text[span.start - 1 : span.start] == "）" else -1
        if opening > floor:
            # 地区生产总值（GDP）1228亿元: the remark stands between the noun and its figure.
            left_end = opening
        left = behind_last(edges, floor, left_end)
        right = first(edges, span.end, ceiling)
        yield Figure(
            span,
            left_start=left,
            left_end=left_end,
            right_end=right,
            clause_start=behind_last(clauses, floor, left_end),
            clause_end=first(clauses, span.end, ceiling),
            left=text[left:left_end],
            right=text[span.end : right],
        )
