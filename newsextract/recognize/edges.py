"""Where a name can begin: jieba's word edges with coarse word classes, read leftwards from the noun that ends a name."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from newsextract.doc import norm_text, word_starts
from newsextract.lexicon.load import read_rows

__all__ = ["BREAKS", "HARD", "Token", "Walk", "Words", "is_han", "walk_left", "word_class"]

#: Words of one character before which a name begins: they join or govern, they are no part of names.
HARD = frozenset(
    "的了在是和与及或由对向从把被将让于到给按据都还就才又再很更不没这那该此其某各每我你他她它们等之而但若因则且赴访经同称说为以"
)

#: Numerals: a count stands before a head noun, not a name (一大学).
_COUNTS = frozenset("一二三四五六七八九十两几百千万亿第")

#: Characters that no name runs across.
BREAKS = frozenset('\n\r\t ，。；：！？、,;:!?"“”‘’《》〈〉【】[]{}|—…～~<>=+*/\\·%％□■●▲△◆★☆')


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one.

    >>> is_han("市"), is_han("a")
    (True, False)
    """
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇"


@functools.cache
def _classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in read_rows("word_classes"):
        table.update(dict.fromkeys(row["words"].split(), row["class"]))
    table.update((row["word"], "o") for row in read_rows("org_words"))
    stops = {"stop": "v", "set": "f"}
    table.update((row["word"], stops[row["role"]]) for row in read_rows("org_contexts") if row["role"] in stops)
    return table


def word_class(word: str) -> str:
    """Coarse class of a word.

    Returns:
        ``v`` verb, ``f`` function word, ``n`` common noun, ``o`` word usual in names of bodies, ``p`` proper name,
        ``h`` a hard one-character word, ``1`` any other single character, ``?`` a word that nobody knows.

    >>> word_class("的"), word_class("管理"), word_class("企业")
    ('h', 'o', 'n')
    """
    if len(word) == 1:
        return "h" if word in HARD else "f" if word in _COUNTS else "1"
    return _classes().get(word, "?")


class Words:
    """A Doc's text with its word edges.

    Args:
        doc: the Doc.
    """

    __slots__ = ("starts", "text")

    def __init__(self, doc: Doc) -> None:
        self.text = norm_text(doc)
        self.starts = word_starts(doc)

    def is_edge(self, at: int) -> bool:
        """Whether a word begins at a place, or the text ends there."""
        return at >= len(self.text) or self.starts[at] == 1

    def start_before(self, at: int) -> int:
        """Return the start of the word that ends at or runs over the character before a place."""
        return max(0, self.starts.rfind(b"\x01", 0, at))

    def end_after(self, at: int) -> int:
        """Return the end of the word that begins at or runs over a place."""
        end = self.starts.find(b"\x01", at + 1)
        return len(self.text) if end < 0 else end


@dataclass(frozen=True, slots=True)
class Token:
    """A word that a walk passed: where it stands and its class."""

    start: int
    end: int
    cls: str


@dataclass(slots=True)
class Walk:
    """The words to the left of a head noun, up to an anchor or a stop.

    Args:
        at: where the head begins.
        start: the leftmost place reached; the anchor's start where there is one.
        anchored: a place, body or deictic level (市, 省) stands at the left end.
        tokens: the words passed between the anchor and the head, left to right.
    """

    at: int
    start: int
    anchored: bool = False
    tokens: list[Token] = field(default_factory=list)

    @property
    def own(self) -> int:
        """Number of characters between the anchor and the head."""
        return self.at - self.tokens[0].start if self.tokens else 0

    @property
    def clean(self) -> bool:
        """Whether none of the words between speaks against a name."""
        return all(t.cls not in "vf" for t in self.tokens)

    def name_start(self, kind: str = "") -> int | None:
        """Return where an unanchored name begins: at the first word that is no common one, up to the head.

        A run of single characters that jieba knows no word for, or a proper name, is what tells a name.
        """
        tokens = self.tokens
        for n, token in enumerate(tokens):
            if any(t.cls in "vf" for t in tokens[n:]):
                continue
            if token.cls in "pl?":
                return token.start
            if token.cls == "1" and n + 1 < len(tokens) and tokens[n + 1].cls in "1":
                return token.start
        return None


def _opening(text: str, at: int) -> int | None:
    """Return where the bracket opens that closes before a place, if it holds a short Chinese or Latin word."""
    close = text[at - 1]
    at_open = text.rfind("(" if close == ")" else "（", max(0, at - 14), at)
    inner = text[at_open + 1 : at - 1]
    return at_open if at_open > 0 and inner and all(is_han(c) or (c.isascii() and c.isalnum()) for c in inner) else None


def _joined(words: Words, at: int, walk: Walk, anchors: Mapping[int, int]) -> int | None:
    """Return where the word before a 和 begins, if the 和 joins two words of one name: 控制|和|预防中心.

    Both must be words usual in names of bodies, and an anchor must stand not far before them.
    """
    if not walk.tokens or walk.tokens[0].cls not in "no":
        return None
    begin = words.start_before(at)
    first = word_class(words.text[begin:at])
    if len(walk.tokens) == 1 and begin in anchors and first in "no" and at - begin > 1:
        return begin  # 市|水利|和|湖泊|局
    if first != "o" and walk.tokens[0].cls != "o":
        return None
    here = begin
    for _ in range(4):
        if here in anchors:
            return begin
        if here == 0 or word_class(words.text[words.start_before(here) : here]) not in "no?":
            return None
        here = words.start_before(here)
    return None


def walk_left(words: Words, at: int, anchors: Mapping[int, int], *, longest: int = 24, loose: bool = False) -> Walk:
    """Read leftwards from a head noun to the nearest anchor, or to where no name can reach.

    Args:
        words: the text with its edges.
        at: where the head begins.
        anchors: end → start of what a name can begin with: places, bodies, deictic levels.
        longest: characters that may be passed.
        loose: pass verbs and 和 too, for names that hold a clause (…统筹…和…领导小组).
    """
    text = words.text
    walk = Walk(at, at)
    here = at
    while here > 0 and at - here < longest:
        if here in anchors:
            walk.start, walk.anchored = anchors[here], True
            break
        char = text[here - 1]
        if char in ")）":
            opening = _opening(text, here)
            if opening is None:
                break
            walk.tokens.insert(0, Token(opening, here, "b"))
            here = walk.start = opening
            continue
        if char in BREAKS or not (is_han(char) or char.isalnum()):
            break
        if char.isascii():
            begin = here
            while begin > 0 and text[begin - 1].isascii() and text[begin - 1].isalnum():
                begin -= 1
            cls = "f" if text[begin:here].isdigit() else "l"
            if cls == "f" and begin > 0 and text[begin - 1] == "第":
                begin, cls = begin - 1, "n"  # 第989医院
        else:
            begin = words.start_before(here)
            inner = [end for end in range(begin + 1, here) if end in anchors]
            if inner:
                walk.tokens.insert(0, Token(inner[-1], here, "n"))
                walk.start, walk.anchored = anchors[inner[-1]], True
                break
            if begin > 0 and text[begin - 1].isdigit() and text[begin] in "日月年时点分号":
                break  # a date, or a dateline: 8月20日电
            word = text[begin:here]
            numbered = word[0] == "第" and len(word) > 1 and _COUNTS.issuperset(word)
            cls = "n" if numbered else word_class(word)  # 第一|人民医院
            if cls == "?" and len(word) == 4 and "v" in (halves := word_class(word[:2]) + word_class(word[2:])):
                cls = cls if "o" in halves else "v"  # 充分利用, 大力开展, 承认错误; but 联合作战, 认知科学
        if char == "再" and text.startswith(("担保", "保险", "制造", "生资源", "就业"), here):
            cls = "o"  # 融资|再|担保
        if cls == "h" and not (loose and char in "和与及"):
            joined = _joined(words, begin, walk, anchors) if char in "和与及" else None
            if joined is None:
                coined = [t.cls == "1" for t in walk.tokens[:2]] == [True, False]
                if not (coined and begin in anchors):
                    break  # a coined name may hold such a character right behind its place: 某州|同|力|机械
                joined = begin
            walk.tokens.insert(0, Token(joined, here, "o"))
            here = walk.start = joined
            continue
        numeral = cls == "f" and here - begin == 1 and not char.isascii()
        if numeral and begin in anchors and walk.tokens and walk.tokens[0].cls == "1":
            cls = "1"  # a coined name may begin with a numeral: 某州|五|羊
        if cls in "vf" and not loose:
            break
        walk.tokens.insert(0, Token(begin, here, cls))
        here = walk.start = begin
    return walk
