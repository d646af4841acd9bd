"""What may stand behind a numeral: currencies, signs of percentage, measure words and units, each with what it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from newsextract.lexicon import read_rows
from newsextract.recognize.numerals import Numeral

__all__ = ["Unit", "currency_before", "unit_behind", "unit_named"]

UnitKind = Literal["money", "percent", "measurement", "classifier", "noun", "time"]

# Signs of percentage: text, unit of the value, points of it in one.
_PERCENT = (
    ("%", "%", "1"),
    ("‰", "%", "0.1"),
    ("个百分点", "pp", "1"),
    ("个多百分点", "pp", "1"),
    ("百分点", "pp", "1"),
    ("成", "%", "10"),
    ("折", "%", "10"),
)
# 三成员 is no share, 三折页 no discount, 二元结构 and 元旦 no sums.
_OTHER_WORDS = {
    "成": "员|功|立|为|本|长|果|都|绩|分|品|人|交|熟|就|效|型|套|年|语|方|员|像|形|因|全|型|千|百",
    "折": "叠|射|页|子|返|腾|磨|线|断|旧|合|弯|现|服|戏|冲|本|桂|损",
    "元": "旦|宵|首|帅|素|件|器|年|老|朝|代|谋|曲|勋|凶|气|化|论|月份|月1|月2|月3|月至|结构|体系|方程|里|桥区|区|组|角|店|级|一次|文化|格局",
    "圆": "形|桌|圈|满|心|柱|顶|弧|通|明|号|点|周|的",
    "块": "头|状|茎|根|链",
    "角": "度|落|逐|色|形|洲|膜|钢|楼|星|债|大楼|关系|恋|架|铁|山|梅|湖|集镇|质|号|亭|枫|斗",
    "毛": "泽东|主席|病|里|坯|利|线|衣|巾|笔|竹|孩|片|猪|尖|的|家|流浪",
    "分": "之|别|布|钟",
    "马克": "思|龙|西|吐|杯|·",
    "比尔": "·|盖|及|博",
    "索尔": "仁|·|斯",
    "镑": "礴",
    "普拉": "特|达",
    "拉里": "·",
}
_LETTER = re.compile(r"[A-Za-z]")
_PER = re.compile(r"[/／](?=[A-Za-z\u4e00-\u9fff㎡㎏])|每(?=[秒时分小天日年月米平立公千升克人吨亩户])")
#: 五大, 十大, now and then 百大: more are no fields of something.
_MOST_FIELDS = 100
_TWICE = re.compile(r"[（(](?:次|套|人|件|架|只|户|家|条|块|处|个|组|片|份|台|项|年|场|批|名|位|班)[)）]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or sign behind a numeral.

    Args:
        text: as written.
        kind: what it counts or measures.
        code: ISO 4217 for money, ``%`` or ``pp`` for percentages, else empty.
        factor: its base units in one (角: 0.1 yuan; 成: 10 per cent).
        never_before: what makes another word of it behind any numeral.
        not_before: what makes another word of it behind a Chinese numeral.
    """

    text: str
    kind: UnitKind
    code: str = ""
    factor: Decimal = Decimal(1)
    never_before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


def _words(alternatives: str) -> tuple[str, ...]:
    return tuple(alternatives.split("|")) if alternatives else ()


@cache
def _units() -> dict[str, tuple[Unit, ...]]:
    """All units by their first character, the longest first; money before a measure of the same name."""
    rows = [Unit(t, "percent", code, Decimal(f), _words(_OTHER_WORDS.get(t, ""))) for t, code, f in _PERCENT]
    for row in read_rows("currencies"):
        if row["place"] == "after":
            other = _words(_OTHER_WORDS.get(row["name"], ""))
            rows.append(Unit(row["name"], "money", row["code"], Decimal(row["factor"]), other))
    for row in read_rows("measures"):
        kind: UnitKind = row["kind"]  # type: ignore[assignment]
        rows.append(Unit(row["unit"], kind, "", Decimal(1), _words(row["never_before"]), _words(row["not_before"])))
    by_head: dict[str, list[Unit]] = {}
    for unit in sorted(rows, key=lambda u: -len(u.text)):  # stable: money stays before measures
        by_head.setdefault(unit.text[0], []).append(unit)
    return {head: tuple(units) for head, units in by_head.items()}


def _stands(unit: Unit, text: str, end: int, numeral: Numeral) -> bool:
    if text.startswith(unit.never_before, end) or (not numeral.arabic and text.startswith(unit.not_before, end)):
        return False
    if unit.text == "大" and numeral.low > _MOST_FIELDS:  # 3亿大关
        return False
    if _LETTER.match(unit.text[-1]) and _LETTER.match(text[end : end + 1]):
        return False
    return unit.kind != "noun" or numeral.arabic


def unit_behind(text: str, at: int, numeral: Numeral) -> Iterator[tuple[Unit, int]]:
    """Yield the units that may be meant behind a numeral that ends at ``at``, the longest first, with their ends.

    >>> from newsextract.recognize.numerals import read_numeral
    >>> numeral, end = read_numeral("6.62万公里")
    >>> [(unit.text, at) for unit, at in unit_behind("6.62万公里", end, numeral)]
    [('公里', 7)]
    """
    if text.startswith(" ", at):
        at += 1
    for unit in _units().get(text[at : at + 1], ()):
        if text.startswith(unit.text, at) and _stands(unit, text, at + len(unit.text), numeral):
            end = at + len(unit.text)
            if unit.kind == "classifier" and (twice := _TWICE.match(text, end)):
                yield Unit(unit.text + twice[0], "classifier"), twice.end()
                return
            if unit.kind in ("measurement", "classifier") and (per := _PER.match(text, end)):
                named = unit_named(text, per.end())
                if named and (per[0] != "每" or unit.kind == "measurement"):
                    stop = per.end() + len(named.text)
                    yield Unit(text[at:stop], unit.kind), stop
                    return
            yield unit, end


def unit_named(text: str, at: int) -> Unit | None:
    """Return the longest measure or unit of time that is named at a place (the second part of 立方米/秒)."""
    for unit in _units().get(text[at : at + 1], ()):
        if unit.kind in ("measurement", "classifier", "time") and text.startswith(unit.text, at):
            return unit
    return None


@cache
def _before() -> tuple[dict[str, str], re.Pattern[str]]:
    codes = {row["name"]: row["code"] for row in read_rows("currencies") if row["place"] == "before"}
    names = "|".join(map(re.escape, sorted(codes, key=len, reverse=True)))
    return codes, re.compile(rf"(?:{names})(?= ?\Z)")


def currency_before(text: str, at: int) -> tuple[int, str, bool] | None:
    """Return where the currency named right before a place begins, its code, and whether it is a sign ($, ￥).

    >>> currency_before("约合人民币49亿元", 5)
    (2, 'CNY', False)
    """
    codes, pattern = _before()
    low = max(0, at - 8)
    hit = pattern.search(text[low:at])
    if not hit:
        return None
    return low + hit.start(), codes[hit[0]], not "\u4e00" <= hit[0][-1] <= "\u9fff"
