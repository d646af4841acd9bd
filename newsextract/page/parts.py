"""The parts of official documents on a page, told by their words and by what stands around them."""

from __future__ import annotations

import re
from itertools import pairwise

from newsextract.page.blocks import Piece
from newsextract.page.document_signs import BODY_NAME, ISSUER, is_addressee_line, part_of
from newsextract.page.signs import layout_words

__all__ = ["NUMBERED_LINE", "mark_parts", "neighbour"]

#: How many pieces between two count as standing next to each other.
_FAR = 12
#: A heading or paragraph with a number before it.
NUMBERED_LINE = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d))"
)


def neighbour(pieces: list[Piece], n: int, step: int, *, pictures: bool = False) -> Piece | None:
    """The next piece that is no furniture, and with ``pictures`` no caption or credit either."""
    passed = ("furniture", "caption", "byline") if pictures else ("furniture",)
    for _ in range(_FAR):
        n += step
        if not 0 <= n < len(pieces):
            return None
        if pieces[n].role not in passed:
            return pieces[n]
    return None


def mark_parts(pieces: list[Piece]) -> None:
    """Set the roles of the parts of documents."""
    for piece in pieces:
        if piece.role == "body" and not piece.level and (role := part_of(piece.text)):
            piece.role = role
    for n, piece in enumerate(pieces):
        before = neighbour(pieces, n, -1)
        if before is None:
            if piece.role == "issue_date":
                piece.role = "furniture"
            continue
        if piece.role == "issue_date":
            _sign(pieces, n)
        elif piece.role == "imprint" and before.heading and BODY_NAME.search(before.text):
            before.role = "imprint"
        elif piece.role == "doc_number" and before.role == "body" and before.heading:
            if BODY_NAME.search(before.text) and "关于" not in before.text:
                before.role = "issuer"
        elif piece.role == "body" and _is_addressee(pieces, n, before):
            piece.role = "addressee"
    for piece, after in pairwise(pieces):
        if all(p.role == "body" and p.heading for p in (piece, after)) and _issues(piece, after):
            piece.role = "issuer"


def _sign(pieces: list[Piece], n: int) -> None:
    """Mark the names above a date: signatures below a text, issuers where the text is still to come."""
    names: list[Piece] = []
    at = n - 1
    while at >= 0 and len(names) < 4:
        piece = pieces[at]
        if piece.role != "furniture":
            name = piece.role == "body" and piece.heading and not piece.level and len(piece.text) <= 60
            if not name or (names and not BODY_NAME.search(piece.text)):
                break
            names.append(piece)
        at -= 1
    above = pieces[at] if at >= 0 else None
    after = neighbour(pieces, n, 1)
    begins = after is not None and after.role == "body" and (not after.heading or bool(NUMBERED_LINE.match(after.text)))
    headed = above is not None and (above.role in ("doc_number", "issuer") or (above.heading and above.role == "body"))
    if headed and begins:
        # Between a title and a date stand the bodies that the document comes from.
        names = [p for p in names if BODY_NAME.search(p.text)]
        for piece in names:
            piece.role = "issuer"
        return
    for piece in names:
        piece.role = "signature"


def _issues(piece: Piece, title: Piece) -> bool:
    """Whether a line names the body that issued the document titled below: a name printed letter by letter, mostly."""
    if piece.level or len(piece.text) > 30 or not title.text.endswith(layout_words("document_end")):
        return False
    return bool(ISSUER.search(piece.text)) and (piece.spaced or "关于" in title.text)


def _is_addressee(pieces: list[Piece], n: int, before: Piece) -> bool:
    if pieces[n].level or not is_addressee_line(pieces[n].text):
        return False
    if not (before.role in ("doc_number", "issuer", "issue_date") or before.heading):
        return False
    after = neighbour(pieces, n, 1)
    return after is None or not after.heading or bool(NUMBERED_LINE.match(after.text))
