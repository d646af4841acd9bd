"""JSON Lines: one page a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newsextract.errors import OutputError
from newsextract.store.append import AppendFiles
from newsextract.store.files import FileLedger, writing
from newsextract.store.record import Failure, LedgerLine, PageRecord
from newsextract.store.target import Target

__all__ = ["JsonLinesTarget"]

_FILE = "pages"


class JsonLinesTarget(Target):
    """A file of JSON Lines and, beside it, its ledger ``<name>.ledger``. A file without ledger can be read, not added to."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        ledger = path.with_name(f"{path.name}.ledger")
        self._ledger: FileLedger | None = None
        if not create:
            if not path.is_file():
                raise OutputError("no such file", where=str(path), todo="check the path, or run newsextract first")
            if not ledger.is_file():
                return
        elif path.exists() and not ledger.exists():
            raise OutputError(
                "the file has no ledger and may be somebody else's",
                where=str(path),
                todo="name another file, or remove it",
            )
        self._ledger = FileLedger(ledger, create=create)
        self._append = AppendFiles(self._ledger, {_FILE: path})
        if create:
            with self._ledger.transaction():
                if not path.exists():
                    self._ledger.clear()  # its output was taken away: start over

    def close(self) -> None:
        """See ``Target.close``."""
        if self._ledger:
            self._ledger.close()

    def ledger(self, page_ids: Sequence[str]) -> dict[str, LedgerLine]:
        """See ``Target.ledger``."""
        return self._ledger.lines(page_ids) if self._ledger else {}

    def ledger_lines(self, *, status: str | None = None) -> Iterator[LedgerLine]:
        """See ``Target.ledger_lines``."""
        return self._ledger.all_lines(status) if self._ledger else iter(())

    def failures(self) -> Iterator[Failure]:
        """See ``Target.failures``."""
        return self._ledger.failures() if self._ledger else iter(())

    def contents(self) -> Iterator[bytes]:
        """See ``Target.contents``."""
        if self._ledger:
            yield from self._append.read(_FILE)
            return
        with writing(self.path), self.path.open("rb") as file:
            yield from file

    def write(self, records: Sequence[PageRecord]) -> None:
        """See ``Target.write``."""
        self._append.append(records, [{_FILE: record.json + b"\n"} for record in records])

    def finish(self) -> None:
        """Drop superseded lines."""
        self._append.compact()
