"""Articles in the making, and the desk on which they lie while a page is read."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from newsextract.page.blocks import Piece, line_width
from newsextract.page.bylines import Credit
from newsextract.page.cohesion import Strings, overlap
from newsextract.page.signs import ends_open

__all__ = ["LEAD", "Desk", "Story", "as_wide"]

#: Stories that a column may still go on with.
_ALIVE = 4
#: Parts that a document has for itself, not as an attachment of another.
_OFFICIAL = frozenset({"doc_number", "addressee", "issuer", "signature"})
#: How much of a text says what it is about.
LEAD = 400


@dataclass(slots=True)
class Story:
    """An article in the making: its pieces in page order and what is known of its text so far."""

    number: int
    pieces: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    text: Strings = field(default_factory=Strings)
    triples: set[str] = field(default_factory=set)
    themes: set[str] = field(default_factory=set)
    crossheads: list[str] = field(default_factory=list)
    width: float = 0.0
    last: str = ""
    document: bool = False
    attached: bool = False
    official: bool = False
    signed: bool = False
    closed: bool = False

    @property
    def open(self) -> bool:
        """Whether its text breaks off in mid-sentence."""
        return bool(self.last) and ends_open(self.last)


def as_wide(piece: Piece, story: Story) -> bool:
    """Whether a piece is set as wide as a story."""
    if not piece.width:
        # A single line may be short, but no longer than its column is wide.
        return not story.width or line_width(piece.text) <= 1.2 * story.width
    return abs(piece.width - story.width) <= max(1.5, 0.12 * story.width)


class Desk:
    """A page's pieces and the stories made of them so far, with what is asked of them all the time."""

    def __init__(self, pieces: list[Piece], credits: dict[int, Credit], known: Container[str]) -> None:
        self.known = known
        self.pieces = pieces
        self.credits = credits
        self.stories: list[Story] = []
        self.current: Story | None = None
        self.waiting: list[Story] = []  # headings whose text has not come yet
        self.levels = {p.level for p in pieces if p.level}

    def _heads(self, n: int) -> bool:
        """Whether a piece stands above an article: headings, section names, and the head of a document."""
        piece = self.pieces[n]
        if piece.role in ("section", "issuer", "doc_number"):
            return True
        if piece.role == "attachment":
            return len(piece.text) <= 5
        return piece.heading and piece.role == "body"

    def _some(self) -> Story:
        return self.current or self._new()

    def _new(self) -> Story:
        story = Story(len(self.stories))
        self.stories.append(story)
        self.current = story
        return story

    def _give(self, n: int, story: Story) -> None:
        self.pieces[n].article = story.number
        story.pieces.append(n)
        story.official = story.official or self.pieces[n].role in _OFFICIAL

    def _alive(self) -> list[Story]:
        """Stories that may go on, the latest first."""
        found = [s for s in self.stories[-_ALIVE - len(self.waiting) :] if s.bodies and not s.closed and not s.document]
        if self.current is not None and self.current.bodies and self.current not in found:
            found.append(self.current)
        return sorted(found, key=lambda s: s.bodies[-1], reverse=True)

    def _match(self, heads: list[int], text: Container[str]) -> float:
        """How well headings name a text: of the best of them."""
        named = [i for i in heads if self.pieces[i].role == "body"]
        return max((overlap(self.pieces[i].text, text) for i in named), default=0.0)

    def _next_body(self, n: int) -> int | None:
        while n < len(self.pieces) and self.pieces[n].role in ("furniture", "byline", "addressee"):
            n += 1
        return n if n < len(self.pieces) and self.pieces[n].role in ("body", "caption") and not self._heads(n) else None

    def _lead(self, n: int) -> str:
        """The beginning of the running text at ``n``, over its column's end."""
        parts: list[str] = []
        while n < len(self.pieces) and sum(map(len, parts)) < LEAD and not self._heads(n):
            if self.pieces[n].role == "body":
                parts.append(self.pieces[n].text)
            n += 1
        return "".join(parts)

    def _headings_of(self, story: Story) -> bool:
        return any(self.pieces[i].role == "body" and self.pieces[i].heading for i in story.heads)
