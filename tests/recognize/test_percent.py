"""Percentages, shares and percentage points."""

import pytest
from markup import check

from newsextract import parse_percent

TYPES = ("PERCENT",)


@pytest.mark.parametrize(
    "marked",
    [
        "增长[24.7%|PERCENT low=24.7 high=24.7 unit=% bound=exact]",
        "增长[１０％|PERCENT low=10]",
        "下降[-3.2%|PERCENT low=-3.2]",
        "占[百分之二十|PERCENT low=20]",
        "占[百分之5到百分之10|PERCENT low=5 high=10]",
        "[千分之三|PERCENT low=0.3]的税率",
        "[万分之五|PERCENT low=0.05]",
        "坡度[5‰|PERCENT low=0.5]",
        "超[六成|PERCENT low=60 bound=min]",
        "[五到七成|PERCENT low=50 high=70]",
        "[三成半|PERCENT low=35]",
        "增产[两成多|PERCENT low=20 high=20 bound=approx]，[三成|PERCENT]多个体户受益",
        "占[百分之一 点五|PERCENT low=1.5]，增长[百分之五|PERCENT low=5]",
        "多赚[一成二|PERCENT low=12]，",
        "打[八五折|PERCENT low=85]",
        "提高[3.3个百分点|PERCENT low=3.3 unit=pp]",
        "提高[两个多百分点|PERCENT low=2 unit=pp]",
        "回落[0.5-1.5个百分点|PERCENT low=0.5 high=1.5 unit=pp]",
        "占比[10%~30%|PERCENT low=10 high=30]",
        "从[16%|PERCENT]增至[14%|PERCENT bound=approx]左右",
        "分别增长[5.1|PERCENT low=5.1 unit=pp]、[3.2|PERCENT unit=pp]和[2.6个百分点|PERCENT]",
        "约占全部贷款的[20%|PERCENT bound=approx]",
        "限额由[40％|PERCENT bound=max]一律下调为[30％|PERCENT bound=max]",
        "不低于总数的[40%|PERCENT bound=min]",
    ],
)
def test_shares(marked: str) -> None:
    check(marked, TYPES, "newsextract_figures")


@pytest.mark.parametrize(
    "text",
    [
        "翻一番",
        "三分之二",
        "五百分之2.2",
        "三成员单位",
        "两折页",
        "网址 /search?q=30%25%2020%",
        "十折",
        "八成功率",
        "十分努力",
    ],
)
def test_no_share(text: str) -> None:
    check(text, TYPES, "newsextract_figures")


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [("百 分 之 一 百二 十点 五", "120.5", "%"), ("打对折", "50", "%"), ("1,075个百分点", "1075", "pp")],
)
def test_parse_percent(text: str, low: str, unit: str) -> None:
    value = parse_percent(text)
    assert value is not None
    assert (value.model_dump(mode="json")["low"], value.unit) == (low, unit)


@pytest.mark.parametrize("text", ["", "20", "5%和6%", "增长了很多", "3亿元"])
def test_not_one_share(text: str) -> None:
    assert parse_percent(text) is None
