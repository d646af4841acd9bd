"""Whether the words before a head noun make a proper name of it, or only describe: 某市知识产权服务+平台, 综合+平台."""

from __future__ import annotations

import functools
import itertools

import regex
from spacy.tokens import Doc

from newsextract.doc import norm_text, word_starts
from newsextract.lexicon import read_rows

__all__ = ["descriptive", "is_place", "is_proper", "leads_with_place", "words_between"]

_SCOPE = regex.compile(
    r"(?:全国|国家|中国|国际|世界|全球|中华|亚洲|亚太|欧洲|非洲|东盟|中央|全省|全市|全县|全区|海峡两岸|“?一带一路”?|长三角|京津冀|粤港澳)"
)
_NUMBERED = regex.compile(r"[0-9A-Za-z]|第[一二三四五六七八九十百]+[届次]|“[^”]+”|·")
_ORDINAL = regex.compile(r"(?:[0-9]{4}年?)?(?:第[一二三四五六七八九十百0-9]+[届次期批]|首届|首次)?")
_DIVISION = regex.compile(
    r"(?:[省市县区州旗]委|国务院|党中央)(?=\p{Han}{2})|\p{Han}{2,7}?[省市县区州旗镇乡](?=\p{Han}{2})"
)


@functools.cache
def _places() -> frozenset[str]:
    names: set[str] = set()
    for row in read_rows("divisions"):
        names.add(row["name"])
        if len(row["short"]) >= 2:
            names.add(row["short"])
    return frozenset(names)


@functools.cache
def _descriptive(topics: bool) -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("descriptive_words") if topics or row["scope"] == "plain")


def is_place(name: str) -> bool:
    """Whether a name is that of a division, in full or short.

    >>> is_place("烟台"), is_place("中国队")
    (True, False)
    """
    return name in _places() or _SCOPE.fullmatch(name) is not None


def leads_with_place(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins with a division of the country, or with a scope (全国, 国际, 长三角).

    >>> leads_with_place("烟台市招聘", 0, 5), leads_with_place("国际招聘", 0, 4), leads_with_place("大型招聘", 0, 4)
    (True, True, False)
    """
    if _SCOPE.match(text, start, end):
        return True
    places = _places()
    return any(text[start : start + n] in places for n in range(min(8, end - start), 1, -1))


def descriptive(words: list[str], *, topics: bool = True) -> bool:
    """Whether all of these words only describe (重大, 相关, 综合).

    Args:
        words: words that stand before a head noun.
        topics: count the names of fields (科技, 金融) among such words.

    >>> descriptive(["重大", "科技"]), descriptive(["重大", "科技"], topics=False)
    (True, False)
    """
    plain = _descriptive(topics)
    return all(word in plain or word.isdigit() for word in words)


def words_between(doc: Doc, start: int, end: int) -> list[str]:
    """The words of doc[start:end] by jieba's edges."""
    if start >= end:
        return []
    text, starts = norm_text(doc), word_starts(doc)
    edges = [start, *(i for i in range(start + 1, end) if starts[i]), end]
    return [text[a:b] for a, b in itertools.pairwise(edges)]


def is_proper(doc: Doc, start: int, head: int) -> bool:
    """Whether doc[start:head], the words before a head noun, carry what a proper name carries.

    That is a quoted part, a figure or Latin letters, a place or scope in front, or a coined word: single characters in a
    row that no dictionary joins.
    """
    text = norm_text(doc)
    if start >= head:
        return False
    ordinal = _ORDINAL.match(text, start, head)
    scope = _SCOPE.match(text, ordinal.end() if ordinal else start, head)
    words = words_between(doc, scope.end() if scope else ordinal.end() if ordinal else start, head)
    if descriptive(words, topics=scope is None and ordinal is None):
        return False
    if _NUMBERED.search(text, start, head) or leads_with_place(text, start, head) or _DIVISION.match(text, start, head):
        return True
    run = 0
    for word in words:
        run = run + 1 if len(word) == 1 else 0
        if run >= 2:
            return True
    return False
