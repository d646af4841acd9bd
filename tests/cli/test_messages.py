"""Everything that the command line says is there in Chinese."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

import newsextract
from newsextract import errors
from newsextract.cli import app
from newsextract.cli.messages import translate
from newsextract.cli.reference import FILES, reference

PACKAGE = Path(newsextract.__file__).parent
ERRORS = {name for name in errors.__all__ if name.endswith("Error")}


def _template(node: ast.expr) -> str | None:
    """Return a string as the catalogue has it: {} where it holds a value."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)  # type: ignore[misc]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            both = _template(left), _template(right)
            return None if None in both else "".join(map(str, both))
    return None


def _sentences(tree: ast.AST) -> Iterator[str]:
    """Yield what errors and ``say`` are given, where it is written down as a string."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        given: list[ast.expr] = []
        if name in ERRORS:
            given = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "todo")]
        elif name == "say":
            given = node.args[:1]
        elif name == "_Row":
            given = list(node.args)
        yield from filter(None, map(_template, given))


def test_messages_and_errors() -> None:
    missing = set()
    for file in PACKAGE.rglob("*.py"):
        for sentence in _sentences(ast.parse(file.read_text(encoding="utf-8"))):
            # Values alone, and words that are the same in every language, need no translation.
            if any(c.isalpha() for c in sentence.replace("{}", "")) and translate(sentence) == sentence:
                missing.add(f"{file.relative_to(PACKAGE)}: {sentence}")
    assert not missing, "\n".join(sorted(missing))


def _parameters(command: Any) -> Iterator[str]:
    """Yield the long name of every option of every command."""
    for parameter in command.params:
        if getattr(parameter, "help", None) and parameter.param_type_name == "option":
            yield parameter.opts[0]
    for below in getattr(command, "commands", {}).values():
        yield from _parameters(below)


def _helps(command: Any) -> Iterator[str]:
    for paragraph in (command.help or "").split("\n\n"):
        if paragraph and "Examples:" not in paragraph:
            yield " ".join(paragraph.split())
    for parameter in command.params:
        if getattr(parameter, "help", None):
            yield parameter.help
    for below in getattr(command, "commands", {}).values():
        yield from _helps(below)


def test_help() -> None:
    missing = {text for text in _helps(typer.main.get_command(app)) if translate(text) == text}
    assert not missing, "\n".join(sorted(missing))


def test_every_command_has_an_example() -> None:
    def leaves(command: Any, name: str) -> Iterator[tuple[str, Any]]:
        below = getattr(command, "commands", {})
        if not below:
            yield name, command
        for key, value in below.items():
            yield from leaves(value, f"{name} {key}")

    for name, command in leaves(typer.main.get_command(app), "newsextract"):
        assert f"      {name}".replace("      ", "  ").strip() in (command.help or ""), name


def test_the_reference_is_what_the_help_says() -> None:
    root = PACKAGE.parent
    for language, name in FILES.items():
        written = (root / name).read_text(encoding="utf-8")
        assert written == reference(language), "run python -m newsextract.cli.reference"


def test_the_reference_names_every_option() -> None:
    for language in FILES:
        text = reference(language)
        for parameter in _parameters(typer.main.get_command(app)):
            assert f"`{parameter}`" in text


def test_the_chinese_reference_holds_no_english_sentence() -> None:
    for line in reference("zh").splitlines():
        if line.startswith("|") and "---" not in line:
            assert any("\u4e00" <= c <= "\u9fff" for c in line.rsplit("|", 2)[1]), line


def test_placeholders_are_the_same_on_both_sides() -> None:
    for line in (PACKAGE / "cli" / "zh.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            english, chinese = line.split("\t")
            numbered = sum(f"{{{n}}}" in chinese for n in range(5))
            assert english.count("{}") == (numbered or chinese.count("{}")), english
