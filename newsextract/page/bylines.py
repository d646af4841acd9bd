"""Credits: who reported, who contributed, who photographed, in all the forms that newspapers print."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from newsextract.folding import normalise
from newsextract.lexicon import read_rows
from newsextract.page.signs import layout_words

__all__ = ["Credit", "caption_credit", "is_name", "lead_credit", "parse_credit", "tail_credit"]

_ACTIONS = ("摄影报道", "文图", "图文", "摄影", "摄", "文", "图", "报道", "综合报道", "整理", "撰稿")
_BOTH = {"摄影报道", "文图", "图文"}
_PHOTO = {"摄影", "摄", "图"}
_CORRESPONDENT = ("通讯员", "报道员")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+")
_LONE = re.compile(r"[\u4e00-\u9fff]")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BULLET = re.compile(r"^[■□●○▲△◆◇◎☆★▌◢\s]+")
_ACTION_EDGE = re.compile(
    r"(?<!\x00)[/／\s]*(?<!\x00)(摄影报道|文[/／]图|图[/／]文|综合报道|摄影|(?<=[/／])[文图摄]|摄(?=$|[\s（(。]))(?=$|[\s、，,（(。/／])"
)
_ACTION_FIRST = re.compile(
    r"(?:^|(?<=\s))(?:(文图|图文|文[/／]图|图[/／]文)(?:\s*[/／：:]\s*|\s+)|(摄影|文|图|撰文)\s*[/／：:]\s*)(?=(?![文图](?:\s|$))[\u4e00-\u9fff])"
)
_SOURCE = re.compile(
    r"^[（(][^（）()。]{0,24}?(?:特稿|专稿|供稿|供图|供本报[^）)]{0,6}|综合报道|[社网报]电|(?:本文)?作者(?:系|为|单位|简介)[^）)]{0,40}|来源[:：][^）)]{1,20}|据[^）)]{1,16})[）)]$|^来源[:：].{2,20}$"
)
_REMARK = re.compile(r"[（(](?:资料片|资料图|资料照片|图片由[^）)]{2,20}提供)[）)]")
#: In a lead: (记者 X 通讯员 Y), or, standing open, 记者 X 报道.
_BRACKET = re.compile(r"[（(]([^（）()]{2,80})[）)]")
_OPEN = re.compile(
    r"(?:记者|通讯员)\s*(?!从|在|自|近日|日前|了解|获悉)([\u4e00-\u9fff]{2,3}?)\s*(?=从|在|自|报道|了解|获悉|日前|近日|昨|今|[\u4e00-\u9fff]{2,4}报道|[，,：:])"
)


_TAIL = re.compile(r"[。！？”]\s*([（(][^（）()。]{2,40}[）)])$")
_CAPTION_TAIL = re.compile(r"(?:^|[。）)！？\s])\s*([（(]?[^。（()）]{2,40}摄(?:影报道)?[）)]?)。?$")
_BEFORE = ("讯", "电", "道", "社", "报")


@dataclass(slots=True)
class Credit:
    """Names by what they did."""

    reporters: list[str] = field(default_factory=list)
    correspondents: list[str] = field(default_factory=list)
    photographers: list[str] = field(default_factory=list)
    source: bool = False

    def add(self, other: Credit) -> None:
        """Take over another credit's names, each once."""
        for role in ("reporters", "correspondents", "photographers"):
            mine: list[str] = getattr(self, role)
            mine.extend(n for n in getattr(other, role) if n not in mine)

    @property
    def names(self) -> list[str]:
        """All names."""
        return self.reporters + self.correspondents + self.photographers


@cache
def _surnames() -> frozenset[str]:
    return frozenset(r["surname"] for r in read_rows("surnames"))


@cache
def _labels() -> re.Pattern[str]:
    words = [w for w in layout_words("credit") if len(w) > 1]
    return re.compile(rf"[^\s、，,/／（()）]{{0,10}}?(?:{'|'.join(words)})[:：]?")


def _is_name(token: str) -> bool:
    return bool(_NAME.fullmatch(token)) and ("·" in token or token[:1] in _surnames() or token[:2] in _surnames())


def _plain(action: str) -> str:
    return action.replace("/", "").replace("／", "")


def _tokens(text: str) -> list[str]:
    text = _ACTION_FIRST.sub(lambda m: f" \x00{_plain(m[1] or m[2])} ", text)
    text = _ACTION_EDGE.sub(lambda m: f" \x01{_plain(m[1])} ", text)
    text = _labels().sub(lambda m: f" {m[0].rstrip('：:')} ", text)
    # The dot inside a name (帕提古丽·阿不来提) sets nothing apart; short names are often printed wide (曲　凡, 罗 开 应).
    tokens: list[str] = []
    wide = False
    for token in filter(None, re.split(r"[\s、，,/／|｜]+|(?<![\u4e00-\u9fff])·|·(?![\u4e00-\u9fff])", text)):
        lone = _LONE.fullmatch(token) is not None
        short = lone or (
            len(token) == 2 and _HAN.fullmatch(token) is not None and bool(tokens) and len(tokens[-1]) == 1
        )
        if short and tokens and (tokens[-1] in _surnames() if len(tokens[-1]) == 1 else wide and len(tokens[-1]) == 2):
            tokens[-1] += token
            wide = True
        else:
            tokens.append(token)
            wide = False
    return tokens


def parse_credit(text: str) -> Credit | None:
    """Read a line that holds nothing but a credit.

    Args:
        text: clean text in which blanks set names apart.

    Returns:
        the names, or None where the line says something else.

    >>> parse_credit("□本报记者 王小明/文 通讯员 李兰/摄").photographers
    ['李兰']
    >>> parse_credit("本报记者 张三 通讯员 李四 摄影报道").reporters
    ['张三']
    >>> parse_credit("记者从市教育局获悉") is None
    True
    """
    text = normalise(text).strip()
    if not text or len(text) > 120 or "。" in text.rstrip("。"):
        return None
    if _SOURCE.match(text):
        return Credit(source=True)
    bare = _REMARK.sub("", _BULLET.sub("", text)).strip("。 ")
    marked = len(bare) < len(text)
    if bare[:1] in "（(" and bare[-1:] in "）)":
        bare, marked = bare[1:-1], True
    credit = _interpret(_tokens(bare), marked=marked)
    return credit if credit and credit.names else None


def _interpret(tokens: list[str], *, marked: bool) -> Credit | None:
    credit = Credit()
    label = ""
    evident = marked
    pending: list[tuple[str, str, bool]] = []  # name, label, label stands right before it
    fresh = first_photo = text_and_picture = False
    words = _labels()
    has_text = any(t[1:] == "文" for t in tokens)
    for token in tokens:
        if token[0] == "\x00":
            _settle(credit, pending, "", named=False)
            first_photo = token[1:] in _PHOTO
            text_and_picture = token[1:] in _BOTH
            label, evident = "", True
        elif token[0] == "\x01":
            _settle(credit, pending, token[1:], named=has_text)
            evident = True
        elif words.fullmatch(token):
            label, fresh, evident, first_photo = token, True, True, False
        elif token in _ACTIONS:
            _settle(credit, pending, token, named=has_text)
            evident = True
        elif token.endswith("报道") and len(token) <= 8:
            continue
        elif _is_name(token) or (label and _NAME.fullmatch(token) and len(token) <= 3):
            # Behind 记者 or 通讯员 a rare surname is one too.
            if first_photo or text_and_picture:
                credit.photographers.append(token)
            if not first_photo:
                pending.append((token, label, fresh))
            fresh = False
        else:
            return None
    _settle(credit, pending, "", named=False)
    return credit if evident else None


def _settle(credit: Credit, pending: list[tuple[str, str, bool]], action: str, *, named: bool) -> None:
    """Give the names since the last action their roles."""
    for name, label, fresh in pending:
        if action in _PHOTO or action in _BOTH:
            credit.photographers.append(name)
        # 记者 A/文 通讯员 B/摄: B is called a correspondent and took the picture; 记者 A 摄 is a photographer only.
        if action not in _PHOTO or (named and fresh):
            side = credit.correspondents if label.endswith(_CORRESPONDENT) else credit.reporters
            if name not in side:
                side.append(name)
    pending.clear()


def is_name(text: str) -> bool:
    """Whether a text is a personal name and nothing else, as far as its surname and length say.

    >>> is_name("何建华"), is_name("县域经济")
    (True, False)
    """
    return len(text) <= 3 and _is_name(text) and text not in layout_words("section", "round_up")


def caption_credit(text: str) -> Credit:
    """Read the credit behind the words of a picture: …。王小明 摄, …（记者 王小明 摄）.

    >>> caption_credit("图为学生在上课。(资料片) 本报记者 王小明 摄").photographers
    ['王小明']
    """
    text = normalise(text).strip()
    tail = _CAPTION_TAIL.search(text[-60:])
    credit = parse_credit(tail[1]) if tail else None
    return credit if credit and credit.photographers else Credit()


def tail_credit(text: str) -> Credit:
    """Read the names in brackets that an article ends with: …。（王小明 李兰）.

    >>> tail_credit("图书馆开馆，藏书46万册。（王小明 李兰）").reporters
    ['王小明', '李兰']
    """
    found = _TAIL.search(normalise(text[-48:]))
    credit = parse_credit(found[1]) if found else None
    return credit or Credit()


def lead_credit(text: str) -> Credit:
    """Read the credit in the lead of an article: in brackets behind the dateline, or open behind it.

    Args:
        text: clean text of the article's first paragraph.

    >>> lead_credit("本报讯(记者 王小明 通讯员 李兰)1月2日").correspondents
    ['李兰']
    >>> lead_credit("某报北京6月11日讯 记者江兰从正在此间举行的").reporters
    ['江兰']
    """
    head = normalise(text[:160])
    for m in _BRACKET.finditer(head[:130]):
        if m.start() > 60:
            break
        credit = parse_credit(m[0])
        if credit and not credit.source:
            return credit
    credit = Credit()
    opened = _OPEN.search(head[:60])
    if opened and _is_name(opened[1]) and (opened.start() < 12 or head[: opened.start()].rstrip().endswith(_BEFORE)):
        (credit.correspondents if opened[0].startswith("通讯员") else credit.reporters).append(opened[1])
    return credit
