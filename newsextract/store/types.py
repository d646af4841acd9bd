"""Column types that mean the same in every database: exact figures, long text, compressed JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine, UserDefinedType

from newsextract.model.values import canonical_decimal

__all__ = ["FIGURE_DIGITS", "FIGURE_SCALE", "FigureColumn", "fit_figure", "long_text", "packed"]

#: 38 digits are what every target has (Spark, DuckDB and Parquet's decimal128 stop there), ten of them after the point.
FIGURE_DIGITS, FIGURE_SCALE = 38, 10

_SQLITE_INTEGERS = range(-(2**63), 2**63)
#: A double carries any decimal of this many digits there and back.
_DOUBLE_DIGITS = 15


def fit_figure(figure: Decimal | None) -> Decimal | None:
    """Return a figure in its canonical form, or None where it does not fit NUMERIC(38, 10) exactly.

    A figure is never rounded into a column. One that does not fit is left out of the typed column on every target alike;
    the page's JSON has it whole.

    >>> fit_figure(Decimal("4.320E+8")), fit_figure(Decimal("1E+40")), fit_figure(Decimal("0.00000000001"))
    (Decimal('432000000'), None, None)
    """
    if figure is None or not figure.is_finite():
        return None
    if figure and not -FIGURE_SCALE <= figure.adjusted() < FIGURE_DIGITS - FIGURE_SCALE:
        return None
    text = canonical_decimal(figure)
    return Decimal(text) if len(text.partition(".")[2]) <= FIGURE_SCALE else None


class _SqliteNumber(UserDefinedType[Any]):
    """A column without affinity, so that SQLite keeps integers, doubles and text as they were given."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        # "BLOB" in a declared type is what turns conversion off: https://www.sqlite.org/datatype3.html#determination_of_column_affinity
        return "DECIMAL_BLOB"


class FigureColumn(sa.types.TypeDecorator[Decimal]):
    """An exact figure: NUMERIC where the database has it.

    SQLite has no decimals. There an integer within 64 bits is stored as INTEGER, a decimal of up to 15 digits as REAL (which gives
    back the same decimal), both comparable and summable in SQL; anything longer as text, exact but not comparable.

    >>> FigureColumn.for_sqlite(Decimal("432000000")), FigureColumn.for_sqlite(Decimal("24.7"))
    (432000000, 24.7)
    >>> FigureColumn.for_sqlite(Decimal("12345678901234567890"))
    '12345678901234567890'
    """

    impl = sa.Numeric(FIGURE_DIGITS, FIGURE_SCALE)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the type: exact and unpadded where that is to be had."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(_SqliteNumber())
        if dialect.name == "postgresql":
            return dialect.type_descriptor(sa.Numeric())
        return dialect.type_descriptor(sa.Numeric(FIGURE_DIGITS, FIGURE_SCALE))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Turn a figure into what the database takes."""
        return self.for_sqlite(value) if value is not None and dialect.name == "sqlite" else value

    @staticmethod
    def for_sqlite(value: Decimal) -> int | float | str:
        """Return the storage class that loses nothing."""
        text = format(value, "f")
        if "." not in text:
            number = int(text)
            return number if number in _SQLITE_INTEGERS else text
        digits = text.lstrip("-0.").replace(".", "")
        return float(text) if len(digits) <= _DOUBLE_DIGITS else text

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return the figure in its canonical form, whatever padding the database gave it."""
        if value is None:
            return None
        return Decimal(canonical_decimal(value if isinstance(value, Decimal) else Decimal(str(value))))


def long_text() -> TypeEngine[str]:
    """Text without a limit (MySQL's TEXT ends at 64 KB)."""
    return sa.Text().with_variant(mysql.LONGTEXT(), "mysql")


def packed() -> TypeEngine[bytes]:
    """Bytes without a limit."""
    return sa.LargeBinary().with_variant(mysql.LONGBLOB(), "mysql")
