"""What a figure is: a level, a change, a share, a rank, part of a name, or a term of a policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsextract.doc import norm_text, raw_text
from newsextract.facts.indicators.naming import trim
from newsextract.facts.indicators.words import indicator_words, tail_of
from newsextract.facts.statement import Figure, Statement
from newsextract.recognize.patterns import Pattern

__all__ = ["change_of", "is_change_of_rate", "is_term", "lead_name", "modifier_of", "ranks_of"]

_RANK = Pattern(
    "rank clause",
    r"""(?: 位?居 | 位列 | 名列 | 排名? (?:在)? | 跃居 | 稳居 | 保持 | 列 ) (?: 于 | 在 )?
        (?P<scope> [^，。；、第前0-9]{0,12}? )
        (?: (?P<first> 首位 | 榜首 | 第一 ) | 第 (?P<n> [0-9]{1,3} | [二三四五六七八九十]{1,3} ) (?:位|名)? | (?P<text> 前列 | 前茅 ) )""",
)
#: 比上年多2.1万个: a difference said with a bare adjective.
_MORE = Pattern(
    "more or less than before",
    r"[比较] (?: 上 | 去 | 前 | 同期 | [0-9]{4}年 ) [^，。、]{0,8} (?P<verb> 多 | 少 | 高 | 低 ) (?: 了 | 出 )?+ \Z",
)
#: Units of scales: what goes up or down by some is a change (气温下降4℃).
_DEGREES = ("℃", "摄氏度", "个基点", "基点")
_BOUND = re.compile(r"^(?:以上|以下|以内|左右)")
_FIGURES = {c: n for n, c in enumerate("零一二三四五六七八九十")}


def change_of(figure: Figure) -> tuple[str, int] | None:
    """Return the words that make a figure a change (同比增长) and where they begin in the Doc, or None.

    A figure that says by how much one thing pulls another (拉动GDP增长0.1个百分点) is a level of its own.
    """
    if tail_of("lead").search(figure.left):
        return None
    hit = tail_of("change").search(figure.left)
    if hit is None:
        more = _MORE.search(figure.left)
        return (more["verb"], figure.left_start + more.start()) if more and figure.unit != "pp" else None
    # 累计下降, 再压下: how often is no kind of change.
    printed = raw_text(figure.span.doc)[figure.left_start : figure.left_end]
    kind = printed[slice(*hit.span("modifier"))].replace("累计", "")
    kind += printed[slice(*hit.span("verb"))].removesuffix("率").lstrip("再又")
    # 新增贷款5亿元 and 增加值 are no changes; 增长到5亿元 says a level.
    if figure.span.label_ == "PERCENT" or "同比" in kind or _compares(figure.left) or figure.unit in _DEGREES:
        return kind, figure.left_start + hit.start()
    return None


def _compares(left: str) -> bool:
    return any(w in left for w in ("较", "比", "同期", "上年", "去年", "前进", "同增", "均"))


def is_change_of_rate(head: str, kind: str) -> bool:
    """Whether a change is one of a rate, which states nothing of a level: 增速提高0.9个百分点, 加快0.7个百分点."""
    return kind.endswith(("加快", "放缓", "收窄", "扩大")) or any(w in head for w in indicator_words("rate"))


def lead_name(figure: Figure) -> tuple[str, int, int] | None:
    """Name a share (占外贸总值) or a pull (拉动进出口增长) by its own words, or None."""
    for kind in ("lead", "share"):
        hit = tail_of(kind).search(figure.left)
        rate = hit is not None and hit["name"].startswith("贡献率")  # a measure of its own
        if hit and not rate and not figure.left[: hit.start()].endswith("不"):
            # 规上工业增加值占全省比重: what takes the share is named in the same breath.
            whole = trim(figure.left[: hit.start()].rstrip("约也已均仅共还就")) if kind == "share" else ""
            begin = 0 if len(whole) > 3 and "，" not in whole else hit.start("name")
            name = trim(figure.left[begin : hit.end("name")])
            start = figure.left_start + begin
            if not name or name in indicator_words("lead"):
                return None  # 高出4.8个百分点: than what is said elsewhere
            return name, start, figure.left_start + hit.end("name")
    return None


def modifier_of(figure: Figure, after: Figure | None, text: str) -> bool:
    """Whether a figure is part of what the next one counts: 过10亿元项目3个, 亿元以上项目23个."""
    if after is None or after.span.label_ != "QUANTITY" or figure.span.label_ != "MONEY":
        return False
    gap = text[figure.span.end : after.span.start]
    return 1 < len(gap) <= 12 and gap.removeprefix("以上").removeprefix("的").startswith(
        ("项目", "企业", "工程", "产业", "工业", "园区", "品牌")
    )


def is_term(statement: Statement, figure: Figure) -> bool:
    """Whether a figure states no measurement: a length or an age, a structure (三大板块), a term of a policy."""
    if figure.unit in indicator_words("unit"):
        return True
    if figure.unit in indicator_words("length") and not any(w in figure.left[-8:] for w in indicator_words("long")):
        return True  # a distance or a size, unless a road or the like is measured
    if figure.unit == "pp" and figure.left.endswith((*indicator_words("lead"), "高", "低", "多", "少")):
        return True  # 比上年高出4.8个百分点
    if any(w in figure.left for w in indicator_words("terms")):
        return True
    if figure.span.label_ == "QUANTITY" and figure.right.startswith(tuple(indicator_words("structural"))):
        return True
    if (
        figure.span.label_ == "PERCENT"
        and figure.left.endswith("的")
        and not ("占" in figure.left or figure.left.endswith("年的"))
    ):
        return True
    if figure.span.label_ == "QUANTITY" and figure.right.startswith("“" if figure.unit == "个" else "”"):
        return True  # 三个“没想到”, “数据二十条”
    bound = figure.value.get("bound")
    return (
        bound in ("min", "max") and _BOUND.sub("", figure.right).startswith("的") and figure.span.label_ != "QUANTITY"
    )


def ranks_of(statement: Statement) -> Iterator[dict[str, Any]]:
    """Yield the ranks that a sentence states: scope, value, words where no number is said, and place in the Doc."""
    text, printed = norm_text(statement.doc), raw_text(statement.doc)
    for hit in _RANK.finditer(text, statement.start, statement.end):
        number = "1" if hit["first"] else _number(hit["n"])
        yield {
            "scope": printed[slice(*hit.span("scope"))] or None,
            "value": number,
            "text": hit["text"],
            "at": [hit.start(), hit.end()],
        }


def _number(text: str | None) -> str | None:
    if text is None or text.isdigit():
        return text
    tens, _, ones = text.partition("十")
    if "十" not in text:
        return str(_FIGURES[text[0]])
    return str((_FIGURES[tens] if tens else 1) * 10 + (_FIGURES[ones] if ones else 0))
