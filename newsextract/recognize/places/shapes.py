"""Places known by their class word: zones, stations, buildings, venues, scenic spots, villages, streets."""

from __future__ import annotations

import functools
import re

from spacy.tokens import Doc

from newsextract.doc import propose
from newsextract.lexicon import Matcher
from newsextract.recognize.edges import Words, walk_left
from newsextract.recognize.places.chains import Chain, generic_words, heads

__all__ = ["find_shapes"]

#: Zones that stand by themselves: every city has one, and the page's is meant.
_OWN = (
    "高新区",
    "经开区",
    "开发区",
    "保税区",
    "综保区",
    "自贸区",
    "经济开发区",
    "高新技术产业开发区",
    "经济技术开发区",
)
_UNNAMED_BEFORE = "各本该全某新老级个类家处"


@functools.cache
def _matcher() -> Matcher:
    return Matcher(heads())


def find_shapes(doc: Doc, words: Words, chains: list[Chain]) -> None:
    """Propose the places that end in a class word, with the left edge that the evidence gives."""
    text = words.text
    anchors = {c.end: c.start for c in chains}
    inside = {i for c in chains for i in range(c.start, c.end)}
    matcher = _matcher()
    longest: dict[int, int] = {}
    for start, end, _ in matcher.find(text):
        if start < longest.get(end, end) and words.is_edge(end):
            longest[end] = start
    strong: dict[str, float] = dict.fromkeys(_components(text, chains), 0.85)
    for end in sorted(longest):
        start = longest[end]
        kind = heads()[text[start:end]]
        if end in anchors or (start in inside and end - 1 in inside):
            continue
        word = text[words.start_before(end) : end]
        if word in generic_words() and kind in ("nature", "street", "village", "town"):
            continue
        walk = walk_left(words, start, anchors, longest=14)
        size = walk.own
        if walk.anchored and walk.clean:
            if size == 0 and kind in ("town", "village", "street"):
                continue
            if (text[start:end] in generic_words() and size == 0) and kind != "zone":
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
            strong.setdefault(text[start - walk.own : end], 0.7)
            continue
        name = walk.name_start(kind)
        if text[start:end] in _OWN and not any(t.cls == "p" for t in walk.tokens):
            name = None
        if name is not None and start - name >= 2 and text[start:end] not in ("区", "山"):
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
        elif (
            text[start:end] in _OWN
            and not walk.anchored
            and (start == 0 or text[start - 1] not in _UNNAMED_BEFORE)
            and name is None
        ):
            propose(doc, start, end, "PLACE", {"code": None}, by="places", confidence=0.7, evidence=["class word"])
    for form, confidence in strong.items():
        for hit in re.finditer(re.escape(form), text):
            if hit.start() not in inside:
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


def _components(text: str, chains: list[Chain]) -> set[str]:
    """Towns, villages and streets that a chain names and that stand by themselves elsewhere (…镇白石村 → 白石村)."""
    found = set()
    for chain in chains:
        for n, (start, end, kind) in enumerate(chain.parts):
            if n and kind in ("town", "village", "street") and end - start >= 3:
                found.add(text[start:end])
    return found
