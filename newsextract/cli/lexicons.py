"""Commands about lexicons: check one's own, list the built-in ones."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from newsextract.cli.messages import say, spoken
from newsextract.cli.options import AsJson, console
from newsextract.lexicon.catalogue import builtin_lexicons
from newsextract.lexicon.user import check_lexicon

__all__ = ["app", "check", "list_"]

app = typer.Typer(no_args_is_help=True, help="Check a lexicon of your own; list the built-in ones.")


@app.command("check")
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Lexicons of your own (TSV).")],
    json_: AsJson = False,
) -> int:
    """Check lexicons of your own: every problem with its line. Ends with 1 where there is any.

    Examples:
      newsextract lexicon check our-names.tsv
      newsextract lexicon check *.tsv --json
    """
    out, wrong = console(), 0
    report = []
    for file in files:
        entries, problems = check_lexicon(file)
        wrong += len(problems)
        types = Counter(("!" if e.forbid else "") + (e.type or "") for e in entries)
        report.append(
            {
                "file": str(file),
                "entries": dict(sorted(types.items())),
                "problems": [{"where": p.where, "what": p.what, "todo": p.todo} for p in problems],
            }
        )
        if json_:
            continue
        for problem in problems:
            line = f"{problem.where}: {spoken(problem.what)}" + (f" ({spoken(problem.todo)})" if problem.todo else "")
            out.print(Text(line, style="red"), soft_wrap=True)
        counts = ", ".join(f"{name} {n:,}" for name, n in sorted(types.items()))
        summary = say("{}: {} entries, {} problems", file, f"{len(entries):,}", f"{len(problems):,}")
        out.print(Text(summary + (f" ({counts})" if counts else "")), soft_wrap=True)
    if json_:
        typer.echo(json.dumps(report, ensure_ascii=False, indent=2))
    return 1 if wrong else 0


@app.command("list")
def list_(json_: AsJson = False) -> None:
    """List the built-in lexicons: entries, where each is from, and its licence.

    Examples:
      newsextract lexicon list
    """
    found = builtin_lexicons()
    if json_:
        typer.echo(json.dumps([vars(lexicon) for lexicon in found], ensure_ascii=False, indent=2))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("lexicon", "entries", "licence", "from"):
        table.add_column(say(name), justify="right" if name == "entries" else "left")
    for lexicon in found:
        table.add_row(Text(lexicon.name), f"{lexicon.entries:,}", Text(lexicon.licence), Text(lexicon.source))
    console().print(table)
