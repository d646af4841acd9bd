"""The recogniser of money, percentages, quantities and ordinals."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import norm_text, propose, raw_text
from newsextract.recognize.figures.reader import find_figures

_BY = "figures"


@Language.component("newsextract_figures")
def figures(doc: Doc) -> Doc:
    """Propose MONEY, PERCENT, QUANTITY and ORDINAL mentions."""
    for found in find_figures(norm_text(doc), raw_text(doc)):
        confidence = 0.8 if found.value.get("repaired") or "table" in found.evidence else 0.95
        propose(
            doc,
            found.start,
            found.end,
            found.label,
            found.value,
            by=_BY,
            confidence=confidence,
            evidence=found.evidence,
        )
    return doc
