"""The tables as Arrow schemas, for Parquet and for what runs on Arrow batches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from newsextract.errors import OptionError
from newsextract.store.tables import pages
from newsextract.store.types import FIGURE_DIGITS, FIGURE_SCALE, FigureColumn

try:
    import pyarrow as pa
except ImportError as error:  # pragma: no cover
    raise OptionError("pyarrow is not installed", where="target", todo="pip install 'newsextract[parquet]'") from error

__all__ = ["arrow_schema", "arrow_table", "pa"]


def arrow_schema(table: sa.Table) -> pa.Schema:
    """Return a table's schema. ``pages.content`` is the page's JSON as text: Parquet compresses by itself.

    >>> from newsextract.store.tables import mentions
    >>> arrow_schema(mentions).field("low").type
    Decimal128Type(decimal128(38, 10))
    """
    return pa.schema([pa.field(c.name, _type(c), nullable=bool(c.nullable)) for c in table.columns])


def arrow_table(table: sa.Table, rows: Sequence[Sequence[Any]]) -> pa.Table:
    """Turn rows into an Arrow table."""
    schema = arrow_schema(table)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    return pa.table([pa.array(c, type=f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def _type(column: sa.Column[Any]) -> pa.DataType:
    if column is pages.c.content:
        return pa.large_string()
    match column.type:
        case FigureColumn():
            return pa.decimal128(FIGURE_DIGITS, FIGURE_SCALE)
        case sa.Date():
            return pa.date32()
        case sa.Boolean():
            return pa.bool_()
        case sa.Float():
            return pa.float64()
        case sa.Integer():
            return pa.int32()
    return pa.string()
