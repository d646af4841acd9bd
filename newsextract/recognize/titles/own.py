"""What a page says about its documents' numbers: which one is a document's own, which cities its codes may mean."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable

from newsextract.doc import Zone
from newsextract.lexicon import Matcher, read_rows
from newsextract.recognize.titles.numbers import DocNumber

__all__ = ["cities_near", "own_numbers"]

#: Blocks between a heading and its number at most (the issuer's line may stand there).
_REACH = 2


def own_numbers(
    headings: Iterable[tuple[int, int]], numbers: Iterable[DocNumber], zones: list[Zone]
) -> dict[tuple[int, int], DocNumber]:
    """Pair headings with the numbers that stand alone on a line close by, nearest first, each used once.

    Args:
        headings: [start, end) of the documents' titles.
        numbers: all numbers of the text.
        zones: the blocks.
    """
    starts = [zone.start for zone in zones]

    def block_of(at: int) -> int | None:
        n = bisect.bisect_right(starts, at) - 1
        return n if n >= 0 and at < zones[n].end else None

    alone = []
    for number in numbers:
        block = block_of(number.start)
        if block is not None and zones[block].end - zones[block].start <= number.end - number.start + 4:
            alone.append((block, number))
    pairs = []
    for heading in headings:
        block = block_of(heading[0])
        if block is None:
            continue
        for where, number in alone:
            distance = abs(where - block)
            # A number stands above its title in a document, below it in a collection: neighbours decide.
            if 0 < distance <= _REACH:
                pairs.append((distance, where < block, heading, number))
    found: dict[tuple[int, int], DocNumber] = {}
    used: set[int] = set()
    for _, _, heading, number in sorted(pairs, key=lambda pair: pair[:3]):
        if heading not in found and number.start not in used:
            found[heading] = number
            used.add(number.start)
    return found


@functools.cache
def _cities() -> tuple[Matcher, dict[str, str]]:
    names: dict[str, str] = {}
    for row in read_rows("divisions"):
        # Cities with an office of their own kind (副省级) stand in the table of codes.
        if row["level"] == "prefecture" and row["name"].endswith("市") and not row["until"]:
            names[row["name"]] = row["code"]
    return Matcher(names), names


def cities_near(text: str, region: str | None) -> list[str]:
    """Name the cities that a page speaks of: those it prints in full, and the one it calls its own.

    Args:
        text: normalised text.
        region: GB/T 2260 code of the page's region.

    >>> cities_near("济宁市财政局", None)
    ['济宁市']
    """
    matcher, names = _cities()
    found = {matcher.terms[index] for _, _, index in matcher.find(text)}
    if region:
        found |= {name for name, code in names.items() if code[:4] == region[:4]}
    return sorted(found)
