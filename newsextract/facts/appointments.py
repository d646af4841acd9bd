"""Who holds which post."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_appointments")
def appointments(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
