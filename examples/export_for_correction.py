"""Pages for correction by hand in Label Studio, doccano or a text editor: python examples/export_for_correction.py news.db."""

import sys

from newsextract.export import export_pages
from newsextract.store import read_pages


def main(target: str) -> None:
    """Write the pages in each form."""
    for form, file in (("label-studio", "tasks.json"), ("doccano", "pages.jsonl"), ("conll", "pages.conll")):
        print(f"{file}: {export_pages(read_pages(target), form, file)} pages for {form}")


if __name__ == "__main__":
    main(*sys.argv[1:])
