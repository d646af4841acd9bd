"""Where role nouns stand: the noun of the lexicon with its rank prefixes, without body or place."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from newsextract.doc import norm_text
from newsextract.lexicon import Matcher, read_rows

__all__ = ["Noun", "find_nouns", "nouns_of", "role_nouns"]

_KEY = "newsextract.position_nouns"


class Noun(NamedTuple):
    """A role noun with its prefixes: where it stands, where its bare noun begins, and what kind it is.

    Kinds: ``division`` (head of a division: 市长), ``office``, ``title`` (教授), ``staff`` (技术员), ``risky`` (代表).
    """

    start: int
    end: int
    core: int
    kind: str


@cache
def _nouns() -> tuple[Matcher, list[str]]:
    rows = list(read_rows("position_nouns"))
    return Matcher(row["noun"] for row in rows), [row["kind"] for row in rows]


@cache
def role_nouns() -> frozenset[str]:
    """Return the bare role nouns."""
    return frozenset(row["noun"] for row in read_rows("position_nouns"))


@cache
def _prefixes() -> tuple[tuple[str, ...], int]:
    terms = tuple(sorted((row["prefix"] for row in read_rows("position_prefixes")), key=len, reverse=True))
    return terms, len(terms[0])


def _with_prefixes(text: str, core: int) -> int:
    terms, _ = _prefixes()
    start = core
    while start:
        prefix = next((p for p in terms if text.endswith(p, 0, start)), None)
        if prefix is None:
            return start
        start -= len(prefix)
    return start


def find_nouns(text: str) -> list[Noun]:
    """Find the role nouns of a text, longest first where they overlap, each with its rank prefixes.

    >>> [text[n.start : n.end] for text in ["市政府党组成员、副市长"] for n in find_nouns(text)]
    ['党组成员', '副市长']
    """
    matcher, kinds = _nouns()
    found: list[Noun] = []
    for start, end, index in matcher.find(text):
        while found and found[-1].core >= start:  # a longer noun with the same end, or one that goes on
            found.pop()
        if found and found[-1].end > start:
            if text.startswith("助理", start):
                found[-1] = found[-1]._replace(end=end)
                continue
            if end - start <= found[-1].end - found[-1].core:
                continue
            found.pop()  # 社工 in 信用社工作人员
        found.append(Noun(start, end, start, kinds[index]))
    whole: list[Noun] = []
    for noun in found:
        if text[noun.end : noun.end + 1] in _GOES_ON:
            continue
        start = _with_prefixes(text, noun.start)
        while whole and start <= whole[-1].core and whole[-1].end <= noun.core:
            whole.pop()  # 参赞 in 参赞衔副代表
        start = max(start, whole[-1].end if whole else 0)
        if whole and whole[-1].end == start and text[noun.core : noun.end] in _DEPUTIES:
            whole[-1] = whole[-1]._replace(end=noun.end)  # 部长 + 助理
            continue
        whole.append(Noun(start, noun.end, noun.core, noun.kind))
    return whole


#: Characters that make another word of the noun before them: 委员会, 书记处, 代表团, 主任级.
_GOES_ON = frozenset("会处团级室办部院制们令岗席层群队候届国台")

#: Nouns that go on with another one's: 董事长助理, 市长秘书.
_DEPUTIES = ("助理", "秘书")


def nouns_of(doc: Doc) -> list[Noun]:
    """Return the role nouns of a Doc, found once."""
    found = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = find_nouns(norm_text(doc))
    return [Noun(*n) for n in found]  # plain lists after a round trip through bytes
