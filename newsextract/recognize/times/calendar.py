"""Calendar arithmetic: pure functions on days and on closed intervals of days."""

from __future__ import annotations

import calendar
import datetime as dt

__all__ = [
    "Interval",
    "add_months",
    "day",
    "half",
    "month",
    "months",
    "nearest",
    "nth_week",
    "nth_weekday",
    "quarter",
    "season",
    "shift_months",
    "ten_days",
    "week",
    "year",
    "years",
]

#: First and last day, both inside.
Interval = tuple[dt.date, dt.date]

#: How far ahead a date without a year may lie before last year's is the likelier one.
AHEAD = 200


def day(y: int, m: int, d: int) -> Interval | None:
    """Return one day, or None where the calendar has no such day.

    >>> day(2023, 2, 29) is None
    True
    """
    try:
        found = dt.date(y, m, d)
    except ValueError:
        return None
    return found, found


def months(y: int, first: int, last: int) -> Interval | None:
    """Return the months ``first`` to ``last`` of a year."""
    if not (1 <= y <= 9999 and 1 <= first <= last <= 12):
        return None
    return dt.date(y, first, 1), dt.date(y, last, calendar.monthrange(y, last)[1])


def month(y: int, m: int) -> Interval | None:
    """Return one month."""
    return months(y, m, m)


def year(y: int) -> Interval | None:
    """Return one year."""
    return months(y, 1, 12)


def years(first: int, last: int) -> Interval | None:
    """Return the years ``first`` to ``last``."""
    return (dt.date(first, 1, 1), dt.date(last, 12, 31)) if 1 <= first <= last <= 9999 else None


def quarter(y: int, q: int) -> Interval | None:
    """Return one quarter."""
    return months(y, 3 * q - 2, 3 * q)


def half(y: int, h: int) -> Interval | None:
    """Return one half of a year."""
    return months(y, 6 * h - 5, 6 * h)


def season(y: int, name: str) -> Interval | None:
    """Return spring (March to May), summer, autumn or winter (December to February) of a year.

    What the almanac calls a season is in ``lunisolar.season``.
    """
    begins = {"春": 3, "夏": 6, "秋": 9, "冬": 12}[name]
    if not 1 <= y < 9999:
        return None
    first = dt.date(y, begins, 1)
    return first, add_months(first, 3) - dt.timedelta(1)


def ten_days(y: int, m: int, which: int, last: int | None = None) -> Interval | None:
    """Return the first, second or third part of a month (上旬, 中旬, 下旬), or from one to another."""
    whole = month(y, m)
    if whole is None:
        return None
    first = whole[0].replace(day=10 * which - 9)
    return first, whole[1] if (last or which) == 3 else whole[0].replace(day=10 * (last or which))


def week(day: dt.date) -> Interval:
    """Return the week of a day, Monday to Sunday."""
    monday = day - dt.timedelta(day.weekday())
    return monday, monday + dt.timedelta(6)


def nth_weekday(within: Interval, n: int, weekday: int) -> Interval | None:
    """Return the n-th weekday (Monday 1) of an interval; from its end where n is negative."""
    if n > 0:
        first = within[0] + dt.timedelta((weekday - 1 - within[0].weekday()) % 7)
        found = first + dt.timedelta(7 * (n - 1))
    else:
        last = within[1] - dt.timedelta((within[1].weekday() - weekday + 1) % 7)
        found = last + dt.timedelta(7 * (n + 1))
    return (found, found) if within[0] <= found <= within[1] else None


def nth_week(within: Interval, n: int) -> Interval | None:
    """Return the n-th week of an interval; its first is the first that begins inside."""
    monday = nth_weekday(within, n, 1)
    return week(monday[0]) if monday else None


def add_months(day: dt.date, n: int) -> dt.date:
    """Move a day by months; the last day of a shorter month where it has no such day.

    >>> add_months(dt.date(2024, 1, 31), 1), add_months(dt.date(2024, 3, 31), -12)
    (datetime.date(2024, 2, 29), datetime.date(2023, 3, 31))
    """
    y, m = divmod(day.year * 12 + day.month - 1 + n, 12)
    y = min(max(y, 1), 9999)
    return dt.date(y, m + 1, min(day.day, calendar.monthrange(y, m + 1)[1]))


def shift_months(within: Interval, n: int) -> Interval:
    """Move an interval by months; one that ends with its month still does.

    >>> shift_months((dt.date(2024, 2, 1), dt.date(2024, 2, 29)), -1)
    (datetime.date(2024, 1, 1), datetime.date(2024, 1, 31))
    """
    first, last = add_months(within[0], n), add_months(within[1], n)
    if within[0] != within[1] and (within[1] + dt.timedelta(1)).day == 1:
        last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return first, last


def nearest(
    ref: dt.date, options: list[Interval | None], *, horizon: int = AHEAD, ahead: bool = False
) -> Interval | None:
    """Choose the year of a date that names none: this year's, unless another's is clearly nearer.

    Args:
        ref: the day that the text is written on.
        options: what last year, this year and next year have.
        horizon: how many days ahead this year's may lie.
        ahead: whether the words around speak of what is to come.
    """
    before, this, following = options
    if following and horizon and (following[0] - ref).days <= 31 and following[0] == following[1]:
        return following
    if ahead:
        return next((o for o in options if o and o[1] >= ref), None)
    if this and (this[0] - ref).days <= horizon:
        return this
    return before or this or following
