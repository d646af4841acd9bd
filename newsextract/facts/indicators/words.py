"""The words of indicator statements, read from the lexicons once a process."""

from __future__ import annotations

import functools
from collections import defaultdict

from newsextract.lexicon import read_rows
from newsextract.recognize.patterns import Pattern

__all__ = ["classes_of", "indicator_words", "tail_of"]


@functools.cache
def indicator_words(kind: str) -> frozenset[str]:
    """Return the words of one class of ``indicator_words.tsv``.

    >>> "同比" in indicator_words("modifier")
    True
    """
    return frozenset(row["word"] for row in read_rows("indicator_words") if row["class"] == kind)


@functools.cache
def _word_classes() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    for row in read_rows("phrase_edges"):
        table[row["word"]].add(row["class"])
    return {word: frozenset(found) for word, found in table.items()}


def classes_of(word: str) -> frozenset[str]:
    """Return what a word is where it bounds a noun phrase: verb, preposition, conjunction, adverb, pronoun.

    >>> sorted(classes_of("获得")), sorted(classes_of("投资"))
    (['verb'], [])
    """
    return _word_classes().get(word, frozenset())


def _alternatives(*kinds: str) -> str:
    words = {w for kind in kinds for w in indicator_words(kind)}
    return "|".join(sorted(words, key=len, reverse=True))


@functools.cache
def tail_of(name: str) -> Pattern:
    """Return the pattern for the end of what stands before a figure: ``change``, ``lead``, ``link`` or ``share``.

    >>> tail_of("change").search("产值同比大幅增长")["verb"]
    '大幅增长'
    """
    degree, modifier, change = _alternatives("degree"), _alternatives("modifier"), _alternatives("change")
    patterns = {
        "change": rf"""(?: 按 (?:年|月|季|周|可比价格?|可比口径|不变价格?) (?:计算)? [，,]? )?+
            (?P<modifier> (?:{modifier})?+ ) (?:分别|均|各)?
            (?P<verb> (?:大幅度?|小幅|净|再|又|略)? (?:{change}) ) (?:{degree})*+ \z""",
        "went": rf"(?:{change}|{_alternatives('kept')}) [至到在为成]",
        "lead": rf"(?P<name> (?:{_alternatives('lead')}) [^，。；：、]{{0,20}}? ) (?:{degree})*+ \z",
        "share": rf"(?P<name> 占 (?!比) [^，。；：]{{1,30}}? ) (?: 的 (?:比重|比例|份额)? )?+ (?:{_alternatives('link')})*+ \z",
        "link": rf"(?: (?:{change}|{_alternatives('kept')}) [至到在为] | (?<![年月日人户亩周季地单])均 | {_alternatives('link')} )++ \z",
    }
    return Pattern(f"tail: {name}", patterns[name])
