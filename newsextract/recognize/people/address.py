"""A surname with a form of address (于大妈, 李先生, 王某), and given names that stand behind a role alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from newsextract.recognize.patterns import Pattern, beginning
from newsextract.recognize.people.chinese import CLOSERS, Reading
from newsextract.recognize.people.evidence import Surroundings
from newsextract.recognize.people.lexicon import FLOOR, known_people, name_model
from newsextract.recognize.people.weights import PRIOR, WEIGHT

__all__ = ["read_addressed", "read_familiar", "read_given", "read_known", "read_unlisted"]

#: What follows the names of a byline in running text.
_IN_LEADS = frozenset(("act after", "credit after"))
#: Log ratio of a character before a given name that no list of surnames has.
UNLISTED = -1.0
_FORMS = [
    "大妈",
    "大爷",
    "大叔",
    "大娘",
    "大伯",
    "大姐",
    "大哥",
    "大嫂",
    "阿姨",
    "先生",
    "女士",
    "小姐",
    "师傅",
    "老汉",
    "奶奶",
    "爷爷",
    "婆婆",
    "伯伯",
    "叔叔",
    "某某",
    "某",
]


#: What is called after a person of state and so names no person.
_DOCTRINE = Pattern(
    "doctrine",
    r"(?:新时代\p{Han}{0,12}?|经济|外交|生态文明|强军|法治|文化|党建|党的建设|哲学|军事|文艺|关于\p{Han}{2,12}?的)?(?:思想|理论|主义)"
    r"|\p{Han}{0,4}?(?:学院|学校|[中小大]学|医院|基地|纪念[馆园堂]|陈列馆|故居|基金会?|奖学金|文学奖|杯)",
)


@cache
def _addressed() -> Pattern:
    model = name_model()
    compounds = "|".join(s for s in model.surnames if len(s) > 1)
    # Surnames that are mostly other words in running text (有, 和, 家) take no form of address on their own.
    singles = "".join(s for s, ratio in model.surnames.items() if len(s) == 1 and ratio > -1.5)
    first = singles + "".join({s[0] for s in model.surnames if len(s) > 1})
    opening = "".join({form[0] for form in _FORMS})
    return Pattern(
        "surname and form of address",
        rf"(?:{compounds}|[{singles}])(?:{'|'.join(_FORMS)})",
        starts=beginning(rf"[{first}](?=.?[{opening}])"),
    )


@cache
def _familiar() -> Pattern:
    singles = "".join(s for s, ratio in name_model().surnames.items() if len(s) == 1 and ratio > 1.0)
    return Pattern("familiar form", rf"[小老][{singles}]")


def read_addressed(around: Surroundings) -> Iterator[Reading]:
    """Yield surnames with a form of address; 某 in any length (王某, 王某某)."""
    for hit in _addressed().finditer(around.text):
        start, end = hit.span()
        score = 1.0 + name_model().surnames.get(around.text[start : start + 1], 0.0) / 2
        reading = Reading(start, end, score, ["surname and form of address"])
        for name in (around.left(start), around.right(end)):
            if name in WEIGHT:
                reading.add(name)
        # 当先生 is cut 当|先生, 高先生 too; but 小陈先生 or 张明先生 are other names.
        reading.add("edge left" if around.starts[start] else "edge left missing")
        surnames = name_model().surnames
        before = surnames.get(around.text[start - 1 : start], FLOOR)
        if before > surnames.get(around.text[start], FLOOR) and around.starts[start - 1]:
            reading.add("given name")  # 吴宓|先生
        yield reading


def read_familiar(around: Surroundings) -> Iterator[Reading]:
    """Yield 小 and 老 with a surname (小王, 老李) where somebody so called is introduced or speaks."""
    for hit in _familiar().finditer(around.text):
        start, end = hit.span()
        left, right = around.left(start), around.right(end)
        edges = around.starts[start] and around.starts[start + 1] and around.starts[end]
        if edges and (left in ("office before", "staff before", "role before") or right == "say after"):
            reading = Reading(start, end, -1.4, ["familiar form"])
            for name in (left, right):
                if name in WEIGHT:
                    reading.add(name)
            yield reading


def read_known(around: Surroundings) -> Iterator[Reading]:
    """Yield the names that everybody knows, where no doctrine, prize or place is called after them."""
    for start, end, _ in known_people().find(around.text):
        reading = Reading(start, end, PRIOR)
        reading.add("known by name")
        for name in (around.left(start), around.right(end)):
            if name in WEIGHT:
                reading.add(name)
        reading.add("edge left" if around.starts[start] else "edge left missing")
        reading.add("edge right" if around.starts[end] else "edge right missing")
        if _DOCTRINE.match(around.text, end):
            reading.add("doctrine")
        if around.left(start) in ("lead before", "byline before") and around.right(end) == "nothing after":
            reading.add("namesake")  # 记者陆游之
        yield reading


def read_unlisted(around: Surroundings) -> Iterator[Reading]:
    """Yield names of surnames that no list has (沐, 字, 普 …), between a role or byline and what closes a name."""
    model = name_model()
    listed = set(around.listed_in_lead())
    for at in chain(around.named_from(), listed):
        if around.text[at] in model.surnames or at in around.begins_after:
            continue
        for size in (3, 2):
            end, given = at + size, around.text[at + 1 : at + size]
            after = around.right(end)
            acts = size == 3 and after == "act after" and around.starts[at]
            if (
                len(given) < size - 1
                or not (after in CLOSERS or around.appointed(end) or (at in listed and after in _IN_LEADS) or acts)
                or not all("一" <= c <= "鿿" for c in around.text[at:end])
            ):
                continue
            pair = size == 3 and model.first.get(given[0], FLOOR) + model.last.get(given[1], FLOOR)
            shape = pair or model.single.get(given, FLOOR)
            if shape < 0 or not around.starts[at + 1] or not around.starts[end]:
                continue
            reading = Reading(at, end, PRIOR + UNLISTED + shape, ["surname of no list"])
            if at in listed:
                reading.add("list before")
            for name in (around.left(at), after, "between role and mark", "edge left", "edge right"):
                if name in WEIGHT:
                    reading.add(name)
            yield reading


def read_given(around: Surroundings) -> Iterator[Reading]:
    """Yield pairs of given-name characters behind an office or title, where the print has no surname or lost it."""
    model = name_model()
    for at, kind in around.nouns_end.items():
        given = around.text[at : at + 2]
        if (
            kind in ("office", "title", "staff")
            and len(given) == 2
            and "一" <= given[1] <= "鿿"
            and given[0] not in model.surnames
        ):
            shape = model.first.get(given[0], FLOOR) + model.last.get(given[1], FLOOR)
            reading = Reading(at, at + 2, shape - 5.0, ["given name alone"])
            for name in (around.left(at), around.right(at + 2)):
                if name in WEIGHT:
                    reading.add(name)
            reading.add("edge right" if around.starts[at + 2] else "edge right missing")
            if not around.starts[at + 1] and given[0] not in "小晓阿":
                continue  # a word of the dictionary: 局长介绍, 教师学生
            yield reading
