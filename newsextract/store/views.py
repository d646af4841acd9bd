"""The views that answer what people ask first. Plain SQL that SQLite, PostgreSQL and MySQL read alike.

A change here is a change of the schema: it wants a new revision in ``migrations/versions``, if an empty one.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

__all__ = ["VIEWS", "create_views", "drop_views"]

_WHERE_FROM = "p.published, p.newspaper, p.page_no, p.path, p.id AS page_id, a.id AS article_id, a.headline"
_MENTION_SENTENCE = "substr(a.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence"
_FACT_SENTENCE = "substr(a.text, f.sentence_start + 1, f.sentence_end - f.sentence_start) AS sentence"
_OF_MENTION = "JOIN pages p ON p.id = m.page_id LEFT JOIN articles a ON a.id = m.article_id"
_OF_FACT = "JOIN facts f ON f.id = x.id JOIN pages p ON p.id = f.page_id LEFT JOIN articles a ON a.id = f.article_id"

#: Each view's query by its name.
VIEWS: dict[str, str] = {
    # What was spent, promised, invested, and in which words.
    "amounts_in_context": f"""
        SELECT m.id AS mention_id, m.text, m.low, m.high, m.currency, m.bound, m.confidence,
               {_MENTION_SENTENCE}, {_WHERE_FROM}
        FROM mentions m {_OF_MENTION} WHERE m.type = 'MONEY'""",
    # Which documents are spoken of, with number, issuer, date.
    "policies_in_context": f"""
        SELECT m.id AS mention_id, x.title, x.kind, x.doc_number, x.issuer, x.date, x.status, x.version,
               {_MENTION_SENTENCE}, {_WHERE_FROM}
        FROM policies x JOIN mentions m ON m.id = x.id {_OF_MENTION}""",
    # Who held which position on which day's page.
    "positions_held": f"""
        SELECT x.id AS fact_id, x.person, x.position, x.organization, x.action,
               {_FACT_SENTENCE}, {_WHERE_FROM}
        FROM appointments x {_OF_FACT}""",
    # Indicators as a time series: filter by subject and indicator, order by end_date.
    "indicator_series": f"""
        SELECT x.id AS fact_id, x.subject, x.indicator, x.start_date, x.end_date, x.value, x.high, x.terms, x.unit,
               x.bound, x.change_kind, x.change_value, x.change_unit, x.rank_scope, x.rank_value, x.rank_text,
               {_FACT_SENTENCE}, {_WHERE_FROM}
        FROM indicators x {_OF_FACT}""",
    # Every piece of every mention, the further ones of cut mentions too.
    "mention_spans": """
        SELECT id AS mention_id, 0 AS number, page_id, page_start, page_end FROM mentions
        UNION ALL SELECT mention_id, number, page_id, page_start, page_end FROM mention_pieces""",
    # Articles whose text stands on more than one page.
    "reprints": """
        SELECT a.text_hash, a.id AS article_id, a.page_id, a.headline, p.published, p.newspaper, p.page_no, p.path
        FROM articles a JOIN pages p ON p.id = a.page_id
        WHERE a.text_hash IN (SELECT text_hash FROM articles GROUP BY text_hash HAVING count(*) > 1)""",
}


def create_views(connection: Connection) -> None:
    """Make all views."""
    for name, query in VIEWS.items():
        connection.execute(sa.text(f"CREATE VIEW {name} AS {query}"))


def drop_views(connection: Connection) -> None:
    """Take all views away, so that the tables under them can change."""
    for name in VIEWS:
        connection.execute(sa.text(f"DROP VIEW IF EXISTS {name}"))
