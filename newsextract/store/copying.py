"""PostgreSQL's ``COPY``: rows as text, which the server reads several times as fast as statements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
import sqlalchemy.exc as sa_exc
from sqlalchemy.engine import Connection

__all__ = ["copy_in", "copy_text", "insert_missing"]

Row = tuple[Any, ...]
_NULL = r"\N"
_SPECIAL = str.maketrans({"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


def copy_text(rows: Sequence[Row]) -> bytes:
    r"""Spell rows in ``COPY``'s text format.

    >>> copy_text([("a", None, Decimal("1E+3"), True), ("b\t\\", dt.date(2024, 8, 15), b"\xff", 2)]).decode().splitlines()
    ['a\t\\N\t1000\tt', 'b\\t\\\\\t2024-08-15\t\\\\xff\t2']
    """
    columns = [_spell_column(column) for column in zip(*rows, strict=True)]
    return "".join([line + "\n" for line in map("\t".join, zip(*columns, strict=True))]).encode()


def _spell_column(column: Sequence[Any]) -> Sequence[str]:
    """Spell a column's values; most columns have values of one type, and few texts anything to escape."""
    types = set(map(type, column))
    types.discard(type(None))
    if not types:
        return [_NULL] * len(column)
    spell = _SPELLING.get(types.pop(), _spell) if len(types) == 1 else _spell
    if spell is _escaped and not _has_special("".join(filter(None, column))):
        return [_NULL if value is None else value for value in column]
    return [_NULL if value is None else spell(value) for value in column]


def _has_special(text: str) -> bool:
    return "\\" in text or "\n" in text or "\t" in text or "\r" in text


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL) if _has_special(text) else text


def _spell(value: Any) -> str:
    spell = _SPELLING.get(type(value))
    return spell(value) if spell else _escaped(str(value))


_SPELLING: dict[type, Callable[[Any], str]] = {
    str: _escaped,
    bool: lambda value: "t" if value else "f",
    int: str,
    float: repr,
    Decimal: lambda value: format(value, "f"),
    dt.date: dt.date.isoformat,
    bytes: lambda value: r"\\x" + value.hex(),
}


def copy_in(connection: Connection, table: sa.Table, text: bytes) -> None:
    """Load text made by ``copy_text``, all of it or nothing.

    Raises:
        DBAPIError: as SQLAlchemy's own statements do.
    """
    sql = f"COPY {_named(connection, table)} FROM STDIN WITH (FORMAT text, ENCODING 'UTF8')"
    driver: Any = connection.connection.dbapi_connection
    errors: Any = connection.dialect.loaded_dbapi
    try:
        with driver.cursor() as cursor, cursor.copy(sql) as copy:
            copy.write(text)
    except errors.Error as error:
        gone = connection.dialect.is_disconnect(error, driver, None)
        if gone:
            connection.invalidate(error)
        raise sa_exc.DBAPIError.instance(
            sql, None, error, errors.Error, connection_invalidated=gone, dialect=connection.dialect
        ) from error


def insert_missing(connection: Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Insert rows of text of which some may be there, in one statement."""
    lists = ", ".join(["%s::text[]"] * len(table.columns))
    sql = f"INSERT INTO {_named(connection, table)} SELECT * FROM unnest({lists}) ON CONFLICT DO NOTHING"
    connection.exec_driver_sql(sql, tuple(map(list, zip(*rows, strict=True))))


def _named(connection: Connection, table: sa.Table) -> str:
    """Name a table with its columns."""
    quote = connection.dialect.identifier_preparer
    return f"{quote.format_table(table)} ({', '.join(quote.quote(c.name) for c in table.columns)})"
