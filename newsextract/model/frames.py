"""Pages as flat rows and as data frames of pandas or polars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args

from newsextract.errors import OptionError
from newsextract.model.parts import PageParts

__all__ = ["TABLES", "TableName", "to_dataframe", "to_rows"]

TableName = Literal[
    "mentions", "articles", "entities", "appointment", "indicator", "issuance", "assignment", "deal"
]  # fmt: skip
TABLES: tuple[str, ...] = get_args(TableName)

#: Value fields that get a column each in the table of mentions.
_VALUES = (
    "low",
    "high",
    "unit",
    "currency",
    "bound",
    "start",
    "end",
    "part",
    "duration",
    "title",
    "kind",
    "canonical",
    "code",
)


def _mentions(page: PageParts) -> Iterator[dict[str, Any]]:
    articles = {a.id: a for a in page.articles}
    for m in page.mentions:
        article = articles.get(m.article or "")
        value = m.value.model_dump() if m.value is not None else {}
        sentence = article and m.sentence is not None and article.sentences[m.sentence]
        yield {
            "id": m.id,
            "page": page.source.path,
            "published": page.published,
            "article": m.article,
            "headline": article.headline if article else None,
            "type": m.type,
            "text": m.text,
            "page_start": m.spans[0][0],
            "page_end": m.spans[-1][1],
            **{f"value_{name}": value.get(name) for name in _VALUES},
            "entity": m.entity,
            "confidence": m.confidence,
            "sentence": article.text[slice(*sentence)] if article and sentence else None,
        }


def _articles(page: PageParts) -> Iterator[dict[str, Any]]:
    for a in page.articles:
        yield {
            "id": a.id,
            "page": page.source.path,
            "published": page.published,
            "region": page.region,
            "kind": a.kind,
            "headline": a.headline,
            "section": a.section,
            "reporters": "、".join(a.reporters),
            "correspondents": "、".join(a.correspondents),
            "duplicate_of": a.duplicate_of,
            "text": a.text,
        }


def _entities(page: PageParts) -> Iterator[dict[str, Any]]:
    for e in page.entities:
        yield {
            "id": e.id,
            "page": page.source.path,
            "type": e.type,
            "name": e.name,
            "code": e.code,
            "mentions": len(e.mentions),
        }


def _flat(name: str, value: Any) -> dict[str, Any]:
    """Give the parts of a structured field a column each, and lists one text."""
    if isinstance(value, dict):
        return {f"{name}_{k}": v for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return {name: "、".join(v if isinstance(v, str) else " ".join(map(str, v.values())) for v in value)}
    return {name: value}


def _facts(page: PageParts, kind: str) -> Iterator[dict[str, Any]]:
    for fact in page.facts:
        if fact.kind != kind:
            continue
        row: dict[str, Any] = {
            "id": fact.id,
            "page": page.source.path,
            "published": page.published,
            "article": fact.article,
        }
        # Fields that are models keep their columns where they are empty, so that the pages' rows have one shape.
        shapes: dict[str, tuple[str, ...]] = {"change": ("kind", "value", "unit"), "rank": ("scope", "value", "text")}
        for name, value in fact.model_dump(exclude={"id", "kind", "article", "sentence", "evidence", "spans"}).items():
            if name in shapes:
                row |= {f"{name}_{part}": (value or {}).get(part) for part in shapes[name]}
            else:
                row |= _flat(name, value)
        yield row


def to_rows(pages: PageParts | Iterable[PageParts], table: TableName = "mentions") -> list[dict[str, Any]]:
    """Make flat rows of pages: figures as ``Decimal``, days as ``date``.

    Args:
        pages: one page or several.
        table: ``mentions``, ``articles``, ``entities``, or a kind of fact.

    Raises:
        OptionError: no such table.

    >>> from newsextract import extract
    >>> to_rows(extract("投资3亿元。"))[0]["value_low"]
    Decimal('300000000')
    """
    if table not in TABLES:
        raise OptionError(f"no table {table!r}", where="table", todo=f"one of {', '.join(TABLES)}")
    rows: list[dict[str, Any]] = []
    for page in [pages] if isinstance(pages, PageParts) else pages:
        match table:
            case "mentions":
                rows += _mentions(page)
            case "articles":
                rows += _articles(page)
            case "entities":
                rows += _entities(page)
            case _:
                rows += _facts(page, table)
    return rows


def to_dataframe(
    pages: PageParts | Iterable[PageParts],
    table: TableName = "mentions",
    *,
    library: Literal["pandas", "polars"] | None = None,
) -> Any:
    """Make a data frame of pages.

    Args:
        pages: one page or several.
        table: see ``to_rows``.
        library: ``pandas`` or ``polars``; the first of them that is installed where it is None.

    Raises:
        OptionError: no such table, or the library is not installed.
    """
    rows = to_rows(pages, table)
    for name in (library,) if library else ("pandas", "polars"):
        try:
            if name == "polars":
                import polars

                return polars.DataFrame(rows, infer_schema_length=None)
            import pandas
        except ImportError:
            continue
        return pandas.DataFrame(rows)
    wanted = library or "pandas"
    raise OptionError(f"{wanted} is not installed", where="library", todo=f"pip install 'newsextract[{wanted}]'")
