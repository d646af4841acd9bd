"""Extraction from Arrow to Arrow: what Ray Data and Spark's mapInArrow run."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest
from trivial import TrivialExtractor

from newsextract.errors import OptionError
from newsextract.run import run
from newsextract.run.batch import BatchExtractor, page_schema_arrow, read_packed
from newsextract.store import PageRecord, read_pages, record_page

pa = pytest.importorskip("pyarrow")


def _batch(**columns: list[object]) -> pa.Table:
    return pa.table(columns)


def test_a_batch_gives_a_row_a_page_failed_ones_too() -> None:
    batch = _batch(path=["a.txt", "b.txt"], content=["甲".encode(), b"FAIL"], published=["2024-08-15", None])
    made = BatchExtractor(TrivialExtractor())(batch)
    assert made.schema == page_schema_arrow()
    rows = made.select(["path", "status", "published", "code", "message"]).to_pylist()
    assert [tuple(row.values()) for row in rows] == [
        ("a.txt", "ok", dt.date(2024, 8, 15), None, None),
        ("b.txt", "failed", None, "extraction", "this was foreseen"),
    ]


def test_it_pickles_with_its_extractor() -> None:
    batch = _batch(path=["a.txt"], content=["甲".encode()])
    extractor = BatchExtractor(TrivialExtractor())
    assert pickle.loads(pickle.dumps(extractor))(batch) == extractor(batch)


def test_spark_takes_its_batches_as_a_function() -> None:
    """``pages.mapInArrow(BatchExtractor().batches, schema)`` calls it with an iterator of record batches, as here."""
    batches = iter([b for n in range(3) for b in _batch(path=[f"{n}.txt"], content=[str(n).encode()]).to_batches()])
    made = list(BatchExtractor(TrivialExtractor()).batches(batches))
    assert all(isinstance(batch, pa.RecordBatch) for batch in made)
    assert pa.Table.from_batches(made).column("path").to_pylist() == ["0.txt", "1.txt", "2.txt"]


def test_rows_are_those_of_the_local_runner(pages: Path, tmp_path: Path) -> None:
    (pages / "a.txt").write_text("FAIL")
    packed = pa.Table.from_batches(list(read_packed([pages])))
    made = BatchExtractor(TrivialExtractor())(packed)
    run(pages, tmp_path / "t.db", extractor=TrivialExtractor(), workers=0)
    local = {page.id: page.model_dump_json() for page in read_pages(tmp_path / "t.db")}
    assert dict(zip(made.column("id").to_pylist(), made.column("content").to_pylist(), strict=True)) == local


def test_records_are_handed_out_whole() -> None:
    batch = _batch(path=["a.txt"], content=["甲".encode()])
    made = BatchExtractor(TrivialExtractor(), recorder=record_page)(batch)
    record = pickle.loads(made.column("record")[0].as_py())
    assert isinstance(record, PageRecord)
    assert record.rows["articles"][0][-2] == "甲"


def test_a_missing_input_is_told_before_packing(tmp_path: Path, pages: Path) -> None:
    with pytest.raises(OptionError, match="no such file"):
        list(read_packed([pages, tmp_path / "no"]))
