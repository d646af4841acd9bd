"""Which blanks go and which stay, and that offsets are carried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.page.clean import clean_text


def clean(text, mode="prose"):
    return clean_text(text, 0, len(text), mode).text


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("全市春耕备\n耕会议召开", "全市春耕备耕会议召开"),
        ("贯 彻 落 实 会 议 精 神 ，\n抓好春耕", "贯彻落实会议精神，抓好春耕"),
        ("投资1 6亿元，收入36 000元，增长5.\n9%", "投资16亿元，收入36000元，增长5.9%"),
        ("任命李 飞为局长；任命陈 旭（女）为处长", "任命李飞为局长；任命陈旭（女）为处长"),
        ("操作系统换成了Red Hat Linux，\n装在BMW\ni5上", "操作系统换成了Red Hat Linux，装在BMW i5上"),
        ("本报讯 4月2日，某市", "本报讯 4月2日，某市"),
        ("本报讯(记者 王小明 通讯员 李\n兰)4月2日", "本报讯(记者 王小明 通讯员 李兰)4月2日"),
        ("本报讯(记者 刘 鹏 何敏)4月2日", "本报讯(记者 刘鹏 何敏)4月2日"),
        ("举办“青山碧水行动 共建美好家园”活动", "举办“青山碧水行动 共建美好家园”活动"),
        ("第三条 本办法所称绿地", "第三条 本办法所称绿地"),
        ("于2023 06 18签订", "于2023 06 18签订"),
        ("发布于2023-06-18 09:30，共1 6条", "发布于2023-06-18 09:30，共16条"),
    ],
)
def test_running_text(printed, wanted):
    assert clean(printed) == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("抢抓时机谋发展 真抓实干开新局", "抢抓时机谋发展 真抓实干开新局"),
        ("# 春 耕 全 面 展 开", "春耕全面展开"),
        ("外资加码投资\n共享市场机遇", "外资加码投资 共享市场机遇"),
        ("某省人民政府关于印发\n绿化办法的通知", "某省人民政府关于印发绿化办法的通知"),
        ("某市经济保持稳定恢复态\n势", "某市经济保持稳定恢复态势"),
        ("表1 2022年产量", "表1 2022年产量"),
    ],
)
def test_headings(printed, wanted):
    assert clean(printed, "heading") == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("□本报记者 白云 周 岚", "□本报记者 白云 周岚"),
        ("记者 郑欣 文/图", "记者 郑欣 文/图"),
        ("组 长：周  明  县长\n成 员：李娜 局长", "组长：周明 县长\n成员：李娜 局长"),
        ("签订日期：2023 年 6 月 18 日", "签订日期：2023年6月18日"),
        ("二〇二三年 六月 十八日", "二〇二三年六月十八日"),
        ("2 0 2 3 年 6 月 1 8 日", "2023年6月18日"),
        ("年份 2022年 2023年\n产量 12 14", "年份 2022年 2023年\n产量 12 14"),
        ("甲镇 1月 2月 3月", "甲镇 1月 2月 3月"),
        ("粮食 312.4 2.1\n蔬菜 88.6 -1.3", "粮食 312.4 2.1\n蔬菜 88.6 -1.3"),
    ],
)
def test_lines(printed, wanted):
    assert clean(printed, "lines") == wanted


@given(
    st.text("市长1 2\n，。“”（记者）A b　", min_size=1).map(str.strip).filter(bool),
    st.sampled_from(["prose", "heading", "lines"]),
)
def test_offsets_lead_back(page, mode):
    made = clean_text(page, 0, len(page), mode)
    assert list(made.offsets) == sorted(set(made.offsets))
    for char, at in zip(made.text, made.offsets, strict=True):
        assert page[at] == char or (page[at].isspace() and char in " \n")


@given(st.text("市长12\n ，。“”（记者）", min_size=1).map(str.strip).filter(bool))
def test_no_character_is_lost(page):
    assert "".join(clean(page).split()) == "".join(page.split())
