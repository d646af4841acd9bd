"""Engines and transactions: the few things that each database wants done its own way."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlalchemy.exc as sa_exc
from sqlalchemy.engine import URL, Connection, Engine

from newsextract.errors import OptionError, OutputError

__all__ = ["make_engine", "make_url", "shown", "write_transaction"]

#: Driver names by URL scheme, each with the extra that brings it.
_DRIVERS = {
    "postgresql": ("postgresql+psycopg", "psycopg", "postgres"),
    "postgres": ("postgresql+psycopg", "psycopg", "postgres"),
    "mysql": ("mysql+pymysql", "pymysql", "mysql"),
    "mariadb": ("mysql+pymysql", "pymysql", "mysql"),
}
#: Any number; runs that share a database and this number take turns at writing.
_LOCK = 7_305_118
_BUSY_SECONDS = 30
#: Ids are hashes, so that rows go all over their trees.
_SQLITE_CACHE_KB = 24_000


def make_url(target: str) -> URL:
    """Turn a target into a URL with the driver that newsextract uses.

    Raises:
        OptionError: it is no URL, or of a database that is not supported.

    >>> make_url("news.db").render_as_string()
    'sqlite:///news.db'
    >>> make_url("mariadb://me@host/news").drivername
    'mysql+pymysql'
    """
    if "://" not in target:
        return URL.create("sqlite", database=target)
    try:
        url = sa.make_url(target)
    except sa_exc.ArgumentError as error:
        raise OptionError("this is no database URL", where="target", todo="write postgresql://…") from error
    scheme = url.drivername.partition("+")[0]
    if scheme in _DRIVERS:
        return url.set(drivername=_DRIVERS[scheme][0])
    if scheme == "sqlite":
        return url.set(drivername="sqlite")
    raise OptionError(f"{scheme} is not supported", where="target", todo="use sqlite, postgresql, mysql or mariadb")


def make_engine(target: str, *, create: bool = True) -> Engine:
    """Make the engine of a target.

    Raises:
        OptionError: the driver is not installed.
        OutputError: a SQLite file that is not there, without ``create``.
    """
    url = make_url(target)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, create=create)
    _, module, extra = _DRIVERS[url.get_backend_name()]
    if importlib.util.find_spec(module) is None:
        raise OptionError(f"{module} is not installed", where="target", todo=f"pip install 'newsextract[{extra}]'")
    if url.get_backend_name() == "mysql":
        return sa.create_engine(
            url.update_query_dict({"charset": "utf8mb4"}), pool_pre_ping=True, isolation_level="READ COMMITTED"
        )
    return sa.create_engine(url, pool_pre_ping=True)


def _sqlite(url: URL, *, create: bool) -> Engine:
    path = Path(url.database or "")
    if not create and not path.is_file():
        raise OutputError("no such database", where=str(path), todo="check the path, or run newsextract first")
    if create and not path.parent.is_dir():
        raise OutputError("no such folder", where=str(path.parent), todo="make it first")
    engine = sa.create_engine(url, connect_args={"timeout": _BUSY_SECONDS})

    @sa.event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # BEGIN is ours, see below
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(
            "PRAGMA synchronous = NORMAL"
        )  # with a write-ahead log: safe, at most the last commit is lost
        connection.execute(f"PRAGMA cache_size = -{_SQLITE_CACHE_KB}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that starts reading and then wants to write may be refused at once: take the write lock first.
        writes = connection.get_execution_options().get("newsextract_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction in which no other run writes: writers take turns, so that two runs on one database cannot interleave."""
    with engine.connect().execution_options(newsextract_writes=True) as connection:
        match engine.dialect.name:
            case "postgresql":
                with connection.begin():
                    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
                    yield connection
            case "mysql":
                with _mysql_lock(connection, engine.url.database or ""):
                    yield connection
            case _:
                with connection.begin():
                    yield connection


@contextmanager
def _mysql_lock(connection: Connection, database: str) -> Iterator[None]:
    # The lock is the session's, not the transaction's: it is given back after the commit.
    name = f"newsextract-{database}"[:64]
    if connection.scalar(sa.select(sa.func.get_lock(name, _BUSY_SECONDS))) != 1:
        raise sa_exc.OperationalError("get_lock", {}, OSError(1205, "another run holds the lock"))
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        if not connection.invalidated:
            connection.execute(sa.select(sa.func.release_lock(name)))
            connection.commit()


def shown(engine: Engine) -> str:
    """Name a database in messages, without its password."""
    url = engine.url
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
