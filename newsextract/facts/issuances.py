"""Who issued which document."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_issuances")
def issuances(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
