"""Chains of places (河南省陕州区, 邕宁区新江镇): neighbouring names joined, towns, villages and streets added by their class word."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from newsextract.lexicon import read_rows
from newsextract.lexicon.divisions import by_name, within
from newsextract.recognize.edges import Words, is_han, word_class
from newsextract.recognize.places.gazetteer import RANK, Hit
from newsextract.recognize.proper import descriptive

__all__ = ["INTO", "PRAISE", "Chain", "generic_words", "heads", "is_generic", "join", "part_of_zone"]

#: Classes of the place heads that may follow a chain directly, by how narrow they are.
NARROW = {"zone": 4, "town": 5, "village": 6, "street": 6}
_LONGEST_PART = 8


@dataclass(slots=True)
class Chain:
    """Places that stand one behind the other and make one mention.

    Args:
        start, end: where it stands.
        parts: (start, end, rank) of its members.
        weak: nothing but a weak short form.
        divisions: whether its last member is a division with a code.
    """

    start: int
    end: int
    parts: list[tuple[int, int, str]] = field(default_factory=list)
    weak: bool = False
    full: bool = False

    @property
    def last(self) -> str:
        """Kind of the narrowest member."""
        return self.parts[-1][2]


@functools.cache
def heads() -> dict[str, str]:
    """Class words of places and their kinds."""
    return {row["head"]: row["kind"] for row in read_rows("place_heads")}


@functools.cache
def generic_words() -> frozenset[str]:
    """Words that end like a place and name none (农村, 道路)."""
    return frozenset(row["word"] for row in read_rows("place_generic"))


def is_generic(word: str) -> bool:
    """Whether a word ends like a place and names none, whole or by its end (集成电路).

    >>> is_generic("集成电路"), is_generic("解放路")
    (True, False)
    """
    return any(word[n:] in generic_words() for n in range(max(1, len(word) - 1)))


def _before_class_word(words: Words, at: int) -> bool:
    """Whether the word at a place is a class word of places: 新宁|广场."""
    return at < len(words.text) and words.text[at : words.end_after(at)] in heads()


def join(words: Words, hits: list[Hit]) -> list[Chain]:
    """Join neighbouring hits to chains and add the towns, villages and streets behind them."""
    chains: list[Chain] = []
    for hit in hits:
        chain = chains[-1] if chains else None
        follows = chain is not None and chain.end == hit.start and RANK[hit.kind] > RANK.get(chain.last, 9)
        weak = hit.weak
        if follows and chain is not None and (weak or (not hit.full and _before_class_word(words, hit.end))):
            above, here = by_name(words.text[chain.parts[-1][0] : chain.end]), by_name(words.text[hit.start : hit.end])
            follows = any(within(d.code, a.code) for d in here for a in above) or not (weak or here)
            weak = weak or not follows  # 西宁市|新宁广场
        if chain is not None and follows:
            chain.end = hit.end
            chain.parts.append((hit.start, hit.end, hit.kind))
            chain.weak, chain.full = False, chain.full or hit.full
        elif chain is not None and hit.start < chain.end:
            continue
        else:
            chain = Chain(hit.start, hit.end, [(hit.start, hit.end, hit.kind)], weak, hit.full)
            chains.append(chain)
        _lengthen(words, chain)
        if (
            len(chains) > 1
            and chains[-2].end == chain.start
            and NARROW.get(chain.last, 0) > RANK.get(chains[-2].last, 9)
        ):
            before = chains[-2]  # 南京市|中山路: the street bears another city's name
            before.end, before.parts = chain.end, before.parts + chain.parts
            before.weak = False
            chains.pop()
    return chains


#: Class words that make another place of a short form or a feature right before them: 白云|路, 双龙山|村.
_MAKES = {
    "村": "village",
    "新村": "village",
    "社区": "village",
    "镇": "town",
    "乡": "town",
    "街道": "town",
    "小区": "village",
    "路": "street",
    "街": "street",
}
_MAKES |= {
    "大街": "street",
    "大道": "street",
    "东路": "street",
    "西路": "street",
    "南路": "street",
    "北路": "street",
    "中路": "street",
}
_MAKES |= {"流域": "feature"}
_MAKES |= {"新区": "zone", "新城": "zone", "开发区": "zone", "高新区": "zone", "经开区": "zone", "经济开发区": "zone"}


#: Class words of divisions abroad: 维也纳|市.
_FOREIGN = frozenset("市州省县郡府岛港湾")


#: Last characters of names of sights, and what makes something else of one: 东湖|区, 西湖|大学.
_SIGHTS = frozenset("湖山河江岛寺塔峡泉洲")
_ELSE = re.compile(
    r"[区县市镇乡村路街站]|大[学道街]|[中小]学|学院|医院|集团|高新|新[区城]|开发|派出所|法院|检察|[东南西北中]路"
)


#: A division right behind its country: 越南|某某省.
_ABROAD = re.compile(r"(?P<name>(?![各全该本某两三四五六七八九十几外跨驻])[一-鿿]{1,4}?)[省州郡]")


def _coined(words: Words, part: re.Match[str]) -> bool:
    """Whether a part is a name by its words: none of them a common noun, a verb or a function word."""
    at, end = part.span()
    while at < end:
        behind = words.end_after(at)
        if word_class(words.text[at:behind]) not in "1?p":
            return False
        at = behind
    return at == end


def _is_sight(words: Words, at: int, word: str) -> bool:
    """Whether a word that jieba knows as a name of a lake, a hill or a temple stands right behind a place: 某市|东湖."""
    if not 2 <= len(word) <= 4 or word[-1] not in _SIGHTS or word_class(word) != "p" or is_generic(word):
        return False
    divisions = [d for d in by_name(word) if not d.weak]
    return not divisions and not _ELSE.match(words.text, at + len(word))


def _lengthen(words: Words, chain: Chain) -> None:
    """Add the parts with a class word that follow a chain directly: 新江镇, 花山新村, 中华路."""
    start, _, kind = chain.parts[-1]
    behind = words.text[chain.end : words.end_after(chain.end)] if chain.end < len(words.text) else ""
    made = _MAKES.get(behind)
    short = kind == "feature" or (
        kind in ("county", "prefecture", "province") and not words.text.endswith(tuple("省市区县州"), 0, chain.end)
    )
    if kind == "city" and behind[:1] in _FOREIGN and word_class(behind) in "1?n" and len(behind) == 1:
        chain.end += 1
        chain.parts[-1] = (start, chain.end, kind)
    if made and short and (made != "zone" or kind == "feature"):
        chain.end += len(behind)
        chain.parts[-1] = (start, chain.end, made)
        chain.weak = False
        behind = words.text[chain.end : words.end_after(chain.end)] if chain.end < len(words.text) else ""
        if made == "street" and behind in ("街道", "社区"):  # 延安路|街道
            chain.end += len(behind)
            chain.parts[-1] = (start, chain.end, "town" if behind == "街道" else "village")
    if chain.last == "country":
        state = _ABROAD.match(words.text, chain.end)
        if state and words.text[chain.start : chain.end] != "中国" and _coined(words, state):
            chain.parts.append((chain.end, state.end(), "state"))
            chain.end, chain.weak = state.end(), False
    if chain.last in ("country", "region", "state", "feature"):
        return
    if chain.last == "zone":
        chain.end = part_of_zone(words, chain.end)
        chain.parts[-1] = (start, chain.end, "zone")
    sight = words.text[chain.end : words.end_after(chain.end)] if chain.end < len(words.text) else ""
    if _is_sight(words, chain.end, sight):
        chain.parts.append((chain.end, chain.end + len(sight), "feature"))
        chain.end, chain.weak = chain.end + len(sight), False
        return
    rank = RANK.get(chain.last, NARROW.get(chain.last, 9))
    for _ in range(3):
        part = part_behind(words, chain.end, rank)
        if part is None:
            return
        end, kind = part
        chain.parts.append((chain.end, end, kind))
        chain.end, chain.weak, rank = end, False, NARROW[kind]


_NUMERALS = frozenset("一二三四五六七八九十")
#: Parts of a zone: 某某经济开发区|城西园.
_PART_OF_ZONE = re.compile(r"[东西南北中城新老][一-鿿]{0,2}?(?:园区|园|片区|组团)")


def part_of_zone(words: Words, at: int) -> int:
    """Return the end of a zone's part that stands behind it, where the zone ends if none does."""
    part = _PART_OF_ZONE.match(words.text, at)
    return part.end() if part and words.is_edge(part.end()) else at


#: Adjectives that open no name.
PRAISE = frozenset(
    [
        "著名",
        "知名",
        "热门",
        "繁华",
        "主要",
        "重要",
        "最大",
        "大型",
        "小型",
        "首个",
        "首座",
        "现有",
        "原有",
        "关键",
        "核心",
    ]
)
#: Verbs of one character that no name of a part runs across: 书房|进|社区.
INTO = frozenset("进入到走送下驻访联以")


def part_behind(words: Words, at: int, rank: int) -> tuple[int, str] | None:
    """Find the end and kind of a named part with a class word that begins at a place."""
    text = words.text
    best: tuple[int, str] | None = None
    end = at
    if text[at : words.end_after(at)] in PRAISE:
        return None
    for _ in range(5):
        if end >= len(text) or end - at > _LONGEST_PART or not is_han(text[end]):
            break
        begin, end = end, words.end_after(end)
        if end - begin > 2 and text[begin] in "村镇乡" and begin > at and word_class(text[begin + 1 : end]) == "n":
            end = begin + 1  # 村|农民
        word = text[begin:end]
        kind_of_word = word_class(word)
        head = next((word[n:] for n in range(len(word)) if heads().get(word[n:], "") in NARROW), None)
        named = end - at > len(head or "") and not (begin == at and is_generic(word))
        named = named and word.removesuffix(head or "") not in INTO
        if head and named and not descriptive([word.removesuffix(head)] if begin == at else [text[at:begin]]):
            kind = heads()[head]
            if NARROW[kind] > rank and end - at <= _LONGEST_PART:
                behind = text[end : words.end_after(end)] if end < len(text) else ""
                if kind == "street" and behind in ("镇", "乡", "村", "街道", "社区"):  # 寅街|镇
                    end, kind = end + len(behind), heads()[behind]
                best = (end, kind)
                if kind != "zone":
                    break
        numeral = kind_of_word == "f" and begin == at and _NUMERALS.issuperset(word)  # 七五|社区
        if (kind_of_word in "hvf" or word in INTO) and not head and not numeral:
            break
    return best
