"""What every target can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import partial
from types import TracebackType
from typing import ClassVar, Self

from newsextract.store.record import Failure, LedgerLine, PageRecord, Recorder, record_page

__all__ = ["Target"]


class Target(ABC):
    """A place that takes pages. Opening one repairs what a killed run left behind.

    ``write`` is all or nothing, and the ledger is part of it: after a kill at any moment a page is there with its line or not at all.
    """

    #: How many pages are best written at a time.
    batch: ClassVar[int] = 16
    #: After how many seconds they are written, however few there are.
    patience: ClassVar[float] = 2.0

    def recorder(self) -> Recorder:
        """Return what makes records for this target, in the workers; by default, records of JSON without rows."""
        return partial(record_page, tables=False)

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
