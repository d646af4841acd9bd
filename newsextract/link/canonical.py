"""Full names of bodies: 市委 → 烟台市委, what the page prints in full elsewhere, aliases."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsextract.lexicon.divisions import by_code, by_name
from newsextract.link.deixis import Deixis

__all__ = ["Body", "canonical"]

#: A name that begins with a level that means the page's own, or has one right behind a national body's name.
_DEICTIC = re.compile(
    r"(?P<front>|团|人民银行|中国人民银行|农业银行|工商银行|建设银行)(?P<level>省|市|区|县|州|旗|镇|乡|街道)(?P<rest>.+)"
)
#: Zones that every city has; its bodies bear the city's name.
_ZONE = re.compile(r"(?:高新区|经开区|开发区|保税区|综保区|自贸区|新区)(?!分)")
#: Names that stand for a part of a longer one or for a body of the page's region.
_BARE = re.compile(r"[^省市区县州国]{1,12}(?:局|委|办|管委|工委|所|处|科|办公室|中心|学院|队|站|分行|支行)")
_NATIONAL = re.compile(r"国家|全国|中国|中央|国务院|最高|联合国|世界|国际")


@dataclass(frozen=True, slots=True)
class Body:
    """A body on the page: where it is named and how."""

    start: int
    text: str
    preset: str | None = None


def canonical(body: Body, deixis: Deixis, bodies: list[Body]) -> str | None:
    """Return the full name that a page gives for a body, None where it gives no more than the text.

    Args:
        body: the mention.
        deixis: the page's divisions.
        bodies: all bodies of the page.
    """
    if body.preset and body.preset != body.text:
        return body.preset
    spelt = _spelt(body, deixis, bodies)
    longer = _printed_in_full(spelt or body.text, bodies)
    result = longer or spelt
    return result if result and result != body.text else None


def _spelt(body: Body, deixis: Deixis, bodies: list[Body]) -> str | None:
    """The name with its division spelt out."""
    text = body.text
    hit = _DEICTIC.fullmatch(text)
    if hit and not _leads_with_place(text):
        named = deixis.resolve(hit["level"], body.start)
        if named is None:
            return None
        if hit["front"] == "团":
            division = by_code(named.code, deixis.year) if named.code else None
            return (division.short if division else named.name) + text
        return hit["front"] + named.name + hit["rest"]
    tail = _tail_of_another(body, bodies)
    if tail:
        return tail
    if _ZONE.match(text):
        named = deixis.resolve("市", body.start)
        division = by_code(named.code, deixis.year) if named and named.code else None
        return division.short + text if division else None
    if len(text) <= 8 and _BARE.fullmatch(text) and not _leads_with_place(text) and not _NATIONAL.match(text):
        level = "市" if text[-1] in "局委办" else ""
        named = deixis.resolve(level, body.start) if level and len(text) <= 5 else None
        return named.name + text if named else None
    return None


def _leads_with_place(text: str) -> bool:
    least = 3 if text[:1] in "省市区县州" else 2  # 市中 is a district too, and rarely meant
    return any(by_name(text[:n]) for n in range(least, min(9, len(text))))


def _tail_of_another(body: Body, bodies: list[Body]) -> str | None:
    """The longer name, last printed before, that ends with this one (计量所 of …局计量所), or its office (办公室 of …小组)."""
    text = body.text
    earlier = [b for b in bodies if b.start < body.start and len(b.text) > len(text)]
    for other in reversed(earlier):
        if other.text.endswith(text) and len(text) >= 2 and not _leads_with_place(text):
            return other.preset or other.text
    if text in ("办公室", "领导小组办公室", "指挥部办公室", "领导小组", "指挥部", "秘书处"):
        head = text.removesuffix("办公室").removesuffix("秘书处")
        for other in reversed(earlier):
            if other.text.endswith(head or ("领导小组", "指挥部", "委员会", "联席会议")):
                return (other.preset or other.text) + text[len(head) :]
    return None


def _printed_in_full(name: str, bodies: list[Body]) -> str | None:
    """The longest form of a name that stands on the page: one that spells it out in order, from its first to its last character."""
    best: str | None = None
    for other in bodies:
        full = other.text
        if len(full) > len(best or name) and _spells_out(name, full):
            best = full
    return best


def _spells_out(short: str, full: str) -> bool:
    if full.endswith(short):
        return _leads_with_place(short) and _leads_with_place(full)
    if full[0] != short[0] or full[-1] != short[-1] or len(short) < 4 or not _leads_with_place(full):
        return False
    place = next((n for n in range(min(9, len(short)), 1, -1) if by_name(short[:n])), 0)
    if not place or not full.startswith(short[:place]):
        return False
    rest, other = short[place:], full[place:]
    plain = other.removeprefix("人民")
    if plain == rest:
        return True
    if rest[:1] != other[:1] or len(rest) < 3 or len(rest) * 2 < len(other):
        return False
    at = iter(other)
    return all(char in at for char in rest)
