"""Numbers of official documents: 国发〔2015〕71号, in every bracket and width, and the bodies their codes stand for."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from newsextract.lexicon import read_rows
from newsextract.recognize.patterns import Pattern, before

__all__ = ["DocNumber", "find_numbers", "issuer_of_code"]

_DIGITS = r"(?:[0-9][0-9\ ]{0,6}+(?:[-—－][0-9]{1,2})?|[〇零一二三四五六七八九十百]{1,7}+)"
_YEAR = r"(?:[12]\ ?[0-9]\ ?[0-9]\ ?[0-9]|[一二][〇零○O0一二三四五六七八九]{3})"

#: A dated number: code, year in any bracket (the closing one may be lost or of another kind), serial number.
_DATED = Pattern(
    "number of a document with its year",
    rf"""
    (?<code>\p{{Han}}{{1,12}}?(?:[（(]\p{{Han}}{{1,4}}[)）])?\p{{Han}}{{0,4}}) \ ?
    [〔\[［【（({{〈｛〖「] \ ? (?<year>{_YEAR}) \ ?年?\ ? [〕\]］】）)}}〉｝〗」] \ ?
    (?<ordinal>第?) \ ? (?<serial>{_DIGITS}) \ ? 号
    """,
)
#: Orders, announcements and rulings carry no year, or carry it without brackets: 国务院令第734号, 公告2021年第15号.
_UNDATED = Pattern(
    "number of an order or announcement",
    rf"""
    (?<code>\p{{Han}}{{2,30}}?(?:令|公告|通告)) \ ?
    (?:[〔\[［【（(]?\ ?(?<year>{_YEAR})\ ?[〕\]］】）)]?\ ?年?)? \ ?
    (?<ordinal>第) \ ? (?<serial>{_DIGITS}) \ ? 号
    | (?<code>\p{{Han}}{{2,30}}?)(?<year>[12][0-9]{{3}})年(?<ordinal>第)(?<serial>[0-9]{{1,4}}+)号(?<order>令|公告|通告)
    """,
    # The name of the order and its number, or the number and then the name, behind 30 characters of the body's.
    starts=before("[令告](?=[^，。；\n]{0,16}第)|号(?=令|公告|通告)", most=44),
)
#: Case numbers of courts: the year leads.
_CASE = Pattern(
    "number of a case at court",
    rf"[〔\[［【（(]\ ?(?<year>{_YEAR})\ ?[〕\]］】）)]\ ?(?<code>\p{{Han}}{{1,2}}[0-9]{{0,4}}\p{{Han}}{{1,4}})(?<ordinal>第?)(?<serial>[0-9]{{1,6}}+)号"
    r"(?:之[一二三四五六七八九十])?",
)

#: Words that stand before a code in running text and are no part of it.
_LEAD = regex.compile(
    r".*(?:根据|依据|按照|依照|遵照|参照|执行|落实|贯彻|转发|印发|下发|发布|公布|废止|代替|替代|详见|文件|文号|发文字号|编号|字号|收到|接到|批准|"
    r"以|见|按|经|由|和(?!国)|与|及|或|的|据|附|依|即|为|在|将|把|对|现|该)(?=\p{Han}{2})"
)
_ORDER_ISSUER = regex.compile(
    r"(?:中华人民共和国)?(?:国家)?(?:\p{Han}{2,18}(?:部|委|委员会|局|厅|署|院|总局|政府|银行|海关总署|办公室|[监保]会)|国务院|主席|中央军委)"
    r"(?:、?\p{Han}{2,18}(?:部|委|委员会|局|厅|署|院|总局|政府|银行|办公室))*(?:令|公告|通告)$"
)
_BODY_END = regex.compile(r"(?:厅|部|局|委|会|政府|院|署)$")
_ORDER = regex.compile(r"(?:中华人民共和国(?!主席))?(?<body>\p{Han}{2,40}?(?<!主席))(?:令|公告|通告)")


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A number found in a text: its place, its one spelling, and the body that its code stands for."""

    start: int
    end: int
    value: str
    issuer: str | None
    code: str = ""


@functools.cache
def _codes() -> dict[str, str]:
    return {row["code"]: row["body"] for row in read_rows("issuer_codes")}


@functools.cache
def _regions() -> dict[str, tuple[str, str]]:
    return {row["abbreviation"]: (row["name"], row["office"]) for row in read_rows("region_codes")}


@functools.cache
def _rules() -> dict[str, str]:
    return {row["suffix"]: row["body"] for row in read_rows("issuer_code_rules")}


def issuer_of_code(code: str, near: Iterable[str] = ()) -> str | None:
    """Expand the code of an issuing body: from the list of national ones, else region + rule.

    Args:
        code: what stands before the year, without 第.
        near: full names of cities that the page speaks of; an abbreviation that the lexicon does not know stands for
            the one of them that begins with it.

    Returns:
        the body's full name; None where the lexicons do not say, or an abbreviation means two places.

    >>> issuer_of_code("国发"), issuer_of_code("鲁政办发"), issuer_of_code("辽财农"), issuer_of_code("某某发")
    ('国务院', '山东省人民政府办公厅', '辽宁省财政厅', None)
    >>> issuer_of_code("济政发"), issuer_of_code("济政发", near=["济宁市"])
    (None, '济宁市人民政府')
    """
    body = _codes().get(code)
    if body is not None:
        return body
    order = _ORDER.fullmatch(code)
    if order is not None:
        return order["body"]
    for size in (1, 2):
        rule = _rules().get(code[size:])
        if rule is None:
            continue
        region, office = _regions().get(code[:size], (None, "-"))
        cities = {name for name in near if name.startswith(code[:size])} if region is None else set()
        if len(cities) == 1:
            region = cities.pop()
            office = next((o for name, o in _regions().values() if name == region), "办公室")
        if region is None or ("{office}" in rule and office == "-"):
            continue
        department = "局" if region.endswith("市") else "厅"
        return rule.format(region=region, office=office, department=department)
    return None


def _number(text: str, hit: regex.Match[str], start: int, code: str) -> DocNumber:
    year, ordinal = hit.groupdict().get("year"), hit["ordinal"]
    serial = hit["serial"].replace(" ", "")
    order = hit.groupdict().get("order") or ""
    dated = f"〔{year.replace(' ', '')}〕" if year else ""
    unbracketed = year is not None and text[hit.end("year") : hit.end("year") + 2].lstrip().startswith("年")
    if year and unbracketed and (code + order).endswith(("公告", "通告", "令")):
        dated = f"{year.replace(' ', '')}年"
    return DocNumber(start, hit.end(), f"{code}{dated}{ordinal}{serial}号{order}", issuer_of_code(code + order), code)


def _trim(code: str) -> int:
    """How many characters of what stands before the year belong to the sentence, not to the code."""
    if code in _codes():
        return 0
    lead = _LEAD.match(code)
    at = lead.end() if lead else 0
    # The body may stand right before its code: 中共中央办公厅|厅字.
    return next((n for n in range(at + 3, len(code) - 1) if code[n:] in _codes() and _BODY_END.search(code[:n])), at)


def find_numbers(text: str) -> Iterator[DocNumber]:
    """Find the numbers of documents in a normalised text.

    >>> [n.value for n in find_numbers("根据国发[2015] 7 1号和财政部令第87号")]
    ['国发〔2015〕71号', '财政部令第87号']
    """
    if "号" not in text:
        return
    taken: list[tuple[int, int]] = []
    for hit in _CASE.finditer(text):
        taken.append(hit.span())
        yield DocNumber(*hit.span(), f"〔{hit['year'].replace(' ', '')}〕" + text[hit.start("code") : hit.end()], None)
    for hit in _DATED.finditer(text):
        if any(a < hit.end() and hit.start() < b for a, b in taken):
            continue
        cut = _trim(hit["code"])
        taken.append((hit.start() + cut, hit.end()))
        yield _number(text, hit, hit.start() + cut, hit["code"][cut:].replace("(", "（").replace(")", "）"))
    for hit in _UNDATED.finditer(text):
        order = _ORDER_ISSUER.search(hit["code"] + (hit["order"] or ""))
        if order is None:
            continue
        cut = order.start()
        lead = _LEAD.match(hit["code"], cut)
        cut = lead.end() if lead else cut
        if not any(a < hit.end() and hit.start() + cut < b for a, b in taken):
            yield _number(text, hit, hit.start() + cut, hit["code"][cut:])
