"""The nouns that end names of bodies, what must stand before each, and where they stand on a page."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from newsextract.lexicon import Matcher, read_rows
from newsextract.recognize.edges import Words

__all__ = ["Head", "find_heads", "is_field", "known_bodies"]


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun on a page: where it stands, what kind of body it ends, what it needs before it."""

    start: int
    end: int
    kind: str
    need: str


@functools.cache
def _heads() -> tuple[Matcher, list[tuple[str, str]]]:
    rows = list(read_rows("org_heads"))
    return Matcher(row["head"] for row in rows), [(row["kind"], row["need"]) for row in rows]


@functools.cache
def _fields() -> re.Pattern[str]:
    names = sorted((row["field"] for row in read_rows("org_fields")), key=len, reverse=True)
    one = "(?:" + "|".join(map(re.escape, names)) + ")"
    return re.compile(f"{one}(?:(?:和|与|及)?{one}){{0,3}}")


def is_field(text: str) -> bool:
    """Whether a string is a field of government, or a few joined.

    >>> is_field("人力资源和社会保障"), is_field("科技和知识产权"), is_field("大型")
    (True, True, False)
    """
    return len(text) <= 24 and _fields().fullmatch(text) is not None


@functools.cache
def known_bodies() -> tuple[Matcher, list[tuple[str, str]]]:
    """Bodies known by name (central organs, banks, universities, media, brands) and (kind, full name) of each."""
    table: dict[str, tuple[str, str]] = {}
    for row in read_rows("org_brands"):
        table[row["name"]] = (row["kind"], "")
    for row in read_rows("org_names"):
        table[row["name"]] = (row["kind"], "")
    for row in read_rows("org_central"):
        table[row["name"]] = ("central", row["full"])
    return Matcher(table), list(table.values())


def find_heads(words: Words) -> list[Head]:
    """Find the head nouns of a page, the longest that ends at each place, by their ends.

    A head must end where a word ends, unless it is long enough to stand for itself.
    """
    matcher, kinds = _heads()
    longest: dict[int, Head] = {}
    for start, end, number in matcher.find(words.text):
        known = longest.get(end)
        if known is None or start < known.start:
            if not words.is_edge(end) and (end - start < 3 or words.start_before(end) > start):
                continue
            longest[end] = Head(start, end, *kinds[number])
    return [longest[end] for end in sorted(longest)]
