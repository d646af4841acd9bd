"""The day a page was published: from its file's name, its date line or imprint, or what its articles say together."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from newsextract.folding import normalise
from newsextract.page.layout import BlockDraft, Layout
from newsextract.recognize.patterns import Pattern

__all__ = ["date_in_name", "imprinted_date", "inferred_date", "inferred_year"]

_IN_NAME = Pattern(
    "date in a file's name",
    r"(?<![0-9]) (?P<y>(?:19|20)[0-9]{2}) (?P<sep>[-_.年]?) (?P<m>0[1-9]|1[0-2]) (?:(?P=sep)|月) (?P<d>0[1-9]|[12][0-9]|3[01]) (?![0-9])",
)
_FULL_DATE = Pattern(
    "full date",
    r"""(?<![0-9〇零一二三四五六七八九])
        (?P<y>(?:18|19|20)[0-9]{2} | [一二][〇○零O0一二三四五六七八九]{3}) \s*[年.\-/]\s*
        (?P<m>[0-9]{1,2} | 十[一二]? | [一二三四五六七八九]) \s*[月.\-/]\s*
        (?P<d>[0-9]{1,2} | 三十一? | 二?十[一二三四五六七八九]? | [一二三四五六七八九]) (?: \s*日 | (?![0-9年月]) )""",
)
_PRINTED_OFF = Pattern("printing note", r"印发 \s* \z")
_YESTERDAY = Pattern(
    "yesterday beside a date",
    r"(?: 昨天 | 昨日 | 昨晚 )[（(](?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日[）)]",
)
#: A year that lies behind the writer: not the end of a plan (到2025年, 2020—2025年), nor one that is announced.
_YEAR = Pattern(
    "year that is past or present",
    r"""(?<! [0-9到—\-~～于在] | [0-9年月]至 | 截止 | 预计 | 力争 | 计划 | 面向 | 宣布 | 瞄准 )
        (?P<y>(?:19|20)[0-9]{2}) (?: 年 (?! [—\-~～至到] | [底末]?前 | 目标 ) (?P<month>[0-9]{1,2}月)? | (?= [\p{Han}（()）]{2,24}? [会赛展节坛] ) )""",
)
#: How much must speak for a year: two mentions, or one that names a month of it.
_ENOUGH = 2
_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0", "O": "0"}


def date_in_name(name: str) -> dt.date | None:
    """Read the date in a file's name, where there is just one.

    >>> date_in_name("2023-12-19_A03.txt"), date_in_name("rmrb_20231219_1.txt"), date_in_name("page 17.txt")
    (datetime.date(2023, 12, 19), datetime.date(2023, 12, 19), None)
    """
    return _only(_dates(_IN_NAME, normalise(name)))


def imprinted_date(layout: Layout) -> dt.date | None:
    """Read the date that a page prints of itself: in its masthead, or, of a single document, in its imprint.

    Furniture is looked at first: its one full date is the paper's. A page that holds a document is dated by the day that
    the document was printed off (印发), else by the day that it was signed; where several disagree nothing is said.
    """
    mastheads = [b for b in layout.blocks if b.role == "furniture" and not _PRINTED_OFF.search(b.clean.text)]
    day = _only(d for b in mastheads for d in _dates(_FULL_DATE, normalise(b.clean.text)))
    if day is not None:
        return day
    if any(a.kind == "news" for a in layout.articles):
        return None
    for roles in (("imprint",), ("issue_date",)):
        days = [d for b in layout.blocks if b.role in roles for d in _dates(_FULL_DATE, normalise(b.clean.text))]
        if days:
            return _only(days)
    return None


def inferred_date(layout: Layout) -> dt.date | None:
    """Work out the day from a printed yesterday: 昨日（5月13日）, as papers write of the day before they come out.

    A dateline does not say when the paper came out, nor does 今天（5月13日）, the day of writing.
    """
    year = inferred_year(layout)
    if year is None:
        return None
    days = set()
    for block in _running(layout):
        for hit in _YESTERDAY.finditer(normalise(block.clean.text)):
            day = _day(year, int(hit["m"]), int(hit["d"]))
            if day:
                days.add(day + dt.timedelta(days=1))
    return days.pop() if len(days) == 1 else None


def inferred_year(layout: Layout) -> int | None:
    """Work out the year of publication: the latest year that the articles speak of as past or present.

    Plans speak of years to come (到2025年); these do not count, nor does a year that is named but once and in passing.

    >>> from newsextract.page.analyse import analyse
    >>> inferred_year(analyse("2023年全市新增专利120件，截至2023年9月共900件，较2022年提高。力争到2025年翻一番。"))
    2023
    """
    support: Counter[int] = Counter()
    for block in _running(layout):
        for hit in _YEAR.finditer(normalise(block.clean.text)):
            support[int(hit["y"])] += 2 if hit["month"] else 1
    return max((year for year, n in support.items() if n >= _ENOUGH), default=None)


def _running(layout: Layout) -> list[BlockDraft]:
    return [b for b in layout.blocks if b.role in ("body", "caption", "headline", "subhead", "kicker")]


def _only(days: Iterator[dt.date] | list[dt.date]) -> dt.date | None:
    distinct = set(days)
    return distinct.pop() if len(distinct) == 1 else None


def _dates(pattern: Pattern, text: str) -> Iterator[dt.date]:
    for hit in pattern.finditer(text):
        day = _day(_figure(hit["y"]), _figure(hit["m"]), _figure(hit["d"]))
        if day is not None:
            yield day


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _figure(text: str) -> int:
    """Read a year in digits (二〇二四), a month or a day (十二, 二十九)."""
    if text.isascii() and text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))
    return int("".join(_DIGITS.get(c, c) for c in text))
