"""The folder runner: many pages into one target, in worker processes, with nothing lost on the way."""

from newsextract.run.manifest import load_manifest
from newsextract.run.runner import retry, run, status
from newsextract.run.summary import EXIT_CODES, Progress, RunStatus, RunSummary

__all__ = ["EXIT_CODES", "Progress", "RunStatus", "RunSummary", "load_manifest", "retry", "run", "status"]
