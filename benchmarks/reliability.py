"""Does confidence mean something? How often mentions of each confidence are right, on pages with gold.

    python benchmarks/reliability.py [--shared ../shared] [--json reliability.json]

Reads the project's own pages in ``fixtures`` and, where it is present, the measuring material in ``../shared``. A mention
is right when the gold has one of its type on the same characters (line ends and blanks apart).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsextract import extract
from newsextract.page.decode import decode

ROOT = Path(__file__).resolve().parents[1]
TYPES = ("PERSON", "ORG", "PLACE", "POSITION")
#: Lower ends of the bins, the highest first.
BINS = (0.97, 0.95, 0.9, 0.8, 0.7, 0.5, 0.0)
#: What is asked of mentions of this confidence: right this often, and this share of all.
SURE, RIGHT, SHARE = 0.9, 0.97, 0.60


@dataclass(frozen=True, slots=True)
class Judged:
    """One mention that was found: its type, its confidence, whether the gold has it, and its words."""

    type: str
    confidence: float
    right: bool
    words: str


def _cells(spans: list[list[int]] | list[tuple[int, int]], page: str) -> tuple[int, ...]:
    return tuple(i for s, e in spans for i in range(s, e) if not page[i].isspace())


def judge(gold_dir: Path, pages_dir: Path) -> Iterator[Judged]:
    """Extract every page that has gold and judge what is found of the four types."""
    for path in sorted(gold_dir.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        page = decode((pages_dir / gold["page"]).read_bytes()).text
        published = dt.date.fromisoformat(gold["published"]) if gold.get("published") else None
        known = {(m["type"], _cells(m["spans"], page)) for m in gold["mentions"]}
        for m in extract(page, published=published).mentions:
            if m.type in TYPES:
                yield Judged(m.type, m.confidence, (m.type, _cells(m.spans, page)) in known, m.text)


def table(judged: list[Judged]) -> list[dict[str, object]]:
    """Count, for each type and all together, how many mentions each bin holds and how many of them are right."""
    rows: list[dict[str, object]] = []
    for kind in (*TYPES, "ALL"):
        of_kind = [j for j in judged if kind in (j.type, "ALL")]
        high = 1.01
        for low in BINS:
            held = [j for j in of_kind if low <= j.confidence < high]
            rows.append({"type": kind, "from": low, "found": len(held), "right": sum(j.right for j in held)})
            high = low
        sure = [j for j in of_kind if j.confidence >= SURE]
        rows.append(
            {
                "type": kind,
                "from": f">={SURE}",
                "found": len(sure),
                "right": sum(j.right for j in sure),
                "share": round(len(sure) / max(1, len(of_kind)), 3),
            }
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the sure mentions that are wrong")
    args = parser.parse_args()
    judged: list[Judged] = []
    for folder in (ROOT / "fixtures", args.shared):
        if (folder / "gold").is_dir():
            judged += judge(folder / "gold", folder / "pages")
    rows = table(judged)
    print(f"{'type':10}{'from':>8}{'found':>8}{'right':>8}{'precision':>11}{'share':>8}")
    for row in rows:
        found, right = int(str(row["found"])), int(str(row["right"]))
        share = f"{row['share']:>8}" if "share" in row else ""
        print(f"{row['type']:10}{row['from']:>8}{found:>8}{right:>8}{right / max(1, found):>11.3f}{share}")
    if args.wrong:
        for j in judged:
            if not j.right and j.confidence >= SURE:
                print(f"+ {j.type} {j.confidence} {j.words}")
    if args.json:
        args.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sure = next(r for r in rows if r["type"] == "ALL" and r["from"] == f">={SURE}")
    precision = int(str(sure["right"])) / max(1, int(str(sure["found"])))
    print(f"asked: {RIGHT} right and a share of {SHARE}; reached {precision:.3f} and {sure['share']}")


if __name__ == "__main__":
    main()
