"""Which bodies answer for which task: 责任单位：…, （牵头单位：…，配合单位：…）, （省财政厅牵头，省教育厅配合）."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsextract.doc import Zone, mentions_of, raw_text, zones_of
from newsextract.facts.issuers import name_of
from newsextract.recognize.patterns import Pattern
from newsextract.recognize.reach import punctuated

_NAMES = r"(?:(?![，；、]?\s?(?:配合|参与|协助|协办|参加)(?:单位|部门))[^。；：\n（）【】]|（[^。；：\n（）]{1,30}）)*+"
#: A label and the bodies behind it; the lead ones come first in print.
_LABELLED = Pattern(
    "bodies behind a label",
    rf"""
    (?:责任|牵头|主责|负责|主办|承办|实施|落实|完成){{1,2}}(?:单位|部门|处室|科室|地区)(?:及分工)?：(?<lead>{_NAMES})
    (?:[；，、。]?\s?(?:配合|参与|协助|协办|参加|责任)(?:单位|部门)：(?<rest>{_NAMES}))?
    """,
)
#: Bodies in brackets at the end of a task, without a label.
_BRACKETED = Pattern(
    "bodies in brackets that answer for a task",
    r"（(?<lead>[^。；：\n（）]{2,200}?)(?:牵头)?(?:，(?<rest>[^。；：\n（）]{2,200}?))?(?:按职责分工)?(?:分别|共同)?(?:负责|牵头|配合|参与)(?:落实|实施)?）",
)
_ENUMERATOR = regex.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、]|第[一二三四五六七八九十]{1,3}[、，]|[一二三四五六七八九十]{1,3}是|[0-9]{1,3}[.．、](?![0-9])|[（(][0-9]{1,3}[)）]|[①-⑳])\s*"
)
#: Where tasks begin inside a paragraph.
_POINT = Pattern("numbered task", rf"(?:^|(?<=[。；\n：）]))\s*{_ENUMERATOR.pattern}")
_ROLE = regex.compile(r"(?:牵头|配合|参与|协助|分别|共同|按职责|负责|等).*$|^由")
_SET = regex.compile(r"^(?:各|有关|相关|其他|全市各|全省各|县级市$|[市县]区?$)")
#: A heading longer than this is a paragraph, of which the first clause names the task.
_LONGEST_TASK = 80


def _task(text: str, zones: list[Zone], points: list[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The heading of the task that a list at ``at`` closes: the nearest numbered point before it, to its first full stop."""
    inside = bisect_right(zones, at, key=itemgetter(0)) - 1
    if inside < 0 or at >= zones[inside].end:
        return None
    floor = inside
    while floor > 0 and zones[floor - 1].article == zones[inside].article and inside - floor < 6:
        floor -= 1
    last = bisect_right(points, at, key=itemgetter(1)) - 1
    start = points[last][1] if last >= 0 and points[last][0] >= zones[floor].start else zones[inside].start
    end = next((i for i in range(start, at) if text[i] in "。；\n："), at)
    if end - start > _LONGEST_TASK:
        end = next((i for i in range(start, end) if text[i] == "，"), end)
    while end > start and text[end - 1] in "（ ，":
        end -= 1
    return (start, end) if end - start >= 4 else None


def _bodies(
    text: str, printed: str, orgs: list[Span], start: int, end: int
) -> Iterator[tuple[str, tuple[int, int], Span | None]]:
    """The bodies of a list: names between 、 that are no unnamed sets; a second name in brackets is passed over."""
    for piece in regex.finditer(r"(?:[^、，（]|（[^（）]*）)+", text[start:end]):
        a, b = start + piece.start(), start + piece.end()
        bracket = text.find("（", a, b)
        b = bracket if bracket > a else b
        role = _ROLE.search(text[a:b])
        if role is not None and role.start() > 0:
            b = a + role.start()
        elif role is not None:
            a += role.end()
        if b - a < 2 or _SET.match(text[a:b]):
            continue
        n = bisect_left(orgs, a, key=lambda o: o.start)
        org = orgs[n] if n < len(orgs) and orgs[n].start == a and orgs[n].end <= b else None
        if org is not None:
            yield name_of(org), (org.start, org.end), org
        elif b - a <= 20:
            yield printed[a:b], (a, b), None


@Language.component("newsextract_assignments")
def assignments(doc: Doc) -> Doc:
    """Add assignment facts: a task's heading and the bodies that answer for it, the lead one first."""
    text, zones = punctuated(doc), zones_of(doc)
    if "单位：" not in text and "部门：" not in text and "负责）" not in text and "牵头" not in text:
        return doc
    orgs = list(mentions_of(doc, "ORG"))
    points = [hit.span() for hit in _POINT.finditer(text)]
    facts: list[dict[str, Any]] = []
    for pattern in (_LABELLED, _BRACKETED):
        for hit in pattern.finditer(text):
            task = _task(text, zones, points, hit.start())
            if task is None:
                continue
            found = list(_bodies(text, raw_text(doc), orgs, *hit.span("lead")))
            if hit["rest"]:
                found += list(_bodies(text, raw_text(doc), orgs, *hit.span("rest")))
            if pattern is _BRACKETED and not any(org for _, _, org in found):
                continue
            if found:
                facts.append(_fact(doc, task, found))
    doc._.facts = [*(doc._.facts or []), *sorted(facts, key=lambda f: f["spans"]["task"])]
    return doc


def _fact(doc: Doc, task: tuple[int, int], found: list[tuple[str, tuple[int, int], Span | None]]) -> dict[str, Any]:
    names = list(dict.fromkeys(name for name, _, _ in found))
    return {
        "kind": "assignment",
        "task": raw_text(doc)[task[0] : task[1]].replace("\n", ""),
        "bodies": names,
        "spans": {"task": [list(task)], "bodies": [list(span) for _, span, _ in found]},
        "evidence": [[org.start, org.end] for _, _, org in found if org is not None],
    }
