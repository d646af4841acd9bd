"""Facts by kind, together a discriminated union on ``kind``. Every field that stands on words has its own spans."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_serializer

from newsextract.model.mentions import Span
from newsextract.model.values import Bound, Figure

__all__ = [
    "AnyFact",
    "AppointmentFact",
    "AssignmentFact",
    "Change",
    "DealFact",
    "DealKind",
    "DealParty",
    "Fact",
    "IndicatorFact",
    "IssuanceFact",
    "PartyRole",
    "Rank",
]


class Fact(BaseModel):
    """What every fact has."""

    model_config = ConfigDict(extra="forbid")

    id: str
    kind: str
    article: str | None = None
    sentence: int | None = Field(None, description="index into the article's sentences")
    evidence: list[str] = Field(default_factory=list, description="ids of the mentions it rests on")
    spans: dict[str, list[Span]] = Field(default_factory=dict, description="page spans of the words behind each field")


class AppointmentFact(Fact):
    """Who holds which post in which body."""

    kind: Literal["appointment"] = "appointment"
    person: str
    position: str
    organization: str | None = None
    action: Literal["appointed", "removed"] | None = None


class Change(BaseModel):
    """A change of an indicator: 同比增长 6.9 %."""

    model_config = ConfigDict(extra="forbid")

    kind: str
    value: Figure | None = None
    unit: str | None = None


class Rank(BaseModel):
    """A rank of an indicator: 居全省第 3; ``text`` only where no number is said (前列)."""

    model_config = ConfigDict(extra="forbid")

    scope: str | None = None
    value: Figure | None = None
    text: str | None = None

    @model_serializer(mode="wrap")
    def _without_empty_text(self, handler: Any) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        if data.get("text") is None:
            data.pop("text", None)
        return data


class IndicatorFact(Fact):
    """One measured statement."""

    kind: Literal["indicator"] = "indicator"
    subject: str | None = None
    indicator: str
    value: Figure | None = None
    high: Figure | None = None
    terms: tuple[str, ...] | None = None
    unit: str | None = None
    bound: Bound | None = Field("exact", description="null where only the change is said, exactly")
    start: dt.date | None = None
    end: dt.date | None = None
    change: Change | None = None
    rank: Rank | None = None


class IssuanceFact(Fact):
    """Who issued which document, under which number, when."""

    kind: Literal["issuance"] = "issuance"
    policy: str
    issuer: str | None = None
    doc_number: str | None = None
    date: dt.date | None = None


class AssignmentFact(Fact):
    """A task of an official document and the bodies that answer for it, the lead one first."""

    kind: Literal["assignment"] = "assignment"
    task: str
    bodies: list[str]


DealKind = Literal[
    "loan",
    "pledge_loan",
    "securitisation",
    "subsidy",
    "interest_subsidy",
    "fund",
    "investment",
    "contract",
    "fine",
    "award",
]
PartyRole = Literal[
    "lender",
    "borrower",
    "issuer",
    "investor",
    "investee",
    "recipient",
    "payer",
    "guarantor",
    "buyer",
    "seller",
    "contractor",
]


class DealParty(BaseModel):
    """A party to a deal and its role."""

    model_config = ConfigDict(extra="forbid")

    role: PartyRole
    name: str


class DealFact(Fact):
    """Money that moves or is promised between parties."""

    kind: Literal["deal"] = "deal"
    deal: DealKind
    amount: Figure | None = None
    high: Figure | None = None
    currency: str | None = None
    bound: Bound = "exact"
    parties: list[DealParty] = Field(default_factory=list)
    instrument: str | None = None
    collateral: str | None = None
    count: Figure | None = None
    date: dt.date | None = None
    rate: Figure | None = Field(None, description="interest rate in per cent a year")


AnyFact = Annotated[
    AppointmentFact | IndicatorFact | IssuanceFact | AssignmentFact | DealFact,
    Field(discriminator="kind"),
]
