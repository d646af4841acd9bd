"""What a spaCy Doc of ours carries, and the few functions through which recognisers read it and propose mentions.

A Doc holds the clean text of a page's articles in reading order, one character a token, blocks set apart by line ends.
Everything it carries is JSON-safe (strings, numbers, lists, dicts), so that it survives ``to_bytes`` and spaCy's workers:

    doc._.frame       what the page says about itself: published (ISO date or None), region (GB/T 2260 code or None)
    doc._.zones       [[start, end, role, article, joins], …]: the blocks, in the Doc's order (article: -1 for furniture)
    doc._.facts       the facts found, as dicts (newsextract.facts)
    doc._.entities    [{"type", "name", "code"}, …] (newsextract.link)
    span._.value      the mention's normalised value, as a dict
    span._.confidence, span._.evidence, span._.entity (index into doc._.entities or None)
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, TypedDict

from spacy.tokens import Doc, Span, SpanGroup

from newsextract.folding import normalise
from newsextract.model.page import Role
from newsextract.tokenize import cut

__all__ = [
    "SPANS",
    "Candidate",
    "Frame",
    "Zone",
    "candidates",
    "carried_by",
    "carry",
    "frame_of",
    "gaps_of",
    "mentions_of",
    "norm_text",
    "normalise",
    "propose",
    "raw_text",
    "set_gaps",
    "set_raw_text",
    "word_starts",
    "zones_of",
]

#: Key of the span group that holds the settled mentions.
SPANS = "newsextract"

_CANDIDATES = "newsextract.candidates"
_NORM = "newsextract.norm"
_RAW = "newsextract.raw"
_WORDS = "newsextract.words"
_GAPS = "newsextract.gaps"

for _name, _default in (("frame", None), ("zones", None), ("facts", None), ("entities", None)):
    Doc.set_extension(_name, default=_default, force=True)
for _name, _default in (("value", None), ("confidence", 1.0), ("evidence", None), ("entity", None)):
    Span.set_extension(_name, default=_default, force=True)


class Frame(TypedDict):
    """What the page says about itself.

    ``year`` may be known where the day of publication is not; ``duplicates`` are the articles that repeat an earlier one,
    the facts of which are not stated again.
    """

    published: str | None
    year: int | None
    region: str | None
    duplicates: list[int]


class Candidate(TypedDict):
    """A proposed mention, before competing readings are settled."""

    start: int
    end: int
    label: str
    value: dict[str, Any]
    confidence: float
    evidence: list[str]
    by: str


class Zone(tuple[int, int, Role, int, bool]):
    """A block in the Doc: start, end, role, article (-1 for furniture), whether it joins the block before it."""

    __slots__ = ()

    @property
    def start(self) -> int:
        """First character, in the Doc."""
        return self[0]

    @property
    def end(self) -> int:
        """Behind the last character, in the Doc."""
        return self[1]

    @property
    def role(self) -> Role:
        """What the block is."""
        return self[2]

    @property
    def article(self) -> int:
        """Index of the article, -1 for furniture."""
        return self[3]

    @property
    def joins(self) -> bool:
        """Whether its text continues the block before it."""
        return self[4]


def raw_text(doc: Doc) -> str:
    """Return the Doc's text as printed; ``doc.text`` puts it together token by token at every call."""
    text = doc.user_data.get(_RAW)
    if text is None:
        text = doc.user_data[_RAW] = doc.text
    return str(text)


def set_raw_text(doc: Doc, text: str) -> None:
    """Keep the text that a Doc was made of, so that it is never put together again."""
    doc.user_data[_RAW] = text


def norm_text(doc: Doc) -> str:
    """Return the Doc's text for matching: of the same length, full-width and traditional forms folded."""
    text = doc.user_data.get(_NORM)
    if text is None:
        text = doc.user_data[_NORM] = normalise(raw_text(doc))
    return str(text)


def word_starts(doc: Doc) -> bytes:
    """One byte a character, and one more for the end: 1 where one of jieba's words begins."""
    mask = doc.user_data.get(_WORDS)
    if mask is None:
        text = norm_text(doc)
        flags = bytearray(len(text) + 1)
        for at in accumulate(map(len, cut(text)), initial=0):
            flags[at] = 1
        mask = doc.user_data[_WORDS] = bytes(flags)
    return bytes(mask)


def set_gaps(doc: Doc, gaps: bytes) -> None:
    """Keep where the page prints a blank before a character: one byte a character, 1 for a blank."""
    doc.user_data[_GAPS] = gaps


def gaps_of(doc: Doc) -> bytes:
    """One byte a character, 1 where the page prints a blank (no line end) before it; all 0 for a Doc that a user made."""
    return bytes(doc.user_data.get(_GAPS) or bytes(len(doc)))


def frame_of(doc: Doc) -> Frame:
    """Return the frame; an unframed Doc (one that a user made) knows neither date nor region."""
    frame: Frame | None = doc._.frame
    return frame or {"published": None, "year": None, "region": None, "duplicates": []}


def zones_of(doc: Doc) -> list[Zone]:
    """Return the blocks; a Doc that a user made is one body block of article 0."""
    if doc._.zones is None:
        return [Zone((0, len(doc), "body", 0, False))]
    return [Zone(z) for z in doc._.zones]


def candidates(doc: Doc) -> list[Candidate]:
    """Return the list of proposals so far; it can be appended to."""
    found: list[Candidate] = doc.user_data.setdefault(_CANDIDATES, [])
    return found


def propose(
    doc: Doc,
    start: int,
    end: int,
    label: str,
    value: dict[str, Any] | None = None,
    *,
    by: str,
    confidence: float = 0.9,
    evidence: list[str] | None = None,
) -> None:
    """Propose characters [start, end) of the Doc as a mention; newsextract.recognize.resolve settles who gets them."""
    candidates(doc).append(
        {
            "start": start,
            "end": end,
            "label": label,
            "value": value or {},
            "confidence": confidence,
            "evidence": evidence or [],
            "by": by,
        }
    )


def mentions_of(doc: Doc, *labels: str) -> Iterator[Span]:
    """Iterate over the settled mentions in the Doc's order, of the given types or of all."""
    group = doc.spans.get(SPANS)
    if group is None:
        return
    for label, span in _labelled(group, len(group)):
        if not labels or label in labels:
            yield span


def carried_by(doc: Doc, start: int, end: int, name: str) -> Any:
    """Return what the span [start, end) carries in one of our extensions; None where nothing was set.

    The key is the one that ``span._`` builds anew, with three objects, at every look-up.
    """
    carried: dict[Any, Any] = doc.user_data
    return carried.get(("._.", name, start, end))


def carry(doc: Doc, start: int, end: int, name: str, value: Any) -> None:
    """Set what the span [start, end) carries in one of our extensions, as ``span._`` would."""
    carried: dict[Any, Any] = doc.user_data
    carried["._.", name, start, end] = value


@functools.lru_cache(maxsize=1)
def _labelled(group: SpanGroup, size: int) -> tuple[tuple[str, Span], ...]:
    # spaCy makes every Span anew at each walk through a group; links, facts and assembly walk through the same one.
    return tuple((span.label_, span) for span in group)
