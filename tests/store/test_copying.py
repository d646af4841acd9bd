"""What ``COPY`` is given is what comes out of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlalchemy.exc as sa_exc
from store_reading import contents_of, expected
from store_samples import sample_record

from newsextract.store import PageRecord, open_target
from newsextract.store.copying import copy_in, copy_text
from newsextract.store.engine import make_engine
from newsextract.store.loaders import CopyLoader

NewTarget = Callable[[str], str]
TEXTS = ["", r"\N", "\\", "\\.", "\t", "\r\n", "\\n", "\x01\x7f\u2028", "“3.5亿元”😀", "NULL", '"', "a\tb\\\nc"]


def test_texts_come_back_as_they_were(new_target: NewTarget) -> None:
    engine = make_engine(new_target("postgres"))
    table = sa.Table("texts", sa.MetaData(), sa.Column("number", sa.Integer), sa.Column("text", sa.Text))
    rows = [*enumerate(TEXTS), (len(TEXTS), None)]
    try:
        with engine.begin() as connection:
            table.create(connection)
            copy_in(connection, table, copy_text(rows[:3]) + copy_text(rows[3:]))
            assert [tuple(row) for row in connection.execute(sa.select(table).order_by(table.c.number))] == rows
            with pytest.raises(sa_exc.DBAPIError, match="COPY"):
                copy_in(connection, table, b"one column\n")
    finally:
        engine.dispose()


def test_rows_of_several_types_in_one_column_are_spelled_each_in_its_way() -> None:
    assert copy_text([(1,), ("a\t",), (None,), (0.5,)]) == b"1\na\\t\n\\N\n0.5\n"


@pytest.mark.parametrize("kind", ["sqlite", "postgres", "mariadb"])
def test_what_workers_made_ready_is_loaded_like_plain_rows(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    plain = [sample_record("a.txt"), sample_record("b.txt", published=None)]
    with open_target(target) as opened:
        (prepare,) = [v for k, v in opened.recorder().keywords.items() if k == "prepare"]  # type: ignore[attr-defined]
        made: list[PageRecord] = [prepare(record) for record in plain]
        assert [(r.rows, r.content) for r in made] == [({}, b"")] * 2, "nothing is sent twice"
        opened.write([made[0], plain[1]])
        opened.write([made[1]])
    assert contents_of(target, kind) == expected(plain, kind)


def test_a_text_that_cannot_be_spelled_is_an_error_of_its_page() -> None:
    record = sample_record("a.txt")
    rows = {**record.rows, "failures": [(record.line.page_id, "code", "\udcff", "")]}
    with pytest.raises(ValueError, match="surrogates"):
        CopyLoader()(replace(record, rows=rows))


def test_sqlite_finds_a_page_s_rows_by_index(tmp_path: Path) -> None:
    """Deleting a page's rows must not get slower with the table: each table is searched, none is scanned."""
    from newsextract.store.sql import _of_pages
    from newsextract.store.tables import DATA_TABLES, entities

    with open_target(tmp_path / "t.db") as opened:
        engine = opened.engine  # type: ignore[attr-defined]
        with engine.connect() as connection:
            for table in DATA_TABLES:
                if table is entities:
                    continue
                query = sa.delete(table).where(_of_pages(table, ["a", "b"]))
                sql = str(query.compile(engine, compile_kwargs={"literal_binds": True}))
                plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
                assert [step for step in plan if step.startswith("SCAN")] == [], (table.name, plan)
