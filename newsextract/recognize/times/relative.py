"""What is counted from the day of writing: 今天, 上周五, 本月10日, 28日, and the year that an expression names."""

from __future__ import annotations

import datetime as dt

from newsextract.recognize.times import calendar, lunisolar
from newsextract.recognize.times.calendar import Interval
from newsextract.recognize.times.reading import Fields, Reading, Setting, whole
from newsextract.recognize.times.shapes import WEEKDAYS, month_shape

__all__ = ["YEAR_FIELDS", "dated", "names_year", "relative", "year_of"]

_DAYS = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
#: What a character counts from this day, or this year.
_STEP_OF = {**_DAYS, "去": -1}
_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "今年": 0, "本年": 0, "这一年": 0, "明年": 1, "来年": 1,
          "下一年": 1, "后年": 2, "大后年": 3}  # fmt: skip
_STEPS = {"上上": -2, "上": -1, "本": 0, "这": 0, "今": 0, "当": 0, "下": 1, "次": 1, "下下": 2}


def year_of(f: Fields, s: Setting) -> int | None:
    """Return the year that the expression names, or None."""
    if said := f.get("y") or f.get("by"):
        return whole(said)
    if said := f.get("yy"):
        short, now = whole(said), s.ref.year if s.ref else 2040
        if short is None:
            return None
        full = now // 100 * 100 + short
        return full - 100 if full > now + 10 else full
    if "era" in f:
        n, (first, last) = whole(f["ey"]), lunisolar.eras()[f["era"]]
        return first + n - 1 if n and first + n - 1 <= last else None
    said = f.get("yrel") or {"今": "今年", "去": "去年", "明": "明年"}.get(f.get("cut", ""))
    if said:
        said = said.removesuffix("度")
        if said in ("次年", "翌年"):
            at = s.anchor.interval if s.anchor else None
            return at[0].year + 1 if at else None
        # In a bulletin 今年 may be the year of writing; only what looks back from its own year follows it.
        base = s.this_year if said in ("上年", "上一年", "本年") or s.ref is None else s.ref.year
        return base + _YEARS[said] if base is not None else None
    if name := f.get("animal") or f.get("pair"):
        return lunisolar.sexagenary(name, s.ref.year) if s.ref else None
    return None


#: Groups of the grammar that name a year.
YEAR_FIELDS = ("y", "by", "yy", "era", "ey", "yrel", "cut", "animal", "pair", "bc")


def names_year(f: Fields) -> bool:
    """Whether the expression names a year, be it one that nobody can tell."""
    return any(name in f for name in YEAR_FIELDS)


def dated(within: Interval, timex: str | None, grain: str, *, explicit: bool) -> Reading:
    """Make the reading of days on the calendar: a date where they are one day, else a period."""
    one = within[0] == within[1]
    spelled = within[0].isoformat() if one else timex or f"{within[0]}/{within[1]}"
    return Reading("date" if one else "period", within, spelled, explicit=explicit, grain=grain)


def relative(f: Fields, s: Setting) -> Reading | None:
    """Read 今天, 上周五, 本月10日, 上季度, 28日, counted from the day of writing."""
    ref = s.ref
    if "day" in f and not names_year(f) and not {"mon", "bm", "monrel", "sep"} & f.keys():
        return _bare_day(whole(f["day"]) or 0, s)
    if said := f.get("dayrel"):
        if ref is None:
            return Reading("date", grain="day")
        step = next(n for c, n in _DAYS.items() if c in said)
        step += said.count("大") * (1 if step > 0 else -1)
        at = ref + dt.timedelta(step)
        return dated((at, at), None, "day", explicit=True)
    if "wrel" in f or "wd" in f:
        return _week(f, s)
    if said := f.get("qrel"):
        if ref is None:
            return Reading("period", grain="quarter")
        at = calendar.add_months(ref, 3 * _STEPS[said[0]])
        q = (at.month + 2) // 3
        if edge := f.get("qpos"):
            within = calendar.month(at.year, 3 * q - 2 if edge == "初" else 3 * q)
            return within and dated(within, f"{within[0]:%Y-%m}", "month", explicit=True)
        within = calendar.quarter(at.year, q)
        return within and dated(within, f"{at.year}-Q{q}", "quarter", explicit=True)
    if "term" in f:
        return Reading("period", grain="term")
    if "thatday" in f:
        return s.anchor.but(part=None) if s.anchor and s.anchor.kind == "date" else None
    if "lday" in f and not {"mon", "lmon"} & f.keys():
        return _lunar_day(whole(f["lday"].removeprefix("初")) or 0, s)
    if "today" in f:  # 去年今日
        year = year_of(f, s)
        same = calendar.day(year, ref.month, ref.day) if year and ref else None
        return dated(same, None, "day", explicit=True) if same else Reading("date", grain="day")
    if "pairrel" in f:
        return _neighbours(f, s)
    if "winter" in f:  # 今冬明春, 去冬今春
        if ref is None:
            return Reading("period", grain="season")
        y = ref.year - (f["cut"] == "去")
        return dated((dt.date(y, 12, 1), dt.date(y + 1, 5, 31)), None, "season", explicit=True)
    if said := "本月" if "m0" in f else f.get("monrel"):
        if ref is None:
            return Reading("date" if "day" in f else "period", grain="month")
        step = 0 if said[0] not in "上下次" else _STEPS[said[0]] * (2 if said[:2] in ("上上", "下下") else 1)
        at = calendar.add_months(ref.replace(day=1), step)
        shape = month_shape(f, at.month)
        year = at.year
        if "yrel" in f:  # 去年本月
            year = year_of(f, s) or year
        within = shape.days(year) if shape else None
        return (
            dated(within, (shape.timex or "").format(y=year) or None, shape.grain, explicit=True)
            if shape and within
            else None
        )
    return None


def _lunar_day(d: int, s: Setting) -> Reading | None:
    """廿一: of the lunar month nearest to the day of writing."""
    ref = s.ref
    if ref is None:
        return Reading("date", grain="day")
    near = (lunisolar.lunar_day(y, m, d) for y in (ref.year - 1, ref.year) for m in range(1, 13))
    best = min((at for at in near if at), key=lambda at: abs((at[0] - ref).days), default=None)
    return best and dated(best, None, "day", explicit=False)


def _neighbours(f: Fields, s: Setting) -> Reading | None:
    """今明两年, 明后两天, 去今明三年: days or years in a row, counted from the day of writing."""
    if len(f["pairrel"]) != whole(f["pairn"]):
        return None
    if s.ref is None:
        return Reading("period")
    first, last = (_STEP_OF[f["pairrel"][at]] for at in (0, -1))
    if f["pairunit"] == "年":
        within = calendar.years(s.ref.year + first, s.ref.year + last)
        return within and dated(within, None, "years", explicit=True)
    return dated((s.ref + dt.timedelta(first), s.ref + dt.timedelta(last)), None, "days", explicit=True)


def _week(f: Fields, s: Setting) -> Reading | None:
    wd = f.get("wd")
    if s.ref is None:
        return Reading("period" if wd in (None, "末") else "date", grain="week")
    monday = calendar.week(s.ref)[0] + dt.timedelta(7 * _STEPS[f.get("wrel", "本")])
    number = "{}-W{:02}".format(*monday.isocalendar()[:2])
    if wd is None:
        return dated((monday, monday + dt.timedelta(6)), number, "week", explicit=True)
    if wd == "末":
        return dated((monday + dt.timedelta(5), monday + dt.timedelta(6)), f"{number}-WE", "week", explicit=True)
    at = monday + dt.timedelta(WEEKDAYS[wd] - 1)
    return dated((at, at), None, "day", explicit=True)


def _bare_day(d: int, s: Setting) -> Reading | None:
    """28日: of the month nearest to the day of writing that has it, or of the month just spoken of."""
    if not 1 <= d <= 31:
        return None
    at = s.anchor.interval if s.anchor else None
    if at:
        within = calendar.day(at[1].year, at[1].month, d)
        if within:
            return dated(within, None, "day", explicit=bool(s.anchor and s.anchor.explicit))
    if s.ref is None:
        return Reading("date", timex=f"XXXX-XX-{d:02}", grain="day")
    around = [calendar.add_months(s.ref.replace(day=1), n) for n in (-1, 0, 1)]
    ref = s.ref
    options = [
        found[0] for m in around if (found := calendar.day(m.year, m.month, d)) and not (s.past and found[0] > ref)
    ]
    best = min(options, key=lambda o: (abs((o - ref).days) - 3 * (o.month == ref.month), o > ref), default=None)
    return dated((best, best), None, "day", explicit=False) if best else None
