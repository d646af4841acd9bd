"""A string that is one time and nothing else: the field of a form, what a caller hands to ``parse_time``.

On a page the words that bound a time stay outside it, and a list names each of its days. Where nothing else stands
around, both belong to what the string says: 2018年开始 has no end, and 9月10日、11日 is from the one to the other.
"""

from __future__ import annotations

import datetime as dt
import itertools

import regex

from newsextract.recognize.times.reading import Found

__all__ = ["LONGEST", "bounded", "one_and_a_half", "settle"]

#: No longer is a string that is taken for one time.
LONGEST = 48
_FROM = regex.compile(r"自从?|从|由")
_ON = regex.compile(r"起始?|开始|始")
_AND = regex.compile(r"\s?[、，,和及与]\s?")
#: Figures of one that are not said: 分半 is a minute and a half, 个半小时 an hour and a half.
_HALF = regex.compile(r"[年天分]半|分半钟|个半(?:小时|钟头|月|星期)")


def bounded(text: str, found: Found) -> bool:
    """Whether a time and the words that open it are all of a string.

    >>> from newsextract.recognize.times.reading import Reading
    >>> bounded("自2018年起", Found(1, 6, Reading("period")))
    True
    """
    before, behind = text[: found.start].strip(), text[found.end :].strip()
    return bool((not before or _FROM.fullmatch(before)) and (not behind or _ON.fullmatch(behind)))


def settle(text: str, found: list[Found]) -> list[Found]:
    """Read the times of a short string as one, where they are all that it says.

    Args:
        text: the whole string.
        found: its times, in order.
    """
    if len(found) > 1:
        return [_joined(found)] if _a_row(text, found) else found
    if len(found) != 1 or found[0].ranged or not bounded(text, found[0]):
        return found
    only = found[0]
    first, last = only.reading.within
    since = (only.reading.timex or "").endswith("/")  # 自从2010年以来 ends with the day of writing
    if first is None or last is None or since or not text[: only.start].strip() + text[only.end :].strip():
        return found
    reading = only.reading.but(kind="period", within=(first, None), timex=f"{first}/")
    return [Found(only.start, only.end, reading)]


def _a_row(text: str, found: list[Found]) -> bool:
    """Whether times are all of a text but for commas, each beginning the day after the one before."""
    if found[0].start > 0 or found[-1].end < len(text):
        return False
    for one, following in itertools.pairwise(found):
        at, then = one.reading.interval, following.reading.interval
        if at is None or then is None or then[0] - at[1] != dt.timedelta(1):
            return False
        if not _AND.fullmatch(text, one.end, following.start):
            return False
    return True


def _joined(found: list[Found]) -> Found:
    first, last = found[0].reading.within[0], found[-1].reading.within[1]
    reading = found[0].reading.but(kind="period", within=(first, last), timex=f"{first}/{last}")
    return Found(found[0].start, found[-1].end, reading, ranged=True)


def one_and_a_half(text: str) -> str | None:
    """Spell out the one that 分半, 年半 and 个半小时 leave unsaid; None for other strings."""
    return f"一{text}" if _HALF.fullmatch(text) else None
