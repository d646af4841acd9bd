"""Money, percentages, quantities and ordinals."""

from newsextract.recognize.figures.parse import parse_money, parse_percent
from newsextract.recognize.figures.reader import Found, find_figures

__all__ = ["Found", "find_figures", "parse_money", "parse_percent"]
