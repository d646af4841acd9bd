"""Roles of named holders: a role noun counts where somebody holds it, or speaks in it."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import candidates, gaps_of, norm_text, propose, zones_of
from newsextract.recognize.patterns import Pattern
from newsextract.recognize.positions.nouns import Noun, nouns_of
from newsextract.recognize.positions.patterns import AFTER_NAME, BEFORE_NAME, CHAIN, ROW, ROW_END, SELF, SPEAKER
from newsextract.recognize.yielding import cut_bodies

__all__ = ["positions"]

_NAMELESS = ("负责人", "发言人")
#: What makes 代表, 委员, 成员 a role: a body or a meeting before it.
_ASSEMBLY = frozenset("大会组委协部团")
#: Nouns whose description is part of the role where it stands between body and noun (环境顾问).
_DESCRIBED = ("顾问", "代表", "工程师", "经济学家", "分析师", "总监", "经理", "主管", "专员")
_DESCRIPTION = Pattern("description of a role", r"[\p{Han}]{0,8}")
#: Words of grammar and heads of bodies that no description of a role holds.
_LINKS = frozenset("的和、是为任了在团部局处院司室会组社")
_SPEECH = Pattern("office of a speaker", r"(?:[省市县区州盟旗]长|主席|书记|主任|总理|院长|检察长)")


def _direct(text: str, noun: Noun, names: list[tuple[int, int]]) -> bool:
    """Whether a name stands directly behind the role, or directly before it."""
    at = bisect_left(names, (noun.end, 0))
    if at < len(names) and names[at][0] - noun.end <= 3 and BEFORE_NAME.fullmatch(text[noun.end : names[at][0]]):
        return True
    return at > 0 and names[at - 1][1] == noun.start


def _given(text: str, noun: Noun, names: list[tuple[int, int]], rows: set[int]) -> bool:
    """Whether the name before gets this role: in brackets, by 任, 当选, 任命…为, or as a row of name, body and role."""
    at = bisect_left(names, (noun.start, 0)) - 1
    if at < 0 or noun.start - names[at][1] > 120:
        return False
    end = names[at][1]
    between = text[end : noun.start]
    if AFTER_NAME.fullmatch(between):
        return True
    starts = {start for start, _ in names[at : at + 2]}
    return end in rows and bool(ROW.fullmatch(between)) and (noun.end in starts or bool(ROW_END.match(text, noun.end)))


def _rows(doc: Doc, text: str, names: list[tuple[int, int]], bodies: set[int], roles: set[int]) -> set[int]:
    """Where names end that open a row of a list: behind a line end, a label, a dash or the role of another row, and set off from what follows."""
    gaps = gaps_of(doc)
    return {
        end
        for start, end in names
        if (start == 0 or text[start - 1] in "\n：:-— 　" or gaps[start] or start in roles)
        and end < len(text)
        and (gaps[end] or text[end] in " 　" or end in bodies)
    }


def _held(text: str, nouns: list[Noun], names: list[tuple[int, int]], rows: set[int]) -> dict[int, str]:
    """Say for each noun that somebody holds why (by its place in ``nouns``)."""
    held: dict[int, str] = {}
    for n, noun in enumerate(nouns):
        if _direct(text, noun, names):
            held[n] = "beside a name"
        elif _given(text, noun, names, rows):
            held[n] = "given to a name"
    # Several roles of one person: from the one beside the name to the left, from the one after it to the right.
    for n in range(len(nouns) - 2, -1, -1):
        if n not in held and n + 1 in held and _chained(text, nouns[n], nouns[n + 1], names):
            held[n] = "with another role"
    for n in range(1, len(nouns)):
        given = held.get(n - 1) in ("given to a name", "with a role given")
        if given and n not in held and _chained(text, nouns[n - 1], nouns[n], names):
            held[n] = "with a role given"
    return held


def _chained(text: str, first: Noun, second: Noun, names: list[tuple[int, int]]) -> bool:
    at = bisect_left(names, (first.end, 0))
    if at < len(names) and names[at][0] < second.start:
        return False
    return bool(CHAIN.fullmatch(text[first.end : second.start]))


def _described(text: str, noun: Noun, body_ends: list[int]) -> int:
    """Where the role begins if a description between its body and its noun belongs to it."""
    if not text[noun.core : noun.end].endswith(_DESCRIBED):
        return noun.start
    at = bisect_left(body_ends, noun.start + 1) - 1
    if at < 0 or body_ends[at] == noun.start:
        return noun.start
    between = text[body_ends[at] : noun.start]
    return body_ends[at] if _DESCRIPTION.fullmatch(between) and not _LINKS & set(between) else noun.start


@Language.component("newsextract_positions")
def positions(doc: Doc) -> Doc:
    """Propose the roles that somebody holds."""
    text = norm_text(doc)
    # A byline names who wrote, or, above a speech, the office of who gave it.
    outside = [
        (z.start, z.end)
        for z in zones_of(doc)
        if z.role == "furniture" or (z.role == "byline" and not _SPEECH.search(text, z.start, z.end))
    ]
    nouns = [n for n in nouns_of(doc) if not any(s <= n.start < e for s, e in outside)]
    if not nouns:
        return doc
    names = sorted((c["start"], c["end"]) for c in candidates(doc) if c["label"] == "PERSON" and c["confidence"] >= 0.5)
    bodies: set[int] = set()
    ends: set[int] = set()
    org_ends: set[int] = set()
    for c in candidates(doc):
        if c["label"] in ("ORG", "PLACE", "EVENT"):
            bodies.add(c["start"])
            ends.add(c["end"])
            if c["label"] == "ORG":
                org_ends.add(c["end"])
    body_ends = sorted(org_ends)
    rows = _rows(doc, text, names, bodies, {n.end for n in nouns})
    held = _held(text, nouns, names, rows)
    certain: list[tuple[int, int]] = []
    speakers = {hit.start() for hit in SPEAKER.finditer(text)}
    for n, noun in enumerate(nouns):
        why = held.get(n)
        if why is None and noun.core in speakers and text.startswith(_NAMELESS, noun.core):
            why = "speaks"
        elif why is None and SELF.search(text, max(0, noun.start - 30), noun.start):
            why = "said of oneself"
        if why is None or (noun.kind == "risky" and not _assembled(text, noun, ends)):
            continue
        start = _described(text, noun, body_ends)
        sure = 0.95 if why in ("beside a name", "speaks") else 0.92
        confidence = sure - (0.12 if noun.kind in ("staff", "risky") else 0.0)
        if noun.kind != "risky" or noun.start < noun.core:
            certain.append((start, noun.end))
        propose(doc, start, noun.end, "POSITION", by="positions", confidence=confidence, evidence=[noun.kind, why])
    cut_bodies(doc, certain)
    return doc


def _assembled(text: str, noun: Noun, ends: set[int]) -> bool:
    """Whether 代表 or 成员 names a role: a body stands before it, a prefix belongs to it, or a colon follows (member lists)."""
    return (
        noun.start < noun.core
        or noun.start in ends
        or text[noun.end : noun.end + 1] in ("：", ":")
        or (noun.start > 0 and text[noun.start - 1] in _ASSEMBLY)
    )
