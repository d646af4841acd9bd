"""Patterns that run on text from outside: compiled once, named, and never longer than a set time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from newsextract.errors import PatternTimeoutError

__all__ = ["TIMEOUT", "Pattern"]

#: Seconds that one pattern may take on one page; real pages take milliseconds.
TIMEOUT = 5.0


class Pattern:
    r"""A named ``regex`` pattern with a timeout.

    Args:
        name: what it finds, for the message when it runs over its time.
        source: the pattern, in ``regex``'s verbose form (blanks and comments inside do not count).
        **lists: named lists for ``\\L<name>``.

    >>> [m.group() for m in Pattern("two figures", r"[0-9]{2}").finditer("12 345")]
    ['12', '34']
    """

    def __init__(self, name: str, source: str, **lists: list[str]) -> None:
        self.name = name
        options: dict[str, Any] = {**lists}
        self._compiled = regex.compile(source, regex.VERBOSE | regex.VERSION1, **options)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """Find all, left to right, not overlapping.

        Raises:
            PatternTimeoutError: it took longer than ``TIMEOUT``.
        """
        try:
            yield from self._compiled.finditer(text, start, len(text) if end is None else end, timeout=TIMEOUT)
        except TimeoutError as error:
            raise self._late(text) from error

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
