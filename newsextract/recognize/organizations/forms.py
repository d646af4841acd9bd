"""Forms of names that need more than a head noun: teams, offices of any field, venues whose head is named, bodies abroad."""

from __future__ import annotations

import functools
import re

from newsextract.lexicon import read_rows
from newsextract.lexicon.divisions import by_name
from newsextract.recognize.edges import Walk, Words, word_class
from newsextract.recognize.organizations.anchors import Anchors
from newsextract.recognize.organizations.heads import Head, is_role

__all__ = [
    "COUNTRIES",
    "HOUSES",
    "WORKS",
    "abroad",
    "any_field",
    "called_after",
    "countries",
    "cut_walk",
    "foreign_office",
    "held_venue",
    "laboratory",
    "ministry",
    "numbered",
    "team",
]  # fmt: skip


@functools.cache
def countries() -> frozenset[str]:
    """Names of countries."""
    return frozenset(row["name"] for row in read_rows("world") if row["kind"] == "country")


#: Countries in one character.
COUNTRIES = frozenset(
    "俄美英法德日韩朝印巴泰越缅柬老马菲哈乌吉塔土伊叙以沙埃阿意西葡希波匈捷芬挪瑞丹荷比奥加墨澳新南尼肯"
)
#: Heads of publishers, which any noun before them names: 工人|日报社, 机械工业|出版社.
HOUSES = frozenset(["日报社", "晚报社", "报社", "出版社", "杂志社", "通讯社"])
#: Parties without a name of their own: 日本|执政党.
_ANY_PARTY = frozenset(["执政", "反对", "在野", "政", "两", "多", "全", "我", "建", "入", "各", "主要", "国民"])


#: What ends a place that a company runs and is named for: 某州港|集团, 某某机场|集团.
WORKS = ("港", "机场", "油田", "高速", "矿区", "林区", "湿地", "大桥")
#: Letters and names of where an office is posted: 驻|港, 驻|北京.
_POST = re.compile(r"驻[^，。、；：\n]{1,4}$")


def foreign_office(words: Words, head: Head, anchors: Anchors) -> tuple[int, float, list[str]] | None:
    """Offices of a place somewhere else: 某省|驻|港|联络处."""
    post = _POST.search(words.text, max(0, head.start - 5), head.start)
    if post is None or post.start() not in anchors.starts:
        return None
    return anchors.starts[post.start()], 0.9, ["posted"]


def any_field(words: Words, head: Head, walk: Walk, anchors: Anchors) -> bool:
    """Whether whole nouns stand between a division or its level and 局: 市|果业|局, 市|水利|和|湖泊|局."""
    whole = words.is_edge(head.start) or words.start_before(head.end) >= head.start - walk.own  # 某市|土地局
    if words.text[head.start : head.end] not in ("局", "厅") or not (walk.anchored and walk.clean and whole):
        return False
    kind = anchors.kinds.get(head.start - walk.own, "")
    full = kind == "deictic" or (kind == "place" and words.text[head.start - walk.own - 1] in "省市区县州旗盟")
    return full and 2 <= walk.own <= 10 and all(t.cls in "no?" and t.end - t.start > 1 for t in walk.tokens)


#: What may stand between a place and 队: 男子, 女排, 国家, a sport.
_TEAM = re.compile(
    r"(?:国家|国|青年|奥林匹克|少年|男子|女子|男|女|联|青|代表|选手|足球|篮球|排球|乒乓球|羽毛球|网球|冰球|曲棍球|手球|棒球|垒球|水球|游泳|"
    r"体操|田径|举重|柔道|摔跤|拳击|跳水|射击|射箭|击剑|自行车|围棋|象棋|滑雪|短道速滑|冰壶|花样|沙滩|体育|军|警)*"
)


#: Words of reports of matches, which teams with a name of their own (某州|某某|队) need around them.
_SPORT = re.compile(
    r"战胜|击败|不敌|负于|输给|险胜|大胜|主场|客场|联赛|常规赛|季后赛|比分|球队|主教练|[两三四五六七八九]连[胜败]"
)


def team(words: Words, head: Head, walk: Walk, anchors: Anchors) -> tuple[int, float, list[str]] | None:
    """Teams and delegations: a place, and at most a sport and a sex, before them."""
    if not walk.anchored or words.text[head.start - 1 : head.end] == "军队":
        return None
    posted = anchors.extended(walk.start, "place")
    if not walk.own and posted < walk.start and words.text[head.start : head.end] == "代表团":
        return posted, 0.85, ["posted"]
    if anchors.kinds.get(head.start - walk.own) not in ("place", "scope"):
        return None
    between = words.text[head.start - walk.own : head.start]
    if _TEAM.fullmatch(between):
        return walk.start, 0.85, ["place"]
    named = 2 <= len(between) <= 4 and walk.clean and words.text[head.start : head.end] == "队"
    near = words.text[max(0, walk.start - 40) : head.end + 40]
    return (walk.start, 0.8, ["place", "sport"]) if named and _SPORT.search(near) else None


#: Who holds an office in a museum or a library: behind its name the body is meant, not the house.
_HELD = re.compile(
    r"(?:原|党委|党总支|党支部|常务)?副?(?:馆长|书记|院长|主任|研究馆?员|馆员|负责人|工作人员|讲解员|策展人)"
)


def held_venue(words: Words, head: Head, walk: Walk, anchors: Anchors) -> tuple[int, float, list[str]] | None:
    """Museums, libraries: bodies where somebody holds an office in them (某州|文化馆|馆长), places otherwise."""
    if not _HELD.match(words.text, head.end):
        return None
    if walk.anchored and walk.clean:
        return walk.start, 0.9, ["role behind"]
    if anchors.level_before(head.start, words.text):
        return head.start - 1, 0.9, ["deictic", "role behind"]
    name = walk.name_start()
    return (name, 0.75, ["name", "role behind"]) if name is not None and head.start - name >= 2 else None


#: Heads that a hill, a lake or a village before them is enough for: 某某河|粮库, 某某湖|实验室.
_CALLED = frozenset(
    [
        "林场",
        "农场",
        "牧场",
        "茶场",
        "煤矿",
        "粮库",
        "水厂",
        "电厂",
        "酒厂",
        "药厂",
        "实验室",
        "研究中心",
        "小学",
        "中学",
        "高中",
        "初中",
        "幼儿园",
        "诊所",
        "企业集团",
        "集团",
        "集团公司",
        "有限公司",
        "股份有限公司",
    ]
)
_LAND = frozenset("湖山河江岛湾海溪泉桥坝沟坪岭寨店庄村街镇乡坡港屯堡寺塔")


def called_after(words: Words, walk: Walk, head: Head) -> bool:
    """Whether a head stands right behind a place that is no division, and so is called after it."""
    place = words.text[walk.start : head.start]
    return words.text[head.start : head.end] in _CALLED and not by_name(place) and place[-1:] in _LAND


def ministry(words: Words, head: Head, walk: Walk, anchors: Anchors) -> bool:
    """Whether nouns stand between a country abroad and 部: 某国|基础设施|部."""
    if words.text[head.start : head.end] != "部" or not (walk.anchored and walk.clean and 2 <= walk.own <= 10):
        return False
    country = words.text[walk.start : head.start - walk.own]
    side = words.text[head.start - 1] in "东南西北中"  # 某国|东南|部
    return country in countries() and country != "中国" and not side and all(t.cls in "no?" for t in walk.tokens)


def abroad(words: Words, head: Head, walk: Walk, anchors: Anchors) -> tuple[int, float, list[str]] | None:
    """Parties and forces of a country abroad: 某国|人民|党, 某国|空军."""
    if not walk.anchored or not walk.clean:
        return None
    country = words.text[walk.start : head.start - walk.own]
    party = words.text[head.start : head.end] in ("党", "阵线")
    between = words.text[head.start - walk.own : head.start]
    if country not in countries() or country == "中国" or between in _ANY_PARTY or bool(walk.own) != party:
        return None
    return (walk.start, 0.85, ["country"]) if walk.own <= 10 and words.is_edge(head.end) else None


#: Numbers of schools and hospitals: 某市|九十|中学.
_NUMBER = re.compile(r"(?<![一二三四五六七八九十百零])第?[一二三四五六七八九十百零]{1,4}$")


def numbered(words: Words, head: Head, anchors: Anchors) -> int | None:
    """Return where the name of a school begins that a place or a level numbers."""
    number = _NUMBER.search(words.text, max(0, head.start - 6), head.start)
    if number is None or number.group() == "一" or head.kind not in ("school", "hospital"):
        return None
    at = number.start()
    if anchors.kinds.get(at) in ("place", "deictic"):
        return anchors.starts[at]
    return at - 1 if anchors.level_before(at, words.text) else None


_TAKES = frozenset("获批拥建为有是设办入选所个座等各该我")


@functools.cache
def _gains() -> frozenset[str]:
    """Verbs of who gets or has a laboratory, and all that stop a name."""
    return frozenset(row["word"] for row in read_rows("org_contexts") if row["role"] in ("stop", "gains"))


def laboratory(words: Words, head: Head, walk: Walk, anchors: Anchors) -> tuple[int, float, list[str]] | None:
    """Laboratories that bear their field before their rank: 作物遗传改良|全国重点实验室, 新药创制|某省|实验室."""
    text, at = words.text, head.start
    if text[head.start : head.end] == "实验室":
        if not (walk.anchored and not walk.own and text[head.start - 1] in "省市"):
            return None
        at = walk.start
    start = at
    while start > 0 and at - start < 20:
        begin = words.start_before(start)
        word = text[begin:start]
        cls = word_class(word)
        if cls == "v" and 1 < len(word) < 3 and word not in _gains():
            cls = "n"  # 水稻生物|育种
        joins = (
            word in ("与", "和", "及") and start < at and word_class(text[words.start_before(begin) : begin]) in "no"
        )
        if not joins and (cls not in "no?p1" or word in _gains() or word in _TAKES or not ("一" <= word[0] <= "鿿")):
            break
        start = begin
    body = next((n for n in range(at, start - 1, -1) if anchors.kinds.get(n) == "body"), None)
    if body is not None:
        return anchors.starts[body], 0.9, ["body", "field before the rank"]
    return (start, 0.85, ["field before the rank"]) if at - start >= 3 else None


#: Joins two names in front of schools and institutes: 某公司|联合|某大学.
_WITH = frozenset(["联合", "携手", "联手", "会同"])


def cut_walk(words: Words, head: Head, walk: Walk, anchors: Anchors) -> None:
    """Cut a walk at what no name holds: the role that ends a row before it, 联合 between two names."""
    for n in range(len(walk.tokens) - 1, -1, -1):
        token = words.text[walk.tokens[n].start : walk.tokens[n].end]
        last = n + 1 == len(walk.tokens)
        row = is_role(token) and (not last or head.end - head.start > 3)
        apart = n > 0 or (walk.anchored and anchors.kinds.get(walk.tokens[0].start) in ("body", "brand"))
        with_other = token in _WITH and apart and not last and head.kind in ("school", "research", "hospital")
        of_firm = token == "企业" and not last and head.kind == "company" and walk.at - walk.tokens[n].end > 1
        if row or with_other or of_firm:  # 韩资|企业|某某有限公司
            walk.tokens, walk.anchored = walk.tokens[n + 1 :], False
            walk.start = walk.tokens[0].start if walk.tokens else walk.at
            return
