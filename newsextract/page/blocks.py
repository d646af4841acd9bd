"""Page → pieces: what blank lines set apart, cut further where one of its lines plainly begins something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsextract.folding import normalise
from newsextract.model.page import Role
from newsextract.page.clean import MARKUP, compact
from newsextract.page.document_signs import BODY_NAME, part_of
from newsextract.page.lists import is_listed
from newsextract.page.signs import FINAL, is_heading_shape, is_opening

__all__ = ["Piece", "cut_pieces", "line_width"]

_CHUNK = re.compile(r"\S(?:[^\n]*\S)?(?:[^\S\n]*\n[^\S\n]*\S(?:[^\n]*\S)?)*")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_HEADING_MARK = re.compile(r"(#{2,6}|#(?=\s))\s*(?!#)")
#: Level of a line in bold among markdown headings (1 to 6).
_BOLD = 7
#: Parts of a document that end with their line.
_ONE_LINE = frozenset({"doc_number", "issue_date", "imprint", "signature"})
_NARROW = re.compile(r"[\0-\u2fff]+")
#: Marks of items.
_BULLETS = frozenset("●■◆▲★◎○□▌▶►△◇☆▼")
_HARD_BREAK = re.compile(r"\S  +\n")


@dataclass(slots=True)
class Piece:
    """A block in the making.

    Args:
        start, end: page offsets from the first to the last character that is no blank.
        lines: its lines, likewise.
        text: its characters without blanks and markdown marks, width and script folded (for reading, not for offsets).
        level: of a markdown heading, else 0.
        width: how wide its full lines are, 0 where it has only one line.
        role: what it is, once that is known.
        article: number of its article, -1 for none.
        joins: its text continues the article's body block before it.
        opening: it opens an article with a dateline or a credit.
        heading: it may be a heading.
        listed: its lines are rows or items.
        parts: how many parts its blanks set apart, where it may be a heading of one line.
        spaced: it is printed letter by letter.
        loose: taken for furniture as long as the text below has headings elsewhere.
    """

    start: int
    end: int
    lines: list[tuple[int, int]]
    text: str
    level: int = 0
    width: float = 0.0
    role: Role = "body"
    article: int = -1
    joins: bool = False
    opening: bool = False
    heading: bool = False
    listed: bool = False
    loose: bool = False
    parts: int = 1
    spaced: bool = False


def line_width(text: str) -> float:
    """Width of a line in Han characters: figures and Latin letters take half of one.

    >>> line_width("增长5.1%")
    4.0
    """
    han = len(_NARROW.sub("", text))
    return han + (len(text) - han) / 2


def cut_pieces(page: str) -> list[Piece]:
    r"""Cut a page into pieces in page order; every character that is no blank lies in exactly one.

    >>> [p.text for p in cut_pieces("某某市召开会议\n本报讯 会议昨天\n举行。\n\n— 2 —")]
    ['某某市召开会议', '本报讯会议昨天举行。', '—2—']
    """
    pieces: list[Piece] = []
    for chunk in _CHUNK.finditer(page):
        lines = [m.span() for m in _LINE.finditer(page, chunk.start(), chunk.end())]
        pieces += [_piece(page, group) for group in _split(page, lines)]
    if not any(0 < p.level < _BOLD for p in pieces):
        for piece in pieces:
            piece.level = 0  # where bold is the only mark it says no more than that a line is a heading
    return pieces


def _piece(page: str, lines: list[tuple[int, int]]) -> Piece:
    start, end = lines[0][0], lines[-1][1]
    mark = _HEADING_MARK.match(page, start, end)
    text = compact(page[mark.end() if mark else start : end])
    level = len(mark.group(1)) if mark else 0
    if MARKUP.search(text):
        # A line in bold is a heading of the lowest level; tags are no text.
        level = level or (_BOLD if text.startswith("**") and text.endswith("**") and len(lines) == 1 else 0)
        text = compact(MARKUP.sub("", page[mark.end() if mark else start : end]))
    text = normalise(text)
    piece = Piece(start, end, lines, text, level=level)
    if len(lines) > 1:
        widths = sorted(line_width(compact(page[s:e])) for s, e in lines[:-1])
        piece.width = widths[len(widths) // 2] if len(widths) > 2 else widths[-1]
    piece.opening = is_opening(text)
    piece.listed = is_listed(page, lines)
    piece.heading = is_heading_shape(text, len(lines)) and not piece.listed
    if piece.heading:
        words = len(page[mark.end() if mark else start : end].split())
        piece.parts = words if len(lines) == 1 else 1
        piece.spaced = not piece.level and words >= max(4, 0.8 * len(text))
    return piece


def _split(page: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Cut the lines of a chunk where a line is a paragraph or a heading of its own, or opens an article."""
    if len(lines) == 1:
        return [lines]
    texts = [compact(page[s:e]) for s, e in lines]
    parts = _parts(texts)
    unwrapped = _paragraph_a_line(page, lines, texts)
    # Headings one below the other: a kicker that ends in a dash ends its line.
    running = is_opening(normalise(texts[0])) or texts[-1].endswith(FINAL)
    kickers = [] if running else [n for n, t in enumerate(texts[:3]) if t.endswith("—")]
    hard = bool(_HARD_BREAK.search(page, lines[0][0], lines[-1][1]))
    groups: list[list[tuple[int, int]]] = []
    apart = True
    for n, (line, text) in enumerate(zip(lines, texts, strict=True)):
        mark = _HEADING_MARK.match(page, *line)
        part = parts[n] or (parts[n - 1] if n else None) in _ONE_LINE
        begins = apart or bool(mark) or bool(part) or is_opening(normalise(text))
        if n and not begins:
            before = texts[n - 1]
            stacked = bool(kickers) and (n - 1 in kickers or (hard and n < kickers[-1] + 1))
            begins = (
                (unwrapped and before.endswith(FINAL))
                or (text[0] in _BULLETS and before.endswith(FINAL))
                or stacked
                or (text.startswith("——") and len(texts) <= 4 and not before.endswith(("，", "、")))
            )
        if begins:
            groups.append([])
        groups[-1].append(line)
        apart = bool(mark)
    return groups


def _parts(texts: list[str]) -> list[Role | None]:
    """The parts of a document that lines of one chunk show, with the names above a date as parts of their own."""
    if max(map(len, texts)) > 200:
        return [None] * len(texts)
    parts = [part_of(normalise(t)) for t in texts]
    for n, part in enumerate(parts):
        if part in ("issue_date", "imprint"):
            named = n > 0 and bool(BODY_NAME.search(texts[n - 1]))
            if named and parts[n - 1] is None and n + 1 == len(parts):
                parts[n - 1] = "signature"
            elif not named and part == "issue_date":
                parts[n] = None  # a date among the lines of a masthead
    return parts


def _paragraph_a_line(page: str, lines: list[tuple[int, int]], texts: list[str]) -> bool:
    """Whether a chunk holds a paragraph a line: its lines end in full stops, and hardly two are as long as each other."""
    inner = texts[:-1]
    finished = sum(t.endswith(FINAL) and t[-1] not in "；;" for t in inner)  # a list's items are one paragraph
    if finished < len(inner) * 0.8:
        return False
    hard = bool(_HARD_BREAK.search(page, lines[0][0], lines[-1][1]))
    widths = [line_width(t) for t in texts]
    return (hard or len(lines) > 3) and min(widths) < 0.7 * max(widths)
