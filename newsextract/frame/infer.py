"""The frame of a page: given by the caller, else read off the page, else unknown. Never guessed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsextract.model.page import PublishedBasis, RegionBasis
from newsextract.page.layout import Layout

__all__ = ["PageFrame", "frame_page"]


@dataclass(frozen=True, slots=True)
class PageFrame:
    """When a page was published and which region it is about, each with where that was found."""

    published: dt.date | None = None
    published_basis: PublishedBasis = "unknown"
    region: str | None = None
    region_basis: RegionBasis = "unknown"


def frame_page(
    layout: Layout, *, published: dt.date | None = None, region: str | None = None, name: str | None = None
) -> PageFrame:
    """Find out when a page was published and which region it is about.

    Args:
        layout: the page taken apart.
        published, region: what the caller knows; it is taken as it is.
        name: the file's name, which often holds the date.
    """
    return PageFrame(published, "given" if published else "unknown", region, "given" if region else "unknown")
