"""Which Aho–Corasick library finds the gazetteer's names fastest: figures for newsextract/lexicon/match.py.

python benchmarks/matchers.py TEXT [--json benchmarks/matchers.json]      (pip install ahocorasick_rs pyahocorasick)
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsextract.lexicon import read_rows
from newsextract.lexicon.divisions import divisions


def names() -> list[str]:
    found = {d.name for d in divisions()} | {d.short for d in divisions()}
    for lexicon in ("towns", "world"):
        found |= {row["name"] for row in read_rows(lexicon)}
    return sorted(found)


def with_ahocorasick_rs(terms: list[str]) -> Callable[[str], int]:
    from ahocorasick_rs import AhoCorasick, Implementation

    automaton = AhoCorasick(terms, implementation=Implementation.ContiguousNFA, store_patterns=False)
    return lambda text: len(automaton.find_matches_as_indexes(text, overlapping=True))


def with_daachorse(terms: list[str]) -> Callable[[str], int]:
    import daachorse

    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(terms)
    return lambda text: len(automaton.find_overlapping(text))


def with_pyahocorasick(terms: list[str]) -> Callable[[str], int]:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for number, term in enumerate(terms):
        automaton.add_word(term, number)
    automaton.make_automaton()
    return lambda text: sum(1 for _ in automaton.iter(text))


def measure(make: Callable[[list[str]], Callable[[str], int]], terms: list[str], pages: list[str]) -> dict[str, Any]:
    began = time.perf_counter()
    find = make(terms)
    built = time.perf_counter() - began
    began = time.perf_counter()
    found = sum(find(page) for page in pages)
    took = time.perf_counter() - began
    characters = sum(map(len, pages))
    return {"build_s": round(built, 3), "ns_per_char": round(took / characters * 1e9, 1), "matches": found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    text = args.text.read_text(encoding="utf-8")[:600_000]
    pages, terms = [text[n : n + 3000] for n in range(0, len(text), 3000)], names()
    results: dict[str, Any] = {"terms": len(terms), "characters": len(text)}
    for make in (with_ahocorasick_rs, with_daachorse, with_pyahocorasick):
        name = make.__name__.removeprefix("with_")
        try:
            results[name] = measure(make, terms, pages)
        except ImportError:
            results[name] = None
    print(json.dumps(results, ensure_ascii=False, indent=1))
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
