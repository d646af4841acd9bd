"""Short names of companies: a coined name and its trade, or a place and its trade."""

from __future__ import annotations

import re

from newsextract.lexicon.divisions import by_name
from newsextract.recognize.edges import Token, Walk, Words, word_class
from newsextract.recognize.organizations.anchors import Anchors
from newsextract.recognize.organizations.heads import Head

__all__ = ["COMPANY_CONTEXT", "brand", "short_division"]

#: Words of company news: a page without them does not call companies by short names.
COMPANY_CONTEXT = re.compile("股份|股权|股票|上市公司|公告|董事|控股|收购|入股|子公司|融资|[AHB]股|报收|涨停|跌停")
#: What only a company's name has behind it: 洛河玻璃|H股.
_SHARE = re.compile("[AHB]股|股份|股价")


def brand(words: Words, head: Head, walk: Walk, anchors: Anchors) -> tuple[int, float, list[str]] | None:
    """Short names of companies: a coined name and its trade (the word jieba does not know is the name)."""
    own = _two_characters(walk)
    start = own[0].start if own else walk.start
    form = words.text[start : head.end]
    behind = word_class(words.text[head.end : words.end_after(head.end)]) if head.end < len(words.text) else "h"
    if behind == "o" or (behind == "n" and head.need == "trade"):
        return None  # 智能|制造: the head is part of something longer
    usual = head.need == "trade"  # 科技, 建设: words of everyday text too
    weak = walk.anchored and anchors.kinds.get(head.start - walk.own) == "weak"
    if weak and not walk.own and not usual and words.text.count(form) > 1 and COMPANY_CONTEXT.search(words.text):
        return walk.start, 0.72, ["name and trade", "repeated"]
    if own and words.text.count(form) > 1:
        if usual and not COMPANY_CONTEXT.search(words.text):
            return None
        if all(t.cls == "1" for t in own) or (own[0].cls in "?p" and not usual):
            return start, 0.8, ["coined name and trade", "repeated"]
        if own[0].cls == "n" and not walk.tokens[:-1] and not usual and COMPANY_CONTEXT.search(words.text):
            return start, 0.72, ["name and trade", "repeated"]
    if walk.anchored and walk.own == 0:
        kind = anchors.kinds.get(head.start, "")
        if kind == "brand":
            return walk.start, 0.85, ["brand"]
        if (
            kind == "place"
            and (_SHARE.match(words.text, head.end) or (not usual and short_division(words, walk.start, head.start)))
            and COMPANY_CONTEXT.search(words.text)
        ):
            return walk.start, 0.75, ["place and trade"]
    return None


def short_division(words: Words, start: int, end: int) -> bool:
    """Whether a place is the short form of a division, as in names of companies: 洛阳|钼业."""
    name = words.text[start:end]
    return any(d.short == name != d.name for d in by_name(name))


def _two_characters(walk: Walk) -> list[Token]:
    """The word of two characters, or the two single ones, right before a head; nothing else coined before them."""
    tokens = walk.tokens
    if tokens and tokens[-1].end - tokens[-1].start == 2 and not walk.anchored:
        return tokens[-1:]
    singles = len(tokens) >= 2 and all(t.cls == "1" for t in tokens[-2:])
    return tokens[-2:] if singles and (len(tokens) == 2 or tokens[-3].cls != "1") and not walk.anchored else []
