"""One spelling for matching: full-width forms and traditional characters folded, one character to one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from newsextract.lexicon.load import read_rows

__all__ = ["normalise"]


@cache
def _folding() -> dict[int, str]:
    table = {}
    for code in (*range(0xFF01, 0xFF5F), 0x3000, *range(0x2460, 0x2474)):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[code] = folded
    # Chinese punctuation keeps its form: a full-width comma or bracket is what patterns name.
    for mark in "，。；：！？（）":
        table.pop(ord(mark), None)
    for row in read_rows("traditional"):
        table[ord(row["traditional"])] = row["simplified"]
    return table


@cache
def _folded() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(map(chr, _folding())))}]")


def _fold(found: re.Match[str]) -> str:
    return _folding()[ord(found[0])]


def normalise(text: str) -> str:
    """Fold full-width letters and figures and traditional characters, one character to one.

    Chinese punctuation (，。；：！？（）) stays as it is.

    >>> normalise("１２．８億元")
    '12.8亿元'
    """
    # Most characters stay: the engine passes over them faster than str.translate looks each of them up.
    return _folded().sub(_fold, text)
