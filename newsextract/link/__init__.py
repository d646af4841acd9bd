"""Aliases, short forms, deixis; one entity for all its mentions."""
