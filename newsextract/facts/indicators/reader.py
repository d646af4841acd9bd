"""One sentence read from left to right, list by list: levels, then the changes and ranks that belong to them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from newsextract.doc import norm_text, raw_text
from newsextract.facts.context import Context
from newsextract.facts.indicators.judgement import (
    change_of,
    is_change_of_rate,
    is_term,
    lead_name,
    modifier_of,
    ranks_of,
)
from newsextract.facts.indicators.naming import (
    acted_verb,
    counted_noun,
    is_verb,
    measured_noun,
    names_something,
    split_names,
)
from newsextract.facts.indicators.tokens import Token, tokens_of
from newsextract.facts.indicators.words import indicator_words, tail_of
from newsextract.facts.statement import Figure, Statement
from newsextract.recognize.patterns import Pattern

__all__ = ["read_statement"]

Name = tuple[str, int, int]
FactDict = dict[str, Any]

#: What stands between the figures of one list.
_LIST_GAP = Pattern("gap of a list", r"(?: 左右 | 以上 | 以下 )? (?: [、和及与或] | 以及 | 或者 ) [约近超逾]?")
#: What a change is measured against: 较2019年底提高, 比上年同期下降.
_COMPARATOR = Pattern(
    "comparator",
    r"(?: 较 | 比 (?! 重 | 例 | 率 | 值 | 赛 ) | 同 (?= [^比]{1,12} 相比 ) | 与 (?= [^，]{1,12} 相比 ) ) [^比较]*+ \Z",
)


#: Who or what is meant is said elsewhere.
_OWN = Pattern("deictic name", r"[我全本该各] [国省市县区州旗镇乡村]")
#: The same amount in another currency.
_CONVERSION = Pattern("conversion", r"(?: 约合 | 折合 | 合 ) (?: 人民币 )? (?: 约 )? \Z")
_ORIGIN = Pattern(
    "origin of a change",
    r"[从由] (?: 最初 | 当初 | 起初 | 过去 | [0-9]{4}年 | 目前 | 原来 | 原先 | 去年 | 上年 | 年初 )? 的? (?: 原来 )? \Z",
)
_DESTINATION = Pattern(
    "destination of a change",
    r"\A (?: [^，。]{0,4} [至到为] | 逐步)? [^，。]{0,6} [至到为] (?: [0-9]{4}年 | 目前 | 现在 | 今年 | 去年 | 每\p{Han} )? 的? \Z",
)


def read_statement(statement: Statement, context: Context) -> list[FactDict]:
    """Read the indicators of one sentence.

    Args:
        statement: the sentence with its figures.
        context: what is known of subjects and periods; the sentence has been entered.
    """
    return _Reader(statement, context).read()


class _Reader:
    def __init__(self, statement: Statement, context: Context) -> None:
        self.statement, self.context = statement, context
        self.text = norm_text(statement.doc)
        figures = statement.figures
        self.behind = {id(f): after for f, after in pairwise(figures)}
        self.somebody = {(m.start, m.end) for m in statement.others if m.label_ in ("ORG", "PLACE", "PERSON")}
        self.ends = {f.span.end for f in figures}
        self.floor = context.clauses.floor(statement)
        self.facts: list[FactDict] = []
        self.run: list[FactDict] = []  # the facts of the last list of levels, for 分别增长… to pair with
        self.modifier: Figure | None = None

    def read(self) -> list[FactDict]:
        for figures in self._lists():
            self._list(figures)
        for rank in ranks_of(self.statement):
            self._rank(rank)
        return self.facts

    def _lists(self) -> list[list[Figure]]:
        """Group the figures: those of one kind with nothing but list marks between are one list."""
        lists: list[list[Figure]] = []
        for figure in self.statement.figures:
            if lists:
                before = lists[-1][-1]
                gap = self.text[before.span.end : figure.span.start]
                if before.span.label_ == figure.span.label_ and _LIST_GAP.fullmatch(gap):
                    lists[-1].append(figure)
                    continue
            lists.append([figure])
        return lists

    def _list(self, figures: list[Figure]) -> None:
        first, following = figures[0], self._following(figures[-1])
        if modifier_of(first, following, self.text):
            self.modifier = first
            return
        if first.span.start in self.ends:
            return  # a measure of what the figure before it counts
        change = change_of(first)
        if change is not None:
            self._changes(figures, *change)
        elif not is_term(self.statement, first):
            self._levels(figures)
        self.modifier = None

    def _following(self, figure: Figure) -> Figure | None:
        return self.behind.get(id(figure))

    def _levels(self, figures: list[Figure]) -> None:
        names = self._names(figures)
        if not names:
            return
        light = tuple(indicator_words("light"))
        run = [
            self._fact(f, n)
            for f, n in zip(figures, names, strict=True)
            if not (n[0].endswith(light) and f.span.label_ == "QUANTITY") and not self._is_somebody(n)
        ]
        self.facts += run
        self.run = run

    def _names(self, figures: list[Figure]) -> list[Name]:
        """Name every figure of a list: one name for all, or a list of names paired in order."""
        first = figures[0]
        name = self._name(first)
        if name is not None and name[0].startswith(("比", "较")):
            return []
        if len(figures) > 1 and (name is None or "分别" in first.left) and len(self.run) == len(figures):
            listed = split_names(self.text, first.clause_start, first.left_end, len(figures))
            return listed or [(f["indicator"], *f["spans"]["indicator"][0]) for f in self.run]
        if len(figures) > 1:
            listed = split_names(self.text, first.clause_start, first.left_end, len(figures))
            if listed:
                return listed
            own = [self._counted(f) for f in figures]
            if all(own):
                return [n for n in own if n]
        return [name] * len(figures) if name else []

    def _changes(self, figures: list[Figure], kind: str, head_end: int) -> None:
        first = figures[0]
        compared = _COMPARATOR.search(self.text, first.clause_start, head_end)
        if compared:
            head_end = compared.start()
        if is_change_of_rate(self.text[first.clause_start : head_end], kind):
            return
        changes = [{"kind": kind, "value": f.value.get("low"), "unit": f.unit} for f in figures]
        name = self._measured(first.clause_start, head_end)
        if name is not None:
            listed = split_names(self.text, first.clause_start, head_end, len(figures)) if len(figures) > 1 else []
            names = listed or [name] * len(figures)
        elif len(figures) == 1 and changes[0]["unit"] == "%" and (level := self._level_before_shares()):
            self._add(level, "change", changes[0], first)
            return
        elif len(self.run) == len(figures) and all(f["change"] is None for f in self.run):
            for fact, change, figure in zip(self.run, changes, figures, strict=True):
                self._add(fact, "change", change, figure)
            return
        elif "分别" in first.left and (levels := self._levels_before(len(figures))):
            # 存款余额3021亿元，贷款余额1956亿元，分别增长9.8%和12.5%
            for fact, change, figure in zip(levels, changes, figures, strict=True):
                self._add(fact, "change", change, figure)
            return
        elif len(figures) == 1 and self.facts and self.facts[-1]["value"] is None and changes[0]["unit"] == "%":
            # 投资同比增长7.4%，比2019年增长20.5%: a second rate of a level that is not said.
            names = [(self.facts[-1]["indicator"], *self.facts[-1]["spans"]["indicator"][0])]
        else:
            return
        for figure, change, named in zip(figures, changes, names, strict=True):
            fact = self._fact(figure, named)
            bound = None if fact["bound"] == "exact" else fact["bound"]
            fact.update(value=None, high=None, unit=None, bound=bound, change=change)
            self.facts.append(fact)

    def _levels_before(self, count: int) -> list[FactDict]:
        """Return as many levels as a list of changes has figures, told one after the other; empty where there are not so many."""
        levels = [f for f in self.facts if f["value"] is not None and not _is_share(f)][-count:]
        return levels if count > 1 and len(levels) == count and all(f["change"] is None for f in levels) else []

    def _level_before_shares(self) -> FactDict | None:
        """Return the level that shares (占GDP比重为18.6%) have just been given of, if it has no change yet."""
        if not self.facts or not _is_share(self.facts[-1]):
            return None
        level = next((f for f in reversed(self.facts) if not _is_share(f)), None)
        return level if level is not None and level["change"] is None and level["value"] is not None else None

    def _is_somebody(self, name: Name) -> bool:
        """Whether a name is nothing but that of a body, a place or a person, or stands for one (我国): no figure measures those."""
        return (name[1], name[2]) in self.somebody or _OWN.fullmatch(name[0]) is not None

    def _rank(self, rank: dict[str, Any]) -> None:
        value = {k: rank[k] for k in ("scope", "value", "text") if k != "text" or rank[k]}
        earlier = [f for f in self.facts if f["spans"]["value"][0][0] < rank["at"][0]]
        near = [f for f in earlier if self.text[f["spans"]["value"][0][1] : rank["at"][0]].count("，") <= 2]
        levels = [f for f in near if not _is_share(f)] or near
        if levels:
            levels[-1]["rank"] = value
            levels[-1]["spans"]["rank"] = [rank["at"]]

    @staticmethod
    def _add(fact: FactDict, field: str, value: Any, figure: Figure) -> None:
        place = [figure.span.start, figure.span.end]
        fact[field] = value
        fact["spans"][field] = [place]
        fact["evidence"].append(place)

    def _name(self, figure: Figure) -> Name | None:
        led = lead_name(figure)
        if led:
            return led
        if figure.span.label_ == "QUANTITY":
            # 全长115.5公里的管道: what stands behind is that of which the measure is said.
            sized = figure.unit in indicator_words("size") and figure.right.startswith("的")
            counted = None if sized else self._counted(figure)
            if counted:
                return counted
            went = tail_of("went").match(self.text, figure.span.end)
            behind = self._behind(figure)
            told = self._acted(figure) is not None and any(t.kind == "noun" for t in behind)
            if not went and not sized and (told or names_something(behind, figure.unit)):
                return None  # what is counted was not read: what stands before it is something else
        if self.modifier is not None:
            # 过10亿元项目3个: the amount belongs to what is counted.
            start = self.modifier.span.start
            start -= self.text[start - 1] in "过超"
            return self.text[start : figure.span.start], start, figure.span.start
        if _CONVERSION.search(figure.left) and self.facts:
            return self._name_of(self.facts[-1])
        measured = self._measured(figure.clause_start, self._before_origin(figure))
        acted = self._acted(figure) if figure.span.label_ != "QUANTITY" else None
        if acted:
            counted = (
                self._counted(figure, named=True)
                if figure.span.label_ == "MONEY" or figure.right.startswith("的")
                else None
            )
            return counted or (acted if figure.span.label_ == "MONEY" else None) or measured
        if measured and not is_verb(measured[0]):
            return measured
        if self._is_destination(figure):
            return self._name_of(self.facts[-1])
        # 设立30亿元规模的资金池 measures the pool; 支付3亿元 measures what is done.
        return self._counted(figure, named=measured is not None and figure.span.label_ == "MONEY") or measured

    @staticmethod
    def _name_of(fact: FactDict) -> Name:
        start, end = fact["spans"]["indicator"][0]
        return fact["indicator"], start, end

    def _before_origin(self, figure: Figure) -> int:
        """Return where the name of 由93项减至33项, 占比从2015年的69.8%提高至78.5% ends: before 由 or 从."""
        origin = _ORIGIN.search(self.text, figure.clause_start, figure.left_end)
        return origin.start() if origin else figure.left_end

    def _is_destination(self, figure: Figure) -> bool:
        """Whether a figure is where the one before it went: …减至33项."""
        if not self.facts or self.facts[-1]["unit"] != figure.unit or not _DESTINATION.search(figure.left):
            return False
        end: int = self.facts[-1]["spans"]["value"][0][1]
        return end == figure.clause_start or self.text[end : figure.clause_start] == "，"

    def _counted(self, figure: Figure, *, named: bool = False) -> Name | None:
        while (following := self._following(figure)) is not None and following.span.start == figure.span.end:
            figure = following  # 2台35万千瓦燃煤机组
        start = figure.span.end
        people = figure.unit in ("人", "名", "例", "人次", "户", "位", "起")
        befallen = next((w for w in indicator_words("befalls") if people and self.text.startswith(w, start)), None)
        if befallen:
            return befallen, start, start + len(befallen)  # 造成3人受伤
        if tail_of("went").match(self.text, start):
            return None  # 由93家调整为33家: where it went
        return counted_noun(self._behind(figure), figure.unit, named=named)

    def _behind(self, figure: Figure) -> list[Token]:
        return tokens_of(self.statement.doc, figure.span.end, figure.clause_end, self.statement.others)

    def _acted(self, figure: Figure) -> Name | None:
        """Return the verb that an amount is the object of: 企业支付3亿元."""
        linked = tail_of("link").search(self.text, figure.clause_start, figure.left_end)
        stop = linked.start() if linked else figure.left_end
        return acted_verb(tokens_of(self.statement.doc, figure.clause_start, stop, self.statement.others))

    def _measured(self, start: int, end: int) -> Name | None:
        start = max(start, min(self.floor, end))
        linked = tail_of("link").search(self.text, start, end)
        stop = linked.start() if linked else end
        # 地区生产总值预计完成1901亿元: the verb says only that it was reached, where something stands before it.
        reached = next((w for w in indicator_words("reached") if self.text.endswith(w, start + 3, stop)), None)
        if reached:
            linked = tail_of("link").search(self.text, start, stop - len(reached))
            stop = linked.start() if linked else stop - len(reached)
        return measured_noun(tokens_of(self.statement.doc, start, stop, self.statement.others))

    def _printed(self, name: Name) -> str:
        """Return the name as it stands in the text: patterns match its folded form."""
        text, start, end = name
        printed = raw_text(self.statement.doc)
        own = self.text[start:end]
        if own == text or not text.startswith(own):
            return printed[start:end] if own == text else text
        # 城镇、农村居民收入: the end that a list's names share stands behind the last of them.
        rest = self.text.find(text[end - start :], end, self.statement.end)
        return printed[start:end] + printed[rest : rest + len(text) - len(own)] if rest >= 0 else text

    def _fact(self, figure: Figure, name: Name) -> FactDict:
        value = figure.value
        subject, subject_span = self.context.subject_of(self.statement, figure) or (None, None)
        start, end, period_span = self.context.period_of(self.statement, figure)
        low, high = value.get("low"), value.get("high")
        place = [figure.span.start, figure.span.end]
        spans: dict[str, list[list[int]]] = {"value": [place], "indicator": [[name[1], name[2]]]}
        if subject_span:
            spans["subject"] = [subject_span]
        if period_span:
            spans["period"] = [period_span]
        return {
            "kind": "indicator",
            "subject": subject,
            "indicator": self._printed(name),
            "value": low,
            "high": high if high != low else None,
            "terms": value.get("terms"),
            "unit": figure.unit,
            "bound": value.get("bound", "exact"),
            "start": start,
            "end": end,
            "change": None,
            "rank": None,
            "spans": spans,
            "evidence": [place],
        }


def _is_share(fact: FactDict) -> bool:
    return str(fact["indicator"]).startswith("占")
