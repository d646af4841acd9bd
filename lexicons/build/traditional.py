"""Rebuild traditional.tsv: OpenCC's t2s applied to each single Han character. Needs ``pip install opencc``."""

from pathlib import Path

import opencc

RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))

convert = opencc.OpenCC("t2s").convert
rows = ["# traditional → simplified, single characters; see SOURCES.md", "traditional\tsimplified"]
for low, high in RANGES:
    for code in range(low, high + 1):
        simplified = convert(chr(code))
        if len(simplified) == 1 and simplified != chr(code):
            rows.append(f"{chr(code)}\t{simplified}")
(Path(__file__).parents[1] / "traditional.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
