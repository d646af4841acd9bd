"""How far a name reaches to the left of its head noun: 召开|全省防震减灾工作+会议, 实施|商标品牌推进+工程."""

from __future__ import annotations

import functools

import regex
from spacy.tokens import Doc

from newsextract.doc import norm_text, word_starts
from newsextract.lexicon import read_rows

__all__ = ["clause_start", "name_start", "punctuated"]

#: Characters a name may have before its head noun.
LONGEST = 48

_STOPS = frozenset("\u3000】，。；：！？、,;:!?\n《》〈〉…■□●▲★◆#|~～/＞>＜<“‘「『（(【[\t")
_CLOSERS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "("}
#: A day, a clock time or a list mark before a name is no part of it; a year is.
_TRIM = regex.compile(
    r"(?:[\s\-—–·]++|.*[0-9一二三四五六七八九十]{1,3}[日号](?:上午|下午|晚上?|凌晨|中午)?|(?:[0-9]{4}年)?[0-9]{1,2}月(?:份|底|初|中旬|上旬|下旬)?|"
    r"[一二三四五六七八九十]{1,3}是|[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|[一二两三四五六七八九十0-9]+(?:个|项|场|次|批|轮|家|类|条)|\p{P}(?<![“‘《’]))"
)


@functools.cache
def _edges() -> dict[str, str]:
    return {row["word"]: row["strength"] for row in read_rows("name_edges")}


@functools.cache
def _longest_edge() -> int:
    return max(map(len, _edges()))


#: Brackets that end what came before: a byline, a short form.
_ASIDE = regex.compile(r"记者|通讯员|[报通讯]讯|摄|简称|下称|见图|上接|下转")
#: What opens a name of its own behind a blank.
_OPENS = regex.compile(r"第[一二三四五六七八九十百0-9]+[届次]|首届|[12][0-9]{3}|“")
_NUMERALS = frozenset("第十百二三四五六七八九")
_PUNCTUATION = str.maketrans(",;:!?()", "，；：！？（）")


def punctuated(doc: Doc) -> str:
    """Return the normalised text with Chinese punctuation in place of ASCII, one to one, so that patterns name one form."""
    return _punctuated(norm_text(doc))


@functools.lru_cache(maxsize=4)
def _punctuated(text: str) -> str:
    return text.translate(_PUNCTUATION)


def clause_start(text: str, at: int, longest: int = LONGEST) -> int:
    """Return where the clause that holds ``at`` begins; pairs of quotation marks and brackets are stepped over.

    >>> text = "会上，“蓝天（二期）”计划"
    >>> text[clause_start(text, len(text)):]
    '“蓝天（二期）”计划'
    """
    floor = max(0, at - longest)
    while at > floor:
        mark = text[at - 1]
        opener = _CLOSERS.get(mark)
        if opener is not None:
            opened = text.rfind(opener, floor, at - 1)
            if opened < 0 or "\n" in text[opened:at] or (mark in "）)" and _ASIDE.search(text, opened, at)):
                break
            at = opened
        elif mark in _STOPS or (mark == "—" and text[at - 2 : at - 1] == "—" and text[at - 3 : at - 2] != "”"):
            break
        else:
            at -= 1
    return at


def name_start(doc: Doc, head: int, longest: int = LONGEST) -> int:
    """Return where the name that ends in the head noun at ``head`` begins; ``head`` itself where nothing belongs to it.

    The name runs left to the start of its clause, to a word that cannot stand inside a name (召开, 在, 的), or to a
    verb that takes names and opens its clause.
    """
    text = norm_text(doc)
    floor = clause_start(text, head, longest)
    edges, size = _edges(), _longest_edge()
    starts = word_starts(doc)
    at = head
    begin, gap, edge = floor, None, False
    while at > floor:
        mark = text[at - 1]
        if mark == " " and gap is None:
            gap = at
            if _OPENS.match(text, at):
                break
        opener = _CLOSERS.get(mark)
        if opener is not None:  # what stands in quotation marks belongs to the name whole
            opened = text.rfind(opener, floor, at - 1)
            if opened < 0:
                begin = at
                break
            at = opened
            continue
        for length in range(min(size, at - floor), 0, -1):
            # A longer word may open inside one of jieba's (大力|推广), a single character may not.
            if (at != head and not starts[at]) or (length == 1 and not starts[at - length]):
                continue
            if text.startswith("仪式", at):
                continue  # 启动|仪式
            if text[at - length] == "一" and text[at - length - 1] in _NUMERALS:
                continue  # 第三十|一次
            if edges.get(text[at - length : at]) == "strong":
                begin, edge = at, True
                break
        else:
            at -= 1
            continue
        break
    # A blank is the end of a headline's line, inside a name or between two halves: the verb beyond it tells.
    if gap is not None and not edge:
        begin = gap
    return _trim(text, begin, head, starts)


def _trim(text: str, begin: int, head: int, starts: bytes) -> int:
    edges, size = _edges(), _longest_edge()
    moved = True
    while moved and begin < head:
        moved = False
        hit = _TRIM.match(text, begin, head)
        if hit is not None and hit.end() > begin:
            begin, moved = hit.end(), True
            continue
        for length in range(min(size, head - begin), 0, -1):
            if starts[begin + length] and text[begin : begin + length] in edges:
                begin, moved = begin + length, True
                break
    return begin
