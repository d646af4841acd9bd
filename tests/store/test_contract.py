"""What every target promises, shown on each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from store_reading import KINDS, contents_of, expected
from store_samples import TEXT, sample_line, sample_page, sample_record

from newsextract.errors import OptionError, OutputError
from newsextract.model.page import Page
from newsextract.store import Failure, PageRecord, open_target, read_pages, record_page

pytestmark = pytest.mark.parametrize("kind", KINDS)
NewTarget = Callable[[str], str]


def _write(target: str, *batches: list[PageRecord]) -> None:
    with open_target(target) as opened:
        for batch in batches:
            opened.write(batch)
        opened.finish()


def test_every_row_comes_back_as_it_was(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    records = [sample_record("a.txt"), sample_record("b/c.txt", published=None), sample_record("b/d.txt")]
    _write(target, records)
    assert contents_of(target, kind) == expected(records, kind)


def test_pages_come_back_exactly_in_the_order_of_their_paths(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    _write(target, [sample_record("b.txt")], [sample_record("a/1.txt"), sample_record("a-1.txt")])
    if kind == "csv":
        with pytest.raises(OptionError, match="whole pages"):
            list(read_pages(target))
        return
    assert list(read_pages(target)) == [sample_page(p) for p in ("a-1.txt", "a/1.txt", "b.txt")]


def test_writing_again_changes_nothing(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    records = [sample_record("a.txt"), sample_record("b.txt")]
    _write(target, records)
    _write(target, records, records[:1])
    assert contents_of(target, kind) == expected(records, kind)


def test_what_a_page_no_longer_gives_is_gone(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    poor = Page.model_validate({**sample_page("a.txt").model_dump(), "mentions": [], "entities": [], "facts": []})
    kept = sample_record("b.txt", text=TEXT + "又")
    _write(target, [sample_record("a.txt"), kept])
    _write(target, [record_page(poor, sample_line(poor))])
    assert contents_of(target, kind) == expected([record_page(poor, sample_line(poor)), kept], kind)


def test_a_page_may_move_to_another_month(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    _write(target, [sample_record("a.txt"), sample_record("b.txt")])
    moved = sample_record("a.txt", published="2023-01-31")
    _write(target, [moved])
    assert contents_of(target, kind) == expected([moved, sample_record("b.txt")], kind)


def test_an_entity_is_one_row_across_pages_and_goes_with_the_last(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    page = sample_page("a.txt")
    empty = Page(extractor=page.extractor, id=page.id, status="empty", source=page.source)
    _write(target, [sample_record("a.txt")], [sample_record("b.txt")])
    _write(target, [record_page(empty, sample_line(empty))])
    records = [record_page(empty, sample_line(empty)), sample_record("b.txt")]
    assert contents_of(target, kind) == expected(records, kind)


def test_the_ledger_comes_back(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    record = sample_record("a.txt")
    with open_target(target) as opened:
        assert opened.ledger([record.line.page_id]) == {}
        opened.write([record])
        assert opened.ledger([record.line.page_id, "other"]) == {record.line.page_id: record.line}
        assert list(opened.ledger_lines()) == [record.line]
        assert list(opened.ledger_lines(status="failed")) == []


def test_a_failed_page_is_in_quarantine_until_it_goes_through(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    page = sample_page("a.txt")
    broken = Page(extractor=page.extractor, id=page.id, status="failed", source=page.source)
    failure = Failure(page.id, "a.txt", "decoding", "byte 3 fits nothing", "Traceback …\n  line")
    record = record_page(broken, sample_line(broken), failure=failure)
    with open_target(target) as opened:
        opened.write([record])
        assert list(opened.failures()) == [failure]
        assert [line.status for line in opened.ledger_lines(status="failed")] == ["failed"]
        opened.write([sample_record("a.txt")])
        assert list(opened.failures()) == []
        opened.finish()
    assert contents_of(target, kind) == expected([sample_record("a.txt")], kind)


def test_a_batch_is_all_or_nothing(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    first, second = sample_record("a.txt"), sample_record("b.txt")
    # A content that cannot be unpacked, a row that is none: something breaks while the batch is written.
    broken = replace(second, content=b"", rows={**second.rows, "mentions": [None]})
    _write(target, [first])
    with open_target(target) as opened:
        with pytest.raises(Exception):  # noqa: B017  (each kind of target breaks in its own way)
            opened.write([sample_record("c.txt"), broken])
        assert [line.path for line in opened.ledger_lines()] == ["a.txt"]
        opened.write([second])
        opened.finish()
    assert contents_of(target, kind)["pages"] == expected([first, second], kind)["pages"] or kind == "folder"


def test_reading_what_is_not_there_says_so(kind: str, new_target: NewTarget) -> None:
    with pytest.raises(OutputError):
        open_target(new_target(kind), create=False)
