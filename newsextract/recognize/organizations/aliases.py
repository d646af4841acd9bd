"""Short forms that the page itself licenses: (下称X), (以下简称“X”), and what is left of a full name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from newsextract.doc import propose
from newsextract.lexicon import Matcher
from newsextract.lexicon.divisions import Division, by_name, within
from newsextract.recognize.edges import Words, word_class
from newsextract.recognize.organizations.finding import Finding

__all__ = ["ALIAS", "license_short_forms", "short_forms"]

#: An alias in brackets right behind the name that it stands for.
ALIAS = re.compile(
    r"[（(](?:以下|下)?(?:简称|统称|称)(?:为|作)?[“\"「‘]?(?P<alias>[^”\"」’（）()，。；\n]{2,16})[”\"」’]?[）)]"
)
_LEGAL = re.compile(
    r"(?:集团)?(?:股份|控股|实业)?(?:有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|集团公司|总公司|公司|集团|厂)$"
)
_QUOTED = re.compile(r"[“\"]([^”\"“，。、]{2,8})[”\"]")
_LEGAL_END = re.compile(r"(?:有限|股份|责任)公司$")
_SCOPES = ("国家", "中国", "全国", "中华")
#: Class characters of divisions that have bureaus.
_RANKS = frozenset("省市县区州旗")
_GROUPS = ("领导小组", "指挥部", "联席会议")
_BRACKET = re.compile(r"[（(][^（）()]{1,8}[）)]")


def short_forms(name: str) -> dict[str, float]:
    """Short forms that a company's full name licenses, each with how likely it means that company.

    >>> "远帆数控" in short_forms("烟台远帆数控科技有限公司")
    True
    """
    bare = _BRACKET.sub("", name)
    core = _LEGAL.sub("", bare)
    if core == bare or len(core) < 2:
        return {}
    forms: dict[str, float] = {}
    place = _leading_place(core)
    own = core[place:]
    if not place and len(core) >= 4:
        forms[core] = 0.9
    if place and len(own) >= 4:
        forms[own] = 0.92
        forms[bare[place:]] = 0.93
    if len(own) >= 4:
        for size in (4, 6):
            if size < len(own):
                forms[own[:size]] = 0.9
        brand = own[:2]
        if word_class(brand) != "1" and any(word_class(own[2:n]) in "no" for n in (4, 5)):
            for tail in ("公司", "集团", "股份"):
                forms[brand + tail] = 0.88
                if place:
                    forms[core[:place] + brand + tail] = 0.9
    forms.pop(name, None)
    return forms


def _leading_place(core: str) -> int:
    """Length of the division that a name begins with, 0 where there is none."""
    at = 0
    above: Collection[Division] = ()
    for _ in range(2):
        size = next((n for n in range(min(9, len(core) - at - 2), 1, -1) if by_name(core[at : at + n])), 0)
        here = by_name(core[at : at + size])
        if not size or (above and not any(within(d.code, a.code) for d in here for a in above)):
            break  # 洛阳|龙门轴承
        above = here
        at += size
    return at


@dataclass(frozen=True, slots=True)
class _License:
    """What a page gives a short form: the full name, where that stands, how sure, why."""

    full: str
    start: int
    confidence: float
    why: str


def license_short_forms(doc: Doc, words: Words, found: list[Finding]) -> None:
    """Propose the aliases that the page defines and the short forms of the full names on it."""
    licensed: dict[str, list[_License]] = defaultdict(list)
    for form, given in _licenses(words.text, found):
        licensed[form].append(given)
    inside = _Cover(found)
    for start, end, _ in Matcher(licensed).find(words.text):
        form = words.text[start:end]
        if inside.covers(start, end) or (len(form) < 4 and not (words.is_edge(start) and words.is_edge(end))):
            continue
        best = _nearest(licensed[form], start)
        propose(
            doc, start, end, "ORG", {"canonical": best.full},
            by="organizations", confidence=best.confidence, evidence=[best.why],
        )  # fmt: skip


def _nearest(given: list[_License], at: int) -> _License:
    """The surest kind of licence; among its names the one last printed before a place."""
    surest = max(g.confidence for g in given)
    alike = [g for g in given if g.confidence == surest]
    before = [g for g in alike if g.start <= at]
    return max(before, key=lambda g: g.start) if before else min(alike, key=lambda g: g.start)


class _Cover:
    """Whether a stretch lies inside a longer body that was found."""

    def __init__(self, found: list[Finding]) -> None:
        self._ends: dict[int, int] = {}
        for f in found:
            for at in range(f.start, f.end):
                self._ends[at] = max(self._ends.get(at, 0), f.end)
        self._exact = {(f.start, f.end) for f in found}

    def covers(self, start: int, end: int) -> bool:
        longer = self._ends.get(start, 0)
        return longer > end or (longer == end and (start, end) not in self._exact)


def _own_bureaus(text: str, found: list[Finding]) -> Iterator[tuple[str, _License]]:
    """Yield 市局, 省局 and the like for the one bureau of that rank that the page speaks of, or speaks of most."""
    ranks: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, int] = {}
    for f in found:
        name = text[f.start : f.end]
        division = _leading_place(name)
        if f.kind == "gov" and division and name.endswith("局") and name[division - 1] in _RANKS:
            ranks[name[division - 1]][name] += 1
            first.setdefault(name, f.start)
    for rank, names in ranks.items():
        (name, times), *others = names.most_common(2)
        if not others or times > others[0][1]:
            yield f"{rank}局", _License(name, first[name], 0.86, "bureau that the page speaks of")


def _licenses(text: str, found: list[Finding]) -> Iterator[tuple[str, _License]]:
    """Yield (short form, licence) of everything that the page's bodies license."""
    quoted = set(_QUOTED.findall(text))
    ends: dict[int, list[int]] = defaultdict(list)
    for f in found:
        ends[f.start].append(f.end)
    seen: set[str] = set()
    yield from _own_bureaus(text, found)
    for f in found:
        name = text[f.start : f.end]
        alias = ALIAS.match(text, f.end)
        if alias:
            yield alias["alias"], _License(name, f.start, 0.96, "alias in brackets")
        inner = max((end for end in ends[f.start] if end < f.end), default=0)
        if f.kind == "gov" and inner and f.end - inner >= 4:
            yield text[inner : f.end], _License(name, f.start, 0.85, "department of a body on the page")
        group = next((g for g in _GROUPS if name.endswith(g)), None) if f.kind == "group" else None
        if group:
            yield group + "办公室", _License(name + "办公室", f.start, 0.82, "office of a group on the page")
        if name.startswith(_SCOPES) and len(name) >= 8 and f.confidence >= 0.85:
            yield name[2:], _License(name, f.start, 0.85, "full name on the page")
        if f.kind != "company" or f.confidence < 0.85:
            continue
        own = name[_leading_place(name) :]
        for q in quoted:
            if len(q) < len(name) and own.startswith(q):
                yield q, _License(name, f.start, 0.85, "quoted part of a full name on the page")
        if name in seen:
            continue
        seen.add(name)
        legal = 0.0 if _LEGAL_END.search(name) else 0.01  # a legal form is fuller than a plant or a shop
        for form, confidence in short_forms(name).items():
            yield form, _License(name, f.start, confidence - legal, "short form of a full name on the page")
