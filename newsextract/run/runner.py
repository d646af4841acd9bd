"""The folder runner: find pages, skip what is done, extract the rest in workers, write it so that nothing is lost."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from newsextract.errors import OptionError
from newsextract.extractor import MAX_PAGE_BYTES, Extractor
from newsextract.paths import named_file
from newsextract.run.discover import DEFAULT_PATTERNS, Found, discover, split_missing
from newsextract.run.job import Job, make_job
from newsextract.run.manifest import Known, load_manifest
from newsextract.run.pool import Limits, run_jobs
from newsextract.run.summary import RunStatus, RunSummary
from newsextract.run.work import ProgressCall, Work
from newsextract.store.open import open_target

__all__ = ["plan", "retry", "run", "status"]


def run(
    paths: str | Path | Sequence[str | Path],
    target: str | Path,
    *,
    patterns: Sequence[str] = DEFAULT_PATTERNS,
    manifest: str | Path | None = None,
    published: dt.date | None = None,
    region: str | None = None,
    encoding: str | None = None,
    workers: int = 1,
    max_bytes: int = MAX_PAGE_BYTES,
    max_seconds: float = 60.0,
    retry_seconds: float = 60.0,
    force: bool = False,
    progress: ProgressCall | None = None,
    summary: str | Path | None = None,
    extractor: Extractor | None = None,
) -> RunSummary:
    """Extract pages into a target. What is done and unchanged is skipped; a run that was killed goes on where it was.

    Args:
        paths: files and folders.
        target: see ``newsextract.store.open_target``.
        patterns: which files of a folder are pages.
        manifest: a CSV with what is known of the pages, see ``load_manifest``.
        published, region, encoding: what is known of all pages, see ``Extractor``.
        workers: worker processes. 0 works in this process, without limit of seconds.
        max_bytes, max_seconds: limits for one page.
        retry_seconds: how long a database that went away is waited for.
        force: extract pages again that are done.
        progress: called with a ``Progress`` now and then.
        summary: a file to write the summary to, as JSON.
        extractor: one's own, in place of ``published``, ``region`` and ``encoding``; it must pickle.

    Returns:
        What was done. Its ``exit_code`` is 0 where every page went through; a target that cannot be written, or a database that is
        lost, ends the run and stands in ``stopped`` and ``error``.

    Raises:
        OptionError: an option or the manifest is not valid.
        PathError: none of the paths is there.
    """
    made = extractor or Extractor(published=published, region=region, encoding=encoding)
    limits = _limits(workers, max_bytes, max_seconds)
    result, find = plan(paths, patterns, manifest, extractor=made, target=str(target))
    work = _local_work(
        result, target, made, workers=workers, limits=limits, retry_seconds=retry_seconds, progress=progress
    )
    return work.carry_out(find, force=force, summary=summary)


def retry(
    target: str | Path,
    *,
    published: dt.date | None = None,
    region: str | None = None,
    encoding: str | None = None,
    workers: int = 1,
    max_bytes: int = MAX_PAGE_BYTES,
    max_seconds: float = 60.0,
    retry_seconds: float = 60.0,
    progress: ProgressCall | None = None,
    summary: str | Path | None = None,
    extractor: Extractor | None = None,
) -> RunSummary:
    """Take up the pages in quarantine again, from where their files were, with what the manifest said of them.

    Args and raised errors as for ``run``; give the same ``published``, ``region`` and ``encoding``.
    """
    made = extractor or Extractor(published=published, region=region, encoding=encoding)
    limits = _limits(workers, max_bytes, max_seconds)
    with open_target(target, create=False) as opened:
        lines = list(opened.ledger_lines(status="failed"))

    def find() -> Iterator[Job]:
        for line in lines:
            yield make_job(Found(line.path, named_file(line.file)), Known.from_json(line.known), made.info)

    result = RunSummary(str(target), total=len(lines))
    work = _local_work(
        result, target, made, workers=workers, limits=limits, retry_seconds=retry_seconds, progress=progress
    )
    return work.carry_out(find, force=True, summary=summary)


def status(target: str | Path) -> RunStatus:
    """Tell what a target holds.

    Raises:
        OutputError: no such target.
    """
    with open_target(target, create=False) as opened:
        pages = Counter(line.status for line in opened.ledger_lines())
        failures = [{"path": f.path, "code": f.code, "message": f.message} for f in opened.failures()]
    return RunStatus(str(target), dict(sorted(pages.items())), failures)


def plan(
    paths: str | Path | Sequence[str | Path],
    patterns: Sequence[str],
    manifest: str | Path | None,
    *,
    extractor: Extractor,
    target: str,
) -> tuple[RunSummary, Callable[[], Iterator[Job]]]:
    """Find out what there is to do; return a summary to fill in and a function that goes through the jobs.

    Raises:
        OptionError: the manifest is not valid, or two inputs hold the same path.
        PathError: none of the paths is there.
    """
    there, missing = split_missing([paths] if isinstance(paths, (str, Path)) else paths)
    known = load_manifest(manifest) if manifest else {}
    result = RunSummary(target)
    for path in missing:
        result.add_failure(str(path), "path", "no such file or folder")
    for page in _unfound(known, there):
        result.add_failure(page, "path", "in the manifest, but not there")
    result.total = sum(1 for _ in discover(there, patterns))
    if not result.total:
        result.warnings.append(f"no file matches {', '.join(patterns)} in {', '.join(map(str, there))}")

    def find() -> Iterator[Job]:
        return (make_job(f, known.get(f.path, Known()), extractor.info) for f in discover(there, patterns))

    return result, find


def _local_work(
    result: RunSummary,
    target: str | Path,
    extractor: Extractor,
    *,
    workers: int,
    limits: Limits,
    retry_seconds: float,
    progress: ProgressCall | None,
) -> Work:
    """Work whose jobs processes on this machine perform."""
    return Work(
        result=result,
        target=target,
        extractor=extractor,
        perform=partial(run_jobs, extractor=extractor, workers=workers, limits=limits),
        retry_seconds=retry_seconds,
        progress=progress,
    )


def _limits(workers: int, max_bytes: int, max_seconds: float) -> Limits:
    for name, value, least in (("workers", workers, 0), ("max_bytes", max_bytes, 1), ("max_seconds", max_seconds, 0.1)):
        if value < least:
            raise OptionError(f"{value} is too small", where=name, todo=f"give at least {least}")
    return Limits(max_bytes, max_seconds)


def _unfound(known: Iterable[str], there: Sequence[Path]) -> Iterator[str]:
    """Name the pages of a manifest that are nowhere."""
    files = {p.name for p in there if not p.is_dir()}
    folders = [p for p in there if p.is_dir()]
    return (page for page in known if page not in files and not any((f / page).is_file() for f in folders))
