"""Which pages go into a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from newsextract.errors import OptionError
from newsextract.model import Page

__all__ = ["MAX_PAGES", "select_pages"]

#: A browser is at ease with this many pages in one file; 500 of them take 30 MB.
MAX_PAGES = 2_000


def select_pages(
    pages: Iterable[Page],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    path: str | None = None,
    limit: int = MAX_PAGES,
) -> Iterator[Page]:
    """Choose pages by their date of publication and their path.

    Args:
        pages: what to choose from.
        since, until: first and last day, both included; pages without a date are left out where one is given.
        path: a pattern for the path below the input folder (``2024/08/*``).
        limit: how many pages there may be.

    Raises:
        OptionError: there are more.

    >>> from newsextract import extract
    >>> len(list(select_pages([extract("甲。"), extract("乙。")], since=dt.date(2024, 1, 1))))
    0
    """
    chosen = 0
    for page in pages:
        day = page.published
        if (since or until) and (day is None or (since and day < since) or (until and day > until)):
            continue
        if path and not fnmatchcase(page.source.path or "", path):
            continue
        chosen += 1
        if chosen > limit:
            todo = "choose with --since, --until or --path, or raise --limit"
            raise OptionError(f"more than {limit} pages for one report", where="limit", todo=todo)
        yield page
