"""Signs of the parts of an official document (GB/T 9704-2012), read from the text alone."""

from __future__ import annotations

import re

from newsextract.model.page import Role

__all__ = ["BODY_NAME", "ISSUER", "is_addressee_line", "part_of"]

_YEAR = r"(?:(?:19|20)\d\d|[〇○零Ｏ一二三四五六七八九]{4})年"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = rf"{_YEAR}{_DAY}月{_DAY}日"
_PARTS: list[tuple[Role, re.Pattern[str]]] = [
    (
        "doc_number",
        re.compile(
            r"^[\u4e00-\u9fff]{1,14}[〔\[(（【](?:19|20)\d{2}[〕\])）】]第?\d{1,5}号(?:签发人.*)?$|^第\d{1,4}号$|^(?:19|20)\d\d年第\d{1,4}号$"
        ),
    ),
    # Whom a speech speaks to.
    ("addressee", re.compile(r"^(?:(?:尊敬的)?各位(?:代表|委员|来宾|同志|领导|朋友)[^。]{0,20}|同志们)[:：]$")),
    ("cc", re.compile(r"^(?:抄送|抄报|主送|分送|报送)[:：]")),
    ("imprint", re.compile(rf"^.{{0,40}}{_DATE}(?:印发|印制|印)$")),
    (
        "attachment",
        re.compile(
            r"^附(?:件|录)?\d{0,2}$|^附(?:件|表|图|录)?[一二三四五六七八九十\d]{0,2}[:：]|^附表|^附件[一二三四五六七八九十\d]{1,2}"
        ),
    ),
    (
        "note",
        re.compile(
            r"^[（(](?:此件|联系人|公开属性|本文有删减)[^（）()]{0,40}[）)]$|^注(?:释)?[:：]|^联系(?:人|电话|方式)[:：]"
        ),
    ),
    ("issue_date", re.compile(rf"^[（(]?{_YEAR}{_DAY}月(?:{_DAY}日)?[）)]?$")),
    # 某市统计局2023年3月28日 in one line.
    ("signature", re.compile(rf"^[\u4e00-\u9fff、]{{2,28}}(?:政府|委员会|[局厅部署院会]|办公室|公司|中心){_DATE}$")),
]
#: How names of bodies end, in signatures and in the heads of documents.
BODY_NAME = re.compile(
    r"(?:政府|委员会|委|办公厅|办公室|局|厅|部|署|院|会|社|处|队|中心|集团|公司|大学|学院|银行|党组|领导小组|指挥部|纪委|文件)$"
)
ISSUER = re.compile(r"(?:政府|委员会|办公厅|办公室|局|厅|部|署|院|委|文件)$")
_ADDRESSEE_END = re.compile(
    r"(?:政府|管委会?|委员会|[委办厅局部署院会处]|单位|机构|部门|公司|企业|学校|大学|中心|银行|同志|市民|读者|处室|支队|军区|[）)])[:：]$"
)


def part_of(text: str) -> Role | None:
    """Which part of a document a text without blanks is, where its words settle that.

    >>> part_of("某政发〔2020〕4号"), part_of("（此件公开发布）"), part_of("会议要求")
    ('doc_number', 'note', None)
    """
    for role, pattern in _PARTS:
        if pattern.search(text) and (len(text) < 60 or role in ("cc", "attachment") or text[0] == "注"):
            return role
    return None


def is_addressee_line(text: str) -> bool:
    """Whether a text without blanks may be whom a document is sent to.

    >>> is_addressee_line("各县人民政府，市政府各部门："), is_addressee_line("现通知如下：")
    (True, False)
    """
    if not text.endswith(("：", ":")) or len(text) > 400 or "。" in text:
        return False
    return bool(_ADDRESSEE_END.search(text)) and "如下" not in text[-6:]
