"""The headings of one article: which is the headline, what stands above and below it."""

from __future__ import annotations

import re

from newsextract.page.blocks import Piece
from newsextract.page.signs import layout_words

__all__ = ["rank_headings"]

#: A line that only says who spoke or presided is no longer than this.
_WHO = 16
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def rank_headings(heads: list[Piece], lead: str) -> None:
    """Set the roles of an article's headings: kicker, headline, subhead.

    Args:
        heads: the headings in page order, section names and parts of documents left out.
        lead: the article's first paragraph without blanks.
    """
    if not heads:
        return
    main = _main(heads, lead)
    for n, piece in enumerate(heads):
        piece.role = "headline" if n == main else "kicker" if n < main else "subhead"


def _main(heads: list[Piece], lead: str) -> int:
    """Number of the headline."""
    levels = {p.level for p in heads if p.level}
    if levels:
        top = min(levels)
        return next(n for n, p in enumerate(heads) if p.level == top)
    ends = [n for n, p in enumerate(heads[:-1]) if p.text.endswith(layout_words("kicker_end"))]
    first = ends[-1] + 1 if ends else 0
    rest = heads[first:]
    if len(rest) == 1 or first:
        return first
    # A headline in two parts stands above the one line that explains it.
    if rest[0].parts == 2 and rest[1].parts == 1 and not rest[0].spaced:
        return first
    if _is_below(rest[0].text, rest[1].text) or _figure_leads(rest[0].text, rest[1].text, lead):
        return first
    return first + 1


def _is_below(upper: str, lower: str) -> bool:
    """Whether a line only adds to the headline above it: by whom it was passed, who spoke and presided, what kind of report it is."""
    if lower.startswith(layout_words("subhead_start")) or (lower[0] in "（(" and lower[-1] in "）)"):
        return True
    if len(lower) > len(upper) and lower.endswith(layout_words("subtitle_end")):
        return True
    return len(lower) <= min(len(upper), _WHO) and lower.endswith(layout_words("subhead_end"))


def _figure_leads(upper: str, lower: str, lead: str) -> bool:
    """Whether the upper line says the figure that the text begins with, and the lower one does not."""
    start = lead[:120]
    figures = [f for f in _FIGURE.findall(upper) if len(f) > 1 or "." in f]
    return any(f in start for f in figures) and not any(f in start for f in _FIGURE.findall(lower) if len(f) > 1)
