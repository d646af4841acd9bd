"""Stable ids: from what a thing is and where it stands, never from its value or the version.

A better reading of the same place therefore updates a row instead of making a second one. Ids of what stands on a page begin like the
page's own: its rows are neighbours in every index, so that a page costs as much to load into a large database as into a small one.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

__all__ = ["entity_id", "fact_id", "page_id", "part_id"]


_BYTES = 12
#: 16 million beginnings: pages that share one lie side by side, which costs nothing but a little order.
_SHARED_BYTES = 3


def _digest(*parts: str, size: int = _BYTES) -> str:
    # The unit separator cannot stand in any part, so that ("ab", "c") and ("a", "bc") differ.
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def _on_page(page: str, *parts: str) -> str:
    """Id of something on a page, beginning like the page's."""
    return page[: 2 * _SHARED_BYTES] + _digest(*parts, size=_BYTES - _SHARED_BYTES)


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
    """Id of a block, article or mention: the page's, its kind, and the place it stands at.

    >>> page = page_id(path="2024/08/15/01.txt")
    >>> part_id(page, "MONEY", [(3, 7)])[:6] == page[:6], part_id(page, "MONEY", [(3, 7)]) == part_id(page, "MONEY", [(3, 8)])
    (True, False)
    """
    return _on_page(page, page, kind, *(f"{s}-{e}" for s, e in spans))


def fact_id(page: str, kind: str, key: Iterable[object]) -> str:
    """Id of a fact: the page's, its kind, and its key fields (who, what, where it stands)."""
    return _on_page(page, page, kind, *("" if k is None else str(k) for k in key))


def entity_id(kind: str, name: str, code: str | None, page: str | None) -> str:
    """Id of an entity. With ``page`` it is kept apart by page (people); without, it is one across pages."""
    key = ("entity", kind, name, code or "", page or "")
    return _on_page(page, *key) if page else _digest(*key)
