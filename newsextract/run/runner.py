"""The folder runner: find pages, skip what is done, extract the rest in workers, write it so that nothing is lost."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from newsextract.errors import DatabaseError, NewsExtractError, OptionError, OutputError
from newsextract.extractor import MAX_PAGE_BYTES, Extractor
from newsextract.run.discover import DEFAULT_PATTERNS, Found, discover, split_missing
from newsextract.run.job import Job, failed_record, is_done, make_job
from newsextract.run.manifest import Known, load_manifest
from newsextract.run.pool import Limits, run_jobs
from newsextract.run.summary import Progress, RunStatus, RunSummary
from newsextract.store.record import PageRecord
from newsextract.store.target import Target, open_target

__all__ = ["RejectedError", "retry", "run", "status"]

_CHUNK = 500

ProgressCall = Callable[[Progress], None]


class RejectedError(NewsExtractError):
    """The target took other pages but not this one."""

    code = "rejected"


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
    there, missing = split_missing([paths] if isinstance(paths, (str, Path)) else paths)
    known = load_manifest(manifest) if manifest else {}
    made = extractor or Extractor(published=published, region=region, encoding=encoding)
    limits = _limits(workers, max_bytes, max_seconds)

    def find() -> Iterator[Job]:
        return (make_job(found, known.get(found.path, Known()), made.info) for found in discover(there, patterns))

    result = RunSummary(str(target))
    for path in missing:
        result.add_failure(str(path), "path", "no such file or folder")
    for page in _unfound(known, there):
        result.add_failure(page, "path", "in the manifest, but not there")
    result.total = sum(1 for _ in discover(there, patterns))
    if not result.total:
        result.warnings.append(f"no file matches {', '.join(patterns)} in {', '.join(map(str, there))}")
    work = _Run(
        result=result,
        target=target,
        extractor=made,
        workers=workers,
        limits=limits,
        retry_seconds=retry_seconds,
        progress=progress,
    )
    work.carry_out(find, force=force)
    if summary:
        result.save(summary)
    return result


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
            yield make_job(Found(line.path, Path(line.file)), Known.from_json(line.known), made.info)

    result = RunSummary(str(target), total=len(lines))
    work = _Run(
        result=result,
        target=target,
        extractor=made,
        workers=workers,
        limits=limits,
        retry_seconds=retry_seconds,
        progress=progress,
    )
    work.carry_out(find, force=True)
    if summary:
        result.save(summary)
    return result


def status(target: str | Path) -> RunStatus:
    """Tell what a target holds.

    Raises:
        OutputError: no such target.
    """
    with open_target(target, create=False) as opened:
        pages = Counter(line.status for line in opened.ledger_lines())
        failures = [{"path": f.path, "code": f.code, "message": f.message} for f in opened.failures()]
    return RunStatus(str(target), dict(sorted(pages.items())), failures)


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


@dataclass(kw_only=True)
class _Run:
    """One run into one target."""

    result: RunSummary
    target: str | Path
    extractor: Extractor
    workers: int
    limits: Limits
    retry_seconds: float
    progress: ProgressCall | None
    begun: float = field(default_factory=time.monotonic)

    def carry_out(self, find: Callable[[], Iterator[Job]], *, force: bool) -> None:
        """Do it all; an output that fails ends in the summary."""
        try:
            with open_target(self.target, retry_seconds=self.retry_seconds) as target:
                self._work(self._pending(find(), target, force=force), target)
                target.finish()
        except DatabaseError as error:
            self.result.stopped, self.result.error = "database", str(error)
        except OutputError as error:
            self.result.stopped, self.result.error = "output", str(error)
        except KeyboardInterrupt:
            self.result.stopped, self.result.error = "interrupted", "stopped by the user"
        self.result.seconds = time.monotonic() - self.begun
        self._report()

    def _pending(self, jobs: Iterator[Job], target: Target, *, force: bool) -> Iterator[Job]:
        while chunk := list(islice(jobs, _CHUNK)):
            lines = {} if force else target.ledger([job.page_id for job in chunk])
            for job in chunk:
                line = lines.get(job.page_id)
                if line is None or not is_done(job, line):
                    yield job
                elif line.status == "failed":
                    self.result.quarantined += 1
                else:
                    self.result.skipped += 1
            self._report()

    def _work(self, jobs: Iterator[Job], target: Target) -> None:
        batch: list[PageRecord] = []
        written = time.monotonic()
        records = run_jobs(jobs, self.extractor, workers=self.workers, limits=self.limits, tables=target.tables)
        try:
            for record in records:
                batch.append(record)
                if len(batch) >= target.batch or time.monotonic() - written > target.patience:
                    self._write(batch, target)
                    batch, written = [], time.monotonic()
            self._write(batch, target)
        except KeyboardInterrupt:
            self._write(batch, target)
            raise

    def _write(self, batch: list[PageRecord], target: Target) -> None:
        if not batch:
            return
        try:
            target.write(batch)
        except (OutputError, KeyboardInterrupt):
            raise
        except Exception as error:
            # Something in one of the pages: find out which, and let the others through.
            if len(batch) > 1:
                for record in batch:
                    self._write([record], target)
                return
            batch = [self._rejected(batch[0], error, tables=target.tables)]
            target.write(batch)
        for record in batch:
            self.result.add(record)
        self._report()

    def _rejected(self, record: PageRecord, error: Exception, *, tables: bool) -> PageRecord:
        line = record.line
        job = Job(line.page_id, line.path, line.file, Known.from_json(line.known), line.job_key)
        what = RejectedError(f"{type(error).__name__}: {error}"[:500], where=line.path, todo="report it")
        what.__cause__ = error
        return failed_record(job, self.extractor, what, line=line, tables=tables)

    def _report(self) -> None:
        if self.progress:
            r = self.result
            skipped = r.skipped + r.quarantined
            done = r.pages + r.failed + skipped
            self.progress(Progress(done, r.total, r.failed, skipped, time.monotonic() - self.begun))
