"""Indicators: what is measured, of whom, when, how much, how it changed and how it ranks."""
