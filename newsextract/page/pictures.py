"""The words of pictures."""

from __future__ import annotations

import re

from newsextract.page.blocks import Piece
from newsextract.page.bylines import Credit
from newsextract.page.signs import layout_words

__all__ = ["mark_captions"]

_PICTURE_END = re.compile(
    r"[（(](?:资料片|资料图片?|资料照片|效果图|[^（）()。]{0,8}供图|图片由[^（）()]{2,24}|[^（）()。]{2,16}摄)[）)]。?$|[\u4e00-\u9fff]{2,4}[/／]?摄$"
    # …救援。新华社/路透: what agencies put below the pictures that they pass on.
    r"|。[\u4e00-\u9fff]{2,3}社(?:[/／][\u4e00-\u9fff]{2,4}|发|供图|图片)?$"
)

_PICTURE_START = re.compile(r"^(?:图为|图[①-⑨一二三四五\d]{0,2}[:：为]|[上下左右]图)")

_TAKEN = re.compile(r"[（(]\d{1,2}月\d{1,2}日摄[）)]。?$|^\d{1,2}月\d{1,2}日拍摄的|拍摄的[^，。]{2,30}(?:[（(]|。$)")


def mark_captions(pieces: list[Piece], credits: dict[int, Credit]) -> None:
    """Mark the words of pictures: by what they say, by the credit below them, by the column they stand in."""
    photo_sections = layout_words("photo_section")
    since = 0  # running pieces since the last heading
    in_pictures = False
    for n, piece in enumerate(pieces):
        text = piece.text
        if piece.role == "furniture":
            continue
        if piece.heading and piece.role == "body":
            in_pictures = (len(text) <= 8 and any(w in text for w in photo_sections)) or (in_pictures and since == 0)
            since = 0
            if not piece.level and (_PICTURE_START.match(text) or _PICTURE_END.search(text)):
                piece.role, piece.heading = "caption", False
            continue
        if n in credits:
            credit = credits[n]
            if credit.photographers or in_pictures:
                _picture_text(pieces, n, since, alone=not credit.reporters and not credit.correspondents)
            in_pictures = False
            continue
        if piece.role != "body":
            continue
        since += 1
        if _PICTURE_START.match(text) or _PICTURE_END.search(text) or (_TAKEN.search(text) and len(text) < 80):
            piece.role, piece.heading = "caption", False


def _picture_text(pieces: list[Piece], n: int, since: int, *, alone: bool) -> None:
    """Mark the words of the picture that the credit at ``n`` names the photographer of."""
    at = n - 1
    while at >= 0 and pieces[at].role == "furniture":
        at -= 1
    if at < 0 or pieces[at].role != "body" or pieces[at].opening:
        return
    if since <= 2 and not alone:
        while at >= 0 and pieces[at].role == "body" and not pieces[at].heading:
            pieces[at].role = "caption"
            at -= 1
    elif alone:
        pieces[at].role, pieces[at].heading = "caption", False
