"""Lengths of time: durations, what is counted back or forth from the day of writing, and what recurs."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import regex

from newsextract.model.values import canonical_decimal
from newsextract.recognize.times import calendar
from newsextract.recognize.times.reading import Fields, Kind, Reading, Setting, numeral

__all__ = ["counts_back", "iso_duration", "read_length"]

#: Units as (field of ISO 8601, how many of it).
_UNITS = {
    "年": ("Y", 1), "载": ("Y", 1), "月": ("M", 1), "季度": ("M", 3), "学期": ("M", 6), "周": ("W", 1), "星期": ("W", 1), "礼拜": ("W", 1),
    "天": ("D", 1), "日": ("D", 1), "工作日": ("D", 1), "交易日": ("D", 1), "小时": ("h", 1), "钟头": ("h", 1), "分钟": ("m", 1), "分": ("m", 1),
    "秒": ("s", 1), "秒钟": ("s", 1), "刻钟": ("m", 15), "自然日": ("D", 1), "日历天": ("D", 1), "昼夜": ("D", 1), "世纪": ("Y", 100),
}  # fmt: skip
_SPELL = (("Y", "Y"), ("M", "M"), ("W", "W"), ("D", "D"), ("h", "H"), ("m", "M"), ("s", "S"))
_PIECE = regex.compile(
    r"[又零余]?(?P<n>[0-9.]+万?|[零〇一二三四五六七八九十百千万两廿]+|半)(?P<loose>[多余来几])?整?(?P<unit>个?(?:多|余)?(?P<half>半)?"
    r"(?P<u>年|载|月|季度|学期|周|星期|礼拜|天|工作日|交易日|自然日|日历天|日|昼夜|世纪|小时|钟头|刻钟|分钟?|秒钟?))(?P<tail>半|多)?"
)
_EDGE = frozenset("，。；：、,;:\n “”（(自在从比较对与和于是使")
#: Words after which 近 says "nearly" and does not look back.
_NEARLY = frozenset("了过用时达历经有耗超已满长作约隔接将附临邻需费停续去")


def _unit(said: str) -> tuple[str, int]:
    return _UNITS[said]


def iso_duration(text: str) -> str | None:
    """Spell a duration as ISO 8601; None where it is said too loosely (几天, 七八年).

    >>> iso_duration("两年半"), iso_duration("半天"), iso_duration("一个星期又三天"), iso_duration("七八年")
    ('P2Y6M', 'PT12H', 'P10D', None)
    """
    amounts: dict[str, Decimal] = {}
    for piece in _PIECE.finditer(text):
        figure = numeral(piece["n"])
        if figure is None or figure.low != figure.high or piece["loose"] == "几":
            return None
        unit, size = _unit(piece["u"])
        amount = figure.low * size
        if piece["half"] or piece["tail"] == "半":
            amount += Decimal(size) / 2
        amounts[unit] = amounts.get(unit, Decimal(0)) + amount
    if not amounts:
        return None
    for unit, smaller, factor in (("Y", "M", 12), ("h", "m", 60), ("m", "s", 60)):
        rest = amounts.get(unit, Decimal(0)) % 1
        if rest == Decimal("0.5"):  # 两年半, 半小时
            amounts[unit] -= rest
            amounts[smaller] = amounts.get(smaller, Decimal(0)) + rest * factor
    if amounts.get("D") == Decimal("0.5") and len(amounts) == 1:
        amounts = {"h": Decimal(12)}
    if amounts.get("M") == Decimal("0.5") and len(amounts) == 1:
        amounts = {"D": Decimal(15)}
    if "W" in amounts and len(amounts) > 1:
        amounts["D"] = amounts.get("D", Decimal(0)) + 7 * amounts.pop("W")
    spelled = {unit: f"{canonical_decimal(amounts[unit])}{letter}" for unit, letter in _SPELL if amounts.get(unit)}
    days = "".join(spelled[u] for u in "YMWD" if u in spelled)
    clock = "".join(spelled[u] for u in "hms" if u in spelled)
    return f"P{days}T{clock}" if clock else f"P{days}" if days else None


def _back(day: dt.date, text: str, sign: int) -> dt.date | None:
    """Move a day by a duration in years, months, weeks or days."""
    for piece in _PIECE.finditer(text):
        figure = numeral(piece["n"])
        unit, size = _unit(piece["u"])
        if figure is None or figure.low != figure.high or unit in "hms" or figure.low > 2000:
            return None
        count = figure.low * size + (Decimal(size) / 2 if piece["half"] or piece["tail"] == "半" else 0)
        if unit in "YM":
            months = count * (12 if unit == "Y" else 1)
            day = calendar.add_months(day, sign * int(months))
            count = months % 1 * 30
            unit = "D"
        day += dt.timedelta(sign * int(count * (7 if unit == "W" else 1)))
    return day


def counts_back(text: str, at: int, f: Fields) -> bool:
    """Whether 近 at a place looks back from today (近两年, a period) or says "nearly" (历时近两年)."""
    if f.get("suf") in ("来", "以来", "间"):
        return True
    before = text[at - 1] if at else "\n"
    if before in _EDGE:
        return True
    piece = _PIECE.match(f["first"])
    figure = numeral(piece["n"]) if piece else None
    return before not in _NEARLY and figure is not None and figure.high <= 5


def _shifted(f: Fields, s: Setting, sign: int) -> Reading | None:
    """三年前, 两个月后, 30天后: the year, the month, the week or the day that lies so far off."""
    piece = _PIECE.match(f["first"])
    if piece is None:
        return None
    unit, _ = _unit(piece["u"])
    if unit == "Y" and piece["n"] == "半":  # 半年前 is six months ago
        unit = "M"
    figure = numeral(piece["n"])
    if unit in "hms" or f["first"].endswith(("工作日", "交易日")):
        return None
    kind: Kind = "date" if unit == "D" else "period"
    base = s.anchor.within[0] if s.anchor and s.anchor.within[0] else s.ref
    roughly = piece["loose"] or piece["tail"] == "多"
    if base is None or figure is None or figure.high > 2000 or roughly:
        return Reading(kind, grain="shift")
    if figure.low != figure.high:
        span = sorted(base.year + sign * int(n) for n in (figure.low, figure.high))
        within = calendar.years(*span) if unit == "Y" else None
        return Reading("period", within or (None, None), grain="shift")
    at = _back(base, f["first"], sign)
    if at is None:
        return None
    if (
        unit != "Y" and piece["u"] != "年" and (piece["tail"] == "半" or piece["half"] or piece["n"] == "半")
    ):  # 半个月前 is no day
        return Reading("period", grain="shift")
    spans = {"Y": calendar.year(at.year), "M": calendar.month(at.year, at.month), "W": calendar.week(at), "D": (at, at)}
    timex = {"Y": f"{at:%Y}", "M": f"{at:%Y-%m}", "W": "{}-W{:02}".format(*at.isocalendar()[:2]), "D": at.isoformat()}
    if piece["tail"] == "半" or piece["half"]:
        unit = "M"
    return Reading(kind, spans[unit] or (None, None), timex[unit], grain="shift", explicit=True)


def _recurring(said: str) -> Reading:
    letters = {
        "年": "P{}Y",
        "月": "P{}M",
        "季": "P{}M",
        "周": "P{}W",
        "星": "P{}W",
        "天": "P{}D",
        "日": "P{}D",
        "工": "P{}D",
        "小": "PT{}H",
    }
    for n, char in enumerate(said):
        if char in letters:
            figure = numeral(said[1:n].lstrip("隔逢").rstrip("个")) if n > 1 else None
            count = figure.low if figure else Decimal(1)
            count *= 3 if char == "季" else 1
            return Reading("set", timex=letters[char].format(canonical_decimal(count)))
    return Reading("set", timex="P1D")


def read_length(f: Fields, s: Setting) -> Reading | None:
    """Read a length of time.

    Args:
        f: what the match of ``grammar.lengths`` says; 近 is in it only where it looks back.
        s: what it is read against.
    """
    if said := f.get("set"):
        return _recurring(said)
    near = f.get("near")
    if "few" in f:
        return Reading("vague", timex="FUTURE_REF" if near in ("未来", "今后") else "PAST_REF")
    if "low" in f:
        low, high = (iso_duration(f[side] + f["u"].removesuffix("内")) for side in ("low", "high"))
        return Reading("duration", timex=f"{low}/{high}") if low and high else None
    said = f.get("first") or (f["n"] + f["u"] if "n" in f else f.get("mins", "") + "分")
    if "secs" in f:
        said += f["secs"] + "秒"
    elif "halfmin" in f:
        said += "半"
    piece = _PIECE.match(said)
    figure = numeral(piece["n"]) if piece else None
    if figure is None or (figure.bare and figure.low >= 100):
        return None  # 百年, 千百年: no count
    iso = iso_duration(said)
    if (
        not near
        and f.get("suf", "").endswith(("前", "后"))
        and (found := _shifted(f, s, -1 if f["suf"].endswith("前") else 1))
    ):
        return found
    looks = near or f.get("suf") in ("来", "以来")
    if looks and not regex.search(r"小时|分|秒|工作日|交易日", said):
        day = s.published or s.ref
        forth = near in ("未来", "今后", "后")
        other = _back(day, said, 1 if forth else -1) if day else None
        if day is None or other is None:
            return Reading("period", timex=None)
        first, last = (day, other) if forth else (other, day)
        if near == "后":
            first += dt.timedelta(1)
        return Reading("period", (first, last), f"{first}/{last}")
    return Reading(
        "duration", timex=iso, duration=None if "to" in f else iso, working_days=True if "工作日" in said else None
    )
