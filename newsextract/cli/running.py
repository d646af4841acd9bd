"""Commands of the folder runner: run, status, retry."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

import newsextract.run as runner
from newsextract.cli.messages import say, spoken
from newsextract.cli.options import (
    AsJson,
    Encoding,
    Lexicons,
    Pages,
    Published,
    Recognizers,
    Region,
    console,
    read_input,
    reading,
    settings,
)
from newsextract.config import RunOptions
from newsextract.run import RunSummary
from newsextract.run.discover import DEFAULT_PATTERNS

__all__ = ["retry", "run", "status"]

#: Failures that are named under the summary; `status` lists them all.
_NAMED = 10

_WHERE = "news.db (where not given), pages.jsonl, a folder ending in /, or a database URL."
_TARGET = "news.db (SQLite), pages.jsonl, a folder ending in /, or a database URL."
Target = Annotated[str, typer.Argument(metavar="TARGET", help=_TARGET)]
Workers = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="Worker processes (1 where not given); 0 works in this one.")
]
Seconds = Annotated[
    float | None,
    typer.Option(metavar="S", help="A page that takes longer (60 where not given) is given up and put in quarantine."),
]
SummaryFile = Annotated[
    Path | None, typer.Option("--summary", metavar="FILE", help="Write what was done there, as JSON.")
]


def run(
    pages: Pages,
    *,
    to: Annotated[str | None, typer.Option("--to", metavar="TARGET", help=_WHERE)] = None,
    published: Published = None,
    region: Region = None,
    encoding: Encoding = None,
    lexicon: Lexicons = None,
    recognizer: Recognizers = None,
    manifest: Annotated[
        Path | None,
        typer.Option(
            metavar="CSV", help="What is known of each page: path, published, newspaper, page_no, region, url."
        ),
    ] = None,
    pattern: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Which files of a folder are pages; *.txt where not given.")
    ] = None,
    workers: Workers = None,
    max_seconds: Seconds = None,
    force: Annotated[bool, typer.Option("--force", help="Extract pages again that are done and unchanged.")] = False,
    summary: SummaryFile = None,
    json_: AsJson = False,
) -> int:
    """Extract pages into a database, JSON Lines or a folder. What is done and unchanged is skipped.

    Examples:
      newsextract run pages/ --to news.db
      newsextract run 2024/ 2025/ --to postgresql://localhost/news --workers 4
      newsextract run pages/ --to pages.jsonl --published 2024-08-15 --region 370600
      find . -name '*.ocr' | newsextract run - --to news.db
    """
    paths = [*(p for p in pages if p != "-"), *(_paths_from_input() if "-" in pages else ())]
    config = settings()
    options = config.run
    extractor = config.extractor(
        published=published, region=region, encoding=encoding, lexicons=lexicon, recognizers=recognizer
    )
    with _progress(quiet=json_) as progress:
        done = runner.run(
            paths,
            to or options.to or "news.db",
            patterns=pattern or options.patterns or DEFAULT_PATTERNS,
            manifest=manifest or options.manifest,
            extractor=extractor,
            force=force,
            progress=progress,
            summary=summary,
            **_limits(options, workers, max_seconds),
        )
    return _tell(done, json_=json_)


def retry(
    target: Target = "news.db",
    *,
    published: Published = None,
    region: Region = None,
    encoding: Encoding = None,
    lexicon: Lexicons = None,
    recognizer: Recognizers = None,
    workers: Workers = None,
    max_seconds: Seconds = None,
    summary: SummaryFile = None,
    json_: AsJson = False,
) -> int:
    """Take up the pages in quarantine again.

    Examples:
      newsextract retry news.db
      newsextract retry news.db --encoding gb18030
    """
    config = settings()
    extractor = config.extractor(
        published=published, region=region, encoding=encoding, lexicons=lexicon, recognizers=recognizer
    )
    with _progress(quiet=json_) as progress:
        done = runner.retry(
            target, extractor=extractor, progress=progress, summary=summary, **_limits(config.run, workers, max_seconds)
        )
    return _tell(done, json_=json_)


def status(target: Target = "news.db", json_: AsJson = False) -> int:
    """Tell how many pages a target holds and which of them failed, and why. Ends with 3 where any failed.

    Examples:
      newsextract status news.db
      newsextract status news.db --json
    """
    with reading():
        found = runner.status(target)
    if json_:
        typer.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=2))
    else:
        counts = ", ".join(f"{say(name)} {n:,}" for name, n in found.pages.items())
        out = console()
        out.print(Text(f"{found.target}: {counts or say('no pages')}", style="bold"))
        for failure in found.failures:
            out.print(_failure(failure), soft_wrap=True)
    return 3 if found.failed else 0


def _limits(options: RunOptions, workers: int | None, max_seconds: float | None) -> dict[str, Any]:
    """Put together what the command line says, else the configuration, else the library."""
    return {
        "workers": next(n for n in (workers, options.workers, 1) if n is not None),
        "max_seconds": max_seconds or options.max_seconds or 60.0,
        "max_bytes": options.max_bytes,
        "retry_seconds": options.retry_seconds,
    }


def _paths_from_input() -> list[str]:
    return [line for line in read_input().decode("utf-8", "surrogateescape").splitlines() if line.strip()]


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[runner.Progress], None] | None]:
    """Show a bar with rate and time left while a run goes on, on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("pages"), total=None, rate="")

        def show(at: runner.Progress) -> None:
            rate = say("{} a second", f"{at.rate:.1f}")
            if at.failed:
                rate += " · " + say("{} failed", at.failed)
            bar.update(task, completed=at.done, total=at.total, rate=rate)

        yield show


def _failure(failure: dict[str, str]) -> Text:
    message = spoken(failure["message"])
    # Most messages begin with the path themselves.
    known = message.startswith(failure["path"])
    return Text.assemble("  ", ("" if known else f"{failure['path']}: "), message, (f"  [{failure['code']}]", "dim"))


def _tell(done: RunSummary, *, json_: bool) -> int:
    if json_:
        typer.echo(json.dumps(done.to_dict(), ensure_ascii=False, indent=2))
        return done.exit_code
    types = ", ".join(f"{kind} {n:,}" for kind, n in done.mentions.most_common())
    parts = [
        say("{} pages", f"{done.pages:,}"),
        say("{} articles", f"{done.articles:,}"),
        say("{} mentions", f"{sum(done.mentions.values()):,}") + (f" ({types})" if types else ""),
        say("{} failed", f"{done.failed:,}"),
    ]
    parts += [say("{} unchanged", f"{done.skipped:,}")] * bool(done.skipped)
    parts += [say("{} in quarantine", f"{done.quarantined:,}")] * bool(done.quarantined)
    parts += [say("{} empty", f"{done.empty:,}")] * bool(done.empty)
    console().print(Text(f"{done.target}: {', '.join(parts)} · {done.seconds:.1f} s"), soft_wrap=True)
    errors = console(stderr=True)
    for warning in done.warnings:
        errors.print(Text(spoken(warning), style="yellow"), soft_wrap=True)
    for failure in done.failures[:_NAMED]:
        errors.print(_failure(failure), soft_wrap=True)
    if done.failed > _NAMED:
        errors.print(
            Text(say("  … and {} more: newsextract status {}", done.failed - _NAMED, done.target), style="dim")
        )
    if done.error:
        errors.print(Text(spoken(done.error), style="red"), soft_wrap=True)
    return done.exit_code
