"""Where lexicons live, and how their tables are read."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from pathlib import Path

from newsextract.errors import LexiconError

__all__ = ["lexicon_dir", "lexicon_hash", "read_rows"]


@functools.cache
def lexicon_dir() -> Path:
    """Return the folder of the built-in lexicons: inside the installed package, or beside it in an editable install.

    Raises:
        LexiconError: neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "lexicons", package.parent / "lexicons"):
        if (folder / "SOURCES.md").is_file():
            return folder
    raise LexiconError("the built-in lexicons are missing", where=str(package), todo="install newsextract again")


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """Read a built-in lexicon: tab-separated, a header line, ``#`` lines passed over.

    Args:
        name: file name without ``.tsv``.

    Raises:
        LexiconError: no such lexicon, or a row with another number of columns than the header.

    >>> next(read_rows("traditional")).keys()
    dict_keys(['traditional', 'simplified'])
    """
    path = lexicon_dir() / f"{name}.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LexiconError(f"no lexicon {name}", where=str(path), todo="install newsextract again") from error
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise LexiconError(f"{len(cells)} columns where the header has {len(header)}", where=f"{path}:{number}")
        yield dict(zip(header, cells, strict=True))


@functools.cache
def lexicon_hash() -> str:
    """Hash of all built-in lexicons, for the provenance of what they gave."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(lexicon_dir().glob("*.tsv")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
