"""Compares one page with its gold and adds the counts to a report."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsextract.model.page import Page
from newsextract.score.compare import appointment_key, issuance_key, lcs, plain, same_indicator, same_value
from newsextract.score.gold import GoldPage, read_gold
from newsextract.score.report import CORE, SOFT, Report, Tally

__all__ = ["Scorer", "score_folder"]

Cells = tuple[int, ...]
Extract = Callable[[str, dt.date | None], Page]


def _cells(spans: list[list[int]], page: str) -> Cells:
    """Return the page's characters under the spans that are no blank: spans count as equal when these are."""
    return tuple(i for s, e in spans for i in range(s, e) if not (0 <= i < len(page) and page[i].isspace()))


class Scorer:
    """Collects the figures of many pages.

    Args:
        show: a mention type, a fact kind or ``ALL``, the errors of which are listed in the report.
        undated: the library was not told the dates of publication, so a day that the page does not print may stay open.
    """

    def __init__(self, *, show: str | None = None, undated: bool = False) -> None:
        self.report, self.show, self.undated = Report(), show, undated

    def add(self, page: GoldPage, found: dict[str, Any]) -> None:
        """Compare one page.

        Args:
            page: the page with its gold.
            found: what was extracted, as the JSON form of a page.
        """
        self._mentions(page, found)
        self._structure(page, found)
        self._keyed_facts(page, found)
        self._indicators(page, found)

    def _say(self, kind: str, lines: list[str]) -> None:
        if self.show in (kind, "ALL"):
            self.report.errors += lines

    def _mentions(self, page: GoldPage, found: dict[str, Any]) -> None:
        gold_by: dict[str, dict[Cells, Any]] = defaultdict(dict)
        found_by: dict[str, dict[Cells, Any]] = defaultdict(dict)
        for m in page.gold.get("mentions", []):
            gold_by[m["type"]][_cells(m["spans"], page.text)] = m
        second: Counter[str] = Counter()
        for m in found.get("mentions", []):
            cells = _cells(m["spans"], page.text)
            if cells in found_by[m["type"]]:
                second[m["type"]] += 1  # a second reading of the same span is a false alarm; the first one counts
            else:
                found_by[m["type"]][cells] = m
        open_day = page.published.isoformat() if self.undated and page.published else None
        for kind in CORE + SOFT:
            gold, got = gold_by[kind], found_by[kind]
            hit = gold.keys() & got.keys()
            right = {
                c
                for c in hit
                if same_value(kind, gold[c].get("value"), got[c].get("value"), plain(gold[c]["text"]) or "", open_day)
            }
            self.report.types[kind] += Tally(len(gold), len(got) + second[kind], len(hit), len(right))
            self._say(
                kind,
                [f"- {page.name}@{c[0]} {kind} {gold[c]['text']}  … {self._around(page, c)}" for c in sorted(gold.keys() - hit)]
                + [f"+ {page.name}@{c[0] if c else '?'} {kind} {got[c]['text']}  … {self._around(page, c)}" for c in sorted(got.keys() - hit)]
                + [f"~ {page.name}@{c[0]} {kind} {gold[c]['text']}: gold {gold[c].get('value')} got {got[c].get('value')}" for c in sorted(hit - right)],
            )  # fmt: skip

    @staticmethod
    def _around(page: GoldPage, cells: Cells) -> str:
        return re.sub(r"\s+", "", page.text[max(0, cells[0] - 12) : cells[-1] + 13]) if cells else ""

    def _structure(self, page: GoldPage, found: dict[str, Any]) -> None:
        gold = page.gold
        g, f = self._labels(gold, page.text), self._labels(found, page.text)
        self.report.count("role", sum(1 for i in g if i in f and g[i][1] == f[i][1]), len(g))
        pairs = Counter((g[i][0], f.get(i, (None, None))[0]) for i in g if g[i][0] is not None)
        g_size = Counter(g[i][0] for i in g if g[i][0] is not None)
        f_size = Counter(f[i][0] for i in f if f[i][0] is not None)
        placed = {(a, b): n for (a, b), n in pairs.items() if b is not None}
        self.report.count(
            "b3",
            sum(n * n / f_size[b] for (_, b), n in placed.items()),
            sum(placed.values()),
            sum(n * n / g_size[a] for (a, _), n in placed.items()),
            sum(g_size.values()),
        )
        g_next, f_next = self._neighbours(gold, page.text), self._neighbours(found, page.text)
        self.report.count("order", len(g_next & f_next), len(g_next))
        heads_f = Counter(plain(a.get("headline")) for a in found.get("articles", []))
        heads_g = Counter(plain(a.get("headline")) for a in gold["articles"] if a.get("headline"))
        self.report.count(
            "headline",
            sum(heads_g.values()),
            sum(n for h, n in heads_f.items() if h),
            sum((heads_f & heads_g).values()),
        )
        names_g, names_f = self._bylines(gold), self._bylines(found)
        self.report.count("byline", sum(names_g.values()), sum(names_f.values()), sum((names_g & names_f).values()))

    @staticmethod
    def _labels(doc: dict[str, Any], text: str) -> dict[int, tuple[Any, str]]:
        return {
            i: (b.get("article"), b["role"])
            for b in doc.get("blocks", [])
            for i in range(max(0, b["start"]), min(b["end"], len(text)))
            if not text[i].isspace()
        }

    @staticmethod
    def _neighbours(doc: dict[str, Any], text: str) -> set[tuple[int, int]]:
        """Pairs of characters that follow each other in an article's reading order, over the ends of its blocks."""
        pairs: set[tuple[int, int]] = set()
        blocks = doc.get("blocks", [])
        for article in doc.get("articles", []):
            order = article.get("order") or [n for n, b in enumerate(blocks) if b.get("article") == article.get("id")]
            runs = [r for n in order if (r := _cells([[blocks[n]["start"], blocks[n]["end"]]], text))]
            pairs |= {(a[-1], b[0]) for a, b in itertools.pairwise(runs)}
        return pairs

    @staticmethod
    def _bylines(doc: dict[str, Any]) -> Counter[tuple[Any, str, Any]]:
        return Counter(
            (plain(a.get("headline")), role, plain(name))
            for a in doc.get("articles", [])
            for role in ("reporters", "correspondents", "photographers")
            for name in (a.get("byline") or a).get(role) or []
        )

    def _keyed_facts(self, page: GoldPage, found: dict[str, Any]) -> None:
        alias = {
            plain(m["text"]): plain(m["value"]["canonical"])
            for m in page.gold.get("mentions", [])
            if m["type"] == "ORG" and (m.get("value") or {}).get("canonical")
        }
        for kind, key in (("appointment", appointment_key), ("issuance", issuance_key)):
            gold, got = (
                {key(f, alias): f for f in doc.get("facts", []) if f["kind"] == kind and f.get("action") != "removed"}
                for doc in (page.gold, found)
            )
            hit = gold.keys() & got.keys()
            right = sum(all(plain(gold[k].get(x)) == plain(got[k].get(x)) for x in ("issuer", "date")) for k in hit)
            self.report.facts.setdefault(kind, Tally())
            self.report.facts[kind] += Tally(len(gold), len(got), len(hit), right)
            self._say(
                kind,
                [f"- {page.name} {k}" for k in sorted(map(str, gold.keys() - hit))]
                + [f"+ {page.name} {k}" for k in sorted(map(str, got.keys() - hit))],
            )

    def _indicators(self, page: GoldPage, found: dict[str, Any]) -> None:
        gold = [f for f in page.gold.get("facts", []) if f["kind"] == "indicator"]
        got = [f for f in found.get("facts", []) if f["kind"] == "indicator"]
        used: set[int] = set()
        right = 0
        for fact in gold:
            name = plain(fact.get("indicator")) or ""
            likeness = [
                lcs(name, o) / max(1, len(name), len(o)) for o in (plain(q.get("indicator")) or "" for q in got)
            ]
            best = sorted(range(len(got)), key=lambda k: -likeness[k])
            match = next((k for k in best if k not in used and same_indicator(fact, got[k])), None)
            if match is None:
                self._say(
                    "indicator",
                    [f"- {page.name} indicator {fact.get('indicator')} = {fact.get('value')}{fact.get('unit')}"],
                )
                continue
            used.add(match)
            right += self._all_fields(fact, got[match])
        left = [q for k, q in enumerate(got) if k not in used]
        self._say(
            "indicator",
            [f"+ {page.name} indicator {q.get('indicator')} = {q.get('value')}{q.get('unit')}" for q in left],
        )
        self.report.facts.setdefault("indicator", Tally())
        self.report.facts["indicator"] += Tally(len(gold), len(got), len(used), right)

    @staticmethod
    def _all_fields(gold: dict[str, Any], found: dict[str, Any]) -> bool:
        return all(plain(gold.get(x)) == plain(found.get(x)) for x in ("subject", "start", "end", "bound")) and all(
            {k: plain(v) for k, v in (gold.get(x) or {}).items()}
            == {k: plain(v) for k, v in (found.get(x) or {}).items()}
            for x in ("change", "rank")
        )


def score_folder(
    gold: Path, pages: Path, extract: Extract, *, show: str | None = None, undated: bool = False
) -> Report:
    """Extract every page that has gold and measure what comes out.

    Args:
        gold: folder of ``NAME.gold.json`` files.
        pages: folder of the pages.
        extract: makes a Page of a decoded page and its date of publication.
        show: a mention type, a fact kind or ``ALL``: lists its errors.
        undated: keep the dates of publication from the library; pages that print no year are left out.

    Raises:
        PathError: no gold, or a page is missing.
        InputError: a gold file cannot be read.
    """
    scorer = Scorer(show=show, undated=undated)
    for page in read_gold(gold, pages):
        year = str(page.published.year) if page.published else "?"
        if undated and year not in unicodedata.normalize("NFKC", re.sub(r"\s+", "", page.text)):
            continue  # nothing on the page says which year it is
        found = extract(page.text, None if undated else page.published)
        scorer.add(page, found.model_dump(mode="json"))
    return scorer.report
