"""The reference of the command line, written from its own help: ``python -m newsextract.cli.reference``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer
from pydantic import BaseModel

from newsextract.cli import messages
from newsextract.cli.app import app
from newsextract.cli.messages import Language, say, spoken
from newsextract.config import Config
from newsextract.run import EXIT_CODES

__all__ = ["FILES", "reference"]

#: Where the reference goes, by language.
FILES: dict[Language, str] = {"en": "docs/command-line.md", "zh": "docs/command-line.zh-CN.md"}


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(map(say, head)) + " |"
    yield "| " + " | ".join("---" for _ in head) + " |"
    for row in rows:
        yield "| " + " | ".join(map(_cell, row)) + " |"
    yield ""


def _parameters(command: Any) -> list[tuple[str, str]]:
    rows = []
    for parameter in command.params:
        if not getattr(parameter, "help", None):
            continue
        metavar = parameter.metavar or ""
        if parameter.param_type_name == "argument":
            name = f"`{metavar}`"
        else:
            flag = getattr(parameter, "is_flag", False) or not metavar
            name = ", ".join(f"`{o}`" for o in parameter.opts) + ("" if flag else f" `{metavar}`")
        rows.append((name, spoken(parameter.help)))
    return rows


def _leaves(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    below = getattr(command, "commands", None)
    if not below:
        yield name, command
        return
    for key, value in below.items():
        yield from _leaves(value, f"{name} {key}")


def _command(name: str, command: Any) -> Iterator[str]:
    yield f"## `{name}`\n"
    for paragraph in command.help.split("\n\n"):
        if paragraph.startswith("Examples:"):
            yield "```text"
            yield from (line.strip() for line in paragraph.splitlines()[1:])
            yield "```\n"
        else:
            yield spoken(" ".join(paragraph.split())) + "\n"
    yield from _table(("option", "meaning"), _parameters(command))


def _keys(model: type[BaseModel], table: str = "") -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _keys(kind, f"{table}{name}.")
        else:
            yield f"`{table}{name}`", spoken(field.description or "").replace("``", "`")


def reference(language: Language) -> str:
    """Write the reference in one language, as Markdown.

    >>> reference("en").splitlines()[0]
    '# The command line'
    """
    before = messages.language()
    messages.use_language(language)
    try:
        root = typer.main.get_command(app)
        lines = [f"# {say('The command line')}\n"]
        lines.append(say("This page is written by `python -m newsextract.cli.reference`.") + "\n")
        lines += [f"## {say('For every command')}\n", *_table(("option", "meaning"), _parameters(root))]
        for name, command in _leaves(root, "newsextract"):
            lines += _command(name, command)
        codes = [(str(code), spoken(text)) for code, text in EXIT_CODES.items()]
        lines += [f"## {say('Exit codes')}\n", *_table(("code", "meaning"), codes)]
        lines += [
            "## `newsextract.toml`\n",
            say("Paths are relative to the file; options of a command go before it.") + "\n",
        ]
        lines += _table(("key", "meaning"), list(_keys(Config)))
        return "\n".join(lines).rstrip() + "\n"
    finally:
        messages.use_language(before)


if __name__ == "__main__":
    for language, name in FILES.items():
        Path(name).write_text(reference(language), encoding="utf-8")
