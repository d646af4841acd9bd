"""Tables and lists: blocks whose line ends are meant."""

from __future__ import annotations

import re

__all__ = ["is_listed"]

_CELL = re.compile(r"\S+")
_FIGURE = re.compile(r"^[-+－]?[\d０-９][\d０-９.,．，]*[%％]?$")
_ITEM = re.compile(r"^(?:[-*•●·]\s|[\d０-９]{1,2}[.、．](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[）)]|附件)")


def is_listed(page: str, lines: list[tuple[int, int]]) -> bool:
    r"""Whether a block's lines are rows or items rather than a paragraph broken by its column.

    >>> text = "指标 数值\n甲业 102.5\n乙业 37"
    >>> is_listed(text, [(0, 5), (6, 14), (15, 20)])
    True
    """
    if len(lines) < 2:
        return False
    texts = [page[s:e] for s, e in lines]
    rows = [_CELL.findall(t) for t in texts]
    figures = sum(any(_FIGURE.match(c) for c in cells[1:]) and not _stretched(cells) for cells in rows)
    running = sum("。" in t or "，" in t for t in texts)
    if figures >= max(2, 0.5 * len(lines)) and not running:
        return True
    items = sum(bool(_ITEM.match(t)) for t in texts)
    if items >= 0.6 * len(lines) and items > 1:
        return True
    ended = sum(t.endswith(("。", "，", "、", "；")) or "。" in t or "，" in t for t in texts)
    apart = sum(1 < len(cells) <= 5 and not _stretched(cells) for cells in rows)
    if all(t.lstrip().startswith("|") for t in texts):
        return True
    named = sum("：" in t or ":" in t for t in texts)
    return ended == 0 and apart >= 0.8 * len(lines) and (len(lines) > 2 or named > 0)


def _stretched(cells: list[str]) -> bool:
    return len(cells) > 3 and sum(len(c) == 1 for c in cells) > 0.6 * len(cells)
