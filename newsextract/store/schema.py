"""The schema of a SQL target: made where there is none, brought up to date where it is older, refused where it is newer."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from newsextract.errors import OutputError
from newsextract.store.engine import shown, write_transaction
from newsextract.store.tables import SCHEMA_REVISION, metadata, schema_version

__all__ = ["ensure_schema", "revision_of"]


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
    if found is None and not create:
        raise OutputError("this database holds no pages", where=shown(engine), todo="check the target")
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
        elif found != SCHEMA_REVISION:
            raise OutputError(
                f"the database has schema {found}, this version knows {SCHEMA_REVISION}",
                where=shown(engine),
                todo="upgrade newsextract",
            )
