"""Places that only what stands around them tells: rows that close with 等地, names with a class word behind 在 or 来到."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsextract.recognize.edges import Walk, Words, is_han, word_class
from newsextract.recognize.places.abroad import is_sound
from newsextract.recognize.places.chains import is_generic
from newsextract.recognize.proper import descriptive

__all__ = ["find_listed", "located"]

#: What closes a row of places: 甲、乙等地, 甲和乙等5个县, 甲、乙、丙三地.
_CLOSES = re.compile(
    r"等(?:多|各)?地(?![位点区方下面带板块域])|等[0-9两三四五六七八九十多]{0,2}个?(?:省区市|省份|省市|省|城市|市|县|州|镇|乡|村|国家|国)(?![有家内际级])"
    r"|[两三四五六七八九]地(?![位点区方下面带])"
)
_ITEM = re.compile(r"[一-鿿]{2,8}\Z")
_JOINS = "、和与及以"
#: Items of a row that are believed to be names.
_MOST = 12


def find_listed(words: Words, places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of unknown names in rows of places in which the others are known, or that transliterate.

    Args:
        words: the text with its edges.
        places: end → start of the places known.
    """
    text = words.text
    for close in _CLOSES.finditer(text):
        row = _row(words, close.start(), places)
        known = [place for place in row if places.get(place[1]) == place[0]]
        for start, end in row:
            sounds = end - start > 2 and is_sound(text[start:end])
            if places.get(end) != start and (sounds or (known and _is_name(words, start, end))):
                yield start, end


def _row(words: Words, at: int, places: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return the items of a row that ends at a place, the last first; the first of the row only where its left edge is sure."""
    text, row = words.text, list[tuple[int, int]]()
    while at > 1 and len(row) < _MOST:
        if at in places:
            start = places[at]
        else:
            start = at
            while start > 0 and is_han(text[start - 1]) and text[start - 1] not in _JOINS and at - start < 9:
                start -= 1
            if not _ITEM.match(text, start, at) or not words.is_edge(start):
                break
        if text[start - 1 : start] not in (*_JOINS, ""):
            if at in places:
                row.append((start, at))
            break
        row.append((start, at))
        at = start - 1
    return row if len(row) > 1 else []


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether a stretch is a name by its words: none of them a verb, a common noun or a function word."""
    at, parts = start, []
    while at < end:
        behind = words.end_after(at)
        parts.append(words.text[at:behind])
        at = behind
    return at == end and end - start < 6 and all(word_class(part) in "1?p" for part in parts) and not descriptive(parts)


#: Prepositions and verbs behind which somebody is somewhere.
_AT = frozenset(
    [
        "在",
        "到",
        "于",
        "赴",
        "从",
        "去",
        "往",
        "至",
        "位于",
        "前往",
        "离开",
        "抵达",
        "走进",
        "途经",
        "路过",
        "地处",
        "家住",
        "入住",
        "来到",
    ]
)
#: Class words of nature that hardly end names of people: 在|王大山.
_NATURE = frozenset("岛湾寺庙塔桥")
_NUMERALS = frozenset("一二三四五六七八九十百千万")
_LONGEST = {"town": 4, "village": 4, "street": 4, "nature": 3, "venue": 5}


def located(words: Words, walk: Walk, end: int, kind: str) -> int | None:
    """Return where a name begins that stands behind 在, 来到 and their like: 在|五马街, 离开|白湖乡.

    Args:
        words: the text with its edges.
        walk: the words to the left of the class word.
        end: where the class word ends.
        kind: the class word's kind.
    """
    text, start = words.text, walk.start
    if start and text[start - 1] in _NUMERALS and text[words.start_before(start - 1) : start - 1] in _AT:
        start -= 1
    elif text[words.start_before(start) : start] not in _AT:
        return None
    own = walk.at - start
    word = words.start_before(end)
    if end - walk.at == 1 and (text[walk.at] == "站" or (word < walk.at and end - word > 3)):
        return None  # 官方网站, 鱼米之乡
    if not 2 <= own <= _LONGEST.get(kind, 0) or is_generic(text[start:end]) or not walk.tokens:
        return None
    plain = any(t.cls not in "1?p" for t in walk.tokens) or descriptive([text[start : walk.at]])
    return None if plain or (kind == "nature" and text[walk.at : end] not in _NATURE) else start
