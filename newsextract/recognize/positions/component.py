"""Roles of named holders."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_positions")
def positions(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
