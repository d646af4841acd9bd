"""Sentences of a Doc: set as spaCy's sentence starts, and as spans for the contract."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import raw_text

__all__ = ["sentence_spans", "set_sentences"]

# Nothing to go back to anywhere: the standard engine needs no timeout here.
_SENTENCE = re.compile(r"[^。！？!?\n]*+ (?: \n | [。！？!?]++ [”’」』）)》]*+ \n? | \Z )", re.VERBOSE)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    r"""Cut text into sentences: at 。！？ with the closing marks behind them, and at line ends.

    Returns:
        [start, end) of each, without the line end; blank ones left out.

    >>> sentence_spans("他说：“好。”会议结束\n第二段")
    [(0, 7), (7, 11), (12, 15)]
    """
    spans = []
    for hit in _SENTENCE.finditer(text):
        start, end = hit.span()
        while end > start and text[end - 1] == "\n":
            end -= 1
        if end > start:
            spans.append((start, end))
    return spans


@Language.component("newsextract_sentences", assigns=["token.is_sent_start"])
def set_sentences(doc: Doc) -> Doc:
    """Set the sentence starts of a Doc."""
    # All at once: to set one token's start, spaCy looks through the whole Doc for a parse.
    starts: Any = np.zeros((len(doc), 1), dtype="uint64")
    starts[[start for start, _ in sentence_spans(raw_text(doc))]] = 1
    return doc.from_array(["SENT_START"], starts) if len(doc) else doc
