"""How much of a generated page comes back."""

from __future__ import annotations

from collections import Counter

from generator.pages import Made

from newsextract.page.analyse import analyse
from newsextract.page.layout import Layout

__all__ = ["fold", "running_text", "whole_articles"]


def running_text(layout: Layout, number: int) -> str:
    """Running text of an article in reading order, without blanks, its crossheads in 【】."""
    blocks = [layout.blocks[i] for i in layout.articles[number].order]
    marks = {"body": "{}", "crosshead": "【{}】"}
    return "".join(marks[b.role].format("".join(b.clean.text.split())) for b in blocks if b.role in marks)


def whole_articles(made: Made) -> tuple[int, int]:
    """How many articles come back with their headline and their whole text, and how many there are."""
    layout = analyse(made.text)
    got = Counter(
        ("".join((a.headline or "").split()), fold(running_text(layout, n))) for n, a in enumerate(layout.articles)
    )
    want = Counter(("".join(a.headline.split()), fold(a.text)) for a in made.articles)
    return (got & want).total(), want.total()


def fold(text: str) -> str:
    """Print figures half width."""
    return text.translate(str.maketrans("０１２３４５６７８９％．", "0123456789%."))
