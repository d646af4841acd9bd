"""Names of one's own: python examples/own_lexicon.py.

The built-in rules cannot know that 澜湾港建公司 is a short form, nor that 丰收 is no person here.
"""

import tempfile
from pathlib import Path

import newsextract

LEXICON = """\
term\ttype\tattributes\taliases
澜湾港口建设有限公司\tORG\t\t澜湾港建公司|港建公司
"晴川"计划\tPOLICY\tkind=计划\t
高峰\t!PERSON\t\t
"""
TEXT = "本报讯 昨天，澜湾港建公司董事长周若谷说，今年客流高峰到来之前要完成投资3亿元。"


def main() -> None:
    """Write the lexicon, use it, print what was found and what speaks for it."""
    with tempfile.TemporaryDirectory() as folder:
        lexicon = Path(folder) / "our-names.tsv"
        lexicon.write_text(LEXICON, encoding="utf-8")
        page = newsextract.Extractor(lexicons=[lexicon]).extract(TEXT)
    for mention in page.mentions:
        full = getattr(mention.value, "canonical", None)
        print(mention.type, mention.text, f"→ {full}" if full else "", *mention.evidence)


if __name__ == "__main__":
    main()
