"""Whether a head noun ends the name of a body, and where that name begins."""

from __future__ import annotations

import functools
import re

from newsextract.lexicon import read_rows
from newsextract.lexicon.divisions import by_name
from newsextract.recognize.edges import HARD, Walk, Words, is_han, walk_left, word_class
from newsextract.recognize.organizations.anchors import Anchors, past_weak
from newsextract.recognize.organizations.brands import brand, short_division
from newsextract.recognize.organizations.finding import Finding
from newsextract.recognize.organizations.forms import (
    COUNTRIES,
    HOUSES,
    WORKS,
    abroad,
    any_field,
    called_after,
    cut_walk,
    foreign_office,
    held_venue,
    laboratory,
    ministry,
    numbered,
    team,
)  # fmt: skip
from newsextract.recognize.organizations.heads import Head, central_names, is_field, is_role_next, role_next

__all__ = ["judge", "roles"]

#: Short forms that stand for the page's own body where a role follows: 管委|副主任.
_SHORT_BODIES = frozenset(
    ["管委", "管委会", "工委", "党工委", "纪委", "监委", "农委", "科委", "教委", "计委", "建委", "体委", "经委"]
)
#: What stands before the source of a report: 据农委|提供.
_TOLD = frozenset("据从由向经")
#: Characters of the longest name that is believed; it also keeps a run of head nouns from growing without end.
_LONGEST_NAME = 45
#: Legal forms of companies: what carries one is a full name.
_LEGAL = ("有限公司", "有限责任公司", "股份公司", "株式会社", "事务所")
#: Heads with the level inside: 市委, 县政府.
_OWN_LEVEL = frozenset("市省区县镇乡州旗地团")
#: Characters that make a set of the level behind them: 各市委, 全省政府.
_SET_MARKS = frozenset("全各本该某我他外两三几省市区县乡特辖")


@functools.cache
def roles(role: str) -> frozenset[str]:
    """Words of a role: ``set`` before a head makes no name (各级), ``plain`` heads need more than a place (中心)."""
    return frozenset(row["word"] for row in read_rows("org_contexts") if row["role"] == role)


#: A named event right before its committee: 第三届某某博览会|组委会.
_EVENT_BEFORE = re.compile(r"第?[0-9一二三四五六七八九十百]{1,4}届?[^，。、；：\n（）()]{0,12}(?:会|节|赛|展|论坛|奖)$")
_CAMPUS = re.compile(r"[（(](?P<town>[一-鿿]{2,4})[）)]")
#: Numbers of schools in short: 怀柔|三小.
_COUNTED = frozenset("一二三四五六七八九十")
#: Kinds of bodies that every division has one of: 市妇联, 县医院.
_LOCAL = frozenset(["association", "hospital", "court", "institution", "school"])


def judge(words: Words, head: Head, anchors: Anchors) -> Finding | None:
    """Judge one head noun by what stands before it."""
    loose = head.need == "anchor"
    walk = walk_left(words, head.start, anchors.starts, longest=30 if loose else 24, loose=loose)
    if walk.anchored and head.kind != "brand" and anchors.kinds.get(head.start - walk.own) == "weak":
        walk = past_weak(words, walk, anchors, loose=loose)
    cut_walk(words, head, walk, anchors)
    verdict = _RULES[head.need](words, head, walk, anchors)
    if verdict is None and head.need == "name" and head.kind in _LOCAL and anchors.level_before(head.start, words.text):
        verdict = head.start - 1, 0.9, ["deictic"]  # 市妇|联
    if verdict is None and head.kind == "institution" and words.text[head.start] in _OWN_LEVEL:
        verdict = head.start, 0.9, ["level inside"]  # 省军区
    if verdict is None and head.need == "stem" and head.end - head.start > 1:
        return judge(words, Head(head.end - 1, head.end, head.kind, head.need), anchors)  # 管理处: 处
    if verdict is None:
        return None
    start, confidence, evidence = verdict
    if head.need == "body":
        pass
    elif walk.anchored and start == walk.start:
        kind = anchors.kinds.get(head.start - walk.own, "")
        start = anchors.extended(start, kind, posted=words.text.endswith("纪检监察组", 0, head.end))
        if kind in ("deictic", "place") and words.text[walk.start : walk.start + 3] in ("经开区", "高新区", "开发区"):
            start = _coined_before(words, start, anchors) or start  # 伊某|经开区|管委会
    if words.text.startswith("国家", start) and words.text[start - 1 : start] in COUNTRIES:
        start -= not is_han(words.text[start - 2 : start - 1] or "\n")  # 俄|国家铁路公司
    start -= next((len(p) for p in _PARTIES if words.text.endswith(p, 0, start)), 0)
    if words.text[start] in "各该某（(" or head.end - start > _LONGEST_NAME:
        return None
    before = words.text[max(0, words.start_before(start)) : start] if start else ""
    if before in roles("set"):
        return None
    seated = head.kind == "school" or words.text.startswith(("国家", "中国", "全国"), start)
    end = _with_campus(words.text, head) if seated else head.end
    noun = words.text[head.start : head.end]
    return Finding(start, end, head.kind, confidence, [f"head noun {noun}", *evidence])


#: Parties whose committees bear the name of the place behind them: 民革|某某市委.
_PARTIES = ("中共", "共青团", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")


def _with_campus(text: str, head: Head) -> int:
    """Return the end of a school's name with the town in brackets that belongs to it: 某大学(南湖)."""
    hit = _CAMPUS.match(text, head.end)
    return hit.end() if hit and by_name(hit["town"]) else head.end


_Verdict = tuple[int, float, list[str]] | None


def _between(words: Words, head: Head, walk: Walk) -> str:
    return words.text[head.start - walk.own : head.start]


def _place(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Governments, party organs, courts: a place or level before them, or a level inside (市委, 区政府)."""
    text = words.text
    if text.startswith("政府间", head.end - 2):
        return None  # 东非|政府间|发展组织
    level_inside = text[head.start] in _OWN_LEVEL and head.end - head.start <= 5
    if level_inside and walk.own and text[head.start - 1 : head.start] not in _SET_MARKS:
        return head.start, 0.93, ["level inside"]
    if not (walk.anchored and not walk.own) and anchors.level_before(head.start, text):
        return head.start - 1, 0.93, ["deictic"]
    if walk.anchored and walk.clean and walk.own <= 12:
        kind = anchors.kinds.get(head.start - walk.own, "")
        if walk.own and kind == "scope" and text[head.start : head.end] == "委员会":
            return walk.start, 0.9, ["scope"]
        if kind == "brand" or (kind == "body" and walk.own and text[head.start : head.end] in central_names()):
            return None
        return walk.start, 0.95 if walk.own == 0 else 0.88, [kind or "anchor"]
    if level_inside and text[head.start - 1 : head.start] not in _SET_MARKS:
        return head.start, 0.93, ["level inside"]
    noun = text[head.start : head.end]
    told = text[head.start - 1 : head.start] in _TOLD
    held = is_role_next(text, head.end) and text[head.end : head.end + 1] not in "的）)"
    if noun in _SHORT_BODIES and not walk.tokens and (told or held):
        return head.start, 0.7, ["role behind" if held else "source of what is told"]
    name = walk.name_start()
    bare = noun in ("委员会", "政府", "议会") or noun in _SHORT_BODIES or noun in central_names()
    if name is not None and head.start - name >= 2 and not bare:
        return name, 0.7, ["name"]
    if head.end - head.start >= 3 and text[head.start : head.end] in ("人大常委会", "纪检监察组") and not walk.tokens:
        return head.start, 0.75, ["by itself"]
    return None


def _stem(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Departments: a field of government between the level and 局, 厅, 委, 办."""
    text = words.text
    noun = text[head.start : head.end]
    between = _between(words, head, walk)
    if walk.anchored and not between and noun in ("总队", "支队", "大队") and text.endswith("武警", 0, walk.start):
        return walk.start - 2, 0.93, ["armed police"]
    field_at = _field_before(words, head.start, anchors)
    if field_at is not None and field_at[1]:
        return field_at[0], 0.96, ["field of government", "anchor"]
    if walk.anchored and walk.clean and len(between) >= 2 and (len(noun) > 1 or field_at is not None):
        kind = anchors.kinds.get(head.start - walk.own, "")
        if kind == "body" and (walk.own > 8 or len(noun) == 1) and field_at is None:
            return None
        return walk.start, 0.85, [kind]
    if walk.anchored and not between and len(noun) > 3 and anchors.kinds.get(head.start) in ("place", "deictic"):
        return walk.start, 0.88, ["place"]  # 某区|公安分局
    if ministry(words, head, walk, anchors):
        return walk.start, 0.88, ["country"]
    if any_field(words, head, walk, anchors):
        return (
            anchors.extended(walk.start, anchors.kinds[head.start - walk.own]),
            0.86,
            ["noun between level and office"],
        )
    if (
        field_at is not None
        and not words.text.endswith(("直辖市", "自治区", "自治州"), 0, field_at[0])
        and noun in ("局", "厅", "委", "管理局", "总局", "委员会", "分局")
        and words.is_edge(field_at[0])
    ):
        return field_at[0], 0.7, ["field of government"]
    if (
        field_at is not None
        and noun in ("部", "处", "科")
        and role_next(text, head.end)
        and not is_han(text[field_at[0] - 1 : field_at[0]] or "\n")
    ):
        return field_at[0], 0.7, ["field", "role behind"]  # 。知识产权部|负责人
    of_body = walk.anchored and walk.clean and anchors.kinds.get(head.start - walk.own) == "body"
    of_body = of_body and 2 <= len(between) <= 12 and HARD.isdisjoint(between.replace("与", "").replace("和", ""))
    if of_body and noun in "处科司室所部" and is_role_next(text, head.end):
        return walk.start, 0.88, ["department of a body"]
    return None


def _field_before(words: Words, at: int, anchors: Anchors) -> tuple[int, bool] | None:
    """Return the start of the longest field of government that ends at a place, and whether an anchor stands before it."""
    text = words.text
    best: tuple[int, bool] | None = None
    for start in range(at - 1, max(-1, at - 20), -1):
        if text[start] in "，。；：、（）《》\n":
            break
        if not is_field(text[start:at]):
            continue
        if start in anchors.starts:
            of_central = text[start:at] in ("监管", "监察", "稽查")  # 某某委员会|某省|监管局
            return anchors.extended(anchors.starts[start], anchors.kinds[start], branch=of_central), True
        if anchors.level_before(start, text):
            return start - 1, True
        if at - start >= 2:
            best = (start, False)
    return best


def _mod(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Companies: a name before the head; a place alone makes none."""
    text = words.text
    legal = text[head.start : head.end].endswith(_LEGAL)
    if walk.anchored and walk.clean:
        kind = anchors.kinds.get(head.start - walk.own, "")
        coined = _coined_before(words, walk.start, anchors) if kind in ("place", "scope") else None
        if coined is not None and (legal or (kind == "place" and walk.own == 0)):
            return coined, 0.8, ["coined name"]
        wider = anchors.extended(walk.start, kind, branch=head.kind == "company")
        if wider < walk.start and kind == "place" and anchors.kinds.get(walk.start) != "place":
            return wider, 0.88, ["body and place"]
        if kind == "weak" and not walk.own and anchors.kinds.get(walk.start) in ("place", "scope"):
            return anchors.starts[walk.start], 0.8, ["place", "name"]  # 中国|新建|集团公司
        if kind == "body" and any(t.cls not in "1?p" for t in walk.tokens):
            return None  # 某公司|投资建|厂
        if walk.own >= 2 or kind in ("brand", "body"):
            common = all(t.cls in "n" for t in walk.tokens) and not legal and kind != "brand"
            return walk.start, 0.75 if common else 0.95 if legal else 0.88, [kind]
        works = not walk.own and kind == "place" and words.text.endswith(WORKS, walk.start + 2, head.start)
        works = works or (not walk.own and kind == "place" and called_after(words, walk, head))
        banks = head.kind == "finance" and kind in ("place", "scope", "weak")
        return (walk.start, 0.85, [kind]) if banks or works else None
    name = walk.name_start()
    if name is not None and head.start - name >= 2 and (legal or _coined(words, walk, name, head)):
        return name, 0.88 if legal else 0.72, ["name"]
    if legal and walk.own >= 4 and walk.clean:
        return walk.start, 0.7, ["legal form"]
    return None


def _coined_before(words: Words, at: int, anchors: Anchors) -> int | None:
    """Return where a coined name of two or three single characters begins right before a place: 瑞某|福州|电厂."""
    before = walk_left(words, at, anchors.starts, longest=4)
    coined = [t for t in before.tokens if t.cls == "1"]
    alone = len(coined) == len(before.tokens) in (2, 3)
    if len(before.tokens) == 1 and before.own == 2 and not before.anchored:  # 天府|汇川|产业投资集团
        alone = before.tokens[0].cls in "p?" and (before.start == 0 or not is_han(words.text[before.start - 1]))
    kind = anchors.kinds.get(at - before.own) if before.anchored else "place"
    return before.start if alone and kind == "place" else None  # 某国|利富|国际|有限公司


def _name(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Schools, hospitals, institutes, associations, media: a place or a name before the head."""
    text = words.text
    noun = text[head.start : head.end]
    if noun == "实验室" and (lab := laboratory(words, head, walk, anchors)) is not None:
        return lab
    if (begin := numbered(words, head, anchors)) is not None:
        return begin, 0.9, ["number"]
    if noun[:-1] in _COUNTED and anchors.kinds.get(head.start) == "weak":
        return anchors.starts[head.start], 0.75, ["place and number"]  # 怀柔|三小
    if noun[:-1] in _COUNTED and noun[-1] in "中小" and text.endswith("实验", 0, head.start) and not walk.anchored:
        return head.start - 2, 0.75, ["experimental school"]  # 实验|二小
    if walk.anchored and walk.clean:
        kind = anchors.kinds.get(head.start - walk.own, "")
        if walk.own == 0 and kind == "scope" and head.kind in ("school", "hospital", "media", "research"):
            return None
        if walk.own == 0 and noun in roles("plain") and kind != "body":
            if kind == "place" and called_after(words, walk, head):
                return walk.start, 0.8, ["called after a place"]  # 某某湖|实验室
            if kind == "place" and noun in ("中学", "小学", "高中", "幼儿园") and text[head.start - 1] in "县镇乡村":
                return walk.start, 0.85, ["place and school"]  # 江孜县|中学
            old = noun == "中学" and kind == "place" and short_division(words, head.start - 2, head.start)
            return (walk.start, 0.8, ["place and school"]) if old else None  # 某州|中学
        scope = text[walk.start : walk.start + 2]
        if kind == "scope" and walk.own == 0 and scope == "全国" and head.kind in ("gov", "institution"):
            return None
        if (
            kind == "scope"
            and scope in ("国际", "世界")
            and noun.endswith("中心")
            and all(t.cls in "no" for t in walk.tokens)
        ):
            return None
        if (
            kind == "scope"
            and noun in ("基地", "实验室", "联盟")
            and (text[head.start - 1] == "新" or all(t.cls in "no" for t in walk.tokens))
        ):
            return None
        return walk.start, 0.93 if kind != "scope" else 0.85, [kind]
    name = walk.name_start()
    if name is not None and head.start - name >= 2 and _coined(words, walk, name, head):
        return name, 0.72, ["name"]
    if noun in HOUSES and walk.clean and 2 <= walk.own <= 10:
        return walk.start, 0.85, ["publisher"]
    return None


def _coined(words: Words, walk: Walk, name: int, head: Head) -> bool:
    """Whether an unanchored name begins with what only a name has: not with an unusual but descriptive word (制种|基地)."""
    first = next(t for t in walk.tokens if t.start == name)
    size = first.end - first.start
    noun = words.text[head.start : head.end]
    if words.start_before(head.end) == head.start - 1 and word_class(words.text[head.start - 1 : head.end]) != "p":
        return False  # 考|大学
    if words.text[head.start - 1] in "性型级式":
        return False  # 普惠性|幼儿园
    if noun in roles("plain") or noun.endswith("厂"):
        return first.cls == "1"
    return first.cls in "1l" or size > 2 or (first.cls == "p") or words.text.count(words.text[name : head.end]) > 1


def _anchor(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Leading groups, headquarters: an anchor and almost anything between."""
    if words.text[head.start : head.end] in ("组委会", "执委会", "组织委员会", "筹委会"):
        event = _EVENT_BEFORE.search(words.text, max(0, head.start - 24), head.start)
        if event and words.is_edge(event.start()):
            return event.start(), 0.85, ["event"]
        own = words.start_before(head.start)
        held = is_role_next(words.text, head.end) or words.text.startswith("执行", head.end)
        if held and words.text[own : head.start] in ("赛事", "大会", "大赛", "活动"):
            return own, 0.75, ["event of the page"]
    if not walk.anchored or (walk.own < 2 and head.end - head.start < 3):
        return None
    kind = anchors.kinds.get(head.start - walk.own, "")
    first = walk.tokens[0] if walk.tokens else None
    if first is not None and words.text[first.start] in "和与及":
        return None
    noun = words.text[head.start : head.end]
    if not walk.clean and not noun.endswith(("领导小组", "指挥部", "联席会议", "委员会", "办公室")):
        return None
    if kind in ("brand",) or (kind == "place" and not walk.clean and head.end - head.start < 3):
        return None
    return walk.start, 0.9 if walk.clean or kind != "place" else 0.8, [kind]


def _branch(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Branches: a body, or a brand with a place, before the head."""
    posted = foreign_office(words, head, anchors)
    if posted is not None or not walk.anchored or not walk.clean:
        return posted
    start = anchors.extended(walk.start, anchors.kinds.get(head.start - walk.own, ""), branch=True)
    at = head.start - walk.own
    steps = {anchors.kinds.get(at, "")}
    while at in anchors.starts and anchors.starts[at] >= start:
        steps.add(anchors.kinds[at])
        at = anchors.starts[at]
    if steps & {"body", "brand"}:
        return start, 0.93, ["branch of a body"]
    if walk.own >= 2 and any(word_class(words.text[t.start : t.end]) in "o1?" for t in walk.tokens):
        return start, 0.85, ["place"]
    return None


def _party(words: Words, head: Head, walk: Walk, anchors: Anchors) -> _Verdict:
    """Departments of party committees and governments: right behind the body."""
    if not (walk.anchored and not walk.own) and anchors.level_before(head.start, words.text):
        return head.start - 1, 0.93, ["deictic"]
    if walk.anchored and walk.own == 0:
        kind = anchors.kinds.get(head.start, "")
        if kind == "scope" and words.text[head.start : head.end] in ("办公室", "领导小组", "指挥部"):
            return None
        if kind in ("body", "deictic", "place", "scope"):
            return walk.start, 0.95, [kind]
    if walk.anchored and head.end - head.start >= 2:
        return _anchor(words, head, walk, anchors)
    noun = words.text[head.start : head.end]
    behind_role = words.text[head.start - 1 : head.start] in ("长", "任", "记", "员")  # the last row of a list, joined
    seated = noun.endswith("办公室") and words.text.startswith(("设在", "设于"), head.end)
    held = noun == "办公室" and words.text[head.start - 1 : head.start] == "任" and is_role_next(words.text, head.end)
    return (head.start, 0.8, ["seat or holder"]) if held or (seated and (behind_role or not walk.tokens)) else None


_RULES = {
    "place": _place, "stem": _stem, "mod": _mod, "name": _name, "anchor": _anchor,
    "body": _branch, "party": _party, "brand": brand, "trade": brand, "team": team, "held": held_venue,
    "abroad": abroad, "lab": laboratory,
}  # fmt: skip
