"""Many strings in one pass: a compiled Aho–Corasick automaton over lexicon terms.

The gazetteer's 40 000 names cost ahocorasick_rs 25 ns a character, daachorse 10 ns, pyahocorasick 383 ns
(benchmarks/matchers.py). The first is kept for now: the whole extraction costs some 15 000 ns a character, so that the
faster one would save a thousandth a pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

__all__ = ["Matcher"]

#: Up to so many terms the fastest automaton is small enough to keep.
_FEW = 3_000


class Matcher:
    """Finds every occurrence of many terms in one pass over a text.

    Args:
        terms: the strings; a match names its term by its place in this order.

    >>> list(Matcher(["烟台", "烟台市", "市委"]).find("烟台市委"))
    [(0, 2, 0), (0, 3, 1), (2, 4, 2)]
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = list(terms)
        self._automaton = (
            AhoCorasick(
                self.terms,
                implementation=Implementation.DFA if len(self.terms) < _FEW else Implementation.ContiguousNFA,
                store_patterns=False,
            )
            if self.terms
            else None
        )

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield (start, end, index of the term) of every match, overlapping ones included, in order of their ends."""
        if self._automaton is not None:
            for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
                yield start, end, index
