"""Figures of running text → indicator facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import frame_of, norm_text, raw_text
from newsextract.facts.context import Context
from newsextract.facts.indicators.reader import read_statement
from newsextract.facts.indicators.tables import rows_of
from newsextract.facts.statement import Statement, statements

__all__ = ["indicators"]

#: Blocks that state things; headings say them again, captions say what is seen.
_STATING = ("body",)


@Language.component("newsextract_indicators")
def indicators(doc: Doc) -> Doc:
    """Append the indicator facts of a Doc to ``doc._.facts``; what an article says twice is one fact."""
    facts: list[dict[str, Any]] = []
    told = statements(doc)
    context = Context(doc, told)
    said: set[tuple[Any, ...]] = set()
    article = -1
    repeated = set(frame_of(doc)["duplicates"])
    for statement in told:
        context.enter(statement)
        if statement.article != article:
            article, said = statement.article, set()
        if statement.role not in _STATING or article in repeated:
            continue
        for fact in [*read_statement(statement, context), *_table_after(statement, context)]:
            key = (
                fact["indicator"],
                fact["value"],
                fact["unit"],
                str(fact["terms"]),
                str(fact["change"]),
                fact["start"],
            )
            if key not in said:
                said.add(key)
                facts.append(fact)
    doc._.facts = [*(doc._.facts or []), *facts]
    return doc


def _table_after(statement: Statement, context: Context) -> Iterator[dict[str, Any]]:
    """Read the rows of a table when its head has been reached: a head is a sentence of its own, a line."""
    if "单位" not in statement.text:
        return
    text = norm_text(statement.doc)
    end = statement.paragraph_end
    for row in rows_of(text[statement.start : end]):
        places = [[s + statement.start, e + statement.start] for s, e in (row.name_at, row.value_at)]
        spans = {"indicator": [places[0]], "value": [places[1]]}
        start, until, _ = context.heading()
        change = None
        if row.change is not None and row.change_at is not None:
            change = {"kind": "同比增长" if "同比" in statement.text else "增长", "value": row.change, "unit": "%"}
            spans["change"] = [[row.change_at[0] + statement.start, row.change_at[1] + statement.start]]
        subject = context.subject or context.region_subject()
        yield {
            "kind": "indicator",
            "subject": subject[0] if subject else None,
            "indicator": raw_text(statement.doc)[places[0][0] : places[0][1]],
            "value": row.value,
            "high": None,
            "terms": None,
            "unit": row.unit,
            "bound": "exact",
            "start": start,
            "end": until,
            "change": change,
            "rank": None,
            "spans": spans,
            "evidence": [],
        }
