"""Figures of running text → indicator facts."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import frame_of, norm_text
from newsextract.facts.indicators.context import Context
from newsextract.facts.indicators.judgement import change_of, is_term, lead_name, modifier_of, ranks_of
from newsextract.facts.indicators.naming import counted_noun, measured_noun, tokens_of
from newsextract.facts.indicators.statement import Figure, Statement, statements
from newsextract.facts.indicators.words import tail_of

__all__ = ["indicators"]

#: Blocks that state things; headings say them again.
_STATING = ("body",)
Name = tuple[str, int, int]


@Language.component("newsextract_indicators")
def indicators(doc: Doc) -> Doc:
    """Append the indicator facts of a Doc to ``doc._.facts``."""
    facts: list[dict[str, Any]] = []
    context = Context(doc)
    said: set[tuple[Any, ...]] = set()
    article = -1
    repeated = set(frame_of(doc)["duplicates"])
    for statement in statements(doc):
        context.enter(statement)
        if statement.article != article:
            article, said = statement.article, set()
        if statement.role in _STATING and article not in repeated and (statement.figures or statement.others):
            for fact in _Reader(statement, context).read():
                key = (fact["indicator"], fact["value"], fact["unit"], str(fact["change"]), fact["start"])
                if key not in said:
                    said.add(key)
                    facts.append(fact)
    doc._.facts = [*(doc._.facts or []), *facts]
    return doc


class _Reader:
    """Reads one sentence, its figures from left to right."""

    def __init__(self, statement: Statement, context: Context) -> None:
        self.statement, self.context = statement, context
        self.text = norm_text(statement.doc)
        self.facts: list[dict[str, Any]] = []
        self.last_name: Name | None = None
        #: The run of facts that a list of figures made, for 分别增长… to pair with.
        self.run: list[dict[str, Any]] = []
        self.changes: list[dict[str, Any]] = []

    def read(self) -> list[dict[str, Any]]:
        figures = self.statement.figures
        for n, figure in enumerate(figures):
            before = figures[n - 1] if n else None
            after = figures[n + 1] if n + 1 < len(figures) else None
            self._figure(figure, before, after)
        for rank in ranks_of(self.statement):
            self._rank(rank)
        return self.facts

    def _continues(self, figure: Figure, before: Figure | None) -> bool:
        """Whether a figure goes on a list of figures: 18.4%、14%和23.5%."""
        return before is not None and self.text[before.span.end : figure.span.start] in (
            "、", "和", "及", "与", "以及", "，", ",", "、约", "和约", "左右和", "以上、",
        )  # fmt: skip

    def _figure(self, figure: Figure, before: Figure | None, after: Figure | None) -> None:
        if modifier_of(figure, after, self.text):
            return
        listed = self._continues(figure, before)
        change = change_of(figure)
        if change is None and listed and self.changes:
            change = str(self.changes[-1]["kind"])
        if change is not None:
            self._change(figure, change, listed)
            return
        self.changes = []
        if is_term(self.statement, figure):
            return
        name = self.last_name if listed and not figure.right.strip() and self.last_name else self._name(figure, before)
        if name is None:
            return
        fact = self._fact(figure, name)
        self.run = [*self.run, fact] if listed else [fact]
        self.last_name = name
        self.facts.append(fact)

    def _change(self, figure: Figure, kind: str, listed: bool) -> None:
        change = {"kind": kind, "value": figure.value.get("low"), "unit": figure.unit}
        self.changes = [*self.changes, change] if listed else [change]
        at = len(self.changes) - 1
        head_end = figure.left_start + figure.left.rindex(kind) if kind in figure.left else figure.left_start
        name = None if listed else self._measured(figure.left_start, head_end)
        if name is not None and name[0] in _RATES:
            return
        if name is None and len(self.run) > at and self.run[at]["change"] is None:
            self._add(self.run[at], "change", change, figure)
        elif name is None and self.facts and self.facts[-1]["change"] is None and not listed:
            self._add(self.facts[-1], "change", change, figure)
        elif name is not None:
            fact = self._fact(figure, name)
            fact.update(value=None, high=None, unit=None, bound=fact["bound"], change=change)
            self.run = [fact]
            self.facts.append(fact)

    def _rank(self, rank: dict[str, Any]) -> None:
        earlier = [f for f in self.facts if f["spans"]["value"][0][0] < rank["at"][0]]
        value = {k: rank[k] for k in ("scope", "value", "text") if k != "text" or rank[k]}
        if earlier and self.text[earlier[-1]["spans"]["value"][0][1] : rank["at"][0]].count("，") <= 2:
            earlier[-1]["rank"] = value
            earlier[-1]["spans"]["rank"] = [rank["at"]]

    @staticmethod
    def _add(fact: dict[str, Any], field: str, value: Any, figure: Figure) -> None:
        place = [figure.span.start, figure.span.end]
        fact[field] = value
        fact["spans"][field] = [place]
        fact["evidence"].append(place)

    def _name(self, figure: Figure, before: Figure | None) -> Name | None:
        led = lead_name(figure)
        if led:
            return led
        others = self.statement.others
        if figure.span.label_ == "QUANTITY":
            counted = counted_noun(tokens_of(self.statement.doc, figure.span.end, figure.clause_end, others))
            if counted:
                return counted
        start = figure.left_start
        if before is not None and modifier_of(before, figure, self.text):
            # 过10亿元项目3个: the amount belongs to what is counted.
            start = before.span.start - (self.text[before.span.start - 1] in "过超")
            return self.text[start : figure.span.start], start, figure.span.start
        measured = self._measured(start, figure.span.start)
        if measured:
            return measured
        return counted_noun(tokens_of(self.statement.doc, figure.span.end, figure.clause_end, others))

    def _measured(self, start: int, end: int) -> Name | None:
        linked = tail_of("link").search(self.text, start, end)
        stop = linked.start() if linked else end
        return measured_noun(tokens_of(self.statement.doc, start, stop, self.statement.others))

    def _fact(self, figure: Figure, name: Name) -> dict[str, Any]:
        value = figure.value
        subject, subject_span = self.context.subject_of(self.statement, figure)
        start, end, period_span = self.context.period_of(self.statement, figure)
        low, high = value.get("low"), value.get("high")
        place = [figure.span.start, figure.span.end]
        spans: dict[str, list[list[int]]] = {"value": [place], "indicator": [[name[1], name[2]]]}
        if subject_span:
            spans["subject"] = [subject_span]
        if period_span:
            spans["period"] = [period_span]
        return {
            "kind": "indicator",
            "subject": subject,
            "indicator": name[0],
            "value": low,
            "high": high if high != low else None,
            "terms": value.get("terms"),
            "unit": figure.unit,
            "bound": value.get("bound", "exact"),
            "start": start,
            "end": end,
            "change": None,
            "rank": None,
            "spans": spans,
            "evidence": [place],
        }


#: What changes are said of that is itself a change: 增速提高0.9个百分点.
_RATES = frozenset({"增速", "增幅", "降幅", "涨幅", "跌幅", "比重增速"})
