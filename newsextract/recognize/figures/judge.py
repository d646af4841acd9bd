"""Which figures count: what looks like one and is none stays out, for stated reasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newsextract.lexicon import Matcher, read_rows
from newsextract.recognize.figures.compose import Figure

__all__ = ["masked", "reason_against"]

_OPENING = frozenset('“‘「『"')
_CLOSES_SOON = re.compile(r"[^“”‘’「」『』\"\n。；]{0,12}[”’」』\"]")
_CODE_BEFORE = re.compile(r"[A-Za-z%=&_@]\Z|[A-Za-z]\.\Z|[A-Za-z0-9][-－]\Z")
_EACH = re.compile(r"[每毎]\Z")
_ONE = frozenset("一壹")
_CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾")
_FORMULA = re.compile(r"“[^“”\n。]{0,60}\Z")
# Units of measurement whose 一 or small Chinese numeral is usually another word (一度, 一方, 两度, 三方, 一节).
_UNSAFE = frozenset("度方节码丝转担卡牛欧安伏瓦赫帕焦桶帧里尺寸丈倍迈磅顷步")
_BARE_COUNTS = re.compile(r"[人名家户]\Z|人次|平方|公里|[吨亩台辆件册项场株]\Z")
_NOT_A_CROWD = re.compile(r"计划|工程|空巷|迷|万|灯火|民币|坑|大会堂|之众|斩|冢|敌|口")
_LEVELS_BEFORE = re.compile(r"[省市县区乡镇村组街道旗州盟社国央户校][）)]?\Z")
_LEVELS_BEHIND = re.compile(
    r"法院|检察|人大|党委|政府|联动|书记|干部|管理|财政|医疗|公立|网络|体系|组织|架构|纪检|服务"
)
_HELD = re.compile(
    r"(?:举办|开办|开讲|开课|录制|制作|编发|编印|发布|直播|举行|开展|发行|出版|推出|组织|播出|刊登|培训|共|办了?|第)[了过]?(?:[约近超逾过各类]|培训班|活动|节目)?\Z"
)
_SUM_BEFORE = re.compile(r"(?:人民币|[￥¥：:])\Z")
_LARGE_HEAD = re.compile(r"[十百千万]\Z")
#: Sums that headlines give without their unit (获百亿融资); a class of size (千亿级, “百亿强县”) is none.
_SUMS = frozenset(("十亿", "百亿", "千亿", "万亿"))
_RANKS = frozenset("个大")
_SOMETHING = re.compile(r"(?!.?[级强])[^元之年以\W\d][\u4e00-\u9fff]|[，。、；！：\s—]|\Z")


def _bare(figure: Figure, text: str, bound: str) -> str | None:
    """A multiplier alone: 百亿元 counts, 万名 and 亿元 where something bounds them, 万元 in 万元增加值 and 千家 in 千家万户 do not."""
    numeral = figure.first.numeral
    unit = figure.unit
    spelled = text[figure.first.start : figure.first.behind]
    if numeral.bound == "min":  # 上千
        return None
    if unit is None:
        sum_alone = (
            spelled in _SUMS
            and _SOMETHING.match(text, figure.end)
            and text[figure.start - 1 : figure.start] not in _RANKS | _OPENING
        )
        return None if sum_alone else "multiplier alone"
    if unit.kind == "percent":
        return None
    if bound != "exact" or numeral.bound != "exact":
        return None
    if unit.kind == "money":
        return None if len(spelled) > 1 else "unit as a rate"
    if unit.text in ("人", "名") and not _NOT_A_CROWD.match(text, figure.end):
        return None
    if len(spelled) > 1 and unit.kind in ("measurement", "classifier"):
        return None
    return "multiplier alone"


def _chinese_count(figure: Figure, text: str) -> str | None:
    """What Chinese numerals before a measure word count, and where they are part of a word or a slogan."""
    unit, numeral = figure.unit, figure.first.numeral
    assert unit is not None
    spelled = text[figure.first.start : figure.first.behind]
    if unit.text == "届" and numeral.low > 10:
        return "congress"
    if numeral.in_a_row and numeral.bound == "exact":
        return "digits in a row"
    if spelled in _ONE and (unit.kind != "measurement" or unit.text in _UNSAFE):
        return "one of a kind"
    if spelled in ("零", "〇", "○"):
        return "no figure"
    if (
        unit.text in _UNSAFE
        and numeral.low < 10
        and unit.text != "倍"
        and not text.startswith("车厢", figure.end)
        and not text[max(0, figure.start - 4) : figure.start].endswith(("零下", "气温", "温度"))
    ):
        return "part of a word"
    if spelled == "二" and unit.kind == "classifier":
        return "serial, not a count"
    if (
        text[figure.start - 1 : figure.start] in _OPENING
        and figure.start
        and unit.kind == "classifier"
        and _CLOSES_SOON.match(text, figure.end)
    ):
        return "slogan"
    if unit.text == "大" and numeral.low > 10:
        return "congress"
    return None


def _of_level(figure: Figure, text: str) -> str | None:
    """级 counts the levels of a hierarchy (省市县三级), not a grade (三级医院, 7级大风)."""
    before = text[max(0, figure.start - 2) : figure.start]
    if 2 <= (figure.low or 0) <= 6 and (_LEVELS_BEFORE.search(before) or _LEVELS_BEHIND.match(text, figure.end)):
        return None
    return "grade"


def _in_formula(figure: Figure, text: str) -> bool:
    """Whether a count stands in a quoted formula: “1个核心+4个平台+N个园区”."""
    opened = _FORMULA.search(text[max(0, figure.start - 61) : figure.start])
    if opened is None:
        return False
    close = text.find("”", figure.end, figure.end + 60)
    return close > 0 and "+" in text[figure.start - len(opened[0]) : close]


def _of_issue(figure: Figure, text: str) -> str | None:
    held = _HELD.search(text[max(0, figure.start - 8) : figure.start])
    return None if held or text.startswith(("节目", "杂志", "培训", "简报", "专刊"), figure.end) else "phase or issue"


_BY_UNIT: dict[str, Callable[[Figure, str], str | None]] = {"级": _of_level, "期": _of_issue}


def reason_against(figure: Figure, text: str, bound: str) -> str | None:
    """Say why a figure is no mention, or None where it is one.

    Args:
        figure: a composed figure.
        text: folded text.
        bound: the bound that words around it set.
    """
    first, unit = figure.first, figure.unit
    if first.part:
        return "fraction or code"
    before = text[max(0, figure.start - 1) : figure.start]
    if _CODE_BEFORE.search(text[max(0, figure.start - 2) : figure.start]) and not (unit and unit.kind == "money"):
        return "code"
    if figure.terms:
        return None
    if unit is None:
        if not first.numeral.myriad and not (figure.joined and first.numeral.myriad):
            return "bare number"
        if first.numeral.bare:
            return _bare(figure, text, bound)
        return None if first.numeral.arabic or (figure.high or 0) >= 20000 else "bare number"
    if unit.kind == "time":
        return "time"
    if unit.kind in ("classifier", "noun") and text[figure.start] in "-－−":  # 东风-17, a name
        return "code"
    if unit.text == "倍" and figure.low == figure.high == 1:
        return "once"
    if first.numeral.bare and not figure.joined and (reason := _bare(figure, text, bound)):
        return reason
    if _EACH.search(before) and (
        first.numeral.bare
        or _LARGE_HEAD.search(text[first.start : first.behind])
        or figure.low in (100, 1000, 10000, 100000)
    ):
        return "denominator"
    if unit.kind == "percent" and text[figure.end : figure.end + 1].isdigit():
        return "code"
    if unit.text in _BY_UNIT and (reason := _BY_UNIT[unit.text](figure, text)):
        return reason
    if text[first.start : first.behind] in _CAPITALS and not _SUM_BEFORE.search(
        text[max(0, first.start - 4) : first.start]
    ):
        return "part of a word"
    if unit.kind == "classifier" and _in_formula(figure, text):
        return "formula"
    if unit.kind in ("measurement", "classifier", "noun") and not first.numeral.arabic:
        return _chinese_count(figure, text)
    return None


@cache
def _phrases() -> Matcher:
    return Matcher(row["phrase"] for row in read_rows("figure_phrases"))


def masked(text: str) -> bytearray:
    """One byte a character: 1 inside a set phrase that holds a number and counts nothing (四个全面, 一国两制, 百家争鸣)."""
    mask = bytearray(len(text))
    for start, end, _ in _phrases().find(text):
        mask[start:end] = b"\x01" * (end - start)
    return mask
