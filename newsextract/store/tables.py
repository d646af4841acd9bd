"""The tables, defined once for every target.

Every table but ``entities`` has ``page_id``: a page's rows are written, replaced and taken away together. The smallest tables, whose key
begins with their parent's id, go with their parents and have neither a foreign key nor an index on it.
Offsets are code points, half open: ``page_start``/``page_end`` on the decoded page, ``text_start``/``text_end`` in the article's clean text.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Date, Double, ForeignKey, Index, Integer, String, Table, Text
from sqlalchemy.schema import SchemaItem

from newsextract.store.types import FigureColumn, long_text, packed

__all__ = ["BOOKKEEPING", "DATA_TABLES", "FACT_TABLES", "SCHEMA_REVISION", "metadata"]

#: Revision that these definitions stand at; the last one in ``migrations/versions``.
SCHEMA_REVISION = "0002"

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_ID = 32


def _table(name: str, *items: SchemaItem, narrow: bool = False) -> Table:
    # SQLite keeps narrow rows in the tree of their key, which spares a second tree.
    return Table(
        name, metadata, *items, sqlite_with_rowid=not narrow,
        mysql_engine="InnoDB", mysql_charset="utf8mb4", mysql_collate="utf8mb4_bin",
    )  # fmt: skip


def _child(name: str, parent: str, reference: str, *items: SchemaItem) -> Table:
    """A table of the parts of a row, in an order of their own."""
    return _table(
        name,
        Column(reference, String(_ID), ForeignKey(f"{parent}.id"), primary_key=True),
        *(i for i in items if isinstance(i, Column) and i.primary_key),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("page_id", String(_ID), nullable=False),
        *(i for i in items if not (isinstance(i, Column) and i.primary_key)),
        narrow=True,
    )


def _id() -> Column[str]:
    return Column("id", String(_ID), primary_key=True)


def _to(name: str, target: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, String(_ID), ForeignKey(f"{target}.id"), primary_key=key, nullable=null and not key)


def _page() -> Column[str]:
    return Column("page_id", String(_ID), ForeignKey("pages.id"), nullable=False, index=True)


def _figures(*names: str) -> list[Column[Any]]:
    return [Column(name, FigureColumn()) for name in names]


def _words_index(table: Table, column: str) -> None:
    # Words from a page have no length limit: a hash (PostgreSQL) or a prefix (MySQL) keeps the index row short.
    Index(None, table.c[column], postgresql_using="hash", mysql_length=64)


pages = _table(
    "pages",
    _id(),
    Column("path", Text),
    Column("sha256", String(64)),
    Column("encoding", String(32)),
    Column("characters", Integer, nullable=False),
    Column("newspaper", Text),
    Column("page_no", Text),
    Column("url", Text),
    Column("published", Date, index=True),
    Column("published_basis", String(16), nullable=False),
    Column("region", String(6), index=True),
    Column("region_basis", String(16), nullable=False),
    Column("status", String(8), nullable=False, index=True),
    Column("warnings", Text, nullable=False),
    Column("extractor_version", String(32), nullable=False),
    Column("lexicons", String(32), nullable=False),
    Column("options", String(32), nullable=False),
    # The whole page as JSON in UTF-8, compressed with zlib: what the typed columns cannot hold is here.
    Column("content", packed(), nullable=False),
)
_words_index(pages, "path")

failures = _table(
    "failures",
    _to("page_id", "pages", key=True),
    Column("code", String(32), nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("traceback", Text, nullable=False),
)

articles = _table(
    "articles",
    _id(),
    _page(),
    Column("number", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("headline", Text),
    Column("kicker", Text),
    Column("subhead", Text),
    Column("section", Text),
    Column("duplicate_of", String(_ID)),
    Column("text", long_text(), nullable=False),
    Column("text_hash", String(32), index=True),
)

bylines = _child(
    "bylines",
    "articles",
    "article_id",
    Column("role", String(16), primary_key=True),
    Column("name", Text, nullable=False),
)
_words_index(bylines, "name")

blocks = _table(
    "blocks",
    _id(),
    _page(),
    Column("number", Integer, nullable=False),
    Column("page_start", Integer, nullable=False),
    Column("page_end", Integer, nullable=False),
    Column("role", String(16), nullable=False),
    _to("article_id", "articles", null=True),
    Column("joins", Boolean, nullable=False),
    Index("ix_blocks_article_id", "article_id"),
    narrow=True,
)

entities = _table(
    "entities",
    _id(),
    Column("type", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("code", String(6), index=True),
)
_words_index(entities, "name")

mentions = _table(
    "mentions",
    _id(),
    _page(),
    _to("article_id", "articles", null=True),
    Column("type", String(16), nullable=False),
    Column("text", Text, nullable=False),
    # The first piece; further ones, where a column break or a caption cuts the mention, are in mention_pieces.
    Column("page_start", Integer, nullable=False),
    Column("page_end", Integer, nullable=False),
    Column("text_start", Integer),
    Column("text_end", Integer),
    Column("sentence_start", Integer),
    Column("sentence_end", Integer),
    _to("entity_id", "entities", null=True),
    Column("confidence", Double, nullable=False),
    Column("evidence", Text, nullable=False),
    *_figures("low", "high"),
    Column("currency", String(3)),
    Column("unit", Text),
    Column("bound", String(8)),
    Column("repaired", Boolean),
    Column("terms", Text),
    Column("time_kind", String(16)),
    Column("start_date", Date),
    Column("end_date", Date),
    Column("part", Text),
    Column("duration", Text),
    Column("working_days", Boolean),
    Column("timex", Text),
    Column("canonical", Text),
    Column("code", String(6)),
    Column("doc_number", Text),
    Column("issuer", Text),
    Index("ix_mentions_entity_id", "entity_id"),
    Index("ix_mentions_article_id", "article_id"),
)

for _name in ("start_date", "low"):
    # Most mentions have neither figure nor date, and need not stand in these.
    _given = mentions.c[_name].is_not(None)
    Index(f"ix_mentions_type_{_name}", mentions.c.type, mentions.c[_name], sqlite_where=_given, postgresql_where=_given)

mention_pieces = _child(
    "mention_pieces",
    "mentions",
    "mention_id",
    Column("page_start", Integer, nullable=False),
    Column("page_end", Integer, nullable=False),
)

policies = _table(
    "policies",
    Column("id", String(_ID), ForeignKey("mentions.id"), primary_key=True),
    _page(),
    _to("article_id", "articles", null=True),
    Column("title", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("doc_number", Text),
    Column("issuer", Text),
    Column("date", Date),
    Column("status", String(16)),
    Column("version", Text),
    Index("ix_policies_article_id", "article_id"),
)
_words_index(policies, "title")
_words_index(policies, "doc_number")

policy_issuers = _child(
    "policy_issuers",
    "policies",
    "policy_id",
    Column("name", Text, nullable=False),
)

facts = _table(
    "facts",
    _id(),
    _page(),
    Column("kind", String(16), nullable=False),
    _to("article_id", "articles", null=True),
    Column("sentence_start", Integer),
    Column("sentence_end", Integer),
    Index("ix_facts_article_id", "article_id"),
    narrow=True,
)

fact_spans = _child(
    "fact_spans",
    "facts",
    "fact_id",
    Column("field", String(32), primary_key=True),
    Column("page_start", Integer, nullable=False),
    Column("page_end", Integer, nullable=False),
)

fact_evidence = _child(
    "fact_evidence",
    "facts",
    "fact_id",
    _to("mention_id", "mentions"),
    Index("ix_fact_evidence_mention_id", "mention_id"),
)


def _fact_id() -> Column[str]:
    return Column("id", String(_ID), ForeignKey("facts.id"), primary_key=True)


appointments = _table(
    "appointments",
    _fact_id(),
    _page(),
    Column("person", Text, nullable=False),
    Column("position", Text, nullable=False),
    Column("organization", Text),
    Column("action", String(16)),
)
_words_index(appointments, "person")
_words_index(appointments, "organization")

indicators = _table(
    "indicators",
    _fact_id(),
    _page(),
    Column("subject", Text),
    Column("indicator", Text, nullable=False),
    *_figures("value", "high"),
    Column("terms", Text),
    Column("unit", Text),
    Column("bound", String(8)),
    Column("start_date", Date),
    Column("end_date", Date, index=True),
    Column("change_kind", Text),
    *_figures("change_value"),
    Column("change_unit", Text),
    Column("rank_scope", Text),
    *_figures("rank_value"),
    Column("rank_text", Text),
)
_words_index(indicators, "indicator")

issuances = _table(
    "issuances",
    _fact_id(),
    _page(),
    Column("policy", Text, nullable=False),
    Column("issuer", Text),
    Column("doc_number", Text),
    Column("date", Date, index=True),
)
_words_index(issuances, "doc_number")

assignments = _table("assignments", _fact_id(), _page(), Column("task", long_text(), nullable=False))

assignment_bodies = _child(
    "assignment_bodies",
    "assignments",
    "assignment_id",
    Column("name", Text, nullable=False),
)
_words_index(assignment_bodies, "name")

deals = _table(
    "deals",
    _fact_id(),
    _page(),
    Column("deal", String(32), nullable=False),
    *_figures("amount", "high"),
    Column("currency", String(3)),
    Column("bound", String(8), nullable=False),
    Column("instrument", Text),
    Column("collateral", Text),
    *_figures("count"),
    Column("date", Date),
    *_figures("rate"),
)

deal_parties = _child(
    "deal_parties",
    "deals",
    "deal_id",
    Column("role", String(16), nullable=False),
    Column("name", Text, nullable=False),
)
_words_index(deal_parties, "name")

# What the runner has done, beside the rows and in their transaction. It says how and when, not what: two equal runs differ here only.
ledger = _table(
    "ledger",
    Column("page_id", String(_ID), primary_key=True),
    Column("path", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("size", sa.BigInteger, nullable=False),
    Column("mtime_ns", sa.BigInteger, nullable=False),
    Column("sha256", String(64)),
    Column("job_key", String(64), nullable=False),
    Column("status", String(8), nullable=False),
    Column("known", Text, nullable=False),
)

# Alembic's version table under a name that says what it is.
schema_version = _table("schema_version", Column("version_num", String(32), primary_key=True))

BOOKKEEPING: tuple[Table, ...] = (ledger, schema_version)
#: Every table with data from pages, parents before children.
DATA_TABLES: tuple[Table, ...] = tuple(t for t in metadata.sorted_tables if t not in BOOKKEEPING)
#: The table of each kind of fact.
FACT_TABLES: dict[str, Table] = {
    "appointment": appointments,
    "indicator": indicators,
    "issuance": issuances,
    "assignment": assignments,
    "deal": deals,
}
