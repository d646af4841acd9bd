"""Which division a page calls its own: by its masthead, by what it speaks of most; else unknown."""

import pytest

from newsextract.frame import frame_page
from newsextract.frame.region import infer_region
from newsextract.page.analyse import analyse
from newsextract.page.layout import BlockDraft, Layout
from newsextract.page.text import CleanText


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("洛阳市委召开会议。洛阳今年新增企业5家，涧西区新增2家，居我市第一。", "410300"),
        ("我省外贸增长。四川出口增长，成都、绵阳、四川泸州均有提高，全省经济向好。", "510000"),
        ("朝阳区委常委会召开。北京市朝阳区新增企业5家，我区今年目标不变，朝阳区政府与北京联通签约。", "110105"),
    ],
)
def test_most_of_the_places_of_a_page_lie_in_its_region(text: str, code: str) -> None:
    assert infer_region(analyse(text)) == (code, "inferred")


@pytest.mark.parametrize("text", ["", "今年新增企业5家。", "会议在南昌召开，南昌、长沙、武汉、合肥四市参加。"])
def test_a_page_that_speaks_of_many_places_or_none_has_no_region(text: str) -> None:
    assert infer_region(analyse(text)) == (None, "unknown")


def test_the_masthead_comes_before_what_the_page_speaks_of() -> None:
    masthead, body = "洛阳日报 3版", "开封市开封市开封市。"
    page = f"{masthead}\n\n{body}"
    layout = Layout(page)
    layout.blocks.append(BlockDraft(0, 7, "furniture", CleanText(masthead, tuple(range(7)))))
    layout.blocks.append(BlockDraft(9, 19, "body", CleanText(body, tuple(range(9, 19)))))
    assert infer_region(layout) == ("410300", "masthead")
    assert frame_page(layout, region="370600").region_basis == "given"
