"""The generated reference is up to date, and names everything that is public."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest
from fenced import ROOT

import newsextract
from newsextract.lexicon.user import COLUMNS
from newsextract.model import MENTION_TYPES
from newsextract.store.tables import metadata
from newsextract.store.views import VIEWS

REFERENCE = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    pytest.importorskip("ray")
    spec = importlib.util.spec_from_file_location("build_reference", ROOT / "docs" / "build_reference.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["api.md", "models.md", "tables.md"])
def test_it_is_what_the_code_says(name: str, builder: ModuleType) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == builder.build(name), "run python docs/build_reference.py"


def test_every_public_name_is_in_it() -> None:
    text = (REFERENCE / "api.md").read_text(encoding="utf-8")
    assert not [n for n in newsextract.__all__ if n != "__version__" and f"`{n}`" not in text]


def test_every_table_and_view_is_in_it() -> None:
    text = (REFERENCE / "tables.md").read_text(encoding="utf-8")
    assert not [n for n in (*metadata.tables, *VIEWS) if f"### `{n}`" not in text]


def test_every_type_and_column_of_a_lexicon_is_in_it() -> None:
    text = (REFERENCE / "lexicons.md").read_text(encoding="utf-8")
    assert not [n for n in (*COLUMNS, *MENTION_TYPES) if f"`{n}`" not in text]
