"""What a statement is about and of which time: subjects and periods, said in the sentence or carried on from before."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span

from newsextract.doc import frame_of, norm_text
from newsextract.facts.statement import Figure, Statement
from newsextract.lexicon.divisions import ancestors, by_code, by_name, name_of
from newsextract.link.deixis import Deixis, resolve_deixis
from newsextract.recognize.patterns import Pattern

__all__ = ["Context", "Subject"]

Subject = tuple[str, list[int] | None]
Period = tuple[str | None, str | None, list[int] | None]

#: 全市, 我省, 全国 …: the division that the page or its article calls its own.
_DEIXIS = Pattern(
    "deixis", r"(?: [我全本该] (?P<level>[省市县区]) | (?P<country> 我国 | 全国 ) ) (?! 政协 | 人大 | 长 | 统一 | 性 )"
)
#: 此次大赛, 该平台, 这所大学: what was named before.
_ANAPHOR = Pattern("anaphor", r"(?: 此次 | 本次 | 这次 | 该 | 这项 | 这所 | 这家 | 这一 ) (?P<head> \p{Han}{1,6} )")
_NATION = "中国"
_CLAUSE_START = Pattern(
    "start of a clause",
    r"""(?: [，。；：,;:！？）)\n—] | 其中 | 目前 | 介绍 | 表示 | 显示 | 悉 | 了解 | 来看 | 地看 )
        \s* (?: 当前 | 截至 | 目前 | 的 | 使 | 为 )? [“]? \Z""",
)
_DATELINE = Pattern(
    "dateline",
    r"\A \s* (?: 新华社 | 本报 | 据新华社 | 人民日报 | 中新社 | 央视网消息 ) (?: [^，。]{0,40}? [电讯] | 消息 ) (?: [（(] [^（()）]{0,40} [）)] )?",
)
#: Words that make a time the time of telling, not of what is told: 记者5月14日从海关获悉.
_TOLD = Pattern("telling", r"[^，。]{0,30} (?: 获悉 | 了解到 | 发布 | 通报 | 公布 )")
#: The year that a bulletin's title names, where the title is one name and the year no mention of its own.
_BULLETIN = Pattern(
    "title of a bulletin", r"(?P<year> (?:19|20)[0-9]{2} ) 年 [^，。]{0,20} (?: 公报 | 运行情况 | 统计 | 工作报告 )"
)
#: A body or document that tells of others: 商务部数据显示, 《方案》提出, 某工程明确.
_TELLS = Pattern(
    "telling by a body",
    r"[”》）]? (?: 消息 | 讯 | 数据 | 统计 | 明确 | 提出 | 要求 | 介绍 | 表示 | 显示 | 指出 | 发布 | 公布 | 披露 | 通报 | [有相]关负责人 )",
)
#: Roles that name whose article it is.
_NAMING = ("issuer", "signature", "headline", "kicker", "subhead")
_OWNER = Pattern("division that a body begins with", r"\p{Han}{1,7}? [省市县区州旗]")
#: Marks and particles that may stand between a time and the name that opens its clause, in characters.
_BEFORE_SUBJECT = 8
#: The same of a day, over a comma: 昨天上午，某市副市长某某介绍，….
_TOLD_THAT_DAY = Pattern(
    "telling on a day",
    r"[，,]? [^，。]{0,30} (?: 获悉 | 了解到 | 发布 | 通报 | 公布 | 介绍 | 表示 | 告诉 | (?<![据传小]) 说 (?! 明 | 法 ) )",
)
_SUBJECTS = ("ORG", "PLACE", "PRODUCT", "EVENT")
_HEADINGS = ("headline", "kicker", "subhead", "crosshead", "section")


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
        self._opening: dict[int, bool] = {}  # by place; each figure of a sentence asks again
        self._subjects: dict[int, bool] = {}
        self._named_for: Statement | None = None
        self._named: list[tuple[int, int]] = []
        self.homes = self._homes(told)
        self.local = self._locals(told)
        self.article = self.block = -1
        self.subject: Subject | None = None
        self.lasting: Subject | None = None
        self.named: list[Span] = []
        self.heading_period: Span | None = None
        self.bulletin_year: str | None = None
        self.event_period: Period | None = None

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
            if any(hit["level"] for hit in _DEIXIS.finditer(self.text, statement.start, statement.end)):
                found.add(statement.article)
        return found

    @staticmethod
    def _owner(span: Span) -> str | None:
        """Return the code of the division that a body belongs to by its name: 大庆市统计局 → 230600."""
        hit = _OWNER.match(span.text) if span.label_ == "ORG" else None
        found = by_name(hit.group()) if hit else ()
        return found[0].code if len(found) == 1 else None

    def enter(self, statement: Statement) -> None:
        """Take notice of the next sentence."""
        if statement.article != self.article:
            self.article, self.subject, self.heading_period, self.bulletin_year = statement.article, None, None, None
            self.named, self.event_period = [], None
            self.lasting = None
        if statement.block != self.block:
            # A product or an event is spoken of for a paragraph, a body or a place until another is named.
            self.block, self.subject = statement.block, self.lasting
        heading = statement.role in _HEADINGS
        if heading:
            periods = [m for m in statement.others if m.label_ == "TIME" and (m._.value or {}).get("kind") == "period"]
            self.heading_period = self.heading_period or next(iter(periods), None)
            bulletin = _BULLETIN.search(self.text, statement.start, statement.end)
            self.bulletin_year = self.bulletin_year or (bulletin["year"] if bulletin else None)
        found = self._subject_in(statement, statement.end)
        if found and (self.subject is None or not heading):
            self.subject = found
            if found[1] is None or not any(
                m.start == found[1][0] and m.label_ in ("PRODUCT", "EVENT") for m in statement.others
            ):
                self.lasting = found
        self.named += [m for m in statement.others if m.label_ in _SUBJECTS]
        if any(m.label_ == "EVENT" for m in statement.others):
            days = [m for m in statement.others if m.label_ == "TIME" and (m._.value or {}).get("kind") == "date"]
            if days:
                value = days[-1]._.value
                self.event_period = value.get("start"), value.get("end"), None

    def subject_of(self, statement: Statement, figure: Figure) -> Subject | None:
        """Return the subject of a figure, and the characters that name it where they stand in its sentence."""
        found = self._subject_in(statement, figure.span.start) or self.subject
        if found is None:
            return self.region_subject()
        inside = found[1] is not None and statement.start <= found[1][0] < statement.end
        return found[0], found[1] if inside else None

    def region_subject(self) -> Subject | None:
        """Return the article's own division as subject, else the page's region where the article speaks of it."""
        region = self._division(self.homes.get(self.article) or (self.region if self.article in self.local else None))
        return (region, None) if region else None

    def heading(self) -> Period:
        """Return the period that the article's headings name: 2022年国民经济和社会发展统计公报."""
        if self.heading_period is None and self.bulletin_year:
            return f"{self.bulletin_year}-01-01", f"{self.bulletin_year}-12-31", None
        value: dict[str, Any] = self.heading_period._.value if self.heading_period is not None else {}
        return value.get("start"), value.get("end"), None

    def _subject_in(self, statement: Statement, before: int) -> Subject | None:
        text, start = self.text, statement.start
        named = self._named_in(statement)
        if not named and not any(text.find(sign, start, before) >= 0 for sign in "我全本该此这"):
            return None
        best: tuple[int, Subject] | None = None
        opening = start == statement.paragraph_start
        dateline = _DATELINE.match(text, start, statement.end) if opening else None
        floor = dateline.end() if dateline else start
        for at, n in reversed(named):  # the last one before the figure
            if floor <= at < before and self._is_subject(statement, n):
                span = statement.others[n]
                best = at, (self._name(span), [at, span.end])
                break
        said = text[floor:before]
        for pattern, signs in ((_DEIXIS, "我全本该"), (_ANAPHOR, "此本该这")):
            if not any(sign in said for sign in signs):
                continue  # most sentences have neither: looking is cheaper than searching
            for hit in pattern.finditer(self.text, floor, before):
                if (best is None or best[0] < hit.start()) and self._opens_clause(statement, hit.start()):
                    name = (
                        self._own(hit["level"], hit.start()) if pattern is _DEIXIS else self._named_before(hit["head"])
                    )
                    if name:
                        best = hit.start(), (name, [hit.start(), hit.end()])
        return best[1] if best else None

    def _named_in(self, statement: Statement) -> list[tuple[int, int]]:
        """Return the mentions of a sentence that may be subjects: where each begins and its place among the others."""
        if self._named_for is not statement:
            self._named_for = statement
            self._named = [(m.start, n) for n, m in enumerate(statement.others) if m.label_ in _SUBJECTS]
        return self._named

    def _is_subject(self, statement: Statement, n: int) -> bool:
        """Whether a mention opens a clause and is neither one of a list nor the body of a speaker."""
        start = statement.others[n].start
        if start not in self._subjects:
            self._subjects[start] = self._may_be_subject(statement, n)
        return self._subjects[start]

    def _may_be_subject(self, statement: Statement, n: int) -> bool:
        span = statement.others[n]
        if not self._opens_clause(statement, span.start):
            return False
        if self.text[span.end : span.end + 1] in ("、", "等") or self.text[span.start - 1 : span.start] in ("（", "："):
            return False
        following = statement.others[n + 1] if n + 1 < len(statement.others) else None
        speaker = following is not None and following.start == span.end and following.label_ in ("POSITION", "PERSON")
        return not (speaker and span.label_ == "ORG") and not _TELLS.match(self.text, span.end)

    def _opens_clause(self, statement: Statement, start: int) -> bool:
        if start not in self._opening:
            self._opening[start] = self._begins_clause(statement, start)
        return self._opening[start]

    def _begins_clause(self, statement: Statement, start: int) -> bool:
        # A time before a name does not keep it from opening the clause: 上半年，…; 2023年，“…”
        for other in reversed(statement.others):
            if other.end < start - _BEFORE_SUBJECT:
                break
            if other.label_ == "TIME" and other.end <= start and not self.text[other.end : start].strip("，, 的“"):
                start = other.start
        return (
            _CLAUSE_START.search(self.text, max(statement.start, start - 12), start) is not None
            or start == statement.start
        )

    def name_of(self, span: Span) -> str:
        """Return the canonical name of a body, place, product or event."""
        value: dict[str, Any] = span._.value or {}
        return str(value.get("canonical") or span.text) if span.label_ == "ORG" else self._name(span)

    def _name(self, span: Span) -> str:
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

    def _named_before(self, head: str) -> str | None:
        for size in range(len(head), 0, -1):
            for span in reversed(self.named):
                if span.text.endswith(head[:size]):
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

    def period_of(self, statement: Statement, figure: Figure) -> Period:
        """Return start and end of a figure's period, and the characters that say it."""
        best: Period | None = None
        until_now = False
        for span in statement.others:
            if span.label_ == "TIME" and span.start < figure.span.start:
                found = self._period(span, figure)
                until_now = until_now or (found is not None and found[0] is None and found[1] == self.published)
                best = found or best
        if best and until_now and best[0] and best[1] and self.published and best[0] <= self.published < best[1]:
            best = best[0], self.published, best[2]  # 截至目前，今年新招引…
        if best is None and (self.heading_period is not None or self.bulletin_year):
            best = self.heading()
        if best is None and self.event_period is not None and self.subject is not None:
            best = (
                self.event_period
                if any(m.label_ == "EVENT" and self._name(m) == self.subject[0] for m in self.named)
                else None
            )
        return best or (None, None, None)

    def _period(self, span: Span, figure: Figure) -> Period | None:
        value = span._.value or {}
        place = [span.start, span.end]
        before = self.text[max(0, span.start - 3) : span.start]
        until = before.endswith(("截至", "截止", "截止到", "截至到"))
        if value.get("kind") == "vague":
            return (None, self.published, place) if until and self.published else None
        if value.get("kind") not in ("period", "date"):
            return None
        # What is compared with is no period of its own: 较2019年底, 比去年同期.
        telling = _TOLD_THAT_DAY if value.get("kind") == "date" else _TOLD
        if before.endswith(("较", "比", "与")) or telling.match(self.text, span.end, figure.span.start):
            return None
        # 2020年以来，新增甲；乙达到…: the second states another time.
        if str(span.text).endswith("来") and "；" in self.text[span.end : figure.span.start].replace(";", "；"):
            return None
        return (None if until else value.get("start")), value.get("end"), place
