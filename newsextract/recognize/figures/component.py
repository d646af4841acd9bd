"""The recogniser of money, percentages, quantities and ordinals."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import norm_text, propose, raw_text, zones_of
from newsextract.recognize.figures.reader import find_figures

_BY = "figures"


@Language.component("newsextract_figures")
def figures(doc: Doc) -> Doc:
    """Propose MONEY, PERCENT, QUANTITY and ORDINAL mentions."""
    # The number that a masthead begins with is the page's: 06 环球, 2版.
    mastheads = {zone.start: zone.end for zone in zones_of(doc) if zone.role == "furniture"}
    for found in find_figures(norm_text(doc), raw_text(doc)):
        if found.label == "QUANTITY" and (
            found.start in mastheads or (found.value.get("unit") == "版" and _in(mastheads, found.start))
        ):
            continue
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


def _in(mastheads: dict[int, int], at: int) -> bool:
    return any(start <= at < end for start, end in mastheads.items())
