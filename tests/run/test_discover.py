"""Which files are pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsextract.errors import OptionError, PathError
from newsextract.run.discover import discover, split_missing


def _paths(*inputs: Path, patterns: tuple[str, ...] = ("*.txt",)) -> list[str]:
    return [found.path for found in discover(inputs, patterns)]


def _make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    return folder


def test_pages_come_in_the_order_of_their_whole_paths(tmp_path: Path) -> None:
    names = ["b.txt", "a/2.txt", "a-1.txt", "a/1/x.txt", "a.txt", "a/1.txt", "页/一.txt"]
    assert _paths(_make(tmp_path, *names)) == sorted(names)


def test_patterns_fit_names_or_with_a_slash_paths(tmp_path: Path) -> None:
    folder = _make(tmp_path, "a.txt", "a.md", "b/c.md", "b/d.ocr")
    assert _paths(folder) == ["a.txt"]
    assert _paths(folder, patterns=("*.md", "*.ocr")) == ["a.md", "b/c.md", "b/d.ocr"]
    assert _paths(folder, patterns=("b/*.md",)) == ["b/c.md"]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    assert _paths(_make(tmp_path, ".git/a.txt", ".b.txt", "c.txt")) == ["c.txt"]


def test_a_named_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    assert _paths(_make(tmp_path, "page.ocr") / "page.ocr") == ["page.ocr"]


def test_links_do_not_lead_out_of_the_folder_nor_in_circles(tmp_path: Path) -> None:
    outside = _make(tmp_path / "outside", "secret.txt")
    folder = _make(tmp_path / "in", "a.txt", "sub/b.txt")
    (folder / "out.txt").symlink_to(outside / "secret.txt")
    (folder / "outdir").symlink_to(outside)
    (folder / "circle").symlink_to(folder)
    (folder / "inside.txt").symlink_to(folder / "sub" / "b.txt")
    (folder / "dangling.txt").symlink_to(folder / "nothing")
    assert _paths(folder) == ["a.txt", "inside.txt", "sub/b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_fifos_are_skipped(tmp_path: Path) -> None:
    folder = _make(tmp_path, "a.txt")
    os.mkfifo(folder / "pipe.txt")
    assert _paths(folder) == ["a.txt"]


def test_two_inputs_may_not_hold_the_same_path(tmp_path: Path) -> None:
    first, second = _make(tmp_path / "1", "x/a.txt"), _make(tmp_path / "2", "x/a.txt")
    with pytest.raises(OptionError, match=r"two inputs hold x/a.txt"):
        _paths(first, second)
    with pytest.raises(OptionError, match="two inputs"):
        _paths(first / "x" / "a.txt", second / "x" / "a.txt")


def test_missing_inputs_are_told_apart(tmp_path: Path) -> None:
    folder = _make(tmp_path, "a.txt")
    assert split_missing([folder, tmp_path / "no"]) == ([folder], [tmp_path / "no"])
    with pytest.raises(PathError, match="no such file"):
        split_missing([tmp_path / "no"])
    with pytest.raises(OptionError, match="no input"):
        split_missing([])
