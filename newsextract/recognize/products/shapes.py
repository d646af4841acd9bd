"""The shapes in which products, platforms, projects and programmes are named."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import regex
from spacy.tokens import Doc

from newsextract.doc import norm_text, word_starts
from newsextract.lexicon import Matcher, read_rows
from newsextract.recognize.products.patterns import (
    ACT,
    ALIAS,
    BUILT,
    CAPACITY,
    COINED,
    CRAFT,
    ISSUED,
    LAUNCHED,
    LIST,
    LOANS,
    LONGER,
    LOOSE,
    MODEL,
    NAMING,
    NO_ITEM,
    NO_PROJECT,
    PROGRAMME,
    PROJECT,
    QUOTED,
    SECTION,
    SLOGAN,
    SPORTS,
    VARIETY,
    VESSEL,
)
from newsextract.recognize.proper import descriptive, is_proper, leads_with_place, words_between
from newsextract.recognize.reach import name_start, punctuated

__all__ = ["Found", "by_definition", "by_head", "by_list", "by_model", "by_name", "by_quotes", "is_slogan"]

#: A capacity has at most so many characters.
_CAPACITY = 16
#: start, end, confidence, evidence
Found = tuple[int, int, float, str]


def is_slogan(name: str) -> bool:
    """Whether words in quotation marks read as a slogan or an adjective, not as a name.

    >>> is_slogan("保姆式"), is_slogan("小切口，大民生"), is_slogan("惠企通")
    (True, True, False)
    """
    return SLOGAN.search(name) is not None


def _named_so(name: str, kind: str) -> bool:
    """Whether only the first character makes a slogan of what stands before a noun that only names take: “一码游某省”平台."""
    return kind.endswith(_HARD) and SLOGAN.search(name[1:]) is None and len(name) > 3


#: Nouns of classes whose members all have names.
_HARD = ("平台", "小程序", "APP", "App", "客户端", "公众号", "直播课")


@functools.cache
def _heads() -> tuple[Matcher, list[tuple[str, str]]]:
    rows = [(row["head"], row["need"]) for row in read_rows("product_heads")]
    return Matcher([head for head, _ in rows]), rows


@functools.cache
def _names() -> Matcher:
    return Matcher([row["name"] for row in read_rows("product_names")])


def by_name(doc: Doc) -> Iterator[Found]:
    """Things known by name."""
    text, starts = norm_text(doc), word_starts(doc)
    for start, stop, _ in _names().find(text):
        tail = SECTION.match(text, stop)
        end = tail.end() if tail else stop
        if text[end : end + 2] in ("公司", "集团", "平台", "巨轮"):
            continue
        if starts[start] or not "\u4e00" <= text[start - 1 : start] <= "\u9fff":
            yield start, end, 0.85, "lexicon:products"


def by_model(doc: Doc) -> Iterator[Found]:
    """Types by letters and figures, spacecraft by number."""
    text = punctuated(doc)
    for hit in VESSEL.finditer(text):
        start = name_start(doc, hit.start())
        if 2 <= hit.start() - start <= 8 and text[hit.start() - 1] not in "0123456789一二三四五六七八九十百几同型各”":
            yield start, hit.end(), 0.8, "shape:vessel"
    for pattern in (CRAFT, MODEL):
        for hit in pattern.finditer(text):
            yield *hit.span(), 0.85, f"shape:{pattern.name}"


def by_quotes(doc: Doc) -> Iterator[Found]:
    """Quoted names: before the noun of their class, by a coined ending, behind a naming verb."""
    text = punctuated(doc)
    for hit in QUOTED.finditer(text):
        name, kind = hit["name"], hit["class"]
        if (is_slogan(name) and not _named_so(name, kind)) or (
            kind.endswith(("服务", "业务", "产品", "项目")) and len(name) > 12
        ):
            continue
        yield *hit.span("name"), 0.85, f"quoted:{kind}"
    for hit in LOOSE.finditer(text):
        if not is_slogan(hit["name"]):
            yield *hit.span("name"), 0.75, "quoted:class behind"
    for hit in COINED.finditer(text):
        coined = len(words_between(doc, *hit.span("name"))) > 1  # a word of the dictionary in quotation marks is none
        if coined and not is_slogan(hit["name"]):
            yield *hit.span("name"), 0.8, "quoted:coined"
    for hit in NAMING.finditer(text):
        yield *hit.span("name"), 0.7, "verb:naming"
    for pattern in (VARIETY, ISSUED):
        for hit in pattern.finditer(text):
            yield *hit.span("name"), 0.8, f"quoted:{pattern.name}"
    for hit in LAUNCHED.finditer(text):
        word = len(words_between(doc, *hit.span("name"))) == 1 and len(hit["name"]) == 2  # “打包”上市
        if not word and not is_slogan(hit["name"]):
            yield *hit.span("name"), 0.7, "verb:launched"
    for hit in PROGRAMME.finditer(text):
        stem = words_between(doc, hit.start("stem"), hit.end("stem"))
        if not descriptive(stem) and not NO_PROJECT.search(hit["stem"]):
            yield *hit.span("name"), 0.75, "quoted:programme"
    for hit in LOANS.finditer(text):
        yield *hit.span("name"), 0.75, "shape:loan"


def _enough(doc: Doc, start: int, head: int, end: int, need: str) -> bool:
    text = punctuated(doc)
    size = head - start
    if size < 2:
        return False
    words = words_between(doc, start, head)
    proper = is_proper(doc, start, head)
    if NO_PROJECT.search(text[start:head]):
        return False
    if need == "coined":
        return (
            "”" not in text[start:head]
            and not text.startswith("线", start)
            and size <= 8
            and [len(word) for word in words[:3]] == [1, 1, 1]
        )
    if need == "fund":
        known = leads_with_place(text, start, head)
        return (
            proper
            and size >= 4
            and (known or not regex.search(r"医保|社保|保险|保障|养老|公募|私募|指数", text[start:head]))
        )
    if need == "project":
        if NO_PROJECT.search(text[start:head]):
            return False
        if text[head - 1] == "”":
            lead = text.rfind("“", start, head)
            return lead - start >= 4 and not descriptive(words_between(doc, start, lead))
        opens = (
            regex.search(r"(?:^|\n|[0-9一二三四五六七八九十][.．、)）])$", text[max(0, start - 3) : start]) is not None
        )
        listed = opens and text[end : end + 1] in ("。", "\n", "")
        named = PROJECT.search(text, start, head) is not None or leads_with_place(text, start, head)
        return size >= 4 and (listed or (named and size >= 6)) and not descriptive(words)
    if need == "proper":
        return proper and size >= 3
    if need == "named":
        return (proper and size >= 3) or (size >= 4 and not descriptive(words))
    return size >= 4 and not descriptive(words)


def by_head(doc: Doc) -> Iterator[Found]:
    """Names that end in the noun of their class."""
    text = punctuated(doc)
    matcher, rows = _heads()
    best: dict[int, tuple[int, int]] = {}
    for start, end, index in matcher.find(text):
        if end not in best or start < best[end][0]:
            best[end] = (start, index)
    for end, (head, index) in best.items():
        if LONGER.match(text, end):
            continue
        start = name_start(doc, head)
        capacity = CAPACITY.search(text, max(0, start - _CAPACITY), start)
        start = capacity.start() if capacity else _behind_act(text, start, head)
        whole = text.startswith("“", start) and text.find("”", start) == head - 1
        if whole and rows[index][1] != "topic" and not rows[index][0].endswith("计划"):
            continue  # the quoted name stands for itself
        if _enough(doc, start, head, end, rows[index][1]):
            yield start, end, 0.75, f"head:{rows[index][0]}"


def _behind_act(text: str, start: int, head: int) -> int:
    """Where a project's name begins behind the verb that builds it: 年内开工|某站枢纽+项目, 合资建设|年产…+项目."""
    act = ACT.search(text, start, head)
    if act and (text.startswith(("年产", "年处理", "日产"), act.end()) or leads_with_place(text, act.end(), head)):
        return act.end()
    return start


def by_list(doc: Doc) -> Iterator[Found]:
    """Items of a list that ends in 等 and the noun of their class."""
    text = punctuated(doc)
    for hit in LIST.finditer(text):
        if not _listed(text, hit):
            continue
        at = hit.start("items")
        for item in regex.finditer(r"[^、]+", hit["items"]):
            start, end = at + item.start(), at + item.end()
            if start == at:
                start = max(start, name_start(doc, end))
                act = ACT.search(text, start, end - 3)
                start = act.end() if act else start
            if text[start] == "“" and text[end - 1] == "”":
                start, end = start + 1, end - 1
            for cut in _halves(text, start, end):
                if _item(doc, *cut, hit["class"]):
                    yield *cut, 0.7, f"list:{hit['class']}"


def _listed(text: str, hit: regex.Match[str]) -> bool:
    """Whether the words around a list show that things of that class are meant, not kinds of doing."""
    before, after = text[max(0, hit.start() - 12) : hit.start() + 12], text[hit.end() : hit.end() + 8]
    if hit["class"] == "项目":
        if SPORTS.search(hit["items"]):
            return False
        return BUILT.search(before) is not None or BUILT.match(after) is not None
    if hit["class"] == "平台":
        return regex.search(r"[在过用录由]|借助|依托", before) is not None
    return True


def _halves(text: str, start: int, end: int) -> list[tuple[int, int]]:
    middle = text.find("和", start + 4, end - 3)
    return [(start, middle), (middle + 1, end)] if middle > 0 else [(start, end)]


def _item(doc: Doc, start: int, end: int, kind: str) -> bool:
    text = punctuated(doc)
    words = words_between(doc, start, end)
    if end - start < (2 if kind.endswith("平台") else 4) or descriptive(words):
        return False
    if NO_ITEM.search(text, start, end) or (kind != "项目" and text[end - 2 : end] in ("基地", "中心")):
        return False
    if kind.endswith("项目"):
        return end - start >= 4
    if kind.endswith(("产品", "特产")):
        return leads_with_place(text, start, end) and end - start <= 8
    if kind.endswith("品牌"):
        return leads_with_place(text, start, end) or is_proper(doc, start, end)
    return is_proper(doc, start, end) or len(words) <= 2


def by_definition(doc: Doc, found: list[Found]) -> Iterator[Found]:
    """Short forms that the page gives to a product, and every later use of them.

    Args:
        doc: the Doc.
        found: the products found so far.
    """
    text = punctuated(doc)
    for start, end, _, _ in found:
        hit = ALIAS.match(text, end)
        if hit is None:
            continue
        alias = hit["alias"]
        at = text.find(alias, hit.start("alias"))
        while at >= 0:
            yield at, at + len(alias), 0.85, f"page:short for {text[start:end]}"
            at = text.find(alias, at + len(alias))
