"""What grows or is made in a place and goes by its name: 烟台苹果, “柳州螺蛳粉”."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import regex
from spacy.tokens import Doc

from newsextract.doc import norm_text, word_starts
from newsextract.lexicon import Matcher, read_rows
from newsextract.lexicon.divisions import by_name

__all__ = ["by_place"]

#: The shortest and longest names of divisions before the noun.
_SHORTEST, _LONGEST = 2, 5
#: What may stand behind a noun of one character, which is a syllable of many words (茶叶, 茶园, 桃花).
_ENDS = regex.compile(r"[、，。；：！？”》）\n的和与及等为在获是]|筹建|入选|品牌|地理标志|$")
#: Compounds and bodies that take the noun up.
_GOES_ON = regex.compile(
    r"[园林树苗农商协镇乡村街路巷店馆城]|茶[园区场山]|批发|专业合作|合作社|研究[院所]|大会|文化节|节(?!日)|展|大赛|市场|小镇|交易"
)
_BRANDED = regex.compile(r"地理标志|地标产品|区域公用品牌|证明商标|原产地|品牌|名优|特产|国字号|金字招牌")


@functools.cache
def _nouns() -> Matcher:
    return Matcher(row["noun"] for row in read_rows("local_products"))


def _place_before(text: str, starts: bytes, at: int) -> int | None:
    """Where the short name of a county or city that ends here begins, else None."""
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        start = at - size
        if start < 0 or not (starts[start] or not "一" <= text[start - 1 : start] <= "鿿"):
            continue
        name = text[start:at]
        if any(d.level != "province" and name == d.short for d in by_name(name)):
            return start
    return None


def by_place(doc: Doc) -> Iterator[tuple[int, int, float, str]]:
    """Yield products named by a place and their noun: the short name of a county or city, and what it is known for."""
    text, starts = norm_text(doc), word_starts(doc)
    found: dict[int, tuple[int, int]] = {}
    for noun, end, _ in _nouns().find(text):
        begin = _place_before(text, starts, noun)
        if begin is None and end - noun == 1:  # 石阡|苔|茶, where the page says so more than once
            begin = _place_before(text, starts, noun - 1)
            begin = begin if begin is not None and text.count(text[begin:end]) > 1 else None
        if begin is not None:
            found[begin] = max(found.get(begin, (0, 0)), (end, noun))
    branded: bool | None = None
    for begin, (end, noun) in found.items():
        quoted = text[begin - 1 : begin] in ("“", "‘") and text[end : end + 1] in ("”", "’")
        if not quoted and (not starts[end] or _GOES_ON.match(text, end)):
            continue
        if branded is None:
            branded = _BRANDED.search(text) is not None
        alone = end - noun == 1 and _place_before(text, starts, noun) == begin
        if alone and not quoted and not (branded and _ENDS.match(text, end)):
            continue
        yield begin, end, 0.8 if quoted or branded else 0.7, "shape:place and its product"
