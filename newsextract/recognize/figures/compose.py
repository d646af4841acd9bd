"""Neighbouring figures that are one: sums in two units, ranges, lists that share a unit, ratios."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from newsextract.model.values import Bound, canonical_decimal
from newsextract.recognize.figures.atoms import Atom
from newsextract.recognize.figures.units import Unit

__all__ = ["Figure", "compose"]

_RANGE = re.compile(r"(?:[（(]含[^）)]{0,2}[)）])? ?(?:[-－—–―~～−]{1,2}|至|到) ?")
_LIST = re.compile(r"[、和与及或]")
_RATIO = re.compile(r"[:：∶]|比(?=\d)")
_RATIO_SAID = re.compile(r"比例|比为|之比|配比|比值|结构|[占为按]\Z|比\Z|比(?:重|率|是)|构成|配套|配置|汇率")
_RATIO_BEHIND = re.compile(r"的?(?:比例|比率|配套|配比|配置|之比|比重|的比|结构|标准配|给予配套|的关系)")
_TENTHS = tuple("一二三四五六七八九")
#: What may stand behind a height or a depth.
_TALL = re.compile(r"[，。、；：！？,;)）”\s的以左高长宽深和]|\Z")
# A longer chain is no ratio; the limit also keeps the search along it short.
_MOST_TERMS = 8
_YEAR = re.compile(r"(?:19|20)\d\d")
# Smaller units that go on with a figure (六斤八两), and what one of them is worth in the larger.
_GOES_ON = {
    ("斤", "两"): "0.1",
    ("米", "厘米"): "0.01",
    ("公斤", "克"): "0.001",
    ("公里", "米"): "0.001",
    ("尺", "寸"): "0.1",
    ("丈", "尺"): "0.1",
}


@dataclass(slots=True)
class Figure:
    """One or more atoms read as one figure.

    Args:
        start, end: its span.
        head: where the words about it begin.
        low, high: its value; None for a ratio.
        unit: what it counts.
        bound: as the figure itself says it.
        first: the atom that it begins with.
        terms: of a ratio.
        joined: it is a range.
    """

    start: int
    end: int
    head: int
    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    bound: Bound
    first: Atom
    repaired: bool
    terms: list[str] | None = None
    joined: bool = False


def _figure(atom: Atom) -> Figure:
    return Figure(
        atom.start, atom.end, atom.head, atom.low, atom.high, atom.unit, atom.bound, atom, atom.numeral.repaired
    )


def _ratio(text: str, found: list[Atom], at: int) -> int:
    """Number of atoms from ``at`` on that are terms of one ratio; 1 where there is none."""
    last = at
    while last + 1 < min(len(found), at + _MOST_TERMS + 1) and found[last].unit is None:
        gap = _RATIO.fullmatch(text, found[last].end, found[last + 1].start)
        if not gap or not found[last + 1].numeral.arabic:
            break
        last += 1
    if last == at or not found[at].numeral.arabic or found[at].ordinal:
        return 1
    terms = [text[a.start : a.behind] for a in found[at : last + 1]]
    if (found[last].unit is not None and found[last].kind != "classifier") or len(terms) > _MOST_TERMS:
        return 1
    spelled_as_time = len(terms) <= 3 and all(re.fullmatch(r"[0-5]\d", t) for t in terms[1:])
    said = _RATIO_SAID.search(text[max(0, found[at].start - 14) : found[at].start])
    behind = _RATIO_BEHIND.match(text, found[last].behind)
    fractional = any("." in t for t in terms)
    return last - at + 1 if (said or behind or (fractional and not spelled_as_time)) else 1


def _of_a_metre(text: str, atom: Atom) -> Decimal | None:
    """一米八, 1米75, 一米七五: the figures behind are tenths and hundredths, where nothing is counted by them."""
    digits = "".join(
        str(_TENTHS.index(char) + 1) if char in _TENTHS else char for char in text[atom.start : atom.behind]
    )
    if not digits.isascii() or not digits.isdigit() or len(digits) > 2:
        return None
    spelled = len(digits) == 1 and not atom.numeral.arabic
    return Decimal(f"0.{digits}") if spelled or _TALL.match(text, atom.end) else None


def _sum(first: Figure, atom: Atom, text: str) -> bool:
    """Extend a figure by what goes on in a smaller unit: 5元3角, 六斤八两, 三块五."""
    gap = text[first.end : atom.start]
    unit, low, high = first.unit, first.low, first.high
    if unit is None or low is None or high is None or gap not in ("", "又", "零") or first.bound != "exact":
        return False
    added: Decimal | None = None
    if unit.kind == "money" and atom.kind == "money" and atom.unit is not None:
        if atom.unit.factor < unit.factor and atom.unit.code in (unit.code, "CNY"):
            added = atom.low
            if atom.unit.factor != 1 and atom.unit.code == unit.code:
                first.unit = Unit(atom.unit.text, "money", unit.code, atom.unit.factor)
    elif unit.text == "块" and atom.unit is None and not gap and atom.low in range(1, 10) and not atom.numeral.myriad:
        added = atom.low / 10
    elif unit.kind == "measurement" and atom.unit is not None and (unit.text, atom.unit.text) in _GOES_ON and not gap:
        added = atom.low * Decimal(_GOES_ON[unit.text, atom.unit.text])
    elif unit.text == "成" and atom.unit is None and not gap and text[atom.start : atom.behind] in _TENTHS:
        added = atom.low  # 一成二 is twelve per cent
    elif unit.text == "米" and atom.unit is None and not gap and low < 10 and low % 1 == 0:
        added = _of_a_metre(text, atom)
    if added is None:
        return False
    first.low, first.high, first.end = low + added, high + added, atom.end
    return True


def _same_unit(a: Unit, b: Unit) -> bool:
    return a.kind == b.kind and a.code == b.code and (a.kind in ("money", "percent") or a.text == b.text)


def _shared(a: Atom, b: Atom) -> Decimal:
    """Value of ``a`` with the multiplier and unit of ``b``: 3至5亿元, 十八至三十万, but 8500到3万."""
    factor = b.unit.factor if b.unit else Decimal(1)
    scale = b.numeral.factor
    if scale > 1 and a.numeral.factor == 1 and abs(a.numeral.low) < abs(b.numeral.low) / scale:
        factor *= scale
    return a.numeral.low * factor * (-1 if a.low < 0 else 1)


def _range(text: str, first: Figure, last: Atom, b: Atom) -> bool:
    """Make a range of a figure and the atom behind it where they are one: 480-560米, 8万—10万元, 3至5亿元."""
    if not _RANGE.fullmatch(text, last.end, b.start) or first.joined or b.ordinal != first.first.ordinal or b.ordinal:
        return False
    if b.low != b.high or first.low is None or first.low != first.high or b.kind == "time" or (b.low < 0 <= first.low):
        return False
    low = first.low
    if first.unit is None:
        if b.unit is None and not b.numeral.myriad:
            return False
        if text[last.start - 1 : last.start].isascii() and text[last.start - 1 : last.start].isalpha():
            return False
        low = _shared(last, b)
    elif b.unit is None:
        if first.unit.text != "分之":
            return False
        b.unit = first.unit
        b.low *= first.unit.factor
        b.high = b.low
    elif not _same_unit(first.unit, b.unit):
        return False
    if low >= b.low:
        return False
    first.low, first.high, first.end, first.unit, first.joined = low, b.high, b.end, b.unit, True
    first.repaired |= b.numeral.repaired
    if first.bound == "exact":
        first.bound = b.bound
    return True


def _share_lists(text: str, found: list[Atom]) -> None:
    """Give a figure without unit the one that the list it stands in names at its end: 5.1、3.2和2.6个百分点."""
    scale, shared = 1, None
    for a, b in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if b is not shared:
            scale = b.numeral.factor
        if a.unit is not None or a.part or not a.numeral.arabic or b.unit is None or not b.numeral.arabic:
            continue
        if b.kind not in ("percent", "money", "measurement") or a.ordinal or not _LIST.fullmatch(text, a.end, b.start):
            continue
        spelled, before = text[a.start : a.behind], text[max(0, a.start - 1) : a.start]
        if _YEAR.fullmatch(spelled) or before in ("", "\n") or (before.isascii() and before.isalpha()):
            continue
        if a.numeral.myriad and b.kind != "money":
            continue
        low = a.low * b.unit.factor * (1 if a.numeral.myriad else scale)
        a.unit, a.low, a.high = b.unit, low, low
        shared = a


def compose(text: str, found: list[Atom]) -> list[Figure]:
    """Join the atoms of a text into figures, in order."""
    _share_lists(text, found)
    figures: list[Figure] = []
    at = 0
    while at < len(found):
        atom = found[at]
        figure = _figure(atom)
        terms = _ratio(text, found, at) if atom.unit is None and not atom.part else 1
        if terms > 1:
            last = found[at + terms - 1]
            figure.end, figure.low, figure.high = last.behind, None, None
            figure.terms = [canonical_decimal(a.numeral.low) for a in found[at : at + terms]]
            at += terms
            figures.append(figure)
            continue
        at += 1
        while at < len(found) and not found[at].part and not atom.part and atom.kind != "time":
            if not (_sum(figure, found[at], text) or _range(text, figure, found[at - 1], found[at])):
                break
            figure.repaired |= found[at].numeral.repaired
            at += 1
        figures.append(figure)
    return figures
