"""Times: what is found on a page, and what a string means."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract import parse_time
from newsextract.model.values import TimeValue
from newsextract.recognize.times import calendar, lunisolar
from newsextract.recognize.times.scan import scan
from tests.markup import check

REF = dt.date(2024, 8, 15)


def value(text: str, ref: dt.date | None = REF) -> TimeValue:
    found = parse_time(text, ref=ref)
    assert found is not None, text
    return found


def days(text: str, ref: dt.date = REF) -> tuple[str | None, str | None]:
    found = value(text, ref)
    return (found.start and found.start.isoformat(), found.end and found.end.isoformat())


@pytest.mark.parametrize(
    "marked",
    [
        # spans: what is inside
        "本报讯 [8月14日上午|TIME kind=date start=2024-08-14 part=morning]，全市教育工作会议召开。",
        "[2021年以来|TIME start=2021-01-01 end=2024-08-15]，全区新建公园12处。",
        "截至[2023年底|TIME start=2023-12-01 end=2023-12-31]，已有千余户受益。",
        "自[2022年|TIME kind=period start=2022-01-01]起施行。",
        "[近两年|TIME kind=period start=2022-08-15 end=2024-08-15]，这里变了样。",
        "他在一线工作近[20年|TIME kind=duration duration=P20Y]。",
        "[七年来|TIME start=2017-08-15 end=2024-08-15]，学校越办越好。",
        "[8月7日—8日|TIME kind=period start=2024-08-07 end=2024-08-08]，培训班举行。",
        "[今年前三季度|TIME start=2024-01-01 end=2024-09-30]，全市投资增长。",
        "[1—6月|TIME start=2024-01-01 end=2024-06-30]，进出口回升。",
        "[“十四五”期间|TIME start=2021-01-01 end=2025-12-31]，新增床位。",
        "会议在[2012年1月2日星期一|TIME kind=date start=2012-01-02]举行。",
        "昨天（14日）的事".replace("昨天", "[昨天|TIME start=2024-08-14]").replace(
            "14日", "[14日|TIME start=2024-08-14]"
        ),
        "[2012年1月2日 星期一|TIME kind=date start=2012-01-02] 第3版",
        "[2021年6月|TIME]停工，[元旦|TIME start=2022-01-01]建成。",
        # durations, sets, vague words
        "[3个工作日|TIME kind=duration duration=P3D working_days=true]办完，[3日|TIME kind=duration duration=P3D]办结。",
        "力争[5年内|TIME kind=duration duration=P5Y]建成，[每年|TIME kind=set timex=P1Y]检查两次。",
        "[目前|TIME kind=vague]进展顺利，[过去几年|TIME kind=vague]少有。",
        # what leans on what stands before
        "专家组于[2004年4月|TIME start=2004-04-01]和[9月|TIME start=2004-09-01 end=2004-09-30]两次到场。",
        "以[2003年12月18日晚8时40分|TIME start=2003-12-18 part=20:40]和[19日晚8时35分|TIME start=2003-12-19 part=20:35]为大。",
        "[三年前|TIME start=2021-01-01]启动，[三年后|TIME start=2024-01-01 end=2024-12-31]见效。",
        "[2018年|TIME kind=period]启动，[两年后|TIME start=2020-01-01 end=2020-12-31]完工。",
        # a narrative is not counted from the day of writing
        "起初谁也不看好，[一年后|TIME start=- end=-]，产品出口到了海外。",
        "时间来到[28日以来|TIME start=2024-07-28 end=2024-08-15]气温走低。",
        # what looks like a time and is none
        "实施三年行动和五年规划，建校60周年，18周岁以上，年均增长，一年级新生。",
        "他以9秒97夺冠，面对百年变局，要把握好3点。",
        "位于6号楼，乘5号线，电话0535-6688，第十一届。",
        "[上半年|TIME start=2024-01-01 end=2024-06-30]多项指标回升。",
        "[今年夏天|TIME start=2024-06-01 end=2024-08-31]多雨，打造“一刻钟便民生活圈”。",
        "[今年春节|TIME start=2024-02-10 end=2024-02-10]前夕，年货备足。",
        "统计局发布[1-7月|TIME start=2024-01-01 end=2024-07-31]经济数据，[7月|TIME]亮点多。",
        # a list of neighbours that share their unit is one period, others are days of their own
        "全市[7、8月份|TIME start=2024-07-01 end=2024-08-31]用电最多，[今年一、二、三季度|TIME start=2024-01-01 end=2024-09-30]均有增长。",
        "[9月10、11、12日|TIME start=2024-09-10 end=2024-09-12]停水，[10月3|TIME start=2024-10-03]、[5日|TIME start=2024-10-05]复查。",
        "[七八月份|TIME start=2024-07-01 end=2024-08-31]雨多，[上世纪七八十年代|TIME start=1970-01-01 end=1989-12-31]的老屋漏水。",
        "一、[二月份|TIME start=2024-02-01]工作要点如下，请各单位认真学习。",
        # bullets and the numbers of items are no figures of the date
        "○[8月10日|TIME start=2024-08-10]，开庭。2.[2019年1月|TIME start=2019-01-01]起改为按季。二○○八年的事。".replace(
            "二○○八年", "[二○○八年|TIME start=2008-01-01]"
        ),
        "一周法讯，早一点送到，[一周|TIME kind=duration]办完。“[过去|TIME kind=vague]论筐卖，现在论箱卖。”",
        # the hour is of the day told last
        "[8月10日上午|TIME start=2024-08-10 part=morning]，[今年|TIME]的国债开售。到[下午4点|TIME start=2024-08-10 part=16:00]售完。",
        # what is to be done by a day may be done on it
        "于[7月15日前|TIME start=- end=2024-07-15]报送，[国庆节前|TIME start=- end=2024-09-30]完工，[7月15日之前|TIME end=2024-07-14]有雨。",
        # ranges
        "自[2024年3月1日起至5月31日|TIME start=2024-03-01 end=2024-05-31]止公示。",
        "[1月21日上午9时至11时|TIME kind=date start=2024-01-21 part=09:00]停电，[8月15日8:30—9:30|TIME start=2024-08-15 part=08:30]检修。",
        "[2020.05-2021.06|TIME start=2020-05-01 end=2021-06-30] 任县长，[2021年7月至今|TIME start=2021-07-01 end=2024-08-15] 任书记",
        "他历任[2012.3-2015.11|TIME start=2012-03-01 end=2015-11-30]教师。会期[2024.9.10-9.12|TIME start=2024-09-10 end=2024-09-12]。",
        "[每周一|TIME kind=set]例会，[下周一至周三|TIME start=2024-08-19 end=2024-08-21]封路。",
        # what the page's own words bound is not open, as a string alone would be
        "从[2022年|TIME start=2022-01-01 end=2022-12-31]开始，全市推行。[8月3日|TIME]、[4日|TIME start=2024-08-04]有雨。",
        # the years of two figures, the plan said without quotation marks
        "他[08年|TIME kind=period start=2008-01-01]毕业，干了[8年|TIME kind=duration]。",
        "达产后年开票40亿元，[后年|TIME start=2026-01-01]再扩建。",
        "预计[年底|TIME start=2024-12-01]通车，青年初创企业由[年初|TIME start=2024-01-01]的3家增至9家。",
        "[明后两天|TIME start=2024-08-16 end=2024-08-17]多云，[过去的一年|TIME start=2023-08-15 end=2024-08-15]丰收，即将过去的[一年|TIME kind=duration]。",
        "两国建交[半个世纪以来|TIME start=1974-08-15 end=2024-08-15]，合作不断；四分之三个世纪的风雨。",
        "有效期为[180日|TIME kind=duration duration=P180D]，[15个自然日内|TIME duration=P15D]答复，售价100日元。",
    ],
)
def test_times_of_a_page(marked: str) -> None:
    check(marked, ["TIME"], "newsextract_times", published="2024-08-15")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("二〇二三年十二月五日", "2023-12-05", "2023-12-05"),
        ("15年3月2日", "2015-03-02", "2015-03-02"),
        ("2O2l年", "2021-01-01", "2021-12-31"),
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("12月20日", "2024-12-20", "2024-12-20"),
        ("去年底", "2023-12-01", "2023-12-31"),
        ("2024年年初", "2024-01-01", "2024-01-31"),
        ("12月上中旬", "2024-12-01", "2024-12-20"),
        ("6月底", "2024-06-21", "2024-06-30"),
        ("年底前", None, "2024-12-31"),
        ("2020年前", None, "2019-12-31"),
        ("2018年之后", "2019-01-01", None),
        ("上个季度", "2024-04-01", "2024-06-30"),
        ("上周五", "2024-08-09", "2024-08-09"),
        ("下周末", "2024-08-24", "2024-08-25"),
        ("大前天", "2024-08-12", "2024-08-12"),
        ("本月第2周", "2024-08-12", "2024-08-18"),
        ("10月的最后一个周二", "2024-10-29", "2024-10-29"),
        ("2024年9月至次年2月", "2024-09-01", "2025-02-28"),
        ("12月28日至1月3日", "2023-12-28", "2024-01-03"),
        ("2020—2023年", "2020-01-01", "2023-12-31"),
        ("上世纪90年代", "1990-01-01", "1999-12-31"),
        ("上世纪50到70年代", "1950-01-01", "1979-12-31"),
        ("21世纪", "2001-01-01", "2100-12-31"),
        ("2000年代", "2000-01-01", "2009-12-31"),
        ("“十二五”末", "2015-01-01", "2015-12-31"),
        ("中秋节", "2024-09-17", "2024-09-17"),
        ("2023年母亲节", "2023-05-14", "2023-05-14"),
        ("龙年元宵节", "2024-02-24", "2024-02-24"),
        ("二零一二年农历正月十五", "2012-02-06", "2012-02-06"),
        ("去年腊月初八", "2024-01-18", "2024-01-18"),
        ("康熙三年", "1664-01-01", "1664-12-31"),
        ("十四五期间", "2021-01-01", "2025-12-31"),
        ("2024Q2", "2024-04-01", "2024-06-30"),
        ("一九九〇年代", "1990-01-01", "1999-12-31"),
        ("乾隆五十年", "1785-01-01", "1785-12-31"),  # the name's traditional character is folded in the text
        ("贰零贰肆年零捌月壹拾伍日", "2024-08-15", "2024-08-15"),
        ("12/31/2012", "2012-12-31", "2012-12-31"),
        ("本月前十天", "2024-08-01", "2024-08-10"),
        ("5月最后一周", "2024-05-27", "2024-06-02"),
        ("上月第一天", "2024-07-01", "2024-07-01"),
        ("8月上半月", "2024-08-01", "2024-08-15"),
        ("上季度末", "2024-06-01", "2024-06-30"),
        ("今年第一个星期一", "2024-01-01", "2024-01-01"),
        ("去年今日", "2023-08-15", "2023-08-15"),
        ("去今两年", "2023-01-01", "2024-12-31"),
        ("农历六月上旬", "2024-07-06", "2024-07-15"),
        ("半年前", "2024-02-01", "2024-02-29"),
        ("2016年的第二个季度", "2016-04-01", "2016-06-30"),
        ("2020年最后一个星期", "2020-12-28", "2021-01-03"),
        ("上个月月底", "2024-07-21", "2024-07-31"),
        ("自从2010年5月以来", "2010-05-01", "2024-08-15"),
        # a string of its own: forms too slight for a page
        ("98年", "1998-01-01", "1998-12-31"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("= 2023", "2023-01-01", "2023-12-31"),
        ("20230618", "2023-06-18", "2023-06-18"),
        ("2023 06 18", "2023-06-18", "2023-06-18"),
        ("2023-06", "2023-06-01", "2023-06-30"),
        ("2023年6月18", "2023-06-18", "2023-06-18"),
        ("2019-2021", "2019-01-01", "2021-12-31"),
        ("二〇二三", "2023-01-01", "2023-12-31"),
        ("廿三", "2024-08-26", "2024-08-26"),
        ("年底", "2024-12-01", "2024-12-31"),
        # the words that open it belong to it
        ("2018年开始", "2018-01-01", None),
        ("自8月1日起", "2024-08-01", None),
        ("从2008年到2018年", "2008-01-01", "2018-12-31"),
        # and so do the members of a list without a gap
        ("9月10号，11号，12号", "2024-09-10", "2024-09-12"),
        ("7月、8月", "2024-07-01", "2024-08-31"),
        # the seasons of the almanac; on a page they are counted by months
        ("今年夏天", "2024-05-05", "2024-08-06"),
        ("去年秋冬", "2023-08-08", "2024-02-03"),
        ("春季", "2024-02-04", "2024-05-04"),
        ("未来三年", "2024-08-15", "2027-08-15"),
        ("半个月前", None, None),
        ("七八年前", "2016-01-01", "2017-12-31"),
    ],
)
def test_days(text: str, first: str | None, last: str | None) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("ref", "text", "first"),
    [
        ("2012-01-02", "12月28日", "2011-12-28"),  # usually the past
        ("2022-01-22", "前三季度", "2021-01-01"),  # this year's have not begun
        ("2023-12-20", "元旦", "2024-01-01"),  # unless it is about to come
        ("2024-02-10", "年底", "2023-12-01"),
        ("2024-04-10", "年底", "2024-12-01"),
        ("2024-05-02", "29日", "2024-04-29"),
        ("2017-03-22", "2月29日", "2016-02-29"),
    ],
)
def test_the_year_that_is_not_said(ref: str, text: str, first: str) -> None:
    assert days(text, dt.date.fromisoformat(ref))[0] == first


def test_a_report_of_the_first_months_tells_of_the_year_before() -> None:
    report = "[2019年|TIME start=2019-01-01]，收入增长2%。[全年|TIME start=2019-01-01 end=2019-12-31]新开工31个项目。"
    check(report, ["TIME"], "newsextract_times", published="2020-01-09")
    plan = "[2020年|TIME start=2020-01-01]，收入增长3%。[全年|TIME start=2020-01-01 end=2020-12-31]新开工31个项目。"
    check(plan, ["TIME"], "newsextract_times", published="2020-01-09")


def test_what_is_due_by_the_end_of_the_year_lies_ahead() -> None:
    assert parse_time("年底前", ref=dt.date(2024, 1, 20)) == parse_time("2024年底前")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("两年半", "P2Y6M"),
        ("24小时", "PT24H"),
        ("一年零三个月", "P1Y3M"),
        ("1个半小时", "PT1H30M"),
        ("半天", "PT12H"),
        ("20多个月", "P20M"),
        ("五个季度", "P15M"),
        ("十几年", None),
        ("一刻钟", "PT15M"),
        ("三昼夜", "P3D"),
        ("三天三夜", "P3D"),
        ("两分半钟", "PT2M30S"),
        ("一整年", "P1Y"),
        ("540日历天", "P540D"),
        ("个半小时", "PT1H30M"),
        ("年半", "P1Y6M"),
    ],
)
def test_durations(text: str, iso: str | None) -> None:
    assert (value(text).kind, value(text).duration) == ("duration", iso)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("1月21日", "XXXX-01-21"),
        ("28日", "XXXX-XX-28"),
        ("上半年", "XXXX-H1"),
        ("一季度", "XXXX-Q1"),
        ("1—6月", "XXXX-01/XXXX-06"),
    ],
)
def test_without_a_date_only_what_is_said(text: str, timex: str) -> None:
    found = value(text, ref=None)
    assert (found.start, found.end, found.timex) == (None, None, timex)


@pytest.mark.parametrize(
    "text", ["今年", "昨天上午", "上周五", "近两年", "三年前", "去年全年", "春节", "30天后", "本月中旬"]
)
def test_without_a_date_nothing_is_guessed(text: str) -> None:
    found = value(text, ref=None)
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(
    "text", ["2月30日", "2023年2月29日", "13月1日", "三心二意", "第三方", "一二三四", "12345678", "20191301", ""]
)
def test_no_time(text: str) -> None:
    assert parse_time(text, ref=REF) is None


def test_lunar_new_year_is_the_second_new_moon_after_the_solstice() -> None:
    # Holds but for years with a leap month right behind the solstice.
    assert lunisolar.feast("春节", 2024) == calendar.day(2024, 2, 10)
    assert all(20 < lunisolar.feast("春节", y)[0].timetuple().tm_yday < 53 for y in range(1901, 2101))  # type: ignore[index]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)), st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)))
def test_a_full_date_means_itself(ref: dt.date, day: dt.date) -> None:
    found = value(f"{day.year}年{day.month}月{day.day}日", ref)
    assert (found.kind, found.start, found.end) == ("date", day, day)


@given(st.text("今去前上下本年月日周季度一二十0123456789至—半的近来后以个天小时“”五期间春节初底", max_size=40))
def test_any_text_is_read_without_error_and_in_order(text: str) -> None:
    ends = 0
    for found in scan(text):
        assert ends <= found.start < found.end <= len(text)
        ends = found.end
        TimeValue.model_validate(found.reading.value())


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "二",
        "十",
        "1-",
        "年",
        "1月",
        "3天",
        "1年2",
        "20 ",
        "“十",
        "2020-",
        "半",
        "每",
        "1、",
        "7、8月",
        "9月1、",
        "2020、",
        "2020.1-",
        "七八",
        "2020 1 ",
        "廿",
        "今明后",
    ],
)
def test_long_runs_are_read_in_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        took = []
        for _ in range(3):
            begun = time.process_time()
            scan((unit * length)[:length])
            took.append(time.process_time() - begun)
        return min(took)

    assert seconds(20_000) < 40 * max(seconds(2_000), 0.01)
