"""Who lent, paid, granted or put in how much, to whom (docs/conventions-deals.md). Names and figures are invented."""

import datetime as dt
from decimal import Decimal

import pytest

import newsextract
from newsextract.model import DealFact


def read(text: str) -> list[DealFact]:
    page = newsextract.extract(text, published=dt.date(2023, 6, 15), region="420500")
    return [f for f in page.facts if isinstance(f, DealFact)]


def parties(deal: DealFact) -> set[tuple[str, str]]:
    return {(p.role, p.name) for p in deal.parties}


def test_a_loan_on_a_pledge_with_lender_borrower_collateral_and_rate() -> None:
    (deal,) = read("昨日，宜昌泽川模具有限公司以2件发明专利作质押，从宜昌农商行获得贷款500万元，年利率3.9%。")
    assert (deal.deal, deal.amount, deal.currency) == ("pledge_loan", Decimal(5000000), "CNY")
    assert parties(deal) == {("borrower", "宜昌泽川模具有限公司"), ("lender", "宜昌农商行")}
    assert (deal.collateral, deal.rate) == ("2件发明专利", Decimal("3.9"))


def test_a_total_through_a_product_is_one_deal_of_many() -> None:
    (deal,) = read("今年以来，“科易贷”累计为120家企业发放贷款超6亿元。")
    assert (deal.deal, deal.amount, deal.bound, deal.count) == ("loan", Decimal(600000000), "min", Decimal(120))
    assert (deal.instrument, deal.parties) == ("科易贷", [])


@pytest.mark.parametrize(
    "text",
    [
        "每家企业最高可获得贷款贴息20万元。",
        "全市新增亿元以上项目12个。",
        "年末全市贷款余额310亿元。",
        "该项技术带动产业投资3亿元。",
        "全市固定资产投资达210亿元，增长8%。",
    ],
)
def test_terms_thresholds_measures_and_effects_are_no_deals(text: str) -> None:
    assert read(text) == []


def test_a_fund_and_who_sets_it_up() -> None:
    (deal,) = read("宜昌市科技局联合市财政局设立规模5000万元的科技贷款风险补偿资金池。")
    assert (deal.deal, deal.amount) == ("fund", Decimal(50000000))
    assert {role for role, _ in parties(deal)} == {"investor"}


def test_a_sum_told_twice_in_an_article_is_one_deal_that_leads_to_both_places() -> None:
    text = "宜昌泽川模具有限公司从宜昌农商行获得贷款500万元。这笔500万元的贷款解了燃眉之急。"
    (deal,) = read(text)
    assert ["".join(text[s:e]) for s, e in deal.spans["amount"]] == ["500万元", "500万元"]
    assert len(deal.evidence) == 2


def test_every_party_leads_back_to_its_words() -> None:
    text = "宜昌泽川模具有限公司从宜昌农商行获得贷款500万元。"
    (deal,) = read(text)
    words = {"".join(text[s:e] for s, e in deal.spans[f"parties.{n}"]) for n in range(len(deal.parties))}
    assert words == {"宜昌泽川模具有限公司", "宜昌农商行"}
