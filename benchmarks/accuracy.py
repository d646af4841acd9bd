#!/usr/bin/env python3
"""Measure every figure of ``docs/accuracy.md``: writes ``benchmarks/accuracy.json`` and, with ``--write-docs``, the tables of both pages.

    python benchmarks/accuracy.py --write-docs                       what the project itself holds: the fixtures, beside jieba.posseg
    python benchmarks/accuracy.py --shared ../shared --write-docs    the real pages, value cases and sentences beside the project, too
    python benchmarks/accuracy.py --shared ../shared --speed --jionlp /tmp/jionlp/bin/python --write-docs    everything

A part that is not measured keeps the figures that it has, with the day and the commit at which they were measured. JioNLP wants a
virtual environment of its own: ``--jionlp`` names its Python. ``--only-docs`` measures nothing and renders the tables anew.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import peers
import reliability
import renamed
from accuracy_docs import JIONLP, write_docs
from stamp import ROOT, stamp

import newsextract
from newsextract.model.page import Page
from newsextract.score import Report, Tally, read_gold, score_folder
from newsextract.score.deals import score_deals

RESULTS = ROOT / "benchmarks" / "accuracy.json"
FIXTURES = ROOT / "fixtures"
#: Facts that have fields beside those by which they are told apart.
WITH_FIELDS = ("issuance", "indicator")
#: Sets of sentences in ``SHARED/ner``, with how many of them are read.
SENTENCES = {"uner.dev": None, "peoples_daily.dev": 1000}
NAMES = ("PERSON", "ORG", "PLACE")
#: Characters of a page in the measurement of speed, and how often it is made.
PAGE, ROUNDS = 2_500, 3
#: Runs a command below a small process: one started from here would show the peak memory of this process as its own.
SLIM = ["sh", "-c", '"$@"; exit $?', "sh"]
#: Runs a script without rjieba, as in an installation without the extra.
PLAIN = "import runpy, sys; sys.modules['rjieba'] = None; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"

#: What a part gives: how many pages, cases, sentences or characters were measured, and the figures.
Measured = tuple[int, dict[str, Any]]


def extract(text: str, published: dt.date | None) -> Page:
    return newsextract.extract(text, published=published)


def scored(report: Report) -> dict[str, Any]:
    """The figures of a report, with the number of facts that are right in every field."""
    figures: dict[str, Any] = report.as_dict()
    for kind in WITH_FIELDS:
        figures[kind]["fully_right"] = report.facts[kind].right
    return figures


def gold_pages(folder: Path) -> Measured:
    """Mentions, facts and structure of the pages of a folder with ``gold`` and ``pages``, with and without their dates; deals."""
    gold, pages = folder / "gold", folder / "pages"
    deals = score_deals(FIXTURES / "gold-deals", [pages], extract)
    return len(read_gold(gold, pages)), {
        "dated": scored(score_folder(gold, pages, extract)),
        "undated": scored(score_folder(gold, pages, extract, undated=True)),
        "deals": deals.as_dict(),
    }


def fixtures() -> Measured:
    """The fixtures, beside jieba.posseg."""
    size, figures = gold_pages(FIXTURES)
    for tool in ("newsextract", "posseg"):
        figures[tool] = peers.measure(tool, FIXTURES / "gold", FIXTURES / "pages")["types"]
    return size, figures


def real_pages(shared: Path) -> Measured:
    """The real pages, as they are and renamed, and how right each band of confidence is on them."""
    size, figures = gold_pages(shared)
    figures["renamed_f1"] = renamed.measure(shared)
    figures["reliability"] = reliability.measure(shared)
    return size, figures


def jionlp_fixtures(python: str) -> Measured:
    """JioNLP on the fixtures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "jionlp.json"
        _run([python, str(ROOT / "benchmarks" / "peers.py"), "jionlp", "--json", str(out)])
        figures = json.loads(out.read_text(encoding="utf-8"))["jionlp"]["types"]
    return len(list((FIXTURES / "gold").glob("*.gold.json"))), figures


def version(python: str) -> str:
    """Which JioNLP there is."""
    return "JioNLP " + _run([python, "-c", "from importlib import metadata; print(metadata.version('jionlp'))"]).strip()


def value_cases(shared: Path, python: str = sys.executable, tool: str = "newsextract") -> Measured:
    """Short texts with expected values, by the judge that lies beside them."""
    judge, cases = shared / "score" / "score_values.py", shared / "values" / "dev.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "values.json"
        _run([python, str(judge), str(cases), "--peer", tool, "--json", str(out)])
        found = json.loads(out.read_text(encoding="utf-8"))
    figures = {kind: {"cases": row["n"], "right": row["right"]} for kind, row in found.items()}
    return sum(row["cases"] for row in figures.values()), figures


def sentence_sets(shared: Path) -> Measured:
    """Names in single sentences, under the conventions of their sets, beside jieba.posseg."""
    figures: dict[str, Any] = {}
    for name, limit in SENTENCES.items():
        lines = (shared / "ner" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines[:limit]]
        figures[name] = {"sentences": len(rows)}
        for tool, find in (("newsextract", peers.newsextract()), ("posseg", peers.posseg())):
            figures[name][tool] = names_in(rows, find)
    return sum(row["sentences"] for row in figures.values()), figures


def names_in(rows: list[dict[str, Any]], find: peers.Finder) -> dict[str, Any]:
    """P, R and F1 of names in sentences, by their first and last character."""
    tallies = {kind: Tally() for kind in NAMES}
    for row in rows:
        gold = {(start, end, kind) for start, end, kind in row["entities"]}
        found = {(spans[0][0], spans[-1][1], kind) for spans, kind, _ in find(row["text"], None)}
        for kind in NAMES:
            wanted, got = ({key for key in keys if key[2] == kind} for keys in (gold, found))
            tallies[kind] += Tally(len(wanted), len(got), len(wanted & got))
    return {kind: {"gold": t.gold, "p": t.precision, "r": t.recall, "f1": t.f1} for kind, t in tallies.items()}


def speed(shared: Path, tools: dict[str, list[str]]) -> Measured:
    """Processor time on news, each tool in a process of its own, in turn.

    Args:
        shared: the folder with the corpus and the script that runs a tool over it.
        tools: for each tool the command that runs a Python script in which it is there as the script names it.
    """
    corpus = shared / "corpus" / "news_2mb.txt"
    rounds: dict[str, list[list[float]]] = {tool: [] for tool in tools}
    for _ in range(ROUNDS):
        for tool, command in tools.items():
            script = [str(shared / "score" / "speed.py"), str(corpus), "--page", str(PAGE), "--worker", SCRIPTED[tool]]
            printed = _run([*SLIM, *command, *script])
            line = next(line for line in printed.splitlines() if line.startswith("RESULT "))
            rounds[tool].append([float(figure) for figure in line.split()[1:]])
    figures, characters = {}, 0.0
    for tool, rows in rounds.items():
        start, seconds, characters, peak = (statistics.median(column) for column in zip(*rows, strict=True))
        figures[tool] = {
            "start_seconds": start,
            "cpu_seconds": seconds,
            "thousand_characters_per_second": characters / seconds / 1000,
            "peak_mb": peak,
        }
    return int(characters), figures


#: Tools of the measurement of speed, and what they are called by the script that runs them.
SCRIPTED = {"fast": "newsextract", "plain": "newsextract", "posseg": "posseg", "jieba": "jieba", "jionlp": "jionlp"}


def speed_tools() -> dict[str, list[str]]:
    """The tools that run in this Python."""
    here = [sys.executable]
    fast = {"fast": here} if importlib.util.find_spec("rjieba") else {}
    return {**fast, "plain": [*here, "-c", PLAIN], "posseg": here, "jieba": here}


def _run(command: list[str]) -> str:
    """Run a script with this tree's newsextract; return what it prints."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def parts(shared: Path | None, jionlp: str | None, with_speed: bool) -> dict[str, Callable[[], Measured]]:
    """What is measured, given what is there."""
    chosen: dict[str, Callable[[], Measured]] = {"fixtures": fixtures}
    if jionlp:
        chosen["jionlp_fixtures"] = lambda: jionlp_fixtures(jionlp)
    if shared:
        chosen["real_pages"] = lambda: real_pages(shared)
        chosen["value_cases"] = lambda: value_cases(shared)
        chosen["sentence_sets"] = lambda: sentence_sets(shared)
        if jionlp:
            chosen["jionlp_value_cases"] = lambda: value_cases(shared, jionlp, "jionlp")
        if with_speed:
            chosen["speed"] = lambda: speed(shared, speed_tools())
        if with_speed and jionlp:
            chosen["jionlp_speed"] = lambda: speed(shared, {"jionlp": [jionlp]})
    return chosen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--shared", type=Path, metavar="DIR", help="folder with gold, pages, values, ner, corpus, score"
    )
    parser.add_argument("--jionlp", metavar="PYTHON", help="the Python of an environment with jionlp==1.5.27")
    parser.add_argument("--speed", action="store_true", help="measure speed too (with --shared): some minutes")
    parser.add_argument("--write-docs", action="store_true", help="write the tables of docs/accuracy*.md")
    parser.add_argument("--only-docs", action="store_true", help="write the tables without measuring")
    args = parser.parse_args()
    if args.speed and not args.shared:
        parser.error("--speed needs the corpus of --shared")
    if args.shared and not (args.shared / "gold").is_dir():
        parser.error(f"{args.shared}/gold: no gold pages here")
    if args.jionlp and version(args.jionlp) != JIONLP:
        parser.error(f"the tables say {JIONLP}, here is {version(args.jionlp)}")
    results: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8"))
    if not args.only_docs:
        mark = stamp()
        results |= mark
        for name, measure in parts(args.shared, args.jionlp, args.speed).items():
            began = time.monotonic()
            size, figures = measure()
            results["parts"][name] = {**mark, "size": size, "figures": figures}
            print(f"{name}: {size:,} in {time.monotonic() - began:.0f} s", flush=True)
        RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if args.write_docs or args.only_docs:
        write_docs(results)


if __name__ == "__main__":
    main()
