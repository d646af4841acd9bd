"""Words and mentions beside a figure, and what each is to a noun phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

from newsextract.doc import norm_text, word_starts
from newsextract.facts.indicators.words import classes_of, indicator_words

__all__ = ["AGENT_ENDS", "DEIXIS", "Token", "is_agent", "tokens_of"]

#: A quality (an adjective, an idiom) may stand inside a noun phrase, but heads none.
Kind = Literal["noun", "verb", "function", "quality", "of", "name", "time", "mark"]

#: Mentions that stand as agents before a verb; a time stands before them.
_NAMES = ("ORG", "PLACE", "PERSON", "PRODUCT", "EVENT", "POSITION")
_FUNCTION = (
    "与在对为向将被把已由均共等和或及以从给让使也都就还而且并则了着过又再仅约近超达到于至内中上下里后前各其该此本这那所"
    "要会应须需拟曾仍正刚同报作因较最更很"
)
#: Qualities of one character.
_QUALITIES = "强大高低好快慢优差"
#: How words for people end.
AGENT_ENDS = frozenset("人员者工生师民户众手")
#: Divisions and bodies that are pointed at.
DEIXIS = re.compile("[全我本该][市省县区镇乡村国州旗系行]")


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
                and tokens[-1].text not in "能会要"
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


def _kind(word: str) -> Kind:
    if not word[0].isalnum():
        return "mark"
    if word == "的":
        return "of"
    if DEIXIS.fullmatch(word):
        return "name"
    if (len(word) == 1 and word in _FUNCTION) or word in indicator_words("link"):
        return "function"
    if word in indicator_words("predicate"):
        return "verb"
    if len(word) > 1 and (word[-1] in AGENT_ENDS or word in indicator_words("agent")):
        return "noun"
    if word in indicator_words("headless"):
        return "function"
    if word in indicator_words("noun"):
        return "noun"
    found = classes_of(word)
    if found & {"preposition", "conjunction", "adverb", "pronoun"} and len(word) > 1:
        return "function"
    if "verb" in found:
        return "verb"
    if found & {"adjective", "idiom"}:
        return "quality"
    return "quality" if len(word) == 1 and word in _QUALITIES else "noun"


def is_agent(token: Token) -> bool:
    """Whether a word names a body or people, who do what a verb behind it says."""
    if token.kind == "name":
        return True
    return token.text[-1] in AGENT_ENDS or token.text.endswith(tuple(indicator_words("agent")))
