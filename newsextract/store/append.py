"""Files that grow by appending, with the extent of each page's lines in the ledger.

What a killed run left after the last committed byte is cut off at the next write. Lines that were superseded stay until ``compact``
writes the files anew, in the order of the pages' paths, so that equal runs end in equal files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newsextract.errors import OutputError
from newsextract.store.files import FileLedger, sync_folder, writing
from newsextract.store.record import PageRecord

__all__ = ["AppendFiles"]

_ORDERED = (
    "SELECT e.page_id, e.start, e.length FROM extents e JOIN ledger l USING (page_id) WHERE e.file = ? ORDER BY l.path"
)
_SWAP = "swap"


class AppendFiles:
    """Some files of one folder, written together.

    Args:
        ledger: the ledger that says what of them counts.
        files: paths by name.
        headers: what each file begins with.
    """

    def __init__(
        self, ledger: FileLedger, files: Mapping[str, Path], headers: Mapping[str, bytes] | None = None
    ) -> None:
        self.ledger = ledger
        self.files = dict(files)
        self.headers = {name: (headers or {}).get(name, b"") for name in files}

    def append(self, records: Sequence[PageRecord], lines: Sequence[Mapping[str, bytes]]) -> None:
        """Append each page's bytes to its files and commit them; what was there of these pages no longer counts.

        Args:
            records: the pages.
            lines: for each page its bytes by file.
        """
        with self.ledger.transaction() as db:
            self.recover()
            extents: list[tuple[str, str, int, int]] = []
            ends: dict[str, int] = {}
            for name, path in self.files.items():
                parts = [(r.line.page_id, page[name]) for r, page in zip(records, lines, strict=True) if page.get(name)]
                at = self._committed(name)
                with path.open("r+b" if path.exists() else "w+b") as file:
                    self._cut(name, file.fileno(), at)
                    file.seek(at)
                    if at == 0:
                        file.write(self.headers[name])
                        at = len(self.headers[name])
                    for page, data in parts:
                        file.write(data)
                        extents.append((page, name, at, len(data)))
                        at += len(data)
                    file.flush()
                    os.fsync(file.fileno())
                ends[name] = at
            db.executemany("DELETE FROM extents WHERE page_id = ?", [(r.line.page_id,) for r in records])
            db.executemany("INSERT INTO extents VALUES (?, ?, ?, ?)", extents)
            for name, end in ends.items():
                self.ledger.set_state(f"size:{name}", end)
            self.ledger.record(records)
            self.ledger.record_entities(records)

    def read(self, name: str) -> Iterator[bytes]:
        """Iterate over the pages' bytes in one file, in the order of their paths."""
        path = self.files[name]
        extents = self.ledger.query(_ORDERED, (name,))
        if not extents:
            return
        with writing(path), path.open("rb") as file:
            for _, start, length in extents:
                file.seek(int(str(start)))
                yield file.read(int(str(length)))

    def compact(self) -> bool:
        """Write the files anew where lines were superseded or stand in another order than the pages' paths; return whether it was needed."""
        with self.ledger.transaction():
            self.recover()
            if not any(map(self._untidy, self.files)):
                return False
            for name in self.files:
                self._write_tidy(name)
            self.ledger.set_state(_SWAP, "1")
        with self.ledger.transaction():
            self.recover()
        return True

    def recover(self) -> None:
        """Finish a compaction that was cut short; inside a transaction."""
        if self.ledger.state(_SWAP) is None:
            return
        for name, path in self.files.items():
            young = _young(path)
            if young.exists():  # else it has been put in place already
                young.replace(path)
            at, moved = len(self.headers[name]), []
            for page, _, length in self.ledger.query(_ORDERED, (name,)):
                moved.append((at, page, name))
                at += int(str(length))
            self.ledger.move_extents(moved)
            self.ledger.set_state(f"size:{name}", at)
        for folder in {path.parent for path in self.files.values()}:
            sync_folder(folder)
        self.ledger.set_state(_SWAP, None)

    def _committed(self, name: str) -> int:
        return int(self.ledger.state(f"size:{name}") or 0)

    def _cut(self, name: str, handle: int, at: int) -> None:
        size = os.fstat(handle).st_size
        if size < at:
            raise OutputError(
                f"the file is shorter than the {at} bytes that were written",
                where=str(self.files[name]),
                todo="remove it and its ledger, then run again",
            )
        if size > at:
            os.ftruncate(handle, at)

    def _untidy(self, name: str) -> bool:
        at = len(self.headers[name])
        if not self._committed(name):
            return False
        for _, start, length in self.ledger.query(_ORDERED, (name,)):
            if start != at:
                return True
            at += int(str(length))
        return at != self._committed(name)

    def _write_tidy(self, name: str) -> None:
        with _young(self.files[name]).open("wb") as file:
            file.write(self.headers[name])
            file.writelines(self.read(name))
            file.flush()
            os.fsync(file.fileno())


def _young(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")
