"""One class per mention type, together a discriminated union on ``type``."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from newsextract.model.values import (
    DocNumberValue,
    MoneyValue,
    NoValue,
    OrdinalValue,
    OrgValue,
    PercentValue,
    PlaceValue,
    PolicyValue,
    QuantityValue,
    TimeValue,
)

__all__ = ["MENTION_TYPES", "AnyMention", "Mention", "MentionType", "Span"]

#: Code points of the decoded page, half open.
Span = tuple[int, int]

MentionType = Literal[
    "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "TIME", "POLICY", "DOC_NUMBER",
    "PERSON", "ORG", "PLACE", "POSITION", "EVENT", "PRODUCT", "WORK",
]  # fmt: skip
MENTION_TYPES: tuple[str, ...] = get_args(MentionType)


class Mention(BaseModel):
    """What every mention has, whatever its type."""

    model_config = ConfigDict(extra="forbid")

    id: str
    type: str
    text: str = Field(description="clean text: the page's characters between the spans, layout whitespace taken out")
    spans: list[Span] = Field(
        description="pieces on the page in reading order; more than one where a column or caption cuts"
    )
    article: str | None = Field(None, description="id of the article, null for furniture")
    article_span: Span | None = Field(None, description="offsets into the article's clean text")
    sentence: int | None = Field(None, description="index into the article's sentences")
    value: Any = None
    entity: str | None = None
    confidence: float = Field(ge=0, le=1)
    evidence: list[str] = Field(default_factory=list, description="what spoke for this reading")


class MoneyMention(Mention):
    """An amount of money."""

    type: Literal["MONEY"] = "MONEY"
    value: MoneyValue


class PercentMention(Mention):
    """A percentage or a difference in percentage points."""

    type: Literal["PERCENT"] = "PERCENT"
    value: PercentValue


class QuantityMention(Mention):
    """A number with a measure word or unit."""

    type: Literal["QUANTITY"] = "QUANTITY"
    value: QuantityValue


class OrdinalMention(Mention):
    """A rank or serial."""

    type: Literal["ORDINAL"] = "ORDINAL"
    value: OrdinalValue


class TimeMention(Mention):
    """A date, period, duration or time of day."""

    type: Literal["TIME"] = "TIME"
    value: TimeValue


class PolicyMention(Mention):
    """A law, plan, measure, notice, strategy or campaign by name."""

    type: Literal["POLICY"] = "POLICY"
    value: PolicyValue


class DocNumberMention(Mention):
    """The official number of a document."""

    type: Literal["DOC_NUMBER"] = "DOC_NUMBER"
    value: DocNumberValue


class PersonMention(Mention):
    """The name of a person, without title."""

    type: Literal["PERSON"] = "PERSON"
    value: NoValue = NoValue()


class OrgMention(Mention):
    """A named body."""

    type: Literal["ORG"] = "ORG"
    value: OrgValue


class PlaceMention(Mention):
    """A division, region, street, zone, station, building or venue."""

    type: Literal["PLACE"] = "PLACE"
    value: PlaceValue


class PositionMention(Mention):
    """The role of a named holder."""

    type: Literal["POSITION"] = "POSITION"
    value: NoValue = NoValue()


class EventMention(Mention):
    """A named meeting, contest, fair or campaign day."""

    type: Literal["EVENT"] = "EVENT"
    value: NoValue = NoValue()


class ProductMention(Mention):
    """A named product, platform, project, programme or brand."""

    type: Literal["PRODUCT"] = "PRODUCT"
    value: NoValue = NoValue()


class WorkMention(Mention):
    """A title that is no policy."""

    type: Literal["WORK"] = "WORK"
    value: NoValue = NoValue()


AnyMention = Annotated[
    MoneyMention
    | PercentMention
    | QuantityMention
    | OrdinalMention
    | TimeMention
    | PolicyMention
    | DocNumberMention
    | PersonMention
    | OrgMention
    | PlaceMention
    | PositionMention
    | EventMention
    | ProductMention
    | WorkMention,
    Field(discriminator="type"),
]
