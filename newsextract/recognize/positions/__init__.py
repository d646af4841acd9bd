"""Roles of named holders."""
