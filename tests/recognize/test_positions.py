"""Roles count where somebody holds them."""

import pytest
from markup import check

from newsextract.recognize.positions.nouns import find_nouns


@pytest.mark.parametrize(
    "marked",
    [
        # rank prefixes inside, bodies and places outside
        "白河市[副市长|POSITION]钱立群主持会议。",
        "市水务局[党组书记|POSITION]、[局长|POSITION]莫川出席。",
        "[四级调研员|POSITION]孟小雨、[总工程师|POSITION]康宁、[常务副部长|POSITION]柳成荫参加。",
        "公司[董事长助理|POSITION]殷实说。",
        "[外籍院士|POSITION]、[教授|POSITION]顾秉成作报告。",
        "该局[新闻发言人|POSITION]裴若男介绍。",
        # behind the name
        "钱立群[市长|POSITION]看望了大家。",
        "莫川（市水务局[局长|POSITION]）参加。",
        "任命柳成荫为市审计局[局长|POSITION]；免去康百川的市审计局[副局长|POSITION]职务。",
        "孟小雨当选[会长|POSITION]，康宁任[副会长|POSITION]、[秘书长|POSITION]。",
        # member lists
        "[组长|POSITION]：钱立群\n[副组长|POSITION]：莫川\n[成员|POSITION]：孟小雨",
        # attributed speakers
        "市水务局有关[负责人|POSITION]表示，供水已经恢复。",
        "公司[负责人|POSITION]高兴地说。",
    ],
)
def test_positions(marked: str) -> None:
    check(marked, ("POSITION",))


@pytest.mark.parametrize(
    "plain",
    [
        "各级负责人要靠前指挥。",
        "教授、研究员和工程师受聘为科技副校长。",
        "各县县长、市直部门局长参加会议。",
        "与企业负责人亲切交流。",
        "记者乔叶 通讯员毕大维",
        "歌手殷小茹演唱。",
        "召开主任会议，书记处讨论，代表团抵达。",
    ],
)
def test_roles_without_holder(plain: str) -> None:
    check(plain, ("POSITION",))


def test_nouns_take_their_prefixes() -> None:
    text = "党组成员、常务副秘书长、主任医师、驻村第一书记、参赞衔副代表"
    assert [text[n.start : n.end] for n in find_nouns(text)] == text.split("、")


def test_a_role_cuts_the_division_that_ran_into_it() -> None:
    check("安远[县长|POSITION]钱立群陪同。", ("POSITION",))
