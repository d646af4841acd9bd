"""What stands below a year (a month, a quarter, a feast): its days in any year that it may be of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from newsextract.recognize.times import calendar, lunisolar
from newsextract.recognize.times.calendar import Interval
from newsextract.recognize.times.reading import Fields, whole

__all__ = ["WEEKDAYS", "Shape", "month_shape", "shape_of"]

WEEKDAYS = {c: n for n, c in enumerate("一二三四五六日", 1)} | {"天": 7}
_QUARTERS = {c: n for n, c in enumerate("一二三四", 1)} | {str(n): n for n in range(1, 5)}
_SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "大年": 1, "年": 1}
_XUN = "上中下"
_FAR_AHEAD = 330
_LUNAR_AHEAD = 250
_YEAR_END_AHEAD = 280


@dataclass(frozen=True, slots=True)
class Shape:
    """What an expression is in any year: its days there, and its TIMEX3 value with ``{y}`` for the year."""

    days: Callable[[int], Interval | None]
    timex: str | None
    grain: str
    #: How many days ahead this year's may lie before another year's is taken; a feast is this year's even long before.
    horizon: int = calendar.AHEAD


def _months(first: int, last: int) -> Shape:
    timex = f"{{y}}-{first:02}" if first == last else f"{{y}}-{first:02}/{{y}}-{last:02}"
    return Shape(lambda y: calendar.months(y, first, last), timex, "month")


def _lunar(f: Fields) -> Shape | None:
    m = _LUNAR_MONTHS.get(f.get("lmon", "")) or whole(f.get("mon"))
    leap = "leap" in f
    if m is None:
        return None
    said = f.get("lday") or f.get("cday") or f.get("day")
    if {"xun", "mpos"} & f.keys():
        first, last = _thirds(f)

        def third(y: int) -> Interval | None:
            at = lunisolar.lunar_month(y, m, leap=leap)
            return at and (
                at[0] + dt.timedelta(10 * first - 10),
                at[1] if last == 3 else at[0] + dt.timedelta(10 * last - 1),
            )

        return Shape(third, None, "xun", horizon=_LUNAR_AHEAD)
    if {"wn", "nwd", "ln", "fn", "dn", "hm"} & f.keys():
        return None
    if said is None:
        return Shape(lambda y: lunisolar.lunar_month(y, m, leap=leap), None, "month", horizon=_LUNAR_AHEAD)
    d = whole(said.removeprefix("初"))
    return Shape(lambda y: lunisolar.lunar_day(y, m, d, leap=leap), None, "day", horizon=_LUNAR_AHEAD) if d else None


def _is_lunar(f: Fields) -> bool:
    if any(name in f for name in ("lunar", "leap", "lmon", "lday")):
        return True
    # 二月十五 without 日 is the lunar calendar's way; 一月, 十二月 and a year in figures are the solar one's.
    return "cday" in f and "y" not in f and f.get("mon") not in (None, "一", "十二") and not f["mon"].isdigit()


def _nth_week(m: int, n: int) -> Shape:
    return Shape(_inside(m, lambda w: calendar.nth_week(w, n)), None, "week", horizon=_FAR_AHEAD)


def _some_days(m: int, f: Fields) -> Shape | None:
    """前十天, 最后五天, 最后一周, 第三天 of a month."""
    if nth := whole(f.get("dn")):
        return Shape(lambda y: calendar.day(y, m, nth), None, "day")
    n, unit = (whole(f.get("fn")), f.get("fu")) if "fn" in f else (whole(f.get("ln")), f.get("lu"))
    if not n:
        return None
    first = "fn" in f
    if unit == "天":
        span = dt.timedelta(n - 1)
        return _inside_shape(m, lambda w: (w[0], w[0] + span) if first else (w[1] - span, w[1]), "days")

    return _inside_shape(m, lambda w: _weeks(w, n, first=first), "days")


def _weeks(within: Interval, n: int, *, first: bool) -> Interval | None:
    """The first or last weeks that begin in a month or a year."""
    begin, end = (calendar.nth_week(within, k) for k in ((1, n) if first else (-n, -1)))
    return (begin[0], end[1]) if begin and end else None


def _thirds(f: Fields) -> tuple[int, int]:
    """Which thirds of a month 上旬, 中下旬, 月初 and 月底 are."""
    first = _XUN.index(f["xun"]) + 1 if "xun" in f else {"初": 1}.get(f["mpos"], 3)
    return first, _XUN.index(f["xun2"]) + 1 if "xun2" in f else first


def month_shape(f: Fields, m: int) -> Shape | None:
    """What stands below a month."""
    if said := f.get("day") or f.get("cday"):
        d = whole(said)
        return Shape(lambda y: calendar.day(y, m, d or 0), f"{{y}}-{m:02}-{d or 0:02}", "day")
    if "xun" in f or "mpos" in f:
        first, last = _thirds(f)
        timex = f"{{y}}-{m:02}-{10 * first - 9:02}/{{y}}-{m:02}-{10 * last}" if last < 3 else None
        return Shape(lambda y: calendar.ten_days(y, m, first, last), timex, "xun")
    if "nwd" in f:
        which = whole(f.get("wdn")) or -1
        return Shape(
            _inside(m, lambda w: calendar.nth_weekday(w, which, WEEKDAYS[f["nwd"]])), None, "day", horizon=_FAR_AHEAD
        )
    if n := whole(f.get("wn")):
        return _nth_week(m, n)
    if "hm" in f:
        half = dt.timedelta(14)
        return _inside_shape(
            m, lambda w: (w[0], w[0] + half) if f["hm"] == "上" else (w[0] + half + dt.timedelta(1), w[1]), "xun"
        )
    if {"fn", "ln", "dn"} & f.keys():
        return _some_days(m, f)
    return _months(m, m)


def _inside_shape(m: int, part: Callable[[Interval], Interval | None], grain: str) -> Shape:
    return Shape(_inside(m, part), None, grain)


def _inside(m: int, part: Callable[[Interval], Interval | None]) -> Callable[[int], Interval | None]:
    def days(y: int) -> Interval | None:
        within = calendar.month(y, m)
        return part(within) if within else None

    return days


def _seasons(season: Callable[[int, str], Interval | None], first: str, second: str) -> Shape | None:
    """春夏, 秋冬: two seasons in a row."""
    if "春夏秋冬春".find(first + second) < 0:
        return None

    def days(y: int) -> Interval | None:
        begun, ended = season(y, first), season(y + (first == "冬"), second)
        return (begun[0], ended[1]) if begun and ended else None

    return Shape(days, None, "season")


def _nth_day(y: int, n: int) -> Interval | None:
    at = calendar.year(y)
    day = at[0] + dt.timedelta(n - 1) if at and 1 <= n <= 366 else None
    return (day, day) if day else None


def _first_or_last(f: Fields) -> Shape | None:
    first = whole(f.get("fn"))
    n, unit = (first, f.get("fu")) if "fn" in f else (whole(f.get("ln")), f.get("lu"))
    if not n or unit is None:
        return None
    if unit in ("月", "季度"):
        size = n * (3 if unit == "季度" else 1)
        if size > 12:
            return None
        # 前三季度 in January is last year's: it counts from where the period ends.
        return replace(_months(1, size), horizon=calendar.AHEAD - 30 * size) if first else _months(13 - size, 12)

    def days(y: int) -> Interval | None:
        at = calendar.year(y)
        if at is None:
            return None
        if unit == "天":
            span = dt.timedelta(n - 1)
            return (at[0], at[0] + span) if first else (at[1] - span, at[1])
        return _weeks(at, n, first=bool(first))

    return Shape(days, None, "days")


def shape_of(f: Fields) -> Shape | None:
    """What stands below the year, or None where nothing does."""
    if _is_lunar(f):
        return _lunar(f)
    if (m := 1 if "jan" in f else whole(f.get("mon") or f.get("bm"))) is not None:
        return month_shape(f, m) if m <= 12 else None
    if "am" in f:  # 七八月
        first, last = whole(f["am"]) or 0, whole(f["am2"]) or 0
        return _months(first, last) if last - first == 1 else None
    if "aq" in f:
        first, last = _QUARTERS[f["aq"]], _QUARTERS[f["aq2"]]
        return _months(3 * first - 2, 3 * last) if last - first == 1 else None
    if "q" in f:
        q = _QUARTERS[f["q"]]
        if at := f.get("qpos"):
            edge = 3 * q - 2 if at == "初" else 3 * q
            return _months(edge, edge)
        return Shape(lambda y: calendar.quarter(y, q), f"{{y}}-Q{q}", "quarter")
    if "half" in f:
        h = 1 if f["half"] in "上前" else 2
        return Shape(lambda y: calendar.half(y, h), f"{{y}}-H{h}", "half")
    if "season" in f:
        season = lunisolar.season if "almanac" in f else calendar.season
        if second := f.get("season2"):
            return _seasons(season, f["season"], second)
        return Shape(lambda y: season(y, f["season"]), f"{{y}}-{_SEASONS[f['season']]}", "season")
    if "fn" in f or "ln" in f:
        return _first_or_last(f)
    if nth := whole(f.get("dn")):
        return Shape(lambda y: _nth_day(y, nth), None, "day")
    if "nwd" in f:
        which = whole(f.get("wdn")) or -1
        day = WEEKDAYS[f["nwd"]]
        return Shape(lambda y: (at := calendar.year(y)) and calendar.nth_weekday(at, which, day), None, "day")
    if "feast" in f:
        return Shape(lambda y: lunisolar.feast(f["feast"], y), None, "day", horizon=_FAR_AHEAD)
    if "newyear" in f:
        return Shape(lambda y: calendar.day(y, 1, 1), "{y}-01-01", "day")
    if n := whole(f.get("wn")):
        return Shape(lambda y: (whole_year := calendar.year(y)) and calendar.nth_week(whole_year, n), None, "week")
    if "pos" in f:
        at_month = {"初": 1, "中": 6}.get(f["pos"], 12)
        # From March on 年底 is this year's, before that the one just past is as near.
        return replace(_months(at_month, at_month), horizon=_YEAR_END_AHEAD if at_month == 12 else calendar.AHEAD)
    if "within" in f or "whole" in f or "y0" in f:
        return Shape(calendar.year, "{y}", "year")
    return None
