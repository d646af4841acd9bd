"""One page through every step of the flow."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsextract._version import __version__
from newsextract.assemble import assemble
from newsextract.errors import OptionError, PathError
from newsextract.frame import frame_page
from newsextract.lexicon import lexicon_hash
from newsextract.model.ids import page_id
from newsextract.model.page import ExtractorInfo, Page, Source
from newsextract.page.analyse import analyse
from newsextract.page.decode import decode
from newsextract.pipeline import MAX_DOC, shared_nlp
from newsextract.reading import read

__all__ = ["Extractor", "extract", "extract_file", "extract_folder"]


class Extractor:
    """Turns pages into structured data. Build it once and use it for many pages.

    Args:
        published: date of publication for pages that do not come with their own.
        region: GB/T 2260 code of the division that 我市 or 我省 means on the pages.
        encoding: codec of the files; found out page by page where it is None.

    Raises:
        OptionError: an option has a value that cannot be used.

    >>> page = Extractor().extract("本报讯 投资3亿元。")
    >>> page.status
    'ok'
    """

    def __init__(
        self, *, published: dt.date | None = None, region: str | None = None, encoding: str | None = None
    ) -> None:
        if region is not None and not (len(region) == 6 and region.isascii() and region.isdigit()):
            raise OptionError(f"region {region!r} is no six-digit code", where="region", todo="give one like 370600")
        self.published, self.region, self.encoding = published, region, encoding

    @functools.cached_property
    def info(self) -> ExtractorInfo:
        """What a page says about its making: version, lexicons, options."""
        options = {"published": str(self.published), "region": self.region, "encoding": self.encoding}
        digest = hashlib.blake2b(json.dumps(options, sort_keys=True).encode(), digest_size=8).hexdigest()
        return ExtractorInfo(version=__version__, lexicons=lexicon_hash(), options=digest)

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
            text: the page; offsets of what comes out are code points of this very string.
            published, region: what is known of this page, before the extractor's own.
            source: where it came from; its path's name is read for a date.
            identity: the page's id; made from its text where it is None.

        Raises:
            ExtractionError: a step failed.
        """
        source = source or Source(sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
        source = source.model_copy(update={"characters": len(text)})
        layout = analyse(text)
        frame = frame_page(
            layout,
            published=published or self.published,
            region=region or self.region,
            name=Path(source.path).name if source.path else None,
        )
        nlp = shared_nlp()
        readings = list(read(layout, frame, nlp, limit=MAX_DOC))
        for reading in readings:
            reading.doc = nlp(reading.doc)
        return assemble(
            identity=identity or page_id(text=text),
            layout=layout,
            frame=frame,
            readings=readings,
            extractor=self.info,
            source=source,
            warnings=[] if layout.blocks else ["the page holds no text"],
        )

    def extract_file(self, path: str | Path, *, root: str | Path | None = None, **known: Any) -> Page:
        """Extract the page in one file.

        Args:
            path: the file.
            root: the input folder; the page's id comes from the path below it.
            **known: ``published`` and ``region`` as for ``extract``.

        Raises:
            PathError: no such file, or it cannot be read.
            DecodingError: its bytes are in no known encoding.
        """
        path = Path(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise PathError(error.strerror or "cannot be read", where=str(path), todo="check the path") from error
        decoded = decode(data, encoding=self.encoding, where=str(path))
        below = path.relative_to(root).as_posix() if root else path.name
        source = Source(path=below, sha256=hashlib.sha256(data).hexdigest(), encoding=decoded.encoding)
        return self.extract(decoded.text, source=source, identity=page_id(path=below), **known)

    def extract_folder(self, path: str | Path, *, pattern: str = "*.txt") -> Iterator[Page]:
        """Extract every page below a folder, in the order of their paths.

        Raises:
            PathError: no such folder.
        """
        root = Path(path)
        if not root.is_dir():
            raise PathError("no such folder", where=str(root), todo="check the path")
        for file in sorted(root.rglob(pattern)):
            if file.is_file():
                yield self.extract_file(file, root=root)


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
