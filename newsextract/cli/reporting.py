"""The command that makes the report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsextract.cli.messages import asked_language, say
from newsextract.cli.options import reading, settings
from newsextract.report import write_report
from newsextract.store import read_pages

__all__ = ["report"]


def report(
    target: Annotated[
        str,
        typer.Argument(metavar="TARGET", help="What run filled: news.db, pages.jsonl, a folder, a database URL."),
    ] = "news.db",
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write: report.html where not given."),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Heading of the report.")] = None,
) -> None:
    """Make a report of extracted pages: one HTML file that opens offline, to search, filter, read and export.

    Examples:
      newsextract report news.db -o report.html
      newsextract report pages.jsonl --title "2024年8月" --lang zh
    """
    options = settings().report
    output = output or Path(options.output or "report.html")
    with reading():
        pages = list(read_pages(target))
    write_report(pages, output, title=title or options.title or Path(target).stem, language=asked_language())
    typer.echo(say("{}: {} pages", output, f"{len(pages):,}"))
