"""The pages on accuracy show the figures of `benchmarks/accuracy.json`, and those of the fixtures are what is measured today."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from fenced import ROOT, chinese_of

ENGLISH = ROOT / "docs" / "accuracy.md"
RESULTS = json.loads((ROOT / "benchmarks" / "accuracy.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def benchmarks() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        yield


@pytest.fixture
def tables(benchmarks: None) -> ModuleType:
    return importlib.import_module("accuracy_docs")


@pytest.mark.parametrize("language", [0, 1], ids=["english", "chinese"])
def test_the_tables_are_those_of_the_results(language: int, tables: ModuleType) -> None:
    page = (ENGLISH, chinese_of(ENGLISH))[language].read_text(encoding="utf-8")
    again = tables.rendered(page, RESULTS, tables.LANGUAGES[language])
    assert page == again, "run python benchmarks/accuracy.py --only-docs"
    assert sorted(found["name"] for found in tables.MARKED.finditer(page)) == sorted(tables.TABLES)
    assert not re.search(r"\b[01]\.\d{3}\b", tables.MARKED.sub("", page)), "a measured figure in the prose goes stale"


def test_the_figures_of_the_fixtures_are_those_of_today(benchmarks: None) -> None:
    size, figures = importlib.import_module("accuracy").fixtures()
    known = RESULTS["parts"]["fixtures"]
    assert size == known["size"], "run python benchmarks/accuracy.py --write-docs"
    now, then = (dict(_flat(tree)) for tree in (figures, known["figures"]))
    assert now == pytest.approx(then), "run python benchmarks/accuracy.py --write-docs"


def _flat(tree: dict[str, Any], path: str = "") -> Iterator[tuple[str, float]]:
    """Every figure with the names above it."""
    for name, below in tree.items():
        if isinstance(below, dict):
            yield from _flat(below, f"{path}{name}/")
        else:
            yield path + name, below
