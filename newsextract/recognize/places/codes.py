"""Which division a place name means: the chain it stands in, the page's region, the year."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from newsextract.doc import frame_of
from newsextract.lexicon.divisions import Division, ancestors, by_name, within

__all__ = ["choose_division", "resolve_chain", "year_of"]


def choose_division(
    name: str, *, above: str | None = None, near: Iterable[str] = (), year: int | None = None
) -> Division | None:
    """Choose the division that a name means, or None where that stays open.

    Args:
        name: full or short name.
        above: code of the division named directly before it (辽宁 in 辽宁沈阳).
        near: codes that the page is about, the nearest first (its region, places named before).
        year: the year of the page; today where it is None.

    >>> choose_division("鼓楼区") is None
    True
    >>> choose_division("鼓楼区", near=["350100"]).code
    '350102'
    >>> choose_division("陕州区", above="410000").code
    '411203'
    """
    found = by_name(name, year)
    if above:
        inside = [d for d in found if within(d.code, above) and d.code != above]
        if inside:
            return _only(inside) or inside[0]
        if found and all(not within(d.code, above) for d in found):
            return _only(found)
    sole = _only(found)
    if sole:
        return sole
    for code in near:
        for wider in ancestors(code):
            inside = [d for d in found if within(d.code, wider) or d.code in ancestors(code)]
            if inside:
                chosen = _only(inside)
                if chosen:
                    return chosen
    return None


def _only(found: Iterable[Division]) -> Division | None:
    """Return the one division left, a province or prefecture before the counties of its name."""
    divisions = list(found)
    for level in ("province", "prefecture", "county"):
        same = [d for d in divisions if d.level == level]
        if same:
            return same[0] if len({d.code for d in same}) == 1 else None
    return None


def resolve_chain(names: list[str], *, near: Iterable[str] = (), year: int | None = None) -> str | None:
    """Return the code of the last of a chain of divisions.

    >>> resolve_chain(["辽宁省", "沈阳市"])
    '210100'
    >>> resolve_chain(["四川", "达州"])
    '511700'
    """
    near = list(near)
    above: str | None = None
    for name in names:
        division = choose_division(name, above=above, near=near, year=year)
        above = division.code if division else None
    return above


def year_of(doc: Doc) -> int | None:
    """Return the year that a Doc's divisions are read in: the page's, known or by its date; None for today."""
    frame = frame_of(doc)
    year: int | None = frame["year"]
    return year or (int(frame["published"][:4]) if frame["published"] else None)
