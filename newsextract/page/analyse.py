"""Page text → layout: the door through which the rest of the house sees a page."""

from __future__ import annotations

from itertools import pairwise

from newsextract.folding import normalise
from newsextract.page.articles import build_stories
from newsextract.page.blocks import Piece, cut_pieces
from newsextract.page.bylines import Credit, caption_credit, lead_credit, tail_credit
from newsextract.page.clean import CleanMode, clean_text
from newsextract.page.cohesion import Strings, overlap
from newsextract.page.duplicates import find_duplicates
from newsextract.page.headings import rank_headings
from newsextract.page.layout import ArticleDraft, BlockDraft, Layout
from newsextract.page.roles import mark_roles
from newsextract.page.signs import is_opening, is_round_up, is_section_name, layout_words
from newsextract.page.stories import Story

__all__ = ["analyse"]

_HEADINGS = frozenset({"headline", "kicker", "subhead", "section", "crosshead"})
_LINES = frozenset(
    {"byline", "furniture", "signature", "issuer", "attachment", "imprint", "issue_date", "doc_number", "note"}
)


#: Names of columns are this short where they stand alone above a heading.
_COLUMN = 5
#: Marks of items, and a level below all that headings have.
_MARKS = "●■◆▲★◎○□▌▶►△◇☆▼"
_NO_LEVEL = 9
_NOTICE = ("公告", "公示", "启事", "声明", "通告")


def analyse(page: str) -> Layout:
    r"""Take a decoded page apart into blocks and articles.

    Args:
        page: the decoded page, byte order mark excluded, newlines untouched.

    Returns:
        blocks that cover every character that is no blank, and the articles they belong to.

    >>> layout = analyse("某市新开十所学校\n\n本报讯 某市今年新开\n十所学校，都在\n\n城区。")
    >>> [(b.role, b.joins) for b in layout.blocks]
    [('headline', False), ('body', False), ('body', True)]
    >>> layout.articles[0].headline
    '某市新开十所学校'
    """
    pieces = cut_pieces(page)
    known = Strings(piece.text for piece in pieces)
    credits = mark_roles(page, pieces, known)
    stories = build_stories(pieces, credits, known)
    layout = Layout(page)
    numbers = {story.number: n for n, story in enumerate(stories)}
    repeats = find_duplicates([[pieces[i].text for i in s.bodies] for s in stories])
    _swap_headings(stories, pieces, repeats)
    _restore_top(stories, pieces)
    levels = [p.level for p in pieces if p.role == "body" and p.heading and p.level]
    for story in stories:
        _rank(story, pieces, min(levels, default=_NO_LEVEL))
    for piece in pieces:
        clean = clean_text(page, piece.start, piece.end, _mode(piece))
        number = None if piece.role == "furniture" or piece.article < 0 else numbers[piece.article]
        layout.blocks.append(BlockDraft(piece.start, piece.end, piece.role, clean, number, piece.joins))
    for n, story in enumerate(stories):
        draft = _draft(layout, story, pieces, credits)
        draft.duplicate_of = repeats.get(n)
        layout.articles.append(draft)
    _carry_sections(layout)
    _attach_documents(layout)
    return layout


def _mode(piece: Piece) -> CleanMode:
    if piece.role in _HEADINGS:
        return "heading"
    if piece.role in _LINES or (piece.role == "body" and piece.listed):
        return "lines"
    return "prose"


def _restore_top(stories: list[Story], pieces: list[Piece]) -> None:
    """Give the lines at the top back to the first text as headings where it has no others."""
    loose = [n for n, p in enumerate(pieces) if p.loose]
    if not loose:
        return
    first = min(stories, key=lambda s: min(s.bodies, default=len(pieces)))
    if any(pieces[i].role == "body" for i in first.heads):
        return
    for n in loose:
        pieces[n].role, pieces[n].article = "body", first.number
    first.heads += loose
    first.pieces = sorted(first.pieces + loose)


def _names_column(heads: list[Piece], story: Story) -> bool:
    """Whether the first heading is a few characters that the article never says again: its column, not its subject."""
    first, second = (p.text for p in heads[:2])
    upper, lower = heads[0].level, heads[1].level
    ranked = not upper or (0 < lower < upper)
    brief = ranked and len(first) <= _COLUMN and len(first) * 1.5 < len(second)
    return brief and not second.startswith("——") and not overlap(first, story.text)


def _is_items(story: Story, pieces: list[Piece]) -> bool:
    """Whether an article's text is nothing but items with the same mark."""
    texts = [pieces[i].text for i in story.bodies]
    mark = texts[0][:1]
    return mark in _MARKS and all(t.startswith(mark) for t in texts) and sum(t.count(mark) for t in texts) > 1


def _rank(story: Story, pieces: list[Piece], top: int) -> None:
    """Set the roles of a story's headings; ``top`` is the markdown level of the page's headlines, if they have one."""
    heads = [pieces[i] for i in sorted(story.heads) if pieces[i].role == "body"]
    if len(heads) > 1 and not story.document and _names_column(heads, story):
        heads.pop(0).role = "section"
    if not heads and story.bodies:
        # A slogan with no headline below it is the headline, and so is the name of a column of items without their own.
        items = _is_items(story, pieces)
        heads = [
            p
            for p in (pieces[i] for i in story.heads)
            if p.role == "section" and p.level <= top and (items or not is_section_name(p.text) or is_round_up(p.text))
        ][:1]
    lead = pieces[story.bodies[0]].text if story.bodies else ""
    if story.document and len(heads) > 1:
        # The title of a document is one block; what stands apart above it is its issuer or a part of it.
        while len(heads) > 1 and heads[-1].text.startswith("——"):
            heads.pop().role = "subhead"
        heads[-1].role = "headline"
        for piece in heads[:-1]:
            piece.role = "kicker"
        return
    rank_headings(heads, lead)


def _swap_headings(stories: list[Story], pieces: list[Piece], repeats: dict[int, int]) -> None:
    """Give an article printed twice the headline that it had the first time, where another article took it."""
    for number, first in repeats.items():
        titles = {pieces[i].text for i in stories[first].heads if pieces[i].role == "body"}
        if not titles or any(pieces[i].text in titles for i in stories[number].heads if pieces[i].role == "body"):
            continue
        for other in stories[number + 1 : number + 2]:
            if any(pieces[i].text in titles for i in other.heads if pieces[i].role == "body"):
                mine, theirs = ([i for i in s.heads if pieces[i].role == "body"] for s in (stories[number], other))
                _move(mine, stories[number], other, pieces)
                columns = [i for i in other.heads if pieces[i].role == "section"]
                above = [i for i in columns if len(columns) > 1 and i + 1 == min(theirs)]
                _move(above + theirs, other, stories[number], pieces)


def _move(heads: list[int], source: Story, target: Story, pieces: list[Piece]) -> None:
    for i in heads:
        for members in (source.heads, source.pieces):
            members.remove(i)
        target.heads.append(i)
        target.pieces.append(i)
        pieces[i].article = target.number


def _carry_sections(layout: Layout) -> None:
    """A column of short items (各地, 简讯) stands printed once above the first of them."""
    section: str | None = None
    for article in layout.articles:
        if article.section:
            section = article.section if is_round_up(article.section) else None
        elif article.kind == "news":
            article.section = section


def _attach_documents(layout: Layout) -> None:
    """Plans and lists printed behind a document are documents too, unless somebody reports them."""
    for before, article in pairwise(layout.articles):
        first = next((layout.blocks[i] for i in article.order if layout.blocks[i].role == "body"), None)
        told = (
            article.reporters
            or article.correspondents
            or (first is not None and is_opening(normalise(first.clean.text)))
        )
        if before.kind == "document" and article.kind == "news" and not told and not article.section:
            article.kind = "document"


def _draft(layout: Layout, story: Story, pieces: list[Piece], credits: dict[int, Credit]) -> ArticleDraft:
    """Read an article's headings and credits off its blocks, and put them in reading order."""
    members = sorted(story.pieces)
    heads = sorted(i for i in story.heads if pieces[i].role != "byline")
    above = set(heads)
    rest = [i for i in members if i not in above]
    draft = ArticleDraft(order=heads + rest)

    def texts(role: str) -> list[str]:
        return [layout.blocks[i].clean.text for i in members if pieces[i].role == role]

    headlines = texts("headline")
    draft.headline = headlines[0] if headlines else None
    draft.kicker, draft.subhead = texts("kicker"), texts("subhead")
    sections = texts("section")
    draft.section = next(
        (t for t in sections if t in layout_words("section", "photo_section")), sections[-1] if sections else None
    )
    credit = Credit()
    for i in members:
        if i in credits:
            credit.add(credits[i])
        elif pieces[i].role == "caption":
            credit.add(caption_credit(layout.blocks[i].clean.text))
    if story.bodies:
        credit.add(lead_credit(layout.blocks[story.bodies[0]].clean.text))
        last = pieces[story.bodies[-1]]
        if last.text[-1:] in "）)":
            credit.add(tail_credit(clean_text(layout.page, last.start, last.end, "lines").text))
    draft.reporters, draft.correspondents = credit.reporters, credit.correspondents
    draft.photographers = credit.photographers
    if story.document or any(pieces[i].role in ("addressee", "signature", "issue_date", "doc_number") for i in members):
        draft.kind = "document"
    elif any(pieces[i].role == "caption" for i in members) and not any(pieces[i].role == "body" for i in members):
        draft.kind = "photo"
    if draft.kind == "news" and (draft.headline or "").endswith(_NOTICE) and not draft.reporters:
        draft.kind = "notice"
    return draft
