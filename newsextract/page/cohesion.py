"""How well texts belong together: shared strings, and whether one goes on where the other breaks off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Set
from functools import lru_cache
from operator import add

from newsextract.page.signs import ends_open, layout_words, starts_paragraph
from newsextract.tokenize import cut

__all__ = ["Strings", "grams", "join_score", "overlap", "repeated", "shared"]

_HAN_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
_MEDIAL = re.compile(r"^[，、。；：！？）)”’》」%％‰]")
_UNIT = re.compile(r"^(?:[年月日号时分万亿千百元个家名人件项条米吨]|%|％|\.\d)")

#: So many searches of a text cost what a set of its strings does.
_FEW = 100


class Strings:
    """What stands in some texts: searched for the first few strings, looked up in sets of them from then on.

    Of most texts little is asked, and a search is a hundred times cheaper than the set; pages of nothing but headings
    ask for thousands.

    >>> told = Strings(["推广大数据", "技术"])
    >>> "大数" in told, "据技" in told
    (True, False)
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = list(texts)
        self._asked = 0
        self._sets: dict[int, set[str]] = {}

    def add(self, text: str) -> None:
        """Take in one more text."""
        self._texts.append(text)
        for size, known in self._sets.items():
            known.update(_grams(text, size))

    def __contains__(self, string: object) -> bool:
        if not isinstance(string, str):
            return False
        known = self._sets.get(len(string))
        if known is not None:
            return string in known
        self._asked += 1
        if self._asked > _FEW:
            self._sets[len(string)] = {gram for text in self._texts for gram in _grams(text, len(string))}
        if len(self._texts) > 1:  # one search of them all costs less than one of each
            self._texts = ["\0".join(self._texts)]
        return bool(self._texts) and string in self._texts[0]


@lru_cache(maxsize=64)
def grams(text: str, size: int) -> frozenset[str]:
    """Return the strings of ``size`` characters that no punctuation breaks.

    >>> sorted(grams("甲乙丙，丁戊", 2))
    ['丁戊', '乙丙', '甲乙']
    """
    return frozenset(_grams(text, size))


def _grams(text: str, size: int) -> list[str]:
    runs = _HAN_RUN.findall(text)
    if size == 2:  # nearly all: put together below Python
        return [pair for run in runs for pair in map(add, run, run[1:])]
    return [run[i : i + size] for run in runs for i in range(len(run) - size + 1)]


def repeated(text: str, size: int) -> set[str]:
    """Return the strings of ``size`` characters that stand in a text twice and more.

    >>> repeated("新区开工，新区完工", 2)
    {'新区'}
    """
    return {gram for gram, count in Counter(_grams(text, size)).items() if count > 1}


def shared(some: Set[str], others: Set[str]) -> float:
    """Share of ``some`` that is also among ``others``."""
    return len(some & others) / len(some) if some else 0.0


def overlap(heading: str, body: Container[str]) -> float:
    """Share of a heading's pairs of characters that stand in a body.

    >>> overlap("某市开学", Strings(["昨天某市各校开学"])) > 0.6
    True
    """
    pairs = grams(heading, 2)
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


def join_score(before: str, after: str, known: Container[str]) -> float:
    """How likely ``after`` goes on where ``before`` breaks off: positive for yes, negative for no.

    Args:
        before: text that ends open.
        after: text that may continue it.
        known: strings of the page, among which those that the break cuts may stand whole.

    >>> known = Strings(["推广大数据技术"])
    >>> join_score("坚持大数据技", "术和网格化管理", known) > 1 > join_score("坚持大数据技", "（二）加强领导", known)
    True
    """
    if not before or not after:
        return -2.0
    score = 0.0
    if _MEDIAL.match(after):
        score += 3
    elif starts_paragraph(after):
        score -= 2
    elif after.startswith(layout_words("continues")):
        score += 2
    a, b = before[-1], after[0]
    if (a.isdigit() and (b.isdigit() or _UNIT.match(after))) or (
        a.isascii() and a.isalpha() and b.isascii() and b.isalpha()
    ):
        score += 2
    if a in "，、":
        score += 0.5
    elif before.endswith(layout_words("dangling")):
        score += 1
    tail, head = before[-4:], after[:4]
    edge = 0
    for word in cut(tail + head):
        if edge < len(tail) < edge + len(word):
            score += 2
            break
        edge += len(word)
    for left, right in ((2, 2), (2, 1), (1, 2)):
        bridge = tail[-left:] + head[:right]
        if len(bridge) == left + right and _HAN_RUN.fullmatch(bridge) and bridge in known:
            score += 2
            break
    for opened, closed in ("“”", "（）", "《》", "()"):
        lack = before.count(opened) - before.count(closed)
        if lack > 0:
            first = after.find(closed)
            score += 2 if first >= 0 and not 0 <= after.find(opened) < first else -1
    return score if ends_open(before) else score - 2
