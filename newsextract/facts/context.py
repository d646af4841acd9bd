"""What a statement is about and of which time: subjects and periods, said in the sentence or carried on from before."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from spacy.tokens import Doc, Span

from newsextract.doc import frame_of, norm_text
from newsextract.facts.clauses import Clauses
from newsextract.facts.periods import Period, Periods
from newsextract.facts.statement import HEADINGS, Figure, Statement
from newsextract.lexicon.divisions import ancestors, by_code, by_name, name_of
from newsextract.link.deixis import Deixis, resolve_deixis
from newsextract.recognize.patterns import Pattern

__all__ = ["Context", "Subject"]

Subject = tuple[str, list[int] | None]

#: 全市, 我省, 全国 …: the division that the page or its article calls its own. 此次大赛, 该平台, 这所大学, 公司注册资本: what was
#: named before; 他家: who.
_POINTING = Pattern(
    "words that point",
    r"""(?: [我全本该] (?P<level> [省市县区] ) | (?P<country> 我国 | 全国 ) ) (?! 政协 | 人大 | 长 | 统一 | 性 )
        | (?: [此本这] [次届] | 该 | 这 [项所家个座条支只] | 这一 ) (?P<head> \p{Han}{1,6} )
        | (?P<bare> 公司 | 集团 | 学校 | 学院 | 医院 | 银行 | 景区 | 项目 | 工程 | 平台 | 基金 | 大赛 | 比赛 | 展会 | 园区 ) (?= \p{Han} ) (?! 们 )
        | (?P<who> [他她] ) (?! 们 )""",
)
_NATION = "中国"
#: Marks that open the items of short news, each of which tells of something else.
_BULLETS = frozenset("●▲◆■□◇★☆△○◎※▼▶►")
#: Roles that name whose article it is.
_NAMING = ("issuer", "signature", "headline", "kicker", "subhead")
_OWNER = Pattern("division that a body begins with", r"\p{Han}{1,7}? [省市县区州旗]")
_SUBJECTS = ("ORG", "PLACE", "PRODUCT", "EVENT", "PERSON")
#: What is spoken of for a paragraph only.
_PASSING = ("PRODUCT", "EVENT", "PERSON")
#: What is said of a thing, not of who builds or issues it.
_ATTRIBUTE = Pattern(
    "attribute of a thing",
    r"""(?: 项目 | 工程 | 计划 )? (?: 计划 | 估算 | 合同 | 协议 )? (?: 总 | 首期 | 发行 | 融资 | 募集 | 建设 )? (?: 投资额? | 规模 | 资金规模 )
        | (?: 线路 | 路线 | 隧道 | 大桥 | 道路 )? (?: 全长 | 总长 | 长度 ) | (?: 总 | 占地 | 建筑 | 用地 )* 面积 | 占地 | 总?装机 | 工期 | 贷款总额 | 定价""",
)
#: An event is held, opened or taken part in.
_HELD = Pattern(
    "behind an event that is held",
    r"[”》]? [^，。；]{0,16}? (?: 举行 | 举办 | 召开 | 开幕 | 闭幕 | 落幕 | 启动 | 开赛 | 开跑 )",
)
_HOLDS = (
    "举办",
    "举办了",
    "举行",
    "举行了",
    "召开",
    "召开了",
    "参加",
    "参加了",
    "启动",
    "启动了",
    "主办",
    "承办",
    "观看了",
)
_TELLING = ("body", "note", "attachment")


class Context:
    """Walks through the statements of a Doc in order and says for each figure its subject and its period.

    Args:
        doc: the Doc.
        told: all its statements.
    """

    def __init__(self, doc: Doc, told: tuple[Statement, ...]) -> None:
        self.doc, self.told = doc, told
        self.text = norm_text(doc)
        frame = frame_of(doc)
        self.published, self.region = frame["published"], frame["region"]
        self._deixis: Deixis | None = None
        self._named_for: Statement | None = None
        self._named: list[tuple[int, int]] = []
        self._pointing = list(_POINTING.finditer(self.text))
        self._points = [hit.start() for hit in self._pointing]
        self.homes = self._homes(told)
        self.local = self._locals(told)
        self._names: dict[tuple[int, int], str] = {}
        self._pending: list[Statement] = []
        self.article = self.block = -1
        self._subject: Subject | None = None
        self.lasting: Subject | None = None
        self.following: Subject | None = None  # what the sentence that was entered leaves to the next one
        self.held: Subject | None = None  # the event that the article tells of
        self.own: Subject | None = None  # what the article calls 我市, 全省
        self._spoken: list[Span] = []
        self.periods = Periods(doc)
        self.clauses = Clauses(doc)

    def _homes(self, told: tuple[Statement, ...]) -> dict[int, str]:
        """Return the division whose article each is, by the bodies and places of its headings, issuer and signature."""
        homes: dict[int, str] = {}
        for statement in told:
            if statement.role not in _NAMING or statement.article in homes:
                continue
            for span in statement.others:
                code = (span._.value or {}).get("code") if span.label_ == "PLACE" else self._owner(span)
                if code:
                    homes[statement.article] = str(code)
                    break
        return homes

    def _locals(self, told: tuple[Statement, ...]) -> set[int]:
        """Return the articles that speak of the page's region: its paper also prints news of the country and the world."""
        stem = (self.region or "").removesuffix("00").removesuffix("00")
        name = name_of(self.region) or ""
        found: set[int] = set()
        for statement in told if stem else ():
            if statement.article in found:
                continue
            for span in statement.others:
                value: dict[str, Any] = span._.value or {}
                inside = span.label_ == "PLACE" and str(value.get("code") or "").startswith(stem)
                if inside or (span.label_ == "ORG" and str(value.get("canonical") or span.text).startswith(name)):
                    found.add(statement.article)
            if any(hit["level"] for hit in self._pointed(statement)):
                found.add(statement.article)
        return found

    def _pointed(self, statement: Statement) -> list[Any]:
        """Return the words of a sentence that point."""
        return self._pointing[bisect_left(self._points, statement.start) : bisect_left(self._points, statement.end)]

    @staticmethod
    def _owner(span: Span) -> str | None:
        """Return the code of the division that a body belongs to by its name: 大庆市统计局 → 230600."""
        hit = _OWNER.match(span.text) if span.label_ == "ORG" else None
        found = by_name(hit.group()) if hit else ()
        return found[0].code if len(found) == 1 else None

    def enter(self, statement: Statement) -> None:
        """Go on to the next sentence; what it and those before say is looked at when a figure asks."""
        if self._pending and self._pending[-1].article != statement.article:
            self._pending.clear()  # nobody asked for what that article says
        self._pending.append(statement)

    def _catch_up(self) -> None:
        if self._pending:
            for statement in self._pending:
                self._take(statement)
            self._pending.clear()

    @property
    def subject(self) -> Subject | None:
        """Who or what the sentences before the one that was entered speak of."""
        self._catch_up()
        return self._subject

    @property
    def named(self) -> list[Span]:
        """The names that the article has given up to here."""
        self._catch_up()
        return self._spoken

    def _take(self, statement: Statement) -> None:
        """Take notice of a sentence."""
        if statement.article != self.article:
            self.article, self._subject, self._spoken = statement.article, None, []
            self.lasting = self.following = self.own = self.held = None
        self.periods.enter(statement, self.clauses.floor(statement))
        self._subject = self.following
        if statement.block != self.block:
            # A product or an event is spoken of for a paragraph, a body or a place until another is named.
            self.block, self._subject = statement.block, self.lasting
        if self.text[statement.start] in _BULLETS:
            self._subject = self.lasting = self.held = None
        heading = statement.role in HEADINGS
        self.following = self._subject
        if not heading and statement.role not in _TELLING:
            return  # a byline or a caption names somebody else
        self._spoken += [m for m in statement.others if m.label_ in _SUBJECTS]
        found = self._subject_in(statement, statement.end)
        if found and (self._subject is None or not heading):
            self.following = found
            kind = next((m.label_ for m in statement.others if found[1] and m.start == found[1][0]), "")
            if found[1] and self.text[found[1][0]] in "他她":
                kind = "PERSON"
            deictic = found[1] is not None and not kind and self.text[found[1][0]] in "我全"
            self.own = found if deictic else self.own
            if self.own is not None and kind in ("PLACE", "PRODUCT"):
                self.following = self.own  # 全市…。 another division: …。 The next sentence is of the first again.
            elif kind == "PERSON":
                self.following = self._subject  # the next sentence says 他
            elif kind not in _PASSING:
                self.lasting = found
        for span in statement.others:
            if span.label_ == "EVENT" and (
                self.text.endswith(_HOLDS, 0, span.start) or _HELD.match(self.text, span.end, statement.end)
            ):
                self.held = self._name(span), [span.start, span.end]
                self.periods.hold(statement)

    def subject_of(self, statement: Statement, figure: Figure) -> Subject | None:
        """Return the subject of a figure, and the characters that name it where they stand in its sentence."""
        self._catch_up()
        found = self._measured_of(statement, figure) or self._subject_in(statement, figure.span.start)
        if _ATTRIBUTE.match(figure.left):
            found = self._thing_before(statement, figure, found) or found
        found = found or self._subject or self.held
        if found is None:
            return self.region_subject()
        inside = found[1] is not None and statement.start <= found[1][0] < statement.end
        return found[0], found[1] if inside else None

    def _measured_of(self, statement: Statement, figure: Figure) -> Subject | None:
        """Return what a figure behind which it is named measures: 总规模10亿元的某基金."""
        if figure.span.label_ != "MONEY" or not figure.right.startswith("的"):
            return None
        at = figure.span.end + 1
        for span in statement.others:
            if span.start <= at + (self.text[at] == "“") and at <= span.start and span.label_ in ("PRODUCT", "EVENT"):
                return self._name(span), [span.start, span.end]
        return None

    def _thing_before(self, statement: Statement, figure: Figure, found: Subject | None) -> Subject | None:
        """Return the project or product that was named last, where nobody else has opened a clause since."""
        things = [m for m in statement.others if m.label_ == "PRODUCT" and m.end < figure.span.start]
        since = found[1][0] if found and found[1] else statement.start
        if not things or things[-1].start < since:
            return None
        return self._name(things[-1]), [things[-1].start, things[-1].end]

    def region_subject(self) -> Subject | None:
        """Return the article's own division as subject, else the page's region where the article speaks of it."""
        self._catch_up()
        region = self._division(self.homes.get(self.article) or (self.region if self.article in self.local else None))
        return (region, None) if region else None

    def _subject_in(self, statement: Statement, before: int) -> Subject | None:
        named = self._named_in(statement)
        last = bisect_left(self._points, before)
        pointing = last and self._points[last - 1] >= statement.start
        if not named and not pointing:
            return None
        best: tuple[int, Subject] | None = None
        floor = self.clauses.floor(statement)
        for at, n in reversed(named):  # the last one before the figure
            if floor <= at < before and self.clauses.is_subject(statement, n):
                span = statement.others[n]
                best = at, (self._name(span), [at, span.end])
                break
        while pointing and last and self._points[last - 1] >= (floor if best is None else best[0] + 1):
            last -= 1
            hit = self._pointing[last]
            if self.clauses.opens(statement, hit.start()):
                name = self._meant(hit)
                if name:
                    return name, [hit.start(), hit.end()]
        return best[1] if best else None

    def _named_in(self, statement: Statement) -> list[tuple[int, int]]:
        """Return the mentions of a sentence that may be subjects: where each begins and its place among the others."""
        if self._named_for is not statement:
            self._named_for = statement
            self._named = [(m.start, n) for n, m in enumerate(statement.others) if m.label_ in _SUBJECTS]
        return self._named

    def name_of(self, span: Span) -> str:
        """Return the canonical name of a body, place, product or event."""
        value: dict[str, Any] = span._.value or {}
        return str(value.get("canonical") or span.text) if span.label_ == "ORG" else self._name(span)

    def _name(self, span: Span) -> str:
        key = span.start, span.end
        if key not in self._names:
            self._names[key] = self._named_by(span)
        return self._names[key]

    def _named_by(self, span: Span) -> str:
        value: dict[str, Any] = span._.value or {}
        if value.get("code"):
            division = self._division(value["code"])
            # A path of divisions stays as printed (临江市东山区); a short form gets its full name.
            return str(span.text) if division is None or span.text.endswith(division) else division
        place = self._governed(str(value.get("canonical") or span.text)) if span.label_ == "ORG" else None
        if place:
            return place
        entity = span._.entity
        if entity is not None and self.doc._.entities:
            return str(self.doc._.entities[entity]["name"])
        return str(value.get("canonical") or span.text)

    def _governed(self, body: str) -> str | None:
        """Name the division that a government speaks for: what 省政府 states is stated of the province."""
        if body.startswith(("国务院", "中共中央", "党中央")):
            return _NATION
        name = body.removesuffix("政府").removesuffix("人民")
        return self._division(by_name(name)[0].code) if name != body and len(by_name(name)) == 1 else None

    def _meant(self, hit: Any) -> str | None:
        """Name what a word points at: 全市, 该平台, 公司 at the begin of a clause, 他."""
        if hit["country"] or hit["level"]:
            return self._own(hit["level"], hit.start())
        if hit["who"]:
            return next(
                (self._name(m) for m in reversed(self._spoken) if m.label_ == "PERSON" and m.end <= hit.start()), None
            )
        return self._named_before(hit["head"] or hit["bare"], hit.start())

    def _named_before(self, head: str, at: int) -> str | None:
        for size in range(len(head), 0, -1):
            for span in reversed(self._spoken):
                if span.end <= at and self._name(span).endswith(head[:size]):
                    return self._name(span)
        return None

    def _own(self, level: str | None, position: int) -> str | None:
        """Name the division that 我市, 全省 and their like mean at a position; 我国 and 全国 where no level is said."""
        if level is None:
            return _NATION
        home = self.homes.get(self.article)
        for code in ancestors(home) if home else ():
            if (name_of(code) or "").endswith(level):
                return self._division(code)
        self._deixis = self._deixis or Deixis(self.doc)
        found = resolve_deixis(self.doc, position, self._deixis)
        return (self._division(found[1]) or found[0]) if found else None

    @staticmethod
    def _division(code: str | None) -> str | None:
        division = by_code(code)
        # Autonomous regions go by their short names in running text: 宁夏, not 宁夏回族自治区.
        return division.short if division is not None and division.name.endswith("自治区") else name_of(code)

    def heading(self) -> Period:
        """Return the period that the article's headings name."""
        self._catch_up()
        return self.periods.heading()

    def period_of(self, statement: Statement, figure: Figure) -> Period:
        """Return start and end of a figure's period, and the characters that say it."""
        self._catch_up()
        found = self.periods.of(statement, figure)
        if found is None and self.periods.event is not None:
            subject = self.subject_of(statement, figure)
            if subject and any(m.label_ == "EVENT" and self._name(m) == subject[0] for m in self._spoken):
                found = self.periods.event
        return found or (None, None, None)
