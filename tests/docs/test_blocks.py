"""Every python, bash and sql block of the documentation runs, in the order of its document, and prints what the document says."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from fenced import OUTPUT, ROOT, Block, blocks, english

import newsextract.spacy_component  # noqa: F401  (registers it, as installing does)
from newsextract.cli import main

#: Blocks that cannot be run here; each says why above it. This number only goes down.
MOST_NOT_RUN = 8

RUN = ("python", "bash", "sql")
SHOWN = ("text", "json", "tsv", "toml", "csv", "xml", "cron", "mermaid", "")

#: The database that documents speak of; tests put their server's in its place.
POSTGRES = "postgresql://localhost/news"

FILES = [f for f in english() if any(b.language in RUN for b in blocks(f))]


def _is_plain(command: str) -> bool:
    """Tell whether a line calls newsextract and nothing else, so that it can run here, where all is loaded."""
    return command.startswith("newsextract ") and not re.search(r"[|<>&;$*`]", command)


def run_bash(code: str) -> str:
    """Run a block of commands. Lines that only call newsextract run in this process, the others in bash."""
    lines = [
        line for line in code.replace("\\\n", " ").splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    if all(map(_is_plain, lines)):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            for line in lines:
                words = shlex.split(line, comments=True)[1:]
                # The worker that a run starts would load all of it once more.
                few = ["--workers", "0"] if words[0] in ("run", "retry") and "--workers" not in words else []
                ended = main([*words, *few])
                assert ended == 0, f"{line}: ended with {ended}"
        return out.getvalue()
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run_python(code: str, names: dict[str, Any]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "<documentation>", "exec"), names)
    return out.getvalue()


def run_sql(code: str, url: str | None) -> str:
    """Run queries against the PostgreSQL that the document has filled, or else against its news.db."""
    rows: list[Any] = []
    queries = filter(str.strip, code.split(";"))
    if url:
        engine = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"))
        with engine.connect() as connection:
            for query in queries:
                rows += connection.execute(sa.text(query.replace(":", "\\:"))).fetchall()
        engine.dispose()
    else:
        with contextlib.closing(sqlite3.connect("news.db")) as database:
            for query in queries:
                rows += database.execute(query).fetchall()
    assert rows, "a query in the documentation finds something"
    return "".join("|".join("" if c is None else str(c) for c in row) + "\n" for row in rows)


def place_file(block: Block) -> bool:
    """Write a block that says which file it is (`<!-- file: NAME -->`)."""
    named = re.search(r"<!-- file: (\S+) -->", block.mark)
    if named:
        Path(named[1]).parent.mkdir(parents=True, exist_ok=True)
        Path(named[1]).write_text(block.code, encoding="utf-8")
    return bool(named)


@pytest.mark.parametrize("file", FILES, ids=[f.relative_to(ROOT).as_posix() for f in FILES])
def test_every_block_runs(file: Path, workplace: Path, request: pytest.FixtureRequest) -> None:
    url = None
    if POSTGRES in file.read_text(encoding="utf-8") and "postgres" in file.name:
        url = request.getfixturevalue("postgres_url")
    names: dict[str, Any] = {"__name__": "__main__"}
    printed = ""
    for block in blocks(file):
        code = block.code.replace(POSTGRES, url) if url else block.code
        try:
            if block.mark == OUTPUT:
                flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
                same = doctest.OutputChecker().check_output(block.code, printed, flags)
                assert same, f"it prints\n{printed}"
            elif place_file(block) or block.not_run:
                continue
            elif block.language == "bash":
                printed = run_bash(code)
            elif block.language == "python":
                printed = run_python(code, names)
            elif block.language == "sql":
                printed = run_sql(code, url)
        except BaseException as error:
            raise AssertionError(f"{block} does not hold: {error}") from error


def test_blocks_are_of_known_kinds() -> None:
    strange = [f"{b} {b.language}" for f in english() for b in blocks(f) if b.language not in (*RUN, *SHOWN)]
    assert not strange


def test_few_blocks_are_not_run() -> None:
    left = [f"{b}: {b.not_run}" for f in english() for b in blocks(f) if b.not_run]
    assert len(left) <= MOST_NOT_RUN, left
