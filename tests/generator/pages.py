"""Pages made under a seed from plain articles, by what presses and OCR engines do to them, with the truth kept.

What the defects look like was measured on real pages: columns 10 to 26 characters wide, one running block in four cut
by a column's end in mid-sentence (inside figures and names too), one line in forty stretched letter by letter, a blank
torn into one figure in thirty, two-character names set apart, pictures and other articles' columns between two halves
of a sentence, headings above, below or beside their text.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["DEFECTS", "ENCODINGS", "Made", "Plain", "make_page", "write_articles"]

#: What can be done to a page, each on its own or all together.
DEFECTS = (
    "wrapped", "columns", "stretched", "figures", "names", "captions", "after", "between", "interleaved", "full_width",
    "furniture", "markdown", "bylines", "sections",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹"
_GIVEN = [
    "建国",
    "晓红",
    "志强",
    "海燕",
    "文博",
    "春梅",
    "立新",
    "思远",
    "雨桐",
    "德胜",
    "静",
    "磊",
    "洋",
    "鹏",
    "岚",
    "俊峰",
]
_CITIES = ["绵阳市", "柳州市", "宜昌市", "阜阳市", "赣州市", "曲靖市", "榆林市", "锦州市", "漳州市", "岳阳市"]
_COUNTIES = ["三台县", "鹿寨县", "远安县", "临泉县", "信丰县", "陆良县", "绥德县", "义县", "漳浦县", "平江县"]
_FIRMS = [
    "恒岳机械有限公司",
    "禾田农业科技有限公司",
    "清源环保股份有限公司",
    "远帆商贸有限公司",
    "星桥智能装备有限公司",
]
_FULL = str.maketrans("0123456789%.", "０１２３４５６７８９％．")


@dataclass
class Plain:
    """An article as its author wrote it."""

    headline: str
    kicker: str = ""
    subhead: str = ""
    paragraphs: list[tuple[str, str]] = field(default_factory=list)  # role, text
    photo: str = ""
    people: list[str] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its running text without blanks, its crossheads in 【】."""
        return "".join("".join(t.split()) if role == "body" else f"【{t}】" for role, t in self.paragraphs)


@dataclass
class Made:
    """A page and what it was made from."""

    text: str
    articles: list[Plain]
    encoding: str = "utf-8"

    @property
    def data(self) -> bytes:
        """The page as bytes."""
        return self.text.encode(self.encoding)


def _templates() -> list[str]:
    text = Path(__file__).with_name("articles.txt").read_text(encoding="utf-8")
    return [part.strip() for part in text.split("\n==\n")[1:] if part.strip()]


def _name(rng: random.Random, taken: set[str]) -> str:
    while True:
        name = rng.choice(_SURNAMES) + rng.choice(_GIVEN)
        if name not in taken:
            taken.add(name)
            return name


def write_articles(rng: random.Random, number: int) -> list[Plain]:
    """Write articles of different subjects."""
    made = []
    taken: set[str] = set()
    for template in rng.sample(_templates(), number):
        place = rng.randrange(len(_CITIES))
        slots = {"city": _CITIES[place], "county": _COUNTIES[place], "firm": _CITIES[place][:-1] + rng.choice(_FIRMS)}
        slots |= {k: _name(rng, taken) for k in ("p1", "p2", "p3", "r1", "r2", "c1")}
        slots |= {
            f"n{i}": str(rng.choice([rng.randint(2, 99), rng.randint(100, 9999), rng.randint(10000, 60000)]))
            for i in range(1, 10)
        }
        slots |= {f"d{i}": f"{rng.uniform(1, 99):.1f}" for i in range(1, 10)}
        article = Plain("")
        for line in template.splitlines():
            key, value = line.split(": ", 1)
            value = value.format_map(slots)
            if key in ("kicker", "headline", "subhead", "photo"):
                setattr(article, key, value)
            else:
                article.paragraphs.append(("crosshead" if key == "cross" else "body", value))
        article.people = [slots[k] for k in ("p1", "p2", "p3") if slots[k] in article.text]
        article.writers = [slots[k] for k in ("r1", "r2", "c1")]
        made.append(article)
    return made


def make_page(
    seed: int, defects: frozenset[str] | set[str], *, number: int | None = None, encoding: str = "utf-8"
) -> Made:
    """Make a page: the same seed gives the same articles, whatever is done to them.

    Args:
        seed: of the articles and, apart from them, of the defects.
        defects: some of ``DEFECTS``.
        number: of articles.
        encoding: that the page's bytes are in.
    """
    rng = random.Random(seed)
    articles = write_articles(rng, number or rng.randint(2, 4))
    rng = random.Random(f"{seed} {sorted(defects)}")
    # A story beside another has a measure of its own.
    widths = [rng.randint(10, 26) for _ in articles]
    if "interleaved" in defects:
        widths[:2] = rng.sample([rng.randint(10, 14), rng.randint(19, 26)], 2)
    columns = [_set(article, defects, rng, width) for article, width in zip(articles, widths, strict=True)]
    if "interleaved" in defects and len(columns) > 1:
        columns[:2] = [_interleave(columns[0], columns[1], rng)]
    blocks = [block for column in columns for block in column]
    if "furniture" in defects:
        blocks = ["A3 民生·综合\n2023年11月6日 星期一  责任编辑 周宁", *blocks, "本版编辑 校对 新闻热线：0000-0000000"]
    return Made("\n\n".join(blocks) + "\n", articles, encoding)


def _set(article: Plain, defects: frozenset[str] | set[str], rng: random.Random, width: int) -> list[str]:
    """Set one article: its blocks as they stand on the page."""
    if "wrapped" not in defects:
        width = 0
    heads = [h for h in (article.kicker, article.headline, article.subhead) if h]
    runs: list[str] = []
    bodies = [n for n, (role, _) in enumerate(article.paragraphs) if role == "body"]
    cut_at = (
        set(rng.sample(bodies, max(1, len(bodies) // 2))) if "columns" in defects or "captions" in defects else set()
    )
    for n, (role, text) in enumerate(article.paragraphs):
        if role == "crosshead":
            runs.append(text)
            continue
        parts = [text]
        if n in cut_at and len(text) > 30:
            at = _break(text, rng)
            parts = [text[:at], text[at:]]
        made = [_wrap(_tear(part, article, defects, rng), width, defects, rng) for part in parts]
        if len(parts) == 2 and "captions" in defects and article.photo:
            caption, credit = article.photo.rsplit("。", 1)
            made[1:1] = [_wrap(caption + "。", width, set(), rng), credit]
        runs += made
    if "markdown" in defects:
        heads = [f"# {h}" if h == article.headline else h for h in heads]
        crossheads = {t for role, t in article.paragraphs if role == "crosshead"}
        runs = [f"### {r}" if r in crossheads else r for r in runs]
    opens = re.match(r"本报|新华社", article.paragraphs[0][1])
    if "sections" in defects and not opens and rng.random() < 0.5:
        heads.insert(0, rng.choice(["民生", "权威发布", "经济·民生", "聚焦"]))
    if "bylines" in defects and not opens:
        names = rng.sample(article.writers, 2)
        credit = rng.choice(
            [f"□本报记者 {names[0]}", f"本报记者 {names[0]} 通讯员 {names[1]}", f"（{names[0]} {names[1]}）"]
        )
        if credit[0] == "（" or rng.random() < 0.3:
            runs.append(credit)
        else:
            heads.append(credit)
    # A heading stands below its text only where the text shows by its opening that it begins there.
    if "between" in defects and opens and len(runs) > 2:
        return runs[:1] + heads + runs[1:]
    if "after" in defects and opens:
        return runs + heads
    return heads + runs


def _break(text: str, rng: random.Random) -> int:
    """Where a column ends: in mid-sentence, anywhere, inside figures and names too."""
    spots = [
        i
        for i in range(10, len(text) - 10)
        if text[i - 1] not in "。！？；：”）" and text[i] not in "，。、；：！？”）%"
    ]
    return rng.choice(spots)


def _tear(text: str, article: Plain, defects: frozenset[str] | set[str], rng: random.Random) -> str:
    """Tear figures and names apart, print figures full width."""
    if "figures" in defects:
        text = re.sub(r"(?<=\d)(?=\d)", lambda m: " " if rng.random() < 0.15 else "", text)
    if "full_width" in defects:
        text = re.sub(r"[\d.%]+", lambda m: m[0].translate(_FULL) if rng.random() < 0.5 else m[0], text)
    if "names" in defects:
        for name in article.people:
            if len(name) == 2:
                text = text.replace(name, " ".join(name))
    return text


def _wrap(text: str, width: int, defects: frozenset[str] | set[str], rng: random.Random) -> str:
    """Break a text into lines as wide as the column; stretch some of them letter by letter."""
    if not width:
        return _stretch_words(text, rng) if "stretched" in defects else text
    lines, line, used = [], "", 0.0
    for char in text:
        size = 0.5 if char.isascii() else 1.0
        if used + size > width and char not in "，。、；：！？”）%":
            lines.append(line)
            line, used = "", 0.0
        line += char
        used += size
    lines.append(line)
    if "stretched" in defects:
        lines = [_stretched(x) if len(x) > 6 and rng.random() < 0.1 else x for x in lines[:-1]] + lines[-1:]
    return "\n".join(x.strip() for x in lines)


def _stretched(line: str) -> str:
    return "".join(f"{c} " if c > "⺀" else c for c in line)


def _stretch_words(text: str, rng: random.Random) -> str:
    """Stretch a run of a text that stands in one line."""
    runs = [m.span() for m in re.finditer(r"[一-鿿]{8,}", text)]
    if not runs:
        return text
    start, end = rng.choice(runs)
    return text[:start] + " ".join(text[start : start + 6]) + text[start + 6 : end] + text[end:]


def _interleave(first: list[str], second: list[str], rng: random.Random) -> list[str]:
    """Set the columns of one article between those of another: the second begins while the first goes on."""
    cut = rng.randint(max(2, len(first) // 2), len(first) - 1) if len(first) > 3 else len(first)
    while cut > 1 and len(first[cut - 1]) < 20:  # no column ends with a heading
        cut -= 1
    return first[:cut] + second + first[cut:]
