"""Names of minorities without a dot, names printed apart, and what looks like either."""

from __future__ import annotations

import pytest

from newsextract import extract


def people(page: str) -> list[str]:
    return [m.text for m in extract(page).mentions if m.type == "PERSON"]


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("会议由副省长索朗央金主持。", ["索朗央金"]),
        ("任命：那顺同志任阿荣旗委副书记。", ["那顺"]),
        ("牧民巴根从草原上回来。", ["巴根"]),
        ("石桥旗公安局局长乌日娜表示，要查到底。", ["乌日娜"]),
        ("本报记者 扎西次仁 摄", ["扎西次仁"]),
        ("主任医师公保加会诊了两名患者。", ["公保加"]),
        ("天空乌云密布，游客从尼玛县、巴音镇返回。", []),
    ],
)
def test_names_of_elements(page: str, names: list[str]):
    assert people(page) == names


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("免去：\n洪 永 和的石桥县卫生局局长职务；\n崔 成 日的石桥县水利局局长职务。", ["洪永和", "崔成日"]),
        ("任命：\n鞠 红 为石桥县卫生局局长。", ["鞠红"]),
        ("任命：\n金 明 哲（朝鲜族）为石桥县卫生局局长。", ["金明哲"]),
        ("▲王 有 信出任石桥银行行长。", ["王有信"]),
    ],
)
def test_three_characters_apart_are_one_name(page: str, names: list[str]):
    assert people(page) == names
    assert not [m for m in extract(page).mentions if m.text == "朝鲜"]


def test_a_country_before_a_verb_is_no_transliterated_name():
    page = extract("几内亚、利比里亚、塞拉利昂新报告病例137例。")
    assert [(m.type, m.text) for m in page.mentions if m.type in ("PERSON", "PLACE")] == [
        ("PLACE", "几内亚"),
        ("PLACE", "利比里亚"),
        ("PLACE", "塞拉利昂"),
    ]


def test_familiar_names_behind_what_somebody_is():
    assert people("退休工人老邢一口气买了三袋米。") == ["老邢"]
    assert people("村民小组和教师小区都通了水。") == []


def test_names_behind_long_roles_and_in_notices():
    assert people("公司创始人兼首席执行官方启明道出缘由。") == ["方启明"]
    assert people("任命：李兰为莱州市审计局局长；罗建设为莱阳市审计局局长。") == ["李兰", "罗建设"]
    assert people("副局长诸葛明说，要办好。") == ["诸葛明"]


def test_surnames_of_no_list_where_somebody_acts_or_is_removed():
    assert people("市统计局局长渠志刚在会上说，去年增长。") == ["渠志刚"]
    assert people("副市长纳小雨到现场检查。") == ["纳小雨"]
    assert people("李兰任莱州市财政局局长；税勇任莱州市审计局副局长。") == ["李兰", "税勇"]
    assert people("免去先德胜的莱州市审计局副局长职务；免去幸远的莱阳市审计局副局长职务。") == ["先德胜", "幸远"]
