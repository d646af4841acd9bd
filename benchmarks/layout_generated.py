"""Generated pages: how many articles come back whole, and how many mentions stay the same however a page is set.

    python benchmarks/layout_generated.py [PAGES] [--mentions] [--show N]

For each kind of defect alone and for all together: articles whose headline and whole text come back, and with
--mentions the share of mentions (type, text, value) that are those of the same page set plainly.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from generator.check import fold, running_text, whole_articles
from generator.pages import DEFECTS, make_page

from newsextract import extract
from newsextract.page.analyse import analyse

FIGURES = {"MONEY", "PERCENT", "TIME", "POLICY", "DOC_NUMBER"}
NAMES = {"PERSON", "ORG", "PLACE", "POSITION", "EVENT", "PRODUCT", "WORK", "QUANTITY", "ORDINAL"}


def kinds():
    yield "plain", frozenset()
    for defect in DEFECTS:
        yield defect, frozenset({defect} | ({"wrapped"} if defect in ("stretched", "interleaved") else set()))
    yield "all", frozenset(DEFECTS) - {"interleaved", "between"}


def mentions(text):
    found = Counter()
    for m in extract(text, published=dt.date(2023, 11, 6)).mentions:
        value = json.dumps(m.value.model_dump(mode="json") if m.value else None, ensure_ascii=False, sort_keys=True)
        plain = fold("".join(m.text.split()))
        found[m.type, plain, value] += 1
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", type=int, default=500)
    parser.add_argument("--mentions", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    table = list(kinds())
    whole = defaultdict(lambda: [0, 0])
    same = defaultdict(lambda: [0, 0, 0, 0])
    for seed in range(args.pages):
        kind, defects = table[seed % len(table)]
        made = make_page(seed, defects)
        got, want = whole_articles(made)
        whole[kind][0] += got
        whole[kind][1] += want
        if got < want and args.show:
            args.show -= 1
            show(kind, seed, made)
        if args.mentions:
            plain, torn = mentions(make_page(seed, frozenset()).text), mentions(made.text)
            for n, types in ((0, FIGURES), (2, NAMES)):
                a = Counter({k: v for k, v in plain.items() if k[0] in types})
                b = Counter({k: v for k, v in torn.items() if k[0] in types})
                same[kind][n] += (a & b).total()
                same[kind][n + 1] += a.total()
                if args.show and n == 0 and a - b:
                    print("  lost", seed, kind, list(a - b)[:4], "instead", list(b - a)[:4])
    total = [sum(v[i] for v in whole.values()) for i in (0, 1)]
    for kind, (got, want) in [*whole.items(), ("total", total)]:
        line = f"{kind:12} articles whole {got:4}/{want:4} {got / want:.3f}"
        if args.mentions and kind in same:
            a, b, c, d = same[kind]
            line += f"   figures the same {a}/{b} {a / max(b, 1):.4f}   names {c}/{d} {c / max(d, 1):.4f}"
        print(line)


def show(kind, seed, made):
    layout = analyse(made.text)
    texts = {"".join((a.headline or "").split()): running_text(layout, n) for n, a in enumerate(layout.articles)}
    for a in made.articles:
        headline = "".join(a.headline.split())
        got = texts.get(headline)
        if got is None:
            print(f"-- {kind} {seed} no headline {headline}; there are {list(texts)}")
        elif fold(got) != a.text:
            at = next(
                (i for i, (x, y) in enumerate(zip(fold(got), a.text, strict=False)) if x != y),
                min(len(got), len(a.text)),
            )
            print(
                f"-- {kind} {seed} {headline}: …{a.text[at - 12 : at]}| want {a.text[at : at + 16]} got {got[at : at + 16]}"
            )


if __name__ == "__main__":
    main()
