"""The public names are what ``__all__`` says, and each says what it is."""

import inspect

import newsextract

NAMES = {
    "Article", "BinaryFileError", "Block", "DatabaseError", "DecodingError", "Entity", "ExtractionError", "Extractor", "Fact",
    "InputError", "LexiconError", "Mention", "NewsExtractError", "OptionError", "OutputError", "Page", "PageTooLargeError",
    "PathError", "PatternTimeoutError", "__version__", "extract", "extract_file", "extract_folder", "page_schema",
    "parse_money", "parse_number", "parse_percent", "parse_time",
}  # fmt: skip


def test_the_public_names_are_pinned() -> None:
    assert set(newsextract.__all__) == NAMES
    assert newsextract.__all__ == sorted(newsextract.__all__)


def test_every_public_name_is_there_and_documented() -> None:
    for name in NAMES - {"__version__"}:
        assert inspect.getdoc(getattr(newsextract, name)), name


def test_every_error_is_of_one_tree() -> None:
    errors = [getattr(newsextract, n) for n in NAMES if n.endswith("Error")]
    assert all(issubclass(e, newsextract.NewsExtractError) for e in errors)
    assert len({e.code for e in errors}) == len(errors), "each error has a code of its own"
