"""What a statement is about and of which time: subjects and periods, said in the sentence or carried on from before."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span

from newsextract.doc import frame_of, norm_text
from newsextract.facts.indicators.statement import Figure, Statement
from newsextract.lexicon.divisions import ancestors, name_of
from newsextract.recognize.patterns import Pattern

__all__ = ["Context"]

#: 全市, 我省, 全国 …: the division that the page or its article calls its own.
_DEIXIS = Pattern(
    "deixis", r"(?: [我全本该] (?P<level>[省市县区国]) | (?P<country>我国|全国|中国) ) (?! 政协 | 人大 | 长 | 统一 )"
)
_NATION = "中国"
#: What a mention in the role of subject does not stand behind.
_OBLIQUE = Pattern(
    "preposition before a name",
    r"(?: 在 | 与 | 向 | 对 | 从 | 比 | 较 | 和 | 由 | 到 | 于 | 赴 | 同 | 据 | 被 | 为 | 给 | 占 | 来自 | 位居 | 高出 ) \z",
)
_CLAUSE_START = Pattern(
    "start of a clause",
    r"(?: \A | [，。；：,;:！？\n“、—] | 其中 | 目前 | 介绍 | 表示 | 显示 | 据 ) \s* (?: 当前 | 截至 | 目前 | 的 )? \z",
)
_SUBJECTS = ("ORG", "PLACE", "PRODUCT", "EVENT")


class Context:
    """Walks through the statements of a Doc in order and says for each figure its subject and its period."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = norm_text(doc)
        self.article = -1
        self.block = -1
        self.subject: tuple[str, list[int] | None] | None = None
        self.heading_period: Span | None = None
        self.previous_period: Span | None = None

    def enter(self, statement: Statement) -> None:
        """Take notice of the next sentence."""
        if statement.article != self.article:
            self.article, self.subject, self.heading_period = statement.article, None, None
        if statement.block != self.block:
            self.block, self.previous_period = statement.block, None
        times = [
            m for m in statement.others if m.label_ == "TIME" and (m._.value or {}).get("kind") in ("period", "date")
        ]
        if statement.role in ("headline", "kicker", "subhead") and times:
            self.heading_period = next((t for t in times if (t._.value or {}).get("kind") == "period"), None)
        found = self._subject_in(statement, statement.end)
        if found and (self.subject is None or statement.role not in ("headline", "kicker", "subhead", "crosshead")):
            self.subject = found

    def subject_of(self, statement: Statement, figure: Figure) -> tuple[str | None, list[int] | None]:
        """Return the subject of a figure, and the characters that name it where they stand in its sentence."""
        found = self._subject_in(statement, figure.span.start)
        if found:
            return found
        if self.subject:
            return self.subject[0], None
        region = name_of(frame_of(self.doc)["region"])
        return region, None

    def _subject_in(self, statement: Statement, before: int) -> tuple[str, list[int] | None] | None:
        best: tuple[str, list[int] | None] | None = None
        for span in statement.others:
            if span.label_ not in _SUBJECTS or span.start >= before:
                continue
            lead = self.text[statement.start : span.start]
            if self._at_clause_start(statement, span) and not _OBLIQUE.search(lead):
                best = (self._name(span), [span.start, span.end])
        for hit in _DEIXIS.finditer(self.text, statement.start, before):
            if best is None or (best[1] is not None and best[1][0] < hit.start()):
                name = self._own(hit["level"] or "国")
                if name:
                    best = (name, [hit.start(), hit.end()])
        return best

    def _at_clause_start(self, statement: Statement, span: Span) -> bool:
        start = span.start
        # A time or a position before a name does not keep it from opening the clause: 上半年，… ; 2023年，烟台…
        for other in reversed(statement.others):
            if other.label_ == "TIME" and other.end <= start and not self.text[other.end : start].strip("，, 的"):
                start = other.start
        return _CLAUSE_START.search(self.text[statement.start : start]) is not None

    def _name(self, span: Span) -> str:
        entity = span._.entity
        if entity is not None and self.doc._.entities:
            return str(self.doc._.entities[entity]["name"])
        value: dict[str, Any] = span._.value or {}
        return str(value.get("canonical") or span.text)

    def _own(self, level: str) -> str | None:
        """Name the division that 我市, 全省 and their like mean on this page."""
        if level == "国":
            return _NATION
        region = frame_of(self.doc)["region"]
        if region is None:
            return None
        wanted = {"省": 2, "市": 4}.get(level, 6)
        chain = [c for c in ancestors(region) if not c[wanted:].strip("0")]
        return name_of(chain[0]) if chain else None

    def period_of(self, statement: Statement, figure: Figure) -> tuple[str | None, str | None, list[int] | None]:
        """Return start and end of a figure's period, and the characters that say it."""
        best: Span | None = None
        for span in statement.others:
            if span.label_ != "TIME" or span.start >= figure.span.start:
                continue
            value = span._.value or {}
            if value.get("kind") not in ("period", "date"):
                continue
            if self._compares(span):
                continue
            best = span
        if best is None:
            best = self.heading_period
        if best is None:
            return None, None, None
        value = best._.value or {}
        start, end = value.get("start"), value.get("end")
        before = self.text[max(0, best.start - 3) : best.start]
        if before.endswith(("截至", "截止", "截止到", "截至到", "至今")):
            start = None
        inside = best.start >= statement.start
        return start, end, [best.start, best.end] if inside else None

    def _compares(self, span: Span) -> bool:
        """Whether a time only says what is compared with: 较2019年底, 比去年同期."""
        return self.text[max(0, span.start - 2) : span.start].endswith(("较", "比", "与", "同"))
