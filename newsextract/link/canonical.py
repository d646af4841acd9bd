"""Full names of bodies: 市委 → 烟台市委, what the page prints in full elsewhere, aliases."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsextract.lexicon.divisions import by_code, by_name
from newsextract.link.deixis import Deixis

__all__ = ["Bodies", "Body"]

#: A name that begins with a level that means the page's own, or has one right behind a national body's name.
_DEICTIC = re.compile(
    r"(?P<front>|团|人民银行|中国人民银行|农业银行|工商银行|建设银行)(?P<level>省|市|区|县|州|旗|镇|乡|街道)(?P<rest>.+)"
)
#: Zones that every city has; its bodies bear the city's name.
_ZONE = re.compile(r"(?:高新区|经开区|开发区|保税区|综保区|自贸区|新区)(?!分)")
#: How the full names of zones end that are called so for short.
_ZONE_ENDS = {
    "开发区": ("开发区",),
    "经开区": ("经开区", "经济技术开发区", "经济开发区"),
    "高新区": ("高新区", "高新技术产业开发区"),
}
_TAXES = "国家税务总局"
_BANKS = {
    "工行": "中国工商银行",
    "农行": "中国农业银行",
    "建行": "中国建设银行",
    "交行": "交通银行",
    "中行": "中国银行",
    "招行": "招商银行",
}
#: Names that stand for a body of the page's region.
_BARE = re.compile(r"[^省市区县州国]{1,12}(?:(?<!总)局|委|办)")
_NATIONAL = re.compile(r"国家|全国|中国|中央|国务院|最高|联合国|世界|国际")
_GROUPS = ("领导小组", "指挥部", "委员会", "联席会议")
#: What a company's brand is followed by in its fuller name.
_COMPANY_TAILS = ("集团", "公司", "集团公司", "股份有限公司", "有限公司", "集团有限公司", "集团股份有限公司")
_PARTY = ("党工委", "工委", "党委")
_LONGEST_TAIL = 12


@dataclass(frozen=True, slots=True)
class Body:
    """A body on the page: where it is named and how; ``preset`` is the full name that an alias was defined with."""

    start: int
    text: str
    preset: str | None = None


class Bodies:
    """All bodies that a page names, in its order.

    Args:
        bodies: the mentions.
        deixis: the page's divisions.
    """

    def __init__(self, bodies: Iterable[Body], deixis: Deixis) -> None:
        self.deixis = deixis
        self._endings: dict[str, list[Body]] = defaultdict(list)
        self._by_edges: dict[str, set[str]] = defaultdict(set)
        self._names: set[str] = set()
        self._all = sorted(bodies, key=lambda b: b.start)
        for body in self._all:
            self._names.add(body.text)
            self._by_edges[body.text[-1]].add(body.text)
            for size in range(2, min(len(body.text), _LONGEST_TAIL)):
                self._endings[body.text[-size:]].append(body)
        self._in_full = functools.cache(self._find_in_full)

    def canonical(self, body: Body) -> str | None:
        """Return the full name that the page gives for a body, None where it gives no more than the text."""
        if body.preset and body.preset != body.text:
            return body.preset
        spelt = self._spelt(body)
        result = self._in_full(spelt or body.text) or spelt or self._with_legal_form(body.text)
        result = self._of_state(result or body.text) or result or self._of_bank(body.text)
        return result if result and result != body.text else None

    def _spelt(self, body: Body) -> str | None:
        """The name with its division spelt out."""
        text = body.text
        if _leads_with_place(text):
            return None
        hit = _DEICTIC.fullmatch(text)
        if hit:
            beside = self._beside(body, hit["level"]) if not hit["front"] else None
            if beside:
                return beside + hit["rest"]
            named = self.deixis.resolve(hit["level"], body.start)
            if named is None:
                return None
            if hit["front"] == "团":
                return self._short(named.code, named.name) + text
            return hit["front"] + named.name + hit["rest"]
        longer = self._of_same_seat(body) or self._tail_of_another(body) or self._office_of_group(body)
        if longer:
            return longer
        named = self.deixis.resolve("市", body.start)
        if zone := self._of_zone(text):
            return zone
        if named is not None and _ZONE.match(text):
            return self._short(named.code, named.name) + text
        if named is not None and len(text) <= 5 and _BARE.fullmatch(text) and not _NATIONAL.match(text):
            return named.name + text
        return self._with_legal_form(text)

    def _of_state(self, name: str) -> str | None:
        """The tax office of a place by the name that the page prints in full: 国家税务总局某市税务局."""
        stems = (n.removeprefix(_TAXES) for n in self._names if n.startswith(_TAXES) and len(n) > len(_TAXES))
        return next((_TAXES + name for stem in stems if name.startswith(stem) and not name.startswith(_TAXES)), None)

    def _of_zone(self, text: str) -> str | None:
        """The name of a zone's own body with the zone that the page names in full, if it names one only."""
        zone = _ZONE.match(text)
        full = self.deixis.zone_names() if zone else set()
        kind = zone.group() if zone else ""
        fitting = {name for name in full if name.endswith(_ZONE_ENDS.get(kind, (kind,))) and name not in (kind, "")}
        return fitting.pop() + text[len(kind) :] if len(fitting) == 1 else None

    def _with_legal_form(self, text: str) -> str | None:
        """The name with the legal form that the page prints behind it elsewhere."""
        place = _leading_place(text)
        forms = [text, text[:place] + "市" + text[place:]] if place and text[place - 1] not in "省市县区" else [text]
        return next((f + tail for f in forms for tail in _COMPANY_TAILS if f + tail in self._names), None)

    def _of_bank(self, text: str) -> str | None:
        """The name of a bank's branch with the bank in full, where the page prints it: 工行洛阳分行."""
        full = _BANKS.get(text[:2])
        forms = (front + text[2:] for front in (full, full.removeprefix("中国"))) if full else ()
        return next((form for form in forms if form in self._names), None)

    def _short(self, code: str | None, name: str) -> str:
        division = by_code(code, self.deixis.year) if code else None
        return division.short if division else name

    def _before(self, ending: str, start: int) -> Body | None:
        """The last longer name printed before a place that ends so."""
        found = self._endings.get(ending, [])
        at = bisect_left(found, start, key=lambda b: b.start)
        return found[at - 1] if at else None

    def _beside(self, body: Body, level: str) -> str | None:
        """The division of the body that stands right before in a list: 某市委、市政府."""
        at = bisect_left(self._all, body.start, key=lambda b: b.start)
        other = self._all[at - 1] if at else None
        if other is None or body.start - other.start - len(other.text) != 1:
            return None
        place = other.text[: _leading_place(other.text)]
        return place if len(place) > 2 and place.endswith(level) else None

    def _of_same_seat(self, body: Body) -> str | None:
        """The short form behind its party committee, of the same seat: 某区工委副书记、管委副主任."""
        at = bisect_left(self._all, body.start, key=lambda b: b.start)
        other = self._all[at - 1] if at else None
        if other is None or len(body.text) > 4 or body.start - other.start - len(other.text) > 6:
            return None
        ending = next((e for e in _PARTY if other.text.endswith(e) and len(other.text) > len(e)), None)
        if ending is None or not body.text.startswith(("管委", "政府", "纪委", "监委", "人大", "政协")):
            return None
        return (self.canonical(other) or other.text).removesuffix(ending) + body.text

    def _tail_of_another(self, body: Body) -> str | None:
        """The longer name, last printed before, that ends with this one: 计量所 of …局计量所."""
        other = self._before(body.text, body.start)
        return (other.preset or self._office_of_group(other) or other.text) if other else None

    def _office_of_group(self, body: Body) -> str | None:
        """The group, last named before, whose office this is: 办公室, 领导小组办公室."""
        if body.text not in ("办公室", "秘书处", *(g + "办公室" for g in _GROUPS)):
            return None
        office = "秘书处" if body.text.endswith("秘书处") else "办公室"
        group = body.text.removesuffix(office)
        found = [o for g in ([group] if group else _GROUPS) if (o := self._before(g, body.start))]
        nearest = max(found, key=lambda o: o.start, default=None)
        return (nearest.preset or nearest.text) + office if nearest else None

    def _find_in_full(self, name: str) -> str | None:
        """The longest form of a name on the page: one that spells it out in order, from its first to its last character."""
        fuller = [full for full in self._by_edges[name[-1]] if len(full) > len(name) and _spells_out(name, full)]
        return max(fuller, key=lambda full: (len(full), full), default=None)


def _leads_with_place(text: str) -> bool:
    return _leading_place(text) > 0


@functools.lru_cache(maxsize=8192)
def _leading_place(text: str) -> int:
    """Length of the division's name that a name begins with, 0 where there is none."""
    least = 3 if text[:1] in "省市区县州" else 2  # 市中 is a district too, and rarely meant
    return next((n for n in range(min(9, len(text)), least - 1, -1) if by_name(text[:n])), 0)


def _spells_out(short: str, full: str) -> bool:
    place = _leading_place(short)
    if full.endswith(short):
        return place > 0 and _leads_with_place(full)
    if not place or full[0] != short[0] or len(short) < 4 or not full.startswith(short[:place]):
        return False
    rest, other = short[place:], full[place:]
    if other[:1] in "省市县区" and other[1:2] == rest[:1]:
        other = other[1:]  # 滁州|融资担保集团: 滁州市|融资担保集团有限公司
    if other.removeprefix("人民") == rest:
        return True
    if rest[:1] != other[:1] or len(rest) < 3 or len(rest) * 2 < len(other):
        return False
    at = iter(other)
    return all(char in at for char in rest)
