"""When a page was published: said by its name, its masthead, its imprint, or its articles; else unknown."""

import datetime as dt

import pytest

from newsextract.frame import frame_page
from newsextract.frame.published import date_in_name, imprinted_date, inferred_date, inferred_year
from newsextract.page.layout import ArticleDraft, BlockDraft, Layout
from newsextract.page.text import CleanText


def page(*blocks: tuple[str, str], kind: str = "news") -> Layout:
    """A layout of (role, text) blocks; all but furniture belong to one article."""
    text = "\n\n".join(t for _, t in blocks)
    layout = Layout(text)
    at = 0
    for role, t in blocks:
        article = None if role == "furniture" else 0
        layout.blocks.append(BlockDraft(at, at + len(t), role, CleanText(t, tuple(range(at, at + len(t)))), article))  # type: ignore[arg-type]
        at += len(t) + 2
    layout.articles = [ArticleDraft(order=[n for n, b in enumerate(layout.blocks) if b.article == 0], kind=kind)]  # type: ignore[arg-type]
    return layout


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-12-19_北山日报_A03.txt", dt.date(2023, 12, 19)),
        ("bsrb20231219-03.txt", dt.date(2023, 12, 19)),
        ("2023年12月19日.txt", dt.date(2023, 12, 19)),
        ("2023_12_19.txt", dt.date(2023, 12, 19)),
        ("20231319.txt", None),
        ("120231219.txt", None),
        ("2023-12-19_2023-12-20.txt", None),
        ("第7版.txt", None),
    ],
)
def test_the_name_of_the_file(name: str, day: dt.date | None) -> None:
    assert date_in_name(name) == day


@pytest.mark.parametrize(
    "line",
    [
        "3 要闻 2021年3月5日 星期五",
        "２０２１年３月５日",
        "二〇二一年三月五日",
        "2021.3.5 星期五 责编 沈一",
        "2021-03-05",
    ],
)
def test_a_masthead_dates_the_paper(line: str) -> None:
    layout = page(("furniture", line), ("body", "本报讯 2020年12月1日，某地开工。"))
    assert imprinted_date(layout) == dt.date(2021, 3, 5)


def test_two_mastheads_that_disagree_say_nothing() -> None:
    assert imprinted_date(page(("furniture", "2021年3月5日"), ("furniture", "2021年3月6日"), ("body", "文。"))) is None


def test_a_document_is_dated_by_its_printing_note_then_by_its_signature() -> None:
    signed = ("issue_date", "二〇二〇年十月十九日")
    printed = ("imprint", "某市人民政府办公室 2020年10月21日印发")
    assert imprinted_date(page(("body", "现印发给你们。"), signed, kind="document")) == dt.date(2020, 10, 19)
    assert imprinted_date(page(("body", "现印发给你们。"), signed, printed, kind="document")) == dt.date(2020, 10, 21)
    assert imprinted_date(page(("body", "现印发给你们。"), signed, kind="news")) is None


def test_yesterday_beside_a_date_ties_it_to_the_paper_and_today_does_not() -> None:
    body = "2024年1月全市新增企业9家。记者昨日（5月13日）获悉，工程开工。"
    assert inferred_date(page(("body", body))) == dt.date(2024, 5, 14)
    assert inferred_date(page(("body", "2024年4月新增9家。今天（5月14日）开工。"))) is None


def test_a_dateline_alone_does_not_say_when_the_paper_came_out() -> None:
    layout = page(("body", "本报讯 5月13日，2024年全市工作会议召开，总结2024年一季度工作。"))
    frame = frame_page(layout)
    assert (frame.published, frame.published_basis, frame.year) == (None, "unknown", 2024)


def test_years_to_come_are_no_evidence_of_the_year() -> None:
    assert inferred_year(page(("body", "力争到2030年建成，2021—2025年分两步。2019年开工，2020年2月投产。"))) == 2020
    assert inferred_year(page(("body", "昨天上午会议召开。"))) is None


def test_what_the_caller_knows_comes_first() -> None:
    layout = page(("furniture", "2021年3月5日"), ("body", "文。"))
    frame = frame_page(layout, published=dt.date(2021, 3, 6), name="20210304.txt")
    assert (frame.published, frame.published_basis) == (dt.date(2021, 3, 6), "given")
    assert frame_page(layout, name="20210304.txt").published_basis == "name"
    assert frame_page(layout).published_basis == "imprint"
