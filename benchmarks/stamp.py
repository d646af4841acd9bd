"""When, at which commit, and on what a measurement was made."""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: What a measurement depends on.
MEASURED = ("newsextract", "lexicons", "fixtures")


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def commit() -> str:
    """The short name of the commit, with a plus where the code, the lexicons or the fixtures have changed since; empty outside a repository."""
    changed = _git("status", "--porcelain", "--", *MEASURED)
    return _git("rev-parse", "--short", "HEAD") + ("+" if changed else "")


def stamp() -> dict[str, str]:
    """What is said of a measurement: day, commit, Python, machine."""
    return {
        "date": dt.date.today().isoformat(),
        "commit": commit(),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
    }
