"""Targets of every kind for the contract tests, and servers for those that need one."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parent))

from store_servers import mariadb, postgres

__all__ = ["mariadb", "new_target", "postgres"]

_NUMBERS = itertools.count(1)


@pytest.fixture
def new_target(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """A function that names a fresh target of a kind."""

    def make(kind: str) -> str:
        number = next(_NUMBERS)
        match kind:
            case "sqlite":
                return str(tmp_path / f"t{number}.db")
            case "jsonl" | "csv" | "parquet":
                return str(tmp_path / f"t{number}.{kind}")
            case "folder":
                return f"{tmp_path / f't{number}'}/"
            case "postgres":
                base = sa.make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+psycopg")
                admin = sa.create_engine(base, isolation_level="AUTOCOMMIT")
                create = f"CREATE DATABASE t{number}"
            case _:
                base = sa.make_url(request.getfixturevalue("mariadb")).set(drivername="mysql+pymysql")
                admin = sa.create_engine(base)
                # A default charset other than ours, as old servers have.
                create = f"CREATE DATABASE t{number} CHARACTER SET latin1"
        with admin.connect() as connection:
            connection.execute(sa.text(create))
        admin.dispose()
        return base.set(database=f"t{number}").render_as_string(hide_password=False)

    return make
