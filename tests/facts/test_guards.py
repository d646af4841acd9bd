"""What is left unsaid rather than guessed: subjects, bodies, parties, dates and names. Names and figures are invented."""

import datetime as dt
from typing import Any

import pytest

import newsextract


def facts(text: str, kind: str, region: str | None = "370600") -> list[Any]:
    page = newsextract.extract(text, published=dt.date(2023, 6, 15), region=region)
    return [f for f in page.facts if f.kind == kind]


def test_the_medium_of_a_dateline_is_no_subject() -> None:
    (fact,) = facts("新华社消息：今年已开工高铁线路12条。", "indicator", None)
    assert fact.subject is None


def test_the_region_is_the_subject_only_where_the_article_speaks_of_it() -> None:
    (own,) = facts("上半年，完成投资30亿元。我市工业增长较快。", "indicator")
    (other,) = facts("上半年，完成投资30亿元。加拿大工业增长较快。", "indicator")
    assert (own.subject, other.subject) == ("烟台市", None)


@pytest.mark.parametrize("text", ["目前，我国已与20个共建国家签署协定。", "截至凌晨，德国也有上万户停电。"])
def test_no_figure_measures_a_country(text: str) -> None:
    assert not {f.indicator for f in facts(text, "indicator")} & {"我国", "德国"}


def test_quotation_marks_in_a_name_are_a_pair() -> None:
    (fact,) = facts("全市“菜篮子”产品产量达到30万吨。", "indicator")
    assert fact.indicator == "“菜篮子”产品产量"


def test_a_page_of_a_city_does_not_make_the_city_an_investor() -> None:
    assert all(not f.parties for f in facts("在广州，总投资109亿元的项目近日开工。我市派员观摩。", "deal"))


def test_a_mayor_of_a_place_that_was_not_read_is_not_the_mayor_of_the_page() -> None:
    found = facts("我市代表团到访。候选人、泽米拉市长穆罕默德·阿里在选举中获胜。", "appointment")
    assert all(f.organization != "烟台市" for f in found)


def test_the_day_of_a_sentence_that_cites_a_document_is_not_the_documents_day() -> None:
    found = facts("生态环境部22日通报，某企业违反国务院《排污许可管理条例》，依法处理。", "issuance")
    assert all(f.date is None for f in found)


def test_names_are_in_the_script_of_their_page() -> None:
    (order,) = facts("《省財政廳、省教育廳關於獎補學生的通知》印發。", "issuance", None)
    assert order.issuer == "省財政廳、省教育廳"
    names = [f.indicator for f in facts("城鎮、農村居民收入分別增長5%、6%。", "indicator", None)]
    assert names == ["城鎮居民收入", "農村居民收入"]
    (rank,) = facts("全市完成進出口總額30億元，居華東六省首位。", "indicator", None)
    assert rank.rank is not None
    assert rank.rank.scope == "華東六省"
    (task,) = facts("一、擴大產業規模。（責任單位：市財政局、產業處）", "assignment", None)
    assert task.bodies == ["市財政局", "產業處"]
