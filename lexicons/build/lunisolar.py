"""Rebuild solar_terms.tsv and lunar_months.tsv (1900–2100): pip install sxtwl==2.0.7; python lexicons/build/lunisolar.py.

sxtwl computes both astronomically (Xu Jianwei's 寿星万年历). Dates are those of Beijing time.
"""

import datetime as dt
from pathlib import Path

import sxtwl

FOLDER = Path(__file__).resolve().parents[1]
FIRST, LAST = 1900, 2100
# sxtwl counts the terms from the winter solstice.
TERMS = (
    "冬至 小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪"
).split()
ORDER = [*TERMS[1:], TERMS[0]]


def main() -> None:
    """Walk through the days once and write both tables."""
    terms: dict[int, dict[str, str]] = {}
    months: list[tuple[int, int, bool, str]] = []
    day = dt.date(FIRST, 1, 1)
    while day.year <= LAST:
        found = sxtwl.fromSolar(day.year, day.month, day.day)
        if found.hasJieQi():
            terms.setdefault(day.year, {})[TERMS[found.getJieQi()]] = f"{day:%m-%d}"
        if found.getLunarDay() == 1:
            months.append((found.getLunarYear(True), found.getLunarMonth(), found.isLunarLeap(), day.isoformat()))
        day += dt.timedelta(1)
    with (FOLDER / "solar_terms.tsv").open("w", encoding="utf-8") as out:
        print("year", *ORDER, sep="\t", file=out)
        for year, row in terms.items():
            print(year, *(row[name] for name in ORDER), sep="\t", file=out)
    with (FOLDER / "lunar_months.tsv").open("w", encoding="utf-8") as out:
        print("year", "month", "leap", "first_day", sep="\t", file=out)
        for year, month, leap, first in months:
            print(year, month, int(leap), first, sep="\t", file=out)


if __name__ == "__main__":
    main()
