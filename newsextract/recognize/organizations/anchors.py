"""What a body's name can begin with: a place, another body, a deictic level (市, 省, 区), 国家 and its like."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsextract.recognize.edges import Words

if TYPE_CHECKING:
    from newsextract.recognize.organizations.judge import Finding

__all__ = ["Anchors"]

#: A level of division that stands for the page's own (市科技局), and words of scope.
_DEICTIC = re.compile(
    r"自治区|新区|开发区|高新区|经开区|街道|[省市区县州旗镇乡]|国家|全国|中国|中华|国际|世界|中央|亚洲|欧洲|国务院|国网|中共|武警"
)
_NOT_AFTER = frozenset(
    "全各本该某我他外城都两三四五六七八九十个每同跨老新小大前入进出多在郊社景园灾地片战厂校库矿牧林军"
)
_UNNAMED = re.compile(r"(?:各级|各地|有关|相关|部分|多个|一些|几家)$")


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
        text = words.text
        for hit in _DEICTIC.finditer(text):
            start, end = hit.span()
            if not words.is_edge(start) or start in places:
                continue
            before = text[start - 1] if start else "\n"
            if len(hit.group()) == 1 and (before in _NOT_AFTER or before.isdigit()):
                continue
            if _UNNAMED.search(text, max(0, start - 3), start):
                continue
            self.starts[end] = start
            self.kinds[end] = "scope" if hit.group() in _scopes() else "deictic"
        for end, (start, _) in places.items():
            if end not in self.starts or start < self.starts[end]:
                self.starts[end], self.kinds[end] = start, "place"

    def add_body(self, body: Finding) -> None:
        """Let later names begin with a body that was found."""
        known = self.starts.get(body.end)
        if known is None or body.start <= known:
            self.starts[body.end] = body.start
            self.kinds[body.end] = "brand" if body.kind in ("brand", "finance") else "body"

    def extended(self, start: int, text: str) -> int:
        """Return where a name begins whose anchor begins at ``start``: at what directly precedes that and belongs to it."""
        for _ in range(3):
            if start in self.starts and self.kinds[start] in ("place", "deictic", "scope", "brand", "body"):
                if self.kinds[start] == "scope" and text[self.starts[start] : start] in ("世界", "国际", "全国"):
                    break
                start = self.starts[start]
            else:
                break
        return start
