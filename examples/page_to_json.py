"""One page as JSON: python examples/page_to_json.py fixtures/pages/05_finance.txt [2022-11-10]."""

import datetime as dt
import sys

import newsextract


def main(path: str, published: str | None = None) -> None:
    """Print the page's mentions and facts, without its text and layout."""
    day = dt.date.fromisoformat(published) if published else None
    page = newsextract.extract_file(path, published=day)
    print(page.model_dump_json(indent=2, exclude={"text", "blocks", "articles"}, exclude_none=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
