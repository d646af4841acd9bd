"""A page in the terminal."""

import datetime as dt
import io

import pytest
from rich.console import Console

from newsextract import Page, extract
from newsextract.show import fact_row, render, value_in_words

TEXT = (
    "水库开工\n\n济南市市长顾清源1月5日上午宣布，水库投资约3亿元，同比增长5.2%，工期3天，惠及500人。[b]不是标记[/b]\n"
)


def printed(page: Page, *, colour: bool = False) -> str:
    out = io.StringIO()
    Console(file=out, width=300, force_terminal=colour, color_system="standard" if colour else None).print(render(page))
    return out.getvalue()


@pytest.fixture(scope="module")
def page() -> Page:
    return extract(TEXT, published=dt.date(2024, 1, 6))


def test_values_stand_behind_their_words(page: Page) -> None:
    shown = printed(page)
    assert "3亿元‹≈ 300,000,000 CNY›" in shown
    assert "1月5日上午‹2024-01-05 morning›" in shown
    assert "3天‹P3D›" in shown


def test_a_value_that_says_the_text_again_is_left_out(page: Page) -> None:
    assert "500人‹" not in printed(page)


def test_facts_are_tables(page: Page) -> None:
    shown = printed(page)
    assert "appointment" in shown
    assert "顾清源" in shown.split("appointment")[1]


def test_text_of_a_page_is_no_markup_of_rich(page: Page) -> None:
    assert "[b]不是标记[/b]" in printed(page)


def test_colours_only_where_the_console_has_them(page: Page) -> None:
    assert "\x1b[" in printed(page, colour=True)
    assert "\x1b[" not in printed(page)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("投资3至5亿元", "300,000,000–500,000,000 CNY"),
        ("比例为1:1.2", "1 : 1.2"),
        ("提高3个百分点", "3 pp"),
        ("居全省第3位", "no. 3"),
        ("近日，", ""),
        ("不少于12.5%", "≥ 12.5 %"),
    ],
)
def test_values_in_words(text: str, words: str) -> None:
    assert words in [value_in_words(m.value) for m in extract(f"本报讯 {text}。").mentions]


def test_every_fact_has_a_row(page: Page) -> None:
    for fact in page.facts:
        assert any(fact_row(fact).values())
