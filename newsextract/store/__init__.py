"""Where pages go: SQL databases, JSON Lines, CSV, Parquet, a folder of JSON files."""

from newsextract.store.open import open_target, read_pages
from newsextract.store.record import Failure, LedgerLine, PageRecord, record_page
from newsextract.store.target import Target

__all__ = ["Failure", "LedgerLine", "PageRecord", "Target", "open_target", "read_pages", "record_page"]
