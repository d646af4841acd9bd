"""Words around a figure that bound it: 约, 近, 超过, 不低于, 最高, 以上, 左右 …, next to it or at a distance in its clause."""

from __future__ import annotations

import re

from newsextract.model.values import Bound

__all__ = ["bound_around"]

# Behind the figure.
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (
        re.compile(
            r"(?:[（(]含[^）)]{0,4}[)）])?(?:及|或|或者|和)?以上|及其以上|之上|起(?=[，。；、！,;]|\Z|步)|开外|打底"
        ),
        "min",
    ),
    (re.compile(r"(?:[（(]含[^）)]{0,4}[)）])?(?:及|或|或者|和)?(?:以下|以内)|之内|之下|封顶"), "max"),
    (re.compile(r"左右|上下(?!游)|多(?![个名家项元样万亿])|不等|前后|有余"), "approx"),
)

# Right before it, the words of filling in between passed over. The first that matches counts: a negated bound comes first.
_FILL = r"(?:[为有达至到在过了成于是]|人民币|大概|金额|总额){0,3}"
#: No other word ends in 约: 合约 and 失约, but 折合约 and 损失约.
_ABOUT = r"(?<![签特预邀契公条履解违节集简隐赴制毁])(?<!(?<![折总])合)(?<!(?<![损流丧遗])失)"
_SAID: tuple[tuple[str, Bound], ...] = (
    (r"不(?:得|能|应|可)?(?:低于|少于|小于)|不下", "min"),
    (r"不(?:得|能|应|可)?(?:高于|多于|大于|超过?|超出)|未超过|不足|不到|不满|未满", "max"),
    (r"最高(?!气温|温度|点)|最多|至多|低于|小于|少于|限额|上限|[≤＜<]", "max"),
    (r"超过|超出|超(?!市|级|前)|(?<![通不经路透越转难度])过|逾|突破|至少|起码|最少|最低|高于|大于|多于|[≥＞>]", "min"),
    (rf"{_ABOUT}约|(?<![最附临邻远新])近|大概|大致|左右|估计|差不多", "approx"),
)
_BEFORE = tuple((re.compile(rf"(?:{words}){_FILL}\Z"), bound) for words, bound in _SAID)

# At a distance in the clause, with no other figure between.
_FAR: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"不(?:得|能|应|可)?(?:低于|少于|小于)|(?<!至)至少"), "min"),
    (
        re.compile(
            r"不(?:得|能|应|可)?(?:高于|超过|多于|大于|超出)|最高(?!气温|温度|点|人民|法院|检察|水位|纪录|记录|峰|层|值|价|的|海拔|学历)|最多|至多|限额|上限"
        ),
        "max",
    ),
    (re.compile(rf"{_ABOUT}约(?=占|合|需|有|为|达|用|花|可|能|是|相当)"), "approx"),
)
#: Where nothing behind the figure says otherwise (控制在50亿元左右).
_KEPT_AT = re.compile(rf"控制在{_FILL}\Z")
_BREAK = re.compile(r"[，。；：！？,;!?\n、（）()“”\"]")
_REACH = 14


def bound_around(text: str, head: int, end: int, floor: int) -> Bound | None:
    """Find the bound that the words around a figure set, or None.

    Args:
        text: folded text.
        head: where the figure begins, the currency named before it included.
        end: where it ends.
        floor: where the figure before it ends.

    >>> bound_around("给予最高不超过50万元奖励", 7, 11, 0)
    'max'
    """
    behind = next((bound for pattern, bound in _AFTER if pattern.match(text, end)), None)
    if behind in ("min", "max"):
        return behind
    clause = text[max(floor, head - _REACH) : head]
    breaks = [m.end() for m in _BREAK.finditer(clause)]
    clause = clause[breaks[-1] :] if breaks else clause
    near = next((bound for pattern, bound in _BEFORE if pattern.search(clause)), None)
    if not near and not behind and _KEPT_AT.search(clause):
        return "max"
    return near or behind or next((bound for pattern, bound in _FAR if pattern.search(clause)), None)
