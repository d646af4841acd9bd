"""One JSON file a page, in folders like those that the pages came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from newsextract.errors import OutputError
from newsextract.store.files import FileLedger, replace_file, sync_folder, writing
from newsextract.store.record import Failure, LedgerLine, PageRecord
from newsextract.store.target import Target

__all__ = ["LEDGER_NAME", "FolderTarget"]

LEDGER_NAME = ".newsextract-ledger"
_NAME_BYTES = 200


class FolderTarget(Target):
    """A folder. ``2024/08/01.txt`` becomes ``2024/08/01.txt.json``; each file is there whole or not at all."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        ledger = path / LEDGER_NAME
        if not create and not ledger.is_file():
            raise OutputError("this folder holds no pages", where=str(path), todo="check the target")
        with writing(path):
            if create:
                path.mkdir(parents=True, exist_ok=True)
        self._ledger = FileLedger(ledger, create=create)

    def close(self) -> None:
        """See ``Target.close``."""
        self._ledger.close()

    def ledger(self, page_ids: Sequence[str]) -> dict[str, LedgerLine]:
        """See ``Target.ledger``."""
        return self._ledger.lines(page_ids)

    def ledger_lines(self, *, status: str | None = None) -> Iterator[LedgerLine]:
        """See ``Target.ledger_lines``."""
        return self._ledger.all_lines(status)

    def failures(self) -> Iterator[Failure]:
        """See ``Target.failures``."""
        return self._ledger.failures()

    def contents(self) -> Iterator[bytes]:
        """See ``Target.contents``."""
        for line in self._ledger.all_lines():
            file = self._file(line)
            with writing(file):
                content = file.read_bytes()
            yield content

    def write(self, records: Sequence[PageRecord]) -> None:
        """See ``Target.write``."""
        with self._ledger.transaction():
            folders = set()
            for record in records:
                file = self._file(record.line)
                file.parent.mkdir(parents=True, exist_ok=True)
                replace_file(file, [record.json, b"\n"])
                folders.add(file.parent)
            for folder in folders:
                sync_folder(folder)
            self._ledger.record(records)

    def _file(self, line: LedgerLine) -> Path:
        below = PurePosixPath(line.path)
        name = below.name
        if len(name.encode()) > _NAME_BYTES:
            name = f"{name.encode()[:_NAME_BYTES].decode(errors='ignore')}-{line.page_id}"
        return self.path.joinpath(*below.parent.parts, f"{name}.json")
