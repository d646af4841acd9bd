"""What a confidence is worth: for each type and band, how many mentions there are and how many are right on the gold pages.

python benchmarks/reliability.py [--shared ../shared] [--json OUT.json]
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from peers import characters

import newsextract
from newsextract.score import read_gold

BANDS = ((0.95, 1.01), (0.9, 0.95), (0.8, 0.9), (0.7, 0.8), (0.0, 0.7))
NAMES = ("PERSON", "ORG", "PLACE")


def measure(shared: Path) -> dict[str, dict[str, Any]]:
    """By type: of each band how many mentions there are and how many are right, and the share of mentions from 0.90 upwards.

    Args:
        shared: the folder with ``gold`` and ``pages``.
    """
    counts: dict[str, list[list[int]]] = defaultdict(lambda: [[0, 0] for _ in BANDS])
    for page in read_gold(shared / "gold", shared / "pages"):
        found = newsextract.extract(page.text, published=page.published).model_dump(mode="json")
        right = {(m["type"], characters(page.text, m["spans"])) for m in page.gold["mentions"]}
        for m in found["mentions"]:
            band = next(n for n, (low, high) in enumerate(BANDS) if low <= m["confidence"] < high)
            hit = (m["type"], characters(page.text, m["spans"])) in right
            for kind in (m["type"], *(("all names",) if m["type"] in NAMES else ())):
                counts[kind][band][0] += 1
                counts[kind][band][1] += hit
    return {
        kind: {"bands": bands, "share_sure": sum(n for n, _ in bands[:2]) / sum(n for n, _ in bands)}
        for kind, bands in sorted(counts.items())
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    table = measure(args.shared)
    print(f"{'type':12}" + "".join(f"{f'{low:.2f}+':>16}" for low, _ in BANDS) + f"{'of all >= 0.90':>16}")
    for kind, row in table.items():
        cells = [f"{right}/{n} {right / n:.3f}" if n else "-" for n, right in row["bands"]]
        print(f"{kind:12}" + "".join(f"{cell:>16}" for cell in cells) + f"{row['share_sure']:16.3f}")
    if args.json:
        args.json.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
