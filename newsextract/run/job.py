"""One page's work: what has to be done, and doing it."""

from __future__ import annotations

import hashlib
import time
import traceback
from dataclasses import astuple, dataclass

from newsextract.errors import NewsExtractError, PageTooLargeError
from newsextract.extractor import MAX_PAGE_BYTES, Extractor, read_page_file
from newsextract.model.ids import page_id
from newsextract.model.page import ExtractorInfo, Source
from newsextract.paths import file_name, named_file, spell_path
from newsextract.run.discover import Found
from newsextract.run.manifest import Known
from newsextract.store.record import Failure, LedgerLine, PageRecord, Recorder, record_page
from newsextract.store.tables import SCHEMA_REVISION

__all__ = ["Job", "UnexpectedError", "WorkerLostError", "failed_record", "is_done", "make_job", "perform"]

#: A file that was changed so recently may be changed again within the same tick of the clock: its time is not trusted.
_SETTLED_NS = 2_000_000_000


class UnexpectedError(NewsExtractError):
    """A page met an error that nobody foresaw; the traceback is in quarantine."""

    code = "unexpected"


class WorkerLostError(NewsExtractError):
    """The process that worked on a page died (killed, out of memory, crashed)."""

    code = "worker_lost"


@dataclass(frozen=True, slots=True)
class Job:
    """One page to extract."""

    page_id: str
    path: str
    file: str
    known: Known
    key: str

    def line(self, *, size: int = -1, mtime_ns: int = -1, sha256: str | None = None) -> LedgerLine:
        """Make the page's line for the ledger."""
        return LedgerLine(
            self.page_id, self.path, self.file, size, mtime_ns, sha256, self.key, "failed", self.known.to_json()
        )

    @property
    def source(self) -> Source:
        """What the page says of where it came from."""
        known = self.known
        return Source(path=self.path, newspaper=known.newspaper, page_no=known.page_no, url=known.url)


def make_job(found: Found, known: Known, info: ExtractorInfo) -> Job:
    """Make the job of a page that was found."""
    path = spell_path(found.path)
    identity = page_id(manifest_id=known.id) if known.id else page_id(path=path)
    of = (info.version, info.lexicons, info.options, SCHEMA_REVISION, path, *map(str, astuple(known)))
    key = hashlib.blake2b("\x1f".join(of).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Job(identity, path, file_name(found.file), known, key)


def is_done(job: Job, line: LedgerLine | None) -> bool:
    """Tell whether the ledger's line stands for this very job over these very bytes.

    Size and time of the file are enough where they are the same; else its bytes are hashed.
    """
    if line is None or line.job_key != job.key or line.sha256 is None:
        return False
    try:
        file = named_file(job.file)
        now = file.stat()
        if now.st_size != line.size:
            return False
        if now.st_mtime_ns == line.mtime_ns:
            return True
        return hashlib.sha256(file.read_bytes()).hexdigest() == line.sha256
    except OSError:
        return False


def perform(
    job: Job,
    extractor: Extractor,
    *,
    max_bytes: int = MAX_PAGE_BYTES,
    recorder: Recorder = record_page,
    data: bytes | None = None,
) -> PageRecord:
    """Extract a page. Whatever goes wrong with it goes into its record; nothing is raised but what ends the process.

    Args:
        job: the page.
        extractor: what extracts it.
        max_bytes: the limit of its size.
        recorder: makes the record, see ``Target.recorder``.
        data: its bytes; read from its file where they are None.
    """
    line = job.line()
    try:
        line, data = _read(job, max_bytes) if data is None else _given(job, data, max_bytes)
        page = extractor.extract_bytes(
            data, source=job.source, identity=job.page_id, published=job.known.published, region=job.known.region
        )
        return recorder(page, line)
    except NewsExtractError as error:
        return failed_record(job, extractor, error, line=line, recorder=recorder)
    except Exception as error:
        what = UnexpectedError(
            f"{type(error).__name__}: {error}"[:500], where=job.path, todo="report it with the traceback"
        )
        what.__cause__ = error
        return failed_record(job, extractor, what, line=line, recorder=recorder)


def failed_record(
    job: Job,
    extractor: Extractor,
    error: NewsExtractError,
    *,
    line: LedgerLine | None = None,
    recorder: Recorder = record_page,
) -> PageRecord:
    """Make the record of a page that failed."""
    trace = "".join(traceback.format_exception(error)) if error.__traceback__ or error.__cause__ else ""
    line = line or job.line()
    source = job.source.model_copy(update={"sha256": line.sha256})
    page = extractor.failed(error, source=source, identity=job.page_id)
    failure = Failure(job.page_id, job.path, error.code, str(error), trace)
    return recorder(page, line, failure=failure)


def _given(job: Job, data: bytes, max_bytes: int) -> tuple[LedgerLine, bytes]:
    if len(data) > max_bytes:
        raise PageTooLargeError(f"the page is over {max_bytes} bytes", where=job.path, todo="raise the limit")
    return job.line(size=len(data), sha256=hashlib.sha256(data).hexdigest()), data


def _read(job: Job, max_bytes: int) -> tuple[LedgerLine, bytes]:
    path = named_file(job.file)
    now_ns = time.time_ns()
    data = read_page_file(path, limit=max_bytes)
    sha256 = hashlib.sha256(data).hexdigest()
    seen = path.stat()
    settled = now_ns - seen.st_mtime_ns > _SETTLED_NS and seen.st_size == len(data)
    return job.line(size=len(data), mtime_ns=seen.st_mtime_ns if settled else -1, sha256=sha256), data
