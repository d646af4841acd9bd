"""The command that shows one page: show."""

from __future__ import annotations

from typing import Annotated

import typer

from newsextract.cli.options import (
    AsJson,
    Encoding,
    Lexicons,
    Published,
    Recognizers,
    Region,
    console,
    read_input,
    settings,
)
from newsextract.extractor import Extractor
from newsextract.model import Page
from newsextract.show import render

__all__ = ["show"]


def _extract_one(extractor: Extractor, page: str) -> Page:
    if page == "-":
        return extractor.extract_bytes(read_input())
    return extractor.extract_file(page)


def show(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A file with one page; - reads standard input.")],
    *,
    published: Published = None,
    region: Region = None,
    encoding: Encoding = None,
    lexicon: Lexicons = None,
    recognizer: Recognizers = None,
    json_: AsJson = False,
) -> None:
    """Print one page readably: its articles with coloured mentions and their values, and its facts.

    Examples:
      newsextract show pages/01.txt
      newsextract show pages/01.txt --published 2022-01-22 --json
      cat pages/01.txt | newsextract show -
    """
    extractor = settings().extractor(
        published=published, region=region, encoding=encoding, lexicons=lexicon, recognizers=recognizer
    )
    found = _extract_one(extractor, page)
    if json_:
        typer.echo(found.model_dump_json(indent=2))
    else:
        console().print(render(found))
