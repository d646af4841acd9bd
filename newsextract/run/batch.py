"""Extraction as a function from Arrow table to Arrow table: what engines for many machines want.

It pickles, builds its extractor where it runs, and keeps it for the next batch. A page that fails is a row too.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newsextract.errors import OptionError
from newsextract.extractor import MAX_PAGE_BYTES, Extractor
from newsextract.paths import named_file, spell_path
from newsextract.run.discover import DEFAULT_PATTERNS, Found, discover, split_missing
from newsextract.run.job import make_job, perform
from newsextract.run.manifest import COLUMNS, Known
from newsextract.store.arrow import arrow_schema, arrow_table, pa
from newsextract.store.record import PageRecord, Recorder, record_page
from newsextract.store.tables import pages

__all__ = ["RECORD_SCHEMA", "BatchExtractor", "page_schema_arrow", "read_packed"]

_FAILURE = [pa.field(name, pa.string()) for name in ("code", "message", "traceback")]
#: Whole records, for a driver that writes them into a target.
RECORD_SCHEMA = pa.schema([pa.field("record", pa.large_binary())])


def page_schema_arrow() -> pa.Schema:
    """Return the schema of what comes out: the columns of the table ``pages``, and why a page failed.

    >>> page_schema_arrow().names[-4:]
    ['content', 'code', 'message', 'traceback']
    """
    schema = arrow_schema(pages)
    for field in _FAILURE:
        schema = schema.append(field)
    return schema


class BatchExtractor:
    """Extracts a batch of pages.

    What goes in: an Arrow table (or record batch) with the column ``path`` and, where the page is not to be read from that path,
    ``content`` (its bytes); further the columns of a manifest (``id``, ``published``, ``newspaper``, ``page_no``, ``region``, ``url``),
    and ``file`` where a page lies elsewhere than its path below the input folder says.

    What comes out: a row for each page, see ``page_schema_arrow``; ``content`` is the page as JSON.

    Args:
        extractor: must pickle.
        max_bytes: limit of a page's size.
        recorder: hand out whole records (``RECORD_SCHEMA``) that it makes for a target, in place of the page's row.

    >>> batch = pa.table({"path": ["a.txt"], "content": ["本报讯 投资3亿元。".encode()]})
    >>> BatchExtractor()(batch).select(["path", "status"]).to_pylist()
    [{'path': 'a.txt', 'status': 'ok'}]
    """

    def __init__(
        self,
        extractor: Extractor | None = None,
        *,
        max_bytes: int = MAX_PAGE_BYTES,
        recorder: Recorder | None = None,
    ) -> None:
        self.extractor = extractor or Extractor()
        self.max_bytes, self.recorder = max_bytes, recorder

    def __call__(self, batch: pa.Table | pa.RecordBatch) -> pa.Table:
        """Extract one batch."""
        made = [self._extract(row) for row in batch.to_pylist()]
        if self.recorder:
            return pa.table([[pickle.dumps(record) for record in made]], schema=RECORD_SCHEMA)
        plain = arrow_table(pages, [_page_row(record) for record in made])
        failures = [_failure_row(record) for record in made]
        for number, field in enumerate(_FAILURE):
            plain = plain.append_column(field, pa.array([row[number] for row in failures], type=field.type))
        return plain

    def batches(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Extract batch after batch: what Spark's ``mapInArrow`` takes as its function."""
        for batch in batches:
            yield from self(batch).to_batches()

    def _extract(self, row: dict[str, Any]) -> PageRecord:
        known = {name: row.get(name) for name in COLUMNS if name != "path"}
        if isinstance(known["published"], str):
            known["published"] = dt.date.fromisoformat(known["published"])
        job = make_job(
            Found(row["path"], named_file(row.get("file") or row["path"])), Known(**known), self.extractor.info
        )
        return perform(
            job,
            self.extractor,
            max_bytes=self.max_bytes,
            recorder=self.recorder or record_page,
            data=row.get("content"),
        )


def _page_row(record: PageRecord) -> tuple[Any, ...]:
    at = list(pages.columns).index(pages.c.content)
    row = record.rows[pages.name][0]
    return (*row[:at], record.json.decode(), *row[at + 1 :])


def _failure_row(record: PageRecord) -> tuple[str | None, ...]:
    failure = record.failure
    return (failure.code, failure.message, failure.traceback) if failure else (None, None, None)


def read_packed(paths: Sequence[str | Path], *, patterns: Sequence[str] = DEFAULT_PATTERNS) -> Iterator[pa.RecordBatch]:
    """Read pages into Arrow batches of ``path`` and ``content``, to be packed into Parquet for machines that do not see the files.

    Raises:
        PathError: none of the paths is there.
        OptionError: a page cannot be read, or two inputs hold the same path.
    """
    there, missing = split_missing(paths)
    if missing:
        raise OptionError("no such file or folder", where=str(missing[0]), todo="check the path")
    schema = pa.schema([pa.field("path", pa.string()), pa.field("content", pa.large_binary())])
    held: list[dict[str, Any]] = []
    for found in discover(there, patterns):
        held.append({"path": spell_path(found.path), "content": found.file.read_bytes()})
        if len(held) >= 256:
            yield pa.RecordBatch.from_pylist(held, schema=schema)
            held = []
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=schema)


def job_row(path: str, file: str, known: Known) -> dict[str, Any]:
    """Spell a job as a row of a batch."""
    said: dict[str, Any] = json.loads(known.to_json())
    return {"path": path, "file": file, **{name: said.get(name) for name in COLUMNS if name != "path"}}
