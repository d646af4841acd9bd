"""Who holds which post where."""

import pytest
from markup import read


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
