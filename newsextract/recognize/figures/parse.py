"""One string as one amount or share: the very code that extraction runs, with the words of bounding around it allowed."""

from __future__ import annotations

import re
from typing import Any

from newsextract.folding import normalise
from newsextract.model.values import MoneyValue, PercentValue
from newsextract.recognize.figures.reader import find_figures
from newsextract.recognize.figures.units import currency_before

__all__ = ["parse_money", "parse_percent"]

_BLANK = re.compile(r"\s+")
# What may stand around the figure: it is bounded by it, or says nothing.
_AROUND = re.compile(
    r"(?:不(?:得|能|应|可)?|大?约|近|将近|接近|大概|超过?|超出|过|逾|突破|高达|达到?|为|至少|最[少多高低]|至多|低于|少于|高于|多于|小于|大于|足|到|满|下|从|在|自|打"
    r"|(?:[（(]含[)）])?(?:及|或|或者)?以[上下内]|左右|上下|之间|之内|起|不等|共计?|总计|合计|合|人民币|[￥¥$€£])*"
)


def _one(text: str, label: str) -> dict[str, Any] | None:
    raw = _BLANK.sub("", text)
    dense = normalise(raw)
    found = list(find_figures(dense, raw))
    if len(found) != 1 or found[0].label != label:
        return None
    start, end = found[0].start, found[0].end
    named = currency_before(dense, start)
    if named:
        start = named[0]
    if not (_AROUND.fullmatch(dense, 0, start) and _AROUND.fullmatch(dense, end)):
        return None
    return found[0].value


def parse_money(text: str) -> MoneyValue | None:
    """Read a string that is one amount of money.

    Args:
        text: the amount, in any writing; words that bound it (约, 不超过, 以上) may stand around it.

    Returns:
        its value in the currency's base unit, or None where the string is not one amount.

    >>> parse_money("不超过3至5亿元").model_dump(mode="json")
    {'low': '300000000', 'high': '500000000', 'currency': 'CNY', 'bound': 'max', 'repaired': False}
    >>> parse_money("3亿件") is None
    True
    """
    value = _one(text, "MONEY")
    return None if value is None else MoneyValue.model_validate(value)


def parse_percent(text: str) -> PercentValue | None:
    """Read a string that is one percentage, share or difference in percentage points.

    Args:
        text: the figure, in any writing (24.7%, 百分之二十, 千分之三, 五成, 3个百分点); words that bound it may stand around it.

    Returns:
        its value in per cent or percentage points, or None where the string is not one such figure.

    >>> parse_percent("近五成").model_dump(mode="json")
    {'low': '50', 'high': '50', 'unit': '%', 'bound': 'approx', 'repaired': False}
    """
    value = _one(text, "PERCENT")
    return None if value is None else PercentValue.model_validate(value)
