"""The Ray job gives the local runner's rows."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fault_driver import Dated, fill
from store_reading import contents_of

from newsextract.run import run
from newsextract.run.batch import read_packed

ray = pytest.importorskip("ray")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """A Ray of one machine."""
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "store"), str(Path(__file__).parents[2])]
    path = os.pathsep.join([*folders, *filter(None, sys.path)])
    ray.init(
        num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100_000_000,
        runtime_env={"env_vars": {"PYTHONPATH": path}},
    )  # fmt: skip
    yield
    ray.shutdown()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Pages, one of which fails, and what the local runner makes of them."""
    fill(tmp_path, later=True)
    run(tmp_path / "pages", tmp_path / "local.db", extractor=Dated(), workers=0)
    return tmp_path


@pytest.mark.usefixtures("cluster")
def test_a_list_of_paths_into_sql(home: Path) -> None:
    import newsextract.ray

    target = home / "ray.db"
    summary = newsextract.ray.run(home / "pages", target, extractor=Dated(), actors=1)
    assert (summary.exit_code, summary.failed) == (3, 1)
    assert contents_of(str(target), "sqlite") == contents_of(str(home / "local.db"), "sqlite")
    again = newsextract.ray.run(home / "pages", target, extractor=Dated(), actors=1)
    assert (again.pages, again.quarantined) == (0, 1)
    local = run(home / "pages", target, extractor=Dated(), workers=0)
    assert (local.pages, local.quarantined) == (0, 1), "the local runner takes what Ray did for done"


@pytest.mark.usefixtures("cluster")
def test_packed_parquet_into_parquet_and_into_tables(home: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    import newsextract.ray

    pq.write_table(pa.Table.from_batches(list(read_packed([home / "pages"]))), home / "packed.parquet")
    packed = ray.data.read_parquet(str(home / "packed.parquet"))
    out = home / "out"
    newsextract.ray.extract_dataset(packed, extractor=Dated(), actors=1).write_parquet(str(out))
    made = pq.read_table(out).select(["id", "status", "code", "content"]).to_pylist()
    local = contents_of(str(home / "local.db"), "sqlite")["pages"]
    assert sorted((row["id"], row["content"]) for row in made) == sorted((row[0], row[-1]) for row in local)
    assert [row["code"] for row in made if row["status"] == "failed"] == ["extraction"]

    target = home / "loaded.parquet"
    summary = newsextract.ray.load_dataset(packed, target, extractor=Dated(), actors=1)
    assert (summary.total, summary.failed) == (len(local), 1)
    run(home / "pages", home / "local.parquet", extractor=Dated(), workers=0)
    found, wanted = contents_of(str(target), "parquet"), contents_of(str(home / "local.parquet"), "parquet")
    # The traceback of a failure tells of the process that met it; all else is the same.
    assert [row[:3] for row in found.pop("failures")] == [row[:3] for row in wanted.pop("failures")]
    assert found == wanted
