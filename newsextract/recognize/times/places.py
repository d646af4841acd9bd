"""Where an expression of time may begin: at the first two characters of a word, at a figure and its unit.

The grammar has some fifty alternatives; tried at every character of a page it would be the slowest pattern of all.
"""

from __future__ import annotations

import functools
import re

from newsextract.recognize.times import lunisolar

__all__ = ["places"]

_CN = "零〇○一二三四五六七八九十"
_COUNT = f"0-9{_CN}两廿"
_RELATIVE = "年天日晚晨早夜春夏秋冬周星礼一个"
#: First characters of the grammar's words (the keys), and what may stand behind each.
_PAIRS = {
    "今明昨": f"{_RELATIVE}今明后",
    "去": f"{_RELATIVE}今",
    "前": f"去年天日晚晨早夜春夏秋冬{_COUNT}",
    "头": _COUNT,
    "后": "年天",
    "来翌": "年",
    "次": "年月",
    "公": "元",
    "这": "一个周星礼",
    "本": "年月周季世学财赛星礼一个",
    "上": "上年个一半周月世星礼学财赛季午",
    "下": "下年个一半周月世星礼学财赛季午",
    "大": "大前后年",
    "农阴夏": "历",
    "闰": f"{_COUNT}正腊冬元",
    "正": "月午",
    "腊冬元": "月",
    "第": "一二三四1234",
    "全鼠牛虎兔龙蛇马羊猴鸡狗猪新": "年",
    "年": "底初末内中",
    "月": "底初末",
    "岁": "末",
    "当": "天日月",
    "凌": "晨",
    "清": "晨早",
    "早晚夜": f"晨早上间里{_COUNT}",
    "中": "午",
    "午": "间后夜",
    "傍": "晚",
    "深": "夜",
    "周": "一二三四五六日天",
    "星": "期",
    "礼": "拜",
    "壹贰": "零壹贰叁肆伍陆柒捌玖",
    "甲乙丙丁戊己庚辛壬癸": "子丑寅卯辰巳午未申酉戌亥",
    "“\"‘'「『": "十一二三四五六七八九",
}
#: No longer is a string that is one expression and nothing else.
_SHORT = 12
_JOINED = "—–―~～─－至到 \\-"
#: What stands behind a figure or a numeral that begins an expression.
_UNITS = rf"年月日号时点世季:./·新Q{_JOINED}"
#: A list of figures that share their unit: 7、8月.
_LISTED = rf"、[0-9{_CN}]{{1,4}}(?:[年月日号季、]|十年)"


@functools.cache
def _pairs() -> frozenset[str]:
    pairs = {first + second for firsts, seconds in _PAIRS.items() for first in firsts for second in _spread(seconds)}
    feasts = (*lunisolar.clear_feasts(), *lunisolar.ambiguous_feasts(), *lunisolar.eras())
    pairs |= {name[:2] for name in feasts}
    pairs |= {mark + name[0] for mark in '“"' for name in lunisolar.ambiguous_feasts()}
    return frozenset(pairs)


def _spread(seconds: str) -> str:
    return seconds.replace("0-9", "0123456789")


@functools.cache
def _words() -> re.Pattern[str]:
    first = "".join(sorted({pair[0] for pair in _pairs()}))
    second = "".join(sorted({pair[1] for pair in _pairs()}))
    return re.compile(f"[{first}](?=[{second}])")


@functools.cache
def _figures() -> re.Pattern[str]:
    feasts = "".join({name[0] for name in (*lunisolar.clear_feasts(), *lunisolar.ambiguous_feasts())})
    # The second year of a range may stand before anything: （2018—2022）.
    return re.compile(
        rf"[0-9](?<![0-9][0-9])(?:(?=[0-9OolI]{{0,3}}(?:[{_UNITS}{feasts}]|\Z|{_LISTED}))|(?<=[{_JOINED}].))"
    )


@functools.cache
def _numerals() -> re.Pattern[str]:
    return re.compile(rf"[{_CN}两百千廿](?=[{_CN}百千]{{0,5}}(?:[{_UNITS}]|\Z|{_LISTED}))")


def places(text: str, start: int, end: int) -> list[int]:
    """Find where the grammar's points in time may begin, in ascending order.

    >>> places("会议定于2019年5月在深圳召开，明年再议", 0, 20)
    [4, 9, 17]
    """
    pairs = _pairs()
    words = [at for hit in _words().finditer(text, start, end) if text[(at := hit.start()) : at + 2] in pairs]
    figures = [hit.start() for hit in _figures().finditer(text, start, end)]
    numerals = [hit.start() for hit in _numerals().finditer(text, start, end)]
    whole = [0] if start == 0 and len(text) <= _SHORT else []  # forms that only a string of its own has
    return sorted({*whole, *words, *figures, *numerals})
