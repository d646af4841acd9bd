"""What names are made of, and the words around them, compiled once per process."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsextract.lexicon import Matcher, read_rows

__all__ = ["FLOOR", "Contexts", "NameModel", "contexts", "known_people", "name_model"]

#: Log ratio of a character that the tables do not hold: seen in text, never in names.
FLOOR = -3.5
#: Log ratio of a character that the tables do not hold and that is rare in text: names are where such characters live.
RARE = 0.0


class NameModel(NamedTuple):
    """Log ratios (how much likelier in a name than in running text) of surnames and characters by their place."""

    surnames: dict[str, float]
    first: dict[str, float]
    last: dict[str, float]
    single: dict[str, float]
    foreign: dict[str, float]


@cache
def name_model() -> NameModel:
    """Read surnames and name characters."""
    model = NameModel({row["surname"]: float(row["ratio"]) for row in read_rows("surnames")}, {}, {}, {}, {})
    for row in read_rows("name_characters"):
        for column in ("first", "last", "single", "foreign"):
            getattr(model, column)[row["character"]] = float(row[column])
    for character in _rare_characters():
        for table in (model.first, model.last, model.single):
            table.setdefault(character, RARE)
    return model


def _rare_characters() -> list[str]:
    """Characters of the second level of GB/T 2312."""
    return [bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xD8, 0xF8) for cell in range(0xA1, 0xFF)]


class Contexts(NamedTuple):
    """The words that stand before and after names, each with its kind."""

    matcher: Matcher
    before: list[str | None]
    after: list[str | None]


@cache
def known_people() -> Matcher:
    """Read the names that every newspaper prints without saying who they are: heads of state, figures of history."""
    return Matcher(row["name"] for row in read_rows("known_people"))


@cache
def contexts() -> Contexts:
    """Read the words around names."""
    sides: dict[str, dict[str, str]] = {}
    for row in read_rows("person_contexts"):
        sides.setdefault(row["term"], {})[row["side"]] = row["kind"]
    return Contexts(
        Matcher(sides),
        [side.get("before") for side in sides.values()],
        [side.get("after") for side in sides.values()],
    )
