"""Python's cycle collector, kept from running in the middle of a page."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["paused"]


@contextmanager
def paused() -> Iterator[None]:
    """Let the cycle collector wait until some bounded work is done.

    What a page needs while it is read lives to its end: looked at in between, it counts as old, and again and again the
    collector walks through all lexicons and modules (7 % of an extraction; ``gc.get_threshold``). Behind the page nearly
    all of it is gone by itself. Threads do not wait for each other: the first to finish lets the collector run again.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
