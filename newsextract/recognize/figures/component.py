"""Money, percentages, quantities and ordinals."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_figures")
def figures(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
