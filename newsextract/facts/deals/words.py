"""The words of deals, read from the lexicon once a process."""

from __future__ import annotations

import functools

from newsextract.lexicon import read_rows

__all__ = ["KINDS", "deal_words", "ends_with"]

#: Kinds from the most telling to the least: where one sum is told in the words of several, the first says what it is.
KINDS = (
    "interest_subsidy", "securitisation", "pledge_loan", "fine", "award", "loan", "fund", "subsidy", "investment", "contract",
)  # fmt: skip


@functools.cache
def deal_words(kind: str) -> tuple[str, ...]:
    """Return the words of one class of ``deal_words.tsv``, the longest first.

    >>> deal_words("interest_subsidy")
    ('贴息',)
    """
    words = {row["word"] for row in read_rows("deal_words") if row["class"] == kind}
    return tuple(sorted(words, key=lambda w: (-len(w), w)))


def ends_with(name: str, kind: str) -> bool:
    """Whether a body's name holds a word of a class where its head stands: in its last eight characters.

    What lends or insures says so anywhere in its name: 中国某某财产保险股份有限公司东山市分公司.
    """
    tail = name if kind in ("lender", "guarantor") else name[-8:]
    return any(w in tail for w in deal_words(kind))
