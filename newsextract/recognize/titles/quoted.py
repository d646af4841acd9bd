"""Where titles in 《》 begin and end: nested marks, marks that nobody closed, titles cut by a line end."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["LONGEST", "quoted_spans"]

#: Characters a title may have; the longest official ones come to a little over a hundred.
LONGEST = 160
#: Behind a line end a title goes on for no more than this.
_REST = 60


def quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Find the outermost titles, both marks included.

    A mark that is not closed within a title's length, sentence or paragraph opens nothing, so that one lost by OCR costs
    one title and not the page; marks inside are then tried on their own.

    >>> list(quoted_spans("印发《关于实施〈档案法〉的意见》，《失 见《办法》"))
    [(2, 16), (21, 25)]
    """
    at = text.find("《")
    while at >= 0:
        end = _close(text, at)
        if end is None:
            at = text.find("《", at + 1)
        else:
            yield at, end
            at = text.find("《", end)


def _close(text: str, start: int) -> int | None:
    depth = 0
    stop = min(len(text), start + LONGEST)
    broken = False
    for at in range(start, stop):
        mark = text[at]
        if mark == "《":
            depth += 1
        elif mark == "》":
            depth -= 1
            if depth == 0:
                # 《〈内〉外〉 closed by the wrong mark is rare; 《》 with nothing inside is no title.
                return at + 1 if at > start + 1 else None
        elif mark == "。" and text[at + 1 : at + 2] != "》":
            return None
        elif mark == "\n":
            if broken:
                return None
            broken = True
            stop = min(stop, at + _REST)
    return None
