"""Divisions with their codes, chains, zones, villages, streets, venues; what only looks like a place."""

import pytest
from markup import check

DIVISIONS = [
    "[湖州市|PLACE code=330500]与[浙江省|PLACE code=330000]同步推进，[湖州|PLACE code=330500]企业增多。",
    "来自[四川达州|PLACE code=511700]和[河南省洛阳市|PLACE code=410300]的客商。",
    "[福建省福州市鼓楼区|PLACE code=350102]的居民。",
    "[江苏省南京市鼓楼区|PLACE code=320106]的居民。",
    "[恩施州|PLACE code=422800]、[凉山州|PLACE code=513400]群众。",
    "[北京|PLACE code=110000]、[天津滨海新区|PLACE code=120116]和[京津冀|PLACE code=-]协同。",
    "[德清县乾元镇|PLACE code=-]的[德清|PLACE code=330521]农民。",
    "从[日本|PLACE code=-]到[德国|PLACE code=-]，从[巴黎|PLACE code=-]到[奥地利维也纳市|PLACE code=-]。",
]
SHAPES = [
    "在[湖州高新区|PLACE code=-]开工，[中国（浙江）自由贸易试验区|PLACE code=-]扩区。",
    "走出[湖州火车站|PLACE code=-]，来到[湖州奥体中心|PLACE code=-]。",
    "[安吉县余村|PLACE code=-]的竹林，[余村|PLACE code=-]的民宿。",
    "他住在[南京市中山路|PLACE code=-]。",
]
NONE = [
    "我市、全市、该区、省内都是指代，各市市场监管部门抓好落实。",
    "外地返乡人员要报备。",
    "坚持中国特色社会主义道路，推进中国式现代化，实现中国梦。",
    "农村公路和道路建设加快，集成电路产业壮大，老旧小区改造提速。",
    "当地时间上午，大会开幕；口岸通关便利，下海经商。",
]


@pytest.mark.parametrize("marked", DIVISIONS + SHAPES + NONE)
def test_places(marked: str) -> None:
    check(marked, ("PLACE",), "newsextract_places", "newsextract_organizations")


def test_the_region_settles_an_ambiguous_name() -> None:
    check("在[鼓楼区|PLACE code=350102]举行。", ("PLACE",), "newsextract_places", region="350100")
    check("在[鼓楼区|PLACE code=-]举行。", ("PLACE",), "newsextract_places")


def test_a_historical_name_has_the_code_of_its_time() -> None:
    check("[江津市|PLACE code=500381]农民增收。", ("PLACE",), "newsextract_places", published="2004-05-01")
