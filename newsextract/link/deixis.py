"""Which division 我市, 全省 or the 市 of 市科技局 means at a place of a page."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from newsextract.doc import carried_by, frame_of, mentions_of, norm_text, zones_of
from newsextract.lexicon.divisions import ancestors, by_code, by_name, name_of, usual_name, within
from newsextract.recognize.places.codes import resolve_chain, year_of

__all__ = ["Deixis", "Named", "resolve_deixis"]

#: Class word → levels of division that it can mean.
_LEVELS = {
    "省": ("province",),
    "市": ("prefecture", "province", "county"),
    "州": ("prefecture",),
    "盟": ("prefecture",),
    "区": ("county", "province"),
    "县": ("county",),
    "旗": ("county",),
}
#: How the names of development zones end, behind their city's.
_ZONES = re.compile(r"经济技术开发区|高新技术产业开发区|经济开发区|开发区|高新区|经开区")
#: An article that names this many divisions, none of them of the region, is about another place.
_ELSEWHERE = 2
_SMALL = ("镇", "乡", "街道", "村", "社区")


@functools.lru_cache(maxsize=8192)
def _is_full(name: str) -> bool:
    return any(name in (d.name, usual_name(d)) for d in by_name(name))


@dataclass(frozen=True, slots=True)
class Named:
    """A division that a page names: where, its code (None below county level), its full name as a prefix of its bodies.

    ``seat`` where a body's name begins with it, which says more of what an article is about than a name in passing.
    """

    start: int
    code: str | None
    name: str
    seat: bool = False


class Deixis:
    """The divisions that a Doc names, article by article, and its region.

    Args:
        doc: a Doc with settled mentions.
    """

    def __init__(self, doc: Doc) -> None:
        self.region = frame_of(doc)["region"]
        self.year = year_of(doc)
        self.zones = zones_of(doc)
        self._zone_starts = [z.start for z in self.zones]
        self.named: dict[int, list[Named]] = {}
        self._by_level: dict[tuple[int, str], list[Named]] = {}
        self._elsewhere: dict[tuple[int, str], bool] = {}
        self._zone_names: set[str] | None = None
        text = self._text = norm_text(doc)
        for span in mentions_of(doc, "PLACE", "ORG"):
            start, end, body = span.start_char, span.end_char, span.label_ == "ORG"
            if body:
                printed, code = self._seat(text[start:end])
            else:
                printed, code = text[start:end], (carried_by(doc, start, end, "value") or {}).get("code")
            if printed:
                self._add(start, code, printed, body)

    def _add(self, start: int, code: str | None, printed: str, seat: bool) -> None:
        full = name_of(code, self.year) if code else None
        name = printed if full is None or printed.endswith(full) else full
        self.named.setdefault(self.article_at(start), []).append(Named(start, code, name, seat))

    def _seat(self, body: str) -> tuple[str, str | None]:
        """The divisions in full that a body's name begins with, and the code of the last; empty where there are none."""
        parts: list[str] = []
        at = 0
        while len(parts) < 3:
            name = next((body[at:n] for n in range(min(len(body), at + 9), at + 2, -1) if _is_full(body[at:n])), None)
            if name is None:
                break
            parts.append(name)
            at += len(name)
        code = resolve_chain(parts, near=[self.region] if self.region else [], year=self.year) if parts else None
        return (body[:at], code) if code else ("", None)

    def zone_names(self) -> set[str]:
        """Names of the development zones that the page names with their city."""
        if self._zone_names is None:
            self._zone_names = set()
            for hit in _ZONES.finditer(self._text):
                sizes = (
                    n for n in range(min(8, hit.start()), 1, -1) if by_name(self._text[hit.start() - n : hit.start()])
                )
                size = next(sizes, 0)
                if size:
                    self._zone_names.add(self._text[hit.start() - size : hit.end()])
        return self._zone_names

    def article_at(self, position: int) -> int:
        """Index of the article that a position lies in."""
        n = bisect_right(self._zone_starts, position) - 1
        return self.zones[n].article if n >= 0 else -1

    def resolve(self, level: str, position: int) -> Named | None:
        """Return what a class word means at a position: the page's region, or what its article last named of that level.

        Args:
            level: the class word (市, 区, 镇 …).
            position: where it stands, in the Doc.
        """
        article = self.article_at(position)
        fitting = self._fitting(article, level)
        at = bisect_right(fitting, position, key=lambda n: n.start)
        before = fitting[at - 1] if at else None
        own = self._own(level, position)
        if own is not None and (before is None or not self._is_elsewhere(article, own.code or "")):
            return own
        return before or (fitting[0] if fitting else None)

    def _fitting(self, article: int, level: str) -> list[Named]:
        """What an article names of a level, in its order."""
        key = (article, level)
        if key not in self._by_level:
            self._by_level[key] = [n for n in self.named.get(article, []) if self._fits(n, level)]
        return self._by_level[key]

    def _is_elsewhere(self, article: int, own: str) -> bool:
        """Whether an article is about another place than the page's region: it names others, and none of the region."""
        key = (article, own)
        if key not in self._elsewhere:
            named = [n for n in self.named.get(article, []) if n.code]
            home = any(within(n.code or "", own) or n.code in ancestors(own) for n in named)
            self._elsewhere[key] = not home and len(named) + sum(n.seat for n in named) >= _ELSEWHERE
        return self._elsewhere[key]

    def _fits(self, named: Named, level: str) -> bool:
        if level in _SMALL:
            return named.name.endswith(level)
        division = by_code(named.code, self.year) if named.code else None
        return division is not None and division.level in _LEVELS.get(level, ()) and named.name.endswith(level)

    def _own(self, level: str, position: int) -> Named | None:
        for code in ancestors(self.region or ""):
            name = name_of(code, self.year)
            if (name and name.endswith(level)) or (
                level == "省" and code.endswith("0000") and name and name.endswith("自治区")
            ):
                return Named(position, code, name or "")
        return None


def resolve_deixis(doc: Doc, position: int, deixis: Deixis | None = None) -> tuple[str, str | None] | None:
    """Say which division a deictic word means: 我市, 全省, 该区, 本县, or a bare 市.

    Args:
        doc: a Doc with settled mentions.
        position: where the word begins, in the Doc.
        deixis: made once for many questions about one Doc.

    Returns:
        (full name, code or None), or None where the page does not say.

    >>> import spacy
    >>> from newsextract.pipeline import make_nlp
    >>> doc = make_nlp()("长沙县今年新增企业5家，该县还引进了人才。")
    >>> resolve_deixis(doc, doc.text.index("该县"))
    ('长沙县', '430121')
    """
    text = norm_text(doc)
    at = position + (text[position : position + 1] in ("我", "全", "该", "本", "各"))
    level = "街道" if text.startswith("街道", at) else "社区" if text.startswith("社区", at) else text[at : at + 1]
    named = (deixis or Deixis(doc)).resolve(level, position)
    return (named.name, named.code) if named else None
