"""How pages' rows get into a database: made ready in the workers, so that the parent, which all workers wait for, has little left to do."""

from __future__ import annotations

import pickle
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy.engine import URL, Connection

from newsextract.store.copying import copy_in, copy_text, insert_missing
from newsextract.store.inserts import Inserter
from newsextract.store.record import PageRecord
from newsextract.store.rows import Rows
from newsextract.store.tables import DATA_TABLES, entities

__all__ = ["Loader", "make_loader"]

#: What a loader made of one page's rows, by table.
Ready = Mapping[str, Any]


class Loader(ABC):
    """Makes records ready and loads them. It pickles."""

    def __call__(self, record: PageRecord) -> PageRecord:
        """Make a record ready: all that the database needs of it is then in ``ready``."""
        return replace(record, rows={}, content=b"", ready=self.ready(record.rows))

    @abstractmethod
    def ready(self, rows: Rows) -> Ready:
        """Turn one page's rows into what ``load`` takes."""

    @abstractmethod
    def load(self, connection: Connection, pages: Sequence[Ready]) -> None:
        """Load pages none of which is there; inside a transaction."""


@dataclass(frozen=True)
class RowLoader(Loader):
    """Loads by ``INSERT``.

    Args:
        driver: SQLAlchemy's name of dialect and driver.
    """

    driver: str

    def ready(self, rows: Rows) -> Ready:
        """See ``Loader.ready``. Rows stay pickled until their table's turn: a tenth of the memory."""
        inserters = _inserters(self.driver)
        return {table: pickle.dumps(inserters[table].driver_rows(some)) for table, some in rows.items()}

    def load(self, connection: Connection, pages: Sequence[Ready]) -> None:
        """See ``Loader.load``."""
        for table, inserter in _inserters(self.driver).items():
            rows = [row for page in pages if table in page for row in pickle.loads(page[table])]
            if table == entities.name:
                rows = list({row[0]: row for row in rows}.values())
            if rows:
                inserter.insert(connection, rows)


@dataclass(frozen=True)
class CopyLoader(Loader):
    """Loads by PostgreSQL's ``COPY``, whose text the workers make."""

    def ready(self, rows: Rows) -> Ready:
        """See ``Loader.ready``."""
        return {table: some if table == entities.name else copy_text(some) for table, some in rows.items()}

    def load(self, connection: Connection, pages: Sequence[Ready]) -> None:
        """See ``Loader.load``."""
        for table in DATA_TABLES:
            some = [page[table.name] for page in pages if table.name in page]
            if some and table is entities:
                insert_missing(connection, table, list({row[0]: row for rows in some for row in rows}.values()))
            elif some:
                copy_in(connection, table, b"".join(some))


def make_loader(driver: str) -> Loader:
    """Choose the way into a database, by SQLAlchemy's name of dialect and driver."""
    return CopyLoader() if driver == "postgresql+psycopg" else RowLoader(driver)


@cache
def _inserters(driver: str) -> dict[str, Inserter]:
    dialect = URL.create(driver).get_dialect()()
    # An entity's id is the hash of all its columns: a row that is there is the same row.
    return {t.name: Inserter(t, dialect, keep=t is entities) for t in DATA_TABLES}
