"""Money that moves between parties."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_deals")
def deals(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
