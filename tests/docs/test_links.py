"""Links between documents lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from fenced import ROOT, anchor, documents, headings, links


@pytest.mark.parametrize("file", documents(), ids=[f.relative_to(ROOT).as_posix() for f in documents()])
def test_links_resolve(file: Path) -> None:
    broken = []
    for link in links(file):
        if "://" in link:
            continue
        path, _, fragment = link.partition("#")
        target = (file.parent / path).resolve() if path else file
        if not target.exists() or (
            fragment and target.suffix == ".md" and fragment not in {anchor(words) for _, words in headings(target)}
        ):
            broken.append(link)
    assert not broken


def test_every_document_is_reached_from_the_index() -> None:
    for index in ("docs/index.md", "docs/index.zh-CN.md"):
        seen: set[Path] = set()
        waiting = [ROOT / index]
        while waiting:
            file = waiting.pop()
            seen.add(file)
            linked = ((file.parent / link.partition("#")[0]).resolve() for link in links(file) if "://" not in link)
            waiting += [f for f in linked if f.suffix == ".md" and f.exists() and f not in seen]
        missing = [f.relative_to(ROOT).as_posix() for f in (ROOT / "docs").rglob("*.md") if f not in seen]
        assert not missing, f"{index} leads to none of these"
