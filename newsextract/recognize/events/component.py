"""Named meetings, contests, fairs, festivals, courses and campaign days, found by their head nouns."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import norm_text, propose
from newsextract.lexicon import Matcher, read_rows
from newsextract.recognize.patterns import Pattern
from newsextract.recognize.proper import descriptive, is_place, is_proper, leads_with_place, words_between
from newsextract.recognize.reach import name_start

_N = "[一二三四五六七八九十百0-9]"
#: Congresses and plenary sessions: 党的十X大, X届X中、X中全会, 省第X次党代会, X届全国人大X次会议.
_CONGRESS = Pattern(
    "congress or plenary session",
    rf"""
    (?:中国共产党|党的|中共)第?(?:十[一二三四五六七八九]|二十{_N}?|[七八九])(?:次全国代表大会|大(?!\p{{Han}}?[项类个]))
    | (?:十[五六七八九]|二十)大(?=精神|报告|以来|召开|代表|[上后]|[开闭]幕|胜利|提出)
    | 第{_N}{{1,3}}次全国代表大会
    | (?:中国共产党|党的|中共)?第?{_N}{{1,3}}届(?:中央委员会第)?{_N}{{1,2}}(?:[中次](?:、{_N}{{1,2}}[中次]){{0,6}})全(?:体)?会(?:议)?
    | [省市县区州旗]委{_N}{{1,3}}届{_N}{{1,3}}次全(?:体)?会(?:议)?
    | [省市县区州团]?第?{_N}{{1,3}}次(?:党代表?会|党员代表大会|党代表大会|妇女代表大会|代表大会)
    | 第?{_N}{{1,3}}届(?:全国(?:人大|人民代表大会)|\p{{Han}}{{0,4}}[省市县区](?:人大|人民代表大会))(?:常委会|常务委员会)?第?{_N}{{1,3}}次会议
    | [省市县区州旗]?(?:第)?{_N}{{1,3}}届(?:人大|人民代表大会)(?:常委会|常务委员会)?第?{_N}{{1,3}}次会议
    | (?:全国|[省市县区州旗])?政协\p{{Han}}{{0,6}}?第?{_N}{{1,3}}届{_N}{{1,3}}次会议
    | (?:全国|[省市县区])两会(?!\p{{Han}}?谈)
    """,
)
_GAMES = Pattern("games by number", rf"(?:[12][0-9]{{3}}年)?(?<!届){_N}{{1,2}}(?:全运会|运会|冬会|青会|冬运会|残运会)")
#: A tour by name: X中国行, X齐鲁行; regions by their literary names.
_TOUR = Pattern(
    "tour by name",
    r"(?:(?<=[“、暨])(?!暨)\p{Han}{2,8}|(?<![暨\p{Han}])\p{Han}{4,8})(?:中国|全国|世界|万里|齐鲁|燕赵|三晋|中原|荆楚|湖湘|潇湘|岭南|南粤|八闽|江淮|巴蜀|天府|三秦|陇原|龙江|塞上|高原|校园|基层)行(?!\p{Han}?[业动为程政])",
)
_LEAD = Pattern(
    "what may lead a short name",
    rf"(?:(?:[12][0-9]{{3}}年?)?(?:第{_N}{{1,3}}届|首届)|[12][0-9]{{3}}年?)?(?:[夏冬]季|青年|男足|女足|女排|男篮|女篮)?$",
)
#: What may follow a head noun and belongs to the name.
_TAIL = Pattern(
    "tail of an event's name",
    r"(?:[（(]\p{Han}{2,10}(?:会|场|站|赛区|片区|分赛)[)）])?(?:总决赛|半决赛|决赛|预选赛|分会场)?(?:——\p{Han}{2,14}(?:专场|专题|篇|站))?"
    r"(?:暨\p{Han}{2,10}(?:沙龙|活动|仪式|论坛|大会|年会|研讨会|表彰会|推介会))?",
)
#: A head noun inside a longer word is none: 会议室, 大会堂, 论坛报.
_AFTER = Pattern(
    "longer word",
    r"室|堂|报[纸社]|组委会|中心|纪要|厅|示|馆|刊|组织|系统|手册|指南|服务|制度|机制|费|策划|记录|周边|通知|共同主席|主席|秘书长|发言|项目|场馆|日程|工作组|期间举办",
)
_COUNT = Pattern(
    "count or scope before an event",
    r"[0-9一二两三四五六七八九十百千万]+(?:场次|余场次|余场|余人|人|名|场)|首个|首场|一年一度|为期\p{Han}{1,3}|每年|全[省市县区国](?=“)|次",
)
#: The rest of a name that was cut, or a press conference held as ever.
_PARTIAL = Pattern("rest of a name", r"[0-9]+周年|.*(?:例行|重要)$|(?:世界|全国|全球)第\p{Han}大")
#: A second name behind 和: …会议和|第18届东亚峰会.
_SECOND = Pattern(
    "joint between two names",
    r"(?r)(?<=会议|大会|峰会|论坛|活动|大赛|全会|博览会)[和与及]|"
    rf"(?r)[和与及](?=第{_N}{{1,4}}[届次]|[12][0-9]{{3}}|首届|“|中央|全国|中[非国])",
)
_NO_CEREMONY = Pattern("ceremony that only describes", r"签约|签字|下线|交接|开工|奠基|与|和|发车|揭牌")


@functools.cache
def _heads() -> tuple[Matcher, list[tuple[str, str]], Matcher]:
    rows = [(row["head"], row["need"]) for row in read_rows("event_heads")]
    return Matcher([head for head, _ in rows]), rows, Matcher([row["name"] for row in read_rows("event_names")])


def _longest(matches: Iterable[tuple[int, int, int]]) -> dict[int, tuple[int, int]]:
    """For each end the longest match: end → (start, term)."""
    best: dict[int, tuple[int, int]] = {}
    for start, end, index in matches:
        if end not in best or start < best[end][0]:
            best[end] = (start, index)
    return best


def _enough(doc: Doc, start: int, head: int, end: int, need: str) -> bool:
    """Whether the words before a head noun make it the name of one event."""
    text = norm_text(doc)
    size = head - start
    if size < 2 or text[head - 1] in "和与及的":
        return False
    if text.count("“", start, head) != text.count("”", start, head) or _PARTIAL.match(text, start, head):
        return False
    words = words_between(doc, start, head)
    quoted = text[start] == "“" and "”" in text[start:head]
    if need == "quoted":
        return "“" in text[start:head] and text.find("”", start, head) - text.find("“", start, head) > 3
    if quoted and head - text.find("”", start) <= 1 and size < 6:
        return False  # “硬核”宣讲会: an adjective in quotation marks
    if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
        return size >= 3
    proper = is_proper(doc, start, head)
    if need == "any":
        return proper or leads_with_place(text, start, head) or not descriptive(words, topics=False)
    if need == "proper":
        return proper
    if need == "ceremony":
        return proper and 8 <= size <= 36 and not _NO_CEREMONY.search(text, start, head)
    return (proper and size >= 3) or (size >= 5 and not descriptive(words, topics=False))


def _by_head(doc: Doc) -> Iterator[tuple[int, int, str]]:
    text = norm_text(doc)
    matcher, rows, names = _heads()
    known = {end for _, end, _ in names.find(text)}
    for end, (head, index) in _longest(matcher.find(text)).items():
        if end in known or _AFTER.match(text, end):
            continue
        start = name_start(doc, head)
        count = _COUNT.match(text, start, head)
        if count:
            start = count.end()
        second = _SECOND.search(text, start, head)
        if second:
            start = second.end()
        if start >= 1 and text[start - 1] == "’" and text[start : start + 2].isdigit():
            start -= 1  # ’96: the year of an event
        tail = _TAIL.match(text, end)
        close = tail.end() if tail else end
        if _enough(doc, start, head, close, rows[index][1]):
            yield start, close, f"head:{rows[index][0]}"


def _by_name(text: str) -> Iterator[tuple[int, int, str]]:
    names = _heads()[2]
    for start, end, index in names.find(text):
        lead = _LEAD.search(text, max(0, start - 14), start)
        begin = lead.start() if lead else start
        place = next((n for n in (4, 3, 2) if is_place(text[begin - n : begin])), 0) if begin == start else 0
        yield begin - place, end, f"lexicon:{names.terms[index]}"


def _find(doc: Doc) -> Iterator[tuple[int, int, float, str]]:
    text = norm_text(doc)
    for start, end, evidence in _by_head(doc):
        yield start, end, 0.8, evidence
    for start, end, evidence in _by_name(text):
        yield start, end, 0.85, evidence
    for hit in _CONGRESS.finditer(text):
        start = hit.start()
        if text[start] in "省市县区州":
            whole = next((n for n in range(7, 0, -1) if leads_with_place(text, start - n, start + 1)), 0)
            start -= whole if text[start - whole : start + 1] != text[start] else 0
        yield start, hit.end(), 0.9, "shape:congress"
    for hit in _GAMES.finditer(text):
        yield *hit.span(), 0.9, "shape:games"
    for hit in _TOUR.finditer(text):
        yield hit.start() + (text[hit.start()] == "暨"), hit.end(), 0.75, "shape:tour"


@Language.component("newsextract_events")
def events(doc: Doc) -> Doc:
    """Propose EVENT."""
    for start, end, confidence, evidence in _find(doc):
        propose(doc, start, end, "EVENT", by="events", confidence=confidence, evidence=[evidence])
    return doc
