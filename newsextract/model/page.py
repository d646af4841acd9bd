"""The page as it comes out, with its schema; what it holds is in ``newsextract.model.parts``."""

from __future__ import annotations

from typing import Any, Literal

from newsextract.model.frames import TableName, to_dataframe
from newsextract.model.parts import (
    SCHEMA_VERSION,
    Article,
    ArticleKind,
    Block,
    Entity,
    ExtractorInfo,
    PageParts,
    PublishedBasis,
    RegionBasis,
    Role,
    Source,
)

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "ArticleKind",
    "Block",
    "Entity",
    "ExtractorInfo",
    "Page",
    "PublishedBasis",
    "RegionBasis",
    "Role",
    "Source",
    "page_schema",
]


class Page(PageParts):
    """Everything that one page gives."""

    def to_dataframe(self, table: TableName = "mentions", *, library: Literal["pandas", "polars"] | None = None) -> Any:
        """Make a data frame of this page, a row for each mention, article, entity or fact.

        Args:
            table: ``mentions``, ``articles``, ``entities``, or a kind of fact.
            library: ``pandas`` or ``polars``; the first of them that is installed where it is None.

        Raises:
            OptionError: no such table, or the library is not installed.

        See ``newsextract.export.to_dataframe``, which takes several pages.
        """
        return to_dataframe(self, table, library=library)


def page_schema() -> dict[str, object]:
    """Return the JSON Schema of a page, with its own version.

    >>> page_schema()["$id"]
    'https://newsextract.example/schema/page-0.1.json'
    """
    schema: dict[str, object] = Page.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://newsextract.example/schema/page-{SCHEMA_VERSION}.json",
        **schema,
    }
