"""Clean text with carried offsets: which page character each clean character came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import sub

__all__ = ["INSERTED", "CleanText", "page_spans"]

#: Offset of a clean character that stands nowhere on the page (the line end between two paragraphs).
INSERTED = -1


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text without layout whitespace, and for each of its characters the page offset it came from.

    Args:
        text: the clean characters.
        offsets: as many page offsets (code points); ``INSERTED`` where a character was put in between blocks.

    >>> clean = CleanText("陈飞", (4, 6))
    >>> clean[1:2]
    CleanText(text='飞', offsets=(6,))
    """

    text: str
    offsets: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            raise ValueError(f"{len(self.text)} characters but {len(self.offsets)} offsets")

    def __getitem__(self, where: slice) -> CleanText:
        return CleanText(self.text[where], self.offsets[where])

    def breaks(self) -> list[int]:
        """Return where a character does not stand right behind the one before it on the page.

        >>> CleanText("陈飞说", (4, 6, 7)).breaks()
        [1]
        """
        steps = map(sub, self.offsets[1:], self.offsets)
        return list(compress(count(1), map((1).__ne__, steps)))

    def __len__(self) -> int:
        return len(self.text)

    @classmethod
    def join(cls, parts: Iterable[CleanText | str]) -> CleanText:
        r"""Concatenate; plain strings are put in with no place on the page.

        >>> CleanText.join([CleanText("甲", (0,)), "\n", CleanText("乙", (9,))])
        CleanText(text='甲\n乙', offsets=(0, -1, 9))
        """
        texts: list[str] = []
        offsets: list[int] = []
        for part in parts:
            if isinstance(part, str):
                texts.append(part)
                offsets.extend([INSERTED] * len(part))
            else:
                texts.append(part.text)
                offsets.extend(part.offsets)
        return cls("".join(texts), tuple(offsets))


def page_spans(offsets: Sequence[int], page: str) -> list[tuple[int, int]]:
    r"""Page spans of a run of clean characters, in reading order: one span unless something other than blanks cuts it.

    Args:
        offsets: page offsets of the run's characters (``INSERTED`` ones are passed over).
        page: the decoded page.

    >>> page_spans([0, 2, 9], "陈 飞。\n图注。\n说")
    [(0, 3), (9, 10)]
    """
    spans: list[tuple[int, int]] = []
    start = end = -1
    for at in offsets:
        if at == INSERTED:
            continue
        if start >= 0 and end <= at and (at == end or not page[end:at].strip()):
            end = at + 1
            continue
        if start >= 0:
            spans.append((start, end))
        start, end = at, at + 1
    if start >= 0:
        spans.append((start, end))
    return spans
