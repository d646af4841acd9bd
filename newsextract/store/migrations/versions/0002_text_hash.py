"""Give each article the hash of its text, by which reprints are found across pages."""

import sqlalchemy as sa
from alembic import op

from newsextract.store.hashes import text_hash

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_CHUNK = 200


def upgrade() -> None:
    """Add the column, its index, and the hashes of what is there."""
    op.add_column("articles", sa.Column("text_hash", sa.String(32)))
    articles = sa.table("articles", sa.column("id"), sa.column("text"), sa.column("text_hash"))
    connection = op.get_bind()
    set_hash = sa.update(articles).where(articles.c.id == sa.bindparam("key")).values(text_hash=sa.bindparam("hash"))
    last = ""
    while True:
        query = sa.select(articles.c.id, articles.c.text).where(articles.c.id > last).order_by(articles.c.id)
        rows = connection.execute(query.limit(_CHUNK)).all()
        if not rows:
            break
        connection.execute(set_hash, [{"key": row.id, "hash": text_hash(row.text)} for row in rows])
        last = rows[-1].id
    op.create_index("ix_articles_text_hash", "articles", ["text_hash"])
