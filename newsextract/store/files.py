"""The ledger of a target made of files: a small SQLite database beside them.

The order of steps that makes a kill harmless: take the ledger's write lock, put the output on disk, commit the ledger. What is on disk
and not in the ledger is cut off or written again at the next start.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, fields
from pathlib import Path

from newsextract.errors import OutputError
from newsextract.store.record import Failure, LedgerLine, PageRecord

__all__ = ["UNFINISHED", "FileLedger", "replace_file", "sync_folder", "writing"]

_LINE = tuple(f.name for f in fields(LedgerLine))
_FAILURE = tuple(f.name for f in fields(Failure))
_BUSY_SECONDS = 60
#: State that is set while the files written at the end of a run are older than the pages.
UNFINISHED = "unfinished"

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS ledger ({", ".join(_LINE)}, PRIMARY KEY (page_id));
CREATE TABLE IF NOT EXISTS failures ({", ".join(_FAILURE)}, PRIMARY KEY (page_id));
CREATE TABLE IF NOT EXISTS extents (page_id, file, start INTEGER, length INTEGER, PRIMARY KEY (page_id, file));
CREATE TABLE IF NOT EXISTS entities (id PRIMARY KEY, type, name, code);
CREATE TABLE IF NOT EXISTS page_entities (page_id, entity_id, PRIMARY KEY (page_id, entity_id));
CREATE TABLE IF NOT EXISTS state (key PRIMARY KEY, value);
"""


class FileLedger:
    """The ledger file.

    Args:
        path: where it is.
        create: whether it may be made; without, it is opened for reading only.

    Raises:
        OutputError: it cannot be opened.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        with writing(path):
            mode = "rwc" if create else "ro"
            self._db = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
            )
            if create:
                self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock over a block and commit at its end; roll back where it raises."""
        with writing(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def query(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Read."""
        with writing(self.path):
            return self._db.execute(sql, values).fetchall()

    def lines(self, page_ids: Sequence[str]) -> dict[str, LedgerLine]:
        """Return the lines of those of some pages that have one."""
        found: dict[str, LedgerLine] = {}
        for at in range(0, len(page_ids), 500):
            chunk = page_ids[at : at + 500]
            marks = ", ".join("?" * len(chunk))
            for row in self.query(f"SELECT {', '.join(_LINE)} FROM ledger WHERE page_id IN ({marks})", chunk):
                line = LedgerLine(*row)  # type: ignore[arg-type]
                found[line.page_id] = line
        return found

    def all_lines(self, status: str | None = None) -> Iterator[LedgerLine]:
        """Iterate over all lines, or those with one status, in the order of their paths."""
        where, values = ("WHERE status = ?", (status,)) if status else ("", ())
        for row in self.query(f"SELECT {', '.join(_LINE)} FROM ledger {where} ORDER BY path", values):
            yield LedgerLine(*row)  # type: ignore[arg-type]

    def failures(self) -> Iterator[Failure]:
        """Iterate over the pages in quarantine, in the order of their paths."""
        for row in self.query(f"SELECT {', '.join(_FAILURE)} FROM failures ORDER BY path"):
            yield Failure(*row)  # type: ignore[arg-type]

    def record(self, records: Sequence[PageRecord]) -> None:
        """Put down the lines and failures of some pages; inside a transaction."""
        ids = [(r.line.page_id,) for r in records]
        lines = [astuple(r.line) for r in records]
        failed = [astuple(r.failure) for r in records if r.failure]
        self._db.executemany(f"INSERT OR REPLACE INTO ledger VALUES ({', '.join('?' * len(_LINE))})", lines)
        self._db.executemany("DELETE FROM failures WHERE page_id = ?", ids)
        self._db.executemany(f"INSERT INTO failures VALUES ({', '.join('?' * len(_FAILURE))})", failed)

    def record_entities(self, records: Sequence[PageRecord]) -> None:
        """Put down which page names which entity, so that each is written once, by ``finish``."""
        self.set_state(UNFINISHED, "1")
        for record in records:
            page, rows = record.line.page_id, record.rows.get("entities", [])
            self._db.execute("DELETE FROM page_entities WHERE page_id = ?", (page,))
            self._db.executemany("INSERT OR IGNORE INTO entities VALUES (?, ?, ?, ?)", rows)
            self._db.executemany("INSERT OR IGNORE INTO page_entities VALUES (?, ?)", [(page, row[0]) for row in rows])

    def move_extents(self, moved: Sequence[tuple[int, object, str]]) -> None:
        """Put down the new places (start, page, file) of pages in files written anew; inside a transaction."""
        self._db.executemany("UPDATE extents SET start = ? WHERE page_id = ? AND file = ?", moved)

    def forget_extents(self, page_ids: Sequence[str]) -> None:
        """Forget where pages are; inside a transaction."""
        self._db.executemany("DELETE FROM extents WHERE page_id = ?", [(page,) for page in page_ids])

    def rename_extents(self, old: str, new: str) -> None:
        """Put down that all pages of one file are in another now; inside a transaction."""
        self._db.execute("UPDATE extents SET file = ? WHERE file = ?", (new, old))

    def entities(self) -> list[tuple[object, ...]]:
        """Return the entities that some page names, each once."""
        used = "SELECT entity_id FROM page_entities"
        return self.query(f"SELECT id, type, name, code FROM entities WHERE id IN ({used}) ORDER BY id")

    def clear(self) -> None:
        """Forget everything; inside a transaction."""
        for table in ("ledger", "failures", "extents", "entities", "page_entities", "state"):
            self._db.execute(f"DELETE FROM {table}")

    def state(self, key: str) -> str | None:
        """Return a value set by ``set_state``."""
        rows = self.query("SELECT value FROM state WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def set_state(self, key: str, value: object) -> None:
        """Keep a value; None takes it away. Inside a transaction."""
        self._db.execute("DELETE FROM state WHERE key = ?", (key,))
        if value is not None:
            self._db.execute("INSERT INTO state VALUES (?, ?)", (key, str(value)))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system refuses into an ``OutputError`` that names the file."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        what = (error.strerror if isinstance(error, OSError) else None) or str(error)
        where = getattr(error, "filename", None) or path
        raise OutputError(
            f"cannot be written or read: {what}",
            where=str(where),
            todo="free space or check permissions, then run again",
        ) from error


def replace_file(path: Path, chunks: Iterable[bytes], *, young: Path | None = None) -> None:
    """Put a file in place whole or not at all, through the disk.

    Args:
        path: the file.
        chunks: what it holds.
        young: where it is made before it is moved; beside the file where it is None.
    """
    young = young or path.with_name(f".{path.name[:80]}.new")
    try:
        with young.open("wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        young.replace(path)
    except BaseException:
        young.unlink(missing_ok=True)
        raise


def sync_folder(path: Path) -> None:
    """Bring renames in a folder to the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
