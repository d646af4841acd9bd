"""Rebuild frequent_characters.tsv: level 1 of GB/T 2312-1980, the traditional forms of these, and Chinese punctuation.

Level 1 is rows 16 to 55 of the standard, 3,755 characters in order of pinyin, chosen for their frequency. Python's own
gb2312 codec lists them; the traditional forms come from OpenCC's ``s2t``. Needs ``pip install opencc``.
"""

from pathlib import Path

import opencc

PUNCTUATION = "　，。、；：？！“”‘’（）《》〈〉【】〔〕—…·～％＋－／０１２３４５６７８９"

level_1 = []
for row in range(16, 56):
    for cell in range(1, 95):
        try:
            level_1.append(bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312"))
        except UnicodeDecodeError:
            continue
traditional = [c for c in map(opencc.OpenCC("s2t").convert, level_1) if len(c) == 1]
characters = sorted({*level_1, *traditional, *PUNCTUATION})
lines = ["# characters usual in Chinese text; see SOURCES.md", "character", *characters]
(Path(__file__).parents[1] / "frequent_characters.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
