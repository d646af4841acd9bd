"""The recogniser of times: each expression read against the dateline of its article, else the day of publication."""

from __future__ import annotations

import bisect
import datetime as dt

import regex
from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import frame_of, norm_text, propose, zones_of
from newsextract.recognize.times import grammar
from newsextract.recognize.times.interpret import read_point
from newsextract.recognize.times.reading import Setting
from newsextract.recognize.times.scan import scan

__all__ = ["settings"]

_CHAPTER = regex.compile(r"[一二三四五六七八九十]{1,3}、")
_HEADINGS = frozenset(("headline", "kicker", "subhead", "section", "byline"))

#: A heading that says which past year the article reports on.
_BULLETIN = regex.compile(
    r"(?P<y>[12][0-9]{3})年?度?(?![0-9月])[^\n]{0,30}(?:公报|年报|年度报告|白皮书|工作报告|情况报告|状况|概况)"
)


def _dateline(text: str, start: int, end: int, published: dt.date | None) -> list[tuple[int, dt.date]]:
    found = []
    for m in grammar.dateline().finditer(text, start, end):
        fields = {name: part for name, part in m.groupdict().items() if part}
        reading = read_point(fields, Setting(published, published))
        if reading and reading.interval and (published is None or reading.interval[0] <= published):
            found.append((m.start(), reading.interval[0]))
    return found


def settings(doc: Doc) -> tuple[list[int], list[Setting]]:
    """What expressions are read against: places of the Doc, in order, and the setting from each place on."""
    text = norm_text(doc)
    said = frame_of(doc)["published"]
    published = dt.date.fromisoformat(said) if said else None
    articles: dict[int, list[tuple[int, int, str]]] = {}
    for zone in zones_of(doc):
        articles.setdefault(zone.article, []).append((zone.start, zone.end, zone.role))
    known = None if published else frame_of(doc)["year"]
    marks: dict[int, Setting] = {0: Setting(published, published, known)}
    bulletin = known
    for article, zones in articles.items():
        if article < 0:
            for start, _, _ in zones:
                marks[start] = Setting(published, published, known)
            continue
        # A chapter (一、综合) that stands as an article of its own goes on with the bulletin before it.
        year = bulletin if _CHAPTER.match(text, min(start for start, _, _ in zones)) else known
        for start, end, role in zones:
            heading = _BULLETIN.search(text, start, end) if role in ("headline", "kicker", "subhead") else None
            if heading and (published is None or int(heading["y"]) < published.year):
                year = int(heading["y"])
        bulletin = year
        lines = [line for start, end, _ in zones for line in _dateline(text, start, end, published)]
        begun = min(start for start, _, _ in zones)
        first = lines[0][1] if lines else published
        headed = all(role in _HEADINGS for start, end, role in zones if lines and end <= lines[0][0])
        before = published or (first if headed else None)  # a heading is written for the day of the paper
        marks[begun] = Setting(before, published or before, year)
        for at, day in lines[1:]:
            marks[at] = Setting(day, published or day, year)
        if lines:  # the dateline itself is read against the day of publication
            marks[lines[0][0]] = Setting(first, published or first, year)
    places = sorted(marks)
    return places, [marks[at] for at in places]


@Language.component("newsextract_times")
def times(doc: Doc) -> Doc:
    """Propose every time expression with its value."""
    places, by_place = settings(doc)
    text = norm_text(doc)
    for found in scan(text, lambda at: by_place[bisect.bisect_right(places, at) - 1]):
        propose(doc, found.start, found.end, "TIME", found.reading.value(), by="times", confidence=0.95)
    return doc
