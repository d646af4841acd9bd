"""Places that only what stands around them tells: rows that close with 等地, names with a class word behind 在 or 来到."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsextract.recognize.edges import Walk, Words, is_han, word_class
from newsextract.recognize.places.abroad import is_sound
from newsextract.recognize.places.chains import generic_words, heads, is_generic
from newsextract.recognize.proper import descriptive

__all__ = ["TOPONYMS", "find_datelines", "find_listed", "find_streets", "located"]

#: What closes a row of places: 甲、乙等地, 甲和乙等5个县, 甲、乙、丙三地.
_CLOSES = re.compile(
    r"等(?:多|各)?地(?![位点区方下面带板块域])|等[0-9两三四五六七八九十多]{0,2}个?(?:省区市|省份|省市|省|城市|市|县|州|镇|乡|村|国家|国)(?![有家内际级])"
    r"|[两三四五六七八九]地(?![位点区方下面带])"
    r"|(?:(?:等)?[0-9两三四五六七八九十]{1,3}个?(?:乡镇街道|乡镇|镇街|街道|社区|行政村|自然村|村|镇|乡|县市区|县区|苏木|旗县|村镇)(?![级办委民党内])[^，。；、\n]{0,1})"
)
_ITEM = re.compile(r"[一-鿿]{2,8}\Z")
_JOINS = "、和及"
_TOWNS = frozenset("乡镇村社苏街")
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
        sure = bool(known) or not _TOWNS.isdisjoint(close.group())
        if _count(close.group()) == len(row):  # 河东、新城|两个街道
            yield from (item for item in row if places.get(item[1]) != item[0] and not _acts(words, *item))
            continue
        for start, end in row:
            sounds = end - start > 2 and is_sound(text[start:end])
            if places.get(end) != start and (sounds or (sure and _is_name(words, start, end))):
                yield start, end


_FIGURES = {figure: n for n, figure in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_COUNT = re.compile(r"[0-9]{1,2}|[一二两三四五六七八九十]")


def _count(close: str) -> int | None:
    """The number that closes a row of towns; None where none is said."""
    hit = None if _TOWNS.isdisjoint(close) or close.startswith("等") else _COUNT.match(close)
    return (int(hit.group()) if hit.group().isdigit() else _FIGURES[hit.group()]) if hit else None


def _acts(words: Words, start: int, end: int) -> bool:
    """Whether a verb or a word of grammar stands in a stretch, or it is too long for a name."""
    at = start
    while at < end:
        behind = words.end_after(at)
        if word_class(words.text[at:behind]) in "vhf":
            return True
        at = behind
    return end - start > 5


def _row(words: Words, at: int, places: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return the items of a row that ends at a place, the last first; the first of the row only where its left edge is sure."""
    text, row = words.text, list[tuple[int, int]]()
    while at > 1 and len(row) < _MOST:
        start = at
        while start > 0 and is_han(text[start - 1]) and text[start - 1] not in _JOINS and at - start < 9:
            start -= 1
        between = start > 0 and text[start - 1] in _JOINS
        if between and _ITEM.match(text, start, at) and words.is_edge(start):
            row.append((start, at))  # a longer name than the known one at its end: 必斯|营子乡
        elif at in places:
            row.append((places[at], at))
            break
        else:
            first = _first(words, at)
            row += [(first, at)] if first is not None else []
            break
        at = start - 1
    return row if len(row) > 1 else []


def _first(words: Words, at: int) -> int | None:
    """Where the first name of a row begins: behind a verb or a preposition, 扩大到|台溪."""
    start = at
    while start > 0 and at - start < 5:
        begin = words.start_before(start)
        cls = word_class(words.text[begin:start])
        if cls in "vh" or not is_han(words.text[start - 1]):
            return start if 2 <= at - start <= 4 else None
        if cls not in "1?p":
            return None
        start = begin
    return None


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether a stretch is a name by its words: none of them a verb, a common noun or a function word."""
    at, parts = start, []
    while at < end:
        behind = words.end_after(at)
        parts.append(words.text[at:behind])
        at = behind
    if at != end or end - start > 5 or descriptive(parts):
        return False
    town = heads().get(parts[-1]) in ("town", "village") and len(parts) > 1 and word_class(parts[0]) in "1?p"
    return all(word_class(part) in "1?p" for part in parts) or (town and all(word_class(p) in "1?pn" for p in parts))


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
#: Characters that end names of hamlets before their class word: 白鹭坡|新村.
TOPONYMS = frozenset("店屯庄坪坡沟湾岭寨营堡铺桥河泉井塘洼岗坑窑庙寺集口湖山溪洲埠渡峪窝坝滩圩垸台")
#: Class words of nature that hardly end names of people: 在|王大山.
_NATURE = frozenset("岛湾寺庙塔桥")
#: Class words that a common noun before them names too: 在|人民广场.
_GROUNDS = frozenset(["广场", "公园"])
_NUMERALS = frozenset("一二三四五六七八九十百千万")
_LONGEST = {"town": 4, "village": 4, "street": 4, "nature": 3, "venue": 5}


#: Two and more streets in a row, or one that is counted among stops: 建设东街、水东路.
_STREETS = re.compile(r"[一-鿿]{1,6}(?:大街|大道|[路街巷])(?:、[一-鿿]{1,4}(?:大街|大道|[路街巷]))+")
_STOPS = re.compile(
    r"(?=(?P<street>[一-鿿]{2,3}(?:路|大街|大道))等[0-9一二三四五六七八九十两]*[个条]?(?:站点|路段|站|街道|道路|路口))[一-鿿]"
)


def find_streets(words: Words) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of streets in rows of streets: 建设东街、解放路、水东路."""
    text = words.text
    for row in _STREETS.finditer(text):
        at = row.start()
        for item in row.group().split("、"):
            start, end = at, at + len(item)
            while at == row.start() and start < end and word_class(text[start : words.end_after(start)]) in "vh":
                start = words.end_after(start)  # 涉及|建设东街
            if 2 < end - start < 6 and words.is_edge(start) and words.is_edge(end) and not is_generic(text[start:end]):
                yield start, end
            at = end + 1
    for stop in _STOPS.finditer(text):
        if words.is_edge(stop.start()) and not is_generic(stop["street"]):
            yield stop.span("street")


#: Where somebody writes from: 本报|经棚|8月15日电.
_DATELINE = re.compile(
    r"(?:本报|新华社|中新社|中新网|新华网|央广网|人民网)(?P<place>[一-鿿]{2,8}?)(?=[0-9]{1,2}月[0-9]{1,2}日(?:电|讯|专电|消息))"
)


def find_datelines(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the places of datelines.

    >>> list(find_datelines("本报经棚8月15日电"))
    [(2, 4)]
    """
    for hit in _DATELINE.finditer(text):
        if not hit["place"].endswith(("记者", "讯", "消息")):
            yield hit.span("place")


def located(words: Words, walk: Walk, end: int, kind: str) -> int | None:
    """Return where a name begins that stands behind 在, 来到 and their like: 在|五马街, 离开|白湖乡.

    Args:
        words: the text with its edges.
        walk: the words to the left of the class word.
        end: where the class word ends.
        kind: the class word's kind.
    """
    text, start = words.text, walk.start
    tokens = walk.tokens
    there = next((n for n in range(len(tokens) - 1, -1, -1) if text[tokens[n].start : tokens[n].end] in _AT), None)
    if there is not None:  # 地处|高楼坪乡
        tokens, start = tokens[there + 1 :], tokens[there].end
    if start and text[start - 1] in _NUMERALS and text[words.start_before(start - 1) : start - 1] in _AT:
        start -= 1
    elif text[words.start_before(start) : start] not in _AT:
        return None
    own = walk.at - start
    word = words.start_before(end)
    if end - walk.at == 1 and (text[walk.at] == "站" or (word < walk.at and end - word > 3)):
        return None  # 官方网站, 鱼米之乡
    if not 2 <= own <= _LONGEST.get(kind, 0) or text[start:end] in generic_words() or not tokens:
        return None
    town = kind in ("town", "village") and text[walk.at - 1] in TOPONYMS
    allowed = "1?pn" if text[walk.at : end] in _GROUNDS or town else "1?p"
    plain = any(t.cls not in allowed for t in tokens) or descriptive([text[start : walk.at]])
    return None if plain or (kind == "nature" and text[walk.at : end] not in _NATURE) else start
