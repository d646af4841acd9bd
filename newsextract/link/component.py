"""Links mentions: full names of bodies, and one entity for all mentions of a person, body or place."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import mentions_of, norm_text
from newsextract.lexicon.divisions import name_of
from newsextract.link.canonical import Bodies, Body
from newsextract.link.deixis import Deixis

__all__ = ["link"]


@Language.component("newsextract_link")
def link(doc: Doc) -> Doc:
    """Set ``canonical`` of bodies and ``entity`` of people, bodies and places."""
    text = norm_text(doc)
    deixis = Deixis(doc)
    spans = list(mentions_of(doc, "ORG"))
    bodies = [Body(s.start, text[s.start : s.end], (s._.value or {}).get("canonical")) for s in spans]
    index = Bodies(bodies, deixis)
    known: dict[tuple[str, str, str | None], int] = {}
    entities: list[dict[str, Any]] = []

    def entity(kind: str, name: str, code: str | None = None) -> int:
        key = (kind, name, code)
        if key not in known:
            known[key] = len(entities)
            entities.append({"type": kind, "name": name, "code": code})
        return known[key]

    for span, body in zip(spans, bodies, strict=True):
        full = index.canonical(body)
        span._.value = {**(span._.value or {}), "canonical": full}
        span._.entity = entity("ORG", full or body.text)
    for span in mentions_of(doc, "PLACE", "PERSON"):
        code = (span._.value or {}).get("code")
        name = name_of(code, deixis.year) if code else None
        span._.entity = entity(span.label_, name or text[span.start : span.end], code)
    doc._.entities = entities
    return doc
