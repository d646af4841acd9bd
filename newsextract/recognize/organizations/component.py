"""Named bodies."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_organizations")
def organizations(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
