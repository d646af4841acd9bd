"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from newsextract.cli.messages import say
from newsextract.config import Config, load_config
from newsextract.errors import DatabaseError, InputError, OutputError

__all__ = [
    "AsJson",
    "Encoding",
    "Lexicons",
    "Pages",
    "Published",
    "Recognizers",
    "Region",
    "configure",
    "console",
    "read_date",
    "read_input",
    "reading",
    "settings",
]

_state: dict[str, Path | None] = {"config": None}


def configure(path: Path | None) -> None:
    """Set the configuration file that ``settings`` reads; the working folder's where it is None."""
    _state["config"] = path


def settings() -> Config:
    """Read the configuration that holds for this call.

    Raises:
        OptionError: the file is missing or not valid.
    """
    return load_config(_state["config"])


def read_date(text: str | dt.date) -> dt.date:
    """Read the date of an option."""
    if isinstance(text, dt.date):
        return text
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(say("{} is no date (write it as 2024-08-15)", repr(text))) from None


Published = Annotated[
    dt.date | None,
    typer.Option(parser=read_date, metavar="DATE", help="Date of publication (YYYY-MM-DD), for pages that do not say."),
]
Region = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="GB/T 2260 code of the division that 我市 or 我省 means on the pages (370600)."),
]
Encoding = Annotated[
    str | None, typer.Option(metavar="CODEC", help="Encoding of the files; found out file by file where not given.")
]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="FILE", help="A lexicon of your own (TSV); may be given several times."),
]
Recognizers = Annotated[
    list[str] | None,
    typer.Option("--recognizer", metavar="NAME", help="A spaCy component of your own; may be given several times."),
]
Pages = Annotated[
    list[str],
    typer.Argument(
        metavar="PAGES...", help="Files or folders with pages; - reads their paths from standard input, one a line."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for a program to read.")]


def console(*, stderr: bool = False) -> Console:
    """Make the console to print on: coloured on a terminal only, long lines folded by the terminal and nobody else."""
    wide = None if (sys.stderr if stderr else sys.stdout).isatty() else 100
    return Console(stderr=stderr, width=wide, highlight=False, soft_wrap=False)


@contextmanager
def reading() -> Iterator[None]:
    """Take a target that cannot be read for input that is wrong, as it is to a command that writes elsewhere.

    Raises:
        InputError: the target is missing or no target.
        DatabaseError: the database is lost.
    """
    try:
        yield
    except DatabaseError:
        raise
    except OutputError as error:
        raise InputError(error.what, where=error.where, todo=error.todo) from error


def read_input() -> bytes:
    """Read all of standard input."""
    return sys.stdin.buffer.read()
