"""The command that measures: score."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from newsextract.cli.options import AsJson
from newsextract.extractor import Extractor
from newsextract.score import score_folder

__all__ = ["score"]


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder with NAME.gold.json files.")],
    pages: Annotated[Path, typer.Argument(metavar="PAGES", help="Folder with the pages that the gold is about.")],
    errors: Annotated[
        str | None,
        typer.Option(metavar="TYPE", help="List the errors of a mention type, of a fact kind, or of ALL."),
    ] = None,
    undated: Annotated[
        bool,
        typer.Option("--undated", help="Keep the dates of publication back, to measure what the page alone gives."),
    ] = False,
    json_: AsJson = False,
) -> None:
    """Measure accuracy against gold: precision, recall, F1 and right values by type, facts, and page structure.

    Examples:
      newsextract score fixtures/gold fixtures/pages
      newsextract score fixtures/gold fixtures/pages --errors MONEY
      newsextract score my/gold my/pages --json > figures.json
    """
    extractor = Extractor()
    found = score_folder(
        gold, pages, lambda text, day: extractor.extract(text, published=day), show=errors, undated=undated
    )
    typer.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=1) if json_ else found.table())
