"""The built-in lexicons, as SOURCES.md describes them."""

from __future__ import annotations

from dataclasses import dataclass

from newsextract.lexicon.load import lexicon_dir, read_rows

__all__ = ["BuiltinLexicon", "builtin_lexicons"]


@dataclass(frozen=True)
class BuiltinLexicon:
    """A built-in lexicon: how many rows it has, and what SOURCES.md says of it."""

    name: str
    entries: int
    source: str = ""
    version: str = ""
    licence: str = ""


def builtin_lexicons() -> list[BuiltinLexicon]:
    """List the built-in lexicons by name.

    >>> [lexicon.licence for lexicon in builtin_lexicons() if lexicon.name == "traditional"]
    ['Apache-2.0']
    """
    said: dict[str, list[str]] = {}
    for line in (lexicon_dir() / "SOURCES.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `") and len(cells) >= 4:
            said[cells[0].strip("`").removesuffix(".tsv")] = cells[1:4]
    return [
        BuiltinLexicon(path.stem, sum(1 for _ in read_rows(path.stem)), *said.get(path.stem, ()))
        for path in sorted(lexicon_dir().glob("*.tsv"))
    ]
