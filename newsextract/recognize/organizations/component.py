"""The recogniser of named bodies: known names, head nouns with the left edge that the evidence gives, aliases, short forms."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import candidates, propose
from newsextract.recognize.edges import Words
from newsextract.recognize.organizations.aliases import license_short_forms
from newsextract.recognize.organizations.anchors import Anchors
from newsextract.recognize.organizations.heads import find_heads, known_bodies
from newsextract.recognize.organizations.judge import Finding, judge

__all__ = ["organizations"]


@Language.component("newsextract_organizations")
def organizations(doc: Doc) -> Doc:
    """Propose named bodies."""
    words = Words(doc)
    places = {c["end"]: (c["start"], c["confidence"]) for c in candidates(doc) if c["label"] == "PLACE"}
    anchors = Anchors(words, places)
    found: dict[tuple[int, int], Finding] = {}
    for finding in _known(words):
        anchors.add_body(finding)
        found[finding.start, finding.end] = finding
    for head in find_heads(words):
        judged = judge(words, head, anchors)
        if judged is not None:
            anchors.add_body(judged)
            found[judged.start, judged.end] = judged
    for finding in found.values():
        if finding.alone:
            propose(
                doc, finding.start, finding.end, "ORG", {"canonical": None},
                by="organizations", confidence=finding.confidence, evidence=finding.evidence,
            )  # fmt: skip
    license_short_forms(doc, words, list(found.values()))
    return doc


def _known(words: Words) -> list[Finding]:
    """Bodies known by name."""
    matcher, kinds = known_bodies()
    longest: dict[int, tuple[int, int]] = {}
    for start, end, number in matcher.find(words.text):
        if (
            end - start > longest.get(start, (start, 0))[0] - start
            and words.is_edge(start)
            and _ends(words, start, end)
        ):
            longest[start] = (end, number)
    found = []
    behind = 0
    for start in sorted(longest):
        end, number = longest[start]
        if end <= behind:
            continue
        behind = end
        kind, _ = kinds[number]
        alone = kind != "brand" or end - start > 2
        found.append(Finding(start, end, kind, 0.93 if kind != "brand" else 0.8, ["known name"], alone))
    return found


def _ends(words: Words, start: int, end: int) -> bool:
    return words.is_edge(end) or (words.start_before(end) <= start and words.end_after(end) - end == 1)
