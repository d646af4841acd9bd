"""Whether a head noun ends the name of a body, and where that name begins."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from newsextract.lexicon import read_rows
from newsextract.recognize.edges import Walk, Words, walk_left, word_class
from newsextract.recognize.organizations.anchors import Anchors
from newsextract.recognize.organizations.heads import Head, is_field

__all__ = ["Finding", "judge"]

#: Legal forms of companies: what carries one is a full name.
_LEGAL = ("有限公司", "有限责任公司", "股份公司", "株式会社", "事务所")
#: Heads with the level inside: 市委, 县政府.
_OWN_LEVEL = frozenset("市省区县镇乡州旗地")


@functools.cache
def _roles(role: str) -> frozenset[str]:
    """Words of a role: ``set`` before a head makes no name (各级), ``plain`` heads need more than a place (中心)."""
    return frozenset(row["word"] for row in read_rows("org_contexts") if row["role"] == role)


@dataclass(slots=True)
class Finding:
    """A body that was found: where, of what kind, how sure, what spoke for it; ``alone`` if it is a mention by itself."""

    start: int
    end: int
    kind: str
    confidence: float
    evidence: list[str]
    alone: bool = True


def judge(words: Words, head: Head, anchors: Anchors) -> Finding | None:
    """Judge one head noun by what stands before it."""
    loose = head.need == "anchor"
    walk = walk_left(words, head.start, anchors.starts, longest=30 if loose else 24, loose=loose)
    verdict = _RULES[head.need](words, head, walk, anchors)
    if verdict is None:
        return None
    start, confidence, evidence = verdict
    if walk.anchored and start == walk.start:
        start = anchors.extended(start, words.text)
    before = words.text[max(0, words.start_before(start)) : start] if start else ""
    if before in _roles("set"):
        return None
    return Finding(
        start, head.end, head.kind, confidence, [f"head noun {words.text[head.start : head.end]}", *evidence]
    )


_Verdict = tuple[int, float, list[str]] | None


def _between(words: Words, head: Head, walk: Walk) -> str:
    return words.text[head.start - walk.own : head.start]


def _place(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Governments, party organs, courts: a place or level before them, or a level inside (市委, 区政府)."""
    text = words.text
    level_inside = text[head.start] in _OWN_LEVEL and head.end - head.start <= 5
    if walk.anchored and walk.clean and walk.own <= 12:
        kind = anchors.kinds.get(head.start - walk.own, "")
        if walk.own and kind == "scope" and text[head.start : head.end] == "委员会":
            return walk.start, 0.9, ["scope"]
        if kind == "brand":
            return None
        return walk.start, 0.95 if walk.own == 0 else 0.88, [kind or "anchor"]
    if level_inside and words.is_edge(head.start) and text[max(0, head.start - 1)] not in "全各本该某我":
        return head.start, 0.93, ["level inside"]
    name = walk.name_start()
    if name is not None and head.start - name >= 2 and text[head.start : head.end] not in ("委员会", "政府", "议会"):
        return name, 0.7, ["name"]
    if head.end - head.start >= 3 and text[head.start : head.end] in ("人大常委会", "纪检监察组") and not walk.tokens:
        return head.start, 0.75, ["by itself"]
    return None


def _stem(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Departments: a field of government between the level and 局, 厅, 委, 办."""
    text = words.text
    noun = text[head.start : head.end]
    between = _between(words, head, walk)
    if walk.anchored and between:
        if is_field(between):
            return walk.start, 0.97, ["field of government", anchors.kinds.get(head.start - walk.own, "")]
        if walk.clean and len(between) >= 2 and (len(noun) > 1 or (noun in "局厅委" and walk.tokens[-1].cls != "1")):
            return walk.start, 0.85, [anchors.kinds.get(head.start - walk.own, "")]
    field_at = _field_before(words, head.start, anchors)
    if field_at is not None:
        start, anchored = field_at
        if anchored:
            return anchors.extended(start, text), 0.96, ["field of government", "anchor"]
        if noun in ("局", "厅", "委", "管理局", "总局", "委员会") and head.start - start >= 2 and words.is_edge(start):
            return start, 0.7, ["field of government"]
    return None


def _field_before(words: Words, at: int, anchors: Anchors) -> tuple[int, bool] | None:
    """Return the start of the longest field of government that ends at a place, and whether an anchor stands before it."""
    text = words.text
    best: tuple[int, bool] | None = None
    for start in range(at - 1, max(-1, at - 20), -1):
        if text[start] in "，。；：、（）《》\n":
            break
        if start in anchors.starts and is_field(text[start:at]):
            return anchors.starts[start], True
        if at - start >= 2 and is_field(text[start:at]):
            best = (start, False)
    return best


def _mod(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Companies: a name before the head; a place alone makes none."""
    text = words.text
    legal = text[head.start : head.end].endswith(_LEGAL)
    if walk.anchored and walk.clean:
        kind = anchors.kinds.get(head.start - walk.own, "")
        if walk.own >= 2 or kind in ("brand", "body"):
            common = all(t.cls in "n" for t in walk.tokens) and not legal and kind != "brand"
            if kind == "scope" and common:
                return None
            return walk.start, 0.75 if common else 0.95 if legal else 0.88, [kind]
        return (walk.start, 0.85, [kind]) if head.kind == "finance" and kind in ("place", "scope") else None
    name = walk.name_start()
    if name is not None and head.start - name >= 2:
        return name, 0.88 if legal else 0.72, ["name"]
    if legal and walk.own >= 4 and walk.clean:
        return walk.start, 0.7, ["legal form"]
    return None


def _name(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Schools, hospitals, institutes, associations, media: a place or a name before the head."""
    text = words.text
    noun = text[head.start : head.end]
    if walk.anchored and walk.clean:
        kind = anchors.kinds.get(head.start - walk.own, "")
        if walk.own == 0 and kind == "scope":
            return None
        if walk.own == 0 and noun in _roles("plain") and kind != "body":
            return None
        return walk.start, 0.93 if kind != "scope" else 0.85, [kind]
    name = walk.name_start()
    if name is not None and head.start - name >= 2:
        return name, 0.72, ["name"]
    return None


def _anchor(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Leading groups, headquarters: an anchor and almost anything between."""
    if not walk.anchored or (walk.own < 2 and head.end - head.start < 3):
        return None
    kind = anchors.kinds.get(head.start - walk.own, "")
    first = walk.tokens[0] if walk.tokens else None
    if first is not None and words.text[first.start] in "和与及":
        return None
    if kind in ("brand",) or (kind == "place" and not walk.clean and head.end - head.start < 3):
        return None
    return walk.start, 0.9 if walk.clean or kind != "place" else 0.8, [kind]


def _branch(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Branches: a body, or a brand with a place, before the head."""
    if not walk.anchored or not walk.clean:
        return None
    start = anchors.extended(walk.start, words.text)
    at = head.start - walk.own
    steps = {anchors.kinds.get(at, "")}
    while at in anchors.starts and anchors.starts[at] >= start:
        steps.add(anchors.kinds[at])
        at = anchors.starts[at]
    if steps & {"body", "brand"}:
        return start, 0.93, ["branch of a body"]
    if walk.own >= 2 and any(word_class(words.text[t.start : t.end]) in "o1?" for t in walk.tokens):
        return start, 0.85, ["place"]
    return None


def _party(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Departments of party committees and governments: right behind the body."""
    if walk.anchored and walk.own == 0:
        kind = anchors.kinds.get(head.start, "")
        if kind == "scope" and words.text[head.start : head.end] in ("办公室", "领导小组", "指挥部"):
            return None
        if kind in ("body", "deictic", "place", "scope"):
            return walk.start, 0.95, [kind]
    if walk.anchored and head.end - head.start >= 2:
        return _anchor(words, head, walk, anchors)
    return None


def _brand(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Short names of companies: a coined name and its trade (the word jieba does not know is the name)."""
    if not walk.anchored and len(walk.tokens) == 2 and all(t.cls == "1" for t in walk.tokens):
        return walk.start, 0.6, ["coined name and trade"]
    if walk.anchored and anchors.kinds.get(head.start - walk.own) == "brand" and walk.own == 0:
        return walk.start, 0.85, ["brand"]
    return None


_RULES = {
    "place": _place, "stem": _stem, "mod": _mod, "name": _name, "anchor": _anchor,
    "body": _branch, "party": _party, "brand": _brand,
}  # fmt: skip
