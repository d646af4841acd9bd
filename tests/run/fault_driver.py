"""Runs with faults, in processes of their own: ``fault_driver.py MODE KIND FOLDER [SERVER]``.

Each attempt is a fork, so that a fault may be what it is in life: the process is gone between one system call and the next.
An attempt runs over pages of which some are in the target already, some changed, one new; first with the fault, then again without.
"""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from store_reading import contents_of
from trivial import TrivialExtractor

from newsextract.run import run
from newsextract.store import append, csvfiles, files, folder, jsonlines, loaders, parquet, target
from newsextract.store import sql as sql_target

__all__ = ["fill", "main"]

#: Exit codes of a child that was cut down, and of one whose result is wrong.
KILLED, WRONG = 9, 77
MODULES = (append, csvfiles, files, folder, jsonlines, parquet, target)


class Faults:
    """Counts the points at which a run can be cut down, and cuts it down at one of them."""

    def __init__(self, at: int, mode: str) -> None:
        self.at, self.mode, self.count = at, mode, 0

    def point(self) -> None:
        self.count += 1
        if self.mode == "kill" and self.count == self.at:
            os._exit(KILLED)
        if self.mode == "full" and self.count >= self.at:  # a full disk stays full
            raise OSError(errno.ENOSPC, "No space left on device")

    def before(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            self.point()
            return function(*args, **options)

        return call

    def install(self) -> None:
        """Put a point before every write, rename, removal and commit."""
        faults = self
        opened = Path.open

        def open_file(path: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
            file = opened(path, mode, *args, **options)
            return _Writer(file, faults) if set(mode) & set("wa+") else file

        Path.open = open_file  # type: ignore[method-assign, assignment]
        Path.replace = self.before(Path.replace)  # type: ignore[method-assign]
        if self.mode == "kill":  # removing works on a full disk
            Path.unlink = self.before(Path.unlink)  # type: ignore[method-assign]
        os.fsync = self.before(os.fsync)
        os.ftruncate = self.before(os.ftruncate)
        connect = sqlite3.connect

        class Connection(sqlite3.Connection):
            def execute(self, sql: str, *args: Any) -> Any:
                if not sql.startswith(("SELECT", "ROLLBACK", "PRAGMA", "BEGIN")):
                    faults.sql_point()
                return super().execute(sql, *args)

            def executemany(self, sql: str, *args: Any) -> Any:
                faults.sql_point()
                return super().executemany(sql, *args)

        def connect_to(*args: Any, **options: Any) -> Any:
            return connect(*args, **{"factory": Connection, **options})

        files.sqlite3.connect = connect_to  # type: ignore[assignment]
        sa.event.listen(sa.Engine, "before_cursor_execute", self._before_cursor)
        sa.event.listen(sa.Engine, "commit", self._before_commit)
        copy_in = loaders.copy_in

        def copy(connection: Any, table: Any, text: bytes) -> None:
            self._sql_alchemy_point("COPY")
            copy_in(connection, table, text)

        loaders.copy_in = copy
        parquet.pq.ParquetWriter.write_table = self.before(parquet.pq.ParquetWriter.write_table)

    def sql_point(self) -> None:
        try:
            self.point()
        except OSError as error:
            raise sqlite3.OperationalError("database or disk is full") from error

    def _before_cursor(self, _c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.lstrip().startswith(("SELECT", "PRAGMA", "BEGIN")):
            self._sql_alchemy_point(statement)

    def _before_commit(self, _connection: Any) -> None:
        self._sql_alchemy_point("COMMIT")

    def _sql_alchemy_point(self, statement: str) -> None:
        try:
            self.sql_point()
        except sqlite3.OperationalError as error:
            raise sa.exc.OperationalError(statement, {}, error) from error


class _Writer:
    """A file whose every write is a point, and half written when the process dies in it."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self._file, self._faults = file, faults

    def write(self, data: bytes) -> int:
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._faults.point()
        self._file.write(data[half:])
        return len(data)

    def writelines(self, parts: Any) -> None:
        for part in parts:
            self.write(part)

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def fill(where: Path, *, later: bool) -> Path:
    """Make the pages of the first run, or of a later one: some changed, one new, one that fails."""
    pages = where / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    for number in range(5):
        (pages / f"2024-0{number % 2 + 1}-{number}.txt").write_text(f"第{number}版\n=共有一行\n", "utf-8")
    if later:
        (pages / "2024-01-0.txt").write_text("改过\n", "utf-8")
        (pages / "2024-02-3.txt").write_text("FAIL", "utf-8")
        (pages / "2024-03-9.txt").write_text("新的一页\n=共有一行\n", "utf-8")
    return pages


class Dated(TrivialExtractor):
    """Takes the month of publication from the name, so that a dataset has several partitions."""

    def extract(self, text: str, **known: Any) -> Any:
        path = known["source"].path
        return super().extract(text, **{**known, "published": dt.date.fromisoformat(path[:7] + "-01")})


def attempt(pages: Path, where: str, *, batch: int = 2) -> int:
    for kind in (
        sql_target.SqlTarget,
        jsonlines.JsonLinesTarget,
        folder.FolderTarget,
        csvfiles.CsvTarget,
        parquet.ParquetTarget,
    ):
        kind.batch = batch
    return run(pages, where, extractor=Dated(), workers=0, retry_seconds=0).exit_code


def in_child(action: Callable[[], int]) -> int:
    """Do something in a child and return its exit code."""
    pid = os.fork()
    if pid == 0:
        try:
            os._exit(action())
        except BaseException:
            traceback.print_exc()
            os._exit(WRONG)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main(mode: str, kind: str, home: Path, base: str) -> int:
    """Try every fault point of a kind of target; return how many there were."""
    targets = names(kind, home, base)
    pages = fill(home, later=False)
    start, wanted = next(targets), next(targets)
    assert in_child(lambda: attempt(pages, start)) == 0
    before = contents_of(start, kind)["pages"]
    fill(home, later=True)
    assert in_child(lambda: attempt(pages, wanted)) == 3
    final = contents_of(wanted, kind)
    for number, broken in enumerate(targets, 1):
        prepare(kind, home, start, broken)
        if not _one((number, mode), kind, pages, broken, before=before, final=final):
            return number - 1
        remove(kind, broken)
    return 0


Rows = list[tuple[Any, ...]]
Contents = dict[str, Rows]


def _one(fault: tuple[int, str], kind: str, pages: Path, broken: str, *, before: Rows, final: Contents) -> bool:
    """Fault, look, go on, compare. False where the run has fewer points."""
    number, mode = fault

    def faulty() -> int:
        faults = Faults(number, mode)
        faults.install()
        code = attempt(pages, broken)
        return 0 if faults.count < number else code

    code = in_child(faulty)
    if code == 0:
        return False
    assert code == (KILLED if mode == "kill" else 4), (number, code)
    if kind in ("sqlite", "postgres", "mariadb", "folder"):
        # Also before it is started again: each page stands there as it was or as it will be.
        allowed = {*before, *final["pages"]}
        found = contents_of(broken, kind)["pages"]
        assert len(found) >= len(before), number
        assert set(found) <= allowed, number
    assert in_child(lambda: attempt(pages, broken)) == 3, number
    assert contents_of(broken, kind) == final, (number, kind)
    assert in_child(lambda: run(pages, broken, extractor=Dated(), workers=0).pages) == 0, number
    return True


def prepare(kind: str, home: Path, start: str, broken: str) -> None:
    """Make a target as the first run left it."""
    if kind in ("postgres", "mariadb"):
        early = home / "early"
        pages = fill(early, later=False)
        assert in_child(lambda: attempt(pages, broken)) == 0
        return
    first, second = Path(start), Path(broken)
    if first.is_dir():
        shutil.copytree(first, second)
        return
    for file in first.parent.glob(first.name + "*"):
        shutil.copy2(file, second.parent / (second.name + file.name.removeprefix(first.name)))


def remove(kind: str, name: str) -> None:
    """Clear a target of files away."""
    path = Path(name)
    if kind in ("postgres", "mariadb"):
        return
    if path.is_dir():
        shutil.rmtree(path)
        return
    for file in path.parent.glob(path.name + "*"):
        file.unlink()


def names(kind: str, home: Path, base: str) -> Iterator[str]:
    """Name target after target; on a server make their databases."""
    suffix = {"sqlite": ".db", "folder": "/"}.get(kind, f".{kind}")
    for number in range(10_000):
        if base:
            yield new_database(base, f"fault{number}")
        else:
            yield f"{home}/t{number}{suffix}"


def new_database(base: str, name: str) -> str:
    """Make a database on a server and return its URL."""
    url = sa.make_url(base)
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.set(database=name).render_as_string(hide_password=False)


if __name__ == "__main__":
    began = time.monotonic()
    points = main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), (sys.argv[4:] or [""])[0])
    print(f"{points} fault points in {time.monotonic() - began:.1f} s")
