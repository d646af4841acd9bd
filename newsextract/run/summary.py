"""What a run did, for people and for machines."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from newsextract.store.files import replace_file, writing
from newsextract.store.record import PageRecord

__all__ = ["EXIT_CODES", "Progress", "RunStatus", "RunSummary"]

#: Exit codes of ``newsextract run`` and ``retry``.
EXIT_CODES = {
    0: "every page went through",
    1: "a wrong option, or input that cannot be used",
    3: "some pages failed; they are in quarantine",
    4: "the output could not be written; what was written stays",
    5: "the database was lost for longer than the retries allow; what was written stays",
    130: "stopped by the user; what was written stays",
}

#: How many failures a summary names; all of them are in quarantine.
_NAMED = 100

Stop = Literal["output", "database", "interrupted"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    done: int
    total: int
    failed: int
    skipped: int
    seconds: float

    @property
    def rate(self) -> float:
        """Pages a second, of those that had to be worked on."""
        worked = self.done - self.skipped
        return worked / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Estimate of the time left; None before there is anything to go by."""
        return (self.total - self.done) / self.rate if self.rate else None


@dataclass(slots=True)
class RunSummary:
    """What a run did.

    Args:
        target: where to, without password.
        total: pages found.
        pages: pages extracted in this run (empty ones among them).
        skipped: pages that were done before and are unchanged.
        empty: pages without text.
        failed: pages that failed in this run.
        quarantined: unchanged pages that failed in an earlier run and were left alone; ``retry`` takes them up.
        articles: articles extracted in this run.
        mentions: mentions extracted in this run, by type.
        seconds: how long it took.
        failures: the first hundred failures: path, code, message.
        warnings: what else the caller should know.
        stopped: why the run stopped before its end, if it did.
        error: the message that goes with it.
    """

    target: str
    total: int = 0
    pages: int = 0
    skipped: int = 0
    empty: int = 0
    failed: int = 0
    quarantined: int = 0
    articles: int = 0
    mentions: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    failures: list[dict[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    stopped: Stop | None = None
    error: str | None = None

    @property
    def exit_code(self) -> int:
        """The exit code that says it, see ``EXIT_CODES``."""
        if self.stopped:
            return {"output": 4, "database": 5, "interrupted": 130}[self.stopped]
        return 3 if self.failed or self.quarantined else 0

    def add(self, record: PageRecord) -> None:
        """Count a page that was written."""
        if record.failure:
            self.add_failure(record.failure.path, record.failure.code, record.failure.message)
            return
        self.pages += 1
        self.empty += record.line.status == "empty"
        self.articles += record.articles
        self.mentions.update(record.mentions)

    def add_failure(self, path: str, code: str, message: str) -> None:
        """Count a failure."""
        self.failed += 1
        if len(self.failures) < _NAMED:
            self.failures.append({"path": path, "code": code, "message": message})

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-safe data.

        >>> RunSummary("news.db").to_dict()["exit_code"]
        0
        """
        data = {name: getattr(self, name) for name in self.__slots__}
        data["mentions"] = dict(sorted(self.mentions.items()))
        return {**data, "seconds": round(self.seconds, 3), "exit_code": self.exit_code}

    def save(self, path: str | Path) -> None:
        """Write it as a JSON file.

        Raises:
            OutputError: it cannot be written.
        """
        path = Path(path)
        with writing(path):
            replace_file(path, [json.dumps(self.to_dict(), ensure_ascii=False, indent=2).encode() + b"\n"])


@dataclass(frozen=True, slots=True)
class RunStatus:
    """What a target holds: pages by status, and those in quarantine."""

    target: str
    pages: dict[str, int]
    failures: list[dict[str, str]]

    @property
    def failed(self) -> int:
        """How many pages are in quarantine."""
        return len(self.failures)
