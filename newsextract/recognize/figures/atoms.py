"""From numerals to figures with a unit: one pass over the text, before neighbours are joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from newsextract.model.values import Bound
from newsextract.recognize.figures.units import Unit, currency_before, unit_behind
from newsextract.recognize.numerals import Numeral, scan

__all__ = ["Atom", "atoms"]

# 减负4600亿元 is no negative sum.
_SIGN = re.compile(r"(?:[-－−]|(?:(?<![\u4e00-\u9fff])|(?<=[为是到至达约呈降在和从由]))负|零下)\Z")
# A minus stands behind Chinese text, a bracket or nothing; behind a figure, a letter or a dash it is a hyphen.
_MINUS_AFTER = re.compile(r"(?:\A|[\u4e00-\u9fff（(：:，,、。；;\s|“])\Z")
_SOME_MORE = re.compile(r"多(?![个名家项元样万亿于数])")
_YUAN_MORE = re.compile(r"人民币|港币|港元|美元|美金|欧元|日元|日币|新台币|台币|澳元|加元|英镑|卢布|韩元|韩币")
_MORE_CODES = {
    "港币": "HKD", "港元": "HKD", "美元": "USD", "美金": "USD", "欧元": "EUR", "日元": "JPY", "日币": "JPY", "新台币": "TWD", "台币": "TWD",
    "澳元": "AUD", "加元": "CAD", "英镑": "GBP", "卢布": "RUB", "韩元": "KRW", "韩币": "KRW",
}  # fmt: skip
_HAN = re.compile(r"[\u4e00-\u9fff]")
_AMOUNT_GOES_ON = re.compile(
    r"钱|多(?![个名家])|[左上]右|以[上下内]|上下|[一二三四五六七八九\d](?!\d)|整|不等|起(?![来码源])"
)
_SAY = re.compile(
    r"意见|建议|要求|体会|看法|希望|措施|思考|共识|主张|启示|原因|声明|倡议|说明|理由|内容|经验|做法|期望|承诺"
)
_OLD_ENOUGH = re.compile(r"大(?=[的了时，。、；！？,]|\Z)")
_TIME_AGES = frozenset(("个月", "天", "周", "个星期", "日"))
_SHARE_OF = {
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
    "万": 10**4,
    "万万": 10**8,
    "亿": 10**8,
    "十万": 10**5,
    "百万": 10**6,
}


@dataclass(slots=True)
class Atom:
    """A numeral with its sign and unit.

    Args:
        start, end: sign to unit.
        head: where the words about it begin, the currency named before it included.
        numeral: as it is written.
        behind: where the numeral ends.
        low, high: the value in the unit's base, sign included.
        unit: None where none is named.
        bound: as the numeral says it.
        ordinal: 第 stands before it.
        part: it is part of something that is no figure (a fraction, a code).
    """

    start: int
    end: int
    head: int
    numeral: Numeral
    behind: int
    low: Decimal
    high: Decimal
    unit: Unit | None
    bound: Bound
    ordinal: bool = False
    part: bool = False

    @property
    def kind(self) -> str:
        """What the unit counts, or an empty string."""
        return self.unit.kind if self.unit else ""


def _amount_word(
    text: str, unit: Unit, numeral: Numeral, *, before: Atom | None, start: int, behind: int, end: int
) -> bool:
    """Whether 块, 角, 毛, 分 mean money: behind a larger unit of it, before 钱, or with nothing behind that they could count."""
    if unit.text not in ("块", "角", "毛", "分"):
        return True
    if before is not None and before.kind == "money" and before.end == start:
        return True
    if unit.text == "分":
        return start == 0 and end == len(text)
    if unit.text == "块":
        if numeral.low >= 100:
            return True
        if text[start:behind] == "一":
            return False
        return not _HAN.match(text[end : end + 1]) or bool(_AMOUNT_GOES_ON.match(text, end))
    if not numeral.arabic and text[start:behind] != "两":  # 三角, 五毛
        return False
    return not _HAN.match(text[end : end + 1]) or text[end + 1 : end + 2] in ("分", "钱")


def _choose(text: str, numeral: Numeral, *, before: Atom | None, start: int, behind: int) -> tuple[Unit | None, int]:
    for unit, end in unit_behind(text, behind, numeral):
        if unit.kind == "money" and not _amount_word(
            text, unit, numeral, before=before, start=start, behind=behind, end=end
        ):
            continue
        if unit.text == "分" and unit.kind == "classifier":  # of an hour, else points in a game or test
            timed = before is not None and before.kind == "time" and before.end == start
            if timed or not numeral.arabic:
                return Unit("分", "time"), end
        if unit.text == "点" and unit.kind == "classifier" and not _SAY.match(text, end):
            hour = not numeral.arabic or (numeral.low <= 24 and numeral.low == int(numeral.low))
            if hour:
                return Unit("点", "time"), end
        if unit.text in ("成", "折"):
            if numeral.low > (10 if unit.text == "成" else 100) or (unit.text == "折" and numeral.low == 10):
                continue
            if unit.text == "折" and numeral.low < 1:  # 半折
                return replace(unit, factor=Decimal(100)), end
            if unit.text == "折" and numeral.low > 10:  # 75折
                return replace(unit, factor=Decimal(1)), end
        return unit, end
    return None, behind


def _money_end(text: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """3819亿元人民币, 9000元日币: the name behind 元 belongs to the unit."""
    if unit.text in ("元", "块"):
        hit = _YUAN_MORE.match(text, end)
        if hit:
            return replace(unit, code=_MORE_CODES.get(hit[0], "CNY")), hit.end()
    return unit, end


def _half(text: str, atom: Atom) -> None:
    """三斤半, 三成半, 一吨半."""
    unit = atom.unit
    if unit is not None and unit.text == "成" and _SOME_MORE.match(text, atom.end):  # 两成多
        atom.end += 1
        atom.bound = "approx"
        return
    if unit is None or not text.startswith("半", atom.end):
        return
    if (
        unit.kind == "measurement" and unit.text != "倍" and not text.startswith("半径", atom.end)
    ) or unit.text == "成":
        step = unit.factor / 2
        atom.low += step
        atom.high += step
        atom.end += 1


def atoms(text: str, raw: str | None = None) -> list[Atom]:
    """Read every numeral of a folded text with what stands around it.

    Args:
        text: folded text.
        raw: the text before folding.
    """
    found: list[Atom] = []
    pending_share: tuple[int, int] | None = None  # 百分之: where it begins, and of how many parts
    for start, behind, numeral in scan(text, raw=raw):
        before = found[-1] if found else None
        if text.startswith("分之", behind):
            spelled = text[start:behind]
            parts = _SHARE_OF.get(spelled) if numeral.bare else None
            adjacent = before is not None and before.end == start
            if parts and not adjacent:
                pending_share = (start, parts)
                continue
            found.append(_part(start, behind, numeral))
            continue
        if pending_share and text[pending_share[0] : start].endswith("分之"):
            begun, parts = pending_share
            factor = Decimal(100) / parts
            share = Unit("分之", "percent", "%", factor)
            found.append(_with(text, numeral, share, start=begun, behind=behind, end=behind))
            pending_share = None
            continue
        pending_share = None
        if before is not None and before.part and text.startswith("分之", before.behind) and before.behind + 2 == start:
            found.append(_part(start, behind, numeral))
            continue
        unit, end = _choose(text, numeral, before=before, start=start, behind=behind)
        if unit is not None and unit.kind == "money":
            unit, end = _money_end(text, unit, end)
        if unit is not None and unit.kind == "time" and unit.text in _TIME_AGES and _OLD_ENOUGH.match(text, end):
            unit, end = Unit(unit.text, "measurement"), end + 1
        found.append(_with(text, numeral, unit, start=start, behind=behind, end=end, before=before))
    return found


def _part(start: int, behind: int, numeral: Numeral) -> Atom:
    return Atom(start, behind, start, numeral, behind, numeral.low, numeral.high, None, numeral.bound, part=True)


def _with(
    text: str, numeral: Numeral, unit: Unit | None, *, start: int, behind: int, end: int, before: Atom | None = None
) -> Atom:
    factor = unit.factor if unit else Decimal(1)
    atom = Atom(start, end, start, numeral, behind, numeral.low * factor, numeral.high * factor, unit, numeral.bound)
    atom.ordinal = text[start - 1 : start] == "第" and start > 0
    _half(text, atom)
    head = start
    sign = _SIGN.search(text[max(0, start - 3) : start])
    if sign and not (before is not None and before.end == start - len(sign[0])):
        left = start - len(sign[0])
        if sign[0] in ("负", "零下") or _MINUS_AFTER.search(text[max(0, left - 1) : left]):
            atom.start = head = left
            atom.low, atom.high = -atom.high, -atom.low
    if atom.kind not in ("percent", "time"):
        _named_before(text, atom, head)
    return atom


def _named_before(text: str, atom: Atom, head: int) -> None:
    """人民币50元, 港币两千元, $20, ￥300, 人民币500万."""
    named = currency_before(text, head)
    if named is None:
        return
    begun, code, sign = named
    if sign and atom.kind != "money":  # $20起
        atom.unit, atom.end, atom.low, atom.high = None, atom.behind, atom.numeral.low, atom.numeral.high
    if atom.unit is None:
        latin = text[begun : begun + 1].isascii() and text[begun : begun + 1].isalpha()
        if not (sign or (atom.numeral.myriad and code in ("CNY", "HKD", "TWD"))) or (
            latin and text[begun - 1 : begun].isalpha() and begun
        ):
            return
        atom.unit = Unit("", "money", code)
        atom.start = begun if sign else atom.start
    elif atom.unit.text in ("元", "块", "圆", "元钱", "块钱", "角", "分") or atom.unit.code == code:
        atom.unit = replace(atom.unit, code=code)
        if sign:
            atom.start = begun
    else:
        return
    atom.head = begun
