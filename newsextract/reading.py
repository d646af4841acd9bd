"""Layout → Docs: the articles in reading order, then the furniture, each with the page offsets of its characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import set_gaps, set_raw_text
from newsextract.frame import PageFrame
from newsextract.page.layout import BlockDraft, Layout
from newsextract.page.text import CleanText

__all__ = ["Reading", "read"]


@dataclass(slots=True)
class Reading:
    """A Doc and where its characters stand on the page.

    Args:
        doc: characters as tokens; zones and frame set.
        clean: the Doc's text with its page offsets.
        articles: for each article of the Doc its index in the layout and its [start, end) in the Doc.
    """

    doc: Doc
    clean: CleanText
    articles: list[tuple[int, int, int]]


def _sentences_whole(blocks: list[BlockDraft]) -> list[BlockDraft]:
    """Put the words and credits of a picture that cut a sentence behind it, so that cut names come together."""
    ordered: list[BlockDraft] = []
    pictures: list[BlockDraft] = []
    for block in blocks:
        if block.role in ("caption", "byline"):
            pictures.append(block)
            continue
        if not block.joins:
            ordered += pictures
            pictures = []
        ordered.append(block)
    return ordered + pictures


def _runs(layout: Layout) -> Iterator[tuple[int, list[BlockDraft]]]:
    for number, article in enumerate(layout.articles):
        yield number, _sentences_whole([layout.blocks[n] for n in article.order])
    for block in layout.blocks:
        if block.article is None:
            yield -1, [block]


def _gaps(clean: CleanText, page: str) -> bytes:
    """Mark the characters before which the page prints a blank that is no line end."""
    marks = bytearray(len(clean))
    for at in clean.breaks():
        before, here = clean.offsets[at - 1], clean.offsets[at]
        if here > before + 1 > 0 and (between := page[before + 1 : here]).isspace() and "\n" not in between:
            marks[at] = 1
    return bytes(marks)


def read(layout: Layout, frame: PageFrame, nlp: Language, *, limit: int) -> Iterator[Reading]:
    """Make the Docs of a page: one, or several where the page is longer than ``limit`` characters.

    Blocks are set apart by a line end, a block that joins the one before it by nothing. A Doc is cut between
    articles where that is possible, else between blocks, else anywhere.
    """
    parts: list[CleanText | str] = []
    zones: list[list[object]] = []
    articles: list[tuple[int, int, int]] = []
    at = 0

    def flush() -> Reading:
        nonlocal at
        clean = CleanText.join(parts)
        doc = nlp.make_doc(clean.text)
        set_raw_text(doc, clean.text)
        set_gaps(doc, _gaps(clean, layout.page))
        doc._.zones = list(zones)
        doc._.frame = {
            "published": frame.published.isoformat() if frame.published else None,
            "year": frame.year,
            "region": frame.region,
            "duplicates": [n for n, a in enumerate(layout.articles) if a.duplicate_of is not None],
        }
        reading = Reading(doc, clean, list(articles))
        parts.clear()
        zones.clear()
        articles.clear()
        at = 0
        return reading

    for number, blocks in _runs(layout):
        size = sum(len(b.clean) + 1 for b in blocks)
        if at and at + size > limit:
            yield flush()
        begun = at
        for block in blocks:
            for piece in range(0, len(block.clean), limit):
                clean = block.clean[piece : piece + limit]
                joins = block.joins or piece > 0
                if at > begun and at + len(clean) > limit:
                    if number >= 0:
                        articles.append((number, begun, at))
                    yield flush()
                    begun = 0
                opens = at == begun
                if at and (opens or not joins):
                    parts.append("\n")
                    at += 1
                    begun += opens
                parts.append(clean)
                zones.append([at, at + len(clean), block.role, number, joins])
                at += len(clean)
        if number >= 0 and at > begun:
            articles.append((number, begun, at))
    if parts:
        yield flush()
