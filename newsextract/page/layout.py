"""The products of layout: blocks with roles, articles with their reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsextract.model.page import ArticleKind, Role
from newsextract.page.text import CleanText

__all__ = ["ArticleDraft", "BlockDraft", "Layout"]


@dataclass(slots=True)
class BlockDraft:
    """A stretch of the page with one role.

    Args:
        start, end: page offsets, half open; from the first to the last character that is no blank.
        role: what it is (CONVENTIONS, section 1).
        article: index into ``Layout.articles``; None for furniture.
        joins: its text continues the sentence of the article's previous block in reading order.
        clean: its clean text. A line end stands in it only where the page means one (table rows, member lists).
    """

    start: int
    end: int
    role: Role
    clean: CleanText
    article: int | None = None
    joins: bool = False


@dataclass(slots=True)
class ArticleDraft:
    """An article: what its headings and bylines say, and its blocks in reading order (indexes into ``Layout.blocks``)."""

    order: list[int] = field(default_factory=list)
    kind: ArticleKind = "news"
    headline: str | None = None
    kicker: list[str] = field(default_factory=list)
    subhead: list[str] = field(default_factory=list)
    section: str | None = None
    reporters: list[str] = field(default_factory=list)
    correspondents: list[str] = field(default_factory=list)
    photographers: list[str] = field(default_factory=list)
    duplicate_of: int | None = None


@dataclass(slots=True)
class Layout:
    """A page taken apart: every character that is no blank lies in exactly one block, blocks stand in page order."""

    page: str
    blocks: list[BlockDraft] = field(default_factory=list)
    articles: list[ArticleDraft] = field(default_factory=list)
