"""Dates, periods, durations, times of day."""
