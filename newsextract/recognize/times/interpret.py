"""From a match of the grammar of points to a reading: which days an expression means."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from newsextract.recognize.times import calendar, lunisolar
from newsextract.recognize.times.calendar import Interval
from newsextract.recognize.times.reading import Fields, Kind, Reading, Setting, lasts_till_now, whole
from newsextract.recognize.times.relative import YEAR_FIELDS, dated, names_year, relative, year_of
from newsextract.recognize.times.shapes import Shape, shape_of

__all__ = ["read_point", "read_range"]

_PARTS = {
    **dict.fromkeys(["凌晨", "清晨", "清早", "早晨", "早上", "早间", "早", "晨", "上午"], "morning"),
    **dict.fromkeys(["中午", "正午", "午间"], "noon"),
    **dict.fromkeys(["午后", "下午"], "afternoon"),
    **dict.fromkeys(["傍晚", "晚上", "晚间", "夜晚", "晚"], "evening"),
    **dict.fromkeys(["夜间", "夜里", "深夜", "午夜", "夜"], "night"),
}


def _clock(f: Fields) -> str | None:
    word = _PARTS.get(f.get("part", ""))
    if "h" not in f:
        return word
    hour = 0 if f["h"] == "零" else whole(f["h"])
    minute = {"半": 30, "一刻": 15, "三刻": 45, "整": 0}.get(f.get("frac", ""), whole(f.get("mi")) or 0)
    if hour is None or hour > 24 or minute > 59:
        return None
    if (
        (word in ("afternoon", "evening") and hour < 12)
        or (word == "noon" and hour < 4)
        or (word == "night" and 6 <= hour < 12)
    ):
        hour += 12
    elif f.get("part") == "凌晨" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}"


def _long(f: Fields, s: Setting) -> Reading | None:
    """Centuries, decades, five-year plans, years before our era."""
    if "bc" in f:
        return Reading("period", timex=f"BC{whole(f['bc']) or 0:04}", grain="year", explicit=True)
    if said := f.get("plan"):
        n = (10 if said[0] == "十" else 0) + (
            "一二三四五六七八九".index(said[-2]) + 1 if len(said) > 2 or said[0] != "十" else 0
        )
        first = 1953 if n == 1 else 1981 + 5 * (n - 6) if n >= 6 else (1958, 1966, 1971, 1976)[n - 2]
        last = first + 4
        if at := f.get("pos"):
            first, last = (first, first) if at == "初" else (last, last)
        within = calendar.years(first, last)
        return within and dated(within, None, "plan", explicit=True)
    if not {"cent", "centrel", "dec", "dec4", "tens"} & f.keys():
        return None
    if f.get("centrel") and s.ref is None:
        return Reading("period", grain="century")
    now = s.ref.year if s.ref else 2000
    century = whole(f.get("cent")) or (now - 1) // 100 + (0 if f.get("centrel", "").startswith("上") else 1)
    first, last, timex = 100 * century - 99, 100 * century, f"{century - 1:02}"
    if "dec4" in f:
        first = whole(f["dec4"]) or 0
        last, timex = first + 9, f"{first // 10}"
    elif "dec" in f or "tens" in f:
        decade = whole(f["dec"] if "dec" in f else f"{f['tens']}十") or 0
        base = 100 * (century - 1)
        if "cent" not in f and "centrel" not in f and base + decade > now:  # 90年代, written in 2017
            base -= 100
        first = base + decade
        last, timex = first + 9, str(first)[:-1]
        if "tens2" in f:  # 七八十年代
            last, timex = base + 10 * (whole(f["tens2"]) or 0) + 9, ""
            if last - first != 19:
                return None
    third = (last - first + 1) * 3 // 10
    match f.get("cpos", " ")[0]:
        case "初" | "前":
            last, timex = first + third - (third > 3) * (third - 10) - 1, ""
        case "末" | "后" | "晚":
            first, timex = last - third + 1 + (third > 3) * (third - 10), ""
        case "中":
            first, last, timex = first + third + (third > 3) * 10, first + 2 * third - 1, ""
        case "上":
            last, timex = first + (last - first) // 2, ""
        case "下":
            first, timex = first + (last - first + 1) // 2, ""
    within = calendar.years(first, last)
    return within and dated(within, timex or None, "years", explicit=True)


def _place(f: Fields, s: Setting) -> Reading | None:
    """Read the expression without its time of day and its suffix."""
    if found := relative(f, s) or _long(f, s):
        return found
    if {"dayrel", "wrel", "wd", "qrel", "monrel", "m0", "thatday"} & f.keys():
        return None
    named = names_year(f)
    year, shape = year_of(f, s), shape_of(f)
    if "same" in f:
        return _same_period(year, s)
    if shape is None:
        if {"mon", "bm", "lmon", "fn", "wn", "dn", "am", "aq"} & f.keys() or not named:
            return None
        if year is None:
            return Reading("period", grain="year")
        lunar = lunisolar.lunar_year(year) if {"animal", "pair"} & f.keys() else None
        within = lunar or calendar.year(year)
        return within and dated(within, None if lunar else f"{year:04}", "year", explicit=True)
    if year is None and not named:
        due = "pos" in f and f.get("suf", "").endswith("前")  # 年底前: what is due by then lies ahead
        return _without_year(shape, replace(s, ahead=True) if due else s)
    if year is None:
        return Reading("date" if shape.grain == "day" else "period", grain=shape.grain)
    within = shape.days(_of_term_year(f, year, s))
    return (
        dated(within, shape.timex and shape.timex.format(y=f"{year:04}"), shape.grain, explicit=True)
        if within
        else None
    )


def _same_period(year: int | None, s: Setting) -> Reading | None:
    """去年同期: the period spoken of before, in that year."""
    at = s.anchor.interval if s.anchor else None
    if year is None or at is None:
        return Reading("period")
    within = calendar.shift_months(at, 12 * (year - at[0].year))
    return dated(within, None, "same", explicit=True)


def _of_term_year(f: Fields, year: int, s: Setting) -> int:
    """小寒 and 大寒 end the round of terms that began in a year; written in that year's first months they are the ones just past."""
    around = s.ref is not None and s.ref.year == year and s.ref.month < 7
    return year if around or f.get("feast") not in ("小寒", "大寒") else year + 1


def _without_year(shape: Shape, s: Setting) -> Reading | None:
    kind: Kind = "date" if shape.grain == "day" else "period"
    at = s.anchor.interval if s.anchor else None
    year = at[0].year if at else s.year
    within: Interval | None
    if year is not None:
        within = shape.days(year)
        if (
            at and within and within[1] < at[0]
        ):  # 2011年6月停工，元旦建成: the next one, as things are told in their order
            within = shape.days(year + 1) or within
    elif s.ref is None:
        if shape.days(2000) is None and shape.grain == "day":
            return None
        return Reading(kind, timex=shape.timex and shape.timex.format(y="XXXX"), grain=shape.grain)
    else:
        y = s.ref.year
        options = [shape.days(n) for n in (y - 1, y, y + 1)]
        within = calendar.nearest(s.ref, options, horizon=0 if s.past else shape.horizon, ahead=s.ahead and not s.past)
        if within is None:  # 2月29日
            within = next((d for n in range(y, y - 9, -1) if (d := shape.days(n)) and d[0] <= s.ref), None)
    if within is None:
        return None
    timex = shape.timex and shape.timex.format(y=f"{within[0].year:04}")
    return dated(within, timex, shape.grain, explicit=bool(s.anchor and s.anchor.explicit))


def _suffixed(found: Reading, f: Fields, s: Setting) -> Reading:
    """Move or open the ends as 以来, 前, 后, 期间 say."""
    suffix = f.get("suf")
    if suffix is None:
        return found
    first, last = found.within
    day = dt.timedelta(1)
    if lasts_till_now(f):
        return found.but(
            kind="period",
            within=(first, s.published or s.ref if first else None),
            timex=(first and f"{first}/") or found.timex,
        )
    if suffix.endswith("前"):
        # A day that something is to be done by is the last on which it may be (7月15日前); 之前 and 以前 leave it out.
        upto = suffix[0] in "或及" or bool({"pos", "mpos", "qpos", "within", "y0"} & f.keys())
        upto = upto or (suffix == "前" and bool({"day", "lday"} & f.keys()))
        end = last if upto else first - day if first else None
        return found.but(kind="period", within=(None, end), timex=end and f"/{end}")
    if suffix.endswith("后"):
        begin = first if suffix[0] in "或及" else last + day if last else None
        return found.but(kind="period", within=(begin, None), timex=begin and f"{begin}/")
    return found.but(kind="period")


def read_point(f: Fields, s: Setting) -> Reading | None:
    """Read one point in time.

    Args:
        f: what the match says.
        s: what it is read against.

    Returns:
        the reading, or None where the calendar has no such day.
    """
    if f.keys() <= {"part", "h", "mi", "frac"}:  # 上午9时: the day spoken of before, if one was
        at = s.anchor.within if s.anchor and s.anchor.kind == "date" else (None, None)
        found: Reading | None = Reading("date", at, at[0].isoformat() if at[0] else None, grain="clock")
    else:
        found = _place(f, s)
    if found is None:
        return None
    part = _clock(f)
    if part:
        first = found.within[0]
        clock = (
            f"T{part}"
            if part[0].isdigit()
            else {"morning": "TMO", "noon": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}[part]
        )
        spelled = found.timex or ("" if first or found.grain != "clock" else "XXXX-XX-XX")
        found = found.but(part=part, timex=f"{spelled}{clock}" if spelled else None)
    return _suffixed(found, f, s)


_SMALLER = ("mon", "jan", "lmon", "lunar", "bm", "day", "bday", "cday", "lday")


def read_range(left: Fields, right: Fields, s: Setting) -> Reading | None:
    """Read 8月7日—8日, 1—6月, 2020—2023年: two points that share what only one of them names.

    Args:
        left, right: what the matches of the two ends say.
        s: what they are read against.
    """
    left, right = dict(left), dict(right)
    for bare, full in (("by", "y"), ("ry", "y"), ("bm", "mon"), ("bq", "q"), ("bday", "day"), ("bdec", "dec")):
        for f in (left, right):
            if bare in f:
                f[full] = f.pop(bare)
    suffix = {"suf": right.pop("suf")} if "suf" in right else {}
    if "day" in right and not {"mon", "monrel"} & right.keys() and not names_year(right):  # …7日—8日
        right = {name: left[name] for name in (*YEAR_FIELDS, "mon", "monrel") if name in left} | right
    if "wd" in right and "wrel" not in right and "wrel" in left:  # 下周一至周三
        right["wrel"] = left["wrel"]
    if "day" in left and "mon" not in left and "mon" in right and "monrel" not in left:
        left["mon"] = right["mon"]
    if (
        {"cent", "centrel"} & left.keys() and "dec" in right and not {"cent", "centrel"} & right.keys()
    ):  # 上世纪50到70年代
        right = {name: left[name] for name in ("cent", "centrel") if name in left} | right
    free = {"dayrel", "wrel", "wd", "cent", "centrel", "dec", "dec4", "plan"}
    yearless = not names_year(right) and not free & right.keys() and "monrel" not in right
    if yearless and names_year(left):
        right = {name: left[name] for name in YEAR_FIELDS if name in left} | right
    first = last = None
    after_left = right.get("yrel") in ("次年", "翌年")
    if names_year(left) or free & left.keys() or "monrel" in left or after_left:
        first = read_point(left, s)
        last = read_point(right, Setting(s.ref, s.published, s.year, first, s.ahead))
        if first and last and yearless and first.interval and last.interval and last.interval[1] < first.interval[0]:
            last = last.but(within=calendar.shift_months(last.interval, 12))
    else:
        last = read_point(right, s)
        day_only = "day" in left and "mon" not in left
        governed = last.interval if last else None
        first = read_point(
            left,
            replace(
                s,
                year=governed[0].year if governed else s.year,
                anchor=(last if governed else s.anchor) if day_only or not governed else None,
            ),
        )
        if first and last and first.interval and last.interval and first.interval[0] > last.interval[1]:
            step = -1 if "mon" not in left and "day" in left else -12  # 28日到今天: last month's
            first = first.but(within=calendar.shift_months(first.interval, step))
    if first is None or last is None:
        return None
    begin, end = first.within[0], last.within[1]
    if begin and end and begin > end:
        return None
    if begin is None or end is None:
        begin = end = None
    timex = f"{begin}/{end}" if begin else f"{first.timex}/{last.timex}" if first.timex and last.timex else None
    kind: Kind = "date" if begin and begin == end else "period"
    found = Reading(
        kind, (begin, end), timex, first.part or last.part, explicit=first.explicit or last.explicit, grain=last.grain
    )
    return _suffixed(found, suffix, s)
