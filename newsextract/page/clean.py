"""Clean text: layout blanks go, blanks that separate something stay, and every character keeps its page offset.

A printer stretches a line, an OCR engine tears a figure or a name apart, a column ends a line anywhere: such blanks
say nothing. The blank between two names, two Latin words or two halves of a headline says something. Which is which
is read from what stands on both sides and from the kind of block.
"""

from __future__ import annotations

import re
from typing import Literal

from newsextract.page.text import CleanText
from newsextract.tokenize import cut

__all__ = ["MARKUP", "CleanMode", "clean_text", "compact", "is_han"]

#: How a block's blanks are read: running text; a heading; lines that each say something; a table or a list.
CleanMode = Literal["prose", "heading", "lines"]

_GAP = re.compile(r"\s+")
_BLANK = re.compile(" ")
#: Marks that a markdown-writing OCR engine puts before a line.
_MARKDOWN = re.compile(r"^[^\S\n]*(?:#{2,6}[^\S\n]*|#[^\S\n]+|[-*+][^\S\n]+(?=\S))", re.MULTILINE)
#: Bold marks and tags inside a line.
MARKUP = re.compile(
    r"\*\*|</?(?:div|p|span|center|img|table|thead|tbody|tr|td|th|b|i|u|br|hr|sub|sup)\b[^<>]{0,300}>", re.IGNORECASE
)
#: Brackets with a credit in them, and credits that stand open at the beginning: blanks in them separate names.
_CREDIT = re.compile(
    r"[（(][^（）()\n]{0,80}?(?:记者|通讯员|报道员|见习|摄)[^（）()\n]{0,80}[）)]"
    r"|^[^，。；：:,;（(]{0,40}?(?:记者|通讯员)[^，。；：:,;（(]{0,60}"
)
#: What a dateline ends in: the blank behind it stays.
_DATELINE_END = ("讯", "电", "报道", "消息")
#: Words behind which a name begins.
_LABEL_END = ("记者", "通讯员", "报道员", "作者", "摄影", "编辑", "校对", "版式", "美编")
_CLAUSE = re.compile(r"第[一二三四五六七八九十百零\d]{1,6}[条章节款编]$")
_TABLE = re.compile(r"附?[表图件]\d{1,2}")
_QUOTED_HALVES = re.compile(r"[“《「『][^“”《》「」『』 ]{4,20} [^“”《》「」『』 ]{4,20}[”》」』]")
#: Parts of a heading have at least so many characters; marks inside them count.
_PART = 5

_CN_DIGIT = "零〇○一二三四五六七八九"
#: A date that a form or OCR prints with blanks between its parts; in a table two columns never make one.
_TORN_DATE = re.compile(
    r"(?<!\d)(?:[12](?: ?\d){3} ?年(?: ?(?:1 ?[0-2]|0? ?[1-9]) ?月(?: ?(?:[12] ?\d|3 ?[01]|0? ?[1-9]) ?[日号])?)?"
    r"|(?:1[0-2]|0?[1-9]) ?月 ?(?:[12]\d|3[01]|0?[1-9]) ?[日号])"
    rf"|[一二](?: ?[{_CN_DIGIT}]){{3}} ?年(?: ?[{_CN_DIGIT}十]{{1,3}} ?月(?: ?[{_CN_DIGIT}十]{{1,3}} ?[日号])?)?"
)
#: Blanks that keep the figures of a date apart from each other (2024 08 15), or from the hour (2024-08-15 09:30).
_APART = re.compile(
    r"(?<!\d)(?:19|20)\d\d( )(?:0[1-9]|1[0-2])( )(?:0[1-9]|[12]\d|3[01])(?!\d)|(?<=\d[-/.]\d)\d?( )(?=[012]?\d[:：][0-5]\d)"
    r"|\A(?:19|20)\d\d( )(?:1[0-2]|0?[1-9])(?:( )(?:[12]\d|3[01]|0?[1-9]))?\Z"
)


def is_han(char: str) -> bool:
    """Whether a character is Han (or 〇).

    >>> is_han("烟"), is_han("〇"), is_han("A")
    (True, True, False)
    """
    return "㐀" <= char <= "鿿" or char == "〇" or char >= "\U00020000"


def compact(text: str) -> str:
    r"""Return the text without any blanks.

    >>> compact("贯 彻\n落实")
    '贯彻落实'
    """
    return "".join(text.split())


#: A cell that is broken off at its column's end is at least this long.
_CELL = 6


def _is_letter(char: str) -> bool:
    return char.isalpha() and not is_han(char)


def _run(text: str, at: int, step: int) -> int:
    """Length of the run of word characters at ``at``, going by ``step``."""
    length = 0
    while 0 <= at < len(text) and length < 12 and (is_han(text[at]) or text[at].isalnum()):
        length += 1
        at += step
    return length


def _single(text: str, at: int) -> bool:
    """Whether the character at ``at`` stands alone: blanks, punctuation or an end on both sides."""
    return not (at > 0 and text[at - 1].isalnum()) and not (at + 1 < len(text) and text[at + 1].isalnum())


def _in_single_run(text: str, at: int) -> bool:
    """Whether a lone character has another lone character one blank away."""
    before = at >= 2 and text[at - 1] == " " and text[at - 2].isalnum() and _single(text, at - 2)
    after = at + 2 < len(text) and text[at + 1] == " " and text[at + 2].isalnum() and _single(text, at + 2)
    return before or after


def _separates(text: str, at: int) -> bool:
    """Whether the blank at ``at`` separates two Han words where blanks are meant: names, headings, lists."""
    left, right = at - 1, at + 1
    lone_left, lone_right = _single(text, left), _single(text, right)
    if lone_left and lone_right:
        return False
    if lone_left:
        # 刘 鹏 李明: the blank behind a spaced-out name stays; 陈 新姿: one name, its surname set apart.
        return _in_single_run(text, left) or _run(text, right, 1) > 2
    if lone_right and text[right] in "文图摄":
        return True  # 王小明 摄: what a name is credited with, no part of it
    if lone_right:
        return _in_single_run(text, right) or _run(text, left, -1) > 2
    return True


def _halves(text: str, at: int) -> bool:
    """Whether the blank at ``at`` sets two parts of a heading apart, neither of them a word alone: “知”变“资” 创新有底气."""
    left, right = text[text.rfind(" ", 0, at) + 1 : at], text[at + 1 :].split(" ", 1)[0]
    return min(len(left), len(right)) >= _PART


def _numbered(text: str, at: int) -> bool:
    """Whether the number of an article, a chapter or a table stands before the blank at ``at``."""
    if text[at - 1] in "条章节款编":
        return bool(_CLAUSE.search(text[max(0, at - 9) : at]))
    return at < 6 and bool(_TABLE.fullmatch(text, 0, at))


def _stays(text: str, at: int, mode: CleanMode, credits: list[tuple[int, int]]) -> bool:
    """Whether the blank at ``at`` of a block's text is more than layout."""
    if at == 0 or at + 1 >= len(text):
        return False
    a, b = text[at - 1], text[at + 1]
    if a == "\n" or b == "\n":
        return False
    if mode == "heading" and is_han(a) and b.isdigit() and _halves(text, at):
        return True
    if _is_letter(a) or _is_letter(b):
        if (a.isdigit() or _is_letter(a)) and (b.isdigit() or _is_letter(b)):
            return True
        return mode == "lines"
    if mode == "lines":
        if a.isdigit() or b.isdigit() or not (is_han(a) and is_han(b)):
            return True
        return _separates(text, at)
    if b == "摄" or _numbered(text, at):
        return True
    if mode == "prose" and at < 40 and text.endswith(_DATELINE_END, 0, at) and b != "，":
        return True
    if mode == "heading" and (is_han(a) or a in "”》）！？") and (is_han(b) or b in "“《") and _halves(text, at):
        return True
    if not (is_han(a) and is_han(b)):
        return False
    if mode == "heading":
        lone = _single(text, at - 1) or _single(text, at + 1)
        return not lone or (_separates(text, at) and text.endswith(_LABEL_END, 0, at))
    return any(s <= at < e for s, e in credits) and (_separates(text, at) or text.endswith(_LABEL_END, 0, at))


def clean_text(page: str, start: int, end: int, mode: CleanMode) -> CleanText:
    r"""Take the layout blanks out of [start, end) of a page.

    Args:
        page: the decoded page.
        start, end: a block, from its first to its last character that is no blank.
        mode: ``prose`` joins lines, ``heading`` sets its lines apart by a blank, ``lines`` keeps line ends.

    >>> clean_text("贯 彻 国 务 院\n要求，1 6家", 0, 17, "prose").text
    '贯彻国务院要求，16家'
    >>> clean_text("记者 白瀛 周 玮", 0, 10, "lines").text
    '记者 白瀛 周玮'
    """
    block = page[start:end]
    dropped = [m.span() for m in _MARKDOWN.finditer(block)] if mode != "prose" or block[:1] == "#" else []
    if "**" in block or "<" in block:
        dropped = sorted([*dropped, *(m.span() for m in MARKUP.finditer(block))])
    if not dropped and _GAP.search(block) is None:
        return CleanText(block, tuple(range(start, end)))
    text, offsets = _flatten(block, dropped, mode)
    if " " in text:
        text, offsets = _drop_blanks(text, offsets, mode)
    return CleanText(text, tuple(start + o for o in offsets))


def _flatten(block: str, dropped: list[tuple[int, int]], mode: CleanMode) -> tuple[str, list[int]]:
    """Bring every gap to one character or none: a blank, or a line end where lines are meant."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in [*((m.start(), m.end()) for m in _GAP.finditer(block)), (len(block), len(block))]:
        for a, b in _kept(at, start, dropped):
            pieces.append(block[a:b])
            offsets.extend(range(a, b))
        at = end
        if start == end:
            break
        gap = block[start:end]
        mark = " "
        if "\n" in gap:
            if mode == "lines":
                mark = "" if _wraps(block, start, end) else "\n"
            elif mode == "prose" or _one_chain(block, start):
                # A line that ends in a blank may end between two names; what stands around decides below.
                words = _is_letter(block[start - 1]) and _is_letter(block[end : end + 1])
                label = mode == "prose" and block.endswith(_LABEL_END, max(0, start - 4), start)  # 通讯员, then a name
                mark = " " if words or label or gap != "\n" else ""
        if mark and pieces:
            pieces.append(mark)
            offsets.append(block.index("\n", start) if mark == "\n" else start)
    return "".join(pieces), offsets


def _wraps(block: str, at: int, end: int) -> bool:
    """Whether the line behind the gap [at, end) goes on with the last cell of the row before, right below it."""
    row = block[block.rfind("\n", 0, at) + 1 : at]
    cells = row.split()
    indent = block[block.rfind("\n", at, end) + 1 : end]
    if len(cells) < 2 or len(cells[-1]) < _CELL or not indent:
        return False
    return _columns(row[: row.rfind(cells[-1])]) == _columns(indent)


def _columns(text: str) -> int:
    """How many columns a text takes, Han characters and full-width blanks two of them."""
    return sum(1 if char.isascii() else 2 for char in text)


def _kept(start: int, end: int, dropped: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of [start, end) is left without the dropped spans."""
    kept = []
    for a, b in dropped:
        if b <= start or a >= end:
            continue
        if a > start:
            kept.append((start, a))
        start = b
    if start < end:
        kept.append((start, end))
    return kept


def _one_chain(block: str, at: int) -> bool:
    """Whether a heading's line ends inside a word chain: in a bracket or a title, in 关于…的通知, or inside a word."""
    head = block[:at]
    if any(head.count(o) > head.count(c) for o, c in ("《》", "（）", "“”")) or "关于" in block:
        return True
    tail, rest = head.split()[-1][-4:], block[at:].split(maxsplit=1)[0][:4]
    edge = 0
    for word in cut(tail + rest):
        if edge < len(tail) < edge + len(word):
            return True
        edge += len(word)
    return tail.endswith(("的", "和", "与", "及", "在", "、", "，"))


def _drop_blanks(text: str, offsets: list[int], mode: CleanMode) -> tuple[str, list[int]]:
    credits = [m.span() for m in _CREDIT.finditer(text)] if mode == "prose" else []
    if mode == "prose":
        credits += [m.span() for m in _QUOTED_HALVES.finditer(text)]
    kept_set = {m.start() for m in _BLANK.finditer(text) if _stays(text, m.start(), mode, credits)}
    if mode == "lines":
        for torn in _TORN_DATE.finditer(text):
            kept_set.difference_update(range(*torn.span()))
    kept_set.update(m.start(n) for m in _APART.finditer(text) for n in range(1, 6) if m[n])
    pieces: list[str] = []
    kept: list[int] = []
    at = 0
    for m in _BLANK.finditer(text):
        if m.start() in kept_set:
            continue
        pieces.append(text[at : m.start()])
        kept.extend(offsets[at : m.start()])
        at = m.end()
    pieces.append(text[at:])
    kept.extend(offsets[at:])
    return "".join(pieces), kept
