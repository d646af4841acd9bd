"""The body or place that a role belongs to: the one before it, that of the role before it, or the one the page makes plain."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from newsextract.doc import frame_of, mentions_of, norm_text, zones_of
from newsextract.lexicon import read_rows
from newsextract.lexicon.divisions import name_of
from newsextract.recognize.patterns import Pattern

__all__ = ["Bodies"]

#: Heads of divisions and what the division must end in.
_HEADS = {
    "省长": "省", "市长": "市", "区长": "区", "县长": "县", "镇长": "镇", "乡长": "乡", "州长": "州", "旗长": "旗", "盟长": "盟",
    "村长": "村",
}  # fmt: skip
#: What may stand before the head of a division whose name is not said: nothing else does but a name that was not read.
_BEFORE_HEAD = Pattern(
    "before the head of a division that is not named",
    r"(?r)(?: [\P{Han}的在名位由原前兼与和为是让请向给对被及暨会任] | 代理 | 当选 | 常务 | [我本该全各两][市省县区州旗] | \A ) \Z",
)
#: Evidence of a name that no premier of China's bears.
_FOREIGN = {"transliteration", "dotted name"}
#: Roles of the central government that are printed without it.
_CENTRAL = {"副总理": "国务院", "总理": "国务院"}
#: Roles whose body is in their name.
_SAID_BY_NAME = {"国务委员": "国务院", "国家主席": None, "国家副主席": None}
#: A party committee inside a body, and the roles in it; other roles belong to the body itself (…公司党委书记、董事长).
_COMMITTEE = Pattern("party committee of a body", r"(?<=.{3})(?:党委|党组|党总支|党支部|党工委)\Z")
_PARTY_ROLES = ("书记", "委员", "常委", "成员")
#: Bodies of a division by the ending that leads back to its name.
_OF_DIVISION = Pattern(
    "body of a division", r"(?P<division>.+?[省市区县镇乡州旗盟])(?:委(?:员会)?|人民政府|政府|人大常委会|政协|纪委)"
)
_GROUP = ("小组", "指挥部", "专班", "委员会", "专家组", "工作组", "调查组", "组")
_GROUP_ROLES = ("组长", "成员", "指挥", "总指挥", "指挥长", "召集人")
_LOOSE = Pattern("between body and role", r"(?:的|原|前|现任|本次|共同|首任|时任|历任|企业|公司|有关|主要|相关){0,2}")
#: Between two roles where the second has no words of its own before it, such as a body that was not read.
_BARE = Pattern("role without words of its own", r"[、,，/兼暨和 　]?(?:兼|兼任|原|前)?|以及")
#: The office of a leading group, called by its kind alone: 由某某兼任办公室主任.
_BARE_OFFICE = Pattern("office of a group", r"(?:任|为|组|[，。、：\n])办公室\Z")
_DEIXIS = Pattern("body said by this or that", r"[该本][局院校厅部委行司会公中集站所区县市镇乡]{1,2}")
#: A body called by its kind: 公司财务总监, 该厂厂长.
_BY_KIND = Pattern(
    "body called by its kind",
    r"""(?r)(?: \A | [\P{Han}的] | 这家 ) (?: 该 | 本 )?
        (?: 公司 | 集团 | 企业 | 工厂 | 学校 | 医院 | 银行 | 法院 | 检察院 | (?<=[该本]) [厂校院行馆社站矿场队] ) \Z""",
)
#: Boards of a company or society, which are no bodies of their own.
_BOARDS = ("董事会", "监事会", "理事会", "董事局")
#: Committees of a zone: the party's, and the one that manages it.
_WORKING = ("工委", "党工委")
_MANAGEMENT = Pattern("management committee alone", r"[、，,兼](?P<name>管委会?)")
_MEETING = ("大会", "会议", "论坛", "年会", "研讨会", "峰会")

#: What may stand before a role whose body is said earlier in the sentence.
_OPEN = frozenset("的在名位")
#: What may stand before a role or board that has no body before it.
_BEGINNINGS = frozenset(("", "，", ",", "。", "\n", "”", "：", "；", "、"))

#: What stands before a name of which a clause tells.
_CLAUSE_ENDS = frozenset(("", "。", "！", "？", "，", "；", "\n", "　", " ", "●", "▲", "■", "◆", "○", "△", "讯"))
#: How many mentions back a body is looked for.
_FAR = 300

Body = tuple[str | None, list[list[int]]]


@functools.cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Return the offices that one kind of body has, and how the names of such bodies end."""
    return {row["position"]: tuple(row["endings"].split()) for row in read_rows("position_bodies")}


@functools.lru_cache(maxsize=1024)
def _endings(role: str) -> tuple[str, ...]:
    # 副总裁, 常务副校长: the office is at the end.
    return next((_kinds()[role[n:]] for n in range(len(role) - 1) if role[n:] in _kinds()), ())


class Bodies:
    """The bodies, places and meetings of a Doc, asked by the roles that belong to them."""

    def __init__(self, doc: Doc) -> None:
        self.text = norm_text(doc)
        self.spans = list(mentions_of(doc, "ORG", "PLACE", "EVENT"))
        self.ends = [span.end for span in self.spans]
        self.region = frame_of(doc)["region"]
        self.behind = {person.end: person.start for person in mentions_of(doc, "PERSON")}
        self.foreign = {p.end for p in mentions_of(doc, "PERSON") if _FOREIGN & set(p._.evidence or ())}
        self.said: dict[str, Body] = {}
        self.zones = zones_of(doc)

    def of_chain(self, chain: list[Span]) -> list[Body]:
        """The body of each role of a chain; one without its own takes that of the role before it."""
        found: list[Body] = []
        for n, role in enumerate(chain):
            own = (_SAID_BY_NAME[role.text], []) if role.text in _SAID_BY_NAME else self._own(role)
            if own is None and n and _BARE.fullmatch(self.text[chain[n - 1].end : role.start]):
                own = self._inherited(role, found[n - 1])
            if own is None and n:
                own = self._twin(self.text[chain[n - 1].end : role.start], found[n - 1])
            if own is None or own[0] is None:
                own = self._known(role)
            if own[0] is not None:
                self.said[role.text] = own
            found.append(own)
        return found

    def _twin(self, between: str, before: Body) -> Body | None:
        """The management committee beside a working committee of the party: …工委副书记、管委副主任."""
        hit = _MANAGEMENT.fullmatch(between)
        if hit is None or before[0] is None or not before[0].endswith(_WORKING):
            return None
        stem = before[0].removesuffix("工委").removesuffix("党")
        return f"{stem}{hit['name']}", before[1]

    def _before(self, at: int) -> Iterator[Span]:
        """The last mentions that end at or before a place, from there back; so many as a long article has."""
        last = bisect_right(self.ends, at)
        return reversed(self.spans[max(0, last - _FAR) : last])

    def _name(self, span: Span) -> str:
        value = span._.value or {}
        return str(value.get("canonical") or span.text)

    def _body(self, span: Span) -> Body:
        return self._name(span), [[span.start, span.end]]

    def _own(self, role: Span) -> Body | None:
        """The body that ends where the role begins, or where the name before the role does (某大学王某院士)."""
        if _BARE_OFFICE.search(self.text, max(0, role.start - 8), role.start):
            group = self._last(role.start - 3, "ORG", _GROUP[:4])
            return (f"{group[0]}办公室", group[1]) if group else None
        start = self.behind.get(role.start, role.start)
        if self.text[start - 1 : start] == "）":
            # 市市场监管局（市知识产权局）副局长: the name before the bracket is the body's first.
            start = next((s.start - 1 for s in self._before(start) if s.end == start - 1 and s.label_ == "ORG"), start)
        for span in self._before(start):
            if span.end <= start:
                between = self.text[span.end : start]
                if span.label_ == "PLACE" and "的" in between:
                    break
                if len(between) <= 6 and _LOOSE.fullmatch(between):
                    posted = self.text[span.start - 1 : span.start] == "驻"  # 某国新任驻某国大使: who sends, not where
                    return self._sender(span.start - 1) if posted else self._body(span)
                break
        if self.text.endswith(_BOARDS, 0, role.start):
            board = role.start - 3
            return self._ending(board) or (
                self._last(board, "ORG") if self.text[board - 1 : board] in _BEGINNINGS else None
            )
        if self.text.endswith(_MEETING, 0, role.start):
            return self._last(role.start, "EVENT")
        before = self.text[max(0, role.start - 3) : role.start]
        kind = next((before[k + 1 :] for k in range(len(before) - 1) if _DEIXIS.fullmatch(before[k:])), None)
        if kind is not None:
            return self._last(role.start, "ORG", (kind,)) or self._last(role.start, "ORG")
        return None

    def _sender(self, at: int) -> Body | None:
        """The country or body that sends somebody to another (某国驻, 某国新任驻, 某国常驻)."""
        for span in self._before(at):
            if span.end <= at:
                return self._body(span) if self.text[span.end : at] in ("", "新任", "前", "常", "候任") else None
        return None

    def _ending(self, at: int) -> Body | None:
        """The body that ends at a place."""
        return next((self._body(s) for s in self._before(at) if s.end == at and s.label_ == "ORG"), None)

    def _last(self, at: int, label: str, endings: tuple[str, ...] = ()) -> Body | None:
        """The last mention of a type before a place, in the Doc."""
        for span in self._before(at):
            if span.end <= at and span.label_ == label and (not endings or self._name(span).endswith(endings)):
                return self._body(span)
        return None

    def _inherited(self, role: Span, before: Body) -> Body | None:
        """What a role without a body takes from the role before it: the body, or the division whose head it is."""
        name, places = before
        if name is None:
            return None
        suffix = _HEADS.get(role.text[-2:])
        if suffix is None:
            committee = None if role.text.endswith(_PARTY_ROLES) else _COMMITTEE.search(name)
            return (name[: committee.start()] if committee else name), places
        hit = _OF_DIVISION.fullmatch(name)
        division = hit["division"] if hit else name
        return (division, places) if division.endswith(suffix) else None

    def _known(self, role: Span) -> Body:
        """The body of a role that stands alone: the centre, the page's own division, the group that the list is of."""
        if role.text in _SAID_BY_NAME:
            return _SAID_BY_NAME[role.text], []
        named = role.start in self.behind and role.start not in self.foreign  # 王某副总理
        if role.text in _CENTRAL and (named or self.text[role.start - 1 : role.start] in _BEGINNINGS):
            return _CENTRAL[role.text], []
        suffix = _HEADS.get(role.text[-2:])
        if suffix:
            if not self._bare(role):
                return None, []  # 马累市长: the place before it was not read
            name = self._division(suffix)
            return (name, []) if name else self._of_page(role.start, suffix)
        if role.text.endswith(_GROUP_ROLES):
            return self._last(role.start, "ORG", _GROUP) or (None, [])
        loose = self.text[role.start - 1 : role.start] in _BEGINNINGS | _OPEN
        if len(role.text) >= 4 and role.text in self.said and loose:
            return self.said[role.text]
        if role.start in self.behind:  # 王教授, 李强总理: an address, whose body is somewhere else
            return None, []
        return self._nearby(role) or self._of_kind(role) or (None, [])

    def _of_kind(self, role: Span) -> Body | None:
        """The body of the kind that has such an office of which the article tells, else the only one, or the one named most."""
        endings = _endings(role.text)
        alone = self.text[role.start - 1 : role.start] in _BEGINNINGS | _OPEN
        if not endings or not (alone or _BY_KIND.search(self.text, max(0, role.start - 8), role.start)):
            return None
        zone = next((z for z in self.zones if z.start <= role.start < z.end), None)
        opening = min((z.start for z in self.zones if zone is not None and z.article == zone.article), default=0)
        named: dict[str, list[Span]] = {}
        for span in self._before(role.start):
            if span.start < opening:
                break
            if span.label_ == "ORG" and self._name(span).endswith(endings):
                if self._is_told_of(span):
                    return self._body(span)  # the last one that something is told of
                named.setdefault(self._name(span), []).append(span)
        # The article is about the one that it names most; of two named alike often it might be either.
        often = sorted(named.values(), key=len, reverse=True)
        if not often or (len(often) > 1 and len(often[0]) == len(often[1])):
            return None
        return self._body(often[0][0])

    def _is_told_of(self, body: Span) -> bool:
        """Whether a body opens a clause, the place where it is before it (某区的某公司)."""
        start = body.start
        if self.text[start - 1 : start] == "的":
            start = next(
                (s.start for s in self._before(start - 1) if s.end == start - 1 and s.label_ == "PLACE"), start
            )
            start -= 2 * self.text.endswith(("位于", "地处", "来自"), 0, start)
        return self.text[start - 1 : start] in _CLAUSE_ENDS

    def _bare(self, role: Span) -> bool:
        """Whether no word stands before a role that could be the place it is of."""
        if role.start in self.behind:
            return role.start not in self.foreign
        return _BEFORE_HEAD.search(self.text, max(0, role.start - 4), role.start) is not None

    def _nearby(self, role: Span) -> Body | None:
        """The last body of the same sentence."""
        if self.text[role.start - 1 : role.start] not in _OPEN:
            return None  # a body stands before it that was not read
        opening = max(self.text.rfind(mark, 0, role.start) for mark in "。！？\n”") + 1
        body = self._last(role.start, "ORG")
        return body if body and body[1][0][0] >= opening else None

    def _of_page(self, at: int, suffix: str) -> Body:
        """The last division of that rank that the text speaks of: by itself, or by one of its bodies."""
        for span in self._before(at):
            name = self._name(span)
            hit = _OF_DIVISION.fullmatch(name) if span.label_ == "ORG" else None
            division = hit["division"] if hit else name if span.label_ == "PLACE" else ""
            if len(division) > 1 and division.endswith(suffix):
                return division, [[span.start, span.end]]
        return None, []

    def _division(self, suffix: str) -> str | None:
        """The division of that rank to which the page belongs."""
        if not self.region:
            return None
        for code in (self.region, self.region[:4] + "00", self.region[:2] + "0000"):
            name = name_of(code)
            if name and name.endswith(suffix):
                return name
        return None
