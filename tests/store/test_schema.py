"""The schema: one definition, migrations that lead to it, views over it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from store_reading import contents_of, expected
from store_samples import sample_page, sample_record

from newsextract.errors import OutputError
from newsextract.model import ids
from newsextract.model.facts import AnyFact
from newsextract.model.mentions import AnyMention
from newsextract.store import open_target, read_pages
from newsextract.store.engine import make_engine, write_transaction
from newsextract.store.rows import page_rows
from newsextract.store.schema import revision_of, upgrade
from newsextract.store.tables import DATA_TABLES, FACT_TABLES, SCHEMA_REVISION, metadata
from newsextract.store.types import FigureColumn, fit_figure
from newsextract.store.views import VIEWS

OLD = Path(__file__).parent / "data" / "news-0001.sql"
SQL_KINDS = ("sqlite", "postgres", "mariadb")
NewTarget = Callable[[str], str]


_ENGINES: list[sa.Engine] = []


def _engine(target: str) -> sa.Engine:
    """An engine that is closed at the end of the test, however it ends."""
    _ENGINES.append(make_engine(target))
    return _ENGINES[-1]


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while _ENGINES:
        _ENGINES.pop().dispose()


def _old_sqlite(path: str) -> None:
    database = sqlite3.connect(path)
    database.executescript(OLD.read_text("utf-8"))
    database.close()


def test_a_database_of_the_previous_version_is_upgraded_with_all_its_rows(
    new_target: NewTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = new_target("sqlite")
    _old_sqlite(target)
    assert len(list(read_pages(target))) == 2, "an old database can be read as it is"
    open_target(target).close()
    with monkeypatch.context() as patch:
        patch.setattr(ids, "_SHARED_BYTES", 0)  # ids of that version did not begin like their page's
        records = [sample_record("a.txt"), sample_record("b.txt", published=None)]
    found, wanted = contents_of(target, "sqlite"), expected(records, "sqlite")
    # The old version's JSON has no field that came later; the tables must agree but for it.
    assert {t: rows for t, rows in found.items() if t != "pages"} == {t: r for t, r in wanted.items() if t != "pages"}
    records = [sample_record("a.txt"), sample_record("b.txt", published=None)]
    with open_target(target) as opened:
        opened.write(records)
    assert contents_of(target, "sqlite") == expected(records, "sqlite")


@pytest.mark.parametrize("kind", SQL_KINDS)
def test_migrations_lead_to_the_same_schema_as_making_it(kind: str, new_target: NewTarget) -> None:
    engine = _engine(new_target(kind))
    with write_transaction(engine) as connection:
        upgrade(connection)
    with engine.connect() as connection:
        assert revision_of(connection) == SCHEMA_REVISION
        context = MigrationContext.configure(connection, opts={"version_table": "schema_version"})
        differences = compare_metadata(context, metadata)
        # MySQL always has an index of its own under a foreign key.
        assert [d for d in differences if not (kind == "mariadb" and d[0] == "remove_index")] == []


@pytest.mark.parametrize("kind", SQL_KINDS)
def test_rows_are_moved_along_by_a_migration(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    engine = _engine(target)
    record = sample_record("a.txt")
    with write_transaction(engine) as connection:
        upgrade(connection, "0001")
        old = sa.MetaData()
        old.reflect(connection, only=[t.name for t in DATA_TABLES])
        for table in DATA_TABLES:
            names = [c.name for c in table.columns]
            kept = [n for n in names if n in old.tables[table.name].columns]
            rows = [dict(zip(names, row, strict=True)) for row in record.rows.get(table.name, ())]
            for row in rows:
                columns = [sa.column(n, table.c[n].type) for n in kept]
                connection.execute(sa.insert(sa.table(table.name, *columns)).values({n: row[n] for n in kept}))
    open_target(target).close()
    assert contents_of(target, kind) == expected([record], kind)


@pytest.mark.parametrize("kind", SQL_KINDS)
def test_a_database_of_a_newer_version_is_left_alone(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    open_target(target).close()
    engine = _engine(target)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE schema_version SET version_num = '9999'"))
    with pytest.raises(OutputError, match="schema 9999"):
        open_target(target)


@pytest.mark.parametrize("kind", SQL_KINDS)
def test_views_answer_what_people_ask_first(kind: str, new_target: NewTarget) -> None:
    target = new_target(kind)
    with open_target(target) as opened:
        opened.write([sample_record("a.txt"), sample_record("b.txt")])
    engine = _engine(target)
    with engine.connect() as connection:

        def ask(sql: str) -> list[tuple[object, ...]]:
            return [tuple(row) for row in connection.execute(sa.text(sql))]

        amount = ask("SELECT text, low, sentence, headline, path FROM amounts_in_context WHERE low = 350000000")
        assert [(row[0], Decimal(str(row[1])), *row[2:]) for row in amount if row[4] == "a.txt"] == [
            ("3.5亿元", Decimal(350000000), sample_page().articles[0].text[:30], '=HYPERLINK("x")', "a.txt")
        ]
        policy = ask("SELECT doc_number, issuer, date FROM policies_in_context WHERE title = '关于试点的意见'")
        assert [(n, i, str(d)) for n, i, d in policy] == [("青岚发〔2024〕1号", "青岚市政府", "2024-02-29")] * 2
        held = ask("SELECT person, position, organization, published FROM positions_held WHERE person = '张知远'")
        assert [(*row[:3], str(row[3])) for row in held] == [("张知远", "市长", "青岚市", "2024-08-15")] * 2
        series = ask("SELECT end_date, value FROM indicator_series WHERE indicator = '固定资产投资' ORDER BY end_date")
        assert [(str(d), Decimal(str(v))) for d, v in series] == [("2024-06-30", Decimal(350000000))] * 2
        assert len(ask("SELECT * FROM reprints")) == 2
        assert ask("SELECT count(*) FROM mention_spans")[0][0] == 2 * (len(sample_page().mentions) + 1)
        for view in VIEWS:
            ask(f"SELECT * FROM {view}")


def test_every_field_of_the_model_has_its_column() -> None:
    """A field that is added to the model must be given a column too, or be left out here on purpose."""
    elsewhere = {"id", "type", "spans", "article", "article_span", "sentence", "entity", "kind", "evidence", "value"}
    renamed = {
        "QuantityValue": {}, "OrdinalValue": {"value": "low"},
        "TimeValue": {"kind": "time_kind", "start": "start_date", "end": "end_date"},
        "DocNumberValue": {"value": "doc_number"},
    }  # fmt: skip
    tables = {t.name: set(t.columns.keys()) for t in DATA_TABLES}
    for mention in get_args(get_args(AnyMention)[0]):
        value = mention.model_fields["value"].annotation
        table = "policies" if value.__name__ == "PolicyValue" else "mentions"
        names = {renamed.get(value.__name__, {}).get(f, f) for f in value.model_fields} - {"issuers"}
        assert names <= tables[table], value
        assert set(mention.model_fields) - elsewhere <= tables["mentions"]
    fields = {"start": "start_date", "end": "end_date", "change": "change_value", "rank": "rank_value"}
    for fact in get_args(get_args(AnyFact)[0]):
        table = FACT_TABLES[fact.model_fields["kind"].default].name
        names = {fields.get(f, f) for f in fact.model_fields} - elsewhere - {"bodies", "parties"}
        assert names <= tables[table], fact


def test_rows_have_the_columns_of_their_tables() -> None:
    rows = page_rows(sample_page(), b"")
    assert set(rows) == {t.name for t in DATA_TABLES} - {"failures"}, "the sample has a row for every table"
    for table in DATA_TABLES:
        for row in rows.get(table.name, ()):
            assert len(row) == len(table.columns)
            for column, value in zip(table.columns, row, strict=True):
                wanted = Decimal if isinstance(column.type, FigureColumn) else column.type.python_type
                assert isinstance(value, wanted) or (value is None and column.nullable), (
                    table.name,
                    column.name,
                    value,
                )


@pytest.mark.parametrize("kind", SQL_KINDS)
def test_figures_are_stored_exactly_and_compare_as_numbers(kind: str, new_target: NewTarget) -> None:
    figures = [Decimal(t) for t in ("-12.5", "0", "0.1", "3", "24.7", "100", "350000000", "9223372036854775807")]
    target = new_target(kind)
    engine = _engine(target)
    table = sa.Table("figures", sa.MetaData(), sa.Column("n", sa.Integer), sa.Column("v", FigureColumn()))
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(sa.insert(table), [{"n": n, "v": v} for n, v in enumerate(figures)])
        back = list(connection.scalars(sa.select(table.c.v).order_by(table.c.v)))
        assert [str(v) for v in back] == [str(v) for v in figures]
        assert connection.scalar(sa.text("SELECT count(*) FROM figures WHERE v > 24.6")) == 4


def test_a_figure_that_fits_no_column_is_left_out_not_rounded() -> None:
    assert fit_figure(Decimal("9" * 28)) == Decimal("9" * 28)
    assert fit_figure(Decimal("9" * 29)) is None
    assert fit_figure(Decimal("0.12345678901")) is None
    assert fit_figure(Decimal("NaN")) is None
    assert fit_figure(Decimal("1E-1000000")) is None


def test_dates_are_dates(new_target: NewTarget) -> None:
    target = new_target("sqlite")
    with open_target(target) as opened:
        opened.write([sample_record("a.txt")])
    rows = contents_of(target, "sqlite")["policies"]
    assert any(dt.date(2024, 2, 29) in row for row in rows)
