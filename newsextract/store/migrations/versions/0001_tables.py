"""The tables as the first release wrote them."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

from newsextract.store.types import FigureColumn

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MYSQL: Any = {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4", "mysql_collate": "utf8mb4_bin"}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "entities",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=6)),
        sa.PrimaryKeyConstraint("id", name="pk_entities"),
        **MYSQL,
    )
    op.create_index("ix_entities_code", "entities", ["code"])
    op.create_index("ix_entities_name", "entities", ["name"], postgresql_using="hash", mysql_length=64)
    op.create_table(
        "ledger",
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64)),
        sa.Column("job_key", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("page_id", name="pk_ledger"),
        **MYSQL,
    )
    op.create_table(
        "pages",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("path", sa.Text()),
        sa.Column("sha256", sa.String(length=64)),
        sa.Column("encoding", sa.String(length=32)),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("newspaper", sa.Text()),
        sa.Column("page_no", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("published", sa.Date()),
        sa.Column("published_basis", sa.String(length=16), nullable=False),
        sa.Column("region", sa.String(length=6)),
        sa.Column("region_basis", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("extractor_version", sa.String(length=32), nullable=False),
        sa.Column("lexicons", sa.String(length=32), nullable=False),
        sa.Column("options", sa.String(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary().with_variant(mysql.LONGBLOB(), "mysql"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pages"),
        **MYSQL,
    )
    op.create_index("ix_pages_path", "pages", ["path"], postgresql_using="hash", mysql_length=64)
    op.create_index("ix_pages_published", "pages", ["published"])
    op.create_index("ix_pages_region", "pages", ["region"])
    op.create_index("ix_pages_status", "pages", ["status"])
    op.create_table(
        "articles",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("headline", sa.Text()),
        sa.Column("kicker", sa.Text()),
        sa.Column("subhead", sa.Text()),
        sa.Column("section", sa.Text()),
        sa.Column("duplicate_of", sa.String(length=32)),
        sa.Column("text", sa.Text().with_variant(mysql.LONGTEXT(), "mysql"), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_articles_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        **MYSQL,
    )
    op.create_index("ix_articles_page_id", "articles", ["page_id"])
    op.create_table(
        "failures",
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("traceback", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_failures_page_id"),
        sa.PrimaryKeyConstraint("page_id", name="pk_failures"),
        **MYSQL,
    )
    op.create_index("ix_failures_code", "failures", ["code"])
    op.create_table(
        "blocks",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("page_start", sa.Integer(), nullable=False),
        sa.Column("page_end", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("article_id", sa.String(length=32)),
        sa.Column("joins", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_blocks_article_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_blocks_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_blocks"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_blocks_article_id", "blocks", ["article_id"])
    op.create_index("ix_blocks_page_id", "blocks", ["page_id"])
    op.create_table(
        "bylines",
        sa.Column("article_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_bylines_article_id"),
        sa.PrimaryKeyConstraint("article_id", "role", "number", name="pk_bylines"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bylines_name", "bylines", ["name"], postgresql_using="hash", mysql_length=64)
    op.create_table(
        "facts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("article_id", sa.String(length=32)),
        sa.Column("sentence_start", sa.Integer()),
        sa.Column("sentence_end", sa.Integer()),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_facts_article_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_facts_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_facts"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_facts_article_id", "facts", ["article_id"])
    op.create_index("ix_facts_page_id", "facts", ["page_id"])
    op.create_table(
        "mentions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("article_id", sa.String(length=32)),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("page_start", sa.Integer(), nullable=False),
        sa.Column("page_end", sa.Integer(), nullable=False),
        sa.Column("text_start", sa.Integer()),
        sa.Column("text_end", sa.Integer()),
        sa.Column("sentence_start", sa.Integer()),
        sa.Column("sentence_end", sa.Integer()),
        sa.Column("entity_id", sa.String(length=32)),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("low", FigureColumn()),
        sa.Column("high", FigureColumn()),
        sa.Column("currency", sa.String(length=3)),
        sa.Column("unit", sa.Text()),
        sa.Column("bound", sa.String(length=8)),
        sa.Column("repaired", sa.Boolean()),
        sa.Column("terms", sa.Text()),
        sa.Column("time_kind", sa.String(length=16)),
        sa.Column("start_date", sa.Date()),
        sa.Column("end_date", sa.Date()),
        sa.Column("part", sa.Text()),
        sa.Column("duration", sa.Text()),
        sa.Column("working_days", sa.Boolean()),
        sa.Column("timex", sa.Text()),
        sa.Column("canonical", sa.Text()),
        sa.Column("code", sa.String(length=6)),
        sa.Column("doc_number", sa.Text()),
        sa.Column("issuer", sa.Text()),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_mentions_article_id"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_mentions_entity_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_mentions_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mentions"),
        **MYSQL,
    )
    op.create_index("ix_mentions_article_id", "mentions", ["article_id"])
    op.create_index("ix_mentions_entity_id", "mentions", ["entity_id"])
    op.create_index("ix_mentions_page_id", "mentions", ["page_id"])
    op.create_index(
        "ix_mentions_type_low",
        "mentions",
        ["type", "low"],
        sqlite_where=sa.text("low IS NOT NULL"),
        postgresql_where=sa.text("low IS NOT NULL"),
    )
    op.create_index(
        "ix_mentions_type_start_date",
        "mentions",
        ["type", "start_date"],
        sqlite_where=sa.text("start_date IS NOT NULL"),
        postgresql_where=sa.text("start_date IS NOT NULL"),
    )
    op.create_table(
        "appointments",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text()),
        sa.Column("action", sa.String(length=16)),
        sa.ForeignKeyConstraint(["id"], ["facts.id"], name="fk_appointments_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_appointments_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_appointments"),
        **MYSQL,
    )
    op.create_index(
        "ix_appointments_organization", "appointments", ["organization"], postgresql_using="hash", mysql_length=64
    )
    op.create_index("ix_appointments_page_id", "appointments", ["page_id"])
    op.create_index("ix_appointments_person", "appointments", ["person"], postgresql_using="hash", mysql_length=64)
    op.create_table(
        "assignments",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("task", sa.Text().with_variant(mysql.LONGTEXT(), "mysql"), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["facts.id"], name="fk_assignments_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_assignments_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assignments"),
        **MYSQL,
    )
    op.create_index("ix_assignments_page_id", "assignments", ["page_id"])
    op.create_table(
        "deals",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("deal", sa.String(length=32), nullable=False),
        sa.Column("amount", FigureColumn()),
        sa.Column("high", FigureColumn()),
        sa.Column("currency", sa.String(length=3)),
        sa.Column("bound", sa.String(length=8), nullable=False),
        sa.Column("instrument", sa.Text()),
        sa.Column("collateral", sa.Text()),
        sa.Column("count", FigureColumn()),
        sa.Column("date", sa.Date()),
        sa.Column("rate", FigureColumn()),
        sa.ForeignKeyConstraint(["id"], ["facts.id"], name="fk_deals_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_deals_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_deals"),
        **MYSQL,
    )
    op.create_index("ix_deals_page_id", "deals", ["page_id"])
    op.create_table(
        "fact_evidence",
        sa.Column("fact_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("mention_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name="fk_fact_evidence_fact_id"),
        sa.ForeignKeyConstraint(["mention_id"], ["mentions.id"], name="fk_fact_evidence_mention_id"),
        sa.PrimaryKeyConstraint("fact_id", "number", name="pk_fact_evidence"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_fact_evidence_mention_id", "fact_evidence", ["mention_id"])
    op.create_table(
        "fact_spans",
        sa.Column("fact_id", sa.String(length=32), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("page_start", sa.Integer(), nullable=False),
        sa.Column("page_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name="fk_fact_spans_fact_id"),
        sa.PrimaryKeyConstraint("fact_id", "field", "number", name="pk_fact_spans"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "indicators",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Text()),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("value", FigureColumn()),
        sa.Column("high", FigureColumn()),
        sa.Column("terms", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("bound", sa.String(length=8)),
        sa.Column("start_date", sa.Date()),
        sa.Column("end_date", sa.Date()),
        sa.Column("change_kind", sa.Text()),
        sa.Column("change_value", FigureColumn()),
        sa.Column("change_unit", sa.Text()),
        sa.Column("rank_scope", sa.Text()),
        sa.Column("rank_value", FigureColumn()),
        sa.Column("rank_text", sa.Text()),
        sa.ForeignKeyConstraint(["id"], ["facts.id"], name="fk_indicators_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_indicators_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_indicators"),
        **MYSQL,
    )
    op.create_index("ix_indicators_end_date", "indicators", ["end_date"])
    op.create_index("ix_indicators_indicator", "indicators", ["indicator"], postgresql_using="hash", mysql_length=64)
    op.create_index("ix_indicators_page_id", "indicators", ["page_id"])
    op.create_table(
        "issuances",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text()),
        sa.Column("doc_number", sa.Text()),
        sa.Column("date", sa.Date()),
        sa.ForeignKeyConstraint(["id"], ["facts.id"], name="fk_issuances_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_issuances_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_issuances"),
        **MYSQL,
    )
    op.create_index("ix_issuances_date", "issuances", ["date"])
    op.create_index("ix_issuances_doc_number", "issuances", ["doc_number"], postgresql_using="hash", mysql_length=64)
    op.create_index("ix_issuances_page_id", "issuances", ["page_id"])
    op.create_table(
        "mention_pieces",
        sa.Column("mention_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("page_start", sa.Integer(), nullable=False),
        sa.Column("page_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["mention_id"], ["mentions.id"], name="fk_mention_pieces_mention_id"),
        sa.PrimaryKeyConstraint("mention_id", "number", name="pk_mention_pieces"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "policies",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("article_id", sa.String(length=32)),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("doc_number", sa.Text()),
        sa.Column("issuer", sa.Text()),
        sa.Column("date", sa.Date()),
        sa.Column("status", sa.String(length=16)),
        sa.Column("version", sa.Text()),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_policies_article_id"),
        sa.ForeignKeyConstraint(["id"], ["mentions.id"], name="fk_policies_id"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_policies_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_policies"),
        **MYSQL,
    )
    op.create_index("ix_policies_article_id", "policies", ["article_id"])
    op.create_index("ix_policies_doc_number", "policies", ["doc_number"], postgresql_using="hash", mysql_length=64)
    op.create_index("ix_policies_page_id", "policies", ["page_id"])
    op.create_index("ix_policies_title", "policies", ["title"], postgresql_using="hash", mysql_length=64)
    op.create_table(
        "assignment_bodies",
        sa.Column("assignment_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignments.id"], name="fk_assignment_bodies_assignment_id"),
        sa.PrimaryKeyConstraint("assignment_id", "number", name="pk_assignment_bodies"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_assignment_bodies_name", "assignment_bodies", ["name"], postgresql_using="hash", mysql_length=64
    )
    op.create_table(
        "deal_parties",
        sa.Column("deal_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name="fk_deal_parties_deal_id"),
        sa.PrimaryKeyConstraint("deal_id", "number", name="pk_deal_parties"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_deal_parties_name", "deal_parties", ["name"], postgresql_using="hash", mysql_length=64)
    op.create_table(
        "policy_issuers",
        sa.Column("policy_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["policy_id"], ["policies.id"], name="fk_policy_issuers_policy_id"),
        sa.PrimaryKeyConstraint("policy_id", "number", name="pk_policy_issuers"),
        **MYSQL,
        sqlite_with_rowid=False,
    )
