"""The frame of a page: given by the caller, else read off the page, else unknown. Never guessed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsextract.frame.published import date_in_name, imprinted_date, inferred_date, inferred_year
from newsextract.frame.region import infer_region
from newsextract.model.page import PublishedBasis, RegionBasis
from newsextract.page.layout import Layout

__all__ = ["PageFrame", "frame_page"]


@dataclass(frozen=True, slots=True)
class PageFrame:
    """When a page was published and which region it is about, each with where that was found.

    Args:
        published: the day of publication.
        published_basis: where it was found.
        year: the year the page was published in, known at times where the day is not.
        region: GB/T 2260 code of the division that 我市 or 我省 means.
        region_basis: where it was found.
    """

    published: dt.date | None = None
    published_basis: PublishedBasis = "unknown"
    year: int | None = None
    region: str | None = None
    region_basis: RegionBasis = "unknown"


def frame_page(
    layout: Layout, *, published: dt.date | None = None, region: str | None = None, name: str | None = None
) -> PageFrame:
    """Find out when a page was published and which region it is about.

    Args:
        layout: the page taken apart.
        published: the date of publication, where the caller knows it.
        region: the region's code, where the caller knows it.
        name: the file's name, which often holds the date.
    """
    day, basis = _published(layout, published, name)
    year = day.year if day else inferred_year(layout)
    code: str | None = region
    found: RegionBasis = "given"
    if code is None:
        code, found = infer_region(layout, year)
    return PageFrame(published=day, published_basis=basis, year=year, region=code, region_basis=found)


def _published(layout: Layout, given: dt.date | None, name: str | None) -> tuple[dt.date | None, PublishedBasis]:
    if given:
        return given, "given"
    if name and (day := date_in_name(name)):
        return day, "name"
    if day := imprinted_date(layout):
        return day, "imprint"
    if day := inferred_date(layout):
        return day, "inferred"
    return None, "unknown"
