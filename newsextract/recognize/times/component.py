"""Dates, periods, durations, times of day."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsextract_times")
def times(doc: Doc) -> Doc:
    """Not built yet."""
    return doc
