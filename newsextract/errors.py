"""Everything that newsextract raises, as one tree.

    NewsExtractError
    ├── InputError            something about what was given
    │   ├── DecodingError     bytes in no known encoding
    │   ├── BinaryFileError   a file that is no text
    │   ├── PathError         a path that is missing, unreadable or of the wrong kind
    │   └── PageTooLargeError a page over the stated limit
    ├── OptionError           an option, configuration key or lexicon row that is not valid
    │   └── LexiconError
    ├── ExtractionError       a step failed on a page; the page's id is in the message
    │   └── PatternTimeoutError
    └── OutputError           what came out could not be written
        └── DatabaseError

Each error says what was wrong, where, and what to do about it.
"""

from __future__ import annotations

__all__ = [
    "BinaryFileError",
    "DatabaseError",
    "DecodingError",
    "ExtractionError",
    "InputError",
    "LexiconError",
    "NewsExtractError",
    "OptionError",
    "OutputError",
    "PageTooLargeError",
    "PathError",
    "PatternTimeoutError",
]


class NewsExtractError(Exception):
    """Root of the tree.

    Args:
        what: what was wrong, one sentence.
        where: the file, offset, option or line it was found at.
        todo: what the user can do about it.
    """

    #: A stable word for logs and tables; subclasses set their own.
    code = "error"

    def __init__(self, what: str, *, where: str | None = None, todo: str | None = None) -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(what, where, todo)

    def __str__(self) -> str:
        """Render as one line: where it was, what was wrong, what to do."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} ({self.todo})" if self.todo else head

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with all three parts, so that an error crosses from a worker process whole."""
        return (_rebuild, (type(self), self.what, self.where, self.todo))


def _rebuild(kind: type[NewsExtractError], what: str, where: str | None, todo: str | None) -> NewsExtractError:
    return kind(what, where=where, todo=todo)


class InputError(NewsExtractError):
    """Something about the input: its bytes, its path, its size."""

    code = "input"


class DecodingError(InputError):
    """The bytes fit no encoding of the ladder; ``where`` holds the byte offset at which the best one broke."""

    code = "decoding"


class BinaryFileError(InputError):
    """The file holds no text (NUL bytes, an image, an archive)."""

    code = "binary"


class PathError(InputError):
    """A path is missing, unreadable, or neither a file nor a folder."""

    code = "path"


class PageTooLargeError(InputError):
    """A page is over the limit of size that was set."""

    code = "too_large"


class OptionError(NewsExtractError):
    """An option or configuration key has a value that cannot be used."""

    code = "option"


class LexiconError(OptionError):
    """A lexicon is missing or one of its rows is not valid; ``where`` holds the file and the line."""

    code = "lexicon"


class ExtractionError(NewsExtractError):
    """A step of the flow failed on a page."""

    code = "extraction"


class PatternTimeoutError(ExtractionError):
    """A pattern ran over its time on a page; the page is left out rather than the worker hung."""

    code = "timeout"


class OutputError(NewsExtractError):
    """What came out could not be written to its target."""

    code = "output"


class DatabaseError(OutputError):
    """The database refused, or went away for longer than the retries allow."""

    code = "database"
