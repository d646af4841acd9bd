"""A folder in which the commands of the documentation run as they stand there."""

from __future__ import annotations

import os
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
import sqlalchemy as sa
from fenced import ROOT
from store.store_servers import postgres

__all__ = ["commands", "postgres", "postgres_url", "workplace"]


@pytest.fixture(scope="session")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the PATH: `newsextract` and `python` are this tree's; `pip install` and `pytest` do nothing, .ci/run does them."""
    folder = tmp_path_factory.mktemp("bin")
    python = f'#!/bin/sh\ncase "$2" in pip|pytest) exit 0;; esac\nexec "{sys.executable}" "$@"\n'
    for name, text in (
        ("python", python),
        ("newsextract", f'#!/bin/sh\nexec "{sys.executable}" -m newsextract "$@"\n'),
    ):
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)
    if not metadata.entry_points(group="spacy_factories", name="newsextract"):
        # In a tree that is not installed: the entry points, as installing it would write them.
        points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
        info = folder / "newsextract-0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsextract\nVersion: 0\n", encoding="utf-8")
        lines = [f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in names.items()) for group, names in points.items()]
        (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def workplace(tmp_path: Path, commands: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what a clone holds and the documentation uses, as the working folder."""
    for name in ("fixtures", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{commands}")
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


@pytest.fixture(scope="session")
def postgres_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of its own on the test server, as the documentation's `postgresql://localhost/news`."""
    server = sa.make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+psycopg")
    admin = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text("CREATE DATABASE documented"))
    admin.dispose()
    yield server.set(drivername="postgresql", database="documented").render_as_string(hide_password=False)
