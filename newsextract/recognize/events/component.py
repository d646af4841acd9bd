"""Named meetings, contests, fairs, campaign days."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_events")
def events(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
