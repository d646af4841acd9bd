"""How well deals come out: found ones against gold ones, on amount, kind and parties (``docs/conventions-deals.md``)."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsextract.errors import InputError, PathError
from newsextract.model.page import Page
from newsextract.page.decode import decode
from newsextract.score.compare import plain
from newsextract.score.report import Tally

__all__ = ["DealGold", "DealReport", "deal_key", "read_deals", "score_deals"]

Extract = Callable[[str, dt.date | None], Page]


@dataclass(frozen=True, slots=True)
class DealGold:
    """The deals of one page, as a careful reader found them.

    Args:
        page: file name of the page.
        published: its date of publication, where the gold says.
        deals: the deals, in the field names of the contract.
    """

    page: str
    published: dt.date | None
    deals: list[dict[str, Any]]


@dataclass(slots=True)
class DealReport:
    """The figures of a measurement of deals.

    Args:
        strict: a deal counts where amount, currency, kind and parties are those of the gold.
        lenient: amount, currency and kind are enough.
        missing: pages of the gold that stand in none of the folders; they are not scored.
        errors: one line per missed deal (-) and false alarm (+), judged strictly.
    """

    strict: Tally = field(default_factory=Tally)
    lenient: Tally = field(default_factory=Tally)
    missing: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, dict[str, float]]:
        """Return the figures by name, ready for JSON."""
        return {
            name: {"gold": t.gold, "pred": t.found, "p": t.precision, "r": t.recall, "f1": t.f1}
            for name, t in (("deal", self.strict), ("deal, amount and kind", self.lenient))
        }


def deal_key(deal: Mapping[str, Any], *, parties: bool = True) -> tuple[Any, ...]:
    """Make the key on which deals are compared.

    Args:
        deal: a deal in the field names of the contract.
        parties: whether the parties are part of it.

    >>> loan = {"deal": "loan", "amount": "5000000.0", "currency": "CNY"}
    >>> deal_key(loan, parties=False)
    ('loan', '5000000', 'CNY')
    >>> deal_key(loan | {"parties": [{"role": "borrower", "name": "泽川 模具"}]})
    ('loan', '5000000', 'CNY', ('borrower', '泽川模具'))
    """
    key = (deal.get("deal"), plain(deal.get("amount")), deal.get("currency"))
    if not parties:
        return key
    return key + tuple(sorted({(p["role"], str(plain(p["name"]))) for p in deal.get("parties") or ()}))


def read_deals(gold: Path) -> list[DealGold]:
    """Read the deals of every page of a folder.

    Args:
        gold: folder of ``NAME.json`` files.

    Raises:
        PathError: no such folder, or no gold in it.
        InputError: a file is no JSON object with the fields ``page`` and ``deals``.
    """
    files = sorted(gold.glob("*.json"))
    if not files:
        raise PathError("no *.json file here", where=str(gold), todo="name the folder that holds the deals")
    found = []
    for file in files:
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            published = dt.date.fromisoformat(data["published"]) if data.get("published") else None
            found.append(DealGold(data["page"], published, list(data["deals"])))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            todo = "see docs/conventions-deals.md"
            raise InputError(f"not a file of deals: {error}", where=str(file), todo=todo) from error
    return found


def score_deals(gold_dir: Path, pages_dirs: Iterable[Path], extract: Extract) -> DealReport:
    """Extract every page that has gold and compare the deals.

    Args:
        gold_dir: folder of the gold, see :func:`read_deals`.
        pages_dirs: folders in which the pages are looked for, in this order.
        extract: makes a page out of text and date of publication.
    """
    report, folders = DealReport(), list(pages_dirs)
    for page in read_deals(gold_dir):
        file = next((folder / page.page for folder in folders if (folder / page.page).is_file()), None)
        if file is None:
            report.missing.append(page.page)
            continue
        found = extract(decode(file.read_bytes(), where=str(file)).text, page.published).model_dump(mode="json")
        _compare(report, page, [fact for fact in found["facts"] if fact["kind"] == "deal"])
    return report


def _compare(report: DealReport, page: DealGold, found: list[dict[str, Any]]) -> None:
    gold_only, found_only = _count(report.strict, page.deals, found, parties=True)
    _count(report.lenient, page.deals, found, parties=False)
    report.errors += [f"- {page.page} {_line(key)}" for key in gold_only]
    report.errors += [f"+ {page.page} {_line(key)}" for key in found_only]


def _count(
    tally: Tally, gold: list[dict[str, Any]], found: list[dict[str, Any]], *, parties: bool
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Add one page to a tally; return the keys that stand on one side only."""
    gold_keys = Counter(deal_key(deal, parties=parties) for deal in gold)
    found_keys = Counter(deal_key(deal, parties=parties) for deal in found)
    hit = gold_keys & found_keys
    tally += Tally(gold_keys.total(), found_keys.total(), hit.total(), hit.total())
    return list((gold_keys - hit).elements()), list((found_keys - hit).elements())


def _line(key: tuple[Any, ...]) -> str:
    return " ".join([*map(str, key[:3]), *(f"{role}={name}" for role, name in key[3:])])
