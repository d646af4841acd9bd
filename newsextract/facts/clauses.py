"""Clauses of a sentence: where it begins to tell, what opens a clause, and which mention that opens one is a subject."""

from __future__ import annotations

from spacy.tokens import Doc

from newsextract.doc import norm_text
from newsextract.facts.statement import Statement
from newsextract.recognize.patterns import Pattern

__all__ = ["Clauses"]

#: What may stand between a time and the name that opens its clause.
_AFTER_TIME = Pattern("behind a time", r"(?: 时期 | 期间 | 以来 | 起 )? [，, 的“]*+")

#: What stands before the first word of a clause.
_CLAUSE_START = Pattern(
    "start of a clause",
    r"""(?: [，。；：,;:！？）)\n—●▲◆■□◇★☆△○◎※▼▶►] | 其中 | 目前 | 介绍 | 表示 | 显示 | 悉 | 了解 | 来看 | 地看 )
        \s* (?: 当前 | 截至 | 目前 | 的 | 使 | 为 )? [“]? \Z""",
)

_DATELINE = Pattern(
    "dateline",
    r"\s* (?: 新华社 | 本报 | 据新华社 | 人民日报 | 中新社 | 央视网消息 ) (?: [^，。]{0,40}? [电讯] | 消息 ) (?: [（(] [^（()）]{0,40} [）)] )? [\s：:]*+",
)

#: A body or document that tells of others: 商务部数据显示, 《方案》提出, 某工程明确.
_TELLS = Pattern(
    "telling by a body",
    r"""[”》）]? (?: 今天 | 昨天 | 日前 | 近日 | 最新 | [0-9]{1,2}月?[0-9]{0,2}日? | [（(][^（()）]{1,10}[）)] )*+
        (?: 消息 | 讯 | 数据 | 统计 | 明确 | 提出 | 要求 | 介绍 | 表示 | 显示 | 指出 | 发布 | 公布 | 披露 | 通报 | [有相]关负责人
        | 的 \p{Han}{1,6} (?: 显示 | 表明 ) )""",
)

#: Marks and particles that may stand between a time and the name that opens its clause, in characters.
_BEFORE_SUBJECT = 8

#: Somebody who says something is not who is told of.
_SPEAKS = Pattern(
    "speech",
    r"""[^，。；]{0,40}?
        (?: 说 | 介绍 | 表示 | 告诉 | 认为 | 指出 | 强调 | 透露 | 坦言 | 宣布 | 要求 | 感慨 | 回忆 | 解释 | 分析 | 建议 | 希望 | 呼吁 | 报道
        | 摄 | [坦直]?称 (?! 号 ) | 道 \Z )""",
)

#: What may stand between the begin of a clause and a person: 种植大户.
_LABEL = Pattern("what somebody is", r"[\p{Han}“”]{0,10}+ (?<! [在对向与和给被由把从为是让于者员] )")

#: A medium before its own telegram or report.
_MEDIUM = Pattern("medium that tells", r"[^，。；]{0,12}? (?: 电 | 讯 | 消息 | 报道 ) (?: [（( ：:] | \Z )")


#: Bodies whose people speak of the body itself; those of an authority speak of its division.
_OF_THEMSELVES = ("公司", "集团", "协会", "商会", "学会", "合作社", "合作社联合社", "厂")


class Clauses:
    """Says of places and mentions of a Doc whether they open a clause; each figure of a sentence asks again.

    Args:
        doc: the Doc.
    """

    def __init__(self, doc: Doc) -> None:
        self.text = norm_text(doc)
        self._opening: dict[int, bool] = {}
        self._subjects: dict[int, bool] = {}
        self._floored: Statement | None = None
        self._floor_at = 0

    def floor(self, statement: Statement) -> int:
        """Return where a sentence begins to tell: behind the dateline that opens its paragraph."""
        if self._floored is not statement:
            self._floored = statement
            opening = statement.start == statement.paragraph_start
            dateline = _DATELINE.match(self.text, statement.start, statement.end) if opening else None
            self._floor_at = dateline.end() if dateline else statement.start
        return self._floor_at

    def is_subject(self, statement: Statement, n: int) -> bool:
        """Whether a mention opens a clause and is neither one of a list nor the body of a speaker."""
        start = statement.others[n].start
        if start not in self._subjects:
            self._subjects[start] = self._may_be_subject(statement, n)
        return self._subjects[start]

    def _may_be_subject(self, statement: Statement, n: int) -> bool:
        span = statement.others[n]
        if span.label_ == "PERSON":
            return self._acts(statement, n)
        place = (
            span.label_ == "PLACE"
            and self.text[span.start - 1 : span.start] == "在"
            and self.text[span.end : span.end + 1] == "，"
        )
        if not self.opens(statement, self._located(statement, n) - place):
            return False
        if self.text.startswith("以来", span.end):
            return False  # 党的十八大以来: a time
        if self.text[span.end : span.end + 1] in ("、", "等") or self.text[span.start - 1 : span.start] in ("（", "："):
            return False
        following = statement.others[n + 1] if n + 1 < len(statement.others) else None
        speaker = following is not None and following.start == span.end and following.label_ in ("POSITION", "PERSON")
        if (speaker and span.label_ == "ORG" and not span.text.endswith(_OF_THEMSELVES)) or _TELLS.match(
            self.text, span.end
        ):
            return False
        return span.label_ != "ORG" or not _MEDIUM.match(self.text, span.end, min(statement.end, span.end + 24))

    def _located(self, statement: Statement, n: int) -> int:
        """Return where a name begins with the place where it is before it: 位于某县某镇的某公司."""
        start = statement.others[n].start
        before = statement.others[n - 1] if n else None
        if before is None or before.label_ != "PLACE" or self.text[before.end : start] != "的":
            return start
        return before.start - 2 * self.text.endswith(("位于", "地处", "来自"), statement.start, before.start)

    def _acts(self, statement: Statement, n: int) -> bool:
        """Whether a person opens a clause, with what he or she is before the name, and does something else than speak."""
        span = statement.others[n]
        if (
            self.text[span.end : span.end + 1] in ("、", "等", "和", "（")
            or self.text[span.start - 1 : span.start] in "、和"
        ):
            return False
        start, label = span.start, ""
        for other in reversed(statement.others[:n]):
            if other.label_ not in ("ORG", "PLACE", "POSITION") or start - other.end > 8:
                break
            label = self.text[other.end : start] + label
            start = other.start
        while (
            start > statement.start
            and span.start - start < 40
            and self.text[start - 1].isalnum()
            and not self.opens(statement, start)
        ):
            start -= 1
            label = self.text[start] + label
        if not _LABEL.fullmatch(label) or not self.opens(statement, start):
            return False
        return not _SPEAKS.match(self.text, span.end, statement.end)

    def opens(self, statement: Statement, start: int) -> bool:
        """Whether a place opens a clause, times before it passed over."""
        if start not in self._opening:
            self._opening[start] = self._begins_clause(statement, start)
        return self._opening[start]

    def _begins_clause(self, statement: Statement, start: int) -> bool:
        if self._is_edge(statement, start):
            return True
        # A time before a name does not keep it from opening the clause: 上半年，…; 2023年，“…”
        first = start
        for other in reversed(statement.others):
            if other.end < start - _BEFORE_SUBJECT:
                break
            if other.label_ == "TIME" and other.end <= start and _AFTER_TIME.fullmatch(self.text[other.end : start]):
                start = other.start
        return start != first and self._is_edge(statement, start)

    def _is_edge(self, statement: Statement, start: int) -> bool:
        return (
            start in (statement.start, self.floor(statement))
            or _CLAUSE_START.search(self.text, max(statement.start, start - 12), start) is not None
        )
