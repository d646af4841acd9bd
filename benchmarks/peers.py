#!/usr/bin/env python3
"""The same gold pages through jieba.posseg (names) and JioNLP (money and time), beside newsextract.

    python benchmarks/peers.py newsextract posseg jionlp [--gold fixtures/gold] [--pages fixtures/pages] [--json OUT.json]

A tool that is not installed is left out; JioNLP wants a virtual environment of its own (pip install jionlp==1.5.27), in which this
script runs without newsextract. Peers are given an easy task: the gold's blocks with the blanks and line ends of the layout taken out, so
that nothing is cut and no layout has to be understood; newsextract is given the page as it is. A mention is found where its
characters are exactly the gold's; its value is right where the figures (low, high, currency) or the days (start, end) are. Peers draw edges
otherwise: ``read`` is the share of the gold's mentions that any mention of the type touches with the right value.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import importlib.util
import io
import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

#: Pieces, type, value (what is compared of it).
Found = tuple[list[tuple[int, int]], str, tuple[Any, ...]]
Finder = Callable[[str, dt.date | None], Iterator[Found]]

TYPES = {
    "newsextract": ("PERSON", "ORG", "PLACE", "MONEY", "TIME"),
    "posseg": ("PERSON", "ORG", "PLACE"),
    "jionlp": ("MONEY", "TIME"),
}
PACKAGES = {"newsextract": "newsextract", "posseg": "jieba", "jionlp": "jionlp"}
_TAGS = {"nr": "PERSON", "nrt": "PERSON", "nrfg": "PERSON", "nt": "ORG", "ns": "PLACE"}
_CURRENCIES = {
    "元": "CNY",
    "港元": "HKD",
    "港币": "HKD",
    "美元": "USD",
    "日元": "JPY",
    "欧元": "EUR",
    "英镑": "GBP",
    "卢布": "RUB",
    "韩元": "KRW",
}


def compared(kind: str, value: dict[str, Any]) -> tuple[Any, ...]:
    """What is compared of a value of ours or of the gold's."""
    if kind == "MONEY":
        return Decimal(value["low"]), Decimal(value["high"]), value["currency"]
    if kind == "TIME":
        return value.get("start"), value.get("end")
    return ()


def newsextract() -> Finder:
    import newsextract

    def find(text: str, day: dt.date | None) -> Iterator[Found]:
        for m in newsextract.extract(text, published=day).model_dump(mode="json")["mentions"]:
            yield m["spans"], m["type"], compared(m["type"], m["value"])

    return find


def posseg() -> Finder:
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.ERROR)

    def find(text: str, day: dt.date | None) -> Iterator[Found]:
        at = 0
        for word, tag in jieba.posseg.lcut(text):
            if tag in _TAGS:
                yield [(at, at + len(word))], _TAGS[tag], ()
            at += len(word)

    return find


def jionlp() -> Finder:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        import jionlp  # type: ignore[import-not-found]

    logging.disable(logging.CRITICAL)

    def tried(function: Callable[..., Any], text: str, **options: Any) -> list[dict[str, Any]]:
        # It raises on some sentences; these have no mentions then.
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                return [m for m in function(text, with_parsing=True, **options) if m.get("detail")]
            except Exception:
                return []

    def find(text: str, day: dt.date | None) -> Iterator[Found]:
        for m in tried(jionlp.ner.extract_money, text):
            figure, case = m["detail"]["num"], m["detail"]["case"]
            low, high = figure if isinstance(figure, list) else (figure, figure)
            yield [tuple(m["offset"])], "MONEY", (Decimal(low), Decimal(high), _CURRENCIES.get(case, case))
        noon = dt.datetime.combine(day or dt.date.today(), dt.time(12)).timestamp()
        for m in tried(jionlp.ner.extract_time, text, time_base=noon):
            said = m["detail"]["time"]
            days = tuple(d[:10] for d in said) if isinstance(said, list) and isinstance(said[0], str) else (None, None)
            yield [tuple(m["offset"])], "TIME", days

    return find


def read(path: Path) -> str:
    """Read a page of the fixtures; most are in UTF-8, one is not."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def blocks(gold: dict[str, Any], page: str) -> Iterator[tuple[str, list[int]]]:
    """The page's blocks without blanks, each with the place of every character."""
    for block in gold["blocks"]:
        places = [at for at in range(block["start"], block["end"]) if not page[at].isspace()]
        yield "".join(page[at] for at in places), places


def characters(page: str, spans: list[tuple[int, int]]) -> tuple[int, ...]:
    """Return the places of the characters of some pieces, without blanks."""
    return tuple(at for start, end in spans for at in range(start, end) if not page[at].isspace())


def measure(tool: str, gold_folder: Path, pages_folder: Path) -> dict[str, Any]:
    """Score a tool, and time it."""
    find = {"newsextract": newsextract, "posseg": posseg, "jionlp": jionlp}[tool]()
    list(find("本报讯 昨天投资3亿元。", dt.date(2024, 8, 15)))
    gold_count, found_count, hits, right, touched = (Counter[str]() for _ in range(5))
    seconds, length = 0.0, 0
    for file in sorted(gold_folder.glob("*.gold.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        page = read(pages_folder / gold["page"])
        day = dt.date.fromisoformat(gold["published"]) if gold.get("published") else None
        wanted: dict[tuple[tuple[int, ...], str], tuple[Any, ...]] = {}
        for m in gold["mentions"]:
            wanted[characters(page, m["spans"]), m["type"]] = (
                compared(m["type"], m["value"]) if m["type"] in ("MONEY", "TIME") else ()
            )
        began = time.process_time()
        if tool == "newsextract":
            found = [(characters(page, spans), kind, value) for spans, kind, value in find(page, day)]
        else:
            found = [
                (tuple(at for s, e in spans for at in places[s:e]), kind, value)
                for text, places in blocks(gold, page)
                for spans, kind, value in find(text, day)
            ]
        seconds += time.process_time() - began
        length += len(page)
        gold_count.update(kind for _, kind in wanted)
        for (place, kind), value in wanted.items():
            touched[kind] += any(k == kind and v == value and not set(place).isdisjoint(p) for p, k, v in found)
        for place, kind, value in found:
            found_count[kind] += 1
            if (place, kind) in wanted:
                hits[kind] += 1
                right[kind] += wanted[place, kind] == value
    types = {}
    for kind in TYPES[tool]:
        p, r = hits[kind] / max(found_count[kind], 1), hits[kind] / max(gold_count[kind], 1)
        types[kind] = {
            "gold": gold_count[kind],
            "found": found_count[kind],
            "p": p,
            "r": r,
            "f1": 2 * p * r / max(p + r, 1e-9),
        }
        if kind in ("MONEY", "TIME"):
            types[kind] |= {"value": right[kind] / max(hits[kind], 1), "read": touched[kind] / max(gold_count[kind], 1)}
    return {"types": types, "characters": length, "characters_per_cpu_second": round(length / seconds)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tools", nargs="*", default=list(TYPES), metavar="TOOL", help=", ".join(TYPES))
    parser.add_argument("--gold", type=Path, default=ROOT / "fixtures" / "gold")
    parser.add_argument("--pages", type=Path, default=ROOT / "fixtures" / "pages")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    results = {}
    for tool in args.tools:
        if importlib.util.find_spec(PACKAGES[tool]) is None:
            print(f"{tool}: not installed")
            continue
        results[tool] = measure(tool, args.gold, args.pages)
        print(f"{tool}: {results[tool]['characters_per_cpu_second']:,} characters a CPU second")
        for kind, row in results[tool]["types"].items():
            value = f"  value {row['value']:.3f}  read {row['read']:.3f}" if "value" in row else ""
            print(
                f"  {kind:7} gold {row['gold']:4} found {row['found']:4}  P {row['p']:.3f} R {row['r']:.3f} F1 {row['f1']:.3f}{value}"
            )
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
