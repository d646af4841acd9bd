"""The extractor: options, and pages from strings, bytes, files and folders.

What reads pages is imported with the first page: spaCy and jieba take most of a second, and whoever asks for the status of a database, or
hands pages to worker processes, reads none.
"""

from __future__ import annotations

import codecs
import datetime as dt
import functools
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsextract import collector
from newsextract._version import __version__
from newsextract.errors import NewsExtractError, OptionError, PageTooLargeError, PathError
from newsextract.lexicon import lexicon_hash
from newsextract.lexicon.user import lexicon_digest, read_lexicon
from newsextract.model.ids import page_id
from newsextract.model.page import ExtractorInfo, Page, Source
from newsextract.page.decode import decode
from newsextract.paths import spell_path

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["MAX_PAGE_BYTES", "Extractor", "extract", "extract_file", "extract_folder", "read_page_file"]

#: Above any newspaper page; what is larger is a book, a log or an accident.
MAX_PAGE_BYTES = 16_000_000
_SURROGATE = re.compile("[\ud800-\udfff]")


class Extractor:
    """Turns pages into structured data. Build it once and use it for many pages.

    Args:
        published: date of publication for pages that do not come with their own.
        region: GB/T 2260 code of the division that 我市 or 我省 means on the pages.
        encoding: codec of the files; found out page by page where it is None.
        lexicons: paths of lexicons of one's own, which win over the built-in ones (``newsextract.lexicon.user``).
        recognizers: names of spaCy components of one's own, which run beside the built-in recognisers.

    Raises:
        OptionError: an option has a value that cannot be used.
        LexiconError: a lexicon cannot be read, or a row of it is not valid.

    >>> page = Extractor().extract("本报讯 投资3亿元。")
    >>> page.status
    'ok'
    """

    def __init__(
        self,
        *,
        published: dt.date | None = None,
        region: str | None = None,
        encoding: str | None = None,
        lexicons: Sequence[str | Path] = (),
        recognizers: Sequence[str] = (),
    ) -> None:
        if region is not None and not (len(region) == 6 and region.isascii() and region.isdigit()):
            raise OptionError(f"region {region!r} is no six-digit code", where="region", todo="give one like 370600")
        if encoding is not None:
            try:
                codecs.lookup(encoding)
            except LookupError as error:
                raise OptionError(f"no codec {encoding!r}", where="encoding", todo="try gb18030 or big5") from error
        self.published, self.region, self.encoding = published, region, encoding
        self.lexicons, self.recognizers = tuple(str(Path(p).resolve()) for p in lexicons), tuple(recognizers)
        for path in self.lexicons:
            read_lexicon(path)
        self._digest = lexicon_digest(self.lexicons) if lexicons else ""
        if self.recognizers:
            self._nlp()  # what cannot be added is told now, not page by page

    @functools.cached_property
    def info(self) -> ExtractorInfo:
        """What a page says about its making: version, lexicons, options."""
        options = {"published": str(self.published), "region": self.region, "encoding": self.encoding}
        if self.recognizers:
            options["recognizers"] = ",".join(self.recognizers)
        digest = hashlib.blake2b(json.dumps(options, sort_keys=True).encode(), digest_size=8).hexdigest()
        lexicons = lexicon_hash()
        if self._digest:
            lexicons = hashlib.blake2b(f"{lexicons}+{self._digest}".encode(), digest_size=8).hexdigest()
        return ExtractorInfo(version=__version__, lexicons=lexicons, options=digest)

    def _nlp(self) -> Language:
        from newsextract.pipeline import shared_nlp

        return shared_nlp(self.lexicons, self.recognizers, self._digest)

    def extract(
        self,
        text: str,
        *,
        published: dt.date | None = None,
        region: str | None = None,
        source: Source | None = None,
        identity: str | None = None,
    ) -> Page:
        """Extract one decoded page.

        Args:
            text: the page; offsets of what comes out are code points of this very string. Surrogates, which are no
                characters, are read as U+FFFD.
            published, region: what is known of this page, before the extractor's own.
            source: where it came from; its path's name is read for a date.
            identity: the page's id; made from its text where it is None.

        Raises:
            ExtractionError: a step failed.
        """
        from newsextract.flow import run_flow

        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            # Halves of a character, which no file can hold: they come from careless decoding.
            text = _SURROGATE.sub("\ufffd", text)
        source = source or Source(sha256=hashlib.sha256(text.encode("utf-8")).hexdigest())
        with collector.paused():
            return run_flow(
                text,
                identity=identity or page_id(text=text),
                source=source.model_copy(update={"characters": len(text)}),
                published=published or self.published,
                region=region or self.region,
                nlp=self._nlp(),
                extractor=self.info,
            )

    def warm_up(self) -> None:
        """Load all that the first page would have to wait for."""
        self.extract("本报讯")

    def extract_bytes(
        self,
        data: bytes,
        *,
        source: Source | None = None,
        identity: str | None = None,
        published: dt.date | None = None,
        region: str | None = None,
    ) -> Page:
        """Extract the page that some bytes hold.

        Args:
            data: the bytes of a file.
            source: where they came from.
            identity: the page's id; made from the source's path, else from the text, where it is None.
            published, region: what is known of this page, before the extractor's own.

        Raises:
            DecodingError: the bytes are in no known encoding.
            BinaryFileError: they are no text.

        >>> Extractor().extract_bytes("本报讯".encode("gb18030")).source.encoding
        'gb18030'
        """
        source = source or Source()
        decoded = decode(data, encoding=self.encoding, where=source.path)
        digest = hashlib.sha256(data).hexdigest()
        return self.extract(
            decoded.text,
            published=published,
            region=region,
            source=source.model_copy(update={"sha256": digest, "encoding": decoded.encoding}),
            identity=identity or (page_id(path=source.path) if source.path else None),
        )

    def extract_file(self, path: str | Path, *, root: str | Path | None = None, **known: Any) -> Page:
        """Extract the page in one file.

        Args:
            path: the file.
            root: the input folder; the page's id comes from the path below it.
            **known: ``published`` and ``region`` as for ``extract``.

        Raises:
            PathError: no such file, or it cannot be read.
            PageTooLargeError: it is over ``MAX_PAGE_BYTES``.
            DecodingError: its bytes are in no known encoding.
            BinaryFileError: it is no text.
        """
        path = Path(path)
        below = path.relative_to(root).as_posix() if root else path.name
        return self.extract_bytes(read_page_file(path), source=Source(path=spell_path(below)), **known)

    def extract_folder(self, path: str | Path, *, pattern: str = "*.txt") -> Iterator[Page]:
        """Extract every page below a folder, in the order of their paths.

        A page that fails comes out with status ``failed`` and says why in its warnings; the others still go through.

        Raises:
            PathError: no such folder.
        """
        from newsextract.run.discover import discover

        root = Path(path)
        if not root.is_dir():
            raise PathError("no such folder", where=str(root), todo="check the path")
        for found in discover([root], [pattern]):
            try:
                yield self.extract_file(found.file, root=root)
            except NewsExtractError as error:
                yield self.failed(error, source=Source(path=spell_path(found.path)))

    def failed(self, error: NewsExtractError, *, source: Source, identity: str | None = None) -> Page:
        """Make the page that stands for one which failed: it holds nothing but why."""
        return Page(
            extractor=self.info,
            id=identity or page_id(path=source.path),
            status="failed",
            warnings=[f"{error.code}: {error}"],
            source=source,
        )


def read_page_file(path: Path, *, limit: int = MAX_PAGE_BYTES) -> bytes:
    """Read a page's file, whatever stands there.

    Raises:
        PathError: it is missing, unreadable, or no regular file.
        PageTooLargeError: it has more bytes than ``limit``.
    """
    try:
        # Opening a FIFO waits for a writer that may never come, unless told not to.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise PathError("this is no regular file", where=spell_path(str(path)), todo="name a file or a folder")
            data = file.read(limit + 1)
    except OSError as error:
        raise PathError(
            error.strerror or "cannot be read", where=spell_path(str(path)), todo="check the path"
        ) from error
    if len(data) > limit:
        raise PageTooLargeError(
            f"the file is over {limit} bytes",
            where=spell_path(str(path)),
            todo="split it into pages, or raise the limit",
        )
    return data


@functools.cache
def _default() -> Extractor:
    return Extractor()


def extract(text: str, *, published: dt.date | None = None, region: str | None = None) -> Page:
    """Extract one decoded page with the default options; see ``Extractor.extract``.

    >>> extract("").status
    'empty'
    """
    return _default().extract(text, published=published, region=region)


def extract_file(path: str | Path, *, published: dt.date | None = None, region: str | None = None) -> Page:
    """Extract the page in one file with the default options; see ``Extractor.extract_file``."""
    return _default().extract_file(path, published=published, region=region)


def extract_folder(path: str | Path, *, published: dt.date | None = None, region: str | None = None) -> Iterator[Page]:
    """Extract every page below a folder with the default options; see ``Extractor.extract_folder``."""
    return Extractor(published=published, region=region).extract_folder(path)
