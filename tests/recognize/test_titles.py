"""Policies, works and the numbers of documents, in 《》 and without."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import check, read

from newsextract.doc import mentions_of
from newsextract.recognize.titles.kinds import head_of, reading_of
from newsextract.recognize.titles.numbers import find_numbers, issuer_of_code
from newsextract.recognize.titles.quoted import LONGEST, quoted_spans

TYPES = ("POLICY", "WORK", "DOC_NUMBER")


@pytest.mark.parametrize(
    "marked",
    [
        "市政府印发[《滨海市养犬管理办法（试行）》|POLICY title=滨海市养犬管理办法（试行） kind=办法 version=试行]，自7月起施行。",
        "先后出台[《海湾市湿地保护条例》|POLICY kind=条例][《海湾市河道管理细则》|POLICY kind=细则]等制度。",
        "国务院发布[《关于修改〈测量标志保护条例〉的决定》|POLICY kind=决定]。",
        "会议通过[《国务院关于修改《测量标志保护条例》的决定》|POLICY kind=决定]。",
        "根据[《关于做好防汛工作的紧急通知》|POLICY kind=通知 doc_number=滨政办发〔2019〕7号]（[滨政办发〔2019〕7号|DOC_NUMBER]）要求",
        "[《意见》|POLICY title=意见 kind=意见]提出，到2030年全面建成。",
        "违反[《海岛保护法》|POLICY kind=法]第三条的",
        "合唱团演唱了[《海边的夜》|WORK]和[《归帆》|WORK]。",
        "据[《滨海晚报》|WORK]报道",
        "双方签署[《战略合作协议》|WORK]。",
        "广泛宣传[《致全体市民的一封信》|WORK]",
        "电影[《猎鹰行动》|WORK]上映，[《猎鹰行动方案》|POLICY]印发。",
        "发布白皮书[《共同的海洋：沿海国家的倡议与行动》|WORK]。",
    ],
)
def test_titles_in_marks(marked: str) -> None:
    check(marked, TYPES, "newsextract_titles")


@pytest.mark.parametrize(
    "marked",
    [
        "要认真贯彻[海湾省人民政府办公厅关于加强冬季供暖保障的通知|POLICY kind=通知]精神。",
        "深入实施[乡村振兴战略|POLICY kind=战略]和[创新驱动发展战略|POLICY kind=战略]。",
        "扎实开展[“清风护航”专项行动|POLICY kind=行动]。",
        "开展[渔业船舶安全隐患专项整治|POLICY kind=行动]，消除隐患。",
        "依照[行政处罚法|POLICY kind=法]作出决定。",
        "制定高质量发展方案，建立“白名单”制度。",
        "广大法官走进法院，学习方法。",
    ],
)
def test_titles_without_marks(marked: str) -> None:
    check(marked, ("POLICY",), "newsextract_titles")


def test_a_title_marked_once_is_known_elsewhere_on_the_page() -> None:
    check(
        "[海湾市旧城改造实施方案|POLICY kind=方案]出炉\n近日，市政府印发[《海湾市旧城改造实施方案》|POLICY]。",
        ("POLICY",),
        "newsextract_titles",
    )


@pytest.mark.parametrize(
    ("text", "value", "issuer"),
    [
        ("国发〔2015〕71号", "国发〔2015〕71号", "国务院"),
        ("国办函[2004]36号", "国办函〔2004〕36号", "国务院办公厅"),
        ("国办发(1996) 25号", "国办发〔1996〕25号", "国务院办公厅"),
        ("浙政办发（2020）1 5号", "浙政办发〔2020〕15号", "浙江省人民政府办公厅"),
        ("财税【2019】第13号", "财税〔2019〕第13号", "财政部"),
        ("国务院令第734号", "国务院令第734号", "国务院"),
        ("税务总局公告2021年第15号", "税务总局公告2021年第15号", "税务总局"),
        ("国家发展改革委2021年第41号令", "国家发展改革委2021年第41号令", "国家发展改革委"),
        ("厅字〔2019〕41号", "厅字〔2019〕41号", "中共中央办公厅"),
        ("鄂发改价调[2021]70-1号", "鄂发改价调〔2021〕70-1号", None),
        ("某某字〔2021〕9号", "某某字〔2021〕9号", None),
    ],
)
def test_numbers_of_documents(text: str, value: str, issuer: str | None) -> None:
    (number,) = find_numbers(f"根据{text}精神")
    assert (number.value, number.issuer) == (value, issuer)


@pytest.mark.parametrize("text", ["第3号台风", "办公楼3号", "12月5号", "3号线", "全长〔见图〕5米"])
def test_no_numbers_of_documents(text: str) -> None:
    assert not list(find_numbers(text))


def test_a_code_that_means_two_cities_is_not_expanded() -> None:
    assert issuer_of_code("济政发") is None


def test_an_open_mark_costs_one_title_not_the_page() -> None:
    text = "印发《关于加强管理的意见，" + "其余的文字" * 60 + "。据《滨海晚报》报道"
    assert [text[a:b] for a, b in quoted_spans(text)] == ["《滨海晚报》"]


@given(st.text(alphabet="《》〈〉甲乙。\n", max_size=400))
def test_marked_titles_are_bounded_balanced_and_apart(text: str) -> None:
    behind = 0
    for start, end in quoted_spans(text):
        title = text[start:end]
        assert behind <= start < end <= start + LONGEST
        assert title.startswith("《") and title.endswith("》") and title.count("《") == title.count("》")
        behind = end


@given(st.text(alphabet="国发办〔〕[]()（）0123456789第号 令", max_size=200))
def test_numbers_lie_inside_the_text_and_do_not_overlap(text: str) -> None:
    found = sorted((n.start, n.end) for n in find_numbers(text))
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))


@given(st.text(alphabet="《》海湾市管理办法条例歌", min_size=1, max_size=30))
def test_everything_in_marks_is_a_policy_or_a_work(title: str) -> None:
    text = f"《{title}》"
    spans = list(quoted_spans(text))
    doc = read(text, "newsextract_titles")
    marked = [(s.start, s.end) for s in mentions_of(doc, "POLICY", "WORK") if s.text.startswith("《")]
    assert marked == spans


def test_readings_follow_head_nouns_and_context() -> None:
    assert head_of("海湾市应急预案（修订）").word == "预案"  # type: ignore[union-attr]
    assert reading_of("海湾旅行指南", "图书", "") == "work"
    assert reading_of("海湾市防汛工作指南", "印发", "") == "policy"


@pytest.mark.parametrize(
    ("code", "near", "body"),
    [
        ("孝政办发", ["孝感市", "武汉市"], "孝感市人民政府办公室"),
        ("济政发", ["济南市", "济宁市"], None),
        ("青政办字", ["青岛市"], "青岛市人民政府办公厅"),
        ("孝政办发", [], None),
    ],
)
def test_a_city_on_the_page_tells_what_a_code_means(code: str, near: list[str], body: str | None) -> None:
    assert issuer_of_code(code, near) == body
