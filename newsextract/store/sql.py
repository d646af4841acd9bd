"""SQL databases: SQLite, PostgreSQL, MySQL and MariaDB behind one target."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from functools import partial
from itertools import islice
from typing import Any, ClassVar, TypeVar

import sqlalchemy as sa
import sqlalchemy.exc as sa_exc
from sqlalchemy.engine import Connection

from newsextract.errors import DatabaseError, OutputError
from newsextract.store.engine import make_engine, shown, write_transaction
from newsextract.store.inserts import Inserter
from newsextract.store.loaders import make_loader
from newsextract.store.record import Failure, LedgerLine, PageRecord, Recorder, record_page, unpack
from newsextract.store.schema import ensure_schema
from newsextract.store.sql_errors import Trouble, trouble_of
from newsextract.store.tables import DATA_TABLES, entities, failures, ledger, mentions, pages
from newsextract.store.target import Target

__all__ = ["SqlTarget"]

_T = TypeVar("_T")
_FIRST_WAIT, _LONGEST_WAIT = 0.2, 10.0
_CHUNK = 500


class SqlTarget(Target):
    """A SQL database.

    Args:
        url: a SQLAlchemy URL, or the path of a SQLite file.
        create: whether a SQLite file may be made.
        retry_seconds: how long a database that is away or locked is waited for, with growing pauses.

    Raises:
        OptionError: the URL is not valid, or its driver is not installed.
        OutputError: the database refuses, or is no newsextract database.
        DatabaseError: it does not answer.
    """

    # A transaction more costs a database more than the rows of a few pages.
    batch: ClassVar[int] = 64
    patience: ClassVar[float] = 4.0

    def __init__(self, url: str, *, create: bool = True, retry_seconds: float = 60.0) -> None:
        self.retry_seconds = retry_seconds
        self.engine = make_engine(url, create=create)
        self.name = shown(self.engine)
        self._loader = make_loader(self.engine.url.drivername)
        self._ledger = Inserter(ledger, self.engine.dialect)
        try:
            self._retrying(lambda: ensure_schema(self.engine, create=create))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def recorder(self) -> Recorder:
        """See ``Target.recorder``."""
        return partial(record_page, prepare=self._loader)

    def ledger(self, page_ids: Sequence[str]) -> dict[str, LedgerLine]:
        """See ``Target.ledger``."""
        found: dict[str, LedgerLine] = {}
        for chunk in _chunks(page_ids):
            query = sa.select(ledger).where(ledger.c.page_id.in_(chunk))
            found |= {row.page_id: LedgerLine(*row) for row in self._read(query)}
        return found

    def ledger_lines(self, *, status: str | None = None) -> Iterator[LedgerLine]:
        """See ``Target.ledger_lines``."""
        query = sa.select(ledger).order_by(self._bytewise(ledger.c.path))
        if status is not None:
            query = query.where(ledger.c.status == status)
        return (LedgerLine(*row) for row in self._read(query))

    def failures(self) -> Iterator[Failure]:
        """See ``Target.failures``."""
        query = sa.select(
            pages.c.id, pages.c.path, failures.c.code, failures.c.message, failures.c.traceback
        ).join_from(failures, pages)
        return (Failure(*row) for row in self._read(query.order_by(self._bytewise(pages.c.path))))

    def contents(self) -> Iterator[bytes]:
        """See ``Target.contents``."""
        order = [row.id for row in self._read(sa.select(pages.c.id).order_by(self._bytewise(pages.c.path)))]
        for chunk in _chunks(order, 50):
            rows = self._read(sa.select(pages.c.id, pages.c.content).where(pages.c.id.in_(chunk)))
            found = {row.id: row.content for row in rows}
            yield from (unpack(found[page]) for page in chunk if page in found)

    def write(self, records: Sequence[PageRecord]) -> None:
        """See ``Target.write``."""
        self._retrying(lambda: self._write(records))

    def _write(self, records: Sequence[PageRecord]) -> None:
        ids = [r.line.page_id for r in records]
        ready = [self._loader.ready(r.rows) if r.ready is None else r.ready for r in records]
        with write_transaction(self.engine) as connection:
            # The pages table, not the ledger, says what is there: someone may have cleared the ledger.
            there = connection.scalars(sa.select(pages.c.id).where(pages.c.id.in_(ids))).all()
            if there:
                orphans = self._delete(connection, there)
            self._loader.load(connection, ready)
            connection.execute(sa.delete(ledger).where(ledger.c.page_id.in_(ids)))
            self._ledger.insert(connection, self._ledger.driver_rows([astuple(r.line) for r in records]))
            if there and orphans:
                self._delete_orphans(connection, orphans)

    def _delete(self, connection: Connection, page_ids: Sequence[str]) -> list[str]:
        """Delete all rows of some pages; return the entities that they mentioned."""
        query = sa.select(mentions.c.entity_id).where(mentions.c.page_id.in_(page_ids)).distinct()
        mentioned = [e for e in connection.scalars(query) if e is not None]
        for table in reversed(DATA_TABLES):
            if table is not entities:
                connection.execute(sa.delete(table).where(_of_pages(table, page_ids)))
        return mentioned

    def _delete_orphans(self, connection: Connection, candidates: Iterable[str]) -> None:
        for chunk in _chunks(candidates):
            used = sa.exists().where(mentions.c.entity_id == entities.c.id)
            connection.execute(sa.delete(entities).where(entities.c.id.in_(chunk), ~used))

    def _read(self, query: sa.Select[Any]) -> list[Any]:
        def read() -> list[Any]:
            with self.engine.connect() as connection:
                return list(connection.execute(query))

        return self._retrying(read)

    def _bytewise(self, column: sa.Column[Any]) -> Any:
        return sa.collate(column, "C") if self.engine.dialect.name == "postgresql" else column

    def _retrying(self, action: Callable[[], _T]) -> _T:
        """Do something, waiting for a database that is away."""
        wait, until = _FIRST_WAIT, time.monotonic() + self.retry_seconds
        while True:
            try:
                return action()
            except sa_exc.DBAPIError as error:
                trouble = trouble_of(error)
                message = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else "no message"
                if trouble is Trouble.REFUSED:
                    raise OutputError(
                        f"the database refuses: {message}", where=self.name, todo="free space or check permissions"
                    ) from error
                if trouble is Trouble.DATA:
                    raise
                if time.monotonic() + wait > until:
                    raise DatabaseError(
                        f"the database is gone: {message}",
                        where=self.name,
                        todo="start it and run again; done pages stay",
                    ) from error
            time.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)


def _of_pages(table: sa.Table, page_ids: Sequence[str]) -> sa.ColumnElement[bool]:
    """Tell which rows of a table are some pages', by what has an index."""
    key = table.c.id if table is pages else table.c.page_id
    if key.index or key.primary_key:
        return key.in_(page_ids)
    (reference,) = (f for c in table.primary_key for f in c.foreign_keys)
    parent = reference.column.table
    return reference.parent.in_(sa.select(parent.c.id).where(parent.c.page_id.in_(page_ids)))


def _chunks(items: Iterable[str], size: int = _CHUNK) -> Iterator[list[str]]:
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
