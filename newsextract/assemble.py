"""Layout and annotated Docs → the Page of the contract: offsets mapped back, ids made, references resolved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from newsextract.doc import carried_by, mentions_of
from newsextract.frame import PageFrame
from newsextract.model.ids import entity_id, fact_id, part_id
from newsextract.model.page import Article, Block, Entity, ExtractorInfo, Page, Source
from newsextract.page.layout import Layout
from newsextract.page.text import INSERTED, CleanText, page_spans
from newsextract.reading import Reading
from newsextract.sentences import sentence_spans

__all__ = ["assemble"]

#: Fields of a fact that say where it stands, not what it says.
_PLACE_OF_FACT = ("kind", "article", "spans", "evidence", "sentence")


class _Assembly:
    """One page under assembly."""

    def __init__(self, identity: str, layout: Layout) -> None:
        self.identity = identity
        self.layout = layout
        self.article_ids = [
            part_id(identity, "article", [(layout.blocks[n].start, layout.blocks[n].end) for n in sorted(a.order)])
            for a in layout.articles
        ]
        self.texts: list[CleanText] = [CleanText("", ())] * len(layout.articles)
        self.sentences: list[list[tuple[int, int]]] = [[] for _ in layout.articles]
        self.mentions: list[dict[str, Any]] = []
        self.facts: list[dict[str, Any]] = []
        self.entities: dict[tuple[str, str, str | None], Entity] = {}

    def blocks(self) -> list[Block]:
        return [
            Block(
                id=part_id(self.identity, "block", [(b.start, b.end)]),
                start=b.start,
                end=b.end,
                role=b.role,
                article=None if b.article is None else self.article_ids[b.article],
                joins=b.joins,
            )
            for b in self.layout.blocks
        ]

    def articles(self) -> list[Article]:
        made = []
        for n, a in enumerate(self.layout.articles):
            made.append(
                Article(
                    id=self.article_ids[n],
                    kind=a.kind,
                    headline=a.headline,
                    kicker=a.kicker,
                    subhead=a.subhead,
                    section=a.section,
                    reporters=a.reporters,
                    correspondents=a.correspondents,
                    photographers=a.photographers,
                    order=None if a.order == sorted(a.order) else a.order,
                    duplicate_of=None if a.duplicate_of is None else self.article_ids[a.duplicate_of],
                    text=self.texts[n].text,
                    sentences=self.sentences[n],
                )
            )
        return made

    def add(self, reading: Reading) -> None:
        """Take over what one Doc gives."""
        breaks = reading.clean.breaks()
        runs = []
        for number, start, end in reading.articles:
            shift = len(self.texts[number]) - start  # an article cut over two Docs goes on where it stopped
            self.texts[number] = CleanText.join([self.texts[number], reading.clean[start:end]])
            self.sentences[number] += [
                (s + start + shift, e + start + shift) for s, e in sentence_spans(reading.clean.text[start:end])
            ]
            runs.append((start, end, number, shift))
        ids: dict[tuple[int, int], str] = {}
        doc = reading.doc
        entities = doc._.entities or []
        for span in mentions_of(doc):
            start, end = span.start_char, span.end_char
            spans = self._page_spans(reading, breaks, start, end)
            if not spans:
                continue
            label = span.label_
            mention: dict[str, Any] = {
                "id": part_id(self.identity, label, spans),
                "type": label,
                "text": reading.clean.text[start:end],
                "spans": spans,
                "value": carried_by(doc, start, end, "value"),
                "confidence": carried_by(doc, start, end, "confidence"),
                "evidence": carried_by(doc, start, end, "evidence") or [],
                **self._place(runs, start, end),
            }
            ids[start, end] = mention["id"]
            number = carried_by(doc, start, end, "entity")
            if number is not None:
                entity = self._entity(entities[number])
                entity.mentions.append(mention["id"])
                mention["entity"] = entity.id
            self.mentions.append(mention)
        for fact in reading.doc._.facts or ():
            self._add_fact(reading, breaks, runs, ids, fact)

    def _page_spans(self, reading: Reading, breaks: list[int], start: int, end: int) -> list[tuple[int, int]]:
        offsets = reading.clean.offsets
        n = bisect_right(breaks, start)
        if start < end and offsets[start] != INSERTED and (n == len(breaks) or breaks[n] >= end):
            return [(offsets[start], offsets[start] + end - start)]  # as for most mentions
        return page_spans(offsets[start:end], self.layout.page)

    def _place(self, runs: list[tuple[int, int, int, int]], start: int, end: int) -> dict[str, Any]:
        at = bisect_right(runs, start, key=itemgetter(0)) - 1
        if at >= 0:
            _, e, number, shift = runs[at]
            if start < e:
                where = (start + shift, end + shift)
                sentences = self.sentences[number]
                n = bisect_right(sentences, where[0], key=itemgetter(0)) - 1
                sentence = n if n >= 0 and where[0] < sentences[n][1] else None
                return {"article": self.article_ids[number], "article_span": where, "sentence": sentence}
        return {"article": None, "article_span": None, "sentence": None}

    def _entity(self, entry: dict[str, Any]) -> Entity:
        key = (entry["type"], entry["name"], entry.get("code"))
        if key not in self.entities:
            # Two people of one name are two people until something says otherwise; bodies and places are one row across pages.
            page = self.identity if entry["type"] == "PERSON" else None
            self.entities[key] = Entity(id=entity_id(*key, page), type=key[0], name=key[1], code=key[2])
        return self.entities[key]

    def _add_fact(
        self,
        reading: Reading,
        breaks: list[int],
        runs: list[tuple[int, int, int, int]],
        ids: dict[tuple[int, int], str],
        fact: dict[str, Any],
    ) -> None:
        spans = {
            field: [s for a, b in places for s in self._page_spans(reading, breaks, a, b)]
            for field, places in fact["spans"].items()
        }
        first = min((a for places in fact["spans"].values() for a, _ in places), default=0)
        place = self._place(runs, first, first)
        # The key of a fact is where it stands; what it says may be read better by a later version.
        key = [fact["kind"], *(f"{field}:{where}" for field, where in sorted(spans.items()))]
        self.facts.append(
            {
                **{k: v for k, v in fact.items() if k not in _PLACE_OF_FACT},
                "id": fact_id(self.identity, fact["kind"], key),
                "kind": fact["kind"],
                "article": place["article"],
                "sentence": place["sentence"],
                "evidence": [ids[a, b] for a, b in map(tuple, fact.get("evidence", ())) if (a, b) in ids],
                "spans": spans,
            }
        )


def assemble(
    *,
    identity: str,
    layout: Layout,
    frame: PageFrame,
    readings: Iterable[Reading],
    extractor: ExtractorInfo,
    source: Source,
    warnings: list[str],
) -> Page:
    """Make the Page: every mention and fact led back to its place on the decoded page."""
    assembly = _Assembly(identity, layout)
    for reading in readings:
        assembly.add(reading)
    unique = {f["id"]: f for f in assembly.facts}
    return Page.model_validate(
        {
            "extractor": extractor,
            "id": identity,
            "status": "ok" if layout.blocks else "empty",
            "warnings": warnings,
            "source": source,
            "published": frame.published,
            "published_basis": frame.published_basis,
            "region": frame.region,
            "region_basis": frame.region_basis,
            "text": layout.page,
            "blocks": assembly.blocks(),
            "articles": assembly.articles(),
            "mentions": sorted(assembly.mentions, key=lambda m: m["spans"]),
            "entities": list(assembly.entities.values()),
            "facts": list(unique.values()),
        }
    )
