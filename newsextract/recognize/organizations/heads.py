"""The nouns that end names of bodies, what must stand before each, and where they stand on a page."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsextract.lexicon import Matcher, read_rows
from newsextract.recognize.edges import Words
from newsextract.recognize.places.chains import heads as place_heads

__all__ = [
    "Head",
    "central_names",
    "ends_before_role",
    "find_heads",
    "is_field",
    "is_role",
    "is_role_next",
    "known_bodies",
]


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


@functools.cache
def central_names() -> frozenset[str]:
    """Names of central organs, which no other name ends in."""
    return frozenset(row["name"] for row in read_rows("org_central"))


@functools.cache
def _roles() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_rows("position_nouns")) | {"书记", "常委", "委员", "局长", "成员"}


_ROLE_PREFIX = ("副", "常务", "党组", "原", "主要负责人", "负责人", "有关负责人")


def is_role(word: str) -> bool:
    """Whether a word is an office that ends in 长 or 记.

    >>> is_role("院长"), is_role("委员")
    (True, False)
    """
    return len(word) > 1 and word[-1] in "长记" and word in _roles()


def is_role_next(text: str, at: int) -> bool:
    """Whether a role noun, a stop or 的 stands at a place, so that a short head before it ends a name."""
    if at >= len(text) or text.startswith(_ROLE_PREFIX, at):
        return True
    return text[at] in "，。、；：（）()的\n,”" or any(text[at : at + n] in _roles() for n in (2, 3, 4))


def role_next(text: str, at: int) -> bool:
    """Whether a role noun stands at a place."""
    return text.startswith(_ROLE_PREFIX, at) or any(text[at : at + n] in _roles() for n in (2, 3, 4))


def ends_before_role(words: Words, end: int) -> bool:
    """Whether the rest of jieba's word behind a place is a role noun: 政治局|常委."""
    rest = words.text[end : words.end_after(end)] if end < len(words.text) else ""
    return bool(rest) and (rest in _roles() or rest[1:] in _roles())


#: Who is named by a school in short: 三小|学生.
_PUPILS = re.compile("学生|学子|校长|师生")


def _ends_here(words: Words, start: int, end: int) -> bool:
    """Whether a head may end at a place: where a word ends, or where a role noun follows inside the word (市委|书记)."""
    if words.is_edge(end):
        return True
    begin = words.start_before(end)
    if ends_before_role(words, end) or (words.text[end - 1] in "中小" and _PUPILS.match(words.text, end)):
        return True
    if words.text.startswith("政协提案", end - 2):
        return True
    if words.text[end - 1 : end + 1] == "行为" and begin == end - 1:
        return True  # 洛阳分行|为国企
    return end - start >= 3 and begin <= start


def find_heads(words: Words, places: Mapping[int, int]) -> list[Head]:
    """Find the head nouns of a page, the longest that ends at each place, by their ends.

    A head must end where a word ends. A level inside it belongs to the place before, where there is one: 怀来县|委.

    Args:
        words: the text with its edges.
        places: end → start of the places found.
    """
    matcher, kinds = _heads()
    longest: dict[int, Head] = {}
    venues, text = place_heads(), words.text
    for start, end, number in matcher.find(text):
        known = longest.get(end)
        if text[start - 1 : end] == "市中心":
            continue
        if text[start - 1 : end] in venues or text[start - 2 : end] in venues:
            continue  # 奥体中心 is a place before 中心 is a body
        if text[end - 2 : end] in ("支部", "总支") and text.startswith(("书记", "副书记", "委员"), end):
            continue  # 支部书记 is one role
        if (known is None or start < known.start) and _ends_here(words, start, end):
            longest[end] = Head(start, end, *kinds[number])
    heads = []
    for end in sorted(longest):
        head = longest[end]
        inner = next((n for n in (1, 2) if head.start + n in places and places[head.start + n] < head.start), 0)
        heads.append(
            Head(head.start + inner, end, head.kind, head.need) if inner and head.end - head.start > inner else head
        )
    return heads
