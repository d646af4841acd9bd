"""What all targets made of files share: a ledger beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newsextract.errors import OutputError
from newsextract.store.files import FileLedger, writing
from newsextract.store.record import Failure, LedgerLine
from newsextract.store.target import Target

__all__ = ["LEDGER_NAME", "FileTarget", "FolderedTarget"]

#: Name of the ledger in a target that is a folder.
LEDGER_NAME = ".newsextract-ledger"


class FileTarget(Target):
    """A target with a ``FileLedger``; None where output is read that has lost its ledger."""

    _ledger: FileLedger | None = None

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


class FolderedTarget(FileTarget):
    """A folder with its ledger inside.

    Raises:
        OutputError: it cannot be made, or, without ``create``, is not there.
    """

    _ledger: FileLedger

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        ledger = path / LEDGER_NAME
        if not create and not ledger.is_file():
            raise OutputError("this folder holds no pages", where=str(path), todo="check the target")
        if create:
            with writing(path):
                path.mkdir(parents=True, exist_ok=True)
        self._ledger = FileLedger(ledger, create=create)
