"""Commands that tell about newsextract itself: schema, version."""

from __future__ import annotations

import json
import platform
from importlib import metadata

import typer

from newsextract._version import __version__
from newsextract.cli.options import AsJson
from newsextract.lexicon import lexicon_hash
from newsextract.model import page_schema
from newsextract.model.page import SCHEMA_VERSION

__all__ = ["schema", "version"]


def schema() -> None:
    """Print the JSON Schema of a page.

    Examples:
      newsextract schema > page.schema.json
    """
    typer.echo(json.dumps(page_schema(), ensure_ascii=False, indent=2))


def version(json_: AsJson = False) -> None:
    """Print the version, and those of what it works with.

    Examples:
      newsextract version
      newsextract version --json
    """
    facts = {
        "newsextract": __version__,
        "schema": SCHEMA_VERSION,
        "lexicons": lexicon_hash(),
        "python": platform.python_version(),
        **{name: metadata.version(name) for name in ("spacy", "jieba", "pydantic", "sqlalchemy")},
    }
    if json_:
        typer.echo(json.dumps(facts))
    else:
        for name, value in facts.items():
            typer.echo(f"{name} {value}")
