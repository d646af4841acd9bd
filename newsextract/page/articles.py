"""Pieces → articles: a walk over the page that gives every piece to a story."""

from __future__ import annotations

import re
from collections.abc import Container, Set

from newsextract.page.blocks import Piece
from newsextract.page.bylines import Credit, caption_credit
from newsextract.page.cohesion import grams, overlap, shared
from newsextract.page.runs import NUMBERED, Headings
from newsextract.page.stories import Story

__all__ = ["build_stories"]

#: A document's distribution list stands behind no more attachments than this.
_RECENT = 60
#: Share of a picture's words that stand in the story which it belongs to.
_AKIN = 0.08
#: Share of a picture's pairs of characters that stand in any story of the same town.
_CHANCE = 0.2
_DAY = re.compile(r"\d{1,2}月\d{1,2}日")


def _told(text: str) -> str:
    """What a picture's words say without the credit at their end."""
    return text[: text.rfind("。") + 1] or text if caption_credit(text).names else text


class _Builder(Headings):
    """Walks over a page's pieces once and gives each to a story."""

    def build(self) -> list[Story]:
        n = 0
        while n < len(self.pieces):
            n = self._step(n)
        for story in self.waiting:
            if not story.bodies:
                self._rehome(story)
        return [s for s in self.stories if s.pieces]

    def _step(self, n: int) -> int:
        piece = self.pieces[n]
        if piece.role == "furniture":
            return n + 1
        if self._heads(n):
            end = n
            while end < len(self.pieces) and (self._heads(end) or self._skips(end)) and not self._descends(n, end):
                end += 1
            while self.pieces[end - 1].role == "furniture":
                end -= 1
            self._run([i for i in range(n, end) if self.pieces[i].role != "furniture"], end)
            return end
        if piece.role == "byline":
            self._byline(n)
        elif piece.role == "caption":
            self._caption(n)
        elif piece.role in ("cc", "imprint", "note") or self._lists_attachments(n):
            self._give(n, self._main_document() or self._some())
        elif piece.role == "body":
            self._body(n)
        else:
            story = self._some()
            self._give(n, story)
            story.document = True
            if piece.role == "issue_date":
                story.signed = bool(story.bodies)
        return n + 1

    def _descends(self, first: int, n: int) -> bool:
        """Whether the first numbered heading stands here, below a title."""
        return n > first and bool(NUMBERED.match(self.pieces[n].text)) and not NUMBERED.match(self.pieces[n - 1].text)

    def _skips(self, n: int) -> bool:
        """Whether a page number stands inside a run of headings."""
        return self.pieces[n].role == "furniture" and n + 1 < len(self.pieces) and self._heads(n + 1)

    def _byline(self, n: int) -> None:
        story = self._some()
        if n and self.pieces[n - 1].article >= 0 and self.pieces[n - 1].role == "caption":
            story = self.stories[self.pieces[n - 1].article]
        self._give(n, story)
        credit = self.credits[n]
        if story.bodies and not story.open and (credit.reporters or credit.correspondents or credit.source):
            story.closed = n + 1 >= len(self.pieces) or self._heads(n + 1)

    def _caption(self, n: int) -> None:
        """Give the words of a picture to the story that they share words with, else make them an article."""
        piece = self.pieces[n]
        if n and self.pieces[n - 1].role == "caption" and self.pieces[n - 1].article >= 0:
            self._give(n, self.stories[self.pieces[n - 1].article])
            return
        current = self.current
        if current is not None and not current.bodies and current not in self.waiting:
            self._give(n, current)
            return
        triples = grams(_DAY.sub("，", _told(piece.text)), 3)  # pictures of one day need not tell one story
        near = [s for s in (current, *self._alive()) if s is not None]
        # A picture that is a story of its own tells it in sentences; one of an article's pictures has a line below it.
        line = piece.text.count("。") <= 1
        # A picture with a photographer of its own that shares no words with the stories beside it is told for itself.
        credit = self.credits.get(n + 1) or caption_credit(piece.text)
        authors = {name for s in near[:1] for i in s.pieces if i in self.credits for name in self.credits[i].names}
        credited = bool(credit.photographers) and authors.isdisjoint(credit.photographers)
        credited = credited and bool(near) and self._stranger(piece.text, near[0])
        if near and line and near[0].open and not credited:
            best: Story | None = near[0]
        else:
            best = next(
                (s for s in near if self._akin(triples, s)), near[0] if near and line and not credited else None
            )
        if best is not None:
            self._give(n, best)
            return
        if current is None:
            self._give(n, self._new())
            return
        story = Story(len(self.stories))
        self.stories.append(story)
        self._give(n, story)

    def _stranger(self, text: str, story: Story) -> bool:
        """Whether a picture's words have nothing to do with the story around it: neither words nor the day.

        Pictures from the archive stand for articles, never for themselves.
        """
        told = _told(text)
        day = _DAY.search(told)
        # The day in a dateline is that of the page; what happened on it need not be the same.
        same = day is not None and day[0] in story.text and not any(day[0] + sent in story.text for sent in "电讯")
        if told.startswith("图") or "资料" in text or same:
            return False
        told = _DAY.sub("，", told)
        if any(grams(told, 2) & grams(self.pieces[i].text, 2) for i in story.heads):
            return False
        return not grams(told, 3) & story.triples and overlap(told, story.text) < _CHANCE

    def _akin(self, triples: Set[str], story: Story) -> bool:
        """Whether a picture's words and a story share more than a name; a story further off must share more."""
        least = _AKIN if story is self.current else 2 * _AKIN
        return shared(triples, story.triples) >= least and len(triples & story.triples) > 2

    def _lists_attachments(self, n: int) -> bool:
        """Whether the list of what is attached stands at the end of the whole, with whom it is sent to."""
        if self.pieces[n].role != "attachment":
            return False
        after = next((p for p in self.pieces[n + 1 :] if p.role != "furniture"), None)
        return after is not None and after.role in ("cc", "imprint")

    def _main_document(self) -> Story | None:
        """The document that distribution lists and imprints at the end belong to: not one of its attachments."""
        found = (s for s in reversed(self.stories[-_RECENT:]) if s.official and not s.attached)
        return next(found, None)


def build_stories(pieces: list[Piece], credits: dict[int, Credit], known: Container[str]) -> list[Story]:
    """Put a page's pieces together into stories.

    Args:
        pieces: with their own roles marked; their article, crosshead roles and joins are set here.
        credits: by number of their piece.
        known: strings that stand on the page (``Strings``).
    """
    return _Builder(pieces, credits, known).build()
