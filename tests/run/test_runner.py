"""The runner: every page once, nothing twice, and what goes wrong stays with its page."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing as mp
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from trivial import TrivialExtractor

from newsextract.errors import OptionError, OutputError, PathError
from newsextract.extractor import Extractor
from newsextract.model.ids import page_id
from newsextract.run import EXIT_CODES, Progress, RunSummary, retry, run, status
from newsextract.store import read_pages


def _run(pages: Path, target: str | Path, **options: Any) -> RunSummary:
    return run(pages, target, **{"extractor": TrivialExtractor(), "workers": 0, **options})


def _ask(database: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql, values).fetchall()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.mark.parametrize("workers", [0, 2])
def test_every_page_is_extracted_once(pages: Path, target: Path, workers: int) -> None:
    summary = _run(pages, target, workers=workers)
    assert (summary.total, summary.pages, summary.empty, summary.failed) == (4, 4, 1, 0)
    assert (summary.articles, dict(summary.mentions)) == (4, {"MONEY": 4, "ORG": 4})
    assert summary.exit_code == 0
    paths = ["a.txt", "b/c.txt", "b/d.txt", "e.txt"]
    assert [(p.source.path, p.id) for p in read_pages(target)] == [(path, page_id(path=path)) for path in paths]
    assert mp.active_children() == []


def test_a_second_run_touches_nothing(pages: Path, target: Path) -> None:
    _run(pages, target)
    before = target.read_bytes()
    summary = _run(pages, target, workers=2)
    assert (summary.pages, summary.skipped, summary.exit_code) == (0, 4, 0)
    assert target.read_bytes() == before


def test_only_what_changed_is_extracted_again(pages: Path, target: Path) -> None:
    _run(pages, target)
    (pages / "a.txt").write_text("另", "utf-8")
    (pages / "new.txt").write_text("新", "utf-8")
    os.utime(pages / "b" / "d.txt", (1, 1))  # touched, not changed
    summary = _run(pages, target)
    assert (summary.pages, summary.skipped) == (2, 3)
    assert [a.text for p in read_pages(target) for a in p.articles] == ["另", "乙", "丙", "丁", "新"]


def test_a_change_within_the_clocks_tick_is_seen(pages: Path, target: Path) -> None:
    """Same size, same time, other bytes: the time of a file that was just written is not trusted."""
    _run(pages, target)
    seen = (pages / "a.txt").stat()
    (pages / "a.txt").write_text("癸", "utf-8")
    os.utime(pages / "a.txt", ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert _run(pages, target).pages == 1


def test_an_old_file_is_not_even_read_again(pages: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in pages.rglob("*.txt"):
        os.utime(file, (1, 1))
    _run(pages, target)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read again"))
    assert _run(pages, target).skipped == 4


def test_another_version_or_manifest_means_again(pages: Path, target: Path, tmp_path: Path) -> None:
    _run(pages, target)
    newer = TrivialExtractor()
    newer.version = "2"
    assert _run(pages, target, extractor=newer).pages == 4
    assert _run(pages, target, extractor=newer).pages == 0
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,published\na.txt,2024-08-15\n", "utf-8")
    assert _run(pages, target, extractor=newer, manifest=manifest).pages == 1
    assert _run(pages, target, extractor=newer, manifest=manifest, force=True).pages == 4


def test_the_manifest_is_carried_into_the_pages(pages: Path, target: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "m.csv"
    lines = (
        "path,id,published,newspaper,page_no,region,url",
        "a.txt,晨报-1,2024-08-15,晨报,A01,370600,https://x.example/1",
    )
    manifest.write_text("\n".join((*lines, "gone.txt,,,,,,")), "utf-8")
    summary = _run(pages, target, manifest=manifest)
    assert summary.failures == [{"path": "gone.txt", "code": "path", "message": "in the manifest, but not there"}]
    assert summary.exit_code == 3
    page = next(p for p in read_pages(target) if p.source.path == "a.txt")
    assert page.id == page_id(manifest_id="晨报-1")
    assert (page.published, page.region) == (dt.date(2024, 8, 15), "370600")
    source = page.source
    assert (source.newspaper, source.page_no, source.url) == ("晨报", "A01", "https://x.example/1")


#: Bad pages and the code that each gets; None where some targets take them.
BAD: dict[str, tuple[bytes, str | None]] = {
    "binary.txt": (b"%PDF-1.7\n", "binary"),
    "bytes.txt": (b"\x81\x20\xff\xff\x00\x01", None),
    "fail.txt": (b"FAIL", "extraction"),
    "large.txt": (b"x" * 2000, "too_large"),
    "nul.txt": (b"NUL", None),
    "raise.txt": (b"RAISE", "unexpected"),
}


@pytest.mark.parametrize("kind", ["t.db", "t.jsonl", "t.csv", "t.parquet", "t/"])
def test_a_bad_page_stays_with_itself(pages: Path, tmp_path: Path, kind: str) -> None:
    for name, (data, _) in BAD.items():
        (pages / name).write_bytes(data)
    target = f"{tmp_path}/{kind}"
    summary = _run(pages, target, max_bytes=1000)
    codes = {f["path"]: f["code"] for f in summary.failures}
    assert {n: c for n, (_, c) in BAD.items() if c}.items() <= codes.items()
    assert summary.pages + summary.failed == 4 + len(BAD)
    assert (summary.pages >= 4, summary.exit_code) == (True, 3)
    found = status(target)
    assert found.failed == summary.failed == found.pages["failed"]
    again = _run(pages, target, max_bytes=1000)
    # What is over the limit is looked at again each time: the limit may have been raised.
    assert (again.pages, again.failed, again.quarantined, again.exit_code) == (0, 1, summary.failed - 1, 3)


def test_quarantine_keeps_code_message_and_traceback(pages: Path, target: Path) -> None:
    (pages / "a.txt").write_text("RAISE")
    _run(pages, target)
    ((code, message, trace),) = _ask(target, "SELECT code, message, traceback FROM failures")
    assert code == "unexpected"
    assert "ZeroDivisionError: nobody foresaw this" in message
    assert "trivial.py" in trace
    page = next(p for p in read_pages(target) if p.source.path == "a.txt")
    assert (page.status, page.mentions) == ("failed", [])
    assert page.warnings[0].startswith("unexpected: ")


def test_a_page_that_fails_after_it_went_through_keeps_no_old_rows(pages: Path, target: Path) -> None:
    _run(pages, target)
    (pages / "a.txt").write_text("FAIL")
    _run(pages, target)
    assert _ask(target, "SELECT * FROM mentions WHERE page_id = ?", page_id(path="a.txt")) == []


def test_a_worker_that_hangs_or_dies_is_replaced(pages: Path, target: Path) -> None:
    (pages / "a.txt").write_text("HANG")
    (pages / "b" / "d.txt").write_text("DIE")
    for number in range(40):
        (pages / f"f{number}.txt").write_text(str(number))
    began = time.monotonic()
    summary = _run(pages, target, workers=2, max_seconds=1.0)
    assert time.monotonic() - began < 40
    assert {f["path"]: f["code"] for f in summary.failures} == {"a.txt": "timeout", "b/d.txt": "worker_lost"}
    assert (summary.pages, summary.exit_code) == (42, 3)
    assert mp.active_children() == []


def test_retry_takes_up_what_failed_with_what_was_known(pages: Path, target: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,id,published\na.txt,1,2024-08-15\n", "utf-8")
    (pages / "a.txt").write_text("FAIL")
    _run(pages, target, manifest=manifest)
    still = retry(target, extractor=TrivialExtractor(), workers=0)
    assert (still.total, still.failed, still.exit_code) == (1, 1, 3)
    (pages / "a.txt").write_text("好", "utf-8")
    better = retry(target, extractor=TrivialExtractor(), workers=0)
    assert (better.pages, better.failed, better.exit_code) == (1, 0, 0)
    assert status(target).failures == []
    page = next(p for p in read_pages(target) if p.source.path == "a.txt")
    assert (page.id, page.published) == (page_id(manifest_id="1"), dt.date(2024, 8, 15))
    assert _run(pages, target, manifest=manifest).skipped == 4, "what was retried is done"


def test_a_missing_input_is_a_failure_and_the_others_go_through(pages: Path, target: Path) -> None:
    summary = run([pages, pages / "no"], target, extractor=TrivialExtractor(), workers=0)
    assert (summary.pages, summary.failed, summary.exit_code) == (4, 1, 3)
    with pytest.raises(PathError):
        run(pages / "no", target)


def test_a_folder_without_pages_says_so(tmp_path: Path, target: Path) -> None:
    (tmp_path / "empty").mkdir()
    summary = _run(tmp_path / "empty", target)
    assert (summary.total, summary.exit_code) == (0, 0)
    assert "no file matches *.txt" in summary.warnings[0]


def test_the_summary_is_written_for_machines(pages: Path, target: Path, tmp_path: Path) -> None:
    summary = _run(pages, target, summary=tmp_path / "run.json")
    written = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert written == summary.to_dict()
    assert written["exit_code"] in EXIT_CODES
    assert written["mentions"] == {"MONEY": 4, "ORG": 4}


def test_progress_has_rate_and_time_left(pages: Path, target: Path) -> None:
    seen: list[Progress] = []
    _run(pages, target, progress=seen.append)
    assert (seen[-1].done, seen[-1].total) == (4, 4)
    assert Progress(done=30, total=100, failed=0, skipped=10, seconds=2.0).rate == 10.0
    assert Progress(done=30, total=100, failed=0, skipped=10, seconds=2.0).seconds_left == 7.0
    assert Progress(done=0, total=100, failed=0, skipped=0, seconds=0.0).seconds_left is None


def test_options_are_checked_first(pages: Path, target: Path) -> None:
    wrong: list[dict[str, Any]] = [
        {"workers": -1}, {"max_bytes": 0}, {"max_seconds": 0}, {"encoding": "klingon"}, {"region": "x"},
    ]  # fmt: skip
    for options in wrong:
        with pytest.raises(OptionError):
            run(pages, target, **options)
    with pytest.raises(OptionError, match="no kind of target"):
        run(pages, "news.xlsx")
    assert not target.exists()


def test_status_of_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such database"):
        status(tmp_path / "no.db")


def test_the_real_extractor_runs_in_workers(pages: Path, target: Path) -> None:
    (pages / "a.txt").write_text("本报讯 全年完成投资3亿元。", "utf-8")
    summary = run(pages, target, workers=1)
    assert (summary.pages, summary.failed) == (4, 0)
    assert list(read_pages(target)) == list(Extractor().extract_folder(pages))


@pytest.mark.skipif(os.name != "posix", reason="names are text here")
def test_names_that_are_no_utf_8_are_spelled_and_their_pages_go_through(tmp_path: Path) -> None:
    """Archives made on Windows unpack into names in GBK."""
    folder = tmp_path / "pages"
    folder.mkdir()
    good, bad = (Path(os.fsdecode(os.fsencode(folder) + b"/" + name)) for name in (b"\xb0\xe6.txt", b"\xff.txt"))
    try:
        good.write_text("甲", "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    bad.write_text("FAIL", "utf-8")
    target = tmp_path / "t.db"
    summary = run(folder, target, extractor=TrivialExtractor(), workers=0)
    assert (summary.pages, summary.failed, summary.stopped) == (1, 1, None)
    assert [f["path"] for f in summary.failures] == ["\\xff.txt"]
    assert [p.source.path for p in read_pages(target)] == ["\\xb0\\xe6.txt", "\\xff.txt"]
    assert run(folder, target, extractor=TrivialExtractor(), workers=0).skipped == 1
    bad.write_text("乙", "utf-8")
    assert retry(target, extractor=TrivialExtractor(), workers=0).pages == 1
    pages = list(Extractor().extract_folder(folder))
    assert [p.source.path for p in pages] == ["\\xb0\\xe6.txt", "\\xff.txt"]
    assert all(p.model_dump_json() for p in pages)
