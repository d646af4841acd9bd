"""The component: titles in 《》 and without, as POLICY or WORK, and the numbers of documents."""

from __future__ import annotations

from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import frame_of, norm_text, propose, raw_text, zones_of
from newsextract.recognize.titles.kinds import head_of, kind_of, reading_of, split_version
from newsextract.recognize.titles.named import find_named
from newsextract.recognize.titles.numbers import DocNumber, find_numbers, issuer_of_code
from newsextract.recognize.titles.own import cities_near, own_numbers
from newsextract.recognize.titles.quoted import quoted_spans
from newsextract.recognize.titles.unmarked import find_about, find_headings, find_repeats

_BY = "titles"
#: Between two titles of one list.
_LIST = regex.compile(r"[\s、，,和及与以及]{0,3}")
#: A number in brackets right behind a title.
_ATTACHED = regex.compile(r"[\s”]{0,2}[（(【\[]\s?")
#: Blanks that layout left between Chinese characters.
_BLANKS = regex.compile(r"\n|(?<=[\p{Han}，、》”）])\s+(?=[\p{Han}《“（])")
_STATUS = (
    ("征求意见", regex.compile(r"征求意见稿|公开征求意见|征求意见")),
    ("废止", regex.compile(r"废止")),
    ("修订", regex.compile(r"修订|修正|修改")),
    ("试行", regex.compile(r"[（(](?:试行|暂行)[)）]|试行")),
    ("施行", regex.compile(r"起施行|施行|正式实施")),
    ("印发", regex.compile(r"印发|出台|发布|颁布|公布|下发")),
)


def _policy(doc: Doc, start: int, end: int, numbers: list[DocNumber]) -> dict[str, Any]:
    """The value of a policy at [start, end), marks excluded from its title."""
    text = norm_text(doc)
    title = _BLANKS.sub("", raw_text(doc)[start:end])
    if title.startswith("《") and title.endswith("》"):
        title = title[1:-1]
    value: dict[str, Any] = {"title": title, "kind": kind_of(title.replace("\n", ""))}
    version = split_version(title)[1]
    if version:
        value["version"] = version
    attached = _ATTACHED.match(text, end)
    if attached:
        number = next((n for n in numbers if n.start == attached.end()), None)
        if number:
            value["doc_number"] = number.value
    status = _status(text, start, end)
    if status:
        value["status"] = status
    return value


def _status(text: str, start: int, end: int) -> str | None:
    around = (
        regex.split("[》。；]", text[max(0, start - 6) : start])[-1]
        + text[max(start, end - 8) : end]
        + text[end : end + 6]
    )
    around = regex.split(r"[。；\n]", around, maxsplit=0)[-1] if "\n" in around else around
    return next((status for status, pattern in _STATUS if pattern.search(around)), None)


def _lists(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each title the [start, end) of the list of titles that it stands in."""
    bounds: list[tuple[int, int]] = []
    group: list[int] = []
    for n, (start, _) in enumerate(spans):
        if group and not _LIST.fullmatch(text, spans[n - 1][1], start):
            bounds += [(spans[group[0]][0], spans[group[-1]][1])] * len(group)
            group = []
        group.append(n)
    return bounds + [(spans[group[0]][0], spans[group[-1]][1])] * len(group) if group else bounds


def _before(text: str, at: int) -> str:
    return regex.split(r"[。；！？\n《》]", text[max(0, at - 12) : at])[-1]


def _after(text: str, at: int) -> str:
    return regex.split(r"[。；！？\n《》]", text[at : at + 8], maxsplit=1)[0].lstrip("”’")


@Language.component("newsextract_titles")
def titles(doc: Doc) -> Doc:
    """Propose POLICY, WORK and DOC_NUMBER."""
    text = norm_text(doc)
    numbers = list(find_numbers(text))
    near = cities_near(text, frame_of(doc)["region"]) if any(n.issuer is None for n in numbers) else []
    for number in numbers:
        value = {"value": number.value, "issuer": number.issuer or issuer_of_code(number.code, near)}
        propose(doc, number.start, number.end, "DOC_NUMBER", value, by=_BY, confidence=0.98, evidence=["shape:number"])
    marked: dict[str, dict[str, Any]] = {}
    spans = list(quoted_spans(text))
    for (start, end), (first, last) in zip(spans, _lists(text, spans), strict=True):
        title = text[start + 1 : end - 1].replace("\n", "")
        if reading_of(title, _before(text, first), _after(text, last)) == "policy":
            value = _policy(doc, start, end, numbers)
            marked.setdefault(title, value)
            propose(doc, start, end, "POLICY", value, by=_BY, confidence=0.97, evidence=["marks:《》"])
        else:
            propose(doc, start, end, "WORK", by=_BY, confidence=0.95, evidence=["marks:《》"])
    zones = zones_of(doc)
    headings = list(find_headings(text, zones))
    own = own_numbers(headings, numbers, zones)
    for start, end in headings:
        value = _policy(doc, start, end, numbers)
        if (start, end) in own:
            value["doc_number"] = own[start, end].value
        propose(doc, start, end, "POLICY", value, by=_BY, confidence=0.95, evidence=["heading"])
    for start, end, about in find_about(text):
        if about > start:
            value = _policy(doc, start, end, numbers)
            propose(doc, start, end, "POLICY", value, by=_BY, evidence=["shape:关于…的"])
    for start, end, _ in find_repeats(text, [t for t in marked if head_of(t)]):
        propose(
            doc,
            start,
            end,
            "POLICY",
            _policy(doc, start, end, numbers),
            by=_BY,
            evidence=["page:marked elsewhere"],
        )
    for start, end, kind, evidence in find_named(doc):
        value = {**_policy(doc, start, end, numbers), "kind": kind}
        propose(doc, start, end, "POLICY", value, by=_BY, confidence=0.85, evidence=[evidence])
    return doc
