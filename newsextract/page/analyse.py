"""Page text → layout: the door through which the rest of the house sees a page."""

from __future__ import annotations

import re

from newsextract.page.layout import ArticleDraft, BlockDraft, Layout
from newsextract.page.text import CleanText

__all__ = ["analyse"]

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


def analyse(page: str) -> Layout:
    r"""Take a decoded page apart into blocks and articles.

    Args:
        page: the decoded page, byte order mark excluded, newlines untouched.

    Returns:
        blocks that cover every character that is no blank, and the articles they belong to.

    >>> [b.role for b in analyse("甲乙\n\n丙丁。").blocks]
    ['body', 'body']
    """
    layout = Layout(page)
    for hit in _PARAGRAPH.finditer(page):
        keep = [i for i in range(*hit.span()) if not page[i].isspace()]
        clean = CleanText("".join(page[i] for i in keep), tuple(keep))
        layout.blocks.append(BlockDraft(hit.start(), hit.end(), "body", clean, article=0))
    if layout.blocks:
        layout.articles.append(ArticleDraft(order=list(range(len(layout.blocks)))))
    return layout
