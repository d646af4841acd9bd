"""Stretches of the shape of a Chinese name, with what their characters alone say: a surname, one or two characters behind it."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsextract.recognize.people.lexicon import FLOOR, name_model
from newsextract.recognize.people.weights import PRIOR

__all__ = ["begins", "shapes_at"]

#: Log share of names with one and with two characters behind the surname.
_ONE, _TWO = math.log(0.18), math.log(0.82)
#: The characters that given names are made of.
_HAN = ("一", "鿿")
#: Code points from here on are looked up as the last one, which is no character.
_LAST = 0xFFFF

_Floats = NDArray[np.float64]


class _Tables(NamedTuple):
    """The name model by code point: surnames of one character, and given characters by their place."""

    surname: _Floats
    single: _Floats
    first: _Floats
    last: _Floats


@cache
def _tables() -> _Tables:
    model = name_model()

    def table(ratios: dict[str, float], other_han: float) -> _Floats:
        made = np.full(_LAST + 1, -np.inf)
        made[ord(_HAN[0]) : ord(_HAN[1]) + 1] = other_han
        for char, ratio in ratios.items():
            if len(char) == 1 and ord(char) < _LAST:
                made[ord(char)] = ratio
        return made

    return _Tables(table(model.surnames, -np.inf), *(table(t, FLOOR) for t in (model.single, model.first, model.last)))


@cache
def _compounds() -> tuple[frozenset[str], list[int], re.Pattern[str]]:
    """First two characters of the surnames that have them; the lengths of surnames, the longest first; where such may begin."""
    surnames = name_model().surnames
    firsts = frozenset(s[:2] for s in surnames if len(s) > 1)
    one, two = ("".join(sorted({pair[n] for pair in firsts})) for n in (0, 1))
    return firsts, sorted({len(s) for s in surnames}, reverse=True), re.compile(f"[{one}](?=[{two}])")


def begins(text: str, opens: bytes, starts: bytes, *, at_least: float, inside: float) -> list[int]:
    """Find where a name may begin, for a whole text at once; a quarter of its characters are surnames, few of them begin a name.

    Args:
        text: the text.
        opens: one byte a character and one more, 1 where anything but the characters may speak for a name that begins there.
        starts: the same, 1 where a word of the dictionary begins.
        at_least, inside: log odds that the characters must have elsewhere, where a word begins and inside words.

    Returns:
        the places in ascending order: all surnames where ``opens`` is set, and of the others those with good characters.
    """
    if len(text) < 2:
        return []
    codes = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), _LAST)
    surname, single, first, last = (table[codes] for table in _tables())
    one = PRIOR + surname[:-1] + _ONE + single[1:]
    needed = np.where(np.frombuffer(starts, np.uint8)[: len(one)] > 0, at_least, inside)
    hopeful = one >= needed
    hopeful[:-1] |= PRIOR + surname[:-2] + _TWO + (first[1:-1] + last[2:]) >= needed[:-1]
    hopeful |= (np.frombuffer(opens, np.uint8)[: len(one)] > 0) & (one > -np.inf)
    for hit in _compounds()[2].finditer(text):
        hopeful[hit.start()] = True
    found: list[int] = np.flatnonzero(hopeful).tolist()
    return found


def shapes_at(text: str, at: int) -> list[tuple[int, float]]:
    """Return (end, log odds of the characters alone) of the names that may begin at a place."""
    model = name_model()
    firsts, sizes, _ = _compounds()
    shapes = []
    for size in sizes if text[at : at + 2] in firsts else (1,):
        surname = model.surnames.get(text[at : at + size])
        if surname is None:
            continue
        given = text[at + size : at + size + 2]
        if given and _HAN[0] <= given[0] <= _HAN[1]:
            shapes.append((at + size + 1, PRIOR + surname + _ONE + model.single.get(given[0], FLOOR)))
            if len(given) == 2 and _HAN[0] <= given[1] <= _HAN[1]:
                ratio = model.first.get(given[0], FLOOR) + model.last.get(given[1], FLOOR)
                shapes.append((at + size + 2, PRIOR + surname + _TWO + ratio))
    return shapes
