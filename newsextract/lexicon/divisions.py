"""The gazetteer of China's administrative divisions: codes of GB/T 2260, names, short forms, years, chains."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass

from newsextract.lexicon.load import read_rows

__all__ = ["Division", "ancestors", "by_code", "by_name", "current", "divisions", "name_of", "usual_name", "within"]


@dataclass(frozen=True, slots=True)
class Division:
    """One division under one name.

    Args:
        code: six digits of GB/T 2260.
        name: the full name (烟台市).
        short: the name without its class word (烟台); the full name where nothing usable is left (莘县).
        level: ``province``, ``prefecture`` or ``county``.
        parent: code of the division above; empty for a province.
        since, until: first and last year in which the registers list it; None where they begin or end with it.
        successor: code that a later division of the same name bears; empty where there is none.
        weak: the short form is also another word and needs evidence around it.
    """

    code: str
    name: str
    short: str
    level: str
    parent: str
    since: int | None
    until: int | None
    successor: str
    weak: bool

    def valid_in(self, year: int | None) -> bool:
        """Whether it existed in a year; today where the year is None."""
        if year is None:
            return self.until is None
        return (self.since or 0) <= year <= (self.until or 9999)


@functools.cache
def divisions() -> tuple[Division, ...]:
    """Return all divisions that the registers list, abolished ones included.

    >>> len([d for d in divisions() if d.level == "province" and d.until is None])
    34
    """
    return tuple(
        Division(
            code=row["code"],
            name=row["name"],
            short=row["short"],
            level=row["level"],
            parent=row["parent"],
            since=int(row["since"]) if row["since"] else None,
            until=int(row["until"]) if row["until"] else None,
            successor=row["successor"],
            weak=row["weak"] == "1",
        )
        for row in read_rows("divisions")
    )


def usual_name(division: Division) -> str:
    """Return what the news calls a division of long name: 恩施州, 长阳县; else its name.

    >>> usual_name(by_name("恩施土家族苗族自治州")[0])
    '恩施州'
    """
    for full, usual in (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("地区", "地区")):
        if division.name.endswith(full) and division.short != division.name:
            return division.short + usual
    return division.name


@functools.cache
def _names() -> dict[str, tuple[Division, ...]]:
    table: dict[str, list[Division]] = defaultdict(list)
    for division in divisions():
        for name in {division.name, division.short, usual_name(division)}:
            table[name].append(division)
    return {name: tuple(found) for name, found in table.items()}


@functools.cache
def _codes() -> dict[str, tuple[Division, ...]]:
    table: dict[str, list[Division]] = defaultdict(list)
    for division in divisions():
        table[division.code].append(division)
    return {code: tuple(found) for code, found in table.items()}


@functools.lru_cache(maxsize=8192)
def by_name(name: str, year: int | None = None) -> tuple[Division, ...]:
    """Return the divisions that a full or short name can mean in a year (None: today), the higher levels first.

    Where no division bore the name in that year, those that bore it at another time are given, the latest first.

    >>> [(d.code, d.name) for d in by_name("烟台")]
    [('370600', '烟台市')]
    >>> len(by_name("鼓楼区")) > 1
    True
    >>> [d.code for d in by_name("江津市", 2004)]
    ['500381']
    """
    found = _names().get(name, ())
    valid = [d for d in found if d.valid_in(year)]
    if not valid:
        return tuple(sorted(found, key=lambda d: (-(d.until or 9999), d.code)))
    return tuple(sorted(valid, key=lambda d: (("province", "prefecture", "county").index(d.level), d.code)))


def by_code(code: str | None, year: int | None = None) -> Division | None:
    """Return the division of a code in a year (None: today), else the latest that bore the code, else None.

    >>> by_code("370602").name
    '芝罘区'
    """
    found = _codes().get(code or "", ())
    return next((d for d in found if d.valid_in(year)), None) or max(found, key=lambda d: d.until or 9999, default=None)


def name_of(code: str | None, year: int | None = None) -> str | None:
    """Return the full name of a code's division, None where there is none.

    >>> name_of("370600"), name_of("000000")
    ('烟台市', None)
    """
    division = by_code(code, year)
    return division.name if division else None


def ancestors(code: str) -> tuple[str, ...]:
    """Return a code and the codes above it, itself first.

    >>> ancestors("370602")
    ('370602', '370600', '370000')
    >>> ancestors("110105")
    ('110105', '110000')
    """
    chain: list[str] = []
    at: Division | None = by_code(code)
    while at is not None and at.code not in chain:
        chain.append(at.code)
        at = by_code(at.parent)
    return tuple(chain)


def within(code: str, region: str | None) -> bool:
    """Whether a division is a region or lies in it.

    >>> within("370602", "370000"), within("370602", "370500")
    (True, False)
    """
    return region is not None and region in ancestors(code)


def current(code: str) -> str:
    """Return the code of today's division where an abolished one has a successor, else the code itself.

    >>> current("510283")
    '500116'
    """
    seen: set[str] = set()
    while code not in seen:
        seen.add(code)
        division = by_code(code)
        if division is None or division.until is None or not division.successor:
            break
        code = division.successor
    return code
