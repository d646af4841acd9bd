"""Dates, periods, durations, times of day."""

from newsextract.recognize.times.parse import parse_time

__all__ = ["parse_time"]
