"""Divisions, regions, streets, zones, stations, venues."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_places")
def places(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
