"""What each piece is by itself and by its neighbours: furniture, parts of documents, credits, words of pictures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container

from newsextract.page.blocks import Piece
from newsextract.page.bylines import Credit, is_name, parse_credit
from newsextract.page.clean import clean_text
from newsextract.page.document_signs import ISSUER, part_of
from newsextract.page.parts import NUMBERED_LINE, mark_parts
from newsextract.page.pictures import mark_captions
from newsextract.page.signs import is_furniture, is_section_name
from newsextract.page.torn import mark_torn_lines

__all__ = ["mark_roles"]

_OFFICE = re.compile(r"(?:长|主任|书记|主席|总理)$")
_STEP = re.compile(r"^[(（][一二三四五六七八九十]{1,3}[)）][^。，,；;\d%％]{2,36}。$")


def mark_roles(page: str, pieces: list[Piece], known: Container[str]) -> dict[int, Credit]:
    """Give every piece the role that it shows by itself; headings stay marked as such, running text as body.

    Args:
        page: the decoded page.
        pieces: its pieces in page order.
        known: strings that stand on the page (``Strings``).

    Returns:
        the credits, by number of their piece.
    """
    _furniture(pieces)
    credits = _credits(page, pieces)
    mark_parts(pieces)
    mark_captions(pieces, credits)
    mark_torn_lines(page, pieces, known)
    seen = Counter(p.text for p in pieces if p.heading and len(p.text) <= 8)
    for n, piece in enumerate(pieces):
        subtitled = n + 1 < len(pieces) and pieces[n + 1].text.startswith("——")
        if subtitled and seen[piece.text] < 2:
            continue  # 活水润港城 / ——某市金融部门…纪实: a headline, whatever its words
        if piece.heading and piece.role == "body" and (seen[piece.text] > 1 or _is_section(page, piece)):
            piece.role = "section"
        elif (
            piece.role == "body"
            and _STEP.match(piece.text)
            and n + 1 < len(pieces)
            and NUMBERED_LINE.match(pieces[n + 1].text)
        ):
            piece.heading = True
    return credits


def _furniture(pieces: list[Piece]) -> None:
    top = 0
    while top < len(pieces) and top < 4 and is_furniture(pieces[top].text, edge=True):
        pieces[top].role = "furniture"
        top += 1
    bottom = len(pieces)
    while bottom > top and bottom > len(pieces) - 3 and is_furniture(pieces[bottom - 1].text, edge=True):
        if part_of(pieces[bottom - 1].text):
            break
        pieces[bottom - 1].role = "furniture"
        bottom -= 1
    slogan = top
    while slogan < bottom and pieces[slogan].spaced and not ISSUER.search(pieces[slogan].text):
        slogan += 1
    if top < slogan < bottom and slogan - top < 4 and pieces[slogan].opening:
        # Letter-spaced lines above a text that has its headings elsewhere; given back where it has none.
        for piece in pieces[top:slogan]:
            piece.role, piece.loose = "furniture", True
    for piece in pieces[slogan:bottom]:
        if is_furniture(piece.text, edge=False):
            piece.role = "furniture"


def _credits(page: str, pieces: list[Piece]) -> dict[int, Credit]:
    found = {}
    for n, piece in enumerate(pieces):
        if piece.role != "body" or len(piece.text) > 120 or piece.level:
            continue
        credit = parse_credit(clean_text(page, piece.start, piece.end, "lines").text)
        if credit:
            piece.role, piece.heading = "byline", False
            found[n] = credit
    for n in range(1, len(pieces) - 1):
        before, piece, after = pieces[n - 1 : n + 2]
        # The author of an essay: a bare name between the headline and the text.
        stands = piece.heading and piece.role == "body" and not piece.level and is_name(piece.text)
        below = before.heading and before.role == "body" and len(before.text) > 5
        if stands and below and after.role == "body" and not after.heading:
            piece.role, piece.heading = "byline", False
            found[n] = Credit(reporters=[piece.text])
        elif (
            piece.heading
            and piece.role == "body"
            and not piece.level
            and before.heading
            and _speaks(page, piece)
            and part_of(after.text) == "addressee"
        ):
            piece.role, piece.heading = "byline", False
            found[n] = Credit()
    return found


def _speaks(page: str, piece: Piece) -> bool:
    """Whether a line holds an office and the name of who holds it, as above the text of a speech."""
    cells = clean_text(page, piece.start, piece.end, "lines").text.split()
    return len(cells) == 2 and bool(_OFFICE.search(cells[0])) and is_name(cells[1])


def _is_section(page: str, piece: Piece) -> bool:
    if is_section_name(piece.text):
        return True
    parts = page[piece.start : piece.end].lstrip("#").split()
    # 强信心 稳增长 促发展: three parts and more are a campaign's slogan.
    return len(parts) >= 3 and all(2 <= len(p) <= 8 for p in parts) and len(piece.lines) == 1 and len(piece.text) >= 6
