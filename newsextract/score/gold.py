"""Gold pages: what a careful reader found on a page, in the field names of the contract."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsextract.errors import InputError, PathError
from newsextract.page.decode import decode

__all__ = ["SUFFIX", "GoldPage", "read_gold"]

#: Ending of the name of a gold file.
SUFFIX = ".gold.json"


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with its gold.

    Args:
        name: file name of the page.
        text: the decoded page.
        published: its date of publication, where the gold says.
        gold: blocks, articles, mentions and facts, in the field names of the contract.
    """

    name: str
    text: str
    published: dt.date | None
    gold: dict[str, Any]


def read_gold(gold: Path, pages: Path) -> list[GoldPage]:
    """Read every gold file of a folder with the page that it is about.

    Args:
        gold: folder of ``NAME.gold.json`` files.
        pages: folder of the pages that they name.

    Raises:
        PathError: no such folder, no gold in it, or a page is missing.
        InputError: a gold file is no JSON object with the field ``page``.
    """
    files = sorted(gold.glob(f"*{SUFFIX}"))
    if not files:
        raise PathError(f"no *{SUFFIX} file here", where=str(gold), todo="name the folder that holds the gold")
    found = []
    for file in files:
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            page = pages / data["page"]
            published = dt.date.fromisoformat(data["published"]) if data.get("published") else None
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"not a gold file: {error}", where=str(file), todo="see docs/conventions.md") from error
        if not page.is_file():
            raise PathError("the page of a gold file is missing", where=str(page), todo=f"it is named in {file.name}")
        found.append(GoldPage(data["page"], decode(page.read_bytes(), where=str(page)).text, published, data))
    return found
