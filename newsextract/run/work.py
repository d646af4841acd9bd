"""The work of a run, whoever performs its jobs: skip what is done, write the rest in batches, put aside what fails."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from newsextract.errors import DatabaseError, NewsExtractError, OutputError
from newsextract.extractor import Extractor
from newsextract.run.job import Job, failed_record, is_done
from newsextract.run.manifest import Known
from newsextract.run.summary import Progress, RunSummary
from newsextract.store.open import open_target
from newsextract.store.record import PageRecord, Recorder
from newsextract.store.target import Target

__all__ = ["Perform", "ProgressCall", "RejectedError", "Work"]

_CHUNK = 500

ProgressCall = Callable[[Progress], None]
#: Jobs, and what makes their records → records.
Perform = Callable[[Iterator[Job], Recorder], Iterator[PageRecord]]


class RejectedError(NewsExtractError):
    """The target took other pages but not this one."""

    code = "rejected"


@dataclass(kw_only=True)
class Work:
    """The work of one run into one target.

    Args:
        result: is filled in as pages are written.
        target, retry_seconds: see ``open_target``.
        extractor: makes the pages that stand for failed ones.
        perform: turns jobs into records, which the target's recorder makes.
        progress: called now and then.
    """

    result: RunSummary
    target: str | Path
    extractor: Extractor
    perform: Perform
    retry_seconds: float
    progress: ProgressCall | None
    begun: float = field(default_factory=time.monotonic)

    def carry_out(
        self, find: Callable[[], Iterator[Job]], *, force: bool, summary: str | Path | None = None
    ) -> RunSummary:
        """Do it all and return what was done, in a file too where ``summary`` names one; an output that fails stands in it."""
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
        if summary:
            self.result.save(summary)
        return self.result

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
        try:
            for record in self.perform(jobs, target.recorder()):
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
            if half := len(batch) // 2:
                self._write(batch[:half], target)
                self._write(batch[half:], target)
                return
            batch = [self._rejected(batch[0], error, target.recorder())]
            target.write(batch)
        for record in batch:
            self.result.add(record)
        self._report()

    def _rejected(self, record: PageRecord, error: Exception, recorder: Recorder) -> PageRecord:
        line = record.line
        job = Job(line.page_id, line.path, line.file, Known.from_json(line.known), line.job_key)
        what = RejectedError(f"{type(error).__name__}: {error}"[:500], where=line.path, todo="report it")
        what.__cause__ = error
        return failed_record(job, self.extractor, what, line=line, recorder=recorder)

    def _report(self) -> None:
        if self.progress:
            r = self.result
            skipped = r.skipped + r.quarantined
            done = r.pages + r.failed + skipped
            self.progress(Progress(done, r.total, r.failed, skipped, time.monotonic() - self.begun))
