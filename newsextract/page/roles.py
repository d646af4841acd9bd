"""What each piece is by itself and by its neighbours: furniture, parts of documents, credits, words of pictures."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from newsextract.page.blocks import Piece
from newsextract.page.bylines import Credit, parse_credit
from newsextract.page.clean import clean_text
from newsextract.page.cohesion import grams, join_score, overlap
from newsextract.page.signs import (
    is_furniture,
    is_page_number,
    is_section_name,
    layout_words,
    starts_paragraph,
    starts_sentence,
)

__all__ = ["FIXED", "mark_roles"]

_YEAR = r"(?:(?:19|20)\d\d|[〇○零Ｏ一二三四五六七八九]{4})年"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = rf"{_YEAR}{_DAY}月{_DAY}日"
_PARTS: list[tuple[str, re.Pattern[str]]] = [
    ("doc_number", re.compile(r"^[\u4e00-\u9fff]{1,14}[〔\[(（【]\d{4}[〕\])）】]第?\d{1,5}号(?:签发人.*)?$")),
    ("cc", re.compile(r"^(?:抄送|抄报|主送|分送|报送)[:：]")),
    ("imprint", re.compile(rf"^.{{0,40}}{_DATE}(?:印发|印制|印)$")),
    (
        "attachment",
        re.compile(
            r"^附(?:件|录)?\d{0,2}$|^附(?:件|表|图|录)?[一二三四五六七八九十\d]{0,2}[:：]|^附表|^附件[一二三四五六七八九十\d]{1,2}"
        ),
    ),
    ("note", re.compile(r"^[（(](?:此件|联系人|公开属性|本文有删减)[^（）()]{0,40}[）)]$")),
    ("issue_date", re.compile(rf"^{_DATE}$")),
]
_BODY_NAME = re.compile(
    r"(?:政府|委员会|委|办公厅|办公室|局|厅|部|署|院|会|社|处|中心|集团|公司|大学|学院|银行|厅局|党组|领导小组|指挥部|纪委|文件)$"
)
_ISSUER = re.compile(r"(?:政府|委员会|办公厅|办公室|局|厅|部|署|院|委|文件)$")
_ADDRESSEE_END = re.compile(
    r"(?:政府|管委会?|委员会|[委办厅局部署院会处]|单位|机构|部门|公司|企业|学校|大学|中心|银行|同志|市民|读者|处室|支队|军区|[）)])[:：]$"
)
_PICTURE_END = re.compile(
    r"[（(](?:资料片|资料图片?|资料照片|效果图|图片由[^（）()]{2,24}|[^（）()。]{2,16}摄)[）)]。?$|[\u4e00-\u9fff]{2,4}摄$"
)
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d))")
_MARKED = re.compile(r"^(?:\W|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))(?<![“‘《])")
_STEP = re.compile(r"^[(（][一二三四五六七八九十]{1,3}[)）][^。]{2,36}。$")
_PICTURE_START = re.compile(r"^(?:图为|图[①-⑨一二三四五\d]{0,2}[:：为]|[上下左右]图)")
_TAKEN = re.compile(r"[（(]\d{1,2}月\d{1,2}日摄[）)]。?$|^\d{1,2}月\d{1,2}日拍摄的|拍摄的[^，。]{2,30}(?:[（(]|。$)")
#: How much of a text says what it is about; longer lines than this are hardly headings.
_LEAD = 400
_LONG = 24
#: Roles that the text itself settles: the piece is no heading of an article and no running text.
FIXED = frozenset(
    {"furniture", "doc_number", "cc", "imprint", "attachment", "note", "issue_date", "signature", "addressee", "issuer"}
)


def mark_roles(page: str, pieces: list[Piece], known: set[str]) -> dict[int, Credit]:
    """Give every piece the role that it shows by itself; headings stay marked as such, running text as body.

    Args:
        page: the decoded page.
        pieces: its pieces in page order.
        known: strings that stand on the page (``known_strings``).

    Returns:
        the credits, by number of their piece.
    """
    _furniture(page, pieces)
    credits = _credits(page, pieces)
    _document_parts(page, pieces)
    _captions(pieces, credits)
    _fragments(page, pieces, known)
    seen = Counter(p.text for p in pieces if p.heading and len(p.text) <= 8)
    for n, piece in enumerate(pieces):
        if piece.heading and piece.role == "body" and (seen[piece.text] > 1 or _is_section(page, piece)):
            piece.role = "section"
        elif (
            piece.role == "body"
            and _STEP.match(piece.text)
            and n + 1 < len(pieces)
            and _NUMBER.match(pieces[n + 1].text)
        ):
            piece.heading = True
    return credits


def _is_spaced(page: str, piece: Piece) -> bool:
    """Whether a line is printed letter by letter."""
    return (
        piece.heading
        and not piece.level
        and len(page[piece.start : piece.end].split()) >= max(4, 0.8 * len(piece.text))
    )


def _furniture(page: str, pieces: list[Piece]) -> None:
    top = 0
    while top < len(pieces) and top < 4 and not pieces[top].level and is_furniture(pieces[top].text, edge=True):
        pieces[top].role = "furniture"
        top += 1
    bottom = len(pieces)
    while bottom > top and bottom > len(pieces) - 3 and is_furniture(pieces[bottom - 1].text, edge=True):
        if any(p.match(pieces[bottom - 1].text) for _, p in _PARTS):
            break
        pieces[bottom - 1].role = "furniture"
        bottom -= 1
    slogan = top
    while slogan < bottom and _is_spaced(page, pieces[slogan]) and not _ISSUER.search(pieces[slogan].text):
        slogan += 1
    if top < slogan < bottom and slogan - top < 4 and pieces[slogan].opening:
        # Letter-spaced lines above a text that has its headings elsewhere; given back where it has none.
        for piece in pieces[top:slogan]:
            piece.role, piece.loose = "furniture", True
    for piece in pieces[slogan:bottom]:
        if not piece.level and (is_page_number(piece.text) or is_furniture(piece.text, edge=False)):
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
    return found


def _document_parts(page: str, pieces: list[Piece]) -> None:
    for piece in pieces:
        if piece.role == "body":
            for role, pattern in _PARTS:
                if pattern.search(piece.text) and (len(piece.text) < 60 or role in ("cc", "attachment")):
                    piece.role = role  # type: ignore[assignment]
                    break
    for n, piece in enumerate(pieces):
        before = _neighbour(pieces, n, -1)
        if piece.role == "issue_date":
            if before and before.role == "body" and before.heading and len(before.text) <= 60 and not before.level:
                before.role = "signature"
            elif before is None or before.role == "furniture":
                piece.role = "furniture" if n < 3 else piece.role
        elif piece.role == "imprint" and before and before.heading and _BODY_NAME.search(before.text):
            before.role = "imprint"
        elif piece.role == "doc_number" and before and before.role == "body" and before.heading:
            if _BODY_NAME.search(before.text) and "关于" not in before.text:
                before.role = "issuer"
        elif piece.role == "body" and before is not None and _is_addressee(piece, before):
            after = _neighbour(pieces, n, 1)
            piece.role = (
                "body" if after is not None and after.heading and not _NUMBER.match(after.text) else "addressee"
            )
    for piece, after in pairwise(pieces):
        if all(p.role == "body" and p.heading for p in (piece, after)) and _issues(page, piece, after):
            piece.role = "issuer"


def _issues(page: str, piece: Piece, title: Piece) -> bool:
    """Whether a line names the body that issued the document titled below: a name printed letter by letter, mostly."""
    if piece.level or len(piece.text) > 30 or not title.text.endswith(layout_words("document_end")):
        return False
    return bool(_ISSUER.search(piece.text)) and (_is_spaced(page, piece) or "关于" in title.text)


def _neighbour(pieces: list[Piece], n: int, step: int, *, pictures: bool = False) -> Piece | None:
    """The next piece that is no furniture, and with ``pictures`` no caption or credit either."""
    passed = ("furniture", "caption", "byline") if pictures else ("furniture",)
    n += step
    while 0 <= n < len(pieces) and pieces[n].role in passed:
        n += step
    return pieces[n] if 0 <= n < len(pieces) else None


def _is_addressee(piece: Piece, before: Piece) -> bool:
    text = piece.text
    if not text.endswith(("：", ":")) or len(text) > 400 or "。" in text or piece.level:
        return False
    if not (before.role in ("doc_number", "issuer") or before.heading):
        return False
    return bool(_ADDRESSEE_END.search(text)) and "如下" not in text[-6:]


def _fragments(page: str, pieces: list[Piece], known: set[str]) -> None:
    """Take back what only looks like a heading: the torn-off lines of a column, as wide as the column."""
    for n, piece in enumerate(pieces):
        if not piece.heading or piece.role != "body" or piece.level:
            continue
        before, after = _neighbour(pieces, n, -1), _neighbour(pieces, n, 1, pictures=True)
        if piece.opening or _breaks_off(pieces, n, before, after, known):
            piece.heading = False
            continue
        if before is not None and before.listed and not before.heading and _is_entry(page, piece):
            piece.heading, piece.listed = False, True
            continue
        if len(piece.lines) < 2 or len(piece.text) < 6:
            continue
        for other in pieces[max(0, n - 2) : n + 3]:
            if (
                other is not piece
                and not other.heading
                and other.width
                and abs(other.width - piece.width) <= 0.1 * other.width
            ):
                piece.heading = False


def _breaks_off(pieces: list[Piece], n: int, before: Piece | None, after: Piece | None, known: set[str]) -> bool:
    """Whether a single line is a paragraph that its column broke off: it begins like one, or the next one goes on."""
    piece, text = pieces[n], pieces[n].text
    if piece.level or len(piece.lines) > 1 or _MARKED.match(text) or len(text) <= 8:
        return False
    if after is None or after.role != "body" or after.heading or after.opening or starts_paragraph(after.text):
        return False
    if starts_paragraph(text):
        return True
    if before is None or before.role not in ("body", "section") or text[-1] in "？！?!":
        return False
    # What a headline says, the text below it says again; what a sentence has begun, it goes on with. The weights are
    # log odds of lines cut from news text against titles, on 2 MB of news: of the titles 2 % share less than 0.18 of
    # their pairs with the text below and 2 % seem to go on in it, of the torn lines two in three and one in two.
    alike = overlap(text, grams(_around(pieces, n, 1), 2))
    joined = join_score(text, after.text, known)
    odds = 3.5 if alike < 0.15 else 1.5 if alike < 0.3 else 0.0 if alike < 0.5 else -3.0
    odds += 4.0 if joined >= 2 else 1.0 if joined > 0 else 0.0 if joined == 0 else -3.0
    odds += (
        starts_sentence(text)
        + sum(map(text.count, "，,："))
        + (len(text) > _LONG)
        + text.endswith(layout_words("dangling"))
    )
    if not before.heading:
        # A torn line goes on with its story; of a headline's words the story before it knows nothing.
        akin = len(grams(text + "。" + after.text[:_LEAD], 3) & grams(_around(pieces, n, -1), 3))
        odds += 1.0 if akin > 2 else -1.5 if not akin else 0.0
    return odds > (4.0 if before.heading else 2.5)


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


def _captions(pieces: list[Piece], credits: dict[int, Credit]) -> None:
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


def _is_section(page: str, piece: Piece) -> bool:
    if is_section_name(piece.text):
        return True
    parts = page[piece.start : piece.end].split()
    # 强信心 稳增长 促发展: three parts and more are a campaign's slogan.
    return len(parts) >= 3 and all(2 <= len(p) <= 8 for p in parts) and len(piece.lines) == 1 and len(piece.text) >= 6
