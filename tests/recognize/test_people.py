"""Names of people: what makes a stretch of characters a name, and what keeps others from being one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import check, read

from newsextract.doc import Candidate, candidates, mentions_of
from newsextract.recognize.people.chinese import Reading
from newsextract.recognize.people.component import _best
from newsextract.recognize.people.weights import ACCEPT, confidence
from newsextract.recognize.yielding import cut_bodies

_CANDIDATE: Candidate = {
    "start": 0, "end": 0, "label": "PLACE", "value": {}, "confidence": 0.7, "evidence": [], "by": "places",
}  # fmt: skip


@pytest.mark.parametrize(
    "marked",
    [
        # beside a role
        "市水务局局长[钱立群|PERSON]介绍，供水已经恢复。",
        "县委常委、副县长[孟川|PERSON]参加。",
        "[莫雅琴|PERSON]教授作了报告。",
        # before a verb of speech
        "“今年收成不错。”[龙长根|PERSON]说。",
        "[顾秉成|PERSON]告诉记者，他种了三十年果树。",
        # bylines and datelines
        "本报讯（记者[乔叶|PERSON] 通讯员[毕大维|PERSON]）昨日，新馆开放。",
        "□本报记者 [殷小茹|PERSON]",
        "责任编辑：[屠岸|PERSON]",
        # lists
        "出席的还有[郝春来|PERSON]、[章之浩|PERSON]、[裴若男|PERSON]和[米建军|PERSON]。",
        # given and taken
        "任命[柳成荫|PERSON]为市审计局局长；免去[康百川|PERSON]的市审计局局长职务。",
        # minorities, transliterations, Japan
        "州长[扎西·多吉|PERSON]出席。",
        "副主任[阿不都热依木·买买提|PERSON]主持。",
        "国际组织总干事[安娜·瓦伦蒂娜|PERSON]表示欢迎。[瓦伦蒂娜|PERSON]还参观了展馆。",
        "外长[库兹涅夫斯基|PERSON]表示愿意合作。",
        "首相[井上健司|PERSON]在会上发言。",
        # forms of address
        "[范大妈|PERSON]高兴地说：“路修好了！”",
        "[贺先生|PERSON]表示满意。",
        "[吴昶|PERSON]先生来访，[考瑟曼|PERSON]先生说他很高兴。",
        # rare characters, lists of bylines, namesakes, long transliterations
        "副院长[严义琰|PERSON]、总裁[郑德祺|PERSON]等出席。",
        "本报讯（记者[刘正学|PERSON]、[果立明|PERSON]报道）",
        "本报讯（记者 [陆游之|PERSON]）昨日开馆。",
        "犯罪嫌疑人[姜某|PERSON]被抓获。",
    ],
)
def test_names(marked: str) -> None:
    check(marked, ("PERSON",))


@pytest.mark.parametrize(
    "plain",
    [
        "高新技术企业成立大会在张家口举行。",
        "各方面要高度重视，全面推进。",
        "中方希望双方加强合作。",
        "负责人介绍，局长表示，记者从会上获悉。",
        "学习邓小平理论和毛泽东思想。",
        "文章强调，要严格落实责任。",
        "通讯员报道，编辑部整理。",
        "任务完成，于近日验收。",
        "联合国秘书长苏丹问题特别代表到访。",
    ],
)
def test_words_that_look_like_names(plain: str) -> None:
    check(plain, ("PERSON",))


def test_one_strong_finding_settles_the_string_for_the_page() -> None:
    check("厂长[闻东野|PERSON]介绍了车间。回去时[闻东野|PERSON]把大家送到门口。", ("PERSON",))


def test_a_name_cuts_the_body_that_ran_over_it() -> None:
    doc = read("记者张小洁白河开发区报道")
    candidates(doc).append({**_CANDIDATE, "start": 2, "end": 10})
    cut_bodies(doc, [(2, 5)])
    assert [doc.text[c["start"] : c["end"]] for c in candidates(doc)] == ["白河开发区"]


def test_evidence_says_what_spoke_for_a_name() -> None:
    (span,) = mentions_of(read("市长钱立群表示，今年任务已经完成。"), "PERSON")
    assert "office before" in span._.evidence
    assert "say after" in span._.evidence
    assert span._.confidence >= 0.9


@given(st.floats(-40, 40), st.floats(-40, 40))
def test_confidence_rises_with_the_score(low: float, high: float) -> None:
    low, high = sorted((low, high))
    assert 0 <= confidence(low) <= confidence(high) < 1


@given(
    st.lists(
        st.builds(
            lambda start, size, score: Reading(start, start + size, score),
            st.integers(0, 40), st.integers(2, 4), st.floats(-5, 15),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_the_best_readings_never_overlap(readings: list[Reading]) -> None:
    chosen = sorted(_best(readings), key=lambda r: r.start)
    assert all(a.end <= b.start for a, b in pairwise(chosen))
    assert all(r.score >= ACCEPT for r in chosen)


@given(st.text("张王于高成和、的说市长记者·（）阿不都 \n", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for span in mentions_of(read(text, "newsextract_people"), "PERSON"):
        assert 0 < len(span.text) < 24
