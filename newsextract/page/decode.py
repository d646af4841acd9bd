"""Bytes → page text: a strict ladder of encodings, strictest first.

A byte order mark decides. Without one UTF-8 is tried, which hardly ever decodes other bytes by chance; then GB18030 and
Big5, which decode almost anything, so that the text must read as Chinese; then what charset-normalizer makes of the bytes.
UTF-16 is taken only with its mark: GB bytes "decode" as UTF-16 too.
"""

from __future__ import annotations

import codecs
import functools
from dataclasses import dataclass

from newsextract.errors import BinaryFileError, DecodingError, OptionError
from newsextract.lexicon.load import read_rows

__all__ = ["Decoded", "decode"]

#: Byte order marks, longest first: that of UTF-32 little-endian begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
#: The first bytes of file kinds that are often met in folders of pages and are no text.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
#: How many of the decoded characters are looked at to judge whether a reading is Chinese.
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page: its text without byte order mark, and the name of the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, *, encoding: str | None = None, where: str | None = None) -> Decoded:
    """Decode the bytes of a page.

    Args:
        data: the file's bytes.
        encoding: a codec's name where the caller knows it; nothing else is then tried.
        where: the path, for the message of an error.

    Raises:
        DecodingError: no encoding fits; the byte offset at which the last candidate broke is in the message.
        BinaryFileError: the bytes are those of an image, an archive, or hold NULs.
        OptionError: no codec of that name.

    >>> decode("烟台".encode("gb18030"))
    Decoded(text='烟台', encoding='gb18030')
    >>> decode("\ufeff煙臺".encode("utf-16"))
    Decoded(text='煙臺', encoding='utf-16')
    """
    if encoding is not None:
        return _decode_as(data, encoding, where)
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, codec, where), name)
    _refuse_binary(data, where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error
    readings = []
    for name in ("gb18030", "big5"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError as error:
            # A file that is UTF-8 but for one bad byte decodes as neither; its offset is the one to name.
            broken = max(broken, error, key=lambda e: e.start)
        else:
            readings.append((_chineseness(text), name, text))
    # Ties go to the earlier codec: GB18030 is what mainland papers' files are in.
    best = max(readings, key=lambda r: r[0], default=None)
    if best is not None and best[0] >= 0.5:
        return Decoded(best[2], best[1])
    guess = _guess(data)
    if guess is not None:
        return guess
    raise DecodingError(
        f"byte {broken.start} (0x{data[broken.start]:02x}) fits none of UTF-8, GB18030, Big5, UTF-16 with mark",
        where=where,
        todo="name the encoding with encoding=… or --encoding, or repair the file",
    )


def _decode_as(data: bytes, encoding: str, where: str | None) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
    except LookupError as error:
        raise OptionError(
            f"no encoding is called {encoding!r}", where="encoding", todo="try gb18030, big5 or utf-8"
        ) from error
    return Decoded(_strictly(data, name, where), name)


def _strictly(data: bytes, codec: str, where: str | None) -> str:
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise DecodingError(
            f"byte {error.start} (0x{data[error.start]:02x}) is not valid {codec}",
            where=where,
            todo="name another encoding with encoding=… or --encoding, or repair the file",
        ) from error


def _refuse_binary(data: bytes, where: str | None) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryFileError(
                f"this is {kind}, not a text file", where=where, todo="run OCR or extract its text first"
            )
    at = data.find(b"\x00")
    if at >= 0:
        raise BinaryFileError(
            f"byte {at} is NUL: a binary file, or UTF-16 without a mark",
            where=where,
            todo="leave it out, or name its encoding with encoding=… or --encoding",
        )


def _chineseness(text: str) -> float:
    """Share of the characters outside ASCII that are usual in Chinese text, by the frequent characters lexicon."""
    frequent = _frequent()
    foreign = [c for c in text[:_SAMPLE] if c > "\x7f"]
    return sum(c in frequent for c in foreign) / len(foreign) if foreign else 1.0


@functools.cache
def _frequent() -> frozenset[str]:
    return frozenset(row["character"] for row in read_rows("frequent_characters"))


def _guess(data: bytes) -> Decoded | None:
    """Ask charset-normalizer; its answer counts only if it reads as Chinese."""
    from charset_normalizer import from_bytes

    match = from_bytes(data[: 4 * _SAMPLE]).best()
    if match is None or _chineseness(str(match)) < 0.5:
        return None
    try:
        return Decoded(data.decode(match.encoding), match.encoding)
    except UnicodeDecodeError:
        return None
