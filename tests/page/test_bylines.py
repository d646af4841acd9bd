"""Credits in all their forms."""

import pytest

from newsextract.page.bylines import caption_credit, lead_credit, parse_credit, tail_credit


@pytest.mark.parametrize(
    ("line", "reporters", "correspondents", "photographers"),
    [
        ("■ 本报记者 王小明", ["王小明"], [], []),
        ("□马 岚", ["马岚"], [], []),
        ("（李勤 温立）", ["李勤", "温立"], [], []),
        ("全媒体记者 王小明\n通讯员 李兰 摄影报道", ["王小明"], ["李兰"], ["王小明", "李兰"]),
        ("新华社记者 孙文 于涛/文 潘昱/摄", ["孙文", "于涛"], [], ["潘昱"]),
        ("本报记者 赵思/文 通讯员 裴新/摄", ["赵思"], ["裴新"], ["裴新"]),
        ("本报记者 高腾 通讯员 李慧摄", [], [], ["高腾", "李慧"]),
        ("文/王军 图/李勇", ["王军"], [], ["李勇"]),
        ("记者 郑欣 文/图", ["郑欣"], [], ["郑欣"]),
        ("记者 王军 通讯员 李明 张华 摄影：何平", ["王军"], ["李明", "张华"], ["何平"]),
        ("本报记者 包兴 见习记者 杨 洁", ["包兴", "杨洁"], [], []),
    ],
)
def test_a_line_of_its_own(line, reporters, correspondents, photographers):
    credit = parse_credit(line.replace("马 岚", "马岚").replace("杨 洁", "杨洁"))
    assert credit is not None
    assert (credit.reporters, credit.correspondents, credit.photographers) == (reporters, correspondents, photographers)


@pytest.mark.parametrize("line", ["人数众多", "（此件公开发布）", "(资料片)", "记者从市教育局获悉", "找 记者 上 热线"])
def test_no_credit(line):
    assert parse_credit(line) is None


@pytest.mark.parametrize(
    ("lead", "reporters", "correspondents"),
    [
        ("本报讯(记者 王小明 通讯员 李兰)4月2日", ["王小明"], ["李兰"]),
        ("新华社兰州3月12日电(冯静)记者从会议上了解到", ["冯静"], []),
        ("本报北京6月11日讯 记者费立伟报道:供货合同", ["费立伟"], []),
        ("某某经济报道记者 王海 南京报道 据海关通报", ["王海"], []),
        ("记者从海关了解到，今年前4个月", [], []),
    ],
)
def test_in_the_lead(lead, reporters, correspondents):
    credit = lead_credit(lead)
    assert (credit.reporters, credit.correspondents) == (reporters, correspondents)


def test_at_the_end():
    assert tail_credit("图书馆新馆开馆。（王芳）").reporters == ["王芳"]
    assert caption_credit("图为学生上课。(资料片) 本报记者 唐可 摄").photographers == ["唐可"]


def test_rare_surnames_dotted_names_and_wide_names_are_read_in_credits() -> None:
    credit = parse_credit("（记者 普建华 通讯员 罗 开 应）")
    assert credit is not None
    assert (credit.reporters, credit.correspondents) == (["普建华"], ["罗开应"])
    dotted = parse_credit("本报记者 阿依古丽·买买提 摄")
    assert dotted is not None
    assert dotted.photographers == ["阿依古丽·买买提"]
    wide = parse_credit("（邢玉海　曲　凡）")
    assert wide is not None
    assert wide.reporters == ["邢玉海", "曲凡"]
