"""Numerals of every writing, alone and in running text."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract import parse_number
from newsextract.recognize.numerals import read_numeral, scan


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18", 18),
        ("１，２６８", 1268),
        ("1,268.50万", 12685000),
        ("十八", 18),
        ("两千零四", 2004),
        ("一万五千亿", 1500000000000),
        ("廿三", 23),
        ("叁佰伍拾", 350),
        ("萬", 10000),
        ("3万4000", 34000),
        ("1亿3000万", 130000000),
        ("四点五", "4.5"),
        ("二〇二四", 2024),
        ("四百五", 450),
        ("两个亿", 200000000),
        ("三分之二", "0.66666666666666666667"),
        ("2又5分之1", "2.2"),
        ("负六点五", "-6.5"),
        ("3/4", "0.75"),
        ("三十打", 360),
    ],
)
def test_one_value(text: str, value: int | str) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.low == number.high == Decimal(value)
    assert number.bound == "exact"


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("十几", 10, 20, "approx"),
        ("二十几", 20, 30, "approx"),
        ("一百几十", 110, 200, "approx"),
        ("几十万", 100000, 1000000, "approx"),
        ("数千", 1000, 10000, "approx"),
        ("两三百", 200, 300, "approx"),
        ("十七八", 17, 18, "approx"),
        ("三五百", 300, 500, "approx"),
        ("300余", 300, 300, "approx"),
        ("三十一万多亿", 31 * 10**12, 31 * 10**12, "approx"),
        ("上千万", 10**7, 10**7, "min"),
    ],
)
def test_said_loosely(text: str, low: int, high: int, bound: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.low, number.high, number.bound) == (low, high, bound)


@pytest.mark.parametrize("text", ["", "陆地", "万万", "两两", "3亿元", "1/0", "一万零", "7" * 200, "百" * 200])
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(("text", "value"), [("3O亿元", 30 * 10**8), ("l0万元", 10**5), ("2O2l年", 2021)])
def test_confusions_of_ocr_are_read_and_marked(text: str, value: int) -> None:
    found = read_numeral(text)
    assert found is not None
    assert found[0].low == value
    assert found[0].repaired


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("60万千瓦", ["60万"]),  # the thousand belongs to the unit
        ("5l水", ["5"]),  # litres
        ("总人数千人", ["千"]),
        ("网上百家", ["百"]),
        ("五万两成本", ["五万", "两"]),  # the unit of weight
        ("500余额", ["500"]),
        ("3点20分", ["3", "20"]),
    ],
)
def test_where_a_numeral_ends(text: str, numerals: list[str]) -> None:
    assert [text[s:e] for s, e, _ in scan(text)] == numerals


@given(st.integers(min_value=0, max_value=10**15))
def test_arabic_spellings_agree(value: int) -> None:
    for spelling in (str(value), f"{value:,}", f"{value}.00"):
        number = parse_number(spelling)
        assert number is not None
        assert number.low == value


@given(st.text(alphabet="0123456789.,，OolI一二两三十百千万亿几数多余来点半上零个", max_size=60))
def test_any_run_is_read_once_from_left_to_right(text: str) -> None:
    at = 0
    for start, end, numeral in scan(text):
        assert at <= start < end <= len(text)
        assert numeral.low <= numeral.high
        at = end


def test_the_number_suite(shared: Path) -> None:
    rows = map(json.loads, (shared / "values" / "dev.jsonl").read_text(encoding="utf-8").splitlines())
    right = []
    for row in rows:
        if row["suite"] != "number":
            continue
        if not row["expect"]:
            right.append(parse_number(row["text"]) is None)
        for case in row["expect"]:
            text = case["surface"][:-1] if "measure word" in row.get("note", "") else case["surface"]
            number, value = parse_number(text), Decimal(case["value"]["value"])
            right.append(number is not None and abs(number.low - value) <= Decimal("1e-6") * max(1, abs(value)))
    assert sum(right) / len(right) >= 0.97
