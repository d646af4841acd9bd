"""The recipes of docs/scale.md work as they stand there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
DOCS = Path(__file__).parents[2] / "docs" / "scale.md"


def test_the_spark_recipe_runs_on_arrow_batches() -> None:
    found = re.search(r"<!-- tested: spark -->\n```python\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert found
    room: dict[str, Any] = {}
    exec(found[1], room)
    batches = pa.table({"path": ["a.txt"], "content": ["本报讯 投资3亿元。".encode()]}).to_batches()
    (made,) = room["extract"](iter(batches))
    assert made.select(["path", "status"]).to_pylist() == [{"path": "a.txt", "status": "ok"}]


def test_every_exit_code_is_in_the_table() -> None:
    from newsextract.run import EXIT_CODES

    text = DOCS.read_text("utf-8")
    for code, meaning in EXIT_CODES.items():
        assert f"| {code} | {meaning} |" in text
