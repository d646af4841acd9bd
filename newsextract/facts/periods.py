"""Of which time a figure is: said before it in its sentence, carried on from the sentence before, or that of the headings."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span

from newsextract.doc import frame_of, norm_text
from newsextract.facts.statement import HEADINGS, Figure, Statement
from newsextract.recognize.patterns import Pattern

__all__ = ["Period", "Periods"]

#: First day, last day, and the characters that say it.
Period = tuple[str | None, str | None, list[int] | None]

#: Words that make a time the time of telling, not of what is told: 记者5月14日从海关获悉.
_TOLD = Pattern("telling", r"[^，。]{0,30} (?: 获悉 | 了解到 | 发布 | 通报 | 公布 )")
#: The same of a day, over a comma: 昨天上午，某市副市长某某介绍，….
_TOLD_THAT_DAY = Pattern(
    "telling on a day",
    r"[，,]? [^，。]{0,30} (?: 获悉 | 了解到 | 发布 | 通报 | 公布 | 介绍 | 表示 | 告诉 | (?<![据传小]) 说 (?! 明 | 法 ) )",
)
#: The year that a bulletin's title names, where the title is one name and the year no mention of its own.
_BULLETIN = Pattern(
    "title of a bulletin", r"(?P<year> (?:19|20)[0-9]{2} ) 年 [^，。]{0,20} (?: 公报 | 运行情况 | 统计 | 工作报告 )"
)
#: 自2019年开展某工作以来: from that time on, what was begun stands between.
_SINCE = Pattern("since something began", r"[^，。；]{1,30}? 以来")
#: What was agreed on a day comes to pass later: 1日签订协议，将派10人.
_TO_COME = Pattern("future", r"[，；] [^；]* 将 (?! 其 )")
#: When somebody began is not when the rest is: 2016年由5人创办，注册资本8000万元.
_FOUNDED = Pattern(
    "founding", r"[^，。；]{0,24} (?: 创办 | 成立 | 创建 | 组建 | 创立 | 建校 | 始建 | 注册 ) [^，。；]{0,24} [，；]"
)
#: Words that turn from what was to what is.
_NOW = frozenset(("目前", "如今", "当前"))
_LISTED = Pattern("between times", r"[、和及]")
#: A sentence that goes on with a part of what the one before it told.
_GOES_ON = ("其中", "另外", "此外", "同时")


class Periods:
    """Walks through the statements of a Doc in order and says for each figure its period.

    Args:
        doc: the Doc.
    """

    def __init__(self, doc: Doc) -> None:
        self.text = norm_text(doc)
        self.published = frame_of(doc)["published"]
        self.article = self.block = -1
        self.heading_period: Span | None = None
        self.bulletin_year: str | None = None
        self.event: Period | None = None  # the day of the event that the article tells of
        self.carried: Period | None = None
        self.floor = 0
        self._last: Period | None = None

    def enter(self, statement: Statement, floor: int) -> None:
        """Take notice of the next sentence.

        Args:
            statement: the sentence.
            floor: where it begins to tell; the day of a dateline is that of writing.
        """
        if statement.article != self.article:
            self.article, self.heading_period, self.bulletin_year, self.event = statement.article, None, None, None
        goes_on = statement.block == self.block and self.text.startswith(_GOES_ON, statement.start)
        self.carried = self._last if goes_on else None
        self.block, self.floor, self._last = statement.block, floor, None
        if statement.role in HEADINGS:
            periods = [m for m in statement.others if m.label_ == "TIME" and (m._.value or {}).get("kind") == "period"]
            if periods and (self.heading_period is None or statement.role == "crosshead"):
                self.heading_period = periods[0]
            bulletin = _BULLETIN.search(self.text, statement.start, statement.end)
            self.bulletin_year = self.bulletin_year or (bulletin["year"] if bulletin else None)

    def hold(self, statement: Statement) -> None:
        """Take notice that an event is held: the day said with it is that of the event."""
        days = [
            m
            for m in statement.others
            if m.label_ == "TIME" and (m._.value or {}).get("kind") == "date" and not self._is_told(m, statement.end)
        ]
        if days:
            value = days[-1]._.value
            self.event = value.get("start"), value.get("end"), None

    def heading(self) -> Period:
        """Return the period that the article's headings name: 2022年国民经济和社会发展统计公报."""
        if self.heading_period is None and self.bulletin_year:
            return f"{self.bulletin_year}-01-01", f"{self.bulletin_year}-12-31", None
        value: dict[str, Any] = self.heading_period._.value if self.heading_period is not None else {}
        return value.get("start"), value.get("end"), None

    def of(self, statement: Statement, figure: Figure) -> Period | None:
        """Return start and end of a figure's period and the characters that say it; None where nothing around says one."""
        best: Period | None = None
        until_now = False
        before: Span | None = None
        for span in statement.others:
            if span.label_ == "TIME" and self.floor <= span.start < figure.span.start:
                found = self._period(span, figure, statement)
                if found is None and (span._.value or {}).get("kind") == "vague" and span.text in _NOW:
                    best = None  # 2012年，他承包林地，如今面积1.5万亩
                until_now = until_now or (found is not None and found[0] is None and found[1] == self.published)
                if found and best and before is not None and _LISTED.fullmatch(self.text[before.end : span.start]):
                    found = best[0], found[1], found[2]  # 9月、12月分别安装
                best = found or best
                before = span
        if best and until_now and best[0] and best[1] and self.published and best[0] <= self.published < best[1]:
            best = best[0], self.published, best[2]  # 截至目前，今年新招引…
        best = best or (self.carried and (*self.carried[:2], None))
        self._last = best
        if best is None and (self.heading_period is not None or self.bulletin_year):
            best = self.heading()
        return best

    def _is_told(self, span: Span, end: int) -> bool:
        """Whether a time is that of telling."""
        telling = _TOLD_THAT_DAY if (span._.value or {}).get("kind") == "date" else _TOLD
        return telling.match(self.text, span.end, end) is not None

    def _period(self, span: Span, figure: Figure, statement: Statement) -> Period | None:
        value = span._.value or {}
        place = [span.start, span.end]
        before = self.text[max(0, span.start - 3) : span.start]
        until = before.endswith(("截至", "截止", "截止到", "截至到"))
        if value.get("kind") == "vague":
            return (None, self.published, place) if until and self.published else None
        if value.get("kind") not in ("period", "date"):
            return None
        # What is compared with is no period of its own: 较2019年底, 比去年同期.
        if before.endswith(("较", "比", "与")) or self._is_told(span, figure.span.start):
            return None
        behind = self.text[span.end : figure.span.start]
        # 2020年以来，新增甲；乙达到…: the second states another time.
        if str(span.text).endswith("来") and "；" in behind.replace(";", "；"):
            return None
        if value.get("kind") == "date" and _TO_COME.match(behind[max(0, behind.find("，")) :]):
            return None
        if _FOUNDED.match(behind):
            return None
        if behind.startswith("的") and any(span.end <= f.span.start < figure.span.start for f in statement.figures):
            return None  # 由2021年的三成升至62%
        since = before.endswith(("自", "从")) and not str(span.text).endswith("来") and _SINCE.match(behind)
        return (None if until else value.get("start")), (self.published if since else value.get("end")), place
