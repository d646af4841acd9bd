"""Layout time by length of the page: ten times the text may take at most twelve times as long.

python benchmarks/layout_linear.py
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from generator.pages import DEFECTS, make_page

from newsextract.page.analyse import analyse

KINDS = {
    "plain": frozenset(),
    "all defects": frozenset(DEFECTS) - {"interleaved", "between"},
    "interleaved": {"wrapped", "interleaved"},
}


def seconds(page):
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        analyse(page)
        best = min(best, time.process_time() - start)
    return best


def main():
    analyse(make_page(0, frozenset()).text)  # lexicons and words are read once per process
    worst = 0.0
    for kind, defects in KINDS.items():
        pages = [make_page(seed, defects).text for seed in range(100)]
        one, ten = "\n\n".join(pages[:10]), "\n\n".join(pages)
        ratio = (seconds(ten) / len(ten)) / (seconds(one) / len(one)) * 10
        worst = max(worst, ratio)
        print(
            f"{kind:12} {1e6 * seconds(one) / len(one):5.2f} µs a character; ten times the page: {ratio:5.2f} times the time"
        )
    return worst > 12


if __name__ == "__main__":
    sys.exit(main())
