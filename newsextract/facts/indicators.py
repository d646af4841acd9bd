"""Measured statements."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_indicators")
def indicators(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
