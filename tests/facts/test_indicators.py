"""What is measured, of whom, when, how much, how it changed and how it ranks. Names and figures are invented."""

import datetime as dt
from decimal import Decimal

import pytest

import newsextract
from newsextract.facts.indicators.naming import split_names, trim
from newsextract.facts.indicators.tables import rows_of
from newsextract.model import IndicatorFact


def read(text: str, region: str | None = "420500") -> list[IndicatorFact]:
    page = newsextract.extract(text, published=dt.date(2023, 6, 15), region=region)
    return [f for f in page.facts if isinstance(f, IndicatorFact)]


def said(fact: IndicatorFact) -> tuple[str, str, str]:
    return fact.indicator, "" if fact.value is None else f"{fact.value:f}", fact.unit or ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a level after its name, with a linking word or none
        ("全市每万人发明专利拥有量达到24.44件。", [("每万人发明专利拥有量", "24.44", "件")]),
        ("全市实现地区生产总值（GDP）1228亿元。", [("地区生产总值", "122800000000", "元")]),
        # what is counted stands behind the figure
        ("全市认定12家高价值专利培育中心。", [("高价值专利培育中心", "12", "家")]),
        ("计划引进200名能够突破关键技术的领军人才。", [("领军人才", "200", "名")]),
        # a list that shares its verb
        ("大赛产生金奖55个、银奖109个。", [("金奖", "55", "个"), ("银奖", "109", "个")]),
        # shares and pulls are named by their own words
        ("民营企业进出口占外贸总值的37.5%。", [("民营企业进出口占外贸总值", "37.5", "%")]),
        ("今年出口20亿元，占外贸总值的37.5%。", [("出口", "2000000000", "元"), ("占外贸总值", "37.5", "%")]),
        # where a figure came from and where it went
        ("负面清单条目由93项减至33项。", [("负面清单条目", "93", "项"), ("负面清单条目", "33", "项")]),
        ("第二产业拉动GDP增长0.1个百分点。", [("拉动GDP增长", "0.1", "pp")]),
        # an amount that says which projects are counted
        ("全市新招引过10亿元项目3个。", [("过10亿元项目", "3", "个")]),
    ],
)
def test_levels_are_named_by_what_is_measured(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [said(f) for f in read(text)] == expected


def test_a_change_belongs_to_the_level_before_it() -> None:
    (fact,) = read("前5个月，全市外贸进出口值328.4亿元，同比增长17.1%。")
    assert fact.change is not None
    assert (fact.change.kind, fact.change.value, fact.change.unit) == ("同比增长", Decimal("17.1"), "%")
    assert (fact.start, fact.end) == (dt.date(2023, 1, 1), dt.date(2023, 5, 31))


def test_changes_of_a_list_pair_with_its_levels_in_order() -> None:
    facts = read("全市出口、进口分别为20.4亿元和12.6亿元，同比分别增长18.6%和14.7%。")
    assert [(f.indicator, f.value, f.change and f.change.value) for f in facts] == [
        ("出口", Decimal(2040000000), Decimal("18.6")),
        ("进口", Decimal(1260000000), Decimal("14.7")),
    ]


def test_a_change_without_a_level_is_a_fact_without_a_value() -> None:
    (fact,) = read("1-5月，全市规模以上工业增加值同比增长5.8%。")
    assert (fact.value, fact.bound) == (None, None)
    assert fact.change is not None and fact.change.value == Decimal("5.8")


def test_a_change_of_a_rate_states_nothing() -> None:
    assert all(f.change is None or f.change.unit == "%" for f in read("全市投资增长7.4%，增速比同期提高0.9个百分点。"))


def test_a_rank_belongs_to_the_level() -> None:
    (fact,) = read("全市质押金额7.8亿元，居全省第4位。")
    assert fact.rank is not None
    assert (fact.rank.scope, fact.rank.value) == ("全省", Decimal(4))


@pytest.mark.parametrize(
    "text",
    [
        "企业最高可获得50万元奖励。",
        "每家企业每年不超过10万元。",
        "今年55岁的他来自外地。",
        "围绕五大维度开展工作。",
    ],
)
def test_terms_ages_and_structures_are_no_indicators(text: str) -> None:
    assert read(text) == []


def test_the_subject_is_who_opens_the_clause_else_who_was_spoken_of() -> None:
    facts = read("夷陵区新增企业5家。今年建成厂房12栋。")
    assert [f.subject for f in facts] == ["夷陵区", "夷陵区"]
    (own,) = read("截至目前，我市孵化载体共计57家。")
    assert own.subject == "宜昌市"
    assert (own.start, own.end) == (None, dt.date(2023, 6, 15))


def test_the_day_of_telling_is_no_period() -> None:
    (fact,) = read("昨天上午，宜昌市副市长林佳介绍，全市投资12.8亿元。")
    assert (fact.start, fact.end) == (None, None)


def test_every_field_leads_back_to_its_words() -> None:
    text = "夷陵区今年新增企业5家。"
    (fact,) = read(text)
    words = {field: "".join(text[s:e] for s, e in spans) for field, spans in fact.spans.items()}
    assert words["value"] == "5家"
    assert words["subject"] == "夷陵区"
    assert words["period"] == "今年"


def test_a_table_with_units_gives_a_fact_a_row() -> None:
    table = "产品名称 单位 产量 比上年增长（%）\n水泥 万吨 512.7 -7.5\n大米 万吨 143 1.8\n合计 见注 无 无"
    rows = list(rows_of(table))
    assert [(r.name, r.value, r.unit, r.change) for r in rows] == [
        ("水泥", "5127000", "吨", "-7.5"),
        ("大米", "1430000", "吨", "1.8"),
    ]
    assert all(table[slice(*r.name_at)] == r.name for r in rows)


def test_lists_of_names_are_split_only_where_they_fit() -> None:
    assert split_names("出口和进口分别增长", 0, 9, 3) == []
    assert trim("全市“新增企业") == "新增企业"


def subjects(text: str) -> list[str | None]:
    return [f.subject for f in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a dateline and the mark of a short item open the sentence
        ("本报讯 宜昌市第二纺织厂去年产值达到4850万元。", ["宜昌市第二纺织厂"]),
        ("●宜昌学院2023年计划招生4200人。", ["宜昌学院"]),
        # a place where something is so, and a person who does something and says nothing
        ("今年，全国稳中有进。在湖北，今年新开工项目60个。", ["湖北省"]),
        ("种植大户林佳从宜昌农商银行获得贷款30万元。", ["林佳"]),
        # who comes later in the sentence is not who is told of
        ("夷陵区稳步发展。今年新增企业5家；宜昌海关也办理业务30笔。", ["夷陵区", "宜昌海关"]),
        # what belongs to a thing named behind the figure
        ("宜昌产业投资集团发起设立总规模10亿元的楚光科创基金。", ["楚光科创基金"]),
        # the firm that was named before
        ("宜昌远安机械有限公司在深圳上市。公司注册资本6600万元。", ["宜昌远安机械有限公司"]),
    ],
)
def test_who_or_what_a_figure_is_about(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


def test_a_medium_before_its_dateline_is_no_subject() -> None:
    assert "新华社" not in subjects("新华社北京3月21日电（记者林佳）今年新增企业5家。")


def periods(text: str) -> list[tuple[str, str]]:
    return [(str(f.start), str(f.end)) for f in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市自2019年开展这项工作以来，争取到437笔贷款。", [("2019-01-01", "2023-06-15")]),
        ("全市2021年3月、5月分别安装完成两台机组。", [("2021-03-01", "2021-05-31")]),
        ("去年，全市产量达958万辆。其中，出口量达40万辆。", [("2022-01-01", "2022-12-31")] * 2),
        ("6月1日，宜昌学院与夷陵区签订协议，学院将派10名学生支教。", [("None", "None")]),
    ],
)
def test_the_time_of_a_figure(text: str, expected: list[tuple[str, str]]) -> None:
    assert periods(text) == expected


def test_the_crosshead_above_a_paragraph_gives_its_time() -> None:
    text = "2023年政府工作报告\n\n一、2022年工作回顾\n\n全市粮食产量240万吨。\n\n二、2023年主要目标\n\n全市粮食产量250万吨。\n"
    assert periods(text)[-1] == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb with its agent names nothing: the verb, or what the amount is for
        ("全市科技型企业获贷6.1亿元。", [("获贷", "610000000", "元")]),
        ("全市银行发放300万元专利贷款。", [("专利贷款", "3000000", "元")]),
        # words that head no noun phrase
        ("全市口岸出入境车辆首次突破1万辆次。", [("口岸出入境车辆", "10000", "辆次")]),
        ("全市贵金属纯度能达到99.99%。", [("贵金属纯度", "99.99", "%")]),
        # a verb before the noun that is counted, and one that is itself counted
        ("全市布局13个候选区。", [("候选区", "13", "个")]),
        ("全市后台完成17亿次计算。", [("计算", "1700000000", "次")]),
        # a verb behind those who are counted is said of them
        ("全市1300个乡镇成立了服务组织。", [("乡镇", "1300", "个")]),
        ("全市5所高校科研院所的合作取得突破。", [("高校科研院所", "5", "所")]),
        # two bodies that share what is measured
        ("全市低收入人口和脱贫人口参保率稳定在99%以上。", [("低收入人口和脱贫人口参保率", "99", "%")]),
        ("搜寻人员已搜索了38%的受灾区域。", [("受灾区域", "38", "%")]),
    ],
)
def test_a_name_is_headed_by_a_noun_or_is_the_verb_itself(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [said(f) for f in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "全市指数位于50%以上的扩张区间。",
        "全市一项创新能力较强。",
        "《规划》和“数据二十条”意见出台。",
        "全市营业收入比上年高出4.8个百分点。",
    ],
)
def test_a_figure_without_a_name_states_nothing(text: str) -> None:
    assert read(text) == []


def test_changes_told_respectively_belong_to_the_levels_before() -> None:
    facts = read("全市存款余额3021.7亿元，贷款余额1956.4亿元，分别增长9.8%和12.5%。")
    assert [f.change and f.change.value for f in facts] == [Decimal("9.8"), Decimal("12.5")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全市单位能耗累计下降23.5%。", "下降"),
        ("全市粮食总产量265万吨，增产1.1%。", "增产"),
        ("全市营业额38亿元，按年增长8.5%。", "增长"),
    ],
)
def test_the_kind_of_a_change(text: str, kind: str) -> None:
    assert [f.change and f.change.kind for f in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市东北虎种群数量已恢复到50只以上。", [("东北虎种群数量", "50", "只")]),
        ("全市每年发电量可达22亿千瓦时。", [("发电量", "2200000000", "千瓦时")]),
        ("全市发布3000多项电子信息、新材料等领域的科技成果。", [("科技成果", "3000", "项")]),
    ],
)
def test_the_verb_that_says_a_level_was_reached_is_no_part_of_its_name(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [said(f) for f in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市企业由93家调整为33家。", [("企业", "93", "家"), ("企业", "33", "家")]),
        ("全市占比从2015年的69.8%提高至2020年的78.5%。", [("占比", "69.8", "%"), ("占比", "78.5", "%")]),
        ("全市贡献率从2012年的52.2%提高到60%。", [("贡献率", "52.2", "%"), ("贡献率", "60", "%")]),
    ],
)
def test_where_a_figure_came_from_and_where_it_went(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [said(f) for f in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016年，他承包林地办起农场，如今面积1.5万亩。", [("None", "None")]),
        ("全市一家企业2016年由5人创办，注册资本8000万元。", [("None", "None")]),
    ],
)
def test_a_time_of_the_past_is_not_that_of_what_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert periods(text)[-1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市共有61辆载有食物、水和药品的卡车。", [("卡车", "61", "辆")]),
        ("全市推出了196场高校毕业生就业服务活动。", [("高校毕业生就业服务活动", "196", "场")]),
        ("全市每日开行列车从最初的47对增至128对。", [("开行列车", "47", "对"), ("开行列车", "128", "对")]),
        ("全长115.5公里的海底管道贯通。", [("全长", "115.5", "公里")]),
        # a light verb says nothing of what is counted
        ("袭击造成4人死伤。", []),
    ],
)
def test_what_is_counted_behind_relative_clauses_and_verbs(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [said(f) for f in read(text)] == expected
