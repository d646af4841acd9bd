"""Read a target back with other people's means: SQL, csv, pyarrow, json; never with the code that wrote it."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from newsextract.model.values import canonical_decimal
from newsextract.store import PageRecord
from newsextract.store.engine import make_engine
from newsextract.store.record import unpack
from newsextract.store.tables import DATA_TABLES, pages
from newsextract.store.types import FigureColumn

Tables = dict[str, list[tuple[Any, ...]]]
KINDS = ("sqlite", "postgres", "mariadb", "parquet", "csv", "jsonl", "folder")


def expected(records: Iterable[PageRecord], kind: str) -> Tables:
    """What a target of a kind has to hold after these pages."""
    if kind in ("jsonl", "folder"):
        return {"pages": sorted((json.dumps(json.loads(r.json), sort_keys=True),) for r in records)}
    tables: Tables = {t.name: [] for t in DATA_TABLES}
    for record in records:
        for name, rows in record.rows.items():
            tables[name] += rows
    tables["entities"] = list({row[0]: row for row in tables["entities"]}.values())
    return _tidy(tables, kind)


def contents_of(target: str, kind: str) -> Tables:
    """What a target holds."""
    match kind:
        case "jsonl":
            lines = Path(target).read_text("utf-8").splitlines()
            return {"pages": sorted((json.dumps(json.loads(line), sort_keys=True),) for line in lines)}
        case "folder":
            files = [p for p in Path(target).rglob("*") if p.is_file() and not p.name.startswith(".newsextract")]
            return {"pages": sorted((json.dumps(json.loads(p.read_text("utf-8")), sort_keys=True),) for p in files)}
        case "csv":
            return _tidy({t.name: _csv(Path(target), t) for t in DATA_TABLES}, kind)
        case "parquet":
            return _tidy({t.name: _parquet(Path(target), t) for t in DATA_TABLES}, kind)
    engine = make_engine(target)
    try:
        with engine.connect() as connection:
            tables = {t.name: [tuple(row) for row in connection.execute(sa.select(t))] for t in DATA_TABLES}
    finally:
        engine.dispose()
    return _tidy(tables, kind)


def _tidy(tables: Tables, kind: str) -> Tables:
    """Sort the rows; unpack the pages' JSON, leave it out of CSV."""
    at = list(pages.columns).index(pages.c.content)
    whole: list[tuple[Any, ...]] = []
    for row in tables["pages"]:
        content = row[at]
        json_text = unpack(content).decode() if isinstance(content, bytes) else content
        whole.append((*row[:at], None if kind == "csv" else json_text, *row[at + 1 :]))
    return {name: sorted(rows, key=repr) for name, rows in {**tables, "pages": whole}.items()}


def _parquet(folder: Path, table: sa.Table) -> list[tuple[Any, ...]]:
    import pyarrow.dataset as ds

    where = folder / table.name
    if not where.exists():
        return []
    names = [c.name for c in table.columns]
    found = ds.dataset(where, partitioning="hive").to_table(columns=names).to_pylist()
    figures = {c.name for c in table.columns if isinstance(c.type, FigureColumn)}
    return [tuple(_plain(row[n]) if n in figures else row[n] for n in names) for row in found]


def _plain(value: Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(canonical_decimal(value))


def _csv(folder: Path, table: sa.Table) -> list[tuple[Any, ...]]:
    file = folder / f"{table.name}.csv"
    if not file.exists():
        return []
    columns = [c for c in table.columns if c is not pages.c.content]
    # Python 3.11's csv cannot tell "" from nothing; a mark in place of the quoted empty text can.
    text = file.read_bytes().decode("utf-8-sig").replace(',"",', ',"\0",').replace(',"",', ',"\0",')
    rows = list(csv.reader(text.replace(',""\r\n', ',"\0"\r\n').splitlines(keepends=True)))
    assert rows[0] == [c.name for c in columns]
    made = []
    for row in rows[1:]:
        values = [_typed(c, cell) for c, cell in zip(columns, row, strict=True)]
        if table is pages:
            values.insert(list(pages.columns).index(pages.c.content), None)
        made.append(tuple(values))
    return made


def _typed(column: sa.Column[Any], cell: str) -> Any:
    if not cell:
        return None
    match column.type:
        case FigureColumn():
            return Decimal(cell)
        case sa.Date():
            return dt.date.fromisoformat(cell)
        case sa.Boolean():
            return cell == "1"
        case sa.Float():
            return float(cell)
        case sa.Integer():
            return int(cell)
    text = "" if cell == "\0" else cell
    # No cell of text may begin like a formula.
    assert not text.startswith(tuple("=+-@\t\r\n＝＋－＠"))
    return text[1:] if text.startswith("'") else text
