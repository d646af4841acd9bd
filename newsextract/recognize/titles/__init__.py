"""Policies, works and the numbers of documents."""
