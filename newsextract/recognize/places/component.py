"""The recogniser of places: names of the gazetteer in chains, then places known by their class word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import frame_of, propose
from newsextract.lexicon.divisions import by_name
from newsextract.recognize.edges import Words, is_han, word_class
from newsextract.recognize.places.chains import Chain, join
from newsextract.recognize.places.codes import resolve_chain, year_of
from newsextract.recognize.places.gazetteer import find_names
from newsextract.recognize.places.shapes import find_shapes

__all__ = ["WEAK_PLACES", "recognize_places"]

#: Key of the weak short forms that nothing bears out: no places by themselves, but names of bodies may begin with them.
WEAK_PLACES = "newsextract.weak_places"
_DIVISIONS = ("province", "prefecture", "county")
#: Where a place ends but no place is meant: 中国式, 日本料理 stay with their words; 京剧 etc. are jieba's words already.
_NOT_BEFORE = ("式", "裔", "菜", "话", "语", "文", "字", "史", "画")


@Language.component("newsextract_places")
def recognize_places(doc: Doc) -> Doc:
    """Propose places with the GB/T 2260 code of divisions."""
    words = Words(doc)
    text = words.text
    frame = frame_of(doc)
    year = year_of(doc)
    chains = join(words, list(find_names(words)))
    strong_names = {text[s:e] for c in chains if not c.weak for s, e, _ in c.parts}
    unsure: list[Chain] = []
    sure: list[Chain] = []
    for chain in chains:
        (unsure if chain.weak and not _borne_out(text, chain, strong_names) else sure).append(chain)
    chains = sure
    doc.user_data[WEAK_PLACES] = [[c.start, c.end] for c in unsure]
    named: list[tuple[int, str]] = []
    for chain in chains:
        code = None
        before = bisect_right(named, (chain.start, ""))
        near = [c for _, c in reversed(named[max(0, before - 6) : before])]
        if frame["region"]:
            near.append(frame["region"])
        parts = [text[s:e] for s, e, kind in chain.parts if kind in _DIVISIONS]
        if parts:
            code = resolve_chain(parts, near=near, year=year)
            if code:
                named.append((chain.start, code))
        if chain.last not in _DIVISIONS:
            code = None
        if chain.end < len(text) and text[chain.end] in _NOT_BEFORE and not chain.full:
            continue
        if _in_title(text, chain.start, chain.end):
            continue
        confidence, evidence = _weigh(words, chain, code)
        propose(
            doc, chain.start, chain.end, "PLACE", {"code": code}, by="places", confidence=confidence, evidence=evidence
        )
    for start, end, code in _banners(words, named, chains):
        propose(doc, start, end, "PLACE", {"code": code}, by="places", confidence=0.85, evidence=["banner in short"])
    find_shapes(doc, words, chains, unsure)
    return doc


def _banners(words: Words, named: list[tuple[int, str]], chains: list[Chain]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, code) of the banners that the page names in full and calls by their first character: 克旗."""
    codes = dict(named)
    full = {words.text[s:e]: codes[c.start] for c in chains for s, e, _ in c.parts[-1:] if c.start in codes}
    for name, code in full.items():
        if not name.endswith("旗") or len(name) < 4:
            continue
        for hit in re.finditer(name[0] + "旗", words.text):
            if words.is_edge(hit.start()) and words.is_edge(hit.end()):
                yield hit.start(), hit.end(), code


#: Titles of honour, rankings, doctrines that begin with a place and name none: 某省专利奖, “中国某某之乡”, 中国特色社会主义.
_DOCTRINE = re.compile(
    r"中国(?:特色|梦(?![^”]{0,3}想)|式现代化|共产党|人民解放军)|北京时间|(?:中东|[东西][南北]|华[东南西北中])部"
)
_HONOUR = re.compile(r"[^，。；：、“”\n《》（）()]{0,12}?(?:奖|榜|百强|排行榜)(?![励金项])")
#: What makes the name of a paper or bulletin of a line that a place opens: 某某|统计月报.
_PAPER = re.compile(r"[一-鿿]{0,6}(?:[日晚晨早周旬月季年快简公]报|财经|导刊|通讯|内参|年鉴|要闻|工作动态)(?![一-鿿])")
_LABEL = re.compile(r"[^，。；：”\n]{1,14}(?:城市|百强县?|百强市|之乡|之都|示范[市县区]|先进[市县区]|名城)”")
_VERBS = re.compile(r"获|荣|夺|捧|得|参|举|开|入|设|颁|评为|有|的|在|和|与|、|向|为|是|将")


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether a place only opens the name of an award, a ranking or a doctrine."""
    if _DOCTRINE.match(text, start) or ((not start or text[start - 1] == "\n") and _PAPER.match(text, end)):
        return True
    honour = _HONOUR.match(text, end)
    if honour and not _VERBS.search(honour.group()):
        return True
    opened = text.rfind("“", max(0, start - 12), start)
    inside = opened >= 0 and "”" not in text[opened:start]
    return inside and _LABEL.match(text, end) is not None


def _borne_out(text: str, chain: Chain, strong: set[str]) -> bool:
    """Whether the page bears out that a weak short form is a place: the full name stands on it too."""
    name = text[chain.start : chain.end]
    return any(d.name in strong for d in by_name(name) if d.name != name)


def _weigh(words: Words, chain: Chain, code: str | None) -> tuple[float, list[str]]:
    """Confidence of a chain and what spoke for it; less where a noun behind may make it part of another name."""
    evidence = ["gazetteer"]
    if len(chain.parts) > 1:
        evidence.append("chain")
    if chain.full:
        evidence.append("full name")
    if code:
        evidence.append("code")
    if chain.weak:
        return 0.8, [*evidence, "full name elsewhere on the page"]
    text, end = words.text, chain.end
    behind = text[end : words.end_after(end)] if end < len(text) else "\n"
    runs_on = behind[0] in "“—" or (behind[0].isascii() and behind[0].isalpha()) or word_class(behind) == "p"
    opened = (
        chain.start > 0
        and word_class(text[words.start_before(chain.start) : chain.start]) in "op?"
        and is_han(text[chain.start - 1])
    )
    if runs_on or opened:
        return 0.82, [*evidence, "may be part of a longer name"]
    ahead = text[end + 1 : words.end_after(end + 1)] if end + 1 < len(text) else "\n"
    singles = len(behind) == 1 and word_class(behind) == "1" and is_han(behind) and len(ahead) == 1 and is_han(ahead)
    if not chain.full and is_han(behind[0]) and (word_class(behind) == "?" or singles):
        return 0.88, [*evidence, "unknown words behind"]  # perhaps a body that nobody read: 某州|三|轴
    if not code:
        followed = is_han(behind[0]) and word_class(behind) in "no?1"
        return (0.86 if followed or len(chain.parts) > 1 else 0.93), evidence
    return 0.96, evidence
