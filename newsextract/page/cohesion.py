"""How well texts belong together: shared strings, and whether one goes on where the other breaks off."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from newsextract.page.signs import ends_open, layout_words, starts_paragraph
from newsextract.tokenize import cut

__all__ = ["grams", "join_score", "known_strings", "overlap", "repeated", "shared"]

_HAN_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
_MEDIAL = re.compile(r"^[，、。；：！？）)”’》」%％‰]")
_UNIT = re.compile(r"^(?:[年月日号时分万亿千百元个家名人件项条米吨]|%|％|\.\d)")


def grams(text: str, size: int) -> set[str]:
    """Return the strings of ``size`` characters that no punctuation breaks.

    >>> sorted(grams("甲乙丙，丁戊", 2))
    ['丁戊', '乙丙', '甲乙']
    """
    return {run[i : i + size] for run in _HAN_RUN.findall(text) for i in range(len(run) - size + 1)}


def repeated(text: str, size: int) -> set[str]:
    """Return the strings of ``size`` characters that stand in a text twice and more.

    >>> repeated("新区开工，新区完工", 2)
    {'新区'}
    """
    seen: set[str] = set()
    twice: set[str] = set()
    for run in _HAN_RUN.findall(text):
        for i in range(len(run) - size + 1):
            gram = run[i : i + size]
            (twice if gram in seen else seen).add(gram)
    return twice


def shared(some: set[str], others: set[str]) -> float:
    """Share of ``some`` that is also among ``others``."""
    return len(some & others) / len(some) if some else 0.0


def overlap(heading: str, body_grams: set[str]) -> float:
    """Share of a heading's pairs of characters that stand in a body.

    >>> overlap("某市开学", grams("昨天某市各校开学", 2)) > 0.6
    True
    """
    return shared(grams(heading, 2), body_grams)


def known_strings(texts: Iterable[str]) -> set[str]:
    """Return the strings of three and four characters of a page's pieces: a word that a break cuts may be among them."""
    known: set[str] = set()
    for text in texts:
        known |= grams(text, 3)
        known |= grams(text, 4)
    return known


def join_score(before: str, after: str, known: Container[str]) -> float:
    """How likely ``after`` goes on where ``before`` breaks off: positive for yes, negative for no.

    Args:
        before: text that ends open.
        after: text that may continue it.
        known: strings of the page, among which those that the break cuts may stand whole.

    >>> known = known_strings(["推广大数据技术"])
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
        if len(bridge) == left + right and bridge in known:
            score += 2
            break
    for opened, closed in ("“”", "（）", "《》", "()"):
        lack = before.count(opened) - before.count(closed)
        if lack > 0:
            first = after.find(closed)
            score += 2 if first >= 0 and not 0 <= after.find(opened) < first else -1
    return score if ends_open(before) else score - 2
