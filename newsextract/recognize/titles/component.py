"""Policies, works and the numbers of documents."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_titles")
def titles(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
