"""Articles printed twice on one page."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["find_duplicates"]


def find_duplicates(texts: Sequence[Sequence[str]]) -> dict[int, int]:
    """Find the articles that repeat an earlier one.

    Args:
        texts: for each article its paragraphs without blanks.

    Returns:
        number of the repeating article → number of the first one.

    >>> find_duplicates([["甲" * 30, "乙" * 30], ["丙" * 30], ["甲" * 30, "乙" * 30]])
    {2: 0}
    """
    found: dict[int, int] = {}
    first: dict[str, int] = {}
    for number, paragraphs in enumerate(texts):
        long = [p for p in paragraphs if len(p) >= 20]
        size = sum(map(len, long))
        shared: dict[int, int] = {}
        for p in long:
            other = first.setdefault(p, number)
            if other != number:
                shared[other] = shared.get(other, 0) + len(p)
        if shared:
            best = max(shared, key=lambda n: shared[n])
            if shared[best] >= 0.7 * size:
                found[number] = best
    return found
