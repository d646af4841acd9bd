r"""Names of files as text. On many systems a name is any bytes, and pages unpacked from an archive of Windows often have names in GBK.

Python holds such bytes as surrogates, which no database, JSON or CSV takes.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

__all__ = ["file_name", "named_file", "spell_path"]

_SCHEME = "file://"


def spell_path(path: str) -> str:
    r"""Spell a path for people and tables: bytes that are no UTF-8 stand as ``\xNN``.

    >>> spell_path("2024/01.txt"), spell_path("2024/\udcb0\udce6.txt")
    ('2024/01.txt', '2024/\\xb0\\xe6.txt')
    """
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace")


def file_name(file: Path) -> str:
    r"""Name a file so that ``named_file`` finds it again: its absolute path, as a URI where that is no UTF-8.

    >>> file_name(Path("/pages/01.txt")), file_name(Path("/pages/\udcb0.txt"))
    ('/pages/01.txt', 'file:///pages/%B0.txt')
    """
    path = file.absolute()
    return str(path) if spell_path(str(path)) == str(path) else path.as_uri()


def named_file(name: str) -> Path:
    r"""Find the file that ``file_name`` named.

    >>> named_file("file:///pages/%B0.txt") == Path("/pages/\udcb0.txt")
    True
    """
    return Path(os.fsdecode(unquote_to_bytes(name.removeprefix(_SCHEME))) if name.startswith(_SCHEME) else name)
