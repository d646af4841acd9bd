"""Recognisers: each reads a Doc and proposes mentions with values; resolve settles which stand."""
