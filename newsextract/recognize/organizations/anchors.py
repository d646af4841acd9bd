"""What a body's name can begin with: a place, another body, a deictic level (市, 省, 区), 国家 and its like."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from newsextract.recognize.edges import HARD, Token, Walk, Words, is_han, walk_left, word_class
from newsextract.recognize.organizations.finding import Finding

__all__ = ["Anchors", "past_weak"]

#: A level of division that stands for the page's own (市科技局), and words of scope.
_DEICTIC = re.compile(
    r"自治区|新区|开发区|高新区|经开区|街道|[省市区县州旗镇乡](?![级属内外际直本管情里辖域])|国家(?!级)|全国|中国|中华|国际|世界|中央|亚洲|欧洲|国务院|国网|中共|武警"
)
_NOT_AFTER = frozenset(
    "全各本该某我他外城都两三四五六七八九十个每跨老新小大前入进出多郊社景园灾地片战厂校库矿牧林省市县区州镇乡辖"
)
_UNNAMED = re.compile(r"(?:各级|各地|有关|相关|部分|多个|一些|几家)$")


_ZONES = frozenset(
    ["开发", "高新", "经开", "保税", "示范", "合作", "度假", "自贸", "试验", "经济", "科技", "产业", "工业"]
)
_POSTED = re.compile(r"常?驻$")


@functools.cache
def _scopes() -> frozenset[str]:
    return frozenset(("国家", "全国", "中国", "中华", "国际", "世界", "中央", "亚洲", "欧洲"))


class Anchors:
    """End → start of everything a body's name can begin with.

    Args:
        words: the text with its edges.
        places: end → (start, confidence) of the places proposed.
    """

    def __init__(self, words: Words, places: Mapping[int, tuple[int, float]]) -> None:
        self.starts: dict[int, int] = {}
        self.kinds: dict[int, str] = {}
        self.parents: set[int] = set()
        text = self.text = words.text
        for hit in _DEICTIC.finditer(text):
            start, end = hit.span()
            if not words.is_edge(start) or places.get(start, (0, 0.0))[1] >= 0.5:
                continue
            before = text[start - 1] if start else "\n"
            if hit.group() == "州" and is_han(before) and before not in HARD and words.is_edge(start - 1):
                continue  # 绵|州
            if len(hit.group()) == 1 and (before in _NOT_AFTER or before.isdigit() or not words.is_edge(start + 1)):
                continue
            if _UNNAMED.search(text, max(0, start - 3), start):
                continue
            self.starts[end] = start
            self.kinds[end] = "scope" if hit.group() in _scopes() else "deictic"
        for end, (start, confidence) in places.items():
            if end not in self.starts or start <= self.starts[end]:
                self.starts[end], self.kinds[end] = start, "place" if confidence >= 0.5 else "weak"

    def add_body(self, body: Finding) -> None:
        """Let later names begin with a body that was found."""
        known = self.starts.get(body.end)
        if known is None or body.start <= known:
            self.starts[body.end] = body.start
            self.kinds[body.end] = "brand" if body.kind in ("brand", "brand_word", "finance") else "body"
            if body.kind in ("school", "research") or (
                self.text.endswith(("院", "总局"), 0, body.end) and not self.text.endswith("国务院", 0, body.end)
            ):
                self.parents.add(body.end)

    def extended(self, start: int, kind: str, *, branch: bool = False, posted: bool = False) -> int:
        """Return where a name begins whose anchor begins at a place: at the place or national body right before it.

        Args:
            start: where the anchor begins.
            kind: the anchor's kind.
            branch: a body may precede too, the name is one of its branch.
            posted: a body that posts it may precede too (市纪委监委|驻|市财政局纪检监察组).
        """
        for _ in range(2):
            post = _POSTED.search(self.text, max(0, start - 2), start)
            if post and self.kinds.get(post.start()) in (("place", "body") if posted else ("place",)):
                return self.starts[post.start()]  # 中国|驻|日本|大使馆
            before = self.kinds.get(start, "")
            of_place = before == "place" and kind in ("place", "body", "brand")
            of_body = before == "body" and (branch or start in self.parents)
            if before == "brand" or of_place or of_body:
                start, kind = self.starts[start], before
            else:
                break
        return start

    def level_before(self, at: int, text: str) -> bool:
        """Whether a level that means the page's own stands before a place, word edges or not: 勇军|市科技局."""
        if at < 1 or text[at - 1] not in "省市区县州旗":
            return False
        before = text[at - 2] if at > 1 else "\n"
        if text[at - 1] == "区" and text[max(0, at - 3) : at - 1] in _ZONES:
            return False
        return before not in _NOT_AFTER and not before.isdigit() and (at - 1) not in self.starts


def past_weak(words: Words, walk: Walk, anchors: Anchors, *, loose: bool = False) -> Walk:
    """Read on past a word that is a division's short form too, where something surer stands before it: 某省|祥和|路桥.

    Without such an anchor a verb or a common noun opens no name: 新建|公办幼儿园, 资源|研究院.

    Args:
        words: the text with its edges.
        walk: a walk that ended at a weak place.
        anchors: what a name can begin with.
        loose: whether the walk passes verbs too.
    """
    at = walk.tokens[0].start if walk.tokens else walk.at
    start = anchors.starts[at]
    wider = walk_left(words, start, anchors.starts, longest=12, loose=loose)
    kind = anchors.kinds.get(start - wider.own, "")
    if wider.anchored and (loose or wider.clean) and kind not in ("weak", "scope", ""):
        wider.tokens += [Token(start, at, "?"), *walk.tokens]
        wider.at = walk.at
        return wider
    cls = word_class(words.text[start:at])
    if cls in "vno" and all(t.cls in "no" for t in walk.tokens) and (loose or cls == "v" or not walk.tokens):
        return Walk(walk.at, at, tokens=walk.tokens)
    return walk
