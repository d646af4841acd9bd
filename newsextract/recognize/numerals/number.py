"""A whole string as one number: what the reader reads, and fractions, dozens and signs around it."""

from __future__ import annotations

import re
from decimal import Decimal

from newsextract.folding import normalise
from newsextract.model.values import NumberValue
from newsextract.recognize.numerals.reader import Numeral, read_numeral

__all__ = ["parse_number"]

_BLANK = re.compile(r"\s+")
_SIGN = re.compile(r"[-－−负]")
# Digits between context: a precision that no figure of a page needs.
_PLACES = Decimal("1e-20")


def _whole(text: str) -> Numeral | None:
    found = read_numeral(text)
    if found is None or found[1] != len(text) or (found[0].bare and "万万" in text):
        return None
    return found[0]


def _signed(text: str) -> tuple[Numeral, int] | None:
    sign = -1 if _SIGN.match(text) else 1
    numeral = _whole(text[1:] if sign < 0 else text)
    return (numeral, sign) if numeral else None


def _exact(text: str) -> Decimal | None:
    found = _signed(text)
    return found[0].low * found[1] if found and found[0].low == found[0].high else None


def _ratio(above: Decimal | None, below: Decimal | None, whole: Decimal | None = Decimal(0)) -> NumberValue | None:
    if above is None or whole is None or not below:
        return None
    value = (whole + above / below).quantize(_PLACES).normalize()
    return NumberValue(low=value, high=value)


def _fraction(text: str, spaced: str) -> NumberValue | None:
    if "分之" in text:
        head, _, above = text.partition("分之")
        whole, _, below = head.rpartition("又")
        return _ratio(_exact(above), _exact(below), _exact(whole) if whole else Decimal(0))
    if "/" in text:
        head, _, below = spaced.partition("/")
        first, _, above = head.rpartition(" ")  # 1 4/3
        return _ratio(_exact(above), _exact(below), _exact(first) if first else Decimal(0))
    return None


def parse_number(text: str) -> NumberValue | None:
    """Read a string that is one number, in any way that Chinese text writes one.

    Args:
        text: the number and nothing else; blanks inside do not matter.

    Returns:
        its value, or None where the string is not one number. A number said loosely has its reach: 十几 is 10 to 20.

    >>> parse_number("叁佰伍拾").low, parse_number("3万4000").low, parse_number("三分之二").low.normalize()
    (Decimal('350'), Decimal('34000'), Decimal('0.66666666666666666667'))
    >>> parse_number("十几"), parse_number("陆地")
    (NumberValue(low=Decimal('10'), high=Decimal('20'), bound='approx', repaired=False), None)
    """
    spaced = _BLANK.sub(" ", normalise(text)).strip()
    dense = spaced.replace(" ", "")
    if fraction := _fraction(dense, spaced):
        return fraction
    dozen = 12 if dense.endswith("打") else 1
    found = _signed(dense.removesuffix("打"))
    if found is None:
        return None
    numeral, sign = found
    low, high = sorted((numeral.low * sign * dozen, numeral.high * sign * dozen))
    return NumberValue(low=low, high=high, bound=numeral.bound, repaired=numeral.repaired)
