"""Names of people: readings of several shapes, weighed, settled over the whole page, the best that do not overlap proposed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import propose
from newsextract.recognize.people.address import read_addressed, read_familiar, read_given, read_known, read_unlisted
from newsextract.recognize.people.chinese import Reading, read_names
from newsextract.recognize.people.elements import read_elements
from newsextract.recognize.people.evidence import Surroundings
from newsextract.recognize.people.foreign import read_dotted, read_plain
from newsextract.recognize.people.lists import weigh_lists
from newsextract.recognize.people.weights import ACCEPT, SETTLED, WEIGHT, confidence
from newsextract.recognize.yielding import cut_bodies

__all__ = ["people"]

#: What makes a name of the letters of a place a name all the same.
_SET_APART = frozenset(("lead before", "byline before", "item of a byline", "printed apart"))
#: Longest place or body that is looked for around a name.
_LONGEST_BODY = 60
#: What makes a name stand even where a place or body was read over it.
_FIRM = frozenset(f"{kind} before" for kind in ("lead", "byline", "mark", "office", "title", "staff", "appoint")) | {
    "item of a byline",
    "printed apart",
    "between names",
    "dotted name",
}


def _settle_strings(around: Surroundings, readings: list[Reading], parts: dict[str, float]) -> list[Reading]:
    """Let the page's best reading of a string speak for its other occurrences, read or not."""
    best: dict[str, float] = dict(parts)
    at: dict[tuple[int, int], Reading] = {(r.start, r.end): r for r in readings}
    for r in readings:
        string = around.text[r.start : r.end]
        if r.score >= SETTLED and r.score > best.get(string, 0.0):
            best[string] = r.score
    for string, score in best.items():
        start = around.text.find(string)
        while start >= 0:
            end = start + len(string)
            known = at.get((start, end))
            if known is None:
                known = at[start, end] = Reading(start, end, -3.0 if len(string) < 3 else -1.0)
                known.add("edge left" if around.starts[start] else "edge left missing")
                known.add("edge right" if around.starts[end] else "edge right missing")
            if known.score < score:
                known.add(
                    "settled on the page",
                    WEIGHT["settled on the page"] if len(string) > 2 else WEIGHT["settled, short"],
                )
                known.score = min(known.score, score)
            start = around.text.find(string, end)
    return list(at.values())


def _without_pieces(readings: list[Reading]) -> list[Reading]:
    """Leave out what lies in or across a name with ·: its parts are not names of their own there."""
    whole = [(r.start, r.end) for r in readings if r.evidence[0] == "dotted name" and r.score >= ACCEPT]
    return [
        r for r in readings if r.evidence[0] == "dotted name" or not any(s < r.end and r.start < e for s, e in whole)
    ]


def _best(readings: Iterable[Reading]) -> list[Reading]:
    """Choose readings that do not overlap, of the greatest sum of scores above the threshold."""
    ordered = sorted((r for r in readings if r.score >= ACCEPT), key=lambda r: (r.end, r.start))
    ends = [r.end for r in ordered]
    gain = [0.0]
    taken: list[tuple[int, bool]] = []
    for n, r in enumerate(ordered):
        before = bisect_right(ends, r.start, 0, n)
        with_it = gain[before] + r.score - ACCEPT + 0.01
        taken.append((before, with_it > gain[n]))
        gain.append(max(with_it, gain[n]))
    chosen: list[Reading] = []
    n = len(ordered)
    while n:
        before, take = taken[n - 1]
        if take:
            chosen.append(ordered[n - 1])
        n = before if take else n - 1
    return chosen


def _stands(reading: Reading) -> bool:
    """Whether a name has evidence of its own that no place or body around it takes away."""
    return not _FIRM.isdisjoint(reading.evidence)


def _crosses(reading: Reading, start: int, end: int) -> bool:
    """Whether a transliteration runs over the edge of a long name: 某某斯|斯坦 某某."""
    apart = start <= reading.start < end < reading.end or reading.start < start < reading.end < end
    return apart and end - start > 3 and reading.evidence[0] == "transliteration"


def _weigh_against_bodies(around: Surroundings, reading: Reading) -> None:
    """Put on the balance that a place or body holds the same characters."""
    first = bisect_left(around.held, (reading.start - _LONGEST_BODY, 0))
    for start, end in islice(around.held, first, None):
        if start >= reading.end:
            break
        if start == reading.start and end == reading.end:
            foreign = reading.evidence[0] == "transliteration"
            if foreign or _SET_APART.isdisjoint(reading.evidence):
                reading.add("place of the world" if foreign else "also a place")
        elif start == reading.start and end < reading.end and reading.evidence[0] == "transliteration":
            reading.add("place of the world")  # 塞拉利昂|新报告
        elif start <= reading.start and reading.end <= end and not _stands(reading):
            reading.add("inside another mention")
        elif _crosses(reading, start, end):
            reading.add("place of the world")
        elif start < reading.end and reading.start < end and not _stands(reading):
            reading.add("runs over a place")


@Language.component("newsextract_people")
def people(doc: Doc) -> Doc:
    """Propose the names of people."""
    around = Surroundings(doc)
    readings = read_names(around)
    parts: dict[str, float] = {}
    for reading, names in read_dotted(around):
        readings.append(reading)
        if reading.score >= SETTLED:
            parts.update(dict.fromkeys(names, reading.score))
    readings += read_plain(around)
    readings += read_addressed(around)
    readings += read_familiar(around)
    readings += read_given(around)
    readings += read_unlisted(around)
    readings += read_elements(around)
    readings += read_known(around)
    for reading in readings:
        _weigh_against_bodies(around, reading)
    weigh_lists(around, readings)
    chosen = _best(_without_pieces(_settle_strings(around, readings, parts)))
    cut_bodies(doc, sorted((r.start, r.end) for r in chosen if r.score >= SETTLED and _stands(r)))
    for r in chosen:
        propose(
            doc, r.start, r.end, "PERSON", by="people", confidence=confidence(r.score), evidence=r.evidence or ["shape"]
        )
    return doc
