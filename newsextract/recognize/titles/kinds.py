"""What a title is: policy or work, and which kind of document, from its head noun and the words around it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal, cast

import regex

from newsextract.lexicon import read_rows
from newsextract.model.values import PolicyKind

__all__ = ["Head", "context_of", "head_of", "kind_of", "reading_of", "split_version"]

Reading = Literal["policy", "work"]

_LONGEST_HEAD = 8
#: Brackets at the end of a title that say which version or period it is.
_VERSION = regex.compile(r"^(?<name>.+?)(?<all>(?:[（(〔\[](?<version>[^（()）〔〕\[\]]{1,24})[)）〕\]])+)$")
#: Everyday words that end in 法 and name no law.
_NO_LAW = regex.compile(
    r"(?:.*(?:书|兵|魔|说|看|想|做|方|(?<![适利])用|语|句|技|画|疗|笔|手|戏|佛|剑|枪|心|算|写|文|打|玩|活|刀|拳|章|指|针|唱|灸|食)|.*(?:生存|教学|养生|阅读|记忆|工作|思维|学习)|乘|除|加|减)法$"
)
#: Wording that official titles have and works have not.
_OFFICIAL = regex.compile(
    r"关于.+的|中华人民共和国|[12][0-9]{3}\s*[—–\-－~～至]\s*[12]?[0-9]{1,3}年|“?十[一二三四五六]五”?|实施|专项|管理|工作|试行|暂行|[省市县区州]\p{Han}*(?:建设|发展|改革|提升|促进|支持)|"
    r"(?:建设|发展|改革|整治|提升|治理|保护|防治|监督|评价|考核|认定|技术|安全|质量|服务|申报|补贴|申请)(?=\p{Han}{0,6}$)|[0-9]{4}年"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a title that the lexicon knows, the kind it makes, and how it is read."""

    word: str
    kind: PolicyKind
    reading: Literal["policy", "work", "law", "likely", "open"]


@functools.cache
def _heads() -> dict[str, Head]:
    return {
        row["head"]: Head(row["head"], cast(PolicyKind, "其他" if row["kind"] == "-" else row["kind"]), row["reading"])  # type: ignore[arg-type]
        for row in read_rows("document_kinds")
    }


@functools.cache
def _contexts() -> dict[str, regex.Pattern[str]]:
    words: dict[str, list[str]] = {}
    for row in read_rows("title_contexts"):
        words.setdefault(f"{row['side']} {row['word_reading']}", []).append(row["word"])
    made = {}
    for key, terms in words.items():
        alternatives = "|".join(sorted(map(regex.escape, terms), key=len, reverse=True))
        made[key] = regex.compile(rf"(?r)(?:{alternatives})" if key.startswith("before") else rf"(?:{alternatives})")
    return made


def split_version(title: str) -> tuple[str, str | None]:
    """Split the bracket at the end of a title from its name.

    >>> split_version("工伤认定办法（试行）"), split_version("档案法")
    (('工伤认定办法', '试行'), ('档案法', None))
    """
    hit = _VERSION.match(title)
    return (hit["name"], hit["version"]) if hit else (title, None)


def head_of(title: str) -> Head | None:
    """Return the longest ending of a title that the lexicon knows; a bracket at the end does not count.

    >>> head_of("关于印发工伤认定办法的通知").kind, head_of("行政处罚决定书").reading
    ('通知', 'work')
    """
    name = split_version(title)[0].strip("“”‘’\"' ")
    heads = _heads()
    for size in range(min(_LONGEST_HEAD, len(name)), 0, -1):
        head = heads.get(name[-size:])
        if head is not None:
            return head
    # A draft or an amended version names the document before it.
    shorter = regex.sub(r"(?:修正|修订)?(?:草案|送审稿|征求意见稿|讨论稿|解读|全文)$", "", name)
    return head_of(shorter) if shorter and shorter != name else None


def kind_of(title: str) -> PolicyKind:
    """Return the kind of document that a title names.

    >>> kind_of("海岸带保护条例"), kind_of("就业若干措施")
    ('条例', '其他')
    """
    head = head_of(title)
    return head.kind if head else "其他"


def context_of(before: str, after: str) -> Reading | None:
    """Say what the words beside a title make of it; the nearest one before it counts more than those behind it.

    >>> context_of("省政府印发", ""), context_of("由她演唱的", ""), context_of("", "一书")
    ('policy', 'work', 'work')
    """
    found: list[tuple[int, Reading]] = []
    for key, pattern in _contexts().items():
        side, reading = key.split()
        hit = pattern.search(before) if side == "before" else pattern.match(after)
        if hit is not None:
            distance = len(before) - hit.end() if side == "before" else 3
            found.append((distance, cast(Reading, reading)))
    return min(found)[1] if found else None


def reading_of(title: str, before: str, after: str) -> Reading:
    """Judge whether a title in 《》 names a policy or a work.

    Its head noun decides where it can (条例, 通知: policy; 日报, 协议: work). Where it can mean both (计划, 行动, 指南)
    the official wording of the title and the words beside it decide. Anything else is a work, unless a verb that
    only documents have (印发) stands right before it.

    Args:
        title: what stands between the marks.
        before: the clause before it, other titles of the same list left out.
        after: what follows it in the clause, other titles of the list left out.

    >>> reading_of("红海行动", "电影", ""), reading_of("大气污染防治行动", "印发", "")
    ('work', 'policy')
    """
    head = head_of(title)
    name = split_version(title)[0]
    context = context_of(before, after)
    if head is None:
        if regex.search(r"(?:国家|行业|地方|团体)?标准$", before):
            return "policy"
        return "policy" if regex.search(r"(?:印发|颁布|施行|下发)了?$", before) else "work"
    if head.reading == "law":
        if _NO_LAW.match(name):
            return "work"
        return "work" if context == "work" and len(name) < 4 else "policy"
    if head.reading == "policy":
        return "policy"
    if head.reading == "work":
        return "work"
    if "：" in name or "——" in name:
        return "work"  # a book, a report or a white paper has a title and a subtitle
    official = _OFFICIAL.search(name) is not None or name == head.word
    if context is None:
        return "policy" if official or head.reading == "likely" else "work"
    if context == "work":
        return "policy" if official and "关于" in name else "work"
    return "policy"
