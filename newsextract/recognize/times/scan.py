"""Find and read the time expressions of a text, from left to right; strings and pages go through here."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from newsextract.recognize.times import grammar
from newsextract.recognize.times.durations import counts_back, read_length
from newsextract.recognize.times.interpret import read_point, read_range
from newsextract.recognize.times.reading import Fields, Found, Reading, Setting, lasts_till_now, whole
from newsextract.recognize.times.relative import names_year
from newsextract.recognize.times.whole import LONGEST, one_and_a_half, settle

__all__ = ["Found", "scan"]

#: What may stand between an expression and one that takes its year or month from it: 2004年4月和9月.
_AND = regex.compile(r"(?:、|和|及|与|以及|或|，|,|/)?")
_SENTENCE_END = regex.compile(r"[。！？!?\n]")
_TAIL_DAY = regex.compile(r"(?:[12][0-9]|3[01]|0?[1-9])(?![0-9月年个天时.%])")
_IN_BRACKETS = regex.compile(r"[（(](?:(?P<mon>1[0-2]|0?[1-9])月)?(?P<day>[12][0-9]|3[01]|0?[1-9])日[）)]")
_SINCE = regex.compile(r"自从$")
_TO_COME = regex.compile(r"将|要|力争|预计|计划|拟|有望")
_BOUNDED = regex.compile(r"(?:近|约|历经|经过|时隔|短短|超过?|逾|仅|了|过)$")
_COMPARED = regex.compile(r"(?:比|较|同比|相比|对比)$")
_AHEAD = regex.compile(r"将|拟|定于|预计|计划")
#: An older date governs the bare days and months behind it only where the day of writing does not.
_NEAR_DAYS = 45


#: Figures without their unit, and the fields that the figures of a list stand in.
_FULL = {"by": "y", "bm": "mon", "bq": "q", "bday": "day", "bdec": "dec"}
_LISTED = tuple((bare, (bare, full)) for bare, full in _FULL.items())
_BARE = frozenset((*_FULL, "ry"))
_ENUMERATES = regex.compile(
    r"[0-9一二三四五六七八九十]{1,3}、[^\n]*+(?<=[^\n]{12})|[0-9一二三四五六七八九十]{1,3}、[^\n]*+\n"
)
_LONGEST_LIST = 12
#: Up to this month the past year is reported on, and so far a year that was named governs 全年.
_REPORTING = 3
_REPORTED = 1500
_HOUR = frozenset(("part", "h", "mi", "frac", "suf"))


def _names_more(f: Fields) -> bool:
    """Whether it names a year or a month besides the figure without unit."""
    return names_year(f) or ("mon" in f and "bday" in f)


def _fields(match: regex.Match[str]) -> Fields:
    return {name: text for name, text in match.groupdict().items() if text is not None}


def _is_year(match: regex.Match[str]) -> bool:
    """A year of four figures is no duration."""
    said = match["n"] if "n" in match.groupdict() else None
    first = match["first"] or ""
    return bool(said) and bool(regex.match(r"[0-9]{4}年|[一二][零〇○一二三四五六七八九]{3}年", first))


def _lengths(text: str) -> Iterator[tuple[int, int, Fields]]:
    for m in grammar.lengths().finditer(text):
        f, start = _fields(m), m.start()
        if _is_year(m):
            continue
        if f.get("near") == "近" and "first" in f and not counts_back(text, start, f):
            start = m.start("first")
            del f["near"]
        yield start, m.end(), f


class _Scanner:
    """Keeps what was read before, for the expressions that lean on it."""

    def __init__(self, text: str, setting: Callable[[int], Setting]) -> None:
        self.text = text
        self.setting = setting
        self.last: Found | None = None
        self.last_day: Found | None = None
        self.last_year: Found | None = None
        self.told: list[Found] = []
        self.years_ago: dict[str, Found] = {}

    def anchor(self, at: int, f: Fields) -> Reading | None:
        """Choose the expression before that a bare day, month or clock takes its date from."""
        last = self.last
        if last is None or last.reading.interval is None:
            return None
        between = self.text[last.end : at]
        first = last.reading.interval[0]
        if not f.keys() - _HOUR and "h" in f and last.reading.kind != "date":
            # The hour is of the day told last in this paragraph or the one before, whatever period stands between.
            told = self.last_day
            return told.reading if told and self.text.count("\n", told.end, at) <= 1 else None
        if "same" in f or f.get("yrel") in ("次年", "翌年") or not f.keys() - _HOUR:
            return last.reading if "\n" not in between and ("h" in f or not _SENTENCE_END.search(between)) else None
        if "thatday" in f:
            return last.reading if last.reading.kind == "date" and "\n" not in between else None
        needs_month = bool({"day", "bday"} & f.keys()) and not {"mon", "bm"} & f.keys()
        fits = last.reading.grain == "day" or (last.reading.grain == "month" and not needs_month)
        if not fits or last.reading.kind not in ("date", "period") or last.reading.within[1] is None:
            return None
        if _AND.fullmatch(between):
            return last.reading if last.reading.explicit or needs_month else None
        s = self.setting(at)
        far = s.ref is None or (s.ref - first).days > _NEAR_DAYS
        compared = _COMPARED.search(self.text, max(0, last.start - 4), last.start)
        sentence = not _SENTENCE_END.search(between)
        if (
            far
            and last.reading.explicit
            and not compared
            and (sentence or (needs_month and len(between) < 200 and "\n" not in between))
        ):
            past_year = s.ref is None or first.year < s.ref.year or needs_month
            return last.reading if past_year else None
        return None

    def read(self, f: Fields, start: int) -> Reading | None:
        s = self.setting(start)
        if "whole" in f and s.year is None and not names_year(f):
            s = replace(s, year=self.reported_year(s, start))
        ahead = bool(_AHEAD.search(self.text, max(0, start - 8), start))
        return read_point(f, replace(s, anchor=self.anchor(start, f), ahead=ahead, past=lasts_till_now(f)))

    def reported_year(self, s: Setting, at: int) -> int | None:
        """The year before, where a report of the first months tells of it: 2019年，…。全年…, said in January 2020."""
        told = self.last_year
        if told is None or s.ref is None or s.ref.month > _REPORTING or at - told.end > _REPORTED:
            return None
        first, last = told.reading.within
        return first.year if first and last and first.year == last.year == s.ref.year - 1 else None

    def points(self) -> Iterator[Found]:
        at = 0
        for m in grammar.points().finditer(self.text):
            if m.start() < at:
                continue
            found = self.range(m) or self.listed(m) or self.single(m)
            if found:
                at = found.end
                self.last = found
                if found.reading.kind == "date" and found.reading.interval:
                    self.last_day = found
                if found.reading.grain == "year" and found.reading.interval:
                    self.last_year = found
                self.told.append(found)
                yield found

    def range(self, m: regex.Match[str]) -> Found | None:
        link = grammar.link().match(self.text, m.end())
        if link is None:
            return None
        left = _fields(m)
        if "suf" in left:
            return None
        if "h" in left and (hours := grammar.clock_end().match(self.text, link.end())):
            reading = self.read(left, m.start())
            return Found(m.start(), hours.end(), reading) if reading else None
        right = grammar.points().match(self.text, link.end())
        if right is None:
            return None
        f, ends = _fields(right), right.end()
        s = self.setting(m.start())
        if link["begun"] and "suf" in f:
            return None
        if (
            "bday" in left
            and "mon" in f
            and not {"day", "bday", "cday"} & f.keys()
            and (tail := _TAIL_DAY.match(self.text, ends))
        ):
            f["day"], ends = tail[0], tail.end()  # 1月3至2月10
        reading = read_range(left, f, replace(s, anchor=self.anchor(m.start(), left)))
        return Found(m.start(), ends, reading, ranged=True) if reading else None

    def listed(self, m: regex.Match[str]) -> Found | None:
        """Read 7、8月, 9月10、11、12日: neighbours that share a unit are one period."""
        if not self.text.startswith("、", m.end()):
            return None
        first = _fields(m)
        unit = next((unit for bare, unit in _LISTED if bare in first), None)
        if unit is None or self.numbered(m.start(), first):
            return None
        items, ends = [first], m.end()
        while any(bare in items[-1] for bare, _ in _LISTED) and len(items) < _LONGEST_LIST:
            if not self.text.startswith("、", ends):
                return None
            following = grammar.points().match(self.text, ends + 1)
            if following is None and "bday" in first and _names_more(first):
                following = grammar.listed_day().match(self.text, ends + 1)
            if following is None:
                return None
            items.append(_fields(following))
            ends = following.end()
        numbers = [next((whole(f[name]) for name in unit if name in f), None) for f in items]
        step = 10 if "dec" in unit else 1
        if None in numbers or any(b - a != step for a, b in itertools.pairwise(n or 0 for n in numbers)):
            return None
        reading = read_range(first, items[-1], replace(self.setting(m.start()), anchor=self.anchor(m.start(), first)))
        return Found(m.start(), ends, reading, ranged=True) if reading else None

    def numbered(self, at: int, f: Fields) -> bool:
        """Whether what begins a line is the number of a paragraph rather than the first of a list: 一、二月份工作."""
        begins = at == 0 or self.text[at - 1] == "\n"
        return begins and not _names_more(f) and _ENUMERATES.match(self.text, at) is not None

    def single(self, m: regex.Match[str]) -> Found | None:
        f = _fields(m)
        if _BARE & f.keys() and not {"feast", "newyear"} & f.keys():
            # The first of a list whose members are no neighbours is itself where it names more than a figure;
            # the first half of a range that has no second one is nothing.
            if not self.text.startswith("、", m.end()) or not _names_more(f):
                return None
            f = {_FULL.get(name, name): text for name, text in f.items()}
        bracket = _IN_BRACKETS.match(self.text, m.end()) if "dayrel" in f else None
        if bracket:  # 今天（5月14日）: the bracket says which day
            f = {name: text for name, text in f.items() if name != "dayrel"} | _fields(bracket)
        reading = self.read(f, m.start())
        if (
            reading
            and reading.within[0]
            and "suf" not in f
            and _SINCE.search(self.text, max(0, m.start() - 2), m.start())
        ):
            reading = reading.but(
                kind="period",
                within=(reading.within[0], self.setting(m.start()).published),
                timex=f"{reading.within[0]}/",
            )
        return Found(m.start(), m.end(), reading) if reading else None

    def lengths(self) -> Iterator[Found]:
        for start, end, f in _lengths(self.text):
            s = self.setting(start)
            suffix = f.get("suf", "")
            if suffix.endswith("后"):
                s = self.counted_from(s, f, start, end)
            reading = read_length(f, s)
            if reading is None:
                continue
            found = Found(start, end, reading)
            if suffix.endswith("前"):
                self.years_ago[f["first"]] = found
            yield found

    def counted_from(self, s: Setting, f: Fields, start: int, end: int) -> Setting:
        """Choose the day that 三年后 counts from: what was told before, or the day of writing where the words look ahead."""
        if before := self.years_ago.get(f.get("first", "")):
            return replace(s, anchor=before.reading)
        at = bisect.bisect_right(self.told, start, key=lambda point: point.end) - 1
        told = self.told[at] if at >= 0 else None
        if told and told.reading.interval and not _SENTENCE_END.search(self.text, told.end, start):
            return replace(s, anchor=told.reading)
        looks_ahead = end == len(self.text) or _TO_COME.search(
            self.text, max(0, start - 8), min(len(self.text), end + 10)
        )
        bounded = _BOUNDED.search(self.text, max(0, start - 3), start)
        return s if looks_ahead and not bounded else Setting()

    def vague(self) -> Iterator[Found]:
        refs = {
            "今后": "FUTURE_REF",
            "未来": "FUTURE_REF",
            "目前": "PRESENT_REF",
            "当前": "PRESENT_REF",
            "如今": "PRESENT_REF",
        }
        for m in grammar.vague_words().finditer(self.text):
            yield Found(m.start(), m.end(), Reading("vague", timex=refs.get(m.group(), "PAST_REF")))


def scan(text: str, setting: Callable[[int], Setting] | None = None) -> list[Found]:
    """Find the time expressions of a text, none overlapping.

    Args:
        text: folded text (``newsextract.doc.normalise``).
        setting: what an expression at a place is read against.

    >>> import datetime as dt
    >>> ref = dt.date(2024, 8, 15)
    >>> [(text, f.reading.value()["end"]) for f in scan("8月7日—8日召开，为期两天", lambda at: Setting(ref, ref))
    ...     for text in ["8月7日—8日召开，为期两天"[f.start : f.end]]]
    [('8月7日—8日', '2024-08-08'), ('两天', None)]
    """
    if spelled := one_and_a_half(text):
        return [Found(0, len(text), f.reading) for f in scan(spelled, setting)]
    scanner = _Scanner(text, setting or (lambda at: Setting()))
    found = [*scanner.points(), *scanner.lengths(), *scanner.vague()]
    kept: list[Found] = []
    taken = bytearray(len(text))
    for f in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if not any(taken[f.start : f.end]):
            taken[f.start : f.end] = b"\1" * (f.end - f.start)
            kept.append(f)
    kept.sort(key=lambda f: f.start)
    return settle(text, kept) if len(text) <= LONGEST else kept
