"""Ids: the same for the same place, apart for different ones, side by side for one page."""

from __future__ import annotations

import itertools

from newsextract.model.ids import entity_id, fact_id, page_id, part_id

PAGES = [page_id(path=f"2024/{number}.txt") for number in range(200)]


def _ids(page: str) -> list[str]:
    parts = [part_id(page, kind, [(n, n + 2)]) for kind in ("block", "MONEY") for n in range(50)]
    return [*parts, *(fact_id(page, "deal", [n, None]) for n in range(50)), entity_id("PERSON", "林某", None, page)]


def test_ids_are_the_same_again_and_no_two_are_one() -> None:
    made = [i for page in PAGES for i in _ids(page)]
    assert made == [i for page in PAGES for i in _ids(page)]
    assert len({*made, *PAGES}) == len(made) + len(PAGES)
    assert {len(i) for i in [*made, *PAGES]} == {24}


def test_ids_of_a_page_are_neighbours() -> None:
    """What is loaded page by page must not go all over the indexes: that is what made loading slower with every page."""
    in_order = sorted((i, page) for page in PAGES for i in _ids(page))
    changes = sum(a[1] != b[1] for a, b in itertools.pairwise(in_order))
    assert changes == len(PAGES) - 1


def test_bodies_and_places_are_one_across_pages_people_are_not() -> None:
    assert entity_id("ORG", "青岚市科技局", None, None) == entity_id("ORG", "青岚市科技局", None, None)
    assert entity_id("PERSON", "林某", None, PAGES[0]) != entity_id("PERSON", "林某", None, PAGES[1])
