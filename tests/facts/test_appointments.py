"""Who holds which post where."""

import pytest
from markup import read

from newsextract import extract


def held(text: str, region: str | None = None) -> list[tuple[str, str, str | None, str | None]]:
    facts = [f for f in read(text, region=region)._.facts if f["kind"] == "appointment"]
    return [(f["person"], f["position"], f["organization"], f["action"]) for f in facts]


def test_one_fact_for_each_post_of_a_person() -> None:
    assert held("烟台市水利局党组书记、局长莫雅川参加。") == [
        ("莫雅川", "党组书记", "烟台市水利局", None),
        ("莫雅川", "局长", "烟台市水利局", None),
    ]


def test_heads_of_divisions_belong_to_the_division() -> None:
    assert held("威海市委常委、副市长孟立川调研。") == [
        ("孟立川", "常委", "威海市委", None),
        ("孟立川", "副市长", "威海市", None),
    ]
    assert held("副市长孟立川调研。", region="371000") == [("孟立川", "副市长", "威海市", None)]


def test_what_the_page_does_not_say_is_not_guessed() -> None:
    assert held("副市长孟立川调研。") == []


@pytest.mark.parametrize(("verb", "action"), [("任命{}为{}", "appointed"), ("免去{}的{}职务", "removed")])
def test_given_and_taken(verb: str, action: str) -> None:
    found = held(verb.format("柳成荫、康百川", "商务部副部长") + "。")
    assert found == [("柳成荫", "副部长", "商务部", action), ("康百川", "副部长", "商务部", action)]


def test_member_lists() -> None:
    found = held(
        "威海市防汛工作领导小组成员名单\n组长：孟立川 市委副书记、市长\n成员：莫雅琴 市水利局局长\n钱立群 市财政局局长",
        region="371000",
    )
    group = "威海市防汛工作领导小组"
    assert ("孟立川", "组长", group, None) in found
    assert ("孟立川", "市长", "威海市", None) in found
    assert ("钱立群", "成员", group, None) in found
    assert ("莫雅琴", "局长", "威海市水利局", None) in found


def test_a_list_of_names_shares_the_role_said_of_all() -> None:
    found = held("财政部副部长钱立群和商务部副部长孟立川担任大会共同主席。")
    assert ("钱立群", "副部长", "财政部", None) in found
    assert ("孟立川", "副部长", "商务部", None) in found


def test_envoys_belong_to_who_sends_them() -> None:
    assert held("法国新任驻埃及大使安娜·瓦伦蒂娜抵达。") == [("安娜·瓦伦蒂娜", "大使", "法国", None)]


def test_speakers_without_a_name_hold_nothing() -> None:
    assert held("钱立群和烟台市水利局有关负责人表示，供水恢复。") == []


def test_every_field_leads_back_to_its_words() -> None:
    doc = read("烟台市水利局局长莫雅川参加。")
    (fact,) = [f for f in doc._.facts if f["kind"] == "appointment"]
    words = {field: "".join(doc.text[s:e] for s, e in places) for field, places in fact["spans"].items()}
    assert words == {"person": "莫雅川", "position": "局长", "organization": "烟台市水利局"}


def test_repeated_articles_say_nothing_again() -> None:
    doc = read("")
    assert doc._.facts == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the only firm that the article has named, the school and the works called by their kind
        (
            "广西柳汇铸件科技有限公司获得贷款1500万元。公司财务总监覃玉婷说，利率不高。",
            ("覃玉婷", "财务总监", "广西柳汇铸件科技有限公司"),
        ),
        ("鞍山市第三轴承厂去年打开销路。厂长裴国梁说：“我们不靠贷款。”", ("裴国梁", "厂长", "鞍山市第三轴承厂")),
        # of two, the one that something is told of, the place where it is before its name
        (
            "游仙区的绵阳恒越精密机械有限公司向四川星澜光电科技股份有限公司供货。总经理冉启胜说，去年很好。",
            ("冉启胜", "总经理", "绵阳恒越精密机械有限公司"),
        ),
        # a second name in brackets
        (
            "柳州市市场监督管理局（柳州市知识产权局）副局长吴海澜介绍了情况。",
            ("吴海澜", "副局长", "柳州市市场监督管理局"),
        ),
    ],
)
def test_the_body_of_an_office_that_one_kind_of_body_has(text: str, expected: tuple[str, str, str]) -> None:
    assert [fact[:3] for fact in held(text)] == [expected]


def test_an_office_whose_body_might_be_either_of_two_has_none() -> None:
    text = "记者走访了宜昌远安机械有限公司和宜昌长阳电子有限公司。董事长林佳说，去年很好。"
    assert held(text) == []


def test_a_row_whose_role_was_not_read_does_not_take_its_neighbours() -> None:
    text = "成  员：邢志远    市教育局副局长\n        于洪福    市水利局副局长\n        冷 冰 洁    市卫生局纪检\n                    组长\n"
    assert ("冷冰洁", "副局长") not in [fact[:2] for fact in held(text)]


def test_the_body_printed_with_a_name_settles_its_post_elsewhere():
    page = extract("莱阳市长张为民答复来信\n\n本报讯 张为民昨天答复了来信。市长张为民说，路月底修好。", region="370600")
    facts = [f for f in page.facts if f.kind == "appointment"]
    assert {f.organization for f in facts} <= {"莱阳", "莱阳市"}
