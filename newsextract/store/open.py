"""Which target a string names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsextract.errors import OptionError
from newsextract.model.page import Page
from newsextract.store.target import Target

__all__ = ["open_target", "read_pages"]


def open_target(target: str | Path, *, create: bool = True, retry_seconds: float = 60.0) -> Target:
    """Open the target that a string names.

    ======================================  =========================================
    ``news.db``, ``.sqlite``, ``.sqlite3``  SQLite
    ``postgresql://…``                      PostgreSQL (extra ``postgres``)
    ``mysql://…``, ``mariadb://…``          MySQL, MariaDB (extra ``mysql``)
    ``pages.jsonl``, ``.ndjson``            JSON Lines, one page a line
    ``out.parquet``                         a Parquet dataset (extra ``parquet``)
    ``out.csv``                             a folder of CSV files, one a table
    ``out/``, an existing folder            one JSON file a page
    ======================================  =========================================

    Args:
        target: a path or a database URL.
        create: whether to make it where it is not there.
        retry_seconds: how long a database that went away is waited for.

    Raises:
        OptionError: the string names no kind of target, or an extra is missing.
        OutputError: it cannot be opened.
    """
    text = str(target)
    if "://" in text or Path(text).suffix in (".db", ".sqlite", ".sqlite3"):
        from newsextract.store.sql import SqlTarget

        return SqlTarget(text, create=create, retry_seconds=retry_seconds)
    path = Path(text)
    match path.suffix:
        case ".jsonl" | ".ndjson":
            from newsextract.store.jsonlines import JsonLinesTarget

            return JsonLinesTarget(path, create=create)
        case ".csv":
            from newsextract.store.csvfiles import CsvTarget

            return CsvTarget(path, create=create)
        case ".parquet":
            from newsextract.store.parquet import ParquetTarget

            return ParquetTarget(path, create=create)
        case _ if path.is_dir() or text.endswith(("/", "\\")) or not path.suffix:
            from newsextract.store.folder import FolderTarget

            return FolderTarget(path, create=create)
    raise OptionError(
        f"{path.suffix} is no kind of target",
        where=text,
        todo="name a .db, .jsonl, .csv or .parquet, a folder ending in /, or a database URL",
    )


def read_pages(target: str | Path) -> Iterator[Page]:
    """Iterate over the pages of a target, exactly as they were extracted, in the order of their paths; failed ones with status ``failed``.

    Raises:
        OutputError: no such target.
    """
    with open_target(target, create=False) as opened:
        for content in opened.contents():
            yield Page.model_validate_json(content)
