"""What every target can do, and which one a string names."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from newsextract.errors import OptionError
from newsextract.model.page import Page
from newsextract.store.record import Failure, LedgerLine, PageRecord

__all__ = ["Target", "open_target", "read_pages"]


class Target(ABC):
    """A place that takes pages. Opening one repairs what a killed run left behind.

    ``write`` is all or nothing, and the ledger is part of it: after a kill at any moment a page is there with its line or not at all.
    """

    #: Whether pages are wanted as rows of tables.
    tables: ClassVar[bool] = False
    #: How many pages are best written at a time.
    batch: ClassVar[int] = 16
    #: After how many seconds they are written, however few there are.
    patience: ClassVar[float] = 2.0

    @abstractmethod
    def ledger(self, page_ids: Sequence[str]) -> dict[str, LedgerLine]:
        """Return the lines of those of some pages that have one."""

    @abstractmethod
    def ledger_lines(self, *, status: str | None = None) -> Iterator[LedgerLine]:
        """Iterate over all lines, or those with one status, in the order of their paths."""

    @abstractmethod
    def failures(self) -> Iterator[Failure]:
        """Iterate over the pages in quarantine, in the order of their paths."""

    @abstractmethod
    def write(self, records: Sequence[PageRecord]) -> None:
        """Write pages, each replacing what was there of it, all of them or none.

        Raises:
            OutputError: the target refuses (full, read-only, no permission); what was there is untouched.
            DatabaseError: the database is gone for longer than the retries allow.
        """

    @abstractmethod
    def contents(self) -> Iterator[bytes]:
        """Iterate over the JSON of all pages, in UTF-8, in the order of their paths."""

    def finish(self) -> None:  # noqa: B027  (most targets have nothing to tidy)
        """Tidy up after a whole run."""

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


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
