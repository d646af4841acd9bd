#!/usr/bin/env python3
"""Is every run of digits of real news read, or known to be no figure?

    figures_coverage.py TEXT [--sample N] [--json OUT.json]

Every run of Arabic digits of a plain text is looked up: inside a mention of any type, or in one of the classes of
non-figures below, or unexplained. The share of unexplained runs is the figure to watch (at most 1 %); ``--sample``
prints some of them, and some of each class, to be judged by eye. The text is read line by line in pieces, by the
very pipeline that extraction runs, undated.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from newsextract.doc import mentions_of, normalise
from newsextract.pipeline import shared_nlp

#: Classes of non-figures: name, what surrounds the run, why it is none. ``{}`` is the run; the first that fits counts.
CLASSES: tuple[tuple[str, str, str], ...] = (
    (
        "long code",
        r"{}(?<=\d{9})",
        "nine digits and more without a unit: stamps of time, numbers of documents and accounts",
    ),
    (
        "letters and digits",
        r"[A-Za-z]\)?[-－—.·” ]{0,2}{}|{}[-－]?(?:MAX|[A-Za-z])"
        r"|[A-Za-z]+\d*[.-]\d*{}|&#?{}",
        "a code, a model, a variant: G20, C919, F-16, IPv6, JN.1, 5G",
    ),
    (
        "service number",
        r"(?:热线|拨打|电话|平台|专线|客服|“)[：:]?{}|\b{}(?:急救|警务|热线|网站|平台|电话|人员)"
        r"|[^\d.](?:1[12]\d|12\d{3}|9\d{4}|10\d{3})(?<={})(?!\d)",
        "a telephone number",
    ),
    (
        "generation",
        r"[^\d]{}后|(?<=\d0、){}后",
        "95后",
    ),
    (
        "score",
        r"\d[:：∶比]{}|{}[:：∶比]\s?\d|总分{}|[胜负平]{}(?=[胜负平]|$)",
        "a result in sport",
    ),
    (
        "formula",
        r"\d\+{}|{}\+|N\+{}|\+{}",
        "10+3, 1+N",
    ),
    (
        "edition",
        r"第{}(?:届|版|[条款章期号次集回])",
        "part of the name of an event, an article of a law, a page",
    ),
    (
        "day as a name",
        r"[·．]{}|{}·",
        "5·18, 9·11",
    ),
    (
        "year of a name",
        r"(?<!\d)(?:19|20)\d\d(?<={})(?![\d.])",
        "a year that stands in a name: 2023…论坛, 报告（2018-2022）",
    ),
    (
        "grade",
        r"{}(?:多|余)?[-—~至到]?\d*(?:吨|亿元|万元|千瓦|万吨|米|兆)?级|{}[-—~至到]\d+(?:\.\d+)?级"
        r"|[-—~至到]{}级|{}(?:星|A)级",
        "a grade or class, no count: 7级大风, 5000吨级",
    ),
    (
        "fraction",
        r"/{}|{}/\d",
        "a fraction without a unit",
    ),
    (
        "product",
        r"[×xX*]\s?{}|{}\s?[×xX*]",
        "2×350兆瓦",
    ),
    (
        "serial of a name",
        r"[\u4e00-\u9fff”][-－—]?{}(?:号|”|型|式|路|[A-Z]|线|机型|院|区|团|师|旅|楼|单元|室|频道|次列车|航班|矿|井|井区|平台|卫星|战机|导弹|星|至\d|旅|集团军|毫米口径)"
        r"|-{}|“{}”|“{}”",
        "a number that is part of a name: 雪龙2号, 海洋石油122",
    ),
    (
        "numbering",
        r"(?:^|\n|（|\(|【){}(?:[.、）)．】]|(?=[^\d.]))",
        "numbering of paragraphs, figures in brackets",
    ),
    (
        "anniversary",
        r"{}(?:周年|个年头|载历程)|第{}天",
        "the serial of an occasion, no length of time: 建交50周年, 春运第12天",
    ),
    (
        "index",
        r"指数(?:为|是|达|降至|升至|的)?{}|至{}(?=，)|线{}",
        "the level of an index, a bare number",
    ),
    (
        "medals",
        r"{}[金银铜]",
        "5金7银: what is counted has no measure word",
    ),
    (
        "headline toll",
        r"{}[死伤亡]",
        "3死27伤",
    ),
    (
        "record",
        r"[秒米]{}的成绩|秒{}|{}秒\d|{}连[冠胜败]",
        "9秒97, 18连冠",
    ),
    (
        "ranking list",
        r"{}强",
        "世界500强",
    ),
    (
        "idiom",
        r"从{}到1|从0到{}",
        "从0到1",
    ),
    (
        "denominator",
        r"每{}",
        "per 100",
    ),
)
PIECE = 20_000


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text between lines into pieces of bounded length, each with where it begins."""
    begun, at = 0, 0
    for line in text.splitlines(keepends=True):
        if at - begun + len(line) > PIECE and at > begun:
            yield begun, text[begun:at]
            begun = at
        at += len(line)
    if at > begun:
        yield begun, text[begun:at]


def class_of(text: str, start: int, end: int) -> str | None:
    """Name the class of non-figures that a run of digits is in, or None."""
    run = text[start:end]
    low, window = max(0, start - 12), text[max(0, start - 12) : end + 12]
    for name, source, _ in CLASSES:
        for hit in re.finditer(source.replace("{}", f"(?:{re.escape(run)})"), window):
            if hit.start() <= start - low and end - low <= hit.end():
                return name
            if hit.start() <= start - low <= hit.end() and hit.end() >= end - low:
                return name
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    text = args.text.read_text(encoding="utf-8")
    folded, nlp = normalise(text), shared_nlp()
    inside: list[str | None] = [None] * len(text)
    begun = time.perf_counter()
    for at, piece in pieces(text):
        for span in mentions_of(nlp(nlp.make_doc(piece))):
            inside[at + span.start : at + span.end] = [span.label_] * (span.end - span.start)
    seconds = time.perf_counter() - begun
    count: Counter[str] = Counter()
    seen: dict[str, list[str]] = defaultdict(list)
    for hit in re.finditer(r"\d+(?:\.\d+)?", folded):
        labels = {label for label in inside[hit.start() : hit.end()] if label}
        kind = f"mention {min(labels)}" if labels else class_of(folded, *hit.span()) or "unexplained"
        count[kind] += 1
        if not labels:
            around = f"{folded[max(0, hit.start() - 10) : hit.start()]}[{hit[0]}]{folded[hit.end() : hit.end() + 10]}"
            seen[kind].append(around.replace("\n", "/"))
    total = sum(count.values())
    print(f"{total} runs of digits in {len(text)} characters, read in {seconds:.1f} s")
    for kind, n in count.most_common():
        print(f"{n:7} {n / total:8.2%}  {kind}")
    chosen = random.Random(0)
    for kind, cases in seen.items() if args.sample else ():
        print(f"\n{kind}")
        for case in chosen.sample(cases, min(args.sample * (8 if kind == "unexplained" else 1), len(cases))):
            print(f"    {case}")
    if args.json:
        report = {"runs": total, "classes": dict(count.most_common()), "unexplained": count["unexplained"] / total}
        args.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
