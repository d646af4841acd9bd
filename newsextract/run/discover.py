"""Which files are pages."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from newsextract.errors import OptionError, PathError

__all__ = ["DEFAULT_PATTERNS", "Found", "discover", "split_missing"]

DEFAULT_PATTERNS = ("*.txt",)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is a page: its path below the input folder (which makes its id), and where it is."""

    path: str
    file: Path


def split_missing(paths: Sequence[str | Path]) -> tuple[list[Path], list[Path]]:
    """Sort the given paths into those that are there and those that are not.

    Raises:
        OptionError: no path was given.
        PathError: none of them is there.
    """
    if not paths:
        raise OptionError("no input was given", where="paths", todo="name a file or a folder")
    given = [Path(p) for p in paths]
    there = [p for p in given if p.exists()]
    if not there:
        raise PathError("no such file or folder", where=", ".join(map(str, given)), todo="check the path")
    return there, [p for p in given if not p.exists()]


def discover(paths: Sequence[Path], patterns: Sequence[str] = DEFAULT_PATTERNS) -> Iterator[Found]:
    """Find the pages of some files and folders, each folder in the order of its paths.

    A file that is named is taken whatever its name. Below a folder: files whose name (or path below the folder, where the pattern has
    a slash) fits a pattern; no hidden ones, no FIFOs and devices, no links to folders, and links to files only where they stay inside.

    Args:
        paths: files and folders that exist.
        patterns: shell patterns.

    Raises:
        OptionError: two inputs hold the same path, and so the same page id.
    """
    roots: list[Path] = []
    names: set[str] = set()
    for path in paths:
        if path.is_dir():
            for found in _walk(path, path.resolve(), "", patterns):
                _refuse_twice(found, roots, names, patterns)
                yield found
            roots.append(path)
        else:
            found = Found(path.name, path)
            _refuse_twice(found, roots, names, ("*",))
            names.add(path.name)
            yield found


def _refuse_twice(found: Found, roots: Sequence[Path], names: set[str], patterns: Sequence[str]) -> None:
    other = next((r / found.path for r in roots if _fits(found.path, patterns) and (r / found.path).is_file()), None)
    if found.path in names or other:
        raise OptionError(
            f"two inputs hold {found.path}, which is what a page's id is made from",
            where=str(found.file),
            todo="give the folder above both, or run them into targets of their own",
        )


def _walk(folder: Path, root: Path, below: str, patterns: Sequence[str]) -> Iterator[Found]:
    try:
        with os.scandir(folder) as scan:
            # A folder sorts as if its name ended in a slash, so that the walk is in the order of whole paths.
            entries = sorted(scan, key=lambda e: e.name + "/" if e.is_dir(follow_symlinks=False) else e.name)
    except OSError:
        yield Found(below.rstrip("/") or folder.name, folder)  # reading it fails, which is then said of it
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), root, path + "/", patterns)
        elif _fits(path, patterns) and _is_page(entry, root):
            yield Found(path, Path(entry.path))


def _fits(path: str, patterns: Sequence[str]) -> bool:
    name = path.rpartition("/")[2]
    return any(fnmatch(path if "/" in pattern else name, pattern) for pattern in patterns)


def _is_page(entry: os.DirEntry[str], root: Path) -> bool:
    if entry.is_symlink():
        target = Path(entry.path).resolve()
        return target.is_relative_to(root) and target.is_file()
    try:
        return stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
    except OSError:
        return True  # gone or unreadable: reading it says so
