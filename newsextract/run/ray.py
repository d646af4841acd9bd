"""The same extraction on many machines: a Ray Data job with actors that keep their lexicons loaded."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newsextract.errors import OptionError
from newsextract.extractor import MAX_PAGE_BYTES, Extractor
from newsextract.run.discover import DEFAULT_PATTERNS
from newsextract.run.job import Job
from newsextract.run.runner import plan
from newsextract.run.summary import RunSummary
from newsextract.run.work import ProgressCall, Work
from newsextract.store.record import PageRecord, Recorder

try:
    import ray
    import ray.data
except ImportError as error:  # pragma: no cover
    raise OptionError("Ray is not installed", where="newsextract.ray", todo="pip install 'newsextract[ray]'") from error

from newsextract.run.batch import BatchExtractor, job_row

__all__ = ["extract_dataset", "load_dataset", "run"]

#: Jobs that are handed to Ray at a time; each round streams through the actors.
_ROUND = 5_000


def extract_dataset(
    dataset: ray.data.Dataset,
    *,
    extractor: Extractor | None = None,
    actors: int | tuple[int, int] = 2,
    batch_size: int = 32,
    max_bytes: int = MAX_PAGE_BYTES,
    recorder: Recorder | None = None,
) -> ray.data.Dataset:
    """Extract the pages of a dataset; failed ones come out as rows with status ``failed``, code, message and traceback.

    Args:
        dataset: rows with ``path`` and, where the workers do not see the files, ``content``; see ``BatchExtractor``.
        extractor: one's own options; must pickle.
        actors: how many actors, or the least and the most; each loads the lexicons once.
        batch_size: pages a call.
        max_bytes: limit of a page's size.
        recorder: see ``BatchExtractor``.

    Returns:
        A dataset with a row a page, ready for ``write_parquet`` or ``write_sql``.

    Example:
        packed = ray.data.read_parquet("packed/")
        newsextract.ray.extract_dataset(packed, actors=16).write_parquet("pages/")
    """
    options = {"extractor": extractor, "max_bytes": max_bytes, "recorder": recorder}
    return dataset.map_batches(
        BatchExtractor,
        fn_constructor_kwargs=options,
        batch_format="pyarrow",
        batch_size=batch_size,
        compute=_actors(actors),
    )


def run(
    paths: str | Path | Sequence[str | Path],
    target: str | Path,
    *,
    patterns: Sequence[str] = DEFAULT_PATTERNS,
    manifest: str | Path | None = None,
    published: dt.date | None = None,
    region: str | None = None,
    encoding: str | None = None,
    actors: int | tuple[int, int] = 2,
    max_bytes: int = MAX_PAGE_BYTES,
    retry_seconds: float = 60.0,
    force: bool = False,
    progress: ProgressCall | None = None,
    summary: str | Path | None = None,
    extractor: Extractor | None = None,
) -> RunSummary:
    """Do what ``newsextract.run.run`` does, with the extraction in Ray: the same ledger, the same rows, the same exit codes.

    The files must be seen under the same paths on every machine. The driver writes; the actors do all that takes time. A limit of
    seconds is not kept here: an actor that hangs is Ray's to see.

    Args and raised errors as for ``newsextract.run.run``.
    """
    made = extractor or Extractor(published=published, region=region, encoding=encoding)
    result, find = plan(paths, patterns, manifest, extractor=made, target=str(target))

    def perform(jobs: Iterator[Job], recorder: Recorder) -> Iterator[PageRecord]:
        for some in _rounds(jobs):
            dataset = ray.data.from_items([job_row(job.path, job.file, job.known) for job in some])
            yield from _records(extract_dataset(dataset, extractor=made, actors=actors, max_bytes=max_bytes,
                                                recorder=recorder))  # fmt: skip

    work = Work(
        result=result, target=target, extractor=made, perform=perform, retry_seconds=retry_seconds, progress=progress
    )
    return work.carry_out(find, force=force, summary=summary)


def load_dataset(
    dataset: ray.data.Dataset,
    target: str | Path,
    *,
    extractor: Extractor | None = None,
    actors: int | tuple[int, int] = 2,
    max_bytes: int = MAX_PAGE_BYTES,
    retry_seconds: float = 60.0,
    progress: ProgressCall | None = None,
) -> RunSummary:
    """Extract a dataset (packed Parquet, say) into the tables of a target. Pages that are there already are written again, as they are.

    Args and result as for ``run``; ``dataset`` as for ``extract_dataset``.
    """
    made = extractor or Extractor()

    def perform(_jobs: Iterator[Job], recorder: Recorder) -> Iterator[PageRecord]:
        yield from _records(extract_dataset(dataset, extractor=made, actors=actors, max_bytes=max_bytes,
                                            recorder=recorder))  # fmt: skip

    result = RunSummary(str(target), total=dataset.count())
    work = Work(
        result=result, target=target, extractor=made, perform=perform, retry_seconds=retry_seconds, progress=progress
    )
    return work.carry_out(lambda: iter(()), force=True)


def _actors(actors: int | tuple[int, int]) -> Any:
    if isinstance(actors, int):
        return ray.data.ActorPoolStrategy(size=actors)
    return ray.data.ActorPoolStrategy(min_size=actors[0], max_size=actors[1])


def _rounds(jobs: Iterator[Job]) -> Iterator[list[Job]]:
    held: list[Job] = []
    for job in jobs:
        held.append(job)
        if len(held) >= _ROUND:
            yield held
            held = []
    if held:
        yield held


def _records(dataset: ray.data.Dataset) -> Iterator[PageRecord]:
    batch: Any
    for batch in dataset.iter_batches(batch_format="pyarrow", batch_size=None):
        for record in batch.column("record"):
            yield pickle.loads(record.as_py())
