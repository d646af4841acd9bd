"""Bytes in every encoding that pages come in, and bytes that are no page."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.errors import BinaryFileError, DecodingError, OptionError
from newsextract.page.decode import decode

SIMPLIFIED = "本报讯　北山市今年完成投资3亿元，同比增长5.2%。“双百”行动由市发展改革委牵头。\n"
TRADITIONAL = "本報訊　聯絡處今年完成投資3億元，同比增長。\n"


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "gb18030", "gb18030"),
        ("plain ASCII\r\n", "ascii", "utf-8"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_the_ladder_finds_the_encoding_and_says_which(text: str, codec: str, named: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, named)


def test_newlines_and_blanks_are_untouched() -> None:
    assert decode("甲\r\n\u3000乙\n".encode()).text == "甲\r\n\u3000乙\n"


def test_a_named_encoding_is_taken_and_nothing_else() -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), encoding="GBK").text == SIMPLIFIED
    with pytest.raises(DecodingError, match="byte 0"):
        decode(SIMPLIFIED.encode("gb18030"), encoding="utf-8")
    with pytest.raises(OptionError, match="no-such"):
        decode(b"", encoding="no-such")


def test_bytes_in_no_encoding_are_refused_with_the_offset_where_they_broke() -> None:
    data = (SIMPLIFIED * 3).encode() + b"\xff\xff\xff" + SIMPLIFIED.encode()
    with pytest.raises(DecodingError) as caught:
        decode(data, where="页/01.txt")
    assert "页/01.txt" in str(caught.value)
    assert "byte " in str(caught.value)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04abc", b"abc\x00def", "甲".encode("utf-16-le") + b"\x00"]
)
def test_binary_files_are_named_as_such(data: bytes) -> None:
    with pytest.raises(BinaryFileError):
        decode(data)


def test_errors_cross_process_borders_whole() -> None:
    with pytest.raises(BinaryFileError) as caught:
        decode(b"\x00", where="a.txt")
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert isinstance(again, BinaryFileError)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_error_of_our_own(data: bytes) -> None:
    try:
        decoded = decode(data)
    except (DecodingError, BinaryFileError):
        return
    assert not decoded.text.startswith("\ufeff\ufeff")
