"""Names that the gazetteer knows, where they stand on a page and where their edges fit jieba's words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsextract.lexicon import Matcher, read_rows
from newsextract.lexicon.divisions import by_name, divisions, usual_name
from newsextract.recognize.edges import Words, word_class
from newsextract.recognize.places.abroad import find_transliterated, is_enclosed, is_piece
from newsextract.recognize.positions.nouns import role_nouns

__all__ = ["RANK", "Hit", "find_names"]

#: How wide a place is: a narrower one may follow a wider one in a chain.
RANK = {
    "country": 0,
    "region": 0,
    "state": 1,
    "province": 1,
    "prefecture": 2,
    "city": 2,
    "county": 3,
    "zone": 4,
    "town": 5,
    "feature": 6,
}

#: What may follow a short form inside one of jieba's words, so that the form still is a place there.
_AFTER = frozenset("人籍队方") | {
    "政府",
    "市民",
    "各国",
    "国家",
    "问题",
    "人民",
    "民众",
    "居民",
    "局势",
    "文学",
    "经济",
    "高新区",
    "开发区",
    "经开区",
    "新区",
    "保税区",
    "自贸区",
}


#: What jieba joins with a country and what is called after one: its money, dishes, plants.
_CALLED_AFTER = (
    "克朗", "克郎", "卢布", "卢比", "先令", "法郎", "马克", "里拉", "兰特", "比索", "林吉特", "料理", "梧桐", "菜豆", "泡菜",
    "草莓", "谷螟", "人种", "大夫", "鬼子", "南瓜", "军刀", "丽人", "神话", "字母", "象棋", "围棋", "画展", "武术", "京剧", "民歌",
    "时代", "斯坦", "支那", "比伦",
)  # fmt: skip
#: What goes with 国 behind a country in one character: 俄|国家杜马, 美|国会.
_OF_STATE = frozenset("家防务会")
#: Verbs of going that jieba joins with the country behind them: 赴|美国.
_GOING = frozenset("赴访抵驻援")
#: Class words that make another division, or none, of a short form.
_OTHER_LEVEL = frozenset("市县省")


#: A class word that jieba joins with the body behind it: 甲乙|区政府.
_BODY_BEHIND = re.compile(
    r"[省市县区州旗镇乡](?:政府|人民政府|管委|工委|党工委|管理委员会|委|人大|政协|纪委|法院|检察院|公安|级|直|属|长)"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the gazetteer on a page.

    Args:
        start, end: where it stands.
        kind: a key of ``RANK``.
        full: the full name, class word and all; a short form otherwise.
        weak: it is also another word and needs evidence around it.
    """

    start: int
    end: int
    kind: str
    full: bool
    weak: bool


def _composed(name: str) -> bool:
    """Whether a name is a division and one in it, which are read as a chain: 天津滨海新区."""
    return any(by_name(name[:n]) and by_name(name[n:]) for n in range(2, len(name) - 1))


#: Class words of first-level divisions abroad.
_STATES = ("州", "省", "县", "道", "邦", "郡", "都", "府", "边疆区")


@functools.cache
def _names() -> tuple[Matcher, list[tuple[str, bool, bool]]]:
    table: dict[str, tuple[str, bool, bool]] = {}
    for row in read_rows("towns"):
        if row["name"] in ("小城镇", "新城镇", "大城镇"):
            continue
        table[row["name"]] = ("town", True, False)
    for row in read_rows("world"):
        if row["kind"] == "feature" and _composed(row["name"]):
            continue
        state = row["kind"] in ("region", "feature") and row["name"].endswith(_STATES)
        table[row["name"]] = ("state" if state else row["kind"], False, False)
    for row in read_rows("zones"):
        table[row["name"]] = ("zone", True, False)
    common = {row["head"] for row in read_rows("place_heads")}  # a class word is no short form
    ranked = sorted(divisions(), key=lambda d: (d.until is None, -RANK[d.level]))
    for d in ranked:  # today's and the highest last, so that they stand
        if d.short != d.name and d.short not in common:
            if d.level == "county" and table.get(d.short, ("",))[0] in ("region", "feature"):
                continue  # 泰山, 东海: the mountain or the sea is meant
            weak = d.weak or (d.until is not None and d.level == "county")
            table[d.short] = (d.level, False, weak)
    for d in ranked:
        if len(d.name) == 2 and d.name.endswith("区"):
            continue  # 新区, 郊区, 东区: every city has one
        table[usual_name(d)] = table[d.name] = (d.level, True, False)
    return Matcher(table), list(table.values())


#: Last characters of the class words of places and bodies.
_CLASSES = frozenset("区站港场馆桥路街园院局厂校社团司会委府学")


@functools.cache
def _bodies() -> frozenset[str]:
    """Bodies that jieba joins with the country before them: 美国国务院."""
    heads = (row["head"] for row in read_rows("org_heads") if row["need"] == "abroad" and len(row["head"]) > 1)
    return frozenset((*heads, *(row["name"] for row in read_rows("org_central"))))


def _fits(words: Words, start: int, end: int, full: bool) -> bool:
    """Whether a name's edges fit the word edges around it."""
    size = end - start
    if not words.is_edge(start) and size < 4:
        outer = words.start_before(start)
        crossed = (
            outer == start - 1 and word_class(words.text[outer : words.end_after(outer)]) not in "vfno"
        )  # 沿海|城市
        if words.text[outer:start] not in ("中共", "中国") and not (full and size > 2 and crossed):
            return False
    if words.is_edge(end):
        return True
    if full and words.text.startswith("市民", end - 1):
        return False  # 某某|市民
    last = words.start_before(end)
    if last > start and full and size > 2 and _BODY_BEHIND.match(words.text, end - 1):
        return True
    if last > start:  # its last characters begin another word: 北京|市场
        return False
    if full and size > 2:
        return True
    rest = words.text[end : words.end_after(end)]
    if rest in _OTHER_LEVEL and by_name(words.text[start:end]):
        return False  # 各|大城市
    return (
        rest in _AFTER
        or rest in _bodies()
        or bool(by_name(rest))
        or rest in role_nouns()
        or word_class(words.text[last : words.end_after(end)]) == "p"
    )


def _opens_word(words: Words, start: int, end: int) -> bool:
    """Whether a country stands in one of jieba's words with what belongs to it, or with a verb: 英国|伦敦, 赴|美国."""
    outer = words.start_before(start + 1)
    if outer == start - 1 and words.text[outer] in _GOING:
        return words.is_edge(end)
    if words.text[end - 1] == "国" and words.text[end : end + 1] in _OF_STATE:
        return False
    rest = words.end_after(end - 1) - end if outer == start else 0
    return rest > 1 and not words.is_edge(end)


#: Kinds of places abroad, and the length to which their names may be pieces of longer transliterated ones.
_ABROAD = ("city", "region", "state")
_SHORT_ABROAD = 3

#: What is left of a transliterated name behind its country is no shorter.
_SHORTEST_ABROAD = 3


def _edge(words: Words, at: int) -> int:
    """The word edge at a place or behind it: 抵|达喀|纳斯."""
    return at if words.is_edge(at) else words.end_after(at)


def find_names(words: Words) -> Iterator[Hit]:
    """Yield the names of the gazetteer whose edges fit, the longest at each place, left to right, none overlapping."""
    matcher, kinds = _names()
    abroad = {(_edge(words, s), e): kind for s, e, kind in find_transliterated(words.text)}
    known = [*matcher.find(words.text), *((s, e, -1) for s, e in abroad)]
    found = sorted(known, key=lambda hit: (hit[0], -hit[1]))
    behind = 0
    for start, end, number in found:
        if number < 0 and end - behind > _SHORTEST_ABROAD:
            yield Hit(max(start, behind), end, abroad[start, end], True, False)  # 意大利|某某某岛
            behind = end
            continue
        if start < behind or number < 0:
            continue
        kind, full, weak = kinds[number]
        if words.text.startswith("族", end):
            continue  # 朝鲜|族
        short = end - start <= _SHORT_ABROAD and start != behind
        if short and (is_piece(words, start, end) if kind in _ABROAD else is_enclosed(words, start, end)):
            continue
        if kind == "country" and not words.is_edge(end) and words.text.startswith(_CALLED_AFTER, end):
            continue
        if kind == "country" and _opens_word(words, start, end):
            behind = end
            yield Hit(start, end, kind, full, weak)
            continue
        if start == behind > 0 or _fits(words, start, end, full):
            if end - start < 3 and not words.is_edge(end) and not _fits(words, start, end, full):
                continue
            behind = end
            yield Hit(start, end, kind, full, weak)
