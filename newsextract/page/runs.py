"""Runs of headings: the article that they begin, the text above them that they name, or the story they divide."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise, product

from newsextract.page.blocks import Piece
from newsextract.page.cohesion import Strings, grams, join_score, overlap
from newsextract.page.columns import Columns
from newsextract.page.signs import is_round_up, layout_words
from newsextract.page.stories import LEAD, Story, as_wide

__all__ = ["NUMBERED", "Headings"]

#: How a heading inside an article is numbered or marked.
NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}[章节部]|[●■◆▲★◎○□▌▶►]|\d{1,2}[.、．](?!\d)|Q\d?[:：]|[①-⑳]|附?[表图]\s?[\d一二三四五六七八九十])"
)
#: How long a crosshead is, as a share of its story's shortest heading; how long that is where the story has none.
_SHORT = 0.7
_SHORTER = 0.5
_TITLE = 12
#: Share of a headline's pairs that stand in its own text's first paragraph, in nineteen of twenty; and how much
#: more of them may stand in the text below it where that is the same article.
_NAMED = 0.25
_MORE = 0.3
#: Crossheads of one story differ in length by no more.
_LIKE = 2
#: So many pieces ahead the next heading or author of a story is looked for.
_AHEAD = 30
#: Headings that wait for their text at one time.
_WAITING = 4
#: Headings that are dealt out at once, and what it counts that a text has one of its own.
_DEALT = 5
_OWN = 0.4
#: Share of a headline's pairs that the text of another article says at most.
_UNSAID = 0.1


def _alike(a: str, b: str) -> bool:
    """Whether two headings look like a series: as long as each other, or ending alike."""
    return abs(len(a) - len(b)) <= 1 or (a[-1] == b[-1] and a[-1] in "？?！!")


class Headings(Columns):
    """Gives headings to stories."""

    def _run(self, run: list[int], end: int) -> None:
        """Give a run of headings to the text before or behind it."""
        after = self._next_body(end)
        run = self._deal(run, after)
        if not run:
            return
        if run and after is not None:
            run = self._above_items(run)
        before = self._headless()
        if before is not None:
            split = len(run) if self._names_above(run, before, after) else self._split_run(run, before, after)
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
            self.waiting = [*self.waiting[-_WAITING:], story]
            self.current = current
            return
        story = self._some()
        if verdict == "inside" and self._torn(run, story):
            self.pieces[run[0]].heading = False
            self._body(run[0])
            return
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
        pairs_of = [(self._match(run, s.text), s.number) for s in self.stories if s.bodies]
        best = max(pairs_of, default=(0.0, -1))
        story = self.stories[best[1]] if best[1] >= 0 else self._some()
        headed = self._headings_of(story)
        for i in run:
            self._give(i, story)
            if headed and self.pieces[i].role == "body":
                self.pieces[i].role = "crosshead"
            else:
                story.heads.append(i)

    def _headless(self) -> Story | None:
        """The latest story whose text began with no heading above it."""
        return next(iter(self._all_headless()), None)

    def _all_headless(self) -> list[Story]:
        """The stories whose text began with no heading above it, the latest first."""
        return [
            story
            for story in self._alive()
            if not self._headings_of(story) and not story.document and self.pieces[story.bodies[0]].opening
        ]

    def _deal(self, run: list[int], after: int | None) -> list[int]:
        """Deal a run of headings out to several texts that stand above it without any; return those of the next text.

        Every text has one headline, and a headline says what its text says.
        """
        texts = self._all_headless()
        units: list[list[int]] = []
        glued = False
        for i in run:
            text = self.pieces[i].text
            if not (glued or (units and text.startswith(layout_words("subhead_start")))):
                units.append([])
            units[-1].append(i)
            glued = text.endswith(layout_words("kicker_end")) or self.pieces[i].role == "section"
        if len(texts) < 2 or not 1 < len(units) <= _DEALT:
            return run
        told: list[Container[str]] = [s.text for s in texts]
        lead = after is not None and self.pieces[after].role == "body"
        if after is not None and lead:
            told.append(Strings([self._lead(after)]))
        below = len(texts)
        needs = after is not None and lead and self._claims(run, after)
        alike = [[self._match(unit, text) for text in told] for unit in units]
        best: tuple[int, ...] = ()
        best_score = 0.0
        for deal in product(range(len(told)), repeat=len(units)):
            # The headings of the text below stand last.
            if (needs and deal[-1] != below) or any(a == below != b for a, b in pairwise(deal)):
                continue
            score = sum(row[n] for row, n in zip(alike, deal, strict=True)) + _OWN * len(set(deal))
            if score > best_score:
                best, best_score = deal, score
        if len(set(best) - {below}) < 2:
            return run
        rest: list[int] = []
        for unit, n in zip(units, best, strict=True):
            if n == below:
                rest += unit
                continue
            for i in unit:
                self._give(i, texts[n])
                texts[n].heads.append(i)
        return rest

    def _above_items(self, run: list[int]) -> list[int]:
        """Give headings above the name of a column of items to the end of the text before, where they name only that.

        The items have the column's name; a headline above it stands below its text, which began without a dateline.
        """
        columns = [
            n for n, i in enumerate(run) if self.pieces[i].role == "section" and is_round_up(self.pieces[i].text)
        ]
        story = self.current
        if not columns or not columns[0] or story is None or not self._headings_of(story) or story.document:
            return run
        heads = run[: columns[0]]
        if any(self.pieces[i].role != "body" for i in heads):
            return run
        named = [self._match(heads, Strings([self.pieces[i].text])) for i in story.bodies]
        first = next((n for n, alike in enumerate(named) if alike >= _NAMED), 0)
        if not first or max(named[:first]) >= _UNSAID:
            return run
        bodies = story.bodies[first:]
        own = self._new()
        for i in heads + bodies:
            if i in story.pieces:
                story.pieces.remove(i)
            self._give(i, own)
        own.heads, own.bodies, own.closed = list(heads), bodies, True
        own.text = Strings(self.pieces[i].text for i in bodies)
        own.last = self.pieces[bodies[-1]].text
        story.bodies = story.bodies[:first]
        story.last = self.pieces[story.bodies[-1]].text
        return run[columns[0] :]

    def _claims(self, run: list[int], after: int) -> bool:
        """Whether the text behind a run of headings must have one of them: its author stands below, or no dateline."""
        credited = any(self.pieces[i].role == "byline" for i in range(run[-1] + 1, after))
        return credited or not self.pieces[after].opening

    def _names_above(self, run: list[int], before: Story, after: int | None) -> bool:
        """Whether headings stand in the middle of the one text that they name."""
        if after is None or self.pieces[after].opening:
            return False
        lead = self._lead(after)
        names = [i for i in run if not self.pieces[i].text.startswith(layout_words("subhead_start"))] or run
        last = self.pieces[names[-1]]
        own, rest = overlap(last.text, before.text), overlap(last.text, Strings([lead]))
        if all(self.pieces[i].text.endswith(layout_words("kicker_end")) for i in names[:-1]):
            own = max(overlap(self.pieces[i].text, before.text) for i in names)  # they are one sentence
        # A text with a dateline has a heading; one below a heading that does not name it has none without this.
        alone = len(names) == 1 and bool(grams(lead, 3) & before.triples)
        return rest - own <= _MORE and (own >= _NAMED or alone)

    def _split_run(self, run: list[int], before: Story, after: int | None) -> int:
        """How many headings of the run name the text before it rather than the text behind it."""
        if after is None:
            return len(run)
        lead = Strings([self._lead(after)])
        credited = any(self.pieces[i].role == "byline" for i in range(run[-1] + 1, after))
        best, best_score = 0, -1.0
        for cut_at in range(len(run) + 1):
            if cut_at == len(run) and (credited or not self.pieces[after].opening):
                continue
            if 0 < cut_at < len(run) and self.pieces[run[cut_at - 1]].text.endswith(layout_words("kicker_end")):
                continue
            own = [overlap(self.pieces[i].text, before.text) for i in run[:cut_at]]
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
            bool(heads) and all(p.level >= 3 or NUMBERED.match(p.text) for p in heads) and len(heads) == len(pieces)
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
        if heads and heads[0].level == 2 and (1 in self.levels or not self._credited_above(story)):
            return "inside" if 1 in self.levels else "new"
        if story.closed or follower is None or not heads or heads[0].text.startswith("【"):
            return "new"
        return self._by_topic(run[0], after or end)

    def _torn(self, run: list[int], story: Story) -> bool:
        """Whether what would be a crosshead is too long for one: longer than its story's headline."""
        head = self.pieces[run[0]]
        titles = [len(self.pieces[i].text) for i in story.heads if self.pieces[i].role == "body"]
        if (
            len(run) > 1
            or head.level
            or head.parts == 2
            or len(head.lines) > 1
            or NUMBERED.match(head.text)
            or not titles
        ):
            return False
        return len(head.text) > min(titles) and head.text[-1] not in "？！?!"

    def _interrupts(self, run: list[int], follower: Piece, story: Story) -> bool:
        """Whether the text behind the headings goes on with the sentence before them."""
        return (
            story.open
            and not self.pieces[story.bodies[-1]].listed
            and follower.role == "body"
            and not follower.opening
            and join_score(story.last, follower.text, self.known) >= 2
            and self._match(run, Strings([follower.text])) < 0.6
        )

    def _by_topic(self, n: int, after: int) -> str:
        """Whether one bare heading goes on with the subject of a story that is under way.

        A crosshead takes up what its story keeps coming back to, is short, and looks like the crossheads before it;
        a headline says what the text below it says.
        """
        head, follower = self.pieces[n], self.pieces[after]
        current = self.current
        alive = self._alive()
        if follower.width and current is not None and current.width and not as_wide(follower, current):
            alive = [s for s in alive if s.width and as_wide(follower, s)]
        else:
            alive = [s for s in alive if s is current]
        text = grams(head.text + "。" + follower.text[:LEAD], 3)
        own = overlap(head.text, Strings([follower.text[:LEAD]]))
        best = 0.0
        for story in alive:
            titles = [len(self.pieces[i].text) for i in story.heads if self.pieces[i].role == "body"]
            size = len(head.text) / (min(titles) if titles else _TITLE)
            score = 0.5 * (min(len(text & story.themes), 6) - 1) - 1.5 * own * min(1.0, len(head.text) / 12)
            score += (size <= _SHORT) + (size <= _SHORTER) - (story is not current)
            score += 1.0 if any(_alike(head.text, c) for c in story.crossheads) else 0.0
            # A story whose author was named goes on until another is; so does one whose author is named at its end.
            if (head.level and self._credited_above(story)) or self._credited_below(story, after):
                series = not story.crossheads and self._in_series(n)
                score += 2.0 if series else 1.0 if own < _NAMED else 0.0
            best = max(best, score)
        return "inside" if best > 0 else "new"

    def _credited_above(self, story: Story) -> bool:
        """Whether a story's author stands between its headline and its text."""
        first = story.bodies[0] if story.bodies else len(self.pieces)
        return any(self.pieces[i].role == "byline" for i in story.pieces[:_AHEAD] if i < first)

    def _credited_below(self, story: Story, after: int) -> bool:
        """Whether a story without author or dateline stands before a text that ends with its author, the first one named."""
        if any(i in self.credits or self.pieces[i].opening for i in story.pieces[:_AHEAD]):
            return False
        further = range(after, min(after + _AHEAD, len(self.pieces)))
        first = next((m for m in further if m in self.credits or self.pieces[m].opening), None)
        if first is None or first not in self.credits or not self.credits[first].reporters:
            return False
        return self.pieces[first - 1].role == "body" and not self.pieces[first - 1].heading

    def _in_series(self, n: int) -> bool:
        """Whether the next heading looks like this one, and no article begins below it."""
        further = [m for m in range(n + 1, min(n + _AHEAD, len(self.pieces) - 1)) if self._heads(m)]
        if not further or self._heads(further[0] + 1):
            return False
        head, other = self.pieces[n], self.pieces[further[0]]
        text = self._next_body(further[0] + 1)
        if other.role != "body" or other.level != head.level or abs(len(other.text) - len(head.text)) > _LIKE:
            return False
        return text is not None and not self.pieces[text].opening

    def _rehome(self, story: Story) -> None:
        """Give headings whose text never came to the story that they name best."""
        others = [s for s in self.stories if s is not story and s.bodies]
        best = max(others, key=lambda s: (not self._headings_of(s), self._match(story.heads, s.text)), default=None)
        if best is None:
            return
        for i in story.pieces:
            self._give(i, best)
            best.heads.append(i)
        best.pieces.sort()
        story.pieces = []
