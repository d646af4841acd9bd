"""Every command is shown in use in the documents for people, and every option stands in the reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer
from fenced import ROOT, blocks, english

from newsextract.cli import app

GUIDES = [f for f in english() if not f.name.startswith("command-line")]


def _commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    below = getattr(command, "commands", {})
    if not below:
        yield name, command
    for key, value in below.items():
        yield from _commands(value, f"{name} {key}")


def test_every_command_is_used_in_a_guide() -> None:
    code = "\n".join(b.code for f in GUIDES for b in blocks(f) if b.language == "bash")
    unused = [name for name, _ in _commands(typer.main.get_command(app), "newsextract") if name not in code]
    assert not unused


def test_every_option_is_in_the_reference_under_its_command() -> None:
    for file in ("command-line.md", "command-line.zh-CN.md"):
        sections = (ROOT / "docs" / file).read_text(encoding="utf-8").split("\n## ")
        for name, command in _commands(typer.main.get_command(app), "newsextract"):
            (section,) = [s for s in sections if s.startswith(f"`{name}`\n")]
            options = [o for p in command.params if p.param_type_name == "option" for o in p.opts if o != "--help"]
            assert not [o for o in options if f"`{o}`" not in section], f"{file}: {name}"
