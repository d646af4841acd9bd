"""Noun phrases beside a figure: what it counts or measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

from newsextract.doc import norm_text, word_starts
from newsextract.facts.indicators.words import classes_of, indicator_words

__all__ = ["Token", "counted_noun", "measured_noun", "tokens_of", "trim"]

Kind = Literal["noun", "verb", "function", "of", "name", "time", "mark"]

#: Mentions that stand as agents before a verb; a time stands before them.
_NAMES = ("ORG", "PLACE", "PERSON", "PRODUCT", "EVENT", "POSITION")
_FUNCTION = "与在对为向将被把已由均共等和或及以从给让使也都就还而且并则了着过又再仅约近超达到于至内中上下里后前各每其该此本这那所"
#: Verbs that open a relative clause behind a figure: 200名能够突破技术的人才.
_STATIVE = frozenset(
    ("具有", "具备", "能够", "能", "符合", "达到", "站", "站在", "从事", "来自", "拥有", "掌握", "参加", "参与", "获得")
    + ("从", "在", "以", "有", "带有", "含", "与", "可", "因", "对", "为", "已", "正在", "被")
)
_BOUNDS = ("左右", "上下", "以上", "以下", "以内", "之多", "余", "多", "大关", "规模")
_QUOTES = " 　“”\"'‘’·—-《》"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mention beside a figure, and what it is to a noun phrase."""

    text: str
    kind: Kind
    start: int
    end: int


def tokens_of(doc: Doc, start: int, end: int, mentions: Iterable[Span] = ()) -> list[Token]:
    """Cut [start, end) of a Doc into mentions and, between them, words.

    Args:
        doc: the Doc.
        start: first character.
        end: behind the last.
        mentions: the sentence's mentions that are no figures, in order.
    """
    text, starts = norm_text(doc), word_starts(doc)
    tokens: list[Token] = []
    at = start
    for span in [m for m in mentions if m.start < end and m.end > start] + [None]:
        stop = end if span is None else max(at, min(span.start, end))
        while at < stop:
            following = starts.find(1, at + 1, stop)
            edge = following if following > 0 else stop
            tokens.append(Token(text[at:edge], _kind(text[at:edge]), at, edge))
            at = edge
        if span is not None and span.end > at:
            kind: Kind = "time" if span.label_ == "TIME" else "name" if span.label_ in _NAMES else "noun"
            tokens.append(Token(text[at : min(span.end, end)], kind, at, min(span.end, end)))
            at = min(span.end, end)
    return tokens


def _kind(word: str) -> Kind:
    if not word[0].isalnum():
        return "mark"
    if word == "的":
        return "of"
    if len(word) == 1 and word in _FUNCTION:
        return "function"
    if word in indicator_words("predicate"):
        return "verb"
    found = classes_of(word)
    if found & {"preposition", "conjunction", "adverb", "pronoun"} and len(word) > 1:
        return "function"
    return "verb" if "verb" in found else "noun"


def trim(phrase: str) -> str:
    """Take off quotation marks and particles at the ends of a noun phrase.

    >>> trim("的“地区生产总值")
    '地区生产总值'
    """
    return phrase.strip(_QUOTES).lstrip("的了等个").rstrip("的了等为是在").strip(_QUOTES)


def _is_agent(token: Token) -> bool:
    if token.kind == "name":
        return True
    return token.text[-1] in "人员者工生师民户众" or token.text.endswith(tuple(indicator_words("agent")))


def counted_noun(tokens: list[Token]) -> tuple[str, int, int] | None:
    """Read what a figure counts from the tokens behind it.

    Returns:
        the noun phrase with its place in the Doc, or None where nothing is counted there.
    """
    tokens = _without_bound(tokens)
    if not tokens:
        return None
    if tokens[0].kind in ("verb", "function") or tokens[0].text in _STATIVE:
        # 200名能够突破关键技术的领军人才: the head stands behind the relative clause.
        of = [n for n, t in enumerate(tokens) if t.kind == "of"]
        if not of or tokens[0].text not in _STATIVE:
            return None
        tokens = tokens[of[-1] + 1 :]
    kept: list[Token] = []
    for n, token in enumerate(tokens):
        if token.kind in ("function", "time") or (token.kind == "mark" and token.text[0] not in _QUOTES):
            break
        if token.kind == "of":
            # 20多家机构的负责人 counts bodies; 30亿元规模的资金池 is a pool.
            if not kept or _is_agent(kept[-1]):
                break
            kept = []
            continue
        if token.kind == "verb" and kept and (_is_agent(kept[-1]) or n == len(tokens) - 1):
            break
        if token.kind == "name" and kept:
            break
        kept.append(token)
    return _phrase(kept)


def _without_bound(tokens: list[Token]) -> list[Token]:
    n = 0
    while n < len(tokens) and (
        tokens[n].text in _BOUNDS or (tokens[n].kind == "of") or tokens[n].text in ("以", "上", "左", "右")
    ):
        n += 1
    return tokens[n:]


def measured_noun(tokens: list[Token]) -> tuple[str, int, int] | None:
    """Read what a figure measures from the tokens before it, linking words (达到, 为, 超过) taken off by the caller.

    Returns:
        the noun phrase with its place in the Doc, or None where nothing stands there.
    """
    kept: list[Token] = []
    for n in range(len(tokens) - 1, -1, -1):
        token = tokens[n]
        if token.kind in ("time", "function", "of") or (token.kind == "mark" and token.text[0] not in _QUOTES):
            if not kept:
                continue
            break
        if token.kind == "name" and kept:
            break
        if token.kind == "verb" and kept and _is_predicate(tokens, n):
            break
        kept.insert(0, token)
    return _phrase(kept)


def _is_predicate(tokens: list[Token], n: int) -> bool:
    """Whether a verb has the noun phrase behind it as object, rather than standing inside it (专利导航项目)."""
    if tokens[n].text in indicator_words("predicate"):
        return True
    if n == 0:
        return True
    before = tokens[n - 1]
    return before.kind in ("time", "name", "function", "verb", "mark") or _is_agent(before)


def _phrase(kept: list[Token]) -> tuple[str, int, int] | None:
    if not kept:
        return None
    text = "".join(t.text for t in kept)
    clean = trim(text)
    if not clean:
        return None
    offset = text.index(clean)
    return clean, kept[0].start + offset, kept[0].start + offset + len(clean)
