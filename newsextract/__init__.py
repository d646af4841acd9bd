"""Structured JSON and database rows from OCR'd Chinese newspaper pages and official documents, offline.

>>> import newsextract
>>> page = newsextract.extract("本报讯 全年完成投资3亿元。")
"""

from newsextract._version import __version__
from newsextract.errors import (
    BinaryFileError,
    DatabaseError,
    DecodingError,
    ExtractionError,
    InputError,
    LexiconError,
    NewsExtractError,
    OptionError,
    OutputError,
    PageTooLargeError,
    PathError,
    PatternTimeoutError,
)
from newsextract.extractor import Extractor, extract, extract_file, extract_folder
from newsextract.model import Article, Block, Entity, Fact, Mention, Page, page_schema
from newsextract.recognize.figures import parse_money, parse_percent
from newsextract.recognize.numerals import parse_number
from newsextract.recognize.times import parse_time

__all__ = [
    "Article",
    "BinaryFileError",
    "Block",
    "DatabaseError",
    "DecodingError",
    "Entity",
    "ExtractionError",
    "Extractor",
    "Fact",
    "InputError",
    "LexiconError",
    "Mention",
    "NewsExtractError",
    "OptionError",
    "OutputError",
    "Page",
    "PageTooLargeError",
    "PathError",
    "PatternTimeoutError",
    "__version__",
    "extract",
    "extract_file",
    "extract_folder",
    "page_schema",
    "parse_money",
    "parse_number",
    "parse_percent",
    "parse_time",
]
