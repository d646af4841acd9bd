"""What the search for bodies finds, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(slots=True)
class Finding:
    """A body that was found: where, of what kind, how sure, what spoke for it.

    ``alone`` if it is a mention by itself; ``full`` is its full name where the place that it was found at gives it.
    """

    start: int
    end: int
    kind: str
    confidence: float
    evidence: list[str]
    alone: bool = True
    full: str | None = None
