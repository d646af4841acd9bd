"""Inserting many rows fast: one prepared statement a table, values turned into what the driver takes column by column.

SQLAlchemy's own way makes a dictionary of every row and costs as much again as the database; statement and column types are still its.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Dialect

__all__ = ["Inserter"]

Row = tuple[Any, ...]


class Inserter:
    """Inserts rows into one table.

    Args:
        table: the table.
        dialect: the database's.
        keep: leave a row that is there (same key) as it is.
    """

    def __init__(self, table: sa.Table, dialect: Dialect, *, keep: bool = False) -> None:
        quote = dialect.identifier_preparer
        names = ", ".join(quote.quote(c.name) for c in table.columns)
        mark = "?" if dialect.paramstyle == "qmark" else "%s"
        marks = ", ".join([mark] * len(table.columns))
        self.sql = f"INSERT INTO {quote.format_table(table)} ({names}) VALUES ({marks})"
        if keep:
            key = quote.quote(next(iter(table.primary_key)).name)
            same = f" ON DUPLICATE KEY UPDATE {key} = {key}"
            self.sql += same if dialect.name == "mysql" else " ON CONFLICT DO NOTHING"
        made = ((n, c.type.dialect_impl(dialect).bind_processor(dialect)) for n, c in enumerate(table.columns))
        self._processors: list[tuple[int, Callable[[Any], Any]]] = [(n, p) for n, p in made if p is not None]

    def driver_rows(self, rows: Sequence[Row]) -> list[Row]:
        """Turn rows, in the columns' order, into what the driver takes."""
        if not self._processors or not rows:
            return list(rows)
        columns: list[Any] = list(zip(*rows, strict=True))
        for number, process in self._processors:
            column = columns[number]
            if any(value is not None for value in column):
                columns[number] = [None if value is None else process(value) for value in column]
        return list(zip(*columns, strict=True))

    def insert(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Insert rows that ``driver_rows`` made."""
        connection.exec_driver_sql(self.sql, list(rows))
