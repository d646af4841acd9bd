"""Hashes by which equal things are found."""

from __future__ import annotations

from hashlib import blake2b

__all__ = ["text_hash"]


def text_hash(text: str) -> str | None:
    """Hash an article's clean text; reprints of an article have the same one. None for an empty text.

    >>> text_hash("本报讯") == text_hash("本报讯"), text_hash("")
    (True, None)
    """
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() if text else None
