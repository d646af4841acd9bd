"""The evidence around a name: what ends where it begins, what begins where it ends, where words of the dictionary have their edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import or_

from spacy.tokens import Doc

from newsextract.doc import candidates, gaps_of, norm_text, word_starts, zones_of
from newsextract.recognize.patterns import Pattern
from newsextract.recognize.people.lexicon import contexts
from newsextract.recognize.positions.nouns import nouns_of

__all__ = ["Surroundings"]

#: What may stand between a byline's label and the name: 责任编辑：…, 记者/….
_LABEL_GAPS = frozenset(":：/ |●■□○◎—-（(")
_STOPS = frozenset('，。：；！？,;!?（）()“”‘’"《》〈〉【】[]—…·/|■□●○ 　')
_SENTENCE = frozenset("。！？!?“\n")
_CLOSING = Pattern("closing bracket", "[）)]")
_BRACKETS = frozenset("（(")
#: Characters behind which something may speak for a name, a list among others; behind others only words do.
_OPENS = re.compile(f"[{re.escape(''.join(sorted(_LABEL_GAPS | _STOPS | _SENTENCE | set('□■●◆▲△○◎★☆、和与及'))))}]")
_MARKS = frozenset("□■●◆▲△○◎★☆")
_LABELS = ("记者", "通讯员", "摄影", "实习生", "校对", "编辑", "责编", "责任编辑", "美编", "版式")
#: The lead of a report: dateline, then who wrote it.
_LEAD = Pattern(
    "lead", r"(?:记者|通讯员)(?<=(?:[（(电讯日][ 　]?|本报|特约|见习|实习|媒体|首席|社)(?:记者|通讯员))[:： ]?"
)
#: Names in brackets behind the last sentence of a report.
_SIGNATURE = Pattern("signature", r"[。！？”]\s?[（(](?P<names>[\p{Han} 　]{2,12})[）)](?=\n|\z)")
#: What closes a caption or a report: 某某 摄, 某某 摄影报道.
_CREDIT = Pattern("credit line", r"[ 　]?(?:摄影报道|摄影|摄|文/?图|图/?文|绘|编译|整理|供图)(?=[\n）)]|\Z)")
_OTHERS = Pattern("and others", r"等(?:[，,。、；;）)\n]|[0-9一二三四五六七八九十]{1,3}[人名位]|人)")
#: How notices go on behind a name: 某某同志为…, 某某同志的…; how lists of candidates do: 某某，女，.
_IN_NOTICES = Pattern(
    "behind names in notices", r"(?P<notice>同志(?:为|任|的|不再|兼|现任))|[，,（(](?:[男女]|\p{Han}{1,5}族)[，,）)]"
)
#: The rest of a row that begins with a name: body and role, up to a mark or the next row.
_ROW = Pattern("role of a row", r"[ 　]?[\p{Han}（）()]{1,22}(?:[长任记席员]|书记|[、，\n])")
#: What stands before the items of a notice, and how one goes on behind its name: 张 伟 为….
_BEFORE_ITEMS = frozenset("\n：:；;。，,、 　") | _MARKS
_AFTER_NAMES = frozenset("为的任同系是说（(，,、。；：")
#: Words of the dictionary that names run into: 志刚|在, 志刚|从.
_LOOSE = re.compile("刚[在从到]")
#: Role nouns from this length on end where they end.
_LONG_ROLE = 4
_NOUN_KIND = {"division": "office", "office": "office", "title": "title", "staff": "staff", "risky": "role"}


@dataclass(slots=True)
class Surroundings:
    """What a Doc says at each place where a name could begin or end; each place is judged once.

    Args:
        doc: the Doc.
    """

    doc: Doc
    text: str = ""
    starts: bytes = b""
    gaps: bytes = b""
    ends_before: dict[int, str] = field(default_factory=dict)
    begins_after: dict[int, str] = field(default_factory=dict)
    nouns_end: dict[int, str] = field(default_factory=dict)
    nouns_begin: set[int] = field(default_factory=set)
    bodies_begin: set[int] = field(default_factory=set)
    held: list[tuple[int, int]] = field(default_factory=list)
    bylines: list[tuple[int, int]] = field(default_factory=list)
    words_behind: dict[int, int] = field(default_factory=dict)
    leads: set[int] = field(default_factory=set)
    opens: bytes = b""  # 1 where anything but the characters may speak for a name that begins there
    in_byline: bytes = b""  # 1 inside a byline block

    def __post_init__(self) -> None:
        self.text = norm_text(self.doc)
        starts = bytearray(word_starts(self.doc))
        for noun in nouns_of(self.doc):
            if noun.end - noun.core >= _LONG_ROLE:
                starts[noun.end] = 1  # 首席执行官|方某某, whatever words the dictionary sees there
        for loose in _LOOSE.finditer(self.text):
            starts[loose.start() + 1] = 1
        self.starts = bytes(starts)
        gaps = bytearray(gaps_of(self.doc))
        gaps += bytes(len(self.text) + 1 - len(gaps))
        for blank in re.finditer("[ 　]", self.text):
            gaps[blank.start()] = gaps[blank.end()] = 1
        self.gaps = bytes(gaps)
        matcher, before, after = contexts()
        length: dict[int, int] = {}
        for start, end, term in matcher.find(self.text):
            kind = before[term]
            if (
                kind
                and self.ends_before.get(end) is None
                and (end - start > 1 or (self.starts[start] and self.starts[end]))
            ):
                self.ends_before[end] = kind  # longer terms of one end come first
            kind = after[term]
            if kind and end - start > length.get(start, 0):
                length[start] = end - start
                if end - start == 2 and kind in ("say", "act"):
                    self.words_behind[start] = end
                self.begins_after[start] = kind
        for noun in nouns_of(self.doc):
            self.nouns_end[noun.end] = _NOUN_KIND[noun.kind]
            self.nouns_begin.add(noun.start)
        for c in candidates(self.doc):
            if c["label"] in ("ORG", "PLACE"):
                self.bodies_begin.add(c["start"])
                if c["confidence"] >= 0.7:
                    self.held.append((c["start"], c["end"]))
        self.held.sort()
        self.bylines = [(z.start, z.end) for z in zones_of(self.doc) if z.role == "byline"]
        self.bylines += [hit.span("names") for hit in _SIGNATURE.finditer(self.text)]
        self.leads = {hit.end() for hit in _LEAD.finditer(self.text)}
        in_byline = bytearray(len(self.text) + 1)
        for start, end in self.bylines:
            in_byline[start:end] = b"\1" * (end - start)
        self.in_byline = bytes(in_byline)
        opens = bytearray(map(or_, self.gaps, self.in_byline))
        for at in chain((0,), self.leads, self.nouns_end, self.ends_before):
            opens[at] = 1
        for mark in _OPENS.finditer(self.text):
            opens[mark.end()] = 1
        self.opens = bytes(opens)

    def left(self, at: int) -> str | None:
        """Name what stands before a name that begins here."""
        if at in self.leads:
            return "lead before"
        if at in self.nouns_end:
            return f"{self.nouns_end[at]} before"
        if at in self.ends_before:
            return f"{self.ends_before[at]} before"
        if at == 0 or self.text[at - 1] == "\n":
            return "block before"
        char = self.text[at - 1]
        if char in _MARKS:
            return "mark before"
        if char == "”":
            return "quote before"
        if char in ":：" and at - 1 in self.nouns_end:
            return "office before"
        if char in ":：" and self.ends_before.get(at - 1) in ("role", "name"):
            return f"{self.ends_before[at - 1]} before"
        if char in _LABEL_GAPS and self.ends_before.get(at - 1) == "byline":
            return "byline before"
        if char in _SENTENCE:
            return "sentence before"
        return "stop before" if char in _STOPS else None

    def right(self, at: int) -> str | None:
        """Name what stands behind a name that ends here."""
        if at >= len(self.text) or self.text[at] == "\n":
            return "block after"
        kind = self.begins_after.get(at)
        if self.text[at] == "等" and _OTHERS.match(self.text, at):
            return "others after"
        if self.text[at] in "同，,（(" and (hit := _IN_NOTICES.match(self.text, at)):
            return "notice after" if hit["notice"] else "sex after"
        if (kind == "credit" or self.text[at] in " 　") and _CREDIT.match(self.text, at):
            return "credit line after"
        if self.text.startswith(_LABELS, at):
            return "byline after"
        if at in self.nouns_begin or (self.gaps[at] and not self.gaps[at + 1] and _ROW.match(self.text, at)):
            return "office after"
        if kind and not (kind == "doctrine" and self.gaps[at]):
            return f"{kind} after"
        char = self.text[at]
        if char == "、":
            return "mark after"
        if char in _BRACKETS:
            close = _CLOSING.search(self.text, at + 1, at + 30)
            return "office after" if close and close.start() in self.nouns_end else "bracket after"
        if at in self.bodies_begin:
            return "body after"
        return "stop after" if char in _STOPS else "nothing after"

    def named_from(self) -> Iterator[int]:
        """Yield the places behind a role or a byline's label, where a name is likely to begin."""
        yield from (at for at, kind in self.nouns_end.items() if kind in ("office", "title") and at < len(self.text))
        for end, kind in self.ends_before.items():
            if kind == "byline" and end not in self.nouns_end:
                at = next((n for n in range(end, min(end + 3, len(self.text))) if self.text[n] not in ":： 　"), -1)
                if at >= 0:
                    yield at
            elif kind == "appoint" and end < len(self.text):
                yield end
        for body in self.bodies_begin:
            for at in (body - 3, body - 4):  # ；某甲|任某市某局局长
                if at > 0 and self.text[body - 1] == "任" and self.text[at - 1] in "；;：:\n":
                    yield at

    def listed_in_lead(self) -> Iterator[int]:
        """Yield the places behind 、 where further names of a lead begin: 记者甲某、乙某报道."""
        for lead in self.leads:
            end = min(
                (at for mark in "：:）)，。\n" if (at := self.text.find(mark, lead)) >= 0), default=len(self.text)
            )
            at = self.text.find("、", lead, min(end, lead + 40))
            while at >= 0:
                yield at + 1
                at = self.text.find("、", at + 1, min(end, lead + 40))

    def is_label(self, start: int) -> bool:
        """Whether a byline's label begins here (通讯员), which is no name."""
        return self.text.startswith(_LABELS, start)

    def set_off(self, start: int, end: int) -> bool:
        """Whether the page prints a blank behind a name, and not between all characters of the line."""
        if end >= len(self.text) or not self.gaps[end]:
            return False
        if end - start > 2 and all(self.gaps[start + 1 : end]):
            return False
        return not (all(self.gaps[start : end + 1]) and end + 1 < len(self.text) and self.gaps[end + 1])

    def stretched(self, start: int) -> bool:
        """Whether an item begins with three characters printed apart that are a name, and goes on without blanks: 王 永 和的."""
        end = start + 3
        if end >= len(self.text) or self.gaps[end] or self.text[end - 1] in _AFTER_NAMES:
            return False
        begins = start == 0 or self.text[start - 1] in _BEFORE_ITEMS
        return begins and all(self.gaps[start + 1 : end])

    def appointed(self, end: int) -> bool:
        """Whether a name of a notice's list ends here: …；张建设|为某县审计局局长；张建设|的某县审计局局长职务."""
        return self.text[end : end + 1] in ("为", "的", "任") and end + 1 in self.bodies_begin

    def words_inside(self, start: int, end: int) -> bool:
        """Whether the characters behind a surname are a word that follows names: 章|强调, 于|介绍."""
        return end - start > 2 and self.words_behind.get(end - 2) == end
