"""One string as one time: what recognition runs, on a string of its own."""

from __future__ import annotations

import datetime as dt

import regex

from newsextract.folding import normalise
from newsextract.model.values import TimeValue
from newsextract.recognize.times.reading import Setting
from newsextract.recognize.times.scan import scan
from newsextract.recognize.times.whole import bounded

__all__ = ["parse_time"]

_BLANK = regex.compile(r"\s+(?![0-9])|(?<![0-9])\s+")


def parse_time(text: str, *, ref: dt.date | None = None) -> TimeValue | None:
    """Read a string that is one time expression.

    Args:
        text: the expression and nothing else.
        ref: the day of writing; without it what depends on it stays open.

    Returns:
        its value, or None where the string is no time or more than one. Words that open it are read (2018年起 has no
        end), and days in a row are one period.

    >>> parse_time("今年前三季度", ref=dt.date(2023, 12, 19)).end
    datetime.date(2023, 9, 30)
    >>> parse_time("1月21日").timex, parse_time("40个工作日").duration, parse_time("三心二意")
    ('XXXX-01-21', 'P40D', None)
    """
    folded = _BLANK.sub("", normalise(text).strip())
    found = scan(folded, lambda at: Setting(ref, ref))
    if len(found) != 1 or not bounded(folded, found[0]):
        return None
    return TimeValue.model_validate(found[0].reading.value())
