"""Patterns that run on text from outside: compiled once, named, and never longer than a set time."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import regex

from newsextract.errors import PatternTimeoutError

__all__ = ["TIMEOUT", "Pattern", "Starts", "before", "beginning"]

#: Seconds that one pattern may take on one page; real pages take milliseconds.
TIMEOUT = 5.0

#: So many tries of a pattern pass between two looks at the clock.
_CLOCK = 256

#: Finds the places in [start, end) of a text where a pattern may begin.
Starts = Callable[[str, int, int], Iterable[int]]


def beginning(source: str) -> Starts:
    """Make a finder of places by a pattern of the standard engine, which finds characters several times as fast.

    Args:
        source: classes, strings and bounded repeats only, since that engine has no timeout; fastest where it begins
            with a class.

    >>> list(beginning("[0-9](?=年)")("2019年5月", 0, 7))
    [3]
    """
    places = re.compile(source)
    return lambda text, start, end: [hit.start() for hit in places.finditer(text, start, end)]


def before(source: str, *, most: int) -> Starts:
    r"""Make a finder of places by what stands further on: the up to ``most`` characters of a line before each hit of a pattern.

    Args:
        source: as for ``beginning``.
        most: how far before the hit a match may begin.

    >>> list(before("等(?=项目)", most=3)("建设甲、乙等项目", 0, 8))
    [2, 3, 4]
    """
    places = re.compile(source)

    def starts(text: str, start: int, end: int) -> Iterator[int]:
        at = start
        for hit in places.finditer(text, start, end):
            at = max(at, hit.start() - most, text.rfind("\n", at, hit.start()) + 1)
            yield from range(at, hit.start())
            at = max(at, hit.start())

    return starts


class Pattern:
    r"""A named ``regex`` pattern with a timeout.

    Args:
        name: what it finds, for the message when it runs over its time.
        source: the pattern, in ``regex``'s verbose form (blanks and comments inside do not count).
        starts: finds the places where a match may begin, in ascending order; the pattern is then tried there alone.
        **lists: named lists for ``\\L<name>``.

    >>> [m.group() for m in Pattern("two figures", r"[0-9]{2}").finditer("12 345")]
    ['12', '34']
    >>> [m.group() for m in Pattern("two figures", r"[0-9]{2}", starts=beginning("[0-9]")).finditer("12 345")]
    ['12', '34']
    """

    def __init__(self, name: str, source: str, *, starts: Starts | None = None, **lists: list[str]) -> None:
        self.name = name
        self._starts = starts
        options: dict[str, Any] = {**lists}
        self._compiled = regex.compile(source, regex.VERBOSE | regex.VERSION1, **options)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """Find all, left to right, not overlapping.

        Raises:
            PatternTimeoutError: it took longer than ``TIMEOUT``.
        """
        last = len(text) if end is None else end
        try:  # as a list at once: half of all searches find nothing, and a generator costs more than they do
            if self._starts is not None:
                return iter(self._tried(self._starts, text, start, last))
            return iter(list(self._compiled.finditer(text, start, last, timeout=TIMEOUT)))
        except TimeoutError as error:
            raise self._late(text) from error

    def _tried(self, starts: Starts, text: str, start: int, end: int) -> list[regex.Match[str]]:
        match, spent = self._compiled.match, time.process_time()
        found: list[regex.Match[str]] = []
        for tries, at in enumerate(starts(text, start, end), 1):
            if at < start:
                continue
            hit = match(text, at, end, timeout=TIMEOUT)
            if hit is not None:
                found.append(hit)
                start = max(hit.end(), at + 1)
            if tries % _CLOCK == 0 and time.process_time() - spent > TIMEOUT:
                raise self._late(text)
        return found

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Find the first, or None.

        Raises:
            PatternTimeoutError: it took longer than ``TIMEOUT``.
        """
        try:
            return self._compiled.search(text, start, len(text) if end is None else end, timeout=TIMEOUT)
        except TimeoutError as error:
            raise self._late(text) from error

    def match(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Match at ``start``, or None.

        Raises:
            PatternTimeoutError: it took longer than ``TIMEOUT``.
        """
        try:
            return self._compiled.match(text, start, len(text) if end is None else end, timeout=TIMEOUT)
        except TimeoutError as error:
            raise self._late(text) from error

    def fullmatch(self, text: str) -> regex.Match[str] | None:
        """Match the whole text, or None.

        Raises:
            PatternTimeoutError: it took longer than ``TIMEOUT``.
        """
        try:
            return self._compiled.fullmatch(text, timeout=TIMEOUT)
        except TimeoutError as error:
            raise self._late(text) from error

    def _late(self, text: str) -> PatternTimeoutError:
        return PatternTimeoutError(
            f"pattern {self.name!r} took longer than {TIMEOUT:g} s on {len(text)} characters",
            todo="report the page: no pattern should grow worse than linearly",
        )
