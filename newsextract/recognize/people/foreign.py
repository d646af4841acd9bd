"""Names in transliteration, with and without ·, and the names of minorities that are written with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsextract.recognize.patterns import Pattern, beginning
from newsextract.recognize.people.chinese import Reading, weigh_words
from newsextract.recognize.people.evidence import Surroundings
from newsextract.recognize.people.lexicon import FLOOR, name_model
from newsextract.recognize.people.weights import WEIGHT

__all__ = ["read_dotted", "read_plain"]

DOTS = "·•・‧∙"
_DOT = Pattern("dot", f"[{DOTS}]")
#: Log ratio from which a character is one of those that transliterate.
TRANSLITERATES = 0.0
#: Log ratio below which a character ends a name with ·.
STRANGE = -2.2
#: What a character counts at least in a known syllable of names.
SYLLABLE = 2.0
#: Mean log ratio from which a run of characters is read as a transliteration.
MEAN = 1.0
#: Most dots of one name; a longer run is no name.
MOST_DOTS = 5
_LONGEST = 8
_FOLLOWS = frozenset(("say after", "act after", "address after", "office after", "byline after", "link after"))
_ALSO = frozenset("和与及")
_SURE = frozenset(f"{kind} before" for kind in ("office", "title", "staff", "role", "byline", "lead"))
_ROLES = frozenset(("office before", "title before", "role before"))
_GRAMMAR = frozenset("的了是在和与说称等将被对从并也还人村镇县市州省宫岛港湾河湖")
#: Syllables of Uyghur and Kazakh names whose characters are words of grammar elsewhere.
_SYLLABLES = Pattern(
    "syllables of names", r"阿[不布卜][都力杜来]|[买麦][买麦]?提|[热合][依合麦]|不拉|木合|吾[买甫守]|也尔"
)
#: Characters that end what stands before a name with ·: 荷兰人, 发行人, 选手, 导演家.
_BEFORE = frozenset("人员手者家师的和与由是对向被给席官长")
_STRONG = frozenset(
    f"{kind} before" for kind in ("office", "title", "staff", "role", "byline", "lead", "appoint", "meet")
)


def _is_part(char: str) -> bool:
    return "一" <= char <= "鿿" or "A" <= char <= "Z" or char in "-－"


def _dotted(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, end of the first part, start of the last part, end) of runs of Han characters joined by dots."""
    at = 0
    for hit in _DOT.finditer(text):
        dot = hit.start()
        if dot < at:
            continue
        start = dot
        while start > max(at, dot - _LONGEST) and _is_part(text[start - 1]):
            start -= 1
        last, end, dots = dot + 1, dot + 1, 1
        while end < len(text) and end < last + _LONGEST and _is_part(text[end]):
            end += 1
            if dots < MOST_DOTS and text[end : end + 1] and text[end] in DOTS:
                dots += 1
                also = next((n for n in range(last + 1, end - 1) if text[n] in _ALSO), 0)
                if also:  # 甲·乙和丙·丁
                    yield start, dot, last, also
                    start, dot = also + 1, end
                last = end = end + 1
        if start < dot and last < end:
            at = end
            yield start, dot, last, end


@cache
def _plain() -> Pattern:
    chars = "".join(c for c, ratio in name_model().foreign.items() if ratio > TRANSLITERATES)
    return Pattern("transliteration", rf"[{chars}]{{2,{_LONGEST}}}+", starts=beginning(f"[{chars}](?=[{chars}])"))


def _ratio(char: str) -> float:
    return name_model().foreign.get(char, FLOOR)


def _left_edge(around: Surroundings, start: int, end: int) -> int:
    """Where the first part begins: behind a role, or where the characters stop transliterating."""
    for at in range(end - 2, max(start, end - _LONGEST + 1) - 1, -1):
        # Behind a role the whole first part is a name, strange characters and all (馆长哈立德·…).
        if around.left(at) in _SURE and not _GRAMMAR & set(around.text[at:end]):
            return at
    at = end
    syllables = {at for hit in _SYLLABLES.finditer(around.text, start, end) for at in range(*hit.span())}
    while at > start:
        if at - 1 in syllables or around.text[at - 1] in "-－":
            at -= 1
            continue
        left = around.left(at)
        if at < end - 1 and left in _STRONG:
            return at
        if at < end and (_ratio(around.text[at - 1]) < STRANGE or around.text[at - 1] in _BEFORE):
            return at
        at -= 1
    return start


def _right_edge(around: Surroundings, start: int, end: int) -> int:
    """Where the last part ends: before a word that follows names, or where the characters stop transliterating."""
    syllables = {at for hit in _SYLLABLES.finditer(around.text, start, end) for at in range(*hit.span())}
    for at in range(start + 1, end):
        if at in syllables:
            continue
        if around.text[at] in _GRAMMAR:
            return at
        if at in around.words_behind and around.starts[at]:
            return at
        after = around.starts[at] and around.right(at) in ("say after", "act after", "address after", "office after")
        if after and _ratio(around.text[at]) < TRANSLITERATES and not around.starts[at + 1]:
            return at
        if _ratio(around.text[at]) < STRANGE and around.starts[at]:
            return at
    return end


def read_dotted(around: Surroundings) -> Iterator[tuple[Reading, list[str]]]:
    """Yield names with · and, for each, the parts by which the page may call them again."""
    text = around.text
    for begin, first_end, last_start, limit in _dotted(text):
        start = _left_edge(around, begin, first_end)
        end = _right_edge(around, last_start, limit)
        known = {at for part in _SYLLABLES.finditer(text, start, end) for at in range(*part.span())}
        ratios = [
            max(_ratio(text[at]), SYLLABLE if at in known else FLOOR)
            for at in range(start, end)
            if "一" <= text[at] <= "鿿"
        ]
        if len(ratios) < 3:
            continue
        score = sum(ratios) / len(ratios) * 2 - 1
        reading = Reading(start, end, score, ["dotted name"])
        for name in (around.left(start), around.right(end)):
            if name in WEIGHT:
                reading.add(name)
        yield reading, [part for part in (text[start:first_end], text[last_start:end]) if len(part) > 1]


def _run(around: Surroundings, start: int) -> int:
    """Where a run of characters that may transliterate ends: at a mark, a word that follows names, or a strange character."""
    end = min(start + _LONGEST, len(around.text))
    for at in range(start, end):
        if not "一" <= around.text[at] <= "鿿" or around.text[at] in _GRAMMAR or _ratio(around.text[at]) < STRANGE:
            return at
        if at > start + 1 and around.starts[at] and around.right(at) in _FOLLOWS and _ratio(around.text[at]) < 1.0:
            return at
    return end


def _to_boundary(around: Surroundings, start: int) -> int:
    """Where a name before 先生 begins whose first character hardly transliterates: at the mark before it, if that is near."""
    for at in range(start, max(-1, start - 3), -1):
        if at == 0 or not "一" <= around.text[at - 1] <= "鿿":
            return at
        if not around.starts[at - 1] or around.text[at - 1] in _GRAMMAR:
            break
    return start


def read_plain(around: Surroundings) -> Iterator[Reading]:
    """Yield runs of transliterating characters that stand behind a role or before a verb of speech."""
    begins = {at for at, kind in around.nouns_end.items() if kind in ("office", "title")}
    begins |= {at for at, kind in around.ends_before.items() if kind in ("role", "byline")}
    begins |= {hit.start() for hit in _plain().finditer(around.text)}
    for start in begins:
        end = _run(around, start)
        if end - start < 2:
            continue
        left, right = around.left(start), around.right(end)
        if (
            end - start < 3
            and left not in ("office before", "title before")
            and right not in ("office after", "address after")
        ):
            continue
        acts = right == "act after" and end in around.words_behind
        if left not in _ROLES and not acts and right not in ("say after", "address after", "office after"):
            continue
        ratios = [_ratio(c) for c in around.text[start:end]]
        mean = sum(ratios) / len(ratios)
        one_word = not any(around.starts[start + 1 : end])
        if mean < MEAN or (one_word and min(ratios) < (-1.0 if left in _ROLES and len(ratios) > 2 else 0.5)):
            continue
        if right == "address after":
            start = _to_boundary(around, start)  # noqa: PLW2901
        reading = Reading(start, end, 1.5 * mean + 0.7 * (len(ratios) - 3) - 5.0, ["transliteration"])
        for name in (left, right):
            if name in WEIGHT:
                reading.add(name)
        weigh_words(around, reading)
        yield reading
