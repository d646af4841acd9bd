"""What the runner hands to a target: one page done, or one page failed, with its line for the ledger."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from newsextract.model.page import Page
from newsextract.store.rows import Rows, page_rows

__all__ = ["Failure", "LedgerLine", "PageRecord", "Recorder", "pack", "record_page", "unpack"]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What was done with one page: enough to tell whether it has to be done again, and to do it again.

    Args:
        page_id: the page's id.
        path: its path below the input folder.
        file: where the file was, absolute.
        size, mtime_ns: of the file when it was read; -1 where it could not be read, or was too young for its time to be trusted.
        sha256: of its bytes.
        job_key: hash of all that the result depends on beside the bytes (version, lexicons, options, what the manifest says).
        status: ``ok``, ``empty`` or ``failed``.
        known: what the caller knew of the page, as JSON.
    """

    page_id: str
    path: str
    file: str
    size: int
    mtime_ns: int
    sha256: str | None
    job_key: str
    status: str
    known: str = "{}"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a page failed."""

    page_id: str
    path: str
    code: str
    message: str
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page on its way into a target.

    Args:
        line: its line for the ledger.
        content: the page as JSON in UTF-8, packed (see ``unpack``).
        rows: its rows, where the target has tables.
        failure: why it failed, where it did.
        articles, mentions: counts for the summary.
        ready: what the target made of it beforehand, in the worker; ``content`` and ``rows`` are then what it still wants of them.
    """

    line: LedgerLine
    content: bytes
    rows: Rows
    failure: Failure | None = None
    articles: int = 0
    mentions: dict[str, int] = field(default_factory=dict)
    ready: Any = None

    @property
    def json(self) -> bytes:
        """The page as JSON in UTF-8."""
        return unpack(self.content)


class Recorder(Protocol):
    """Makes records for a target; it pickles. ``record_page`` with the target's wishes."""

    def __call__(self, page: Page, line: LedgerLine, *, failure: Failure | None = None) -> PageRecord:
        """Make the record of a page."""
        ...


def pack(json: bytes) -> bytes:
    """Compress a page's JSON; the fastest level already makes it a tenth."""
    return zlib.compress(json, 1)


def unpack(content: bytes) -> bytes:
    """Undo ``pack``."""
    return zlib.decompress(content)


def record_page(
    page: Page,
    line: LedgerLine,
    *,
    failure: Failure | None = None,
    tables: bool = True,
    prepare: Callable[[PageRecord], PageRecord] | None = None,
) -> PageRecord:
    """Make the record of a page: its JSON, its rows, its counts.

    Args:
        page: what was extracted, or a page with status ``failed``.
        line: the ledger's line; its status is taken from the page.
        failure: why it failed.
        tables: whether the target has tables and needs rows.
        prepare: makes it ready for the target.
    """
    content = pack(page.model_dump_json().encode())
    rows = page_rows(page, content) if tables else {}
    if failure and tables:
        rows["failures"] = [(page.id, failure.code, failure.message, failure.traceback)]
    counts = Counter[str](m.type for m in page.mentions)
    record = PageRecord(replace(line, status=page.status), content, rows, failure, len(page.articles), counts)
    return prepare(record) if prepare else record
