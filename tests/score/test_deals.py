"""Deals are compared on amount, kind and parties, and their gold stands on the words of the pages."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

import newsextract
from newsextract.errors import InputError, PathError
from newsextract.model.facts import DealFact
from newsextract.score import read_gold
from newsextract.score.deals import deal_key, read_deals, score_deals

ROOT = Path(__file__).resolve().parents[2]
DEALS = ROOT / "fixtures" / "gold-deals"
FIXTURES = ROOT / "fixtures"


def _deal(kind: str, amount: str, **parties: str) -> dict[str, Any]:
    return {
        "deal": kind,
        "amount": amount,
        "currency": "CNY",
        "parties": [{"role": role, "name": name} for role, name in parties.items()],
    }


def _score(tmp_path: Path, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "x.json").write_text(json.dumps({"page": "x.txt", "deals": gold}), encoding="utf-8")
    (tmp_path / "x.txt").write_text("泽川模具获得贷款500万元。", encoding="utf-8")

    def extract(text: str, published: dt.date | None) -> newsextract.Page:
        facts = [TypeAdapter(DealFact).validate_python({"id": str(n), **f}) for n, f in enumerate(found)]
        return newsextract.extract(text, published=published).model_copy(update={"facts": facts})

    return score_deals(tmp_path / "gold", [tmp_path / "nowhere", tmp_path], extract).as_dict()


def test_amount_kind_and_parties_must_be_those_of_the_gold(tmp_path: Path) -> None:
    gold = [_deal("loan", "5000000", borrower="泽川模具", lender="临江农商行"), _deal("fine", "20000")]
    found = [_deal("loan", "5000000", lender="临江农商行", borrower="泽川 模具"), _deal("award", "20000")]
    figures = _score(tmp_path, gold, found)
    assert figures["deal"]["f1"] == figures["deal, amount and kind"]["f1"] == 0.5


def test_the_lenient_figure_does_without_the_parties(tmp_path: Path) -> None:
    figures = _score(tmp_path, [_deal("loan", "5000000", borrower="泽川模具")], [_deal("loan", "5000000")])
    assert (figures["deal"]["f1"], figures["deal, amount and kind"]["f1"]) == (0, 1)


def test_a_deal_found_twice_counts_once(tmp_path: Path) -> None:
    figures = _score(tmp_path, [_deal("loan", "5000000")], [_deal("loan", "5000000")] * 2)
    assert (figures["deal"]["p"], figures["deal"]["r"]) == (0.5, 1)


def test_a_role_is_part_of_a_party() -> None:
    assert deal_key(_deal("fine", "1", payer="甲公司")) != deal_key(_deal("fine", "1", recipient="甲公司"))


def test_pages_that_are_not_there_are_named_and_not_scored(tmp_path: Path) -> None:
    report = score_deals(DEALS, [tmp_path], lambda text, day: pytest.fail("nothing to extract"))
    assert len(report.missing) == len(read_deals(DEALS))
    assert report.strict.gold == 0


def test_a_folder_without_gold_or_with_other_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PathError):
        read_deals(tmp_path)
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    with pytest.raises(InputError):
        read_deals(tmp_path)


@pytest.mark.parametrize("where", ["fixtures", "shared"])
def test_the_gold_stands_on_the_words_of_the_page(where: str, request: pytest.FixtureRequest) -> None:
    root: Path = FIXTURES if where == "fixtures" else request.getfixturevalue("shared")
    pages = {page.name: page for page in read_gold(root / "gold", root / "pages")}
    deals = [page for page in read_deals(DEALS) if page.page in pages]
    assert deals
    for page in deals:
        at = {tuple(span): m for m in pages[page.page].gold["mentions"] for span in m["spans"]}
        for deal in page.deals:
            fact = TypeAdapter(DealFact).validate_python({"id": "x", "kind": "deal", **deal})
            figures = [at[start, end]["value"] for start, end in deal["spans"]["amount"]]
            assert (str(fact.amount), fact.currency) in {(f["low"], f.get("currency")) for f in figures}, deal
            on = [at[start, end] for start, end in deal["spans"].get("parties", [])]
            # A division printed without its class (临江) is given in full (临江市).
            said = {m["value"].get("canonical") or m["text"] for m in on} | {m["text"] + "市" for m in on}
            assert {party.name for party in fact.parties} <= said, deal
