"""Where competing readings are settled: by stated precedence and length, never by call order."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsextract.doc import SPANS, Candidate, candidates, carry
from newsextract.recognize.user.component import vetted

__all__ = ["PRECEDENCE", "resolve", "settle"]

#: Who wins where two readings are of one length, the first before the later ones.
PRECEDENCE = (
    "DOC_NUMBER", "POLICY", "WORK", "MONEY", "PERCENT", "TIME", "ORDINAL", "QUANTITY",
    "EVENT", "PRODUCT", "ORG", "PERSON", "PLACE", "POSITION",
)  # fmt: skip
_RANK = {label: n for n, label in enumerate(PRECEDENCE)}


def _strength(c: Candidate) -> tuple[int, int, float, int]:
    return (c["start"] - c["end"], _RANK[c["label"]], -c["confidence"], c["start"])


def settle(proposed: list[Candidate]) -> list[Candidate]:
    """Choose among overlapping candidates: the longest, then by ``PRECEDENCE``, then by confidence.

    Args:
        proposed: candidates in any order.

    Returns:
        those that stand, in the order of the text, no two overlapping.
    """
    taken: set[int] = set()
    kept: list[Candidate] = []
    for c in sorted(proposed, key=_strength):
        cells = range(c["start"], c["end"])
        if c["start"] < c["end"] and taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(c)
    return sorted(kept, key=lambda c: c["start"])


@Language.component("newsextract_resolve", assigns=["doc.spans", "doc.ents"])
def resolve(doc: Doc) -> Doc:
    """Settle the candidates and set them as spans with values; ``doc.ents`` gets the same ones."""
    spans = []
    for c in settle(vetted(doc)):
        span = Span(doc, c["start"], c["end"], label=c["label"])
        for name in ("value", "confidence", "evidence"):
            carry(doc, c["start"], c["end"], name, c[name])
        spans.append(span)
    candidates(doc).clear()
    doc.spans[SPANS] = spans
    doc.set_ents(spans)
    return doc
