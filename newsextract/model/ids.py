"""Stable ids: from what a thing is and where it stands, never from its value or the version.

A better reading of the same place therefore updates a row instead of making a second one.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

__all__ = ["entity_id", "fact_id", "page_id", "part_id"]


def _digest(*parts: str) -> str:
    # The unit separator cannot stand in any part, so that ("ab", "c") and ("a", "bc") differ.
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def page_id(*, manifest_id: str | None = None, path: str | None = None, text: str | None = None) -> str:
    """Id of a page: by its manifest id, else by its path below the input folder, else by its text.

    >>> page_id(path="2024/08/15/01.txt") == page_id(path="2024/08/15/01.txt")
    True
    """
    if manifest_id is not None:
        return _digest("page", "manifest", manifest_id)
    if path is not None:
        return _digest("page", "path", path)
    return _digest("page", "text", text or "")


def part_id(page: str, kind: str, spans: Iterable[tuple[int, int]]) -> str:
    """Id of a block, article or mention: the page's, its kind, and the place it stands at."""
    return _digest(page, kind, *(f"{s}-{e}" for s, e in spans))


def fact_id(page: str, kind: str, key: Iterable[object]) -> str:
    """Id of a fact: the page's, its kind, and its key fields (who, what, where it stands)."""
    return _digest(page, kind, *("" if k is None else str(k) for k in key))


def entity_id(kind: str, name: str, code: str | None, page: str | None) -> str:
    """Id of an entity. With ``page`` it is kept apart by page (people); without, it is one across pages."""
    return _digest("entity", kind, name, code or "", page or "")
