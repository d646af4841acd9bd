"""Which bodies answer for which task."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_assignments")
def assignments(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
