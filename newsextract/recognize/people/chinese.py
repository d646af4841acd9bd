"""Names of Chinese shape: a surname and one or two characters, scored by what speaks for and against them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache

from newsextract.lexicon import read_rows
from newsextract.recognize.people.evidence import Surroundings
from newsextract.recognize.people.lexicon import name_model
from newsextract.recognize.people.shapes import begins, shapes_at
from newsextract.recognize.people.weights import ACCEPT, WEIGHT

__all__ = ["CLOSERS", "PERHAPS", "Reading", "common_words", "read_names", "weigh_words"]

#: From this a reading speaks a little for the next one of its list.
PERHAPS = -2.5
#: The most that what follows a name and the dictionary's edges add; that lists add; that bylines and printed gaps add.
_MOST, _MOST_IN_LIST, _MOST_APART = 6.0, 6.0, 9.0
#: The same inside a word: no edge on the left, nor a dictionary that is silent or has the name.
_MOST_INSIDE = _MOST + WEIGHT["edge left missing"] - WEIGHT["edge left"] - WEIGHT["no word"]
#: What a name loses that ends inside a word.
_TORN = WEIGHT["edge right"] - WEIGHT["edge right missing"]
_LISTED = frozenset("、 和与及")
#: Words of grammar that hardly end a name.
_FUNCTION = frozenset("从在是的了和与以及对为被把将于向由并或而但也还就都又再等至至让使给摄说称")
#: Class words of places and bodies, which hardly end a name.
_CLASS_WORDS = frozenset("站坝县镇乡村区市省州局院所厂馆店路街寺庙县党花书展府部族")
_BYLINES = frozenset(("lead before", "byline before", "mark before"))
_ROLES = frozenset(("office before", "title before", "staff before"))
#: What closes a name.
CLOSERS = frozenset(
    ("stop after", "mark after", "say after", "bracket after", "block after", "sex after", "others after")
)
_CLOSED = frozenset(("stop after", "byline after", "credit after", "credit line after", "bracket after", "block after"))


@dataclass(slots=True)
class Reading:
    """A stretch read as a name, its score in log odds, and what spoke for or against it."""

    start: int
    end: int
    score: float
    evidence: list[str] = field(default_factory=list)

    def add(self, name: str, weight: float | None = None) -> None:
        """Put one piece of evidence on the balance."""
        self.score += WEIGHT[name] if weight is None else weight
        self.evidence.append(name)


@cache
def common_words() -> dict[str, float]:
    """Words that look like names, with the decimal logarithm of their frequency."""
    return {row["word"]: math.log10(int(row["frequency"])) for row in read_rows("name_like_words")}


def weigh_words(around: Surroundings, reading: Reading) -> None:
    """Put on the balance where words of the dictionary have their edges, and whether the whole is one of its words."""
    start, end = reading.start, reading.end
    reading.add("edge left" if around.starts[start] else "edge left missing")
    reading.add("edge right" if around.starts[end] else "edge right missing")
    common = common_words().get(around.text[start:end])
    if common:
        reading.add("common word", WEIGHT["common word"] * common)


def _most(around: Surroundings, start: int, left: str | None) -> float:
    """What evidence can add at best to a name that begins here: hopeless shapes need no look at their neighbours."""
    most = (_MOST if around.starts[start] or around.gaps[start] else _MOST_INSIDE) + WEIGHT.get(left or "", 0.0)
    if start and around.text[start - 1] in _LISTED:
        most += _MOST_IN_LIST
    if around.gaps[start] or left in _BYLINES or around.in_byline[start]:
        most += _MOST_APART
    return most


def _judge(around: Surroundings, start: int, end: int, shape: float, before: str | None) -> Reading:
    """Weigh one reading by its characters, its neighbours and the dictionary's words."""
    reading = Reading(start, end, shape)
    after = around.right(end)
    wide = around.gaps[start + 1] and around.stretched(start)
    if wide and end == start + 2:
        after = "nothing after"  # the name has one character more
    if (
        after == "office after"
        and end not in around.nouns_begin
        and all(around.gaps[start + 1 : end])
        and end - start > 2
        and before not in _ROLES
        and around.text[start - 1 : start] not in ("", "\n")
    ):
        after = "nothing after"  # a line with blanks between all its characters is no row of a list
    if before in ("stop before", "appoint before") and around.appointed(end):
        after = "notice after"
    for name in (before, after):
        if name in WEIGHT:
            reading.add(name)
    if (
        before is None
        and after == "nothing after"
        and around.text[start - 1] not in _LISTED
        and not around.opens[start]
    ):
        reading.add("nothing around")
    if before == "quote before" and after == "say after":
        reading.add("quoted")
    if before in _ROLES and (after in CLOSERS or (after == "act after" and end in around.words_behind)):
        reading.add("between role and mark")
    starts = around.starts
    gap = around.set_off(start, end) and not (wide and end == start + 2)
    reading.add("edge left" if starts[start] or (gap and around.gaps[start]) else "edge left missing")
    reading.add("edge right" if starts[end] or gap else "edge right missing")
    if wide and end == start + 3:
        reading.add("stretched")
    elif around.text[end - 1] in _FUNCTION or (around.text[end - 1] in "任兼" and end in around.nouns_begin):
        reading.add("function word")
    elif around.text[end - 1] in _CLASS_WORDS:
        reading.add("ends like a place")
    if around.text[start] in "方党" and before in (None, "link before"):
        reading.add("side or party")
    common = common_words().get(around.text[start:end])
    if common:
        reading.add("common word", WEIGHT["common word"] * common * (0.5 if before == "lead before" else 1))
    elif (
        end - start == 3
        and not starts[start + 1]
        and starts[end - 1]
        and around.text[start : end - 1] in common_words()
        and around.text[start : end - 1] not in name_model().surnames
    ):
        reading.add("begins with a word", WEIGHT["common word"] * common_words()[around.text[start : end - 1]])
    elif around.words_inside(start, end):
        reading.add("words inside")
    elif end - start == 3 and end - 1 in around.words_behind:
        reading.add("runs into a word")
    elif all(starts[start:end]):
        reading.add("no word")
    elif not any(starts[start + 1 : end]):
        reading.add("name of the dictionary" if starts[start] else "inside a word")
    if gap and (around.gaps[start] or before == "block before" or before in _BYLINES):
        reading.add("printed apart")
    if around.in_byline[start]:
        reading.add("byline block")
        if (gap or after in _CLOSED) and (around.gaps[start] or before):
            reading.add("item of a byline")
    elif before in _BYLINES and (gap or after in _CLOSED):
        reading.add("item of a byline")
    return reading


def read_names(around: Surroundings) -> list[Reading]:
    """Read every stretch of the shape of a Chinese name, hopeless ones left out.

    A name that stands in a list behind one that is accepted gets that as evidence, and so the whole list is read from
    its first name; a second look from the right does the same for names before an accepted one.
    """
    text = around.text
    readings: list[Reading] = []
    accepted_ends: dict[int, Reading] = {}
    for start in begins(text, around.opens, around.starts, at_least=PERHAPS - _MOST, inside=PERHAPS - _MOST_INSIDE):
        shapes = shapes_at(text, start)
        left: str | None = None
        # What all evidence but the characters could add at best.
        most = _MOST if around.starts[start] else _MOST_INSIDE
        if around.opens[start]:
            left = around.left(start)
            most = _most(around, start, left)
        shapes = [
            (end, shape)
            for end, shape in shapes
            if shape + most >= (PERHAPS if around.starts[end] or around.gaps[end] else PERHAPS + _TORN)
        ]
        if not shapes or around.is_label(start):
            continue
        for end, shape in shapes:
            reading = _judge(around, start, end, shape, left)
            if evidence := _follows(around, start, accepted_ends):
                reading.add(evidence)
            readings.append(reading)
            if reading.score >= PERHAPS and reading.score > getattr(accepted_ends.get(end), "score", PERHAPS):
                accepted_ends[end] = reading
    _look_back(text, readings)
    return readings


def _follows(around: Surroundings, start: int, read: dict[int, Reading]) -> str | None:
    """Name the evidence that a name begins behind another in a list: 、 or 和 between, or a printed gap."""
    before = None
    if start and around.text[start - 1] in _LISTED:
        end = start - 1
        if around.text[end - 1] in "）)":  # 王某（女）、李某
            end = max(around.text.rfind("（", start - 9, end), around.text.rfind("(", start - 9, end), 0)
        before = read.get(end)
    if before is None and (around.gaps[start] or around.in_byline[start]):
        before = read.get(start)
    if before is None:
        return None
    return "list before" if before.score >= ACCEPT else "list before, perhaps"


def _look_back(text: str, readings: list[Reading]) -> None:
    begins = {r.start for r in readings if r.score >= ACCEPT}
    for reading in reversed(readings):
        if reading.end + 1 in begins and text[reading.end] in _LISTED:
            reading.add("between names" if "list before" in reading.evidence else "list after")
            if reading.score >= ACCEPT:
                begins.add(reading.start)
