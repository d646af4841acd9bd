"""The one reader of numerals: from a place in a text, the longest numeral that stands there, and its value.

The grammar is that of spoken Chinese place value (digit + 十/百/千, in groups under 万/亿/兆), with Arabic figures that may
take the place of any digit, and the loose forms: 几 and 数 for an unsaid digit, two neighbouring digits for "some",
余/多/来 for a remainder, 上 before a bare multiplier for "at least".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from newsextract.model.values import Bound

__all__ = ["LONGEST", "Numeral", "read_numeral", "scan"]

#: A run of digits longer than this is a code, not a figure.
LONGEST = 40

_DIGITS = dict(
    zip("零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖", [0, 0, 0, *range(1, 10), 2, *range(1, 10)], strict=True)
)
_TENS = {"廿": 20, "卅": 30}
_PLACES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_ZEROS = "零〇○"

# Two digits side by side that mean "some": 两三百, 十七八, 三五百.
_SOME: set[tuple[object, ...]] = {(a, a + 1) for a in range(1, 9)} | {(3, 5)}

# Arabic figures; all repeats are bounded, so that a run of any length is read in linear time.
# O, o and l, I stand for 0 and 1 where a digit stands beside them and what follows counts or measures (5l水 is five litres).
_ARABIC = re.compile(
    r"[0-9]{1,3}(?:[,，][0-9]{3}){1,14}+(?![0-9])(?:[.．·][0-9]{1,40}+)?"
    r"|[0-9]{1,60}+(?![OolI]{1,9}+[0-9.%万亿千百元年月日个人家])(?:[.．·][0-9]{1,40}+(?!\.[0-9]))?"
    r"|\.[0-9]{1,40}+"
    r"|(?=[OolI]{0,9}[0-9])[0-9OolI]{1,40}+(?:\.[0-9OolI]{1,9}+)?(?=[%‰万亿千百元年月日时个人家名项件户台辆亩吨米])"
)
_REPAIR = str.maketrans("OolI", "0011")
_CODE = re.compile(r"[0-9.,，OolI]++")

# Where a numeral may begin. 数 that ends a word (人数, 指数) and 上 that does (以上, 网上) do not begin one.
_START = re.compile(
    r"[0-9]"
    r"|(?<![A-Za-z0-9])[OolI]{1,9}+(?=[0-9])"
    r"|(?<![0-9A-Za-z.])\.(?=[0-9])"
    r"|(?<![人总指系基倍次分位参函负整少多半件户额款笔复票岁级])数(?=[十百千万亿])"
    r"|(?<![以网会之历身世线地海路车船市账早晚])上(?=[百千万亿])"
    r"|半(?=[成折])"
    r"|[零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖廿卅十百千拾佰仟万亿几]"
)

_IN_A_ROW = re.compile(r"[零〇○一二三四五六七八九]{2,40}+(?![零〇○一二三四五六七八九十百千万亿拾佰仟])")
# Decimals in words; 三点二十 and 八点五分 are times of day.
_POINT = re.compile(r"点([零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{1,20}+)(?![十百千拾佰仟分])")
_BARE = re.compile(r"上?[百千佰仟]?[万亿兆]{0,2}")

# 千, 百 and 兆 that open a unit of measurement instead of closing the numeral; 3千米, but 三千 + 米.
_OPENS_UNIT = re.compile(
    r"千(?=[瓦伏克卡赫帕焦安牛乏]|字节|比特|电子)|兆(?=[瓦伏赫帕焦欧安牛乏]|字节|比特|电子)|百(?=帕)"
)

# 余, 多, 来 as a remainder, not as the head of the next word (余额, 多元, 来自).
_REMAINDER = re.compile(
    r"余(?![额下姚杭热量震温])|多(?!元[化文主素统性]|样[化性]|功能|媒体|极化)|来(?=[万亿个名家人岁天年块元斤里米户条件位只头亩吨公分])"
)
_NAMES_PLACE = re.compile(r"[余多来]?[百千万]")
_A_COUPLE = re.compile(r"一两(?=[个年天次名家人百千万亿月周种位句点])")

_Pair = tuple[Decimal, Decimal]
_NOTHING: _Pair = (Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral as it is written.

    Args:
        low: its value; the least one where it is said loosely.
        high: its value; the greatest one where it is said loosely.
        bound: ``approx`` where it is said loosely (十几, 300余), ``min`` after 上 (上千万), else ``exact``.
        repaired: an OCR confusion was read (3O → 30).
        factor: the multiplier that it ends with (3亿: 100000000), which a figure before it may share (3至5亿); else 1.
        arabic: it holds Arabic digits.
        bare: nothing but multipliers (百万, 亿).
        in_a_row: nothing but Chinese digits side by side (二〇二四, 三四).
        myriad: it carries 万, 亿 or 兆.
    """

    low: Decimal
    high: Decimal
    bound: Bound = "exact"
    repaired: bool = False
    factor: int = 1
    arabic: bool = False
    bare: bool = False
    in_a_row: bool = False
    myriad: bool = False


def _plus(a: _Pair, b: _Pair) -> _Pair:
    return a[0] + b[0], a[1] + b[1]


def _times(a: _Pair, factor: int | Decimal) -> _Pair:
    return a[0] * factor, a[1] * factor


class _Reader:
    """Reads one numeral from left to right; stops before the first character that cannot continue it."""

    def __init__(self, text: str, at: int, raw: str | None = None) -> None:
        self.text = text
        self.raw = raw
        self.at = at
        self.total = _NOTHING  # groups that 万, 亿, 兆 have closed
        self.group = _NOTHING  # what 十, 百, 千 have closed since
        self.digit: _Pair | None = None  # a digit or figure that waits for its place
        self.figure = False  # that digit is whole: an Arabic figure, decimals, 几
        self.short = False  # that digit stands right behind 百, 千, 万, 亿: 四百五
        self.place = 0  # last place in the open group, 0 where it is empty
        self.myriad = 0  # last of 万, 亿, 兆
        self.last = 0  # last multiplier of either kind
        self.factor = 1
        self.said = self.zero = self.closing = self.loose = self.repaired = self.arabic = False

    def read(self) -> tuple[Numeral, int] | None:
        begun, text = self.at, self.text
        least = text.startswith("上", begun)
        if least:
            self.at += 1
        elif row := _IN_A_ROW.match(text, begun):
            return self._in_a_row(row)
        while self.at < len(text) and self.at - begun <= LONGEST and self._step(text[self.at]):
            pass
        if self.zero:  # a zero that led nowhere
            self.at -= 1
        if not self.said:
            return None
        self._shorten()
        low, high = _plus(_plus(self.total, self.group), self.digit or _NOTHING)
        bare = bool(_BARE.fullmatch(text, begun, self.at))
        numeral = Numeral(
            low,
            high,
            bound="min" if least else "approx" if self.loose else "exact",
            repaired=self.repaired,
            factor=self.factor if self.digit is None else 1,
            arabic=self.arabic,
            bare=bare,
            myriad=self.myriad > 0,
        )
        return numeral, self.at

    def _in_a_row(self, row: re.Match[str]) -> tuple[Numeral, int] | None:
        figures = tuple(_DIGITS[c] for c in row.group())
        if figures in _SOME:
            return Numeral(Decimal(figures[0]), Decimal(figures[1]), "approx", in_a_row=True), row.end()
        value = Decimal("".join(map(str, figures)))
        end = row.end()
        if point := _POINT.match(self.text, end):
            value += Decimal("0." + "".join(str(_DIGITS[c]) for c in point[1]))
            end = point.end()
        return Numeral(value, value, in_a_row=True), end

    def _step(self, char: str) -> bool:
        """Read one element; False where the numeral ends before it."""
        if self.closing and char not in _MYRIADS:
            return False
        if char in _ZEROS:
            return self._zero()
        if char in _DIGITS:
            return self._digit(char)
        if char in _PLACES:
            return self._place(char)
        if char in _MYRIADS:
            return self._myriad(char)
        if char in "几数":
            return self._unsaid(char)
        if char in "余多来":
            return self._remainder()
        if char == "点":
            return self._decimals()
        if char in _TENS:
            return self._tens(char)
        if char == "半":
            return self._half()
        if char == "个":
            return self._counted_myriad()
        return self._arabic()

    def _next(self) -> str:
        return self.text[self.at + 1 : self.at + 2]

    def _took(self, length: int = 1) -> bool:
        self.at += length
        self.said = True
        self.zero = False
        return True

    def _waits(self, digit: _Pair, *, figure: bool, length: int = 1) -> bool:
        self.digit, self.figure, self.factor = digit, figure, 1
        self.short = not self.zero and not figure and self.last >= 100
        return self._took(length)

    def _zero(self) -> bool:
        following = self._next()
        if self.digit is not None or self.zero:
            return False
        if not self.said and following not in ("十", "拾"):
            return self._waits(_NOTHING, figure=False)
        if not (following in _DIGITS or following in _PLACES or following == "几" or following.isdigit()):
            return False
        self._took()
        self.zero = True
        return True

    def _digit(self, char: str) -> bool:
        value = Decimal(_DIGITS[char])
        if self.digit is None:
            # 两 behind something is a digit only before a place (三千两百), else the unit of weight (三十两).
            if char == "两" and self.said and self._next() not in ("百", "千", "万", "亿"):
                return False
            return self._waits((value, value), figure=False)
        some = (self.digit[0], value) in _SOME and self.digit[0] == self.digit[1]
        if self.figure or not some or (char == "两" and not _A_COUPLE.match(self.text, self.at - 1)):
            return False
        self.digit = (self.digit[0], value)
        self.loose = True
        return self._took()

    def _place(self, char: str) -> bool:
        place = _PLACES[char]
        kilometres = char == "千" and self.arabic and self._next() == "米"
        if kilometres or _OPENS_UNIT.match(self.text, self.at) or (self.place and place >= self.place):
            return False
        if self.digit is None and self.said and not (place == 10 and self.zero):
            return False
        self.factor = place if place >= 100 and not self.place else 1
        self.group = _plus(self.group, _times(self.digit or (Decimal(1), Decimal(1)), place))
        self.digit = None
        self.place = self.last = place
        return self._took()

    def _myriad(self, char: str, length: int = 1) -> bool:
        if _OPENS_UNIT.match(self.text, self.at):
            return False
        power = _MYRIADS[char]
        group = _plus(self.group, self.digit or _NOTHING) if self.said else (Decimal(1), Decimal(1))
        empty = self.digit is None and not self.place and self.said
        if power > self.myriad or (power == self.myriad and empty):  # 一万五千亿, 4.78万亿, 10万万
            self.total = _times(_plus(self.total, group), power)
            self.myriad = power * self.myriad if power == self.myriad else power
        elif not empty:
            self.total = _plus(self.total, _times(group, power))
            self.myriad = power
        else:
            return False
        self.factor *= power
        self.group, self.digit, self.place, self.last = _NOTHING, None, 0, power
        return self._took(length)

    def _counted_myriad(self) -> bool:
        """两个亿."""
        following = self._next()
        level = self.text[self.at + 2 : self.at + 3] in ("万", "亿", "级")  # 3个万亿级园区
        return following in ("亿", "万") and not level and self.digit is not None and self._myriad(following, 2)

    def _unsaid(self, char: str) -> bool:
        following = self._next()
        if self.digit is not None:
            return False
        if following in _PLACES or (not self.said and following in _MYRIADS):  # 几十, 数百, 一百几十
            digit = (Decimal(1), Decimal(10))
        elif char == "几" and (self.zero or self.last == 10):  # 十几, 一千零几
            digit = (Decimal(0), Decimal(10))
        else:
            return False
        if self.said and char == "数":
            return False
        self.loose = True
        return self._waits(digit, figure=True)

    def _remainder(self) -> bool:
        behind_multiplier = self.digit is None and self.last > 0 and not self.zero
        behind_figure = self.digit is not None and self.figure and self.arabic
        if not (behind_multiplier or behind_figure) or not _REMAINDER.match(self.text, self.at):
            return False
        self.loose = self.closing = True
        return self._took()

    def _decimals(self) -> bool:
        hit = _POINT.match(self.text, self.at)
        if not hit or not self.said or self.zero or (self.figure and self.digit is not None) or self.loose:
            return False
        self._shorten()
        part = Decimal("0." + "".join(str(_DIGITS[c]) for c in hit[1]))
        return self._waits(_plus(self.digit or _NOTHING, (part, part)), figure=True, length=hit.end() - hit.start())

    def _tens(self, char: str) -> bool:
        if self.place or self.digit is not None or (self.said and not self.last):
            return False
        value = Decimal(_TENS[char])
        self.group = _plus(self.group, (value, value))
        self.place = self.last = 10
        return self._took()

    def _half(self) -> bool:
        return not self.said and self._waits((Decimal("0.5"), Decimal("0.5")), figure=True)

    def _arabic(self) -> bool:
        hit = _ARABIC.match(self.text, self.at) if self.digit is None else None
        if hit and "，" in hit[0] and self._lists(hit):
            hit = _ARABIC.match(self.text, self.at, self.text.index("，", self.at))
        if not hit or len(hit[0]) > LONGEST:
            return False
        spelled = hit[0].replace(",", "").replace("，", "").replace("．", ".").replace("·", ".")
        repaired = spelled.translate(_REPAIR)
        value = Decimal(repaired)
        if self.said:  # 3万4000, 5万4千, 2千零30万: it must fill the places left, or name its own
            fills = len(repaired) == len(str(self.last)) - 1 or self.zero
            names = _NAMES_PLACE.match(self.text, hit.end())
            if not self.arabic or value >= self.last or "." in repaired or not (fills or names):
                return False
        self.repaired |= repaired != spelled
        self.arabic = True
        return self._waits((value, value), figure=True, length=len(hit[0]))

    def _lists(self, figure: re.Match[str]) -> bool:
        """Whether a full-width comma parts two figures: it parts thousands beside full-width digits or half-width commas."""
        if self.raw is None or "," in figure[0]:
            return False
        behind = self.raw[self.text.index("，", figure.start()) + 1]
        return behind.isascii()

    def _shorten(self) -> None:
        """Give a last digit right behind 百, 千, 万, 亿 the next place: 四百五, 九十二万四."""
        if self.digit is not None and self.short:
            self.digit = _times(self.digit, Decimal(self.last) / 10)
            self.short = False


def read_numeral(text: str, at: int = 0) -> tuple[Numeral, int] | None:
    """Read the longest numeral that begins at a place of a folded text.

    Args:
        text: text folded by ``newsextract.doc.normalise``, with no blanks inside figures.
        at: where the numeral begins.

    Returns:
        the numeral and where it ends, or None where none begins.

    >>> numeral, end = read_numeral("3亿5000多万元")
    >>> str(numeral.low), numeral.bound, end
    ('350000000', 'approx', 8)
    """
    return _Reader(text, at).read()


def scan(text: str, *, raw: str | None = None) -> Iterator[tuple[int, int, Numeral]]:
    """Find the numerals of a folded text from left to right, not overlapping: (start, end, numeral).

    Args:
        text: folded text.
        raw: the text before folding, which tells a full-width comma between thousands (１，２００) from one between figures.

    >>> [(s, e, str(n.low)) for s, e, n in scan("引进16家企业，投资三亿元")]
    [(2, 4, '16'), (10, 12, '300000000')]
    """
    at = 0
    while hit := _START.search(text, at):
        begun = hit.start()
        if found := _Reader(text, begun, raw).read():
            numeral, at = found
            yield begun, at, numeral
        else:
            code = _CODE.match(text, begun)
            at = code.end() if code else begun + 1
