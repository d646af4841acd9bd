"""What an extra would bring is asked for by name, and nothing else needs it."""

from __future__ import annotations

import sys

import pytest

from newsextract.errors import OptionError
from newsextract.store import open_target


@pytest.mark.parametrize(
    ("target", "module", "extra"),
    [
        ("postgresql://localhost/news", "psycopg", "postgres"),
        ("mariadb://localhost/news", "pymysql", "mysql"),
        ("out.parquet", "pyarrow", "parquet"),
    ],
)
def test_a_missing_driver_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, target: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    for loaded in ("newsextract.store.arrow", "newsextract.store.parquet"):
        monkeypatch.delitem(sys.modules, loaded, raising=False)
    with pytest.raises(OptionError, match=rf"newsextract\[{extra}\]"):
        open_target(target)


def test_ray_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "newsextract.run.ray", raising=False)
    monkeypatch.delitem(sys.modules, "newsextract.ray", raising=False)
    with pytest.raises(OptionError, match=r"newsextract\[ray\]"):
        import newsextract.ray  # noqa: F401


@pytest.mark.parametrize("target", ["news.xlsx", "oracle://host/news", "://"])
def test_what_is_no_target_says_so(target: str) -> None:
    with pytest.raises(OptionError):
        open_target(target)
