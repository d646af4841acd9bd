"""Places known by their class word: zones, stations, buildings, venues, scenic spots, villages, streets."""

from __future__ import annotations

import functools
import re

from spacy.tokens import Doc

from newsextract.doc import propose
from newsextract.lexicon import Matcher
from newsextract.recognize.edges import Walk, Words, walk_left, word_class
from newsextract.recognize.places.chains import NARROW, Chain, heads, is_generic, part_behind
from newsextract.recognize.proper import descriptive

__all__ = ["find_shapes"]

#: Zones that stand by themselves: every city has one, and the page's is meant.
_OWN = ("高新区", "经开区", "保税区", "综保区", "自贸区")
#: Parts of any town, and houses that a place alone does not name: 北京|市区, 上海|酒店.
_AREAS = frozenset(
    [
        "市区",
        "城区",
        "主城区",
        "郊区",
        "山区",
        "牧区",
        "库区",
        "矿区",
        "酒店",
        "宾馆",
        "饭店",
        "超市",
        "商场",
        "公园",
        "广场",
        "大厦",
        "影院",
        "景区",
        "园区",
    ]
)
#: Characters that a name may have between its anchor and its class word.
_LONGEST = {"town": 4, "village": 4, "street": 4, "zone": 6, "nature": 4}
_UNNAMED_BEFORE = "各本该全某新老级个类家处国省市县"


@functools.cache
def _matcher() -> Matcher:
    return Matcher(heads())


def find_shapes(doc: Doc, words: Words, chains: list[Chain], unsure: list[Chain]) -> None:
    """Propose the places that end in a class word, with the left edge that the evidence gives."""
    text = words.text
    anchors = {c.end: c.start for c in (*unsure, *chains)}
    covered = {i for c in chains for i in range(c.start, c.end)}
    matcher = _matcher()
    longest: dict[int, int] = {}
    for start, end, _ in matcher.find(text):
        if start < longest.get(end, end) and words.is_edge(end):
            longest[end] = start
    shaped: set[int] = set()
    strong: dict[str, float] = dict.fromkeys(_components(text, chains), 0.85)
    for end in sorted(longest):
        start = longest[end]
        kind = heads()[text[start:end]]
        if end in anchors or (start in covered and end - 1 in covered):
            continue
        if start + 1 in anchors and anchors[start + 1] < start:  # 某县|城
            propose(
                doc,
                anchors[start + 1],
                end,
                "PLACE",
                {"code": None},
                by="places",
                confidence=0.85,
                evidence=["class word"],
            )
            continue
        bare = is_generic(text[words.start_before(end) : end])
        walk = walk_left(words, start, anchors, longest=14)
        if walk.anchored and walk.clean:
            if walk.own == 0 and (
                kind in ("town", "village", "street") or (bare and kind != "zone" and walk.start not in shaped)
            ):
                continue
            if walk.own > _LONGEST.get(kind, 10) and not (kind == "zone" and walk.tokens[0].cls in "1?"):
                continue
            if bare and kind in ("nature", "street"):
                continue
            propose(
                doc,
                walk.start,
                end,
                "PLACE",
                {"code": None},
                by="places",
                confidence=0.85,
                evidence=["class word", "anchor"],
            )
            anchors[end] = walk.start
            shaped.add(walk.start)
            if walk.own >= 2:
                strong.setdefault(text[start - walk.own : end], 0.7)
            continue
        inside = words.start_before(end) < start  # 集成电|路
        if bare and inside and text[start:end] not in _OWN:
            continue
        name = _own_name(text, walk, text[start:end], kind)
        if name is not None and kind not in ("nature", "zone"):
            confidence = 0.75 if start - name <= 4 else 0.65
            propose(
                doc,
                name,
                end,
                "PLACE",
                {"code": None},
                by="places",
                confidence=confidence,
                evidence=["class word", "name"],
            )
        elif name is not None and kind == "zone" and text[start:end] not in _OWN:
            propose(
                doc, name, end, "PLACE", {"code": None}, by="places", confidence=0.75, evidence=["class word", "name"]
            )
        elif text[start:end] in _OWN and not walk.anchored and (start == 0 or text[start - 1] not in _UNNAMED_BEFORE):
            part = part_behind(words, end, NARROW["zone"])
            behind = part[0] if part else end
            propose(doc, start, behind, "PLACE", {"code": None}, by="places", confidence=0.7, evidence=["class word"])
    for form, confidence in strong.items():
        for hit in re.finditer(re.escape(form), text):
            if hit.start() not in covered:
                propose(
                    doc,
                    hit.start(),
                    hit.end(),
                    "PLACE",
                    {"code": None},
                    by="places",
                    confidence=confidence,
                    evidence=["named on the page"],
                )


def _own_name(text: str, walk: Walk, head: str, kind: str) -> int | None:
    """Return where an unanchored name begins: coined (single characters in a row, or a word nobody knows), not too long."""
    name = walk.name_start()
    if name is None or not 2 <= walk.at - name <= 6 or head in _OWN:
        return None
    if descriptive([text[t.start : t.end] for t in walk.tokens if t.start >= name]):
        return None
    first = next(t for t in walk.tokens if t.start == name)
    if first.cls == "1":
        return None if kind == "street" and len(head) == 1 else name
    if first.cls == "?" and kind == "zone" and len(head) > 2 and walk.at - name <= 4:
        return name
    if first.cls in "?p" and kind == "village" and (first.end + 1 == walk.at or first.end - first.start > 2):
        return name  # 白鹭|坡|新村
    alone = first.end == walk.at and len(head) > 1 and kind == "venue"
    return name if alone and first.cls in "?p" and first.end - first.start < 4 else None


def _components(text: str, chains: list[Chain]) -> set[str]:
    """Towns, villages and streets that a chain names and that stand by themselves elsewhere (…镇白石村 → 白石村)."""
    found = set()
    for chain in chains:
        for n, (start, end, kind) in enumerate(chain.parts):
            if n and kind in ("town", "village", "street") and end - start >= 3:
                found.add(text[start:end])
            stem = text[start:end].removesuffix("街道")
            if text.endswith("街道", start, end) and len(stem) == 2 and word_class(stem) in "?p":
                found.add(stem)  # what the paper calls a street office's quarter for short
    return found
