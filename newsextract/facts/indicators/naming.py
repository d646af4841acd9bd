"""Noun phrases beside a figure: what it counts or measures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

from newsextract.doc import norm_text, word_starts
from newsextract.facts.indicators.words import classes_of, indicator_words

__all__ = ["Token", "counted_noun", "is_verb", "measured_noun", "split_names", "tokens_of", "trim"]

Kind = Literal["noun", "verb", "function", "of", "name", "time", "mark"]

#: Mentions that stand as agents before a verb; a time stands before them.
_NAMES = ("ORG", "PLACE", "PERSON", "PRODUCT", "EVENT", "POSITION")
_FUNCTION = (
    "与在对为向将被把已由均共等和或及以从给让使也都就还而且并则了着过又再仅约近超达到于至内中上下里后前各其该此本这那所"
)
_BOUNDS = ("左右", "上下", "以上", "以下", "以内", "之多", "余", "多", "大关", "规模")
_AGENT_ENDS = frozenset("人员者工生师民户众手")
_OF_AGENTS = frozenset("家名位户人")
_QUOTES = " 　“”\"'‘’·—-《》"
_EDGES = _QUOTES + "、和及与"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mention beside a figure, folded for matching, and what it is to a noun phrase."""

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
    nouns, verbs = indicator_words("compound"), indicator_words("compound_verb")
    tokens: list[Token] = []
    at = start
    for span in [m for m in mentions if m.start < end and m.end > start] + [None]:
        stop = end if span is None else max(at, min(span.start, end))
        while at < stop:
            following = starts.find(1, at + 1, stop)
            edge = following if following > 0 else stop
            compound = text[at : at + 2]
            if at + 2 <= stop and (compound in nouns or compound in verbs):
                tokens.append(Token(compound, "noun" if compound in nouns else "verb", at, at + 2))
                at += 2
                continue
            word = text[at:edge]
            if (
                tokens
                and len(word) == 1
                and tokens[-1].kind == "verb"
                and len(tokens[-1].text) == 1
                and tokens[-1].end == at
            ):
                # 获贷, 发电: two single characters that jieba's dictionary does not hold together are one verb.
                at = tokens.pop().start
                word = text[at:edge]
                tokens.append(Token(word, "verb", at, edge))
            else:
                tokens.append(Token(word, _kind(word), at, edge))
            at = edge
        if span is not None and span.end > at:
            kind: Kind = "time" if span.label_ == "TIME" else "name" if span.label_ in _NAMES else "noun"
            tokens.append(Token(text[at : min(span.end, end)], kind, at, min(span.end, end)))
            at = min(span.end, end)
    return tokens


def _makes_a_verb(tokens: list[Token], word: str, at: int) -> bool:
    """Whether two single characters that the dictionary does not hold together are one verb: 获贷, 惠及."""
    if not tokens or len(word) != 1 or len(tokens[-1].text) != 1 or tokens[-1].end != at:
        return False
    return tokens[-1].kind == "verb" or tokens[-1].text + word in indicator_words("predicate")


def _kind(word: str) -> Kind:
    if not word[0].isalnum():
        return "mark"
    if word == "的":
        return "of"
    if _DEIXIS.fullmatch(word):
        return "name"
    if (len(word) == 1 and word in _FUNCTION) or word in indicator_words("link"):
        return "function"
    if word in indicator_words("predicate"):
        return "verb"
    if len(word) > 1 and (word[-1] in _AGENT_ENDS or word in indicator_words("agent")):
        return "noun"
    found = classes_of(word)
    if found & {"preposition", "conjunction", "adverb", "pronoun"} and len(word) > 1:
        return "function"
    return "verb" if "verb" in found else "noun"


def trim(phrase: str) -> str:
    """Take off quotation marks and particles at the ends of a noun phrase.

    >>> trim("的“地区生产总值"), trim("“菜篮子”产品的"), trim("服务“三农”")
    ('地区生产总值', '“菜篮子”产品', '服务“三农”')
    """
    whole = phrase
    phrase = phrase.strip(_EDGES).lstrip("的了等个").rstrip("的了等为是在").strip(_EDGES)
    deixis = _DEIXIS.match(phrase)
    if deixis and deixis.end() < len(phrase):
        phrase = phrase[deixis.end() :].strip(_EDGES)
    slogan = _SLOGAN.match(phrase)
    return _paired(whole, phrase[slogan.end() :] if slogan else phrase)


def _paired(whole: str, phrase: str) -> str:
    """Give a phrase back the mark that its other one needs (“双招双引”成果), or cut it before one that nobody closes."""
    opened, closed = phrase.count("“"), phrase.count("”")
    if opened == closed:
        return phrase
    begin = whole.index(phrase)
    if closed > opened:
        return f"“{phrase}" if whole[:begin].endswith("“") else phrase[phrase.rindex("”") + 1 :]
    if whole.startswith("”", begin + len(phrase)):
        return f"{phrase}”"
    return phrase[: phrase.rindex("“")].rstrip(_EDGES)


def _is_agent(token: Token) -> bool:
    if token.kind == "name":
        return True
    return token.text[-1] in _AGENT_ENDS or token.text.endswith(tuple(indicator_words("agent")))


def counted_noun(tokens: list[Token], unit: str | None = None, *, named: bool = False) -> tuple[str, int, int] | None:
    """Read what a figure counts from the tokens behind it.

    Args:
        tokens: what stands behind the figure.
        unit: its measure word; 家, 名, 位, 户 and 人 count bodies and people, and nothing that these have.
        named: something is sure to be named there, though it begins with a verb (形成3亿元应收账款资产池).

    Returns:
        the noun phrase with its place in the Doc, or None where nothing is counted there.
    """
    tokens = _without_bound(tokens)
    if not tokens:
        return None
    # 200名能够突破关键技术的领军人才: a relative clause stands before the head.
    stative = indicator_words("stative")
    if tokens[0].kind in ("verb", "function") or tokens[0].text in stative:
        of = [n for n, t in enumerate(tokens) if t.kind == "of"]
        if of and tokens[0].text in stative:
            tokens = tokens[of[-1] + 1 :]
        elif not named or tokens[0].kind == "function":
            return None
    kept: list[Token] = []
    for n, token in enumerate(tokens):
        joined = n + 1 < len(tokens) and tokens[n + 1].kind == "noun" and kept and kept[-1].kind == "noun"
        if token.text in ("和", "及", "以及") and joined:
            kept.append(token)
            continue
        if token.kind in ("function", "time") or (token.kind == "mark" and token.text[0] not in _QUOTES):
            break
        if token.kind == "of":
            # 20多家机构的负责人 counts bodies; 30亿元规模的资金池 is a pool.
            if not kept or _is_agent(kept[-1]):
                break
            kept = []
            continue
        if kept and token.text in indicator_words("intransitive") | indicator_words("predicate"):
            # 高价值专利培育中心 is one name: the verb stands between a thing and a body.
            if _is_agent(kept[-1]) or n + 1 >= len(tokens) or not _is_agent(tokens[n + 1]):
                break
            kept.append(token)
            continue
        if token.kind == "verb" and kept and (_is_agent(kept[-1]) or n == len(tokens) - 1):
            break
        if token.kind == "name" and kept:
            break
        kept.append(token)
    if unit in _OF_AGENTS:
        last = max((n for n, t in enumerate(kept) if _is_agent(t)), default=len(kept) - 1)
        kept = kept[: last + 1]
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
    first = len(tokens)
    for n in range(len(tokens) - 1, -1, -1):
        token = tokens[n]
        if _bounds(token, tokens, n, kept):
            if kept:
                break
            continue
        if kept and (token.text in indicator_words("predicate") or (token.kind == "verb" and _is_predicate(tokens, n))):
            break
        kept.insert(0, token)
        first = n
    if kept and sum(len(t.text) for t in kept) <= _BARE:
        # A bare head (增加值, 利润) says too little alone: 第一产业实现增加值, 对东盟进出口.
        verbs = 0
        while first > 0 and _adds_meaning(tokens[first - 1], verbs):
            first -= 1
            verbs += tokens[first].kind == "verb"
            kept.insert(0, tokens[first])
        # 对欧盟进出口: with whom belongs to what is measured.
        if first > 1 and tokens[first - 1].kind == "name" and tokens[first - 2].text in ("对", "与"):
            kept[:0] = tokens[first - 2 : first]
    return _phrase(kept)


def _adds_meaning(token: Token, verbs: int) -> bool:
    """Whether a word before a bare head belongs to what is measured (质押金额), rather than to the telling (获得贷款)."""
    if token.kind == "verb":
        return token.text in indicator_words("measuring") or (
            not verbs and token.text not in indicator_words("predicate")
        )
    return token.kind == "noun"


def _bounds(token: Token, tokens: list[Token], n: int, kept: list[Token]) -> bool:
    """Whether a token ends a noun phrase on its left."""
    if token.text == "、" or (token.text in "和及与" and n and tokens[n - 1].kind in ("noun", "verb")):
        return not kept
    return (
        token.kind in ("time", "function", "of")
        or (token.kind == "mark" and token.text[0] not in _QUOTES)
        or (token.kind == "name" and bool(kept))
    )


#: Noun phrases up to this many characters take in the words before them.
_BARE = 3


def _is_predicate(tokens: list[Token], n: int) -> bool:
    """Whether a verb has the noun phrase behind it as object, rather than standing inside it (专利导航项目)."""
    if n == 0:
        return True
    before = tokens[n - 1]
    return before.kind in ("time", "name", "function", "of", "verb", "mark") or _is_agent(before)


def is_verb(phrase: str) -> bool:
    """Whether a phrase is nothing but a verb.

    >>> is_verb("设立"), is_verb("资金规模")
    (True, False)
    """
    return phrase in indicator_words("predicate") or "verb" in classes_of(phrase)


def _phrase(kept: list[Token]) -> tuple[str, int, int] | None:
    if not kept:
        return None
    text = "".join(t.text for t in kept)
    clean = trim(text)
    if len(clean) < 2 or all(t.kind == "function" for t in kept):
        return None
    offset = text.index(clean)
    return clean, kept[0].start + offset, kept[0].start + offset + len(clean)


def split_names(text: str, start: int, end: int, count: int) -> list[tuple[str, int, int]]:
    """Split a list of names that a list of figures belongs to, in order; empty where it has not as many members.

    >>> [n for n, _, _ in split_names("出口和进口分别增长", 0, 9, 2)]
    ['出口', '进口']
    """
    stop = text.find("分别", start, end)
    if stop < 0:
        stop = end
    names: list[tuple[str, int, int]] = []
    at = start
    for part in _SEPARATOR.split(text[start:stop]):
        clean = trim(part)
        offset = text.index(clean, at) if clean else at
        names.append((clean, offset, offset + len(clean)))
        at += len(part) + 1
    if len(names) != count or not all(n for n, _, _ in names):
        return []
    # 城镇、农村居民收入: what stands behind the last belongs to each.
    last, size = names[-1][0], len(names[0][0])
    if count > 1 and len(last) >= 2 * size + 2 and all(len(n) == size for n, _, _ in names[:-1]):
        return [(n + last[size:], a, b) for n, a, b in names[:-1]] + [names[-1]]
    return names


_DEIXIS = re.compile("[全我本该][市省县区镇乡村国州旗系行]")
#: A long quoted slogan before what is counted: “留在本地·青春无忧”校园招聘会.
_SLOGAN = re.compile("[“]?[^“”]{6,}”(?=.)")
_SEPARATOR = re.compile("[、和及与]")
