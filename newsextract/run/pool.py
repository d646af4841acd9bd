"""Worker processes: each page in one of them, a hung or dead one replaced."""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import os
import pickle
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from newsextract.errors import ExtractionError, NewsExtractError
from newsextract.extractor import Extractor
from newsextract.run.job import Job, WorkerLostError, failed_record, perform
from newsextract.store.record import PageRecord, Recorder

__all__ = ["Limits", "PageTimeoutError", "run_jobs"]

#: Jobs that wait in each worker's pipe, so that it has work while the parent writes.
_AHEAD = 32
#: A page that lost its worker gets one more: the worker may have died of something else.
_LIVES = 2
_START_SECONDS = 120.0


class PageTimeoutError(ExtractionError):
    """A page took longer than the limit; its worker was stopped."""

    code = "timeout"


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one page."""

    bytes: int
    seconds: float


def run_jobs(
    jobs: Iterator[Job], recorder: Recorder, *, extractor: Extractor, workers: int, limits: Limits
) -> Iterator[PageRecord]:
    """Perform jobs and yield their records in the jobs' order.

    Args:
        jobs: taken as they are needed, never all at once.
        recorder: makes the records, see ``Target.recorder``.
        extractor: is sent to each worker, so it must pickle.
        workers: how many processes; 0 works in this one, without the limit of seconds (for debugging).
        limits: limits for one page.
    """
    if workers == 0:
        yield from (perform(job, extractor, max_bytes=limits.bytes, recorder=recorder) for job in jobs)
        return
    pool = _Pool(extractor, workers, limits, recorder)
    try:
        yield from pool.run(jobs)
    finally:
        pool.stop()


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    waiting: deque[tuple[int, Job]] = field(default_factory=deque)
    since: float = 0.0  # when the first of the waiting ones was begun
    ready: bool = False


class _Pool:
    def __init__(self, extractor: Extractor, workers: int, limits: Limits, recorder: Recorder) -> None:
        self.extractor, self.size, self.limits, self.recorder = extractor, workers, limits, recorder
        self.workers: list[_Worker] = []
        self.inbox: queue.SimpleQueue[tuple[_Worker, bytes | None, float]] = queue.SimpleQueue()
        self.again: deque[tuple[int, Job]] = deque()
        self.lost: dict[int, int] = {}
        # Records wait for their turn as they came, pickled: a fifth of the memory.
        self.done: dict[int, bytes | PageRecord] = {}
        self.stopping = False

    def run(self, jobs: Iterator[Job]) -> Iterator[PageRecord]:
        numbered = enumerate(jobs)
        due, taken, more = 0, 0, True
        while True:
            # The window bounds memory: however long the list, only so many pages are on their way.
            while more and taken - due < self.size * _AHEAD * 2 and self._has_room():
                item = next(numbered, None)
                if item is None:
                    more = False
                    break
                taken += 1
                self._assign(*item)
            while self.again and self._has_room():
                self._assign(*self.again.popleft())
            if not more and due == taken:
                return
            self._receive()
            while due in self.done:
                record = self.done.pop(due)
                yield pickle.loads(record) if isinstance(record, bytes) else record
                due += 1

    def _has_room(self) -> bool:
        return len(self.workers) < self.size or any(len(w.waiting) < _AHEAD for w in self.workers)

    def _assign(self, number: int, job: Job) -> None:
        worker = min(self.workers, key=lambda w: len(w.waiting), default=None)
        if worker is None or (worker.waiting and len(self.workers) < self.size):
            worker = self._start()
        if not worker.waiting:
            worker.since = time.monotonic()
        worker.waiting.append((number, job))
        with contextlib.suppress(OSError):  # it may have died; its reader says so, and the job goes to another
            worker.pipe.send(job)

    def _start(self) -> _Worker:
        context = mp.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_work, args=(theirs, self.extractor, self.limits.bytes, self.recorder), name="newsextract-worker"
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        threading.Thread(target=self._drain, args=(worker,), daemon=True).start()
        return worker

    def _drain(self, worker: _Worker) -> None:
        """Read all that a worker sends, so that it never waits for a parent that is busy writing."""
        while True:
            try:
                data: bytes | None = worker.pipe.recv_bytes()
            except (EOFError, OSError):
                data = None
            self.inbox.put((worker, data, time.monotonic()))
            if data is None:
                return

    def _receive(self) -> None:
        try:
            self._take(*self.inbox.get(timeout=self._patience()))
            while True:
                self._take(*self.inbox.get_nowait())
        except queue.Empty:
            pass
        for worker in list(self.workers):
            if worker.waiting and time.monotonic() > self._deadline(worker):
                self._replace(worker, timeout=True)

    def _deadline(self, worker: _Worker) -> float:
        return worker.since + (self.limits.seconds if worker.ready else _START_SECONDS)

    def _patience(self) -> float:
        nearest = min((self._deadline(w) for w in self.workers if w.waiting), default=0.0)
        return max(0.01, nearest - time.monotonic())

    def _take(self, worker: _Worker, data: bytes | None, at: float) -> None:
        if worker not in self.workers:
            return
        if data is None:
            self._replace(worker, timeout=False)
            return
        worker.since = at
        if not worker.ready:
            trouble: NewsExtractError | None = pickle.loads(data)
            if trouble is not None:
                raise trouble
            worker.ready = True
            return
        number, _ = worker.waiting.popleft()
        self.done[number] = data

    def _replace(self, worker: _Worker, *, timeout: bool) -> None:
        """Give up a worker: its first page is to blame, the others go to the next worker."""
        self.workers.remove(worker)
        _end(worker)
        if not worker.waiting:
            return
        number, job = worker.waiting.popleft()
        self.again.extend(worker.waiting)
        if timeout and worker.ready:
            error: NewsExtractError = PageTimeoutError(
                f"took longer than {self.limits.seconds:g} s", where=job.path, todo="raise the limit, or split the page"
            )
        else:
            self.lost[number] = self.lost.get(number, 0) + 1
            if self.lost[number] < _LIVES:
                self.again.appendleft((number, job))
                return
            error = WorkerLostError(
                f"the worker died (exit code {worker.process.exitcode})", where=job.path, todo="look for lack of memory"
            )
        self.lost.pop(number, None)
        self.done[number] = failed_record(job, self.extractor, error, recorder=self.recorder)

    def stop(self) -> None:
        for worker in self.workers:
            _end(worker)
        self.workers.clear()


def _end(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _work(pipe: Connection, extractor: Extractor, max_bytes: int, recorder: Recorder) -> None:
    """Main loop of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        extractor.warm_up()
    except NewsExtractError as error:
        pipe.send(error)
        return
    pipe.send(None)
    try:
        while True:
            pipe.send(perform(pipe.recv(), extractor, max_bytes=max_bytes, recorder=recorder))
    except (EOFError, OSError):
        return


def _die_with_parent() -> None:
    parent = mp.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
