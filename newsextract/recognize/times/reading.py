"""What a time expression is read into, and what it is read against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Literal

from newsextract.recognize.numerals import Numeral, read_numeral
from newsextract.recognize.times.calendar import Interval

__all__ = ["Fields", "Found", "Kind", "Reading", "Setting", "lasts_till_now", "numeral", "whole"]

#: What a match of the grammar says: group name → text, groups that took no part left out.
Fields = dict[str, str]

_MISREAD = str.maketrans("OolI", "0011")
_DIGITS = "零一二三四五六七八九十"
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")

Kind = Literal["date", "period", "duration", "set", "vague"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against.

    Args:
        ref: the day of writing: the article's dateline, else the day of publication; None where neither is known.
        published: the day of publication, with which open periods (以来, 近两年) end.
        year: the year that a bulletin is about; it stands in for this year.
        anchor: an expression before, from which a bare month or day may take its year.
        ahead: the words before speak of what is to come.
        past: it must not lie ahead (以来).
    """

    ref: dt.date | None = None
    published: dt.date | None = None
    year: int | None = None
    anchor: Reading | None = None
    ahead: bool = False
    past: bool = False

    @property
    def this_year(self) -> int | None:
        """The year that 今年 and 全年 mean."""
        return self.year or (self.ref.year if self.ref else None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression, read.

    Args:
        kind: as in ``TimeValue``.
        within: first and last day; either may be open (None).
        timex: TIMEX3 value.
        part: morning, noon, afternoon, evening, night or HH:MM.
        duration: ISO 8601.
        working_days: the duration counts working days.
        explicit: the text itself names the year.
        grain: the smallest unit that is named, for what may follow it in a list.
    """

    kind: Kind
    within: tuple[dt.date | None, dt.date | None] = (None, None)
    timex: str | None = None
    part: str | None = None
    duration: str | None = None
    working_days: bool | None = None
    explicit: bool = False
    grain: str = ""

    @property
    def interval(self) -> Interval | None:
        """First and last day where both are known."""
        first, last = self.within
        return (first, last) if first and last else None

    def but(self, **changes: Any) -> Reading:
        """Return a copy with some fields changed."""
        return replace(self, **changes)

    def value(self) -> dict[str, Any]:
        """Return the fields of ``TimeValue``, JSON-safe."""
        first, last = self.within
        return {
            "kind": self.kind,
            "start": first.isoformat() if first else None,
            "end": last.isoformat() if last else None,
            "part": self.part,
            "duration": self.duration,
            "working_days": self.working_days,
            "timex": self.timex,
        }


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression in a text: where it stands and what it means; ``ranged`` where it has two ends or more members."""

    start: int
    end: int
    reading: Reading
    ranged: bool = False


def numeral(text: str) -> Numeral | None:
    """Read a string that is one numeral and nothing else."""
    found = read_numeral(text)
    return found[0] if found and found[1] == len(text) else None


def whole(text: str | None) -> int | None:
    """Read a whole number; None where the string is none, or is said loosely.

    >>> whole("二〇〇四"), whole("廿二"), whole("2O21"), whole("十几"), whole("元")
    (2004, 22, 2021, None, 1)
    """
    if not text:
        return None
    if text in ("元", "正"):
        return 1
    figures = text.translate(_MISREAD) if text[0].isdigit() else text.translate(_CAPITALS)
    if len(figures) > 1 and figures[0] == "零" and not figures.strip(_DIGITS):
        figures = figures[1:]  # 零捌月
    found = numeral(figures)
    if found is None or found.low != found.high or found.low % 1:
        return None
    return int(found.low)


def lasts_till_now(f: Fields) -> bool:
    """Whether a time goes on to the day of publication: 2020年以来, 2020年至今."""
    return f.get("suf", "").endswith(("以来", "今"))
