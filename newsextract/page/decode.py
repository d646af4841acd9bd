"""Bytes → page text."""

from __future__ import annotations

from dataclasses import dataclass

from newsextract.errors import DecodingError

__all__ = ["Decoded", "decode"]


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
        DecodingError: no encoding fits; the byte offset is in the message.

    >>> decode("烟台".encode("gb18030"))
    Decoded(text='烟台', encoding='gb18030')
    """
    for name in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            return Decoded(data.decode(name).removeprefix("\ufeff"), name)
        except UnicodeDecodeError as error:
            last = error
    raise DecodingError(
        f"byte {last.start} fits no known encoding", where=where, todo="name it with --encoding"
    ) from last
