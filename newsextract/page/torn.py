"""Lines of running text that a column broke off, told from headings."""

from __future__ import annotations

import re
from collections.abc import Container

from newsextract.page.blocks import Piece, line_width
from newsextract.page.clean import clean_text, compact
from newsextract.page.cohesion import Strings, grams, join_score, overlap
from newsextract.page.document_signs import BODY_NAME
from newsextract.page.parts import neighbour
from newsextract.page.signs import layout_words, says, starts_paragraph, starts_sentence

__all__ = ["mark_torn_lines"]

#: How much of a text says what it is about; longer lines than this are hardly headings.
_LEAD = 400
_LONG = 24
#: A line is plainly narrower than its column below this share.
_NARROW = 0.6
#: The halves of a heading are longer than this, and do not differ by more.
_HALF = 3
_MARKED = re.compile(r"^(?:\W|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))(?<![“‘《])")


def mark_torn_lines(page: str, pieces: list[Piece], known: Container[str]) -> None:
    """Take back what only looks like a heading: the torn-off lines of a column, as wide as the column."""
    for n, piece in enumerate(pieces):
        if not piece.heading or piece.role != "body" or piece.level:
            continue
        before, after = neighbour(pieces, n, -1), neighbour(pieces, n, 1, pictures=True)
        if before is not None and before.listed and not before.heading and _is_entry(page, piece):
            piece.heading, piece.listed = False, True
            continue
        if piece.opening or (not _halves(page, piece) and _breaks_off(pieces, n, before, after, known)):
            piece.heading = False
            continue
        if len(piece.lines) < 2 or len(piece.text) < 6 or _titled(page, piece):
            continue
        for other in pieces[max(0, n - 2) : n + 3]:
            if (
                other is not piece
                and not other.heading
                and other.width
                and abs(other.width - piece.width) <= 0.1 * other.width
            ):
                piece.heading = False


def _breaks_off(pieces: list[Piece], n: int, before: Piece | None, after: Piece | None, known: Container[str]) -> bool:
    """Whether a single line is a paragraph that its column broke off: it begins like one, or the next one goes on."""
    piece, text = pieces[n], pieces[n].text
    if piece.level or len(piece.lines) > 1 or len(text) <= 8:
        return False
    if _MARKED.match(text):
        # The end of a page tears numbered paragraphs apart too.
        if after is None or after.heading or pieces[n + 1].role != "furniture":
            return False
        return join_score(text, after.text, known) >= 2
    if after is None or after.role != "body" or after.heading or after.opening or starts_paragraph(after.text):
        return False
    if starts_paragraph(text) or says(text):
        return True
    if before is None or before.role not in ("body", "section", "byline") or text[-1] in "？！?!":
        return False
    # What a headline says, the text below it says again; what a sentence has begun, it goes on with. The weights are
    # log odds of lines cut from news text against titles, on 2 MB of news: of the titles 2 % share less than 0.18 of
    # their pairs with the text below and 2 % seem to go on in it, of the torn lines two in three and one in two.
    alike = overlap(text, Strings([_around(pieces, n, 1)]))
    joined = join_score(text, after.text, known)
    odds = 3.5 if alike < 0.15 else 1.5 if alike < 0.3 else 0.0 if alike < 0.5 else -3.0
    odds += 4.0 if joined >= 2 else 1.0 if joined > 0 else 0.0 if joined == 0 else -3.0
    odds += (
        starts_sentence(text)
        + sum(map(text.count, "，,："))
        + (len(text) > _LONG)
        + text.endswith(layout_words("dangling"))
    )
    if after.width and line_width(text) < _NARROW * after.width and joined <= 0:
        odds -= 2.0  # what goes on in the next line fills its own
    if not before.heading:
        # A torn line goes on with its story; of a headline's words the story before it knows nothing.
        told = _around(pieces, n, -1)
        akin = len(grams(text + "。" + after.text[:_LEAD], 3) & grams(told, 3))
        odds += 1.0 if akin > 2 else 0.0 if akin else -1.5 * min(1.0, len(told) / _LEAD)
    return odds > (4.0 if before.heading else 2.5)


def _titled(page: str, piece: Piece) -> bool:
    """Whether the first line names a body and the last what it gives out, as heads of documents do: 某市政府 / 公 告."""
    start, end = piece.lines[0]
    return bool(BODY_NAME.search(compact(page[start:end]))) and piece.text.endswith(layout_words("document_end"))


def _halves(page: str, piece: Piece) -> bool:
    """Whether one blank sets two halves of about the same length apart, as in headings only."""
    halves = page[piece.start : piece.end].split()
    if len(halves) != 2 or re.search(r"[，。；：,\d]", piece.text):
        return False
    return min(map(len, halves)) > _HALF and abs(len(halves[0]) - len(halves[1])) <= _HALF


def _around(pieces: list[Piece], n: int, step: int) -> str:
    """Some of the running text before or behind a piece, as far as the next heading."""
    parts: list[str] = []
    size = 0
    n += step
    while 0 <= n < len(pieces) and size < 2 * _LEAD and not (pieces[n].heading and pieces[n].role == "body"):
        if pieces[n].role == "body":
            parts.append(pieces[n].text)
            size += len(pieces[n].text)
        n += step
    return "。".join(parts)


def _is_entry(page: str, piece: Piece) -> bool:
    """Whether a line below a list reads like one of its entries: a name, a blank, what the person is."""
    cells = clean_text(page, piece.start, piece.end, "lines").text.split()
    return len(piece.lines) == 1 and 1 < len(cells) <= 4 and 2 <= len(cells[0]) <= 4
