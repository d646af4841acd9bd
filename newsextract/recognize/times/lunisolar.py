"""The lunar calendar, the solar terms and the feasts, from tables for 1900 to 2100."""

from __future__ import annotations

import datetime as dt
import functools

from newsextract.folding import normalise
from newsextract.lexicon.load import read_rows
from newsextract.recognize.times import calendar
from newsextract.recognize.times.calendar import Interval

__all__ = [
    "ambiguous_feasts",
    "clear_feasts",
    "eras",
    "feast",
    "lunar_day",
    "lunar_month",
    "lunar_year",
    "season",
    "sexagenary",
]

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"


@functools.cache
def _months() -> dict[tuple[int, int, bool], Interval]:
    rows = list(read_rows("lunar_months"))
    firsts = [dt.date.fromisoformat(row["first_day"]) for row in rows]
    return {
        (int(row["year"]), int(row["month"]), row["leap"] == "1"): (first, following - dt.timedelta(1))
        for row, first, following in zip(rows, firsts, firsts[1:], strict=False)
    }


@functools.cache
def _terms() -> dict[str, dict[int, Interval]]:
    table: dict[str, dict[int, Interval]] = {}
    for row in read_rows("solar_terms"):
        y = int(row.pop("year"))
        for name, cell in row.items():
            at = dt.date.fromisoformat(f"{y}-{cell}")
            table.setdefault(name, {})[y] = (at, at)
    return table


@functools.cache
def _feasts() -> dict[str, tuple[str, bool]]:
    return {row["name"]: (row["rule"], row["ambiguous"] == "1") for row in read_rows("feasts")}


def clear_feasts() -> list[str]:
    """Names of feasts and terms that mean nothing else."""
    return [name for name, (_, ambiguous) in _feasts().items() if not ambiguous]


def ambiguous_feasts() -> list[str]:
    """Names that are also common words (大雪, 十一) and need words around that say what they mean."""
    return [name for name, (_, ambiguous) in _feasts().items() if ambiguous]


@functools.cache
def eras() -> dict[str, tuple[int, int]]:
    """Names of reigns, each with its first and last year."""
    return {normalise(row["era"]): (int(row["first_year"]), int(row["last_year"])) for row in read_rows("eras")}


def lunar_month(y: int, m: int, *, leap: bool = False) -> Interval | None:
    """Return a month of the lunar calendar.

    >>> lunar_month(2020, 4, leap=True)
    (datetime.date(2020, 5, 23), datetime.date(2020, 6, 20))
    """
    return _months().get((y, m, leap))


def lunar_day(y: int, m: int, d: int, *, leap: bool = False) -> Interval | None:
    """Return a day of the lunar calendar.

    >>> lunar_day(2012, 1, 15)
    (datetime.date(2012, 2, 6), datetime.date(2012, 2, 6))
    """
    found = lunar_month(y, m, leap=leap)
    if found is None or not 1 <= d <= (found[1] - found[0]).days + 1:
        return None
    at = found[0] + dt.timedelta(d - 1)
    return at, at


def lunar_year(y: int) -> Interval | None:
    """Return a lunar year: from its new year's day to the eve of the next."""
    first, last = lunar_month(y, 1), lunar_month(y, 12, leap=True) or lunar_month(y, 12)
    return (first[0], last[1]) if first and last else None


def feast(name: str, y: int) -> Interval | None:
    """Return the day of a feast or solar term in a year; of the lunar year for feasts of the lunar calendar.

    >>> feast("中秋节", 2020), feast("母亲节", 2017)
    ((datetime.date(2020, 10, 1), datetime.date(2020, 10, 1)), (datetime.date(2017, 5, 14), datetime.date(2017, 5, 14)))
    """
    kind, _, rule = _feasts()[name][0].partition(" ")
    if kind == "term":
        return _terms()[rule].get(y)
    if kind == "eve":
        whole = lunar_year(y - 1)  # the eve that falls in the year, before its new year's day
        return (whole[1], whole[1]) if whole else None
    parts = [int(p) for p in rule.split("-")]
    if kind == "solar":
        return calendar.day(y, *parts)
    if kind == "lunar":
        # A feast of the twelfth month belongs, in talk, to the solar year that it falls in.
        return lunar_day(y - (parts[0] == 12), *parts)
    within = calendar.month(y, parts[0])
    return calendar.nth_weekday(within, parts[1], parts[2]) if within else None


def season(y: int, name: str) -> Interval | None:
    """Return a season as the almanac has it: spring from 立春 to the eve of 立夏, winter into the next year.

    >>> season(2024, "夏")
    (datetime.date(2024, 5, 5), datetime.date(2024, 8, 6))
    """
    terms = _terms()
    following = {"春": "夏", "夏": "秋", "秋": "冬", "冬": "春"}[name]
    first, last = terms[f"立{name}"].get(y), terms[f"立{following}"].get(y + (name == "冬"))
    # Beyond the table of terms the months will do.
    return (first[0], last[0] - dt.timedelta(1)) if first and last else calendar.season(y, name)


def sexagenary(name: str, ref: int) -> int | None:
    """Return the year nearest to ``ref`` that has an animal (龙) or a stem and a branch (甲辰).

    >>> sexagenary("龙", 2023), sexagenary("甲辰", 2023)
    (2024, 2024)
    """
    if len(name) == 1:
        rest, cycle = (_ANIMALS.index(name) + 4) % 12, 12
    else:
        stem, branch = _STEMS.index(name[0]), _BRANCHES.index(name[1])
        at = next((n for n in range(60) if n % 10 == stem and n % 12 == branch), None)
        if at is None:
            return None
        rest, cycle = (at + 4) % 60, 60
    return min((y for y in range(ref - cycle, ref + cycle + 1) if y % cycle == rest), key=lambda y: abs(y - ref))
