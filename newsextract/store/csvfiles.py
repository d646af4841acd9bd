"""CSV: a folder with one file a table, safe to open in a spreadsheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from newsextract.errors import OptionError
from newsextract.model.values import canonical_decimal
from newsextract.store.append import AppendFiles
from newsextract.store.file_target import FolderedTarget
from newsextract.store.files import UNFINISHED, replace_file, writing
from newsextract.store.record import PageRecord, Recorder, record_page
from newsextract.store.rows import Rows
from newsextract.store.tables import DATA_TABLES, entities, pages

__all__ = ["CsvTarget", "cell", "csv_line"]

#: What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), the full-width forms among them; and our own mark.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠'")
#: Spreadsheets take a file for UTF-8 by this.
_MARK = "\ufeff"
#: The page as packed JSON is no matter for a spreadsheet.
_LEFT_OUT = pages.c.content


def cell(value: Any) -> str:
    r"""Spell a cell. Null is nothing, text is quoted, and text that could be a formula gets an apostrophe in front.

    >>> cell(None), cell(""), cell('=SUM("A1")'), cell(Decimal("-6.90")), cell(True)
    ('', '""', '"\'=SUM(""A1"")"', '-6.9', '1')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        text = "'" + value if value.startswith(_FORMULA) else value
        return '"' + text.replace('"', '""') + '"'
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Decimal):
        return canonical_decimal(value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def csv_line(row: Sequence[Any]) -> str:
    """Spell a row, with its line end (RFC 4180)."""
    return ",".join(map(cell, row)) + "\r\n"


class CsvTarget(FolderedTarget):
    """A folder of CSV files. What stands on several pages (``entities.csv``) is written at the end of a run."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        super().__init__(path, create=create)
        kept = {t.name: [c.name for c in t.columns if c is not _LEFT_OUT] for t in DATA_TABLES}
        headers = {name: (_MARK + csv_line(columns)).encode() for name, columns in kept.items()}
        self._entities = path / "entities.csv"
        self._entities_header = headers.pop(entities.name)
        self._append = AppendFiles(self._ledger, {name: path / f"{name}.csv" for name in headers}, headers)

    def recorder(self) -> Recorder:
        """See ``Target.recorder``."""
        return partial(record_page, prepare=_make_ready)

    def contents(self) -> Iterator[bytes]:
        """Raise: CSV files do not hold whole pages."""
        raise OptionError(
            "CSV files do not hold whole pages", where=str(self.path), todo="read a .db, .jsonl or folder"
        )

    def write(self, records: Sequence[PageRecord]) -> None:
        """See ``Target.write``."""
        self._append.append(records, [_spell(r.rows) if r.ready is None else r.ready for r in records])

    def finish(self) -> None:
        """Drop superseded lines; write the entities."""
        self._append.compact()
        if self._ledger.state(UNFINISHED):
            with self._ledger.transaction(), writing(self._entities):
                rows = self._ledger.entities()
                self._ledger.set_state(UNFINISHED, None)
                replace_file(self._entities, [self._entities_header, *(csv_line(row).encode() for row in rows)])


def _make_ready(record: PageRecord) -> PageRecord:
    """Spell a page's rows; the ledger wants to know the entities too."""
    named = {name: rows for name, rows in record.rows.items() if name == entities.name}
    return replace(record, content=b"", rows=named, ready=_spell(record.rows))


def _spell(made: Rows) -> dict[str, bytes]:
    at = list(pages.columns).index(_LEFT_OUT)
    spelled = {}
    for table, rows in made.items():
        kept = [row[:at] + row[at + 1 :] for row in rows] if table == pages.name else rows
        spelled[table] = "".join(map(csv_line, kept)).encode("utf-8", "replace")
    return spelled
