"""Links mentions: full names of bodies, and one entity for all mentions of a person, body or place."""

from __future__ import annotations

import functools
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import carried_by, carry, mentions_of, norm_text, raw_text
from newsextract.lexicon import read_rows
from newsextract.lexicon.divisions import name_of
from newsextract.link.canonical import Bodies, Body
from newsextract.link.deixis import Deixis

__all__ = ["link"]


@functools.cache
def _central_names() -> dict[str, str]:
    return {row["name"]: row["full"] for row in read_rows("org_central") if row["full"]}


def _central(text: str, name: str) -> str | None:
    """The full name of a national body known by a short form, where the page prints it: 最高法."""
    full = _central_names().get(name)
    return full if full and full != name and full in text else None


def _as_printed(raw: str, text: str, name: str | None) -> str | None:
    """A name in the page's own script, where the page prints it: 恒濟控股有限公司."""
    at = text.find(name) if name and raw != text else -1
    return raw[at : at + len(name)] if name and at >= 0 else name


@Language.component("newsextract_link")
def link(doc: Doc) -> Doc:
    """Set ``canonical`` of bodies and ``entity`` of people, bodies and places."""
    text = norm_text(doc)
    deixis = Deixis(doc)
    spans = list(mentions_of(doc, "ORG"))
    values = [carried_by(doc, s.start_char, s.end_char, "value") or {} for s in spans]
    bodies = [
        Body(s.start, text[s.start : s.end], value.get("canonical")) for s, value in zip(spans, values, strict=True)
    ]
    index = Bodies(bodies, deixis)
    known: dict[tuple[str, str, str | None], int] = {}
    entities: list[dict[str, Any]] = []

    def entity(kind: str, name: str, code: str | None = None) -> int:
        key = (kind, name, code)
        if key not in known:
            known[key] = len(entities)
            entities.append({"type": kind, "name": name, "code": code})
        return known[key]

    for span, body, value in zip(spans, bodies, values, strict=True):
        full = index.canonical(body) or _central(text, body.text)
        full = _as_printed(raw_text(doc), text, full)
        start, end = span.start_char, span.end_char
        carry(doc, start, end, "value", {**value, "canonical": full})
        carry(doc, start, end, "entity", entity("ORG", full or body.text))
    for span in mentions_of(doc, "PLACE", "PERSON"):
        start, end = span.start_char, span.end_char
        code = (carried_by(doc, start, end, "value") or {}).get("code")
        name = name_of(code, deixis.year) if code else None
        carry(doc, start, end, "entity", entity(span.label_, name or text[start:end], code))
    doc._.entities = entities
    return doc
