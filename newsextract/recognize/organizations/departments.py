"""Departments below a body, told by who speaks for them: 某局|城建股|股长, 某法院|民三庭|法官, 县委常委、|组织部|部长."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newsextract.recognize.edges import Words, word_class
from newsextract.recognize.organizations.finding import Finding

__all__ = ["find_departments"]

_ROLE = (
    r"(?:原|时任|有关|相关|主要|现任)?(?:副(?!本|产|业|作)|常务副|执行)?(?:局|处|科|股|庭|室|队|部|院|所|站|司|厅|校|段|科室)?长(?!期|远|达|江|效|三角|途|大|城)"
    r"|(?:原|有关|相关|主要)?(?:副)?(?:负责人|主任|主管|经理|干事|书记|政委|指导员|教导员|法官|检察官|审判员|干部|干警|民警|医生|护士|教师|教授|工程师|工作人员)"
)
#: What a department of any body is called, with a role right behind.
_DEPARTMENT = re.compile(rf"(?P<name>[一-鿿]{{2,9}}?(?:[局处科股室庭司办部系]|中心|支队|大队|中队))(?={_ROLE}|[：:])")
#: Chambers of courts, which need no role behind.
_CHAMBER = re.compile(
    r"(?:[民刑行][一二三四五六]|立案|审监|速裁|少年|(?:民事|刑事|行政|知识产权|立案|执行|审判监督|环境资源|金融|破产|家事|少年)(?:审判)?(?:第?[一二三四五六七八九]{1,2})?)庭(?!审)|执行局"
)
#: Who has departments without being named: 该局, 公司.
_OWNER = re.compile(r"(?:该[局院厅委校区县市行所]|该公司|公司|该企业|企业|学校|医院|学院)(?:的)?")
#: Departments of a party committee behind one of its standing members.
_SEAT = re.compile(r"常委、(?P<name>组织部|宣传部|统战部|政法委|社会工作部|办公室)(?=副?(?:部长|书记|主任))")
#: Academies, the institutes of which stand behind them without a role: 中科院|高能所.
_ACADEMIES = ("中科院", "科学院", "社科院", "农科院", "林科院", "医科院")
_INSTITUTE = re.compile(r"[一-鿿]{2,6}?(?:研究所|所)(?![以有在得属说示需])")
_NO_NAME = frozenset("的和与或等及在从是了某该各原副")
#: Kinds of findings that have departments.
_HAVE = frozenset(
    [
        "gov", "government", "party", "court", "school", "hospital", "company", "institution", "association", "central",
        "research", "finance", "media", "group",
    ]
)  # fmt: skip


def find_departments(words: Words, found: Collection[Finding]) -> Iterator[Finding]:
    """Yield the departments that stand right behind the bodies found, whole; those of an owner without name by themselves.

    Args:
        words: the text with its edges.
        found: the bodies of the page.
    """
    text = words.text
    begin = {body.start for body in found}
    for body in found:
        if body.kind not in _HAVE or not body.alone or body.end in begin:
            continue
        hit = _CHAMBER.match(text, body.end) if body.kind == "court" else None
        academy = text.endswith(_ACADEMIES, body.start, body.end) and _INSTITUTE.match(text, body.end)
        hit = hit or academy or _DEPARTMENT.match(text, body.end)
        if hit and _is_name(words, body.end, hit.end()):
            yield Finding(body.start, hit.end(), "gov", min(body.confidence, 0.9), ["department of a body"])
    for owner in _OWNER.finditer(text):
        hit = _DEPARTMENT.match(text, owner.end())
        if hit and words.is_edge(owner.start()) and _is_name(words, owner.end(), hit.end()):
            yield Finding(owner.end(), hit.end(), "gov", 0.75, ["department", "role behind"])
    ends = {body.end: body.start for body in found}
    for seat in _SEAT.finditer(text):
        full = text[ends[seat.start()] : seat.start()] + seat["name"] if seat.start() in ends else None
        yield Finding(*seat.span("name"), "party", 0.85, ["seat of a standing member"], full=full)


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether a department's name holds no verb and no word of grammar."""
    if not _NO_NAME.isdisjoint(words.text[start:end]) or not words.is_edge(start):
        return False
    at = start
    while at < end:
        behind = words.end_after(at)
        if behind <= end and word_class(words.text[at:behind]) == "v":
            return False
        at = behind
    return True
