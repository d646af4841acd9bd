"""Tibetan and Mongolian names without a dot: put together from elements, with no surname (才让多杰, 乌云其其格)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsextract.lexicon import Matcher, read_rows
from newsextract.recognize.people.chinese import Reading, weigh_words
from newsextract.recognize.people.evidence import Surroundings
from newsextract.recognize.people.weights import WEIGHT

__all__ = ["read_elements"]

#: Log odds of a name by the number of its elements; one alone is often a word or a place (乌云, 尼玛).
_SHAPE = {1: -1.5, 2: 2.0, 3: 3.0}
#: What an element of three characters and more counts beyond that.
_LONG = 1.0
#: What must stand before or behind a name of one element.
_STRONG = frozenset(f"{kind} before" for kind in ("office", "title", "staff", "role", "byline", "lead", "appoint"))
_INTRODUCED = frozenset(("notice after", "sex after"))


class _Elements(NamedTuple):
    matcher: Matcher
    endings: frozenset[str]


@cache
def _elements() -> _Elements:
    rows = list(read_rows("name_elements"))
    return _Elements(
        Matcher(row["element"] for row in rows if row["use"] == "element"),
        frozenset(row["element"] for row in rows if row["use"] == "ending"),
    )


def _chains(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, number of elements) of every run of up to three elements, with and without an ending."""
    matcher, endings = _elements()
    by_start: dict[int, list[int]] = {}
    for start, end, _ in matcher.find(text):
        by_start.setdefault(start, []).append(end)
    for start, ends in by_start.items():
        runs = [(end, 1) for end in ends]
        for end, count in runs:
            yield start, end, count
            if text[end : end + 1] in endings:
                yield start, end + 1, count
            if count < max(_SHAPE):
                runs += [(further, count + 1) for further in by_start.get(end, ())]


def read_elements(around: Surroundings) -> Iterator[Reading]:
    """Yield names of known elements; a single one only where somebody is introduced."""
    for start, end, count in _chains(around.text):
        left = around.left(start)
        right = around.right(end)
        row = left == "block before" and right == "office after" and around.set_off(start, end)
        if count == 1 and left not in _STRONG and right not in _INTRODUCED and not row:
            continue
        reading = Reading(start, end, _SHAPE[count] + (_LONG if count == 1 and end - start > 2 else 0.0), ["elements"])
        for name in (left, right):
            if name in WEIGHT:
                reading.add(name)
        if count == 1:
            weigh_words(around, reading)
        yield reading
