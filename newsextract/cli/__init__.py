"""The command line. Thin: every command calls the library and renders what it gives."""

from newsextract.cli.app import app, main

__all__ = ["app", "main"]
