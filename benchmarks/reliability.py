"""What a confidence is worth: for each type and band, how many mentions there are and how many are right on the gold pages.

python benchmarks/reliability.py [--shared ../shared] [--json benchmarks/reliability.json]
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import defaultdict
from pathlib import Path

import newsextract

BANDS = ((0.95, 1.01), (0.9, 0.95), (0.8, 0.9), (0.7, 0.8), (0.0, 0.7))
NAMES = ("PERSON", "ORG", "PLACE")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    if not (args.shared / "gold").is_dir():
        sys.exit(f"{args.shared}/gold: no gold pages here")
    sys.path.insert(0, str(args.shared / "score"))
    import score  # type: ignore[import-not-found]

    counts: dict[str, list[list[int]]] = defaultdict(lambda: [[0, 0] for _ in BANDS])
    for path in sorted((args.shared / "gold").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        page = score.read_page(args.shared / "pages" / gold["page"])
        found = newsextract.extract(page, published=dt.date.fromisoformat(gold["published"])).model_dump(mode="json")
        right = {(m["type"], score.cells(m["spans"], page)) for m in gold["mentions"]}
        for m in found["mentions"]:
            band = next(n for n, (low, high) in enumerate(BANDS) if low <= m["confidence"] < high)
            hit = (m["type"], score.cells(m["spans"], page)) in right
            for kind in (m["type"], *(("all names",) if m["type"] in NAMES else ())):
                counts[kind][band][0] += 1
                counts[kind][band][1] += hit
    print(f"{'type':12}" + "".join(f"{f'{low:.2f}+':>16}" for low, _ in BANDS) + f"{'of all >= 0.90':>16}")
    table = {}
    for kind, bands in sorted(counts.items()):
        cells = [f"{right}/{n} {right / n:.3f}" if n else "-" for n, right in bands]
        sure = sum(n for n, _ in bands[:2]) / sum(n for n, _ in bands)
        table[kind] = {"bands": bands, "share_sure": round(sure, 3)}
        print(f"{kind:12}" + "".join(f"{cell:>16}" for cell in cells) + f"{sure:16.3f}")
    if args.json:
        args.json.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
