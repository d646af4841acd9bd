"""The documentation as tests see it: its files, their fenced code blocks, headings and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

#: What stands above a block that no test runs, with the reason.
NOT_RUN = re.compile(r"<!-- not run: (.+?) -->")
#: What stands above a block that shows what the block before it prints.
OUTPUT = "<!-- output -->"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^(#+) +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, its line in the file, and the HTML comment above it."""

    file: Path
    line: int
    language: str
    code: str
    mark: str

    @property
    def not_run(self) -> str | None:
        """The reason why it is not run, if it is not."""
        found = NOT_RUN.search(self.mark)
        return found[1] if found else None

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}"


def documents() -> list[Path]:
    """Every document of the project for its users, English and Chinese."""
    return sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])


def english() -> list[Path]:
    """The documents in English."""
    return [file for file in documents() if not file.name.endswith(".zh-CN.md")]


def chinese_of(file: Path) -> Path:
    """The Chinese counterpart of a document, whether it is there or not."""
    return file.with_name(f"{file.name.removesuffix('.md')}.zh-CN.md")


def blocks(file: Path) -> Iterator[Block]:
    """The fenced blocks of a document, in order."""
    text = file.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        above = text[: found.start()].rstrip("\n").rpartition("\n")[2]
        mark = above if above.startswith("<!--") else ""
        yield Block(file, text.count("\n", 0, found.start()) + 1, found[1], found[2], mark)


def prose(file: Path) -> str:
    """A document without its fenced blocks."""
    return _FENCE.sub("", file.read_text(encoding="utf-8"))


def links(file: Path) -> list[str]:
    """The targets of a document's links."""
    return _LINK.findall(prose(file))


def headings(file: Path) -> list[tuple[int, str]]:
    """Level and words of a document's headings."""
    return [(len(marks), words) for marks, words in _HEADING.findall(prose(file))]


def anchor(heading: str) -> str:
    """The fragment that GitHub makes of a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return kept.replace(" ", "-")
