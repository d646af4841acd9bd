"""run, status, retry from the command line."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from newsextract.cli import main


def test_a_folder_into_a_database_and_again(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "news.db")
    assert main(["run", str(page), "--to", target, "--workers", "0"]) == 0
    first = capsys.readouterr().out
    assert first.count("\n") == 1
    assert "1 pages, 1 articles" in first
    assert main(["run", str(page), "--to", target, "--workers", "0"]) == 0
    assert "1 unchanged" in capsys.readouterr().out
    assert main(["status", target]) == 0
    assert "ok 1" in capsys.readouterr().out


def test_one_bad_page_is_named_and_the_exit_code_says_so(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    target = str(tmp_path / "pages.jsonl")
    assert main(["run", str(tmp_path), "--to", target, "--workers", "0"]) == 3
    told = capsys.readouterr()
    assert "1 failed" in told.out
    assert "bad.txt" in told.err
    assert main(["status", target, "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["failures"][0]["path"] == "bad.txt"
    (tmp_path / "bad.txt").write_text("好了。", encoding="utf-8")
    assert main(["retry", target, "--workers", "0", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["pages"] == 1


def test_the_summary_for_programs(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = tmp_path / "run.json"
    arguments = [
        "run",
        str(page),
        "--to",
        str(tmp_path / "out.jsonl"),
        "--workers",
        "0",
        "--json",
        "--summary",
        str(summary),
    ]
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(summary.read_text(encoding="utf-8"))


def test_paths_from_standard_input(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{page}\n".encode())))
    assert main(["run", "-", "--to", str(tmp_path / "out.jsonl"), "--workers", "0"]) == 0
    assert "page.txt" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


def test_nothing_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(tmp_path / "no"), "--to", str(tmp_path / "news.db")]) == 1
    assert "check the path" in capsys.readouterr().err
    assert main(["status", str(tmp_path / "none.db")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX permissions")
def test_a_target_that_cannot_be_written_ends_with_4(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["run", str(page), "--to", str(tmp_path / "file" / "out.jsonl"), "--workers", "0"]) == 4
    assert capsys.readouterr().err
