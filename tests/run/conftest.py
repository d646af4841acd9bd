"""Make the helpers of these tests importable, in worker processes too (spawn hands ``sys.path`` on)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
for folder in (HERE, HERE.parent / "store"):
    sys.path.insert(0, str(folder))

from store_servers import mariadb, postgres  # noqa: E402

__all__ = ["mariadb", "pages", "postgres"]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of four pages."""
    folder = tmp_path / "pages"
    for name, text in {"a.txt": "甲", "b/c.txt": "乙\n丙", "b/d.txt": "丁", "e.txt": ""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder
