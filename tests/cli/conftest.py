"""What the tests of the command line share."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages do not depend on who runs the tests."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A file with one page."""
    file = tmp_path / "page.txt"
    file.write_text("本报讯 全年完成投资3亿元。", encoding="utf-8")
    return file
