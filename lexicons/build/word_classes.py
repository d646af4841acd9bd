"""Rebuild word_classes.tsv: what jieba's dictionary says of words, coarsely, for finding where a name begins. Needs jieba (MIT).

``v`` verb, ``f`` function word, number, pronoun or adverb, ``n`` common noun or adjective, ``p`` proper name; words of one character are left out.
"""

from pathlib import Path

import jieba

CLASSES = {"v": "v", "vd": "v", "vi": "v", "vg": "v", "ns": "p", "nt": "p", "nz": "p"}
FUNCTION = set("pcdurymqetofsl") - {"o"}
LEAST = {"v": 5, "f": 3, "n": 20, "p": 5}

HERE = Path(__file__).parents[1]
PLACES = {
    cell
    for name in ("divisions", "world")
    for line in (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    for cell in line.split("\t")[:3]
}
groups: dict[str, list[str]] = {"v": [], "f": [], "n": [], "p": []}
with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as file:
    for word, count, tag in map(str.split, file):
        if not 2 <= len(word) <= 4:
            continue
        if tag.startswith("nr") and int(count) < 30:
            continue  # jieba guesses persons badly
        kind = CLASSES.get(tag) or ("f" if tag[0] in "pcdurmqtf" and tag != "tg" else "n")
        if tag == "ns" and len(word) == 2 and word not in PLACES:
            kind = "n"  # 上市, 城市, 古镇 are tagged as places too
        if int(count) >= LEAST[kind]:
            groups[kind].append(word)
lines = [f"{kind}\t{' '.join(sorted(words))}" for kind, words in groups.items()]
header = "# see build/word_classes.py\nclass\twords\n"
(HERE / "word_classes.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
