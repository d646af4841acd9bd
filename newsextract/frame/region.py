"""The region of a page: which division 我市, 我省 or 市委 means there.

Local papers speak of their own city all over the page: in the masthead, in the names of its bodies, in its districts.
A region is inferred only where one division holds most of what the page says of places; a page that speaks of many
cities alike has none.
"""

from __future__ import annotations

import functools
from collections import Counter

from newsextract.folding import normalise
from newsextract.lexicon import Matcher
from newsextract.lexicon.divisions import Division, ancestors, by_code, by_name, divisions
from newsextract.model.page import RegionBasis
from newsextract.page.layout import Layout
from newsextract.recognize.patterns import Pattern

__all__ = ["infer_region"]

#: What a paper calls itself after its city or province.
_MASTHEAD = Pattern(
    "name of a paper",
    r"(?P<name>\p{Han}{2,6}) (?: 日报 | 晚报 | 晨报 | 早报 | 都市报 | 商报 | 时报 | 新闻 (?! 专线 | 热线 | 发言 ) )",
)
#: Words that say which level of division the page calls its own.
_OWN = Pattern(
    "deixis of a division",
    r"""我 (?P<level>[省市县区州旗]) (?! 长 | 场 )
      | (?<! \p{Han}{2} ) (?P<level>[省市县区]) (?: 委 (?! 托 | 员 ) | 政府 | 人大 | 政协 | 纪委 )
      | (?<= [，。、；：“在为对] | ^ ) 全 (?P<level>[省市县区])""",
)
_LEVELS = {"省": "province", "市": "prefecture", "州": "prefecture", "县": "county", "区": "county", "旗": "county"}
#: Share of a page's place names that the region must hold, and how many names there must be at least.
_SHARE, _LEAST = 0.5, 3


@functools.cache
def _matcher() -> Matcher:
    names = {d.name for d in divisions()} | {d.short for d in divisions() if not d.weak and len(d.short) > 1}
    return Matcher(sorted(names))


def infer_region(layout: Layout, year: int | None = None) -> tuple[str | None, RegionBasis]:
    """Find out which division a page calls its own.

    Args:
        layout: the page taken apart.
        year: its year, for divisions that have been renamed since.

    Returns:
        the six-digit code, or None, and where it was found.

    >>> from newsextract.page.analyse import analyse
    >>> infer_region(analyse("烟台市委召开会议。烟台今年新增企业5家，芝罘区新增2家，居我市第一。"))
    ('370600', 'inferred')
    >>> infer_region(analyse("北京、上海、广州、深圳四地的房价同比持平。"))
    (None, 'unknown')
    """
    for block in layout.blocks:
        if block.role == "furniture":
            named = _masthead(normalise(block.clean.text), year)
            if named:
                return named, "masthead"
    text = "\n".join(normalise(b.clean.text) for b in layout.blocks)
    held = _held(text, year)
    own = Counter(_LEVELS[hit["level"]] for hit in _OWN.finditer(text))
    # A city's page speaks of its districts and of its province too: 市 decides unless another level clearly leads.
    levels = sorted(own, key=lambda level: (-own[level], level != "prefecture"))
    if "prefecture" not in levels:
        levels.append("prefecture")
    for level in levels:
        code = _leader(held, level)
        if code:
            return code, "inferred"
    return None, "unknown"


def _masthead(text: str, year: int | None) -> str | None:
    for hit in _MASTHEAD.finditer(text):
        name = hit["name"]
        for start in range(len(name) - 1):
            found = by_name(name[start:], year)
            if len(found) == 1 and found[0].level != "county":
                return found[0].code
    return None


def _held(text: str, year: int | None) -> Counter[str]:
    """Count, for each division, the place names of a page that are its own or lie in it."""
    longest: dict[int, tuple[int, int]] = {}
    covered = -1
    matcher = _matcher()
    for start, end, index in matcher.find(text):
        if start not in longest or end > longest[start][0]:
            longest[start] = (end, index)
    held: Counter[str] = Counter()
    ambiguous: list[tuple[Division, ...]] = []
    for start in sorted(longest):
        end, index = longest[start]
        if start < covered:
            continue
        covered = end
        found = by_name(matcher.terms[index], year)
        if len(found) == 1:
            held.update(ancestors(found[0].code))
        elif found:
            ambiguous.append(found)
    # A name that several divisions bear counts for the one that the others speak for.
    settled = Counter(held)
    for found in ambiguous:
        best = max(found, key=lambda d: settled[d.parent] + settled[d.code])
        if settled[best.parent] + settled[best.code]:
            held.update(ancestors(best.code))
    return held


def _leader(held: Counter[str], level: str) -> str | None:
    """Return the division of a level that holds most of the page's place names, if one does."""
    wanted = {"prefecture": ("prefecture",)}.get(level, (level,))
    at_level: Counter[str] = Counter()
    for code, n in held.items():
        division = by_code(code)
        if division is None:
            continue
        # Beijing, Tianjin, Shanghai and Chongqing are cities and provinces at once.
        if division.level in wanted or (
            level == "prefecture" and division.level == "province" and division.name.endswith("市")
        ):
            at_level[code] += n
    total = sum(at_level.values())
    if not total:
        return None
    code, n = at_level.most_common(1)[0]
    return code if n >= _LEAST and n / total > _SHARE else None
