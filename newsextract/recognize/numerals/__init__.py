"""Numerals: Arabic, Chinese, mixed and said loosely, read into ``Decimal``; one reader for strings and for running text."""

from newsextract.recognize.numerals.number import parse_number
from newsextract.recognize.numerals.reader import Numeral, read_numeral, scan

__all__ = ["Numeral", "parse_number", "read_numeral", "scan"]
