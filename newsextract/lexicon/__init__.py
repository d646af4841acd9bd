"""Loading and compiling lexicons, the built-in ones and users' own."""

from newsextract.lexicon.load import lexicon_dir, lexicon_hash, read_rows
from newsextract.lexicon.match import Matcher

__all__ = ["Matcher", "lexicon_dir", "lexicon_hash", "read_rows"]
