"""Tables of indicators: a head with name, unit and figures, then a row for each indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsextract.facts.statement import CURRENCY_UNITS
from newsextract.recognize.figures.reader import find_figures
from newsextract.recognize.patterns import Pattern

__all__ = ["Row", "rows_of"]

_UNIT_HEAD = Pattern("head of the unit column", r"(?:计量)?单位")
_CHANGE_HEAD = Pattern("head of a change column", r".* (?: 增长 | 增速 | 同比 | 增减 | ± | 涨跌 ) .*")
_CELL = Pattern("cell", r"[^\s]+")
_NUMBER = Pattern("number of a cell", r"-?[0-9][0-9,]*+ (?:\.[0-9]++)?+ %?")


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of a table; places are offsets into the text that was read.

    Args:
        name, unit: as printed, multiples of the unit (亿, 万) taken into the value.
        value: its figure in base units.
        change: the figure of the change column, or None.
        name_at, value_at, change_at: where the cells stand.
    """

    name: str
    unit: str
    value: str
    change: str | None
    name_at: tuple[int, int]
    value_at: tuple[int, int]
    change_at: tuple[int, int] | None


def rows_of(text: str) -> Iterator[Row]:
    r"""Read the rows of a table with a head that names a unit column; a row that does not fit the head is passed over.

    Args:
        text: lines of cells set apart by blanks, folded for matching.

    >>> [(r.name, r.value, r.unit, r.change) for r in rows_of("产品 单位 产量 比上年增长（%）\n水泥 万吨 51.2 -7.5")]
    [('水泥', '512000', '吨', '-7.5')]
    """
    columns: dict[str, int] | None = None
    width = 0
    at = 0
    for line in text.split("\n"):
        cells = [(at + hit.start(), hit.group()) for hit in _CELL.finditer(line)]
        at += len(line) + 1
        head = _head([cell for _, cell in cells])
        if head:
            columns, width = head, len(cells)
        elif columns is not None and len(cells) == width:
            row = _row(cells, columns)
            if row is not None:
                yield row


def _head(cells: list[str]) -> dict[str, int] | None:
    unit = next((n for n, cell in enumerate(cells) if _UNIT_HEAD.fullmatch(cell)), None)
    if unit is None or unit == 0 or len(cells) < 3:
        return None
    figures = [n for n in range(len(cells)) if n > unit]
    change = next((n for n in figures if _CHANGE_HEAD.fullmatch(cells[n])), None)
    value = next((n for n in figures if n != change), None)
    if value is None:
        return None
    columns = {"name": unit - 1, "unit": unit, "value": value}
    return columns if change is None else {**columns, "change": change}


def _row(cells: list[tuple[int, str]], columns: dict[str, int]) -> Row | None:
    def place(column: str) -> tuple[int, int]:
        start, cell = cells[columns[column]]
        return start, start + len(cell)

    name, unit, value = (cells[columns[c]][1] for c in ("name", "unit", "value"))
    if not _NUMBER.fullmatch(value):
        return None
    found = [f for f in find_figures(value + unit, value + unit) if (f.start, f.end) == (0, len(value + unit))]
    if not found:
        return None
    read: dict[str, Any] = found[0].value
    change = cells[columns["change"]][1] if "change" in columns else ""
    changes = _NUMBER.fullmatch(change) is not None
    currency = read.get("currency")
    return Row(
        name=name,
        unit=CURRENCY_UNITS.get(currency, currency) if currency else str(read["unit"]),
        value=str(read["low"]),
        change=change.rstrip("%").replace(",", "") if changes else None,
        name_at=place("name"),
        value_at=place("value"),
        change_at=place("change") if changes else None,
    )
