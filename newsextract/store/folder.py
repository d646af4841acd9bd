"""One JSON file a page, in folders like those that the pages came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from newsextract.store.file_target import FolderedTarget
from newsextract.store.files import replace_file, sync_folder, writing
from newsextract.store.record import LedgerLine, PageRecord

__all__ = ["FolderTarget"]

_NAME_BYTES = 200
_STAGING = ".newsextract-new"


class FolderTarget(FolderedTarget):
    """A folder. ``2024/08/01.txt`` becomes ``2024/08/01.txt.json``; each file is there whole or not at all."""

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
            young = self.path / _STAGING  # one at a time: whoever writes holds the ledger's lock
            folders = set()
            for record in records:
                file = self._file(record.line)
                file.parent.mkdir(parents=True, exist_ok=True)
                replace_file(file, [record.json, b"\n"], young=young)
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
