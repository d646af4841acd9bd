"""The tables of ``docs/accuracy.md`` and ``docs/accuracy.zh-CN.md``, made of ``benchmarks/accuracy.json``.

A table stands in a page between ``<!-- table: NAME -->`` and ``<!-- /table -->``; the prose around it is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from stamp import ROOT

from newsextract.score.compare import VALUE_FIELDS
from newsextract.score.report import CORE, SOFT

#: The results, with ``parts`` by name; the words of a language; a row of cells.
Results = Mapping[str, Any]
Words = Mapping[str, str]
Row = list[str]

ENGLISH: Words = {
    "PAGE": "docs/accuracy.md",
    "fixtures": "fixtures",
    "real_pages": "real pages",
    "jionlp_fixtures": "fixtures, JioNLP",
    "value_cases": "value cases",
    "jionlp_value_cases": "value cases, JioNLP",
    "sentence_sets": "sentences",
    "speed": "speed",
    "jionlp_speed": "speed, JioNLP",
    "of": "of",
    "pages": "pages",
    "cases": "cases",
    "sentences": "sentences",
    "characters": "characters",
    "part": "part",
    "day": "day",
    "commit": "commit",
    "machine": "machine",
    "type": "type",
    "gold": "gold",
    "found": "found",
    "value": "value",
    "renamed": "renamed",
    ": ": ": ",
    "time": "TIME with its value, F1",
    "dated": "date of publication given",
    "undated": "none given",
    "fact": "fact",
    "every": "every field",
    "deal": "deal: amount, kind and all parties",
    "deal, amount and kind": "deal: amount and kind",
    "peer": "peer",
    "its figures": "its figures",
    "read": "read",
    "on": " on {} pages",
    "family": "family",
    "set": "set",
    "tool": "tool",
    "does": "does",
    "chars": "thousand characters a second",
    "start": "seconds to start",
    "peak": "peak MB",
    "fast": "newsextract with rjieba (`fast`)",
    "fast does": "everything: layout, mentions, values, linking, facts",
    "plain does": "the same",
    "posseg does": "words and tags",
    "jieba does": "words",
    "jionlp does": "money and time only",
}
CHINESE: Words = {
    **ENGLISH,
    "PAGE": "docs/accuracy.zh-CN.md",
    "fixtures": "自有版面",
    "real_pages": "真实版面",
    "jionlp_fixtures": "自有版面，JioNLP",
    "value_cases": "取值例句",
    "jionlp_value_cases": "取值例句，JioNLP",
    "sentence_sets": "单句",
    "speed": "速度",
    "jionlp_speed": "速度，JioNLP",
    "of": "数量",
    "pages": "页",
    "cases": "例",
    "sentences": "句",
    "characters": "字符",
    "part": "部分",
    "day": "日期",
    "commit": "提交",
    "machine": "机器",
    "type": "类型",
    "gold": "标准",
    "found": "找到",
    "value": "值",
    "renamed": "换名",
    ": ": "：",
    "time": "TIME 连同值，F1",
    "dated": "告诉出版日期",
    "undated": "不告诉",
    "fact": "事实",
    "every": "所有字段",
    "deal": "deal：金额、种类和所有当事方",
    "deal, amount and kind": "deal：金额和种类",
    "peer": "同类",
    "its figures": "它的数字",
    "read": "读对",
    "on": "，{} 页",
    "family": "类别",
    "set": "数据集",
    "tool": "工具",
    "does": "做什么",
    "chars": "每秒千字",
    "start": "启动秒数",
    "peak": "峰值 MB",
    "fast": "newsextract 加 rjieba（`fast`）",
    "fast does": "全部：版面、提及、值、链接、事实",
    "plain does": "同上",
    "posseg does": "分词和词性",
    "jieba does": "分词",
    "jionlp does": "只有金额和时间",
}
LANGUAGES = (ENGLISH, CHINESE)

JIONLP = "JioNLP 1.5.27"
TOOLS = {"fast": "", "plain": "newsextract", "posseg": "jieba.posseg", "jieba": "jieba", "jionlp": JIONLP}
SETS = {"uner.dev": "UNER_Chinese-GSDSIMP, dev", "peoples_daily.dev": "People's Daily 1998, dev"}
UNITS = {
    "fixtures": "pages",
    "jionlp_fixtures": "pages",
    "real_pages": "pages",
    "value_cases": "cases",
    "jionlp_value_cases": "cases",
    "sentence_sets": "sentences",
    "speed": "characters",
    "jionlp_speed": "characters",
}


def _share(figure: float) -> str:
    return f"{figure:.3f}"


def _prf(row: Mapping[str, float]) -> str:
    return " / ".join(_share(row[name]) for name in ("p", "r", "f1"))


def _figures(results: Results, part: str) -> Any:
    return results["parts"][part]["figures"]


def measured(results: Results, words: Words) -> Iterable[Row]:
    """Which part was measured when, at which commit and on what."""
    yield [words[name] for name in ("part", "of", "day", "commit")] + ["Python", words["machine"]]
    for name, unit in UNITS.items():
        part = results["parts"][name]
        size = f"{part['size']:,} {words[unit]}"
        yield [words[name], size, part["date"], f"`{part['commit']}`", part["python"], part["machine"]]


def mentions(results: Results, words: Words) -> Iterable[Row]:
    """Mentions by type."""
    own, real = _figures(results, "fixtures")["dated"], _figures(results, "real_pages")
    before = [words[name] + words[": "] for name in ("fixtures", "real_pages", "renamed")]
    columns = [before[0] + words["gold"], "P", "R", "F1", words["value"], before[1] + words["gold"], "F1"]
    yield [words["type"], *columns, before[2] + "F1"]
    for kind in (*CORE, *SOFT, "all core"):
        row, other, seeds = own[kind], real["dated"][kind], real["renamed_f1"][kind][1:]
        value = _share(row["value"]) if kind in VALUE_FIELDS or kind == "all core" else ""
        ours = [f"{row['gold']}", _share(row["p"]), _share(row["r"]), _share(row["f1"]), value]
        yield [kind, *ours, f"{other['gold']}", _share(other["f1"]), _share(sum(seeds) / len(seeds))]


def undated(results: Results, words: Words) -> Iterable[Row]:
    """What is left of TIME where no date of publication is given."""
    places = ("fixtures", "real_pages")
    yield [words["time"], *(words[place] for place in places)]
    for way in ("dated", "undated"):
        yield [words[way], *(_share(_figures(results, place)[way]["TIME"]["f1_value"]) for place in places)]


def facts(results: Results, words: Words) -> Iterable[Row]:
    """Facts by kind."""
    own, real = (_figures(results, place)["dated"] for place in ("fixtures", "real_pages"))
    before = [words[name] + words[": "] + words["gold"] for name in ("fixtures", "real_pages")]
    yield [words["fact"], before[0], "P", "R", "F1", words["every"], before[1], "F1", words["every"]]
    for kind in ("appointment", "issuance", "indicator"):
        row, other = own[kind], real[kind]
        full = [_share(r["fully_right"] / r["gold"]) if "fully_right" in r else "" for r in (row, other)]
        ours = [f"{row['gold']}", _share(row["p"]), _share(row["r"]), _share(row["f1"]), full[0]]
        yield [kind, *ours, f"{other['gold']}", _share(other["f1"]), full[1]]


def deals(results: Results, words: Words) -> Iterable[Row]:
    """Deals."""
    yield ["", "", words["gold"], words["found"], "P", "R", "F1"]
    for place in ("fixtures", "real_pages"):
        for kind, row in _figures(results, place)["deals"].items():
            shares = [_share(row[name]) for name in ("p", "r", "f1")]
            yield [words[place], words[kind], f"{row['gold']}", f"{row['pred']}", *shares]


def structure(results: Results, words: Words) -> Iterable[Row]:
    """Structure of pages."""
    own, real = (_figures(results, place)["dated"]["structure"] for place in ("fixtures", "real_pages"))
    yield ["", words["fixtures"], words["real_pages"]]
    for name, figure in own.items():
        yield [name, _share(figure), _share(real[name])]


def peers(results: Results, words: Words) -> Iterable[Row]:
    """Names beside jieba.posseg, money and time beside JioNLP."""
    own, other = _figures(results, "fixtures"), _figures(results, "jionlp_fixtures")
    size, other_size = (results["parts"][part]["size"] for part in ("fixtures", "jionlp_fixtures"))
    jionlp = JIONLP + (words["on"].format(other_size) if other_size != size else "")
    yield [words["type"], "newsextract", words["peer"], words["its figures"]]
    for kind, row in own["posseg"].items():
        yield [kind, _prf(own["newsextract"][kind]), TOOLS["posseg"], _prf(row)]
    for kind, row in other.items():
        ours, its = (f"{_prf(r)}, {words['read']} {_share(r['read'])}" for r in (own["newsextract"][kind], row))
        yield [kind, ours, jionlp, its]


def values(results: Results, words: Words) -> Iterable[Row]:
    """Short texts with expected values."""
    own, other = _figures(results, "value_cases"), _figures(results, "jionlp_value_cases")
    yield [words["family"], words["cases"], "newsextract", JIONLP]
    for family, row in own.items():
        its = f"{other[family]['right']}" if family in other else "—"
        yield [family, f"{row['cases']}", f"{row['right']}", its]


def sentences(results: Results, words: Words) -> Iterable[Row]:
    """Names in single sentences."""
    yield [words["set"], words["type"], "newsextract", TOOLS["posseg"]]
    for name, row in _figures(results, "sentence_sets").items():
        for kind in row["newsextract"]:
            label = f"{SETS[name]}, {row['sentences']:,}"
            yield [label, kind, _prf(row["newsextract"][kind]), _prf(row["posseg"][kind])]


def speed(results: Results, words: Words) -> Iterable[Row]:
    """Processor time."""
    figures = _figures(results, "speed") | _figures(results, "jionlp_speed")
    yield [words["tool"], words["does"], words["chars"], words["start"], words["peak"]]
    for tool, name in TOOLS.items():
        if tool in figures:
            row = figures[tool]
            cells = [
                f"{row['thousand_characters_per_second']:.0f}",
                f"{row['start_seconds']:.1f}",
                f"{row['peak_mb']:.0f}",
            ]
            yield [name or words[tool], words[f"{tool} does"], *cells]


TABLES: dict[str, Callable[[Results, Words], Iterable[Row]]] = {
    "measured": measured,
    "mentions": mentions,
    "undated": undated,
    "facts": facts,
    "deals": deals,
    "structure": structure,
    "peers": peers,
    "values": values,
    "sentences": sentences,
    "speed": speed,
}
MARKED = re.compile(r"(?P<mark><!-- table: (?P<name>\w+) -->\n).*?(?P<end><!-- /table -->)", re.DOTALL)


def table(name: str, results: Results, words: Words) -> str:
    """Render a table in Markdown."""
    head, *rows = TABLES[name](results, words)
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def rendered(page: str, results: Results, words: Words) -> str:
    """Return a page with its tables made anew."""
    return MARKED.sub(lambda at: at["mark"] + table(at["name"], results, words) + at["end"], page)


def write_docs(results: Results) -> None:
    """Write the tables of the pages in both languages."""
    for words in LANGUAGES:
        file = ROOT / words["PAGE"]
        page = file.read_text(encoding="utf-8")
        file.write_text(rendered(page, results, words), encoding="utf-8")
