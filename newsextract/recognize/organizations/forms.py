"""Forms of names that need more than a head noun: teams, offices of any field, venues whose head is named."""

from __future__ import annotations

import re

from newsextract.recognize.edges import Walk, Words
from newsextract.recognize.organizations.anchors import Anchors
from newsextract.recognize.organizations.heads import Head

__all__ = ["WORKS", "any_field", "foreign_office", "held_venue", "team"]


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
    if words.text[head.start : head.end] not in ("局", "厅") or not (
        walk.anchored and walk.clean and words.is_edge(head.start)
    ):
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
