"""Places known by their class word: zones, stations, buildings, venues, scenic spots, villages, streets."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from spacy.tokens import Doc

from newsextract.doc import propose
from newsextract.lexicon import Matcher, read_rows
from newsextract.lexicon.divisions import by_name
from newsextract.recognize.edges import Walk, Words, is_han, walk_left, word_class
from newsextract.recognize.places.chains import (
    INTO,
    NARROW,
    PRAISE,
    Chain,
    generic_words,
    heads,
    is_generic,
    part_behind,
    part_of_zone,
)
from newsextract.recognize.places.context import TOPONYMS, find_datelines, find_listed, find_streets, located
from newsextract.recognize.proper import descriptive

__all__ = ["find_shapes"]

#: Zones that stand by themselves: every city has one, and the page's is meant.
_OWN = ("高新区", "经开区", "保税区", "综保区", "自贸区")
_UNNAMED_BEFORE = "各本该全某新老级个类家处国省市县"
#: Characters that a name may have between its anchor and its class word.
_LONGEST = {"town": 4, "village": 4, "street": 4, "zone": 6, "nature": 4}


#: Words that say what is done with a place, and stand in no name of one.
_MADE = frozenset(["合作", "建设", "共建", "新建", "扩建", "改造", "签约"])
#: What a sight has around it.
_SCENERY = frozenset(["景区", "风景区", "风景名胜区", "旅游区", "旅游景区", "景点"])
#: Bridges and tunnels, which the place before them names: 白山|隧道.
_CROSSINGS = frozenset(["隧道", "大桥", "立交桥", "高架桥"])
#: What is told of stations, which 站 behind a town's name needs around it.
_RAIL = re.compile(r"列车|班列|火车|高铁|动车|铁路|客流|旅客|乘客|驶|发车|始发|候车|地铁|车次")


_STRETCH = re.compile(
    r"(?P<road>(?<![一-鿿])[一-鿿]{2,4}(?:路|街|大道|大街))?[（(](?P<first>[一-鿿]{2,4}(?:路|街|大道|大街))(?:至|到|-|—|~)"
    r"(?P<last>[一-鿿]{2,4}?(?:路|街|大道|大街))(?:路?段)?[）)]"
)


@functools.cache
def _matcher() -> Matcher:
    return Matcher(heads())


@functools.cache
def _areas() -> frozenset[str]:
    """Parts of any town, and houses that a place alone does not name: 北京|市区, 上海|酒店."""
    return frozenset(row["head"] for row in read_rows("place_heads") if row["alone"] == "no")


class _Shapes:
    """One search for class words.

    Args:
        doc: where places are proposed.
        words: its text with word edges.
        chains: the places of the gazetteer; unsure short forms may begin a name too.
        unsure: those.
    """

    def __init__(self, doc: Doc, words: Words, chains: list[Chain], unsure: list[Chain]) -> None:
        self.doc, self.words, self.text = doc, words, words.text
        self.anchors = {c.end: c.start for c in (*unsure, *chains)}
        self.covered = {i for c in chains for i in range(c.start, c.end)}
        self.unsure = {c.start for c in unsure}
        self.shaped: set[int] = set()
        self.again: dict[str, float] = dict.fromkeys(_components(self.text, chains), 0.85)

    def put(self, start: int, end: int, confidence: float, *evidence: str) -> None:
        propose(
            self.doc, start, end, "PLACE", {"code": None},
            by="places", confidence=confidence, evidence=["class word", *evidence],
        )  # fmt: skip

    def heads(self) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of class words, the longest at each end, left to right."""
        longest: dict[int, int] = {}
        for start, end, _ in _matcher().find(self.text):
            edge = self.words.is_edge(end) or self.text.startswith(("管委", "工委", "党工委", "管理委员会"), end)
            if start < longest.get(end, end) and edge:
                longest[end] = start
        for end in sorted(longest):
            if end not in self.anchors and not (longest[end] in self.covered and end - 1 in self.covered):
                yield longest[end], end

    def judge(self, start: int, end: int) -> None:
        """Propose the place that a class word ends, if it ends one."""
        head, kind = self.text[start:end], heads()[self.text[start:end]]
        if start + 1 in self.anchors and self.anchors[start + 1] < start:  # 某县|城
            self.put(self.anchors[start + 1], end, 0.85)
            return
        word_start = self.words.start_before(end)
        generic = is_generic(self.text[word_start:end])
        known = kind in ("street", "town", "village") and end - word_start > 2
        if known and not generic and word_start < start and word_class(self.text[word_start:end]) == "p":
            self.put(word_start, end, 0.8, f"known {kind}")  # 建设路
        walk = walk_left(self.words, start, self.anchors, longest=14)
        if walk.anchored and walk.clean:
            self._anchored(walk, start, end, generic)
            return
        if generic and word_start < start and head not in _OWN:
            return  # 集成电|路
        there = located(self.words, walk, end, kind)
        if there is not None:
            self.put(there, end, 0.75, "preposition before")
            return
        name = _own_name(self.text, walk, head, kind)
        if name is not None and kind != "nature":
            self.put(name, end, 0.75 if start - name <= 4 else 0.65, "name")
        elif head in _OWN and not walk.anchored and (start == 0 or self.text[start - 1] not in _UNNAMED_BEFORE):
            part = part_behind(self.words, end, NARROW["zone"])
            self.put(start, part[0] if part else end, 0.7)

    def _anchored(self, walk: Walk, start: int, end: int, generic: bool) -> None:
        head, kind = self.text[start:end], heads()[self.text[start:end]]
        begin = walk.start
        if head == "社区" and self.text[start - 1] == "人":
            return  # 库尔德人|社区
        if self.text[start - 1] in "驻赴抵来访返" or any(
            self.text[t.start : t.end] in _MADE or self.text[t.start : t.end] in INTO for t in walk.tokens
        ):
            return  # 某省驻|港, 某省|合作|建设|港口
        if walk.own == 0:
            unnamed = (
                (kind in ("town", "village", "street") and head not in _CROSSINGS)
                or head in _areas()
                or (kind == "nature" and len(head) == 1)
            )
            if head == "站":
                unnamed = begin in self.unsure or not _RAIL.search(self.text, max(0, begin - 12), end + 14)
            before = self.anchors.get(begin)
            sight = (
                head in _SCENERY
                and self.text[start - 1] in "山湖峡河江岛寺塔谷洞泉沟湾瀑布城镇峰岭"
                and not by_name(self.text[begin:start])
            )
            if sight:
                pass  # 某某县|梵净山|景区
            elif unnamed and begin in self.unsure and before is not None and before < begin and kind == "venue":
                begin = before  # 西宁市|新宁|广场
            elif unnamed and begin not in self.shaped:
                return
        elif (head == "站" and not self._is_stop(walk, begin, end)) or (
            head != "站" and (generic and kind in ("nature", "street", "town", "village"))
        ):
            return
        if walk.tokens and self.text[walk.tokens[0].start : walk.tokens[0].end] in PRAISE:
            return  # 某市|著名|商业街
        first = walk.tokens[0].cls if walk.tokens else ""
        coined = bool(walk.tokens) and first in "1?"
        if walk.own > _LONGEST.get(kind, 10) and not (kind == "zone" and (coined or first == "p")):
            return
        if kind in ("village", "town") and walk.own and descriptive([self.text[start - walk.own : start]]):
            return
        if self.anchors.get(begin) in self.shaped or (begin in self.anchors and begin in self.unsure):
            begin = self.anchors[begin]  # 某自贸区|某某片区, 某市|北郊|机场
        elif kind == "venue" and self.anchors.get(begin, begin) < begin and is_han(self.text[begin - 1]):
            begin = self.anchors[begin]  # 某市|某湾|港
        if kind == "zone":
            end = part_of_zone(self.words, end)
        self.put(begin, end, 0.85, "anchor")
        self.anchors[end] = begin
        self.shaped.add(begin)
        if walk.own >= 2 and coined:
            self.again.setdefault(self.text[start - walk.own : end], 0.7)

    def _is_stop(self, walk: Walk, begin: int, end: int) -> bool:
        """Whether a coined name before 站 is a station's: trains are told of."""
        coined = all(t.cls in "1?p" for t in walk.tokens) and 2 <= walk.own <= 4
        return coined and _RAIL.search(self.text, max(0, begin - 20), end + 20) is not None

    def stretches(self) -> None:
        """Propose the streets of a stretch: 某某路（某某街至某某路段）."""
        for hit in _STRETCH.finditer(self.text):
            for name in ("road", "first", "last"):
                if hit[name] and hit.start(name) not in self.covered and not is_generic(hit[name]):
                    self.put(*hit.span(name), 0.85, "stretch of a road")
                    self.again.setdefault(hit[name], 0.8)

    def repeat(self) -> None:
        """Propose the names that the page has settled wherever else they stand."""
        for name, confidence in self.again.items():
            for hit in re.finditer(re.escape(name), self.text):
                if hit.start() not in self.covered:
                    self.put(hit.start(), hit.end(), confidence, "named on the page")


def find_shapes(doc: Doc, words: Words, chains: list[Chain], unsure: list[Chain]) -> None:
    """Propose the places that end in a class word, with the left edge that the evidence gives.

    Args:
        doc: where they are proposed.
        words: its text with word edges.
        chains: the places that the gazetteer gives.
        unsure: short forms that are other words too and that nothing bears out; names may begin with them.
    """
    shapes = _Shapes(doc, words, chains, unsure)
    known = {c.end: c.start for c in chains}
    told = [(*span, 0.8, "in a row of places") for span in find_listed(words, known)]
    told += [(*span, 0.8, "in a row of streets") for span in find_streets(words)]
    told += [(*span, 0.85, "dateline") for span in find_datelines(words.text)]
    for start, end, confidence, why in told:
        if known.get(end) != start:
            shapes.put(start, end, confidence, why)
    for start, end in shapes.heads():
        shapes.judge(start, end)
    shapes.stretches()
    shapes.repeat()


def _own_name(text: str, walk: Walk, head: str, kind: str) -> int | None:
    """Return where an unanchored name begins: coined (single characters in a row, or a word nobody knows), not too long."""
    name = walk.name_start()
    if name is None or not 2 <= walk.at - name <= 6 or head in _OWN:
        return None
    if (
        descriptive([text[t.start : t.end] for t in walk.tokens if t.start >= name])
        or text[name : walk.at] + head in generic_words()
    ):
        return None
    first = next(t for t in walk.tokens if t.start == name)
    if first.cls == "1":
        return None if kind == "street" and len(head) == 1 else name
    if first.cls == "?" and kind == "zone" and len(head) > 2 and walk.at - name <= 4 and first.end - first.start < 4:
        return name
    toponym = text[walk.at - 1] in TOPONYMS and walk.at - name > 2
    if first.cls == "?" and head in ("苏木", "嘎查"):
        return name
    if first.cls in "?p" and kind == "village" and toponym:
        return name  # 白鹭|坡|新村
    alone = first.end == walk.at and len(head) > 1 and kind == "venue"
    return name if alone and first.cls in "?p" and first.end - first.start < 4 else None


def _components(text: str, chains: list[Chain]) -> set[str]:
    """Towns, villages and streets that a chain names and that stand by themselves elsewhere (…镇白石村 → 白石村)."""
    found = set()
    for chain in chains:
        for n, (start, end, kind) in enumerate(chain.parts):
            if n and kind in ("town", "village", "street") and end - start >= (2 if kind == "village" else 3):
                found.add(text[start:end])
            stem = text[start:end].removesuffix("街道")
            if text.endswith("街道", start, end) and len(stem) == 2 and word_class(stem) in "?p":
                found.add(stem)  # what the paper calls a street office's quarter for short
    return found
