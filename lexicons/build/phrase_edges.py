"""Rebuild phrase_edges.tsv: the words of jieba's dictionary that end or open a noun phrase, or that head none.

Verbs, prepositions, conjunctions, adverbs and auxiliaries of two and more characters (single ones of a short list), by the
tag and frequency that ``dict.txt`` of jieba 0.42.1 (MIT) gives. Words tagged as noun-verbs (``vn``: 投资, 出口) are left out,
for they stand inside noun phrases.
"""

from pathlib import Path

import jieba

CLASSES = {"v": "verb", "vd": "verb", "p": "preposition", "c": "conjunction", "d": "adverb", "r": "pronoun"}
#: Adjectives and idioms head no noun phrase (顺利, 燃眉之急), though they may stand inside one.
HEADLESS = {"a": "adjective", "ad": "adjective", "z": "adjective", "i": "idiom"}
LEAST = 20

dictionary = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
rows = []
for line in dictionary:
    word, frequency, tag = line.split(" ")
    if tag in CLASSES and int(frequency) >= LEAST and (len(word) > 1 or int(frequency) >= 2000):
        rows.append((word, CLASSES[tag]))
    elif tag in HEADLESS and int(frequency) >= LEAST and len(word) > 1:
        rows.append((word, HEADLESS[tag]))
lines = ["# words that end or open a noun phrase; see SOURCES.md", "word\tclass", *(f"{w}\t{c}" for w, c in sorted(rows))]
(Path(__file__).parents[1] / "phrase_edges.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
