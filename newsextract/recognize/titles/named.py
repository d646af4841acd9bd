"""Policies known by a name of their own: national strategies, campaigns, laws cited without 《》, quoted actions."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc

from newsextract.doc import norm_text, word_starts
from newsextract.lexicon import Matcher, read_rows
from newsextract.model.values import PolicyKind
from newsextract.recognize.patterns import Pattern
from newsextract.recognize.reach import name_start

__all__ = ["find_named"]

#: A quoted name and what it is: “蓝天”行动. The quotation marks belong to the name.
_QUOTED = Pattern(
    "policy with a quoted name",
    r"""
    “(?<name>[^“”\n，。；]{2,16}|[^“”\n。；]{2,30})”
    (?<head>(?![一二三四五六七八九十两]{1,3}[大项])[\p{Han}--[的为在以和与把将是了作等于]]{0,6}?(?:学习教育|主题教育|专题教育|教育实践活动|专项行动|攻坚行动|三年行动|行动计划|行动方案|专项整治|专项斗争|战略|行动|政策(?!沟通|协调|支持|研究|解读|落实|宣讲)))
    (?!布局|\p{Han}?(?:方针|取向|队|组|者|力|路线))
    """,
)
#: The whole name is quoted, the marks stay outside: “利剑行动”.
_WHOLE = Pattern(
    "policy that is quoted whole",
    r"“(?<name>[^“”\n，。；！？、]{2,14}(?<!统一|实际|一致|共同|集体|具体|联合|军事|自觉|思想和)(?:行动|战略|行动计划|专项整治|学习教育|主题教育))”",
)
#: Between two names of policies.
_JOINT = Pattern("joint between two names", r"(?r)(?<=行动|整治|计划|方案|办法|战略|教育)[和及与]")
#: Heads that make a name of the words before them, and how many characters those need.
_HEADS = Pattern(
    "head noun of a named policy",
    r"""
    (?<head>(?:治本|集中)?攻坚(?:三年|专项)?行动(?:计划|方案)?|(?:三年|五年|专项|百日|提升|倍增|培育|整治)行动(?:计划|方案)?|行动计划|行动方案|推进计划|专项整治(?:行动)?(?!工作方案|方案)|专项斗争|专项治理|
    实施细则|管理办法|实施方案|暂行办法|实施办法|管理条例|促进条例|保护条例|防治条例|若干措施|负面清单)
    (?<version>[（(](?:试行|暂行|[0-9]{4}\ ?[—–\-~～至][^（()）]{1,8})[)）])?
    """,
)
#: Words that only describe, however many of them stand before a head noun.
_DESCRIPTIVE = Pattern(
    "descriptive wording before a head noun",
    r"(?:高质量|相关|有关|具体|详细|配套|各类|一系列|系列|工作|发展|年度|全面|统一|切实可行|科学|可行|初步|总体|重大|新|总|工作|整改|活动|本|各项|综合|全省|全市|全国|全县|全区|专门|大|小|建设|改革|创建|集中|深入|联合|重点|隐患)*",
)
#: A counted set of names is none: 六大行动计划.
_COUNTED = Pattern("count of several named things", r"[一二三四五六七八九十两0-9]{1,3}(?:大|项|个|类)\p{Han}{0,6}$")
_PREFIX_LAW = Pattern(
    "law named in full",
    r"中华人民共和国\p{Han}{1,24}?(?:法典|法|条例)(?:实施条例|实施细则|实施办法)?(?!律|规|院|官|人|制|治|学|庭|定|案)",
)


@functools.cache
def _lexicon() -> tuple[Matcher, list[PolicyKind]]:
    rows = [(r["name"], r["kind"]) for name in ("named_policies", "laws") for r in read_rows(name)]
    return Matcher([name for name, _ in rows]), [kind for _, kind in rows]  # type: ignore[misc]


def find_named(doc: Doc) -> Iterator[tuple[int, int, PolicyKind, str]]:
    """Find policies that are named without 《》.

    Yields:
        start, end, kind, and the evidence.
    """
    text, starts = norm_text(doc), word_starts(doc)
    matcher, kinds = _lexicon()
    for start, end, index in matcher.find(text):
        short = end - start <= 3
        inside = start > 0 and "\u4e00" <= text[start - 1] <= "\u9fff" and not starts[start]
        if inside or (short and not starts[end]) or text[end : end + 1] in tuple("律规院官人制治学庭定系务盲则"):
            continue
        yield start, end, kinds[index], "lexicon:policies"
    for hit in _PREFIX_LAW.finditer(text):
        yield *hit.span(), "条例" if hit.group().endswith("条例") else "法", "shape:law"
    for hit in _QUOTED.finditer(text):
        yield *hit.span(), _kind(hit["head"]), "shape:quoted-policy"
    for hit in _WHOLE.finditer(text):
        yield *hit.span("name"), _kind(hit["name"]), "quoted:policy"
    for hit in _HEADS.finditer(text):
        start = name_start(doc, hit.start())
        joint = _JOINT.search(text, start, hit.start())
        start = joint.end() if joint else start
        if _names(text, start, hit.start(), hit["head"]):
            yield start, hit.end(), _kind(hit["head"]), "shape:named-policy"


def _names(text: str, start: int, head: int, word: str) -> bool:
    """Whether the words before a head noun are enough of a name."""
    name = text[start:head]
    if len(name) < 4 or _DESCRIPTIVE.fullmatch(name) or _COUNTED.search(name) or name.endswith(("和", "及", "与")):
        return False
    if "“" in name or "”" in name:
        return name.count("“") == name.count("”")
    if word == "负面清单":
        return name[:4].isdigit()
    if word.endswith(("办法", "细则", "方案", "措施", "条例")):
        return len(name) >= 10
    return len(name) + len(word) >= 10


def _kind(head: str) -> PolicyKind:
    kinds: tuple[PolicyKind, ...] = ("细则", "办法", "方案", "计划", "条例", "行动", "战略")
    for kind in kinds:
        if head.endswith(kind):
            return kind
    return "行动" if head.endswith(("整治", "斗争", "治理")) else "其他"
