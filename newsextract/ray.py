"""Extraction as a Ray Data job; needs the extra ``ray``. See ``newsextract.run.ray``."""

from newsextract.run.ray import extract_dataset, load_dataset, run

__all__ = ["extract_dataset", "load_dataset", "run"]
