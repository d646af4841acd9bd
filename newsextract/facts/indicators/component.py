"""Figures of running text → indicator facts."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import frame_of
from newsextract.facts.indicators.context import Context
from newsextract.facts.indicators.reader import read_statement
from newsextract.facts.indicators.statement import statements

__all__ = ["indicators"]

#: Blocks that state things; headings say them again, captions say what is seen.
_STATING = ("body",)


@Language.component("newsextract_indicators")
def indicators(doc: Doc) -> Doc:
    """Append the indicator facts of a Doc to ``doc._.facts``; what an article says twice is one fact."""
    facts: list[dict[str, Any]] = []
    context = Context(doc)
    said: set[tuple[Any, ...]] = set()
    article = -1
    repeated = set(frame_of(doc)["duplicates"])
    for statement in statements(doc):
        context.enter(statement)
        if statement.article != article:
            article, said = statement.article, set()
        if statement.role not in _STATING or article in repeated:
            continue
        for fact in read_statement(statement, context):
            key = (fact["indicator"], fact["value"], fact["unit"], str(fact["change"]), fact["start"])
            if key not in said:
                said.add(key)
                facts.append(fact)
    doc._.facts = [*(doc._.facts or []), *facts]
    return doc
