"""The normalised value of each mention type, as CONVENTIONS fixes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

__all__ = [
    "Bound",
    "DocNumberValue",
    "Figure",
    "MoneyValue",
    "NoValue",
    "NumberValue",
    "OrdinalValue",
    "OrgValue",
    "PercentValue",
    "PlaceValue",
    "PolicyKind",
    "PolicyStatus",
    "PolicyValue",
    "QuantityValue",
    "TimeValue",
    "canonical_decimal",
]


def canonical_decimal(figure: Decimal) -> str:
    """Spell a decimal in the one form that is written, hashed and compared.

    No exponent, no trailing zeros after the point, no minus before zero.

    >>> canonical_decimal(Decimal("4.320E+8")), canonical_decimal(Decimal("1.50")), canonical_decimal(Decimal("-0"))
    ('432000000', '1.5', '0')
    """
    if not figure:
        return "0"
    text = format(figure, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


#: A figure: ``Decimal`` in Python, its canonical spelling as a string in JSON.
Figure = Annotated[
    Decimal,
    PlainSerializer(canonical_decimal, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
]

#: How a figure is meant: as it stands, roughly, at least, at most.
Bound = Literal["exact", "approx", "min", "max"]

PolicyKind = Literal[
    "意见",
    "通知",
    "规划",
    "纲要",
    "方案",
    "计划",
    "办法",
    "细则",
    "条例",
    "法",
    "决定",
    "规定",
    "制度",
    "标准",
    "指南",
    "战略",
    "行动",
    "其他",
]
PolicyStatus = Literal["印发", "施行", "修订", "废止", "征求意见", "试行"]


class Value(BaseModel):
    """Base of all values: immutable, closed against unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NoValue(Value):
    """The value of types that have none (PERSON, POSITION, EVENT, PRODUCT, WORK)."""


class NumberValue(Value):
    """A number that stands alone; ``low`` and ``high`` differ where it is said loosely (十几)."""

    low: Figure
    high: Figure
    bound: Bound = "exact"
    repaired: bool = Field(False, description="an OCR confusion inside the number was read (3O → 30)")


class MoneyValue(Value):
    """An amount in the base unit of its currency (yuan for 元)."""

    low: Figure
    high: Figure
    currency: str = Field(description="ISO 4217 code")
    bound: Bound = "exact"
    repaired: bool = Field(False, description="an OCR confusion inside the figure was read (3O → 30)")


class PercentValue(Value):
    """A share in per cent, or a difference in percentage points (``pp``)."""

    low: Figure
    high: Figure
    unit: Literal["%", "pp"] = "%"
    bound: Bound = "exact"
    repaired: bool = False


class QuantityValue(Value):
    """A count or measure; a ratio has ``terms`` and neither ``low`` nor ``high``."""

    low: Figure | None
    high: Figure | None
    unit: str | None
    bound: Bound = "exact"
    terms: tuple[str, ...] | None = None
    repaired: bool = False


class OrdinalValue(Value):
    """A rank or serial number."""

    value: Figure


class TimeValue(Value):
    """A time resolved against the page's date. Both ends are inclusive days."""

    kind: Literal["date", "period", "duration", "set", "vague"]
    start: dt.date | None = None
    end: dt.date | None = None
    part: str | None = Field(None, description="morning, noon, afternoon, evening, night or HH:MM")
    duration: str | None = Field(None, description="ISO 8601 duration")
    working_days: bool | None = None
    timex: str | None = Field(None, description="TIMEX3 value; X where the page does not say (XXXX-01-21)")


class OrgValue(Value):
    """An organisation's full name where the page gives a fuller one than the text."""

    canonical: str | None = None


class PlaceValue(Value):
    """The GB/T 2260 code of a province, prefecture or county."""

    code: str | None = Field(None, pattern=r"^\d{6}$")


class PolicyValue(Value):
    """A policy's name and what the text says about it."""

    title: str
    kind: PolicyKind
    doc_number: str | None = None
    issuer: str | None = None
    issuers: tuple[str, ...] = ()
    date: dt.date | None = None
    status: PolicyStatus | None = None
    version: str | None = Field(None, description="what stands in brackets: 试行, 2020—2023年, 征求意见稿")


class DocNumberValue(Value):
    """An official number with its brackets as 〔〕 and no blanks."""

    value: str
    issuer: str | None = Field(None, description="the body that the abbreviation stands for, where a lexicon says so")
