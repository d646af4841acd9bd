"""The command that makes the report."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from newsextract.cli.messages import asked_language, say
from newsextract.cli.options import read_date, reading, settings
from newsextract.report import MAX_PAGES, select_pages, write_report
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
    since: Annotated[
        dt.date | None, typer.Option(parser=read_date, metavar="DATE", help="Pages published on that day or later.")
    ] = None,
    until: Annotated[
        dt.date | None, typer.Option(parser=read_date, metavar="DATE", help="Pages published on that day or earlier.")
    ] = None,
    path: Annotated[
        str | None, typer.Option(metavar="GLOB", help="Pages with such a path below the input folder: '2024/08/*'.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many pages there may be.")] = MAX_PAGES,
) -> None:
    """Make a report of extracted pages: one HTML file that opens offline, to search, filter, read and export.

    Examples:
      newsextract report news.db -o report.html
      newsextract report news.db --since 2024-08-01 --until 2024-08-31
      newsextract report pages.jsonl --title "2024年8月" --lang zh
    """
    options = settings().report
    output = output or Path(options.output or "report.html")
    with reading():
        pages = list(select_pages(read_pages(target), since=since, until=until, path=path, limit=limit))
    write_report(pages, output, title=title or options.title or Path(target).stem, language=asked_language())
    typer.echo(say("{}: {} pages", output, f"{len(pages):,}"))
