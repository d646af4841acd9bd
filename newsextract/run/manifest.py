"""What is known of the pages beforehand: a CSV file with a line for each."""

from __future__ import annotations

import csv
import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from newsextract.errors import OptionError

__all__ = ["COLUMNS", "Known", "load_manifest"]

#: Columns of a manifest; only ``path`` is needed. ``page_number`` and ``source_url`` are taken for ``page_no`` and ``url``.
COLUMNS = ("path", "id", "published", "newspaper", "page_no", "region", "url")
_ALIASES = {"page_number": "page_no", "source_url": "url"}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one page."""

    id: str | None = None
    published: dt.date | None = None
    newspaper: str | None = None
    page_no: str | None = None
    region: str | None = None
    url: str | None = None

    def to_json(self) -> str:
        """Spell it for the ledger."""
        said = {k: str(v) for k, v in asdict(self).items() if v is not None}
        return json.dumps(said, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Known:
        """Undo ``to_json``.

        >>> known = Known(published=dt.date(2024, 8, 15), newspaper="晨报")
        >>> Known.from_json(known.to_json()) == known
        True
        """
        said = json.loads(text)
        if "published" in said:
            said["published"] = dt.date.fromisoformat(said["published"])
        return cls(**said)


def load_manifest(path: str | Path) -> dict[str, Known]:
    """Read a manifest.

    Args:
        path: a CSV file in UTF-8 with a header; paths in it are below the input folder.

    Raises:
        OptionError: it cannot be read, or a line is not valid; the message has the line's number.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return _read(csv.DictReader(file, strict=True), str(path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OptionError(
            f"the manifest cannot be read: {error}", where=str(path), todo="give a CSV in UTF-8"
        ) from error


def _read(reader: csv.DictReader[str], where: str) -> dict[str, Known]:
    header = [_ALIASES.get(name, name) for name in reader.fieldnames or ()]
    strange = sorted(set(header) - set(COLUMNS))
    if "path" not in header or strange:
        what = f"unknown column {', '.join(strange)}" if strange else "no column path"
        raise OptionError(f"{what} in the manifest", where=f"{where}:1", todo=f"columns are {', '.join(COLUMNS)}")
    reader.fieldnames = header
    known: dict[str, Known] = {}
    ids: set[str] = set()
    for row in reader:
        at = f"{where}:{reader.line_num}"
        if None in row or None in row.values():
            raise OptionError("another number of cells than the header has", where=at)
        cells = {name: (row.get(name) or "").strip() or None for name in COLUMNS}
        page = cells.pop("path")
        if page is None:
            raise OptionError("no path", where=at, todo="name the page's file")
        page = page.replace("\\", "/").removeprefix("./")
        if page in known or cells["id"] in ids:
            raise OptionError(f"{page} or its id stands twice", where=at, todo="keep one line for each page")
        if cells["id"]:
            ids.add(cells["id"])
        known[page] = _known(cells, at)
    return known


def _known(cells: dict[str, str | None], at: str) -> Known:
    published, region = cells["published"], cells["region"]
    try:
        date = dt.date.fromisoformat(published) if published else None
    except ValueError as error:
        raise OptionError(f"{published!r} is no date", where=at, todo="write 2024-08-15") from error
    if region and not (len(region) == 6 and region.isascii() and region.isdigit()):
        raise OptionError(f"region {region!r} is no six-digit code", where=at, todo="write one like 370600")
    return Known(cells["id"], date, cells["newspaper"], cells["page_no"], region, cells["url"])
