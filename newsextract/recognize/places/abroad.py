"""Places abroad that no gazetteer holds: a name in the characters of transliteration and a class word (某某某尔德市)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.recognize.edges import Words, word_class

__all__ = ["find_transliterated", "is_enclosed", "is_piece", "is_sound"]

#: Characters of the transliteration tables (Xinhua, Shijie renming fanyi da cidian) that are rare in everyday words.
_SOUNDS = (
    "阿埃艾奥巴拜班贝彼宾伯勃博布查楚茨达戴丹德登邓迪蒂丁杜顿多厄恩尔法菲费芬夫弗佛福冈戈格根瓜圭哈赫亨胡霍基吉加贾杰喀卡凯坎考柯科克肯"
    "库夸拉莱赖兰朗勒雷黎里利莉林隆琳丽蕾黛得鄂额俄叙喜卢鲁伦罗洛玛马迈麦曼梅门蒙米密缅莫墨默姆穆那纳娜乃奈内尼涅妮宁纽努诺欧帕潘庞佩彭皮珀普齐奇恰琼瑞若萨塞"
    "赛桑瑟森沙圣什史士斯思松苏索塔泰坦汤陶特提图托瓦旺威韦维温沃乌武伍西希锡谢辛休雅亚耶伊因尤约泽扎詹兹佐"
)
_SOUND = frozenset(_SOUNDS)
_KINDS = {"市": "city", "镇": "town", "州": "state", "省": "state", "郡": "city"}
_NAME = re.compile(
    f"(?<![{_SOUNDS}])[{_SOUNDS}]{{3,9}}(?P<head>市(?!中心|民|区)|[镇州省郡]|海沟|海峡|海湾|湾|半岛|群岛|岛|河|湖|山脉|山|沙漠|高原|盆地|火山|港|水电站|核电站|水库|大坝)(?![{_SOUNDS}]{{2}})"
)
#: Two in a row that only transliterated names have; a name of three characters needs one.
_SURE = re.compile(r"[斯尔克特姆德萨亚里拉马玛夫][" + _SOUNDS + "]|[" + _SOUNDS + "][斯尔克特姆德萨]")


def find_transliterated(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of places in the characters of transliteration.

    >>> list(find_transliterated("位于贝尔克斯顿市的工厂"))
    [(2, 8, 'city')]
    """
    for hit in _NAME.finditer(text):
        if _SURE.search(text, hit.start(), hit.start("head")):
            yield hit.start(), hit.end(), _KINDS.get(hit["head"], "feature")


def is_sound(text: str) -> bool:
    """Whether a string is all of characters that transliterate.

    >>> is_sound("贝尔克斯顿"), is_sound("白石")
    (True, False)
    """
    return _SOUND.issuperset(text)


def is_enclosed(words: Words, start: int, end: int) -> bool:
    """Whether characters of transliteration that make no words stand on both sides of a name: 利|西昌|斯克市."""
    text = words.text
    before, behind = text[words.start_before(start) : start], text[end : end + 2]
    return len(before) == 1 and len(behind) == 2 and before in _SOUND and _SOUND.issuperset(behind)


def is_piece(words: Words, start: int, end: int) -> bool:
    """Whether a short name in the characters of transliteration is a piece of a longer one: 某某登|西亚, 某尤|尼斯.

    So it is where the word beside it is unknown, or a single character, and made of such characters too.
    """
    text = words.text
    if not _SOUND.issuperset(text[start:end]):
        return False
    before = text[words.start_before(start) : start]
    behind = text[end : words.end_after(end)] if end < len(text) else ""
    return any(
        word and _SOUND.issuperset(word) and (len(word) == 1 or word_class(word) == "?") for word in (before, behind)
    )
