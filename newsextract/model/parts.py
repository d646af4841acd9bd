"""What a page holds: source, blocks, articles, mentions, entities, facts."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from newsextract.model.facts import AnyFact
from newsextract.model.mentions import AnyMention, Span

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "ArticleKind",
    "Block",
    "Entity",
    "ExtractorInfo",
    "PageParts",
    "PublishedBasis",
    "RegionBasis",
    "Role",
    "Source",
]

#: Version of the JSON form of a page; below 1 until the tables settle.
SCHEMA_VERSION = "0.1"

Role = Literal[
    "furniture", "section", "kicker", "headline", "subhead", "crosshead", "byline", "body", "caption",
    "addressee", "doc_number", "issuer", "signature", "issue_date", "note", "attachment", "cc", "imprint",
]  # fmt: skip
ArticleKind = Literal["news", "document", "photo", "notice"]
PublishedBasis = Literal["given", "name", "imprint", "inferred", "unknown"]
RegionBasis = Literal["given", "masthead", "inferred", "unknown"]


class Closed(BaseModel):
    """Base of the models here: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class ExtractorInfo(Closed):
    """What made this page: enough to tell whether a re-run would differ."""

    version: str
    lexicons: str = Field(description="hash of all lexicons in force")
    options: str = Field(description="hash of the options in force")


class Source(Closed):
    """Where the page came from."""

    path: str | None = Field(None, description="path below the input folder")
    sha256: str | None = Field(None, description="of the bytes of the file, or of the UTF-8 of a bare string")
    encoding: str | None = None
    characters: int = 0
    newspaper: str | None = None
    page_no: str | None = None
    url: str | None = None


class Block(Closed):
    """A stretch of the page with one role."""

    id: str
    start: int
    end: int
    role: Role
    article: str | None = None
    joins: bool = Field(False, description="its text continues the sentence of the article's previous block")


class Article(Closed):
    """An article in reading order."""

    id: str
    kind: ArticleKind = "news"
    headline: str | None = None
    kicker: list[str] = Field(default_factory=list)
    subhead: list[str] = Field(default_factory=list)
    section: str | None = None
    reporters: list[str] = Field(default_factory=list)
    correspondents: list[str] = Field(default_factory=list)
    photographers: list[str] = Field(default_factory=list)
    order: list[int] | None = Field(None, description="block numbers in reading order, where it is not page order")
    duplicate_of: str | None = None
    text: str = ""
    sentences: list[Span] = Field(default_factory=list, description="offsets into ``text``")


class Entity(Closed):
    """What several mentions of a page name alike."""

    id: str
    type: str
    name: str
    code: str | None = None
    mentions: list[str] = Field(default_factory=list)


class PageParts(Closed):
    """The fields of a page, without what can be made of them (``Page``)."""

    schema_version: str = SCHEMA_VERSION
    extractor: ExtractorInfo
    id: str
    status: Literal["ok", "empty", "failed"] = "ok"
    warnings: list[str] = Field(default_factory=list)
    source: Source
    published: dt.date | None = None
    published_basis: PublishedBasis = "unknown"
    region: str | None = Field(None, description="GB/T 2260 code of the division that 我市 or 我省 means here")
    region_basis: RegionBasis = "unknown"
    text: str | None = Field(None, description="the decoded page that all offsets count in; null where it was left out")
    blocks: list[Block] = Field(default_factory=list)
    articles: list[Article] = Field(default_factory=list)
    mentions: list[AnyMention] = Field(default_factory=list)
    entities: list[Entity] = Field(default_factory=list)
    facts: list[AnyFact] = Field(default_factory=list)
