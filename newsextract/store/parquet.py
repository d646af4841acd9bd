"""A Parquet dataset: a folder a table, partitioned by the month of publication.

Pages are written in *groups*: one file a table for some pages of one month. A group is never changed. A page that comes again goes into a
new group, and its old group is written anew without it. New files are made in ``_staging`` (which readers of datasets pass over); the
ledger then commits which come and which go, and only then are they moved. A run killed in between finishes the move when it starts again.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, ClassVar

from newsextract.errors import OptionError
from newsextract.store.arrow import arrow_table
from newsextract.store.file_target import FolderedTarget
from newsextract.store.files import UNFINISHED, sync_folder, writing
from newsextract.store.record import PageRecord, Recorder, record_page
from newsextract.store.tables import DATA_TABLES, entities, pages

try:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
except ImportError as error:  # pragma: no cover
    raise OptionError("pyarrow is not installed", where="target", todo="pip install 'newsextract[parquet]'") from error

__all__ = ["ParquetTarget"]

_TABLES = {t.name: t for t in DATA_TABLES if t is not entities}
_STAGING, _PENDING, _NEXT = "_staging", "pending", "next_group"
_MONTH = "published_month"
#: At the end of a run small groups of a month are joined up to so many pages.
_JOINED_PAGES = 2000
#: Row groups of pages that are held while pages are read in the order of their paths.
_HELD_PARTS = 4
_COMPRESSION = "zstd"


class ParquetTarget(FolderedTarget):
    """A Parquet dataset: ``mentions/published_month=2024-08/00000007.parquet``; pages without a date under ``unknown``."""

    batch: ClassVar[int] = 50
    patience: ClassVar[float] = 30.0

    def __init__(self, path: Path, *, create: bool = True) -> None:
        super().__init__(path, create=create)
        if create:
            with self._ledger.transaction():
                self._recover()

    def recorder(self) -> Recorder:
        """See ``Target.recorder``."""
        return record_page

    def contents(self) -> Iterator[bytes]:
        """See ``Target.contents``."""
        places: dict[str, tuple[str, int]] = {}
        for (group,) in self._ledger.query("SELECT DISTINCT file FROM extents"):
            for number, part in enumerate(self._parts(pages.name, str(group), columns=["id"])):
                places |= {page: (str(group), number) for page in part.column("id").to_pylist()}
        held: dict[tuple[str, int], dict[str, str]] = {}
        for line in self._ledger.all_lines():
            place = places[line.page_id]
            if place not in held:
                while len(held) >= _HELD_PARTS:
                    held.pop(next(iter(held)))
                part = next(islice(self._parts(pages.name, place[0]), place[1], None))
                held[place] = dict(zip(*(part.column(c).to_pylist() for c in ("id", "content")), strict=True))
            yield held[place][line.page_id].encode()

    def write(self, records: Sequence[PageRecord]) -> None:
        """See ``Target.write``."""
        by_month: dict[str, list[PageRecord]] = defaultdict(list)
        for record in records:
            published = record.rows[pages.name][0][_index(pages.c.published)]
            by_month[published.strftime("%Y-%m") if published else "unknown"].append(record)
        with self._ledger.transaction() as db:
            self._recover()
            move = _Move()
            self._drop([r.line.page_id for r in records], move)
            for month, some in by_month.items():
                group = self._new_group(month)
                for name, table in _TABLES.items():
                    rows = [row for record in some for row in _rows(record, name)]
                    if rows:
                        self._stage([arrow_table(table, rows)], _below(name, group), move)
                extents = [(r.line.page_id, group, 0, 0) for r in some]
                db.executemany("INSERT INTO extents VALUES (?, ?, ?, ?)", extents)
            self._ledger.record(records)
            self._ledger.record_entities(records)
            self._ledger.set_state(_PENDING, move.to_json())
        with self._ledger.transaction():
            self._recover()

    def finish(self) -> None:
        """Join small groups; write the entities."""
        if self._ledger.state(UNFINISHED) is None:
            return
        with self._ledger.transaction():
            self._recover()
            move = _Move()
            self._join(move)
            group = self._new_group("")
            for _, old in self._ledger.query("SELECT key, value FROM state WHERE key = 'entities'"):
                move.go.append(str(old))
            name = f"{entities.name}/{group.strip('/')}.parquet"
            self._stage([arrow_table(entities, self._ledger.entities())], name, move)
            self._ledger.set_state("entities", name if name in move.come else None)
            self._ledger.set_state(UNFINISHED, None)
            self._ledger.set_state(_PENDING, move.to_json())
        with self._ledger.transaction():
            self._recover()

    def _join(self, move: _Move) -> None:
        counted = self._ledger.query("SELECT file, count(*) FROM extents GROUP BY file ORDER BY file")
        joined: list[list[str]] = []
        month, size = "", 0
        for name, count in counted:
            group, pages_in = str(name), int(str(count))
            if _month(group) != month or size + pages_in > _JOINED_PAGES:
                joined.append([])
                month, size = _month(group), 0
            joined[-1].append(group)
            size += pages_in
        for groups in joined:
            if len(groups) > 1:
                self._rewrite(groups, [], move)

    def _drop(self, page_ids: Sequence[str], move: _Move) -> None:
        """Take pages out of the groups that hold them."""
        marks = ", ".join("?" * len(page_ids))
        held = self._ledger.query(f"SELECT DISTINCT file FROM extents WHERE page_id IN ({marks})", page_ids)
        self._ledger.forget_extents(page_ids)
        for (group,) in held:
            self._rewrite([str(group)], page_ids, move)

    def _rewrite(self, groups: Sequence[str], without: Sequence[str], move: _Move) -> None:
        """Write groups of one month into a new one, some pages left out."""
        new = self._new_group(_month(groups[0]))
        left_out = pa.array(without, type=pa.string())
        for name, table in _TABLES.items():
            key = "id" if table is pages else "page_id"
            parts = (part for group in groups for part in self._parts(name, group))
            kept = (part.filter(pc.invert(pc.is_in(part.column(key), left_out))) for part in parts)
            self._stage(kept if without else parts, _below(name, new), move)
            move.go += [_below(name, group) for group in groups if self._file(name, group).exists()]
        for group in groups:
            self._ledger.rename_extents(group, new)

    def _stage(self, parts: Iterable[pa.Table], below: str, move: _Move) -> None:
        """Write a new file, a row group for each part, one of them in memory at a time; no file where there are no rows."""
        some = (part for part in parts if part.num_rows)
        first = next(some, None)
        if first is None:
            return
        file = self.path / _STAGING / below
        file.parent.mkdir(parents=True, exist_ok=True)
        with pq.ParquetWriter(file, first.schema, compression=_COMPRESSION) as writer:
            for part in chain([first], some):
                writer.write_table(part)
        with file.open("rb") as written:
            os.fsync(written.fileno())
        move.come.append(below)

    def _parts(self, name: str, group: str, columns: list[str] | None = None) -> Iterator[pa.Table]:
        file = self._file(name, group)
        if not file.exists():
            return
        with writing(file), pq.ParquetFile(file) as source:
            for number in range(source.num_row_groups):
                yield source.read_row_group(number, columns=columns)

    def _recover(self) -> None:
        """Finish a move that was cut short, clear away what was staged and never committed; inside a transaction."""
        pending = self._ledger.state(_PENDING)
        staging = self.path / _STAGING
        if pending is None and not staging.exists():
            return
        move = _Move.from_json(pending or "{}")
        for below in move.come:
            final = self.path / below
            if (staging / below).exists():  # else it has been moved already
                final.parent.mkdir(parents=True, exist_ok=True)
                (staging / below).replace(final)
        for folder in {(self.path / below).parent for below in move.come}:
            sync_folder(folder)
        for below in move.go:
            (self.path / below).unlink(missing_ok=True)
            for folder in (self.path / below).parents[:2]:
                if folder != self.path and folder.exists() and not any(folder.iterdir()):
                    folder.rmdir()
        self._ledger.set_state(_PENDING, None)
        for file in sorted(staging.rglob("*"), reverse=True) if staging.exists() else ():
            file.rmdir() if file.is_dir() else file.unlink()
        if staging.exists():
            staging.rmdir()

    def _new_group(self, month: str) -> str:
        number = int(self._ledger.state(_NEXT) or 1)
        self._ledger.set_state(_NEXT, number + 1)
        return f"{month}/{number:08d}"

    def _file(self, name: str, group: str) -> Path:
        return self.path / _below(name, group)


class _Move:
    """Files that come and files that go, below the dataset's folder."""

    def __init__(self, come: Sequence[str] = (), go: Sequence[str] = ()) -> None:
        self.come, self.go = list(come), list(go)

    def to_json(self) -> str:
        # A group made and dropped within one move never gets in place.
        return json.dumps({"come": self.come, "go": self.go})

    @classmethod
    def from_json(cls, text: str) -> _Move:
        return cls(**json.loads(text))


def _rows(record: PageRecord, name: str) -> list[tuple[Any, ...]]:
    rows = record.rows.get(name, [])
    if name != pages.name:
        return rows
    at = _index(pages.c.content)
    return [(*row[:at], record.json.decode(), *row[at + 1 :]) for row in rows]


def _index(column: Any) -> int:
    return list(pages.columns).index(column)


def _month(group: str) -> str:
    return group.partition("/")[0]


def _below(name: str, group: str) -> str:
    month, _, number = group.partition("/")
    return f"{name}/{_MONTH}={month}/{number}.parquet"
