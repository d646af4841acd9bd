"""Named products, platforms, programmes, projects."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_products")
def products(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
