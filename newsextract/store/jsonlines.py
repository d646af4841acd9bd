"""JSON Lines: one page a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newsextract.errors import OutputError
from newsextract.store.append import AppendFiles
from newsextract.store.file_target import FileTarget
from newsextract.store.files import FileLedger, writing
from newsextract.store.record import PageRecord

__all__ = ["JsonLinesTarget"]

_FILE = "pages"


class JsonLinesTarget(FileTarget):
    """A file of JSON Lines and, beside it, its ledger ``<name>.ledger``. A file without ledger can be read, not added to."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        ledger = path.with_name(f"{path.name}.ledger")
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
