"""Figures of a text: numerals with their units, joined where they are one, judged, bounded and valued."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from newsextract.model.values import Bound, canonical_decimal
from newsextract.recognize.figures.atoms import atoms
from newsextract.recognize.figures.bounds import bound_around
from newsextract.recognize.figures.compose import Figure, compose
from newsextract.recognize.figures.judge import masked, reason_against
from newsextract.recognize.figures.ordinals import ordinal_end
from newsextract.recognize.figures.tables import cells_of_money

__all__ = ["Found", "find_figures"]

# 限额由40%下调为30%: what bounds the old figure bounds the new one.
_CHANGED = re.compile(
    r"[^，。；！？\n\d]{0,4}(?:[上下]调|降|提高|增加|减少?|调整|扩大|缩减|放宽|压缩)[^，。；！？\n\d]{0,3}(?:为|到|至)"
)
# A blank inside a numeral that is spelled in characters (百分之一 点五); between Arabic figures it may part two.
_BLANK_INSIDE = re.compile(
    r"(?<=[零一二三四五六七八九十百千万亿点之]) (?=[零一二三四五六七八九十百千万亿点0-9])|(?<=[0-9]) (?=[十百千万亿点])"
)
_HALF_PRICE = re.compile(r"(?<=打)对折(?!叠)")
_IN_PHRASES = ("classifier", "noun", "measurement")


@dataclass(slots=True)
class Found:
    """A figure of a text: its span, its type and its value as the contract spells it."""

    start: int
    end: int
    label: str
    value: dict[str, Any]
    evidence: list[str] = field(default_factory=list)


def _spelled(figure: Decimal | None) -> str | None:
    return None if figure is None else canonical_decimal(figure)


def _bound(figure: Figure, outer: Bound | None) -> Bound:
    """A bound around the figure wins over one inside it; a multiplier alone (百亿元) is said roughly."""
    if outer in ("min", "max"):
        return outer
    inner = "approx" if figure.first.numeral.bare and figure.bound == "exact" and not figure.joined else figure.bound
    return inner if inner != "exact" else outer or "exact"


def _value(figure: Figure, outer: Bound | None) -> tuple[str, dict[str, Any]]:
    unit = figure.unit
    value: dict[str, Any] = {
        "low": _spelled(figure.low),
        "high": _spelled(figure.high),
        "bound": _bound(figure, outer),
        "repaired": figure.repaired,
    }
    if unit is not None and unit.kind == "money":
        return "MONEY", {**value, "currency": unit.code}
    if unit is not None and unit.kind == "percent":
        return "PERCENT", {**value, "unit": unit.code}
    if figure.terms:
        return "QUANTITY", {**value, "unit": "ratio", "terms": figure.terms, "bound": "exact"}
    return "QUANTITY", {**value, "unit": unit.text if unit else None}


def find_figures(text: str, raw: str | None = None) -> Iterator[Found]:
    """Find money, percentages, quantities and ordinals in a folded text.

    Args:
        text: folded text (newsextract.doc.normalise).
        raw: the text before folding, of the same length.

    >>> [(f.label, f.start, f.end) for f in find_figures("位居全省第3位，投资超3亿元，增长5%")]
    [('ORDINAL', 4, 7), ('MONEY', 11, 14), ('PERCENT', 17, 19)]
    """
    for start, end, amount, currency in cells_of_money(text):
        spelled = canonical_decimal(amount)
        money = {"low": spelled, "high": spelled, "currency": currency, "bound": "exact", "repaired": False}
        yield Found(start, end, "MONEY", money, ["table"])
    blanks = [hit.start() for hit in _BLANK_INSIDE.finditer(text)]
    if not blanks:
        yield from _figures(text, raw)
        return
    gone = [at - n for n, at in enumerate(blanks)]  # places in the dense text before which a blank has gone
    dense = _BLANK_INSIDE.sub("", text)
    edges = [-1, *blanks, len(text)]
    printed = None if raw is None else "".join(raw[a + 1 : b] for a, b in pairwise(edges))
    for found in _figures(dense, printed):
        found.start += bisect_right(gone, found.start)
        found.end += bisect_right(gone, found.end - 1)
        yield found


def _figures(text: str, raw: str | None) -> Iterator[Found]:
    mask: bytearray | None = None
    floor = 0
    last: tuple[int, Bound] | None = None  # where the last mention ends, and the bound set on it
    for figure in compose(text, atoms(text, raw)):
        first = figure.first
        if first.ordinal and not figure.terms:
            end = ordinal_end(figure, text)
            if end is not None:
                rank = {"value": canonical_decimal(first.numeral.low)}
                yield Found(first.start - 1, end, "ORDINAL", rank, ["第"])
            floor = figure.end
            continue
        if first.kind == "time" or not (figure.unit or first.numeral.myriad or figure.terms):
            continue
        # Kept within a range (控制在1亿至2亿美元), a figure is bounded by its own ends.
        kept = figure.joined and text.endswith("控制在", floor, figure.head)
        outer = None if figure.terms or kept else bound_around(text, figure.head, figure.end, floor)
        if outer is None and last is not None and _CHANGED.fullmatch(text, last[0], figure.head):
            outer = last[1]
        if reason_against(figure, text, outer or "exact"):
            continue
        if not first.numeral.arabic and (figure.unit is None or figure.unit.kind in _IN_PHRASES):
            mask = masked(text) if mask is None else mask
            if mask[first.start]:
                continue
        label, value = _value(figure, outer)
        floor = figure.end
        last = (figure.end, value["bound"]) if value["bound"] in ("min", "max") else None
        yield Found(figure.start, figure.end, label, value, _evidence(figure, value))
    for half in _HALF_PRICE.finditer(text):
        value = {"low": "50", "high": "50", "unit": "%", "bound": "exact", "repaired": False}
        yield Found(half.start(), half.end(), "PERCENT", value, ["对折"])


def _evidence(figure: Figure, value: dict[str, Any]) -> list[str]:
    said = [figure.unit.text] if figure.unit and figure.unit.text else []
    if value["bound"] != "exact":
        said.append(f"bound:{value['bound']}")
    if figure.repaired:
        said.append("repaired")
    return said
