"""Signs by which a stretch of text shows what it is, read from the text alone."""

from __future__ import annotations

import re
from functools import cache

from newsextract.lexicon import read_rows

__all__ = [
    "FINAL",
    "ends_open",
    "is_furniture",
    "is_heading_shape",
    "is_opening",
    "is_page_number",
    "is_round_up",
    "is_section_name",
    "layout_words",
    "says",
    "starts_paragraph",
    "starts_sentence",
]

#: What a finished sentence ends in.
FINAL = ("。", "！", "？", "!", "?", "…", "。”", "！”", "？”", "。）", "。)", "。’”", "。」", "。》", "；", ";")
#: The dateline of a news text: 本报讯, 新华社某地某月某日电, 某报记者 X 某地报道.
_AGENCY = r"(?:本报|本台|本刊|本网|本社|[\u4e00-\u9fff]{1,8}?(?:社|网|报|台|日报|晚报|早报|都市报|新闻))"
_DATELINE = re.compile(
    rf"^据?{_AGENCY}(?:讯|消息|电(?=[(（记：:])|[^，。；：！？“”()（）《》]{{0,22}}?(?:\d月\d{{1,2}}日|\d日)[^，。；：！？“”()（）《》]{{0,6}}?(?:讯|电)"
    rf"|[^，。；：！？“”()（）《》]{{0,8}}?(?:讯|专电|消息)(?=[(（：:“]))"
    r"|^[\u4e00-\u9fff\d]{0,12}记者[\u4e00-\u9fff·]{2,16}?报道[据：:，,]?"
)
#: A dateline that its column broke off.
_TORN_DATELINE = re.compile(r"^据?(?:本报|本台|新华社|中新社)[\u4e00-\u9fff]{1,8}\d{1,2}月(?:\d{1,2}日?)?[讯电]?$")
_SPEECH = re.compile(r"(?:指出|表示|介绍|强调|认为|透露|坦言|要求|告诉记者|说|称)[，,]")
_SOURCE_FIRST = re.compile(r"据[^，。：]{0,16}?(?:统计|介绍|了解|悉|报道|通报|预测|测算|分析)[，,：]")
_SENTENCE_START = re.compile(
    r"据[^，。]{0,16}?(?:统计|介绍|了解|悉|报道|通报|预测|测算|分析)|[今昨前]天|\d{1,2}月\d{1,2}日|[去今明]年|[上下]半年|[“‘]"
)
_LEAD_CREDIT = re.compile(r"^[^，。；：]{0,20}[(（][^()（）]{0,8}(?:记者|通讯员)[^()（）]{1,60}[)）]")
_PAGE_NUMBER = re.compile(
    r"^(?:[—–\-·•~]+\d{1,4}[—–\-·•~]+|第\d{1,3}[页版]|\d{1,3}版|[A-Z]\d{1,2}版?|\d{1,3}/\d{1,3})$"
)
_DATE = re.compile(
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[〇一二三四五六七八九十]{1,3}月[〇一二三四五六七八九十]{1,3}日"
)
#: What markdown-writing engines leave where a picture stood.
_MASTHEAD = re.compile(
    r"^[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|晨报|都市报|时报|商报|周报|快报|导报|法治报|法制报|青年报|工人报|农民报)$"
)
#: A periodical of an office with its number: 统计月报 2023年2月.
_PERIODICAL = re.compile(
    r"^[\u4e00-\u9fff]{2,10}(?:月报|季报|简报|快报|专报|周报|月刊|旬刊|通讯|信息|动态|参考)(?:19|20)\d\d年?(?:第?\d{1,3}[期号]|\d{1,2}月|第?[一二三四]季度).{0,8}$"
)
#: Whose pictures a page shows where no credit stands below them.
_PICTURES = re.compile(r"^本版[^，。]{0,14}(?:资料|署名)[^，。]{0,8}$")
#: Where an article goes on, or what stands on other pages.
_POINTER = re.compile(
    r"^[（(](?:下转|上接|紧接|转|接)[^（）()。]{0,14}[版页][^（）()。]{0,8}[）)]$|(?:>>|》》|»|→|详见|[（(]见)\s?第?[A-Z]?\d{1,2}版?[）)]?$|^(?:今日|本期|内容)?导读$"
)
_IMAGE = re.compile(r"^!\[[^\]]*\]\([^)]*\)$|^<(?:img|div|/div|br|hr)[^<>]*>$", re.IGNORECASE)
_WEB = re.compile(r"www\.|https?:|[@＠]|\.(?:com|cn|net|example)|(?<!\d)0\d{2,3}-\d{4}", re.IGNORECASE)
_LIST_MARK = re.compile(
    r"^(?:[一二三四五六七八九十百]{1,3}[、是]|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[(（]\d{1,2}[)）]|第[一二三四五六七八九十百\d]{1,4}[章节条]|[①-⑳●■◆▲★☆◎○□▌▶►]|——)"
)


@cache
def layout_words(*uses: str) -> tuple[str, ...]:
    """Return the words of the lexicon ``layout_words`` that serve one of the uses, longest first.

    >>> "记者" in layout_words("credit")
    True
    """
    return tuple(sorted({r["word"] for r in read_rows("layout_words") if r["use"] in uses}, key=lambda w: (-len(w), w)))


def is_opening(text: str) -> bool:
    """Whether a text without blanks opens an article: with a dateline, or with a credit in brackets near its start.

    >>> is_opening("本报讯1月2日，某市"), is_opening("新华社北京8月2日电某人"), is_opening("会议要求")
    (True, True, False)
    """
    head = text[:90]
    return bool(_LEAD_CREDIT.match(head) or _DATELINE.match(head) or _TORN_DATELINE.match(head))


#: What goes on in the lines below it: 市人民政府决定：, 现公告如下：.
_LEADS_ON = re.compile(r"(?:决定|如下|批准|同意)[:：]$")


def is_heading_shape(text: str, lines: int) -> bool:
    """Whether a text without blanks may be a heading: few lines, no sentence ended, none left open.

    >>> is_heading_shape("某市今年新开十所学校", 1), is_heading_shape("他说，今年要办好。", 1)
    (True, False)
    """
    if not text or lines > 4 or len(text) > 90 or text[-1] in "。，、；,;":
        return False
    if _LEADS_ON.search(text):
        return False
    body = text.rstrip("！？!?")
    commas = sum(map(body.count, "，,；"))
    if "。" in body or (commas and (text[-1] in "：:" or commas > 2 or (commas == 2 and not text.startswith("—")))):
        return False
    if any(text.count(o) != text.count(c) for o, c in ("“”", "《》")):
        return False
    return text.count("（") + text.count("(") == text.count("）") + text.count(")")


def is_page_number(text: str) -> bool:
    """Whether a text without blanks is a page's number.

    >>> is_page_number("—4—"), is_page_number("第2版"), is_page_number("4月")
    (True, True, False)
    """
    return bool(_PAGE_NUMBER.match(text))


#: A line with one word of mastheads in it is no longer than this.
_BRIEF = 10


def is_furniture(text: str, *, edge: bool) -> bool:
    """Whether a text without blanks belongs to the page, not to an article.

    Args:
        text: the text.
        edge: it is among the first or the last of the page, where mastheads and imprints stand.

    >>> is_furniture("第2版经济1996年6月12日星期三", edge=True)
    True
    """
    if is_page_number(text) or _IMAGE.match(text) or _POINTER.search(text) or not text:
        return True
    if edge and (_MASTHEAD.match(text) or _PERIODICAL.match(text) or _PICTURES.match(text)):
        return True
    if len(text) > 80 or "。" in text:
        return False
    found = [w for w in layout_words("furniture") if w in text]
    contact = bool(_WEB.search(text))
    if edge and (_DATE.search(text) or (contact and len(text) < 50)):
        return True
    if edge and len(found) == 1:
        # 责任编辑 某某, 今日8版: the word opens or closes a short line; inside a longer one it is part of a headline.
        return (len(text) <= _BRIEF and text.startswith(found[0])) or "您" in found or f"{found[0]}：" in text
    return len(found) + contact >= 2


def is_section_name(text: str) -> bool:
    """Whether a heading is the name of a newspaper column rather than of one article.

    >>> is_section_name("权威发布"), is_section_name("元旦·各地"), is_section_name("某市新开十所学校")
    (True, True, False)
    """
    name = text.strip("·•|｜丨【】[]〔〕()（）<>〈〉▌■□●◆★☆")
    name = re.sub(r"\d{1,2}[°°]?$", "", name)
    known = layout_words("section", "photo_section")
    if name in known:
        return True
    if _LIST_MARK.match(name) or len(name) > 12 or re.search(r"[，。；！？：%]|\d", name):
        return False
    if "·" in name and any(part in known for part in name.split("·")):
        return True
    if len(name) <= _BRIEF and name.endswith(tuple(w for w in layout_words("round_up") if len(w) > 1)):
        return True
    return name.endswith(layout_words("section_end")) or (
        len(name) <= 5 and any(len(w) > 1 and w in name for w in known if len(w) >= len(name) - 2)
    )


def is_round_up(section: str) -> bool:
    """Whether a column holds several short items.

    >>> is_round_up("元旦·各地"), is_round_up("政策解读")
    (True, False)
    """
    return any(w in section for w in layout_words("round_up"))


def ends_open(text: str) -> bool:
    """Whether a text breaks off in mid-sentence.

    >>> ends_open("他说，要继续"), ends_open("他说完了。"), ends_open("现通知如下：")
    (True, False, False)
    """
    tail = text.rstrip("”’」』")
    if not tail or tail.endswith(FINAL) or tail[-1] in "：:":
        return False
    return tail[-1] not in "）)"


def says(text: str) -> bool:
    """Whether a text begins with somebody who says something; a headline has a colon or a blank there, no comma.

    >>> says("市长王明指出，要"), says("市长王明：要办好")
    (True, False)
    """
    return bool(_SPEECH.search(text[:24]))


def starts_sentence(text: str) -> bool:
    """Whether a text begins as many sentences do, and some headings too.

    >>> starts_sentence("据某市海关统计，今年"), starts_sentence("某市海关")
    (True, False)
    """
    return bool(_SENTENCE_START.match(text))


def starts_paragraph(text: str) -> bool:
    """Whether a text begins as paragraphs begin: with a list mark, a dateline, or a word that opens sentences.

    >>> starts_paragraph("（二）加强领导"), starts_paragraph("下一步，某市"), starts_paragraph("动社会资本")
    (True, True, False)
    """
    marked = _LIST_MARK.match(text) or _SOURCE_FIRST.match(text)
    return bool(marked) or text.startswith(layout_words("paragraph_start")) or is_opening(text)
