"""The command ``newsextract``: its commands put together, its language chosen, its errors told in one line."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import typer
from typer import rich_utils

from newsextract.cli import exporting, information, lexicons, measuring, messages, options, reporting, running, showing
from newsextract.cli.messages import Language, say, spoken
from newsextract.errors import DatabaseError, NewsExtractError, OptionError, OutputError

__all__ = ["app", "exit_code_of", "main"]

app = typer.Typer(
    name="newsextract",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

# The order here is the order in the help.
app.command("run")(running.run)
app.command("status")(running.status)
app.command("retry")(running.retry)
app.command("show")(showing.show)
app.command("report")(reporting.report)
app.command("export")(exporting.export)
app.command("import")(exporting.import_)
app.command("score")(measuring.score)
app.add_typer(lexicons.app, name="lexicon")
app.command("schema")(information.schema)
app.command("version")(information.version)


@app.callback()
def root(
    lang: Annotated[
        str | None, typer.Option(metavar="en|zh", help="Language of messages; the locale's where it is not given.")
    ] = None,
    config: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Configuration; newsextract.toml in the working folder where not given."),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error came from.")] = False,
) -> None:
    """Structured JSON and database rows from OCR'd Chinese newspaper pages and official documents, offline.

    Examples:
      newsextract run pages/ --to news.db
      newsextract show pages/01.txt
      newsextract report news.db -o report.html
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code comes back (the console script passes it on).

    Args:
        arguments: those of the command; the process's own where it is None.
    """
    _write_unicode()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        language, asked, debug, rest = _global_options(given)
    except NewsExtractError as error:
        messages.use_language(messages.language_from(os.environ))
        return _fail(_render(error), 1)
    except ValueError as error:
        messages.use_language(messages.language_from(os.environ))
        return _fail(say("{} is no language that newsextract speaks (write --lang en or --lang zh)", error), 1)
    messages.use_language(language, asked=asked)
    command = typer.main.get_command(app)
    _lay_out_help(command)
    _title_panels()
    try:
        code = command.main(rest, prog_name="newsextract", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        return _fail(say("stopped"), 130)
    except BrokenPipeError:
        # Whoever read our output has closed it (… | head): nothing to tell, and nothing more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except NewsExtractError as error:
        return _fail(_render(error), exit_code_of(error), debug=debug)
    except Exception as error:
        if hasattr(error, "format_message"):  # a usage error of typer's
            text = error.format_message()
            return _fail(say("{} (see newsextract --help)", spoken(text)), 1) if text else 0
        return _fail(_unforeseen(error), 1, debug=debug)


def exit_code_of(error: NewsExtractError) -> int:
    """Return the exit code that an error asks for, as ``newsextract.run.EXIT_CODES`` lists them."""
    if isinstance(error, DatabaseError):
        return 5
    return 4 if isinstance(error, OutputError) else 1


def _write_unicode() -> None:
    """Write what the terminal's encoding cannot hold as an escape, rather than fail on it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _global_options(given: list[str]) -> tuple[Language, bool, bool, list[str]]:
    """Take ``--lang``, ``--config`` and ``--debug`` out, wherever they stand: help and usage errors speak the language too.

    Raises:
        OptionError: the configuration file that is named cannot be read.
        ValueError: no such language.
    """
    rest: list[str] = []
    values: dict[str, str] = {}
    debug = False
    words = iter(given)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif word == "--debug":
            debug = True
        elif name in ("--lang", "--config"):
            values[name] = value if equals else next(words, "")
        else:
            rest.append(word)
    options.configure(Path(values["--config"]) if "--config" in values else None)
    language: str | None = values.get("--lang")
    if language is None:
        try:
            language = options.settings().language
        except OptionError:
            if "--config" in values:
                raise
            # A command that needs the file will say what is wrong with it; the others work without.
    return _known_language(language or messages.language_from(os.environ)), language is not None, debug, rest


def _known_language(name: str) -> Language:
    for known in get_args(Language):
        if name == known:
            return cast(Language, known)
    raise ValueError(repr(name))


def _lay_out_help(command: Any) -> None:
    """Keep the lines of examples apart, and put the Chinese of everything else in its place where that is asked for."""
    if command.help:
        paragraphs = []
        for paragraph in command.help.split("\n\n"):
            if paragraph.startswith("Examples:"):
                # The control character is click's mark for a paragraph whose line ends stay.
                paragraphs.append("\b\n" + paragraph.replace("Examples:", spoken("Examples:"), 1))
            else:
                paragraphs.append(spoken(" ".join(paragraph.split())))
        command.help = "\n\n".join(paragraphs)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = spoken(parameter.help)
    for below in getattr(command, "commands", {}).values():
        _lay_out_help(below)


def _title_panels() -> None:
    """Name the panels of help in the user's language."""
    for name, title in (("ARGUMENTS", "Arguments"), ("OPTIONS", "Options"), ("COMMANDS", "Commands")):
        setattr(rich_utils, f"{name}_PANEL_TITLE", spoken(title))


def _render(error: NewsExtractError) -> str:
    if messages.language() == "en":
        return str(error)
    what = messages.translate(error.what)
    head = f"{error.where}：{what}" if error.where else what
    return f"{head}（{messages.translate(error.todo)}）" if error.todo else head


def _unforeseen(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
    what = f"{type(error).__name__}: {error}".replace("\n", " ")
    return say("{} (a fault in newsextract: report it with what --debug shows)", what)


def _fail(text: str, code: int, *, debug: bool = False) -> int:
    if debug:
        traceback.print_exc()
    line = " ".join(text.splitlines())
    coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    name = "\x1b[31mnewsextract:\x1b[0m" if coloured else "newsextract:"
    print(f"{name} {line}", file=sys.stderr)
    return code
