"""The examples run and print what they are there for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from fenced import ROOT

PAGES = len(list((ROOT / "fixtures" / "pages").iterdir()))

#: Each example: its arguments and a piece of what it prints.
EXAMPLES = {
    "page_to_json.py": ("fixtures/pages/05_finance.txt", '"currency": "CNY"'),
    "folder_to_sqlite.py": ("fixtures/pages out.db", f"{PAGES} pages"),
    "query.py": ("news.db", "The largest amounts"),
    "large_amounts.py": ("news.db 100000000", "3021.7 亿 CNY"),
    "time_series.py": ("news.db 黄石市", "质押金额"),
    "own_lexicon.py": ("", "ORG 澜湾港建公司 → 澜湾港口建设有限公司"),
    "export_for_correction.py": ("news.db", f"{PAGES} pages"),
}


def run(name: str, arguments: str = "") -> str:
    done = subprocess.run(
        [sys.executable, f"examples/{name}", *arguments.split()],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the pages of the fixtures."""
    from newsextract.run import run

    database = tmp_path_factory.mktemp("filled") / "news.db"
    assert run(ROOT / "fixtures/pages", database, workers=0).exit_code == 0
    return database


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example(name: str, workplace: Path, filled: Path) -> None:
    (workplace / "news.db").write_bytes(filled.read_bytes())
    arguments, expected = EXAMPLES[name]
    printed = run(name, arguments)
    assert expected in printed
    if name == "page_to_json.py":
        assert json.loads(printed)["status"] == "ok"


def test_every_example_is_tested() -> None:
    assert {f.name for f in (ROOT / "examples").glob("*.py")} == set(EXAMPLES)
