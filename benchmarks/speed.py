"""How fast pages are read, beside jieba's tagger: ``python benchmarks/speed.py [CORPUS.txt] [--page 2500] [--rounds 3]``.

Reads a text of UTF-8 in pages of so many characters (without one, the pages of ``fixtures/pages``, repeated to 300,000 characters) and measures processor time:

- the ratio to ``jieba.posseg.lcut``: page by page, the two in turn in one process, so that what else the machine does
  falls on both; above 1 the whole extraction is faster than word cutting and tagging alone;
- the same with jieba's own cutter in place of ``rjieba``, as in an installation without the extra;
- a table of the steps, in microseconds per character.

Prints the table and writes it with the commit to ``benchmarks/results/speed.json``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import platform
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jieba.posseg
from stamp import commit

from newsextract import Extractor, tokenize
from newsextract.assemble import assemble
from newsextract.frame import frame_page
from newsextract.model.page import Source
from newsextract.page.analyse import analyse
from newsextract.page.decode import decode
from newsextract.pipeline import MAX_DOC, shared_nlp
from newsextract.reading import read

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).parent / "results" / "speed.json"
#: Characters measured where no corpus is given.
CHARACTERS = 300_000


def pages_of(corpus: Path | None, size: int) -> list[str]:
    """Cut a corpus into pages, or repeat the fixtures' pages."""
    if corpus is not None:
        text = corpus.read_text("utf-8")
        return [text[at : at + size] for at in range(0, len(text), size)]
    texts = [decode(file.read_bytes()).text for file in sorted((ROOT / "fixtures" / "pages").glob("*.txt"))]
    return texts * max(1, CHARACTERS // sum(map(len, texts)))


def timed(run: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    began = time.process_time()
    run()
    return time.process_time() - began


def compare(pages: list[str], rounds: int) -> dict[str, Any]:
    """Measure extraction and tagging page by page, in turn."""
    extractor = Extractor()
    for page in pages[:20]:
        extractor.extract(page)
    jieba.posseg.lcut(pages[0])
    rows = []
    for _ in range(rounds):
        ours = tagger = 0.0
        for page in pages:
            ours += timed(lambda page=page: extractor.extract(page))
            tagger += timed(lambda page=page: jieba.posseg.lcut(page))
        rows.append((ours, tagger))
    size = sum(map(len, pages)) / 1e6
    return {
        "us_per_char": round(statistics.median(ours for ours, _ in rows) / size, 2),
        "posseg_us_per_char": round(statistics.median(tagger for _, tagger in rows) / size, 2),
        "x_posseg": round(statistics.median(tagger / ours for ours, tagger in rows), 2),
    }


def steps(pages: list[str]) -> dict[str, float]:
    """Microseconds per character of every step."""
    nlp, info = shared_nlp(), Extractor().info
    spent: Counter[str] = Counter()

    def step(name: str, run: Callable[[], Any]) -> Any:
        began = time.process_time()
        made = run()
        spent[name] += time.process_time() - began
        return made

    for page in pages:
        layout = step("layout", lambda page=page: analyse(page))
        frame = step("frame", lambda layout=layout: frame_page(layout))
        readings = step("read", lambda layout=layout, frame=frame: list(read(layout, frame, nlp, limit=MAX_DOC)))
        for reading in readings:
            step("words", lambda reading=reading: tokenize.cut(reading.clean.text))  # once more than extraction does
            for name, component in nlp.pipeline:
                step(name, lambda component=component, reading=reading: component(reading.doc))
        step(
            "assemble",
            lambda layout=layout, frame=frame, readings=readings: assemble(
                identity="", layout=layout, frame=frame, readings=readings, extractor=info, source=Source(), warnings=[]
            ),
        )
    size = sum(map(len, pages)) / 1e6
    return {name: round(seconds / size, 3) for name, seconds in spent.most_common()}


def main() -> None:
    """Measure, print, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--page", type=int, default=2_500, help="characters a page")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, help="measure so many pages only")
    args = parser.parse_args()
    pages = pages_of(args.corpus, args.page)[: args.pages]

    results: dict[str, Any] = {
        "commit": commit(),
        "corpus": args.corpus.name if args.corpus else "fixtures/pages",
        "characters": sum(map(len, pages)),
        "python": platform.python_version(),
        "rjieba": importlib.util.find_spec("rjieba") is not None,
    }
    results["extract"] = compare(pages, args.rounds)
    results["steps_us_per_char"] = steps(pages)
    if results["rjieba"]:
        words = tokenize._jieba_words()
        tokenize._words_of = lambda: words
        results["extract_without_rjieba"] = compare(pages, 1)

    for name in ("extract", "extract_without_rjieba"):
        if name in results:
            print(name, *(f"{key} {value}" for key, value in results[name].items()), sep="  ")
    for name, value in results["steps_us_per_char"].items():
        print(f"{name:32}{value:8.3f}")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
