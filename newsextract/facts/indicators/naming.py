"""Noun phrases beside a figure: what it counts or measures."""

from __future__ import annotations

import re

from newsextract.facts.indicators.tokens import AGENT_ENDS, DEIXIS, Token, is_agent
from newsextract.facts.indicators.words import classes_of, indicator_words

__all__ = ["acted_verb", "counted_noun", "is_verb", "measured_noun", "names_something", "split_names", "trim"]

#: Words behind which a measure word stands (这片遗址).
_POINTERS = "这那某"
_BOUNDS = ("左右", "上下", "以上", "以下", "以内", "之多", "余", "多", "大关", "规模")
_OF_AGENTS = frozenset("家名位户人")
#: Measure words of people, whose head is the last noun (5位企业高管), not the body that they are of.
_OF_PEOPLE = frozenset("名位人")
#: Measure words of what is done: 17亿次计算, 2轮暗访.
_OF_ACTS = frozenset(("次", "场", "轮", "起", "批", "项", "件", "场次", "人次"))
_QUOTES = " 　“”\"'‘’·—-《》"
_EDGES = _QUOTES + "、和及与"


def trim(phrase: str) -> str:
    """Take off quotation marks and particles at the ends of a noun phrase.

    >>> trim("的“地区生产总值"), trim("“菜篮子”产品的"), trim("服务“三农”")
    ('地区生产总值', '“菜篮子”产品', '服务“三农”')
    """
    whole = phrase
    phrase = _OPENING.sub("", phrase.strip(_EDGES)).rstrip("的了等为是在").strip(_EDGES)
    deixis = DEIXIS.match(phrase)
    if deixis and deixis.end() < len(phrase):
        phrase = phrase[deixis.end() :].strip(_EDGES)
    slogan = _SLOGAN.match(phrase)
    return _paired(whole, phrase[slogan.end() :] if slogan else phrase)


def _paired(whole: str, phrase: str) -> str:
    """Give a phrase back the mark that its other one needs (“双招双引”成果), or cut it before one that nobody closes."""
    opened, closed = phrase.count("“"), phrase.count("”")
    if opened == closed:
        return phrase
    begin = whole.index(phrase)
    if closed > opened:
        return f"“{phrase}" if whole[:begin].endswith("“") else phrase[phrase.rindex("”") + 1 :]
    if whole.startswith("”", begin + len(phrase)):
        return f"{phrase}”"
    return phrase[: phrase.rindex("“")].rstrip(_EDGES)


def counted_noun(tokens: list[Token], unit: str | None = None, *, named: bool = False) -> tuple[str, int, int] | None:
    """Read what a figure counts from the tokens behind it.

    Args:
        tokens: what stands behind the figure.
        unit: its measure word; 家, 名, 位, 户 and 人 count bodies and people, and nothing that these have.
        named: something is sure to be named there, though it begins with a verb (形成3亿元应收账款资产池).

    Returns:
        the noun phrase with its place in the Doc, or None where nothing is counted there.
    """
    tokens = _without_bound(tokens)
    if not tokens:
        return None
    # 200名能够突破关键技术的领军人才: a relative clause stands before the head.
    stative = indicator_words("stative")
    first = tokens[0]
    if first.kind in ("verb", "function") or first.text in stative:
        of = [n for n, t in enumerate(tokens) if t.kind == "of"]
        if of and first.text in stative:
            tokens = tokens[of[-1] + 1 :]
        elif _is_act(tokens, unit):
            return _phrase(tokens[:1])
        elif first.kind == "function" or not (named or _is_attribute(tokens, unit)):
            return None
    kept: list[Token] = []
    for n, token in enumerate(tokens):
        joined = n + 1 < len(tokens) and tokens[n + 1].kind == "noun" and kept and kept[-1].kind == "noun"
        if token.text in ("和", "及", "以及") and joined:
            kept.append(token)
            continue
        if token.text == "、" and kept and (head := _behind_list(tokens, n)) is not None:
            return counted_noun(tokens[head:], unit)
        if token.kind in ("function", "time") or (token.kind == "mark" and token.text[0] not in _QUOTES):
            break
        if token.kind == "of":
            # 20多家机构的负责人 counts bodies; 30亿元规模的资金池 is a pool, 3000名各行各业的代表 are people.
            people = unit in _OF_AGENTS and any(map(is_agent, tokens[n + 1 :]))
            kinds = bool(kept) and kept[0].text[0] in "各多"  # 65座各种类型的装备
            if not kept or is_agent(kept[-1]) or not (named or people or kinds):
                break
            kept = []
            continue
        if kept and token.text in indicator_words("intransitive") | indicator_words("predicate"):
            # 高价值专利培育中心 is one name: the verb stands between a thing and a body.
            body = n + 1 < len(tokens) and tokens[n + 1].kind == "noun" and is_agent(tokens[n + 1])
            if is_agent(kept[-1]) or not body:
                break
            kept.append(token)
            continue
        if (
            token.kind == "verb"
            and kept
            and (
                (is_agent(kept[-1]) and (unit is None or unit in _OF_AGENTS or unit == "个"))
                or not _is_compounded(tokens, n)
            )
        ):
            break
        if token.kind == "name" and kept:
            break
        kept.append(token)
    if unit in _OF_AGENTS:
        last = max((n for n, t in enumerate(kept) if is_agent(t)), default=len(kept) - 1)
        body = 0 <= last < len(kept) - 1 and kept[last].text.endswith(tuple(indicator_words("agent")))
        if unit in _OF_PEOPLE and body and kept[last + 1].kind == "noun":
            last += 1  # 5位企业高管
        kept = kept[: last + 1]
    if unit == "人" and not any(map(is_agent, kept)):
        return None  # 14万人用水难题: the people are counted
    if kept and kept[-1].kind == "quality":
        return None  # 5个国家级…: the head was not read
    return _phrase(kept)


def _behind_list(tokens: list[Token], n: int) -> int | None:
    """Return where the head stands that a list of fields comes before (3000项电子信息、新材料等领域的成果), or None."""
    closing = next((k for k in range(n, len(tokens)) if tokens[k].text == "等"), None)
    if closing is None or any(t.kind in ("verb", "time") for t in tokens[n:closing]):
        return None
    return next((k + 1 for k in range(closing, min(closing + 4, len(tokens))) if tokens[k].kind == "of"), None)


def _is_act(tokens: list[Token], unit: str | None) -> bool:
    """Whether a verb behind a figure is itself what is counted: 17亿次计算."""
    if unit not in _OF_ACTS or tokens[0].kind != "verb" or len(tokens[0].text) < 2:
        return False
    return (len(tokens) == 1 or tokens[1].kind in ("mark", "function", "of")) and not _is_said_of(tokens[0])


def _is_attribute(tokens: list[Token], unit: str | None) -> bool:
    """Whether a verb behind a figure stands before the noun that is counted (13个候选区), which bodies and people may do it themselves."""
    if unit in ("次", "人次") or tokens[0].kind != "verb" or _is_said_of(tokens[0]):
        return False
    if unit in _OF_AGENTS:
        # 200家参展企业, but not 57家入驻园区
        return len(tokens) > 1 and is_agent(tokens[1]) and tokens[1].kind == "noun" and unit in _fitting(tokens[1])
    return len(tokens) > 1 and tokens[1].kind == "noun"


def _fitting(token: Token) -> str:
    """Return the measure words that count such bodies or people."""
    return "名位人户" if token.text[-1] in AGENT_ENDS else "家"


def _is_said_of(token: Token) -> bool:
    """Whether a verb is one that says what those who are counted do."""
    return any(token.text in indicator_words(kind) for kind in ("predicate", "intransitive", "stative", "befalls"))


def _is_compounded(tokens: list[Token], n: int) -> bool:
    """Whether a verb behind a noun makes one name with what follows (专利培育中心), rather than telling what is done (乡镇成立了)."""
    if n + 1 >= len(tokens):
        return False
    end = n + 1
    while end < len(tokens) and (tokens[end].kind == "noun" or (end == n + 1 and tokens[end].kind == "verb")):
        end += 1  # 知识产权质押融资风险补偿资金: the head is the last noun of the run
    head = tokens[end - 1]
    return head.kind == "noun" and (
        tokens[n].text in indicator_words("compounding") or head.text.endswith(tuple(indicator_words("compound_head")))
    )


def _without_bound(tokens: list[Token]) -> list[Token]:
    n = 0
    while n < len(tokens) and (
        tokens[n].text in _BOUNDS or (tokens[n].kind == "of") or tokens[n].text in ("以", "上", "左", "右")
    ):
        n += 1
    return tokens[n:]


def measured_noun(tokens: list[Token]) -> tuple[str, int, int] | None:
    """Read what a figure measures from the tokens before it, linking words (达到, 为, 超过) taken off by the caller.

    Returns:
        the noun phrase with its place in the Doc, or None where nothing stands there.
    """
    kept: list[Token] = []
    first = len(tokens)
    for n in range(len(tokens) - 1, -1, -1):
        token = tokens[n]
        if not kept and token.text in ("可", "能", "能够"):
            continue
        if not kept and token.kind == "quality":
            return None  # 运行顺利, 能力较强: nothing is named
        if _bounds(token, tokens, n, kept):
            if kept:
                break
            continue
        if kept and (token.text in indicator_words("predicate") or (token.kind == "verb" and _is_predicate(tokens, n))):
            break
        if kept and len(token.text) == 1 and n and tokens[n - 1].text in _POINTERS:
            break  # 这片遗址面积
        kept.insert(0, token)
        first = n
    if kept and sum(len(t.text) for t in kept) <= _BARE:
        # A bare head (增加值, 利润) says too little alone: 第一产业实现增加值, 对东盟进出口.
        verbs = 0
        while first > 0 and _adds_meaning(tokens[first - 1], verbs, first == 1):
            first -= 1
            verbs += tokens[first].kind == "verb"
            kept.insert(0, tokens[first])
        # 对欧盟进出口: with whom belongs to what is measured.
        if first > 1 and tokens[first - 1].kind == "name" and tokens[first - 2].text in ("对", "与"):
            kept[:0] = tokens[first - 2 : first]
    return _phrase(kept)


def _adds_meaning(token: Token, verbs: int, opens: bool) -> bool:
    """Whether a word before a bare head belongs to what is measured (质押金额), rather than to the telling (辐射农户)."""
    if token.kind == "verb":
        return token.text in indicator_words("measuring") or (
            not verbs and token.text not in indicator_words("predicate")
        )
    # 公司投资, 隧道全长: who has it is said as the subject of the clause.
    return token.kind == "noun" and not (opens and token.text in indicator_words("owner"))


def _bounds(token: Token, tokens: list[Token], n: int, kept: list[Token]) -> bool:
    """Whether a token ends a noun phrase on its left."""
    if token.text == "、" or (token.text in "和及与" and n and tokens[n - 1].kind in ("noun", "verb")):
        return not kept
    return (
        token.kind in ("time", "function", "of")
        or (token.kind == "mark" and token.text[0] not in _QUOTES)
        or (token.kind == "name" and bool(kept))
    )


#: Noun phrases up to this many characters take in the words before them.
_BARE = 3


def _is_predicate(tokens: list[Token], n: int) -> bool:
    """Whether a verb has the noun phrase behind it as object, rather than standing inside it (专利导航项目)."""
    if n == 0:
        return True
    before = tokens[n - 1]
    if before.text in ("和", "及", "与", "、") and n > 1:
        return False  # 低收入人口和脱贫人口参保率
    return before.kind in ("time", "name", "function", "of", "verb", "mark") or is_agent(before)


def acted_verb(tokens: list[Token]) -> tuple[str, int, int] | None:
    """Read the verb that a figure is the object of (企业支付3亿元), or None where a noun stands before the figure.

    Verbs that measure (出口, 销售) are left to the noun phrase that they end.
    """
    n = len(tokens)
    while n and tokens[n - 1].kind == "function":
        n -= 1
    end = n
    while n and tokens[n - 1].kind == "verb":
        n -= 1
    token = tokens[end - 1] if n < end else None
    if token is None or token.text in indicator_words("measuring"):
        return None
    acts = token.text in indicator_words("predicate") or token.text in indicator_words("spends")
    return (token.text, token.start, token.end) if acts else None


def names_something(tokens: list[Token], unit: str | None = None) -> bool:
    """Whether what stands behind a figure begins with a noun: it is that which is counted, whether it was read or not."""
    tokens = _without_bound(tokens)
    if not tokens:
        return False
    end = next((n for n, t in enumerate(tokens) if t.kind == "mark"), len(tokens))
    return tokens[0].kind in ("noun", "name", "quality") or (unit == "家" and any(map(is_agent, tokens[:end])))


def is_verb(phrase: str) -> bool:
    """Whether a phrase is nothing but a verb.

    >>> is_verb("设立"), is_verb("资金规模")
    (True, False)
    """
    return phrase in indicator_words("predicate") or "verb" in classes_of(phrase)


def _phrase(kept: list[Token]) -> tuple[str, int, int] | None:
    if not kept:
        return None
    text = "".join(t.text for t in kept)
    clean = trim(text)
    if (len(clean) < 2 and clean not in indicator_words("single")) or all(t.kind == "function" for t in kept):
        return None
    offset = text.index(clean)
    return clean, kept[0].start + offset, kept[0].start + offset + len(clean)


def split_names(text: str, start: int, end: int, count: int) -> list[tuple[str, int, int]]:
    """Split a list of names that a list of figures belongs to, in order; empty where it has not as many members.

    >>> [n for n, _, _ in split_names("出口和进口分别增长", 0, 9, 2)]
    ['出口', '进口']
    """
    stop = text.find("分别", start, end)
    if stop < 0:
        stop = end
    names: list[tuple[str, int, int]] = []
    at = start
    for part in _SEPARATOR.split(text[start:stop]):
        clean = trim(part)
        offset = text.index(clean, at) if clean else at
        names.append((clean, offset, offset + len(clean)))
        at += len(part) + 1
    if len(names) != count or not all(n for n, _, _ in names):
        return []
    # 城镇、农村居民收入: what stands behind the last belongs to each.
    last, size = names[-1][0], len(names[0][0])
    if count > 1 and len(last) >= 2 * size + 2 and all(len(n) == size for n, _, _ in names[:-1]):
        return [(n + last[size:], a, b) for n, a, b in names[:-1]] + [names[-1]]
    return names


#: A long quoted slogan before what is counted: “留在本地·青春无忧”校园招聘会.
_SLOGAN = re.compile("[“]?[^“”]{6,}”(?=.)")
#: Particles before a noun phrase; 个别, 个人 are words.
_OPENING = re.compile("^(?:[的了等]|个(?![别人体]))+")
_SEPARATOR = re.compile("[、和及与]")
