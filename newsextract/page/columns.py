"""Running text: which story a column goes on with."""

from __future__ import annotations

from newsextract.page.blocks import Piece
from newsextract.page.cohesion import Strings, grams, join_score, repeated, shared
from newsextract.page.signs import ends_open, layout_words, starts_paragraph
from newsextract.page.stories import LEAD, Desk, Story, as_wide

__all__ = ["Columns"]

#: A paragraph that stands in a story almost whole is that story printed again, not its next paragraph.
_REPRINT = 0.9
#: How many of a story's recurring strings bring a paragraph back to it.
_RETURN = 4
#: Words of a picture are shorter than this.
_INSET = 80
#: Marks that begin sentences, not items.
_OPENING = frozenset("“‘（(《〈「『")
#: No paragraph of a list is longer than this.
_LINE = 30


class Columns(Desk):
    """Gives running text to stories."""

    def _body(self, n: int) -> None:
        piece = self.pieces[n]
        story = self._story_of(n)
        if self._cuts_in(n, story):
            piece.role = "caption"
            self._give(n, story)
            return
        if piece.role == "body" and story.bodies and story.open and not piece.opening:
            piece.joins = story.bodies[-1] != n and self._continues(story, piece)
        self._take(n, story)

    def _cuts_in(self, n: int, story: Story) -> bool:
        """Whether a short text complete in itself stands between the halves of a sentence: words of a picture."""
        piece = self.pieces[n]
        if (
            not story.open
            or piece.opening
            or ends_open(piece.text)
            or piece.text.count("。") > 2
            or len(piece.text) > _INSET
        ):
            return False
        if join_score(story.last, piece.text, self.known) > 0:
            return False
        after = next((p for p in self.pieces[n + 1 : n + 4] if p.role == "body" and not p.heading), None)
        return after is not None and not after.opening and join_score(story.last, after.text, self.known) >= 3

    def _continues(self, story: Story, piece: Piece) -> bool:
        if starts_paragraph(piece.text) or self._listed(story, piece):
            return False
        # Below a heading inside its story a paragraph begins, unless the heading tore a sentence apart.
        parted = self.pieces[story.pieces[-1]].role == "crosshead"
        return not parted or join_score(story.last, piece.text, self.known) >= 2

    def _listed(self, story: Story, piece: Piece) -> bool:
        """Whether both are lines of a list: short, each complete in itself."""
        last = self.pieces[story.bodies[-1]]
        if "。" in last.text or last.listed:
            return last.listed
        return (
            len(last.lines) == len(piece.lines) == 1
            and len(last.text) < _LINE
            and len(piece.text) < _LINE
            and "。" not in piece.text
        )

    def _take(self, n: int, story: Story) -> None:
        piece = self.pieces[n]
        self._give(n, story)
        story.bodies.append(n)
        story.last = piece.text
        if piece.width:
            story.width = piece.width
        story.text.add(piece.text)
        triples = grams(piece.text, 3)
        if not story.themes:
            for i in story.heads:
                story.themes |= grams(self.pieces[i].text, 3)
        story.themes |= (triples & story.triples) | repeated(piece.text, 3)
        story.triples |= triples
        story.closed = False
        self.current = story
        if story in self.waiting:
            self.waiting.remove(story)

    def _story_of(self, n: int) -> Story:
        piece = self.pieces[n]
        if piece.opening and not (piece.text[0] in "（(" and self.current is not None and self.current.open):
            return self._opened(n)
        alive = self._alive()
        if self.current is not None and not self.current.bodies and self.current not in self.waiting:
            return self._around_picture(piece, alive) or self.current
        if not alive:
            return self.current or self._new()
        if self.current is not None and (self.current.document or self.current.signed):
            return self.current
        current = self.current
        if len(alive) == 1 or current is None:
            return alive[0]
        if self._is_next_item(piece, current):
            return current
        fits = not current.width or as_wide(piece, current)
        scores = [self._fit(s, piece) for s in alive]
        best = alive[scores.index(max(scores))]
        if best is current or not current.bodies:
            return best
        # Text stays in its column unless the column is another's, or a sentence broken off elsewhere goes on here.
        joined = best.open and join_score(best.last, piece.text, self.known) >= 2
        return best if not fits or joined or self._returns(best, current, piece) else current

    def _is_next_item(self, piece: Piece, current: Story) -> bool:
        """Whether a paragraph bears the mark that the one before it bears: ▲…, ▲…."""
        mark = piece.text[0]
        if mark.isalnum() or mark in _OPENING or not current.bodies:
            return False
        return self.pieces[current.bodies[-1]].text[0] == mark

    def _around_picture(self, piece: Piece, alive: list[Story]) -> Story | None:
        """The story that goes on behind a picture which stands in it under a heading of its own."""
        shown = self.current is not None and any(self.pieces[i].role == "caption" for i in self.current.pieces)
        if not shown or self._headings_of(self.current or alive[0]):
            return None
        return next((s for s in alive[:1] if s.open and join_score(s.last, piece.text, self.known) >= 2), None)

    def _returns(self, story: Story, current: Story, piece: Piece) -> bool:
        """Whether a paragraph has nothing of the story before it and much of another one."""
        triples = grams(piece.text[:LEAD], 3)
        if current.open or len(current.bodies) < 2 or triples & current.triples:
            return False
        return len(triples & story.themes) >= _RETURN

    def _opened(self, n: int) -> Story:
        """The story that an opening begins: the one whose headings wait for it, else one without headings yet."""
        if (
            self.current is not None
            and not self.current.bodies
            and self.current.heads
            and self.current not in self.waiting
        ):
            return self.current
        text = Strings([self.pieces[n].text])
        best = max(self.waiting, key=lambda s: self._match(s.heads, text), default=None)
        if best is not None and self._match(best.heads, text) > 0.3:
            return best
        if self.current is not None and not self.current.bodies:
            return self.current
        return self._new()

    def _fit(self, story: Story, piece: Piece) -> float:
        """How well a piece of running text goes on with a story."""
        score = 1.0 if story is self.current else 0.0
        if story.width and not as_wide(piece, story):
            score -= 2.5
        elif story.width and piece.width:
            score += 1.0
        alike = shared(grams(piece.text, 3), story.triples)
        score += 4 * min(alike, 0.5) if alike < _REPRINT else -2.0
        if story.open:
            score += min(join_score(story.last, piece.text, self.known), 4.0)
        elif not starts_paragraph(piece.text) and piece.text.startswith(layout_words("continues")):
            score -= 1
        return score
