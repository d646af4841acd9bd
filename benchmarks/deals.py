#!/usr/bin/env python3
"""How well deals come out, on the fixtures and on the real pages beside the project where they are present.

deals.py [--errors] [--gold DIR] [--pages DIR ...]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import newsextract
from newsextract.score.deals import score_deals

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = next((p / "shared" / "pages" for p in ROOT.parents if (p / "shared" / "pages").is_dir()), None)
    parser.add_argument("--gold", type=Path, default=ROOT / "fixtures" / "gold-deals")
    parser.add_argument(
        "--pages", type=Path, nargs="+", default=[ROOT / "fixtures" / "pages", *([shared] if shared else [])]
    )
    parser.add_argument("--errors", action="store_true", help="list missed deals (-) and false alarms (+)")
    args = parser.parse_args()
    report = score_deals(args.gold, args.pages, lambda text, day: newsextract.extract(text, published=day))
    for name, row in report.as_dict().items():
        print(
            f"{name:22} gold {row['gold']:3} found {row['pred']:3}  P {row['p']:.3f} R {row['r']:.3f} F1 {row['f1']:.3f}"
        )
    if report.missing:
        print("not scored, no such page:", ", ".join(report.missing))
    if args.errors:
        print(*report.errors, sep="\n")


if __name__ == "__main__":
    main()
