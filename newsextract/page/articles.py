"""Pieces → articles: which heading names which text, and which column goes on with which."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsextract.page.blocks import Piece
from newsextract.page.bylines import Credit
from newsextract.page.cohesion import grams, join_score, overlap, repeated, shared
from newsextract.page.signs import ends_open, layout_words, starts_paragraph

__all__ = ["Story", "build_stories"]

#: Stories that a column may still go on with.
_ALIVE = 4
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}[章节部]|[●■◆▲★◎○□▌▶►]|\d{1,2}[.、．](?!\d)|Q\d?[:：]|[①-⑳]|附?[表图]\s?[\d一二三四五六七八九十])"
)
#: How much of a text says what it is about.
_LEAD = 400
#: How long a crosshead is, as a share of its story's shortest heading; how long that is where the story has none.
_SHORT = 0.7
_SHORTER = 0.5
_TITLE = 12
#: A paragraph that stands in a story almost whole is that story printed again, not its next paragraph.
_REPRINT = 0.9
#: How many of a story's recurring strings bring a paragraph back to it.
_RETURN = 4
#: Share of a picture's words that stand in the story which it belongs to.
_AKIN = 0.08
#: No paragraph of a list is longer than this.
_LINE = 30


@dataclass(slots=True)
class Story:
    """An article in the making: its pieces in page order and what is known of its text so far."""

    number: int
    pieces: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    pairs: set[str] = field(default_factory=set)
    triples: set[str] = field(default_factory=set)
    themes: set[str] = field(default_factory=set)
    crossheads: list[str] = field(default_factory=list)
    width: float = 0.0
    last: str = ""
    document: bool = False
    attached: bool = False
    signed: bool = False
    closed: bool = False

    @property
    def open(self) -> bool:
        """Whether its text breaks off in mid-sentence."""
        return bool(self.last) and ends_open(self.last)


def _as_wide(piece: Piece, story: Story) -> bool:
    return abs(piece.width - story.width) <= max(1.5, 0.12 * story.width)


def _alike(a: str, b: str) -> bool:
    """Whether two headings look like a series: as long as each other, or ending alike."""
    return abs(len(a) - len(b)) <= 1 or (a[-1] == b[-1] and a[-1] in "？?！!")


class _Builder:
    """Walks over a page's pieces once and gives each to a story."""

    def __init__(self, pieces: list[Piece], credits: dict[int, Credit], known: set[str]) -> None:
        self.known = known
        self.pieces = pieces
        self.credits = credits
        self.stories: list[Story] = []
        self.current: Story | None = None
        self.waiting: list[Story] = []  # headings whose text has not come yet
        self.levels = {p.level for p in pieces if p.level}

    # -- the walk

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
        elif piece.role in ("cc", "imprint", "note"):
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

    def _heads(self, n: int) -> bool:
        """Whether a piece stands above an article: headings, section names, and the head of a document."""
        piece = self.pieces[n]
        if piece.role in ("section", "issuer", "doc_number"):
            return True
        if piece.role == "attachment":
            return len(piece.text) <= 5
        return piece.heading and piece.role == "body"

    def _descends(self, first: int, n: int) -> bool:
        """Whether the first numbered heading stands here, below a title."""
        return n > first and bool(_NUMBERED.match(self.pieces[n].text)) and not _NUMBERED.match(self.pieces[n - 1].text)

    def _skips(self, n: int) -> bool:
        """Whether a page number stands inside a run of headings."""
        return self.pieces[n].role == "furniture" and n + 1 < len(self.pieces) and self._heads(n + 1)

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

    def _alive(self) -> list[Story]:
        """Stories that may go on, the latest first."""
        found = [s for s in self.stories[-_ALIVE - len(self.waiting) :] if s.bodies and not s.closed and not s.document]
        if self.current is not None and self.current.bodies and self.current not in found:
            found.append(self.current)
        return sorted(found, key=lambda s: s.bodies[-1], reverse=True)

    # -- running text

    def _body(self, n: int) -> None:
        piece = self.pieces[n]
        story = self._story_of(n)
        if piece.role == "body" and story.bodies and story.open and not piece.opening:
            piece.joins = story.bodies[-1] != n and self._continues(story, piece)
        self._take(n, story)

    def _continues(self, story: Story, piece: Piece) -> bool:
        return not (starts_paragraph(piece.text) or self._listed(story, piece))

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
        story.pairs |= grams(piece.text, 2)
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
        if self.current is not None and not self.current.bodies and self.current not in self.waiting:
            return self.current
        alive = self._alive()
        if not alive:
            return self.current or self._new()
        if self.current is not None and (self.current.document or self.current.signed):
            return self.current
        current = self.current
        if len(alive) == 1 or current is None:
            return alive[0]
        fits = bool(not piece.width or not current.width or _as_wide(piece, current))
        scores = [self._fit(s, piece) for s in alive]
        best = alive[scores.index(max(scores))]
        if best is current or not current.bodies:
            return best
        # Text stays in its column unless the column is another's, or a sentence broken off elsewhere goes on here.
        joined = best.open and join_score(best.last, piece.text, self.known) >= 2
        return best if not fits or joined or self._returns(best, current, piece) else current

    def _returns(self, story: Story, current: Story, piece: Piece) -> bool:
        """Whether a paragraph has nothing of the story before it and much of another one."""
        triples = grams(piece.text[:_LEAD], 3)
        return not current.open and not triples & current.themes and len(triples & story.themes) >= _RETURN

    def _opened(self, n: int) -> Story:
        """The story that an opening begins: the one whose headings wait for it, else one without headings yet."""
        if (
            self.current is not None
            and not self.current.bodies
            and self.current.heads
            and self.current not in self.waiting
        ):
            return self.current
        pairs = grams(self.pieces[n].text, 2)
        best = max(self.waiting, key=lambda s: self._match(s.heads, pairs), default=None)
        if best is not None and self._match(best.heads, pairs) > 0.3:
            return best
        if self.current is not None and not self.current.bodies:
            return self.current
        return self._new()

    def _fit(self, story: Story, piece: Piece) -> float:
        """How well a piece of running text goes on with a story."""
        score = 1.0 if story is self.current else 0.0
        if piece.width and story.width:
            score += 1.0 if _as_wide(piece, story) else -2.5
        alike = shared(grams(piece.text, 3), story.triples)
        score += 4 * min(alike, 0.5) if alike < _REPRINT else -2.0
        if story.open:
            score += min(join_score(story.last, piece.text, self.known), 4.0)
        elif not starts_paragraph(piece.text) and piece.text.startswith(layout_words("continues")):
            score -= 1
        return score

    # -- headings

    def _match(self, heads: list[int], pairs: set[str]) -> float:
        """How well headings name a text: of the best of them."""
        named = [i for i in heads if self.pieces[i].role == "body"]
        return max((overlap(self.pieces[i].text, pairs) for i in named), default=0.0)

    def _next_body(self, n: int) -> int | None:
        while n < len(self.pieces) and self.pieces[n].role in ("furniture", "byline", "addressee"):
            n += 1
        return n if n < len(self.pieces) and self.pieces[n].role in ("body", "caption") and not self._heads(n) else None

    def _lead(self, n: int) -> str:
        """The beginning of the running text at ``n``, over its column's end."""
        parts: list[str] = []
        while n < len(self.pieces) and sum(map(len, parts)) < _LEAD and not self._heads(n):
            if self.pieces[n].role == "body":
                parts.append(self.pieces[n].text)
            n += 1
        return "".join(parts)

    def _run(self, run: list[int], end: int) -> None:
        """Give a run of headings to the text before or behind it."""
        after = self._next_body(end)
        before = self._headless()
        if before is not None:
            split = self._split_run(run, before, after)
            for i in run[:split]:
                self._give(i, before)
                before.heads.append(i)
            if split:
                before.closed = after is not None and self.pieces[after].opening
            run = run[split:]
        if not run:
            return
        if after is None and self._after_last(end):
            self._leftover(run)
            return
        verdict = self._verdict(run, after, end)
        if verdict == "new":
            story = self._new()
            for i in run:
                self._give(i, story)
                story.heads.append(i)
            self._documentary(story, run)
            return
        if verdict == "wait":
            story, current = Story(len(self.stories)), self.current
            self.stories.append(story)
            for i in run:
                self._give(i, story)
                story.heads.append(i)
            self.waiting = [*self.waiting[-_ALIVE:], story]
            self.current = current
            return
        story = self._some()
        if after is not None and self.pieces[after].role == "body" and len(self._alive()) > 1:
            story = self._story_of(after)
        for i in run:
            self._give(i, story)
            if self.pieces[i].role == "body":
                self.pieces[i].role = "crosshead"
                story.crossheads.append(self.pieces[i].text)
        if after is not None:
            self.current = story

    def _after_last(self, end: int) -> bool:
        return not any(p.role in ("body", "addressee") for p in self.pieces[end:])

    def _leftover(self, run: list[int]) -> None:
        """Headings behind the last text: of the story that they name best."""
        pairs_of = [(self._match(run, s.pairs), s.number) for s in self.stories if s.bodies]
        best = max(pairs_of, default=(0.0, -1))
        story = self.stories[best[1]] if best[1] >= 0 else self._some()
        for i in run:
            self._give(i, story)
            if self._headings_of(story) and self.pieces[i].role == "body":
                self.pieces[i].role = "crosshead"
            else:
                story.heads.append(i)

    def _headings_of(self, story: Story) -> bool:
        return any(self.pieces[i].role == "body" and self.pieces[i].heading for i in story.heads)

    def _headless(self) -> Story | None:
        """The latest story whose text began with no heading above it."""
        for story in self._alive():
            if not self._headings_of(story) and not story.document and self.pieces[story.bodies[0]].opening:
                return story
        return None

    def _split_run(self, run: list[int], before: Story, after: int | None) -> int:
        """How many headings of the run name the text before it rather than the text behind it."""
        if after is None:
            return len(run)
        lead = grams(self._lead(after), 2)
        credited = any(self.pieces[i].role == "byline" for i in range(run[-1] + 1, after))
        best, best_score = 0, -1.0
        for cut_at in range(len(run) + 1):
            if cut_at == len(run) and (credited or not self.pieces[after].opening):
                continue
            if 0 < cut_at < len(run) and self.pieces[run[cut_at - 1]].text.endswith(layout_words("kicker_end")):
                continue
            own = [overlap(self.pieces[i].text, before.pairs) for i in run[:cut_at]]
            rest = [overlap(self.pieces[i].text, lead) for i in run[cut_at:]]
            score = sum(own) + sum(rest) - (0.4 if cut_at == 0 else 0.0) - (0.2 if not rest else 0.0)
            if score > best_score:
                best, best_score = cut_at, score
        return best

    def _documentary(self, story: Story, run: list[int]) -> None:
        roles = {self.pieces[i].role for i in run}
        story.document = bool(roles & {"doc_number", "issuer", "attachment"}) or any(
            self.pieces[i].text.endswith(layout_words("document_end")) and "关于" in self.pieces[i].text for i in run
        )
        story.attached = "attachment" in roles
        if story.document and self.pieces[run[-1]].heading and self.current is not None:
            self.current = story

    def _verdict(self, run: list[int], after: int | None, end: int) -> str:
        """Whether a run of headings begins an article, waits for its text, or stands inside the current one."""
        story = self.current
        pieces = [self.pieces[i] for i in run]
        heads = [p for p in pieces if p.role == "body"]
        numbered = (
            bool(heads) and all(p.level >= 3 or _NUMBERED.match(p.text) for p in heads) and len(heads) == len(pieces)
        )
        if story is not None and numbered and not story.signed:
            return "inside"
        if story is None or (not story.bodies and story not in self.waiting):
            return "new"
        if any(p.role in ("doc_number", "issuer", "attachment") for p in pieces):
            return "new"
        if story.signed:
            return "new"
        follower = self.pieces[after] if after is not None else None
        if follower is not None and self._interrupts(run, follower, story):
            return "wait"
        if follower is not None and follower.opening:
            return "new"
        if any(self.pieces[i].role in ("byline", "addressee") for i in range(run[-1] + 1, after or end)):
            return "new"
        if any(p.role == "section" for p in pieces) or len(heads) > 1 or any(p.level == 1 for p in heads):
            return "new"
        if heads and heads[0].level == 2:
            return "inside" if 1 in self.levels else "new"
        if story.closed or follower is None or not heads:
            return "new"
        return self._by_topic(heads[0], follower)

    def _interrupts(self, run: list[int], follower: Piece, story: Story) -> bool:
        """Whether the text behind the headings goes on with the sentence before them."""
        return (
            story.open
            and follower.role == "body"
            and not follower.opening
            and join_score(story.last, follower.text, self.known) >= 2
            and self._match(run, grams(follower.text, 2)) < 0.6
        )

    def _by_topic(self, head: Piece, follower: Piece) -> str:
        """Whether one bare heading goes on with the subject of a story that is under way.

        A crosshead takes up what its story keeps coming back to, is short, and looks like the crossheads before it;
        a headline says what the text below it says.
        """
        current = self.current
        alive = self._alive()
        if follower.width and current is not None and current.width and not _as_wide(follower, current):
            alive = [s for s in alive if s.width and _as_wide(follower, s)]
        else:
            alive = [s for s in alive if s is current]
        text = grams(head.text + "。" + follower.text[:_LEAD], 3)
        own = overlap(head.text, grams(follower.text[:_LEAD], 2))
        best = 0.0
        for story in alive:
            titles = [len(self.pieces[i].text) for i in story.heads if self.pieces[i].heading]
            size = len(head.text) / (min(titles) if titles else _TITLE)
            score = 0.5 * (min(len(text & story.themes), 6) - 1) - 1.5 * own * min(1.0, len(head.text) / 12)
            score += (size <= _SHORT) + (size <= _SHORTER)
            score += 1.0 if any(_alike(head.text, c) for c in story.crossheads) else 0.0
            best = max(best, score)
        return "inside" if best > 0 else "new"

    # -- credits and pictures

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
        triples = grams(piece.text, 3)
        near = [s for s in (current, *self._alive()) if s is not None]
        # A picture that is a story of its own tells it in sentences; one of an article's pictures has a line below it.
        line = piece.text.count("。") <= 1
        if near and line and near[0].open:
            best: Story | None = near[0]
        else:
            best = next((s for s in near if shared(triples, s.triples) >= _AKIN), near[0] if near and line else None)
        if best is not None:
            self._give(n, best)
            return
        if current is None:
            self._give(n, self._new())
            return
        story = Story(len(self.stories))
        self.stories.append(story)
        self._give(n, story)

    # -- the ends of documents

    def _main_document(self) -> Story | None:
        """The document that distribution lists and imprints at the end belong to: not one of its attachments."""
        for story in reversed(self.stories):
            roles = {self.pieces[i].role for i in story.pieces}
            if not story.attached and roles & {"doc_number", "addressee", "issuer", "signature"}:
                return story
        return None

    def _rehome(self, story: Story) -> None:
        """Give headings whose text never came to the story that they name best."""
        others = [s for s in self.stories if s is not story and s.bodies]
        best = max(others, key=lambda s: (not self._headings_of(s), self._match(story.heads, s.pairs)), default=None)
        if best is None:
            return
        for i in story.pieces:
            self._give(i, best)
            best.heads.append(i)
        best.pieces.sort()
        story.pieces = []


def build_stories(pieces: list[Piece], credits: dict[int, Credit], known: set[str]) -> list[Story]:
    """Put a page's pieces together into stories.

    Args:
        pieces: with their own roles marked; their article, crosshead roles and joins are set here.
        credits: by number of their piece.
        known: strings that stand on the page (``known_strings``).
    """
    return _Builder(pieces, credits, known).build()
