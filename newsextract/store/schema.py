"""The schema of a SQL target: made where there is none, brought up to date where it is older, refused where it is newer."""

from __future__ import annotations

import io
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from newsextract.errors import OutputError
from newsextract.store.engine import shown, write_transaction
from newsextract.store.tables import SCHEMA_REVISION, metadata, schema_version
from newsextract.store.views import create_views, drop_views

__all__ = ["ensure_schema", "revision_of", "upgrade"]


def revision_of(connection: Connection) -> str | None:
    """Return the revision a database stands at; None where it holds no newsextract tables."""
    if not sa.inspect(connection).has_table(schema_version.name):
        return None
    return connection.scalar(sa.select(schema_version.c.version_num))


def ensure_schema(engine: Engine, *, create: bool = True) -> None:
    """Bring a database to the revision that this version reads and writes.

    Raises:
        OutputError: it was written by a newer version, or holds no newsextract tables and ``create`` is off.
    """
    with engine.connect() as connection:
        found = revision_of(connection)
    if found == SCHEMA_REVISION:
        return
    if not create:
        if found is None:
            raise OutputError("this database holds no pages", where=shown(engine), todo="check the target")
        if found < SCHEMA_REVISION:
            return  # what reading needs is there since the first revision; a reader changes nothing
    if engine.dialect.name == "sqlite":
        # Readers go on while a run writes. Persistent, and only to be set outside a transaction.
        with engine.connect() as connection:
            connection.rollback()
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.cursor().execute("PRAGMA journal_mode = WAL")
    with write_transaction(engine) as connection:
        found = revision_of(connection)  # another run may have been quicker
        if found is None:
            metadata.create_all(connection)
            connection.execute(sa.insert(schema_version).values(version_num=SCHEMA_REVISION))
            create_views(connection)
        elif found < SCHEMA_REVISION:
            drop_views(connection)
            upgrade(connection)
            create_views(connection)
        elif found > SCHEMA_REVISION:
            raise OutputError(
                f"the database has schema {found}, this version knows {SCHEMA_REVISION}",
                where=shown(engine),
                todo="upgrade newsextract",
            )


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to a revision, from an empty database too."""
    from alembic import command
    from alembic.config import Config

    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
