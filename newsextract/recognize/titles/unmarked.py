"""Document titles without 《》: 国务院办公厅关于…的通知, headings of official documents, names that the page marks elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from newsextract.doc import Zone
from newsextract.lexicon import Matcher
from newsextract.recognize.patterns import Pattern
from newsextract.recognize.proper import leads_with_place
from newsextract.recognize.titles.kinds import head_of, split_version

__all__ = ["find_about", "find_headings", "find_repeats"]

_KINDS = (
    "通知|通报|意见|决定|决议|办法|规定|方案|规划|纲要|条例|细则|批复|复函|函|公告|通告|请示|措施|计划|指南|命令|解释"
)
_BODY = (
    r"(?:\p{Han}{0,12}?(?:国务院|人民政府|政府|委员会|办公厅|办公室|党组|指挥部|领导小组|联席会议|法院|检察院|人大常委会|省委|市委|县委|区委|中央|中央军委|联防联控机制|政协|"
    r"(?:财政|教育|公安|民政|司法|商务|水利|交通|文化|卫生|人力资源\p{Han}{0,6}|农业农村|自然资源|生态环境|应急管理|住房\p{Han}{0,6}|工业和信息化|科技|科学技术|发展改革|市场监管|市场监督管理)"
    r"[部厅局委]|\p{Han}{2,10}(?:总局|总署|总工会|联合会|银行))(?:等[一二三四五六七八九十0-9]{1,3}个?(?:部门|部委|单位|厅局))?)"
)
#: What a title is about, and its kind. It stops at the first 的 + kind that is not followed by more title.
_MATTER = Pattern(
    "title of an official document from 关于 on",
    rf"""
    关于
    (?<matter>(?:[^。；：！？\n《》“”（()）]|《[^《》\n]{{1,60}}》|“[^“”\n]{{1,40}}”|[（(][^（()）\n]{{1,24}}[)）]){{2,90}}?)
    的(?:若干|实施|指导|有关|补充|紧急|暂行|试行|工作|具体|重要|管理|专项|总体)*+
    (?<kind>{_KINDS})(?<version>[（(](?:试行|暂行|修订|征求意见稿|修正|[0-9]{{4}}\ ?[—–\-~～至][^（()）]{{1,8}})[)）])?
    (?!\p{{Han}}{{0,10}}的(?:{_KINDS}))
    """,
)
#: The body (or several) before 关于.
_BODIES = Pattern("bodies before 关于", rf"{_BODY}(?:[、\ \n]{{0,2}}{_BODY}){{0,5}}[\ \n]?$")
#: Characters in which bodies are looked for.
_REACH = 100
_LEAD = regex.compile(
    r".*(?:学习贯彻|贯彻落实|贯彻|落实|根据|按照|依据|执行|印发|转发|下发|发布|出台|公布|发出|遵照|严格|认真|的|了|在|对|将|把|以|由|与|现|向|收到|通过|审议|同意|批准)"
)
_HEADING = regex.compile(r"[^。；！？\n：，,;]{6,110}")
_ABOUT_HEADING = regex.compile(
    rf"(?<bodies>[^。；！？\n：:，]{{0,60}}?)关于.+(?<kind>{_KINDS})(?:[（(][^（()）]{{1,20}}[)）])?$"
)
#: Treaties carry 关于 in their own names: 关于…公约.
_TREATY = Pattern("treaty in running text", r"关于[^，。；：！？\n《》“”（()）]{4,40}?(?:公约|议定书)(?!\p{Han}?国)")
#: A heading that is a document's name from its place to its head noun, no sentence about one.
_NAMED_HEADING = regex.compile(
    r"(?!.*(?:出台|印发|完善|建立|健全|加强|采取|调整|优化|细化|落实|征集|审议|正式|首部|新版|最新|发布|公布|出炉|通过|施行|解读|征求|制定|修订|亮相|来了|推出|启动|落地))[^。；！？：，,;!?\n]{8,60}"
    r"(?:公报|条例|办法|细则|规划|纲要|方案|计划|意见|规定|公告|通告|决定|措施)(?:[（(][^（()）]{2,20}[)）])?"
)
#: Parts that only official documents have.
_OFFICIAL = frozenset({"issuer", "doc_number", "addressee", "signature", "issue_date", "imprint"})
#: Shorter names are words of their own; longer lines are no headlines.
_LEAST, _LINE = 6, 140
_BRACKET = Pattern("version behind a title", r"\ ?[（(][^（()）\n]{1,24}[)）]")
#: Roles in which a title stands as a heading.
_HEADINGS = frozenset({"headline", "kicker", "subhead", "body", "crosshead"})


def find_about(text: str) -> Iterator[tuple[int, int, int]]:
    """Find titles of the form body + 关于…的 + kind in running text.

    Yields:
        start, end, and where 关于 stands (start itself where no body leads).

    >>> text = "要贯彻市政府办公室关于做好防汛工作的通知要求"
    >>> [text[a:b] for a, b, _ in find_about(text)]
    ['市政府办公室关于做好防汛工作的通知']
    """
    if "关于" not in text:
        return
    behind = 0
    at = text.find("关于")
    while at >= 0:
        hit = _MATTER.match(text, at) if at >= behind else None
        if hit is not None:
            floor = max(behind, at - _REACH)
            bodies = _BODIES.search(text[floor:at])
            start = floor + bodies.start() if bodies else at
            lead = _LEAD.match(text, start, at) if bodies else None
            yield (lead.end() if lead else start), hit.end(), at
            behind = hit.end()
        at = text.find("关于", at + 2)
    for hit in _TREATY.finditer(text):
        yield hit.start(), hit.end(), hit.end()


def find_headings(text: str, zones: Iterable[Zone]) -> Iterator[tuple[int, int]]:
    r"""Find blocks that are, as a whole, the title of a document.

    >>> list(find_headings("县政府关于修路的通知\n正文。", [Zone((0, 10, "headline", 0, False))]))
    [(0, 10)]
    """
    zones = list(zones)
    official = any(zone.role in _OFFICIAL for zone in zones)
    for zone in zones:
        if zone.role not in _HEADINGS or not 8 <= zone.end - zone.start <= 140:
            continue
        block = text[zone.start : zone.end]
        head = head_of(block)
        if head is None:
            continue
        named = official and zone.role == "headline" and head.reading == "policy" and _NAMED_HEADING.fullmatch(block)
        if _ABOUT_HEADING.fullmatch(block) or (named and leads_with_place(block, 0, len(block))):
            yield zone.start, zone.end


def find_repeats(text: str, titles: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Find where the page repeats a marked title without its marks.

    Args:
        text: normalised text.
        titles: clean titles that stand in 《》 somewhere on the page.

    Yields:
        start, end, title.

    >>> list(find_repeats("滨海县养犬管理 条例出台：《滨海县养犬管理条例》", ["滨海县养犬管理条例"]))
    [(0, 10, '滨海县养犬管理条例'), (14, 23, '滨海县养犬管理条例')]
    """
    names = {name: title for title in titles if len(name := split_version(title)[0]) >= _LEAST}
    matcher = Matcher(names)
    hits = {(start, end): matcher.terms[index] for start, end, index in matcher.find(text)}
    begin = 0
    for line in text.split("\n") if names else ():
        if " " in line and len(line) <= _LINE:
            # A headline may break the name over its lines, which leaves a blank.
            kept = [at for at, mark in enumerate(line) if mark != " "]
            for start, end, index in matcher.find(line.replace(" ", "")):
                hits[begin + kept[start], begin + kept[end - 1] + 1] = matcher.terms[index]
        begin += len(line) + 1
    for (start, end), name in sorted(hits.items()):
        # The version may be printed in other brackets.
        tail = _BRACKET.match(text, end) if names[name] != name else None
        yield start, tail.end() if tail else end, names[name]
