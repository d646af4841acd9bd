"""One page → its rows, table by table, in the columns' order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsextract.model.facts import (
    AppointmentFact,
    AssignmentFact,
    DealFact,
    Fact,
    IndicatorFact,
    IssuanceFact,
)
from newsextract.model.mentions import Mention
from newsextract.model.page import Article, Page
from newsextract.model.values import (
    DocNumberValue,
    MoneyValue,
    OrdinalValue,
    OrgValue,
    PercentValue,
    PlaceValue,
    PolicyValue,
    QuantityValue,
    TimeValue,
)
from newsextract.store.hashes import text_hash
from newsextract.store.tables import DATA_TABLES
from newsextract.store.types import fit_figure

__all__ = ["Rows", "page_rows"]

Row = tuple[Any, ...]
#: Rows by table; a table without rows is absent.
Rows = dict[str, list[Row]]

#: The mention columns that only figures, only times, only names have.
_NO_FIGURE: Row = (None,) * 7
_NO_TIME: Row = (None,) * 7
_NO_NAME: Row = (None,) * 4


def _lines(parts: Iterable[str]) -> str | None:
    """Several short texts in one column, a line each; null where there is none."""
    return "\n".join(parts) or None


def _figure_columns(value: object) -> Row:
    """low, high, currency, unit, bound, repaired, terms."""
    match value:
        case MoneyValue():
            low, high = fit_figure(value.low), fit_figure(value.high)
            return (low, high, value.currency, None, value.bound, value.repaired, None)
        case PercentValue():
            low, high = fit_figure(value.low), fit_figure(value.high)
            return (low, high, None, value.unit, value.bound, value.repaired, None)
        case QuantityValue():
            terms = ":".join(value.terms) if value.terms else None
            low, high = fit_figure(value.low), fit_figure(value.high)
            return (low, high, None, value.unit, value.bound, value.repaired, terms)
        case OrdinalValue():
            rank = fit_figure(value.value)
            return (rank, rank, None, None, "exact", None, None)
    return _NO_FIGURE


def _time_columns(value: object) -> Row:
    """time_kind, start_date, end_date, part, duration, working_days, timex."""
    if isinstance(value, TimeValue):
        return (value.kind, value.start, value.end, value.part, value.duration, value.working_days, value.timex)
    return _NO_TIME


def _name_columns(value: object) -> Row:
    """canonical, code, doc_number, issuer."""
    match value:
        case OrgValue():
            return (value.canonical, None, None, None)
        case PlaceValue():
            return (None, value.code, None, None)
        case DocNumberValue():
            return (None, None, value.value, value.issuer)
    return _NO_NAME


class _PageRows:
    """The rows of one page under construction."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows: Rows = {t.name: [] for t in DATA_TABLES}
        self.articles = {a.id: a for a in page.articles}
        self.mentions: set[str] = set()

    def sentence(self, article: str | None, number: int | None) -> tuple[int | None, int | None]:
        sentences = self.articles[article].sentences if article in self.articles else []
        return sentences[number] if number is not None and number < len(sentences) else (None, None)

    def add_article(self, number: int, article: Article) -> None:
        page, lines = self.page.id, _lines
        self.rows["articles"].append(
            (article.id, page, number, article.kind, article.headline, lines(article.kicker), lines(article.subhead),
             article.section, article.duplicate_of, article.text, text_hash(article.text))
        )  # fmt: skip
        for role in ("reporter", "correspondent", "photographer"):
            names = getattr(article, f"{role}s")
            self.rows["bylines"] += [(article.id, role, n, page, name) for n, name in enumerate(names)]

    def add_mention(self, mention: Mention) -> None:
        if mention.id in self.mentions:
            return
        self.mentions.add(mention.id)
        page, value = self.page.id, mention.value
        (start, end), *further = mention.spans
        self.rows["mentions"].append(
            (mention.id, page, mention.article, mention.type, mention.text, start, end,
             *(mention.article_span or (None, None)), *self.sentence(mention.article, mention.sentence),
             mention.entity, mention.confidence, "\n".join(mention.evidence),
             *_figure_columns(value), *_time_columns(value), *_name_columns(value))
        )  # fmt: skip
        self.rows["mention_pieces"] += [(mention.id, n, page, s, e) for n, (s, e) in enumerate(further, 1)]
        if isinstance(value, PolicyValue):
            self.rows["policies"].append(
                (mention.id, page, mention.article, value.title, value.kind, value.doc_number, value.issuer,
                 value.date, value.status, value.version)
            )  # fmt: skip
            issuers = value.issuers or ((value.issuer,) if value.issuer else ())
            self.rows["policy_issuers"] += [(mention.id, n, page, name) for n, name in enumerate(issuers)]

    def add_fact(self, fact: Fact) -> None:
        page = self.page.id
        self.rows["facts"].append((fact.id, page, fact.kind, fact.article, *self.sentence(fact.article, fact.sentence)))
        self.rows["fact_spans"] += [
            (fact.id, field, n, page, s, e) for field, spans in fact.spans.items() for n, (s, e) in enumerate(spans)
        ]
        known = (m for m in dict.fromkeys(fact.evidence) if m in self.mentions)
        self.rows["fact_evidence"] += [(fact.id, n, page, m) for n, m in enumerate(known)]
        self._add_kind(fact, page)

    def _add_kind(self, fact: Fact, page: str) -> None:
        match fact:
            case AppointmentFact():
                self.rows["appointments"].append(
                    (fact.id, page, fact.person, fact.position, fact.organization, fact.action)
                )
            case IndicatorFact():
                change, rank = fact.change, fact.rank
                self.rows["indicators"].append(
                    (fact.id, page, fact.subject, fact.indicator, fit_figure(fact.value), fit_figure(fact.high),
                     ":".join(fact.terms) if fact.terms else None, fact.unit, fact.bound, fact.start, fact.end,
                     *((change.kind, fit_figure(change.value), change.unit) if change else (None,) * 3),
                     *((rank.scope, fit_figure(rank.value), rank.text) if rank else (None,) * 3))
                )  # fmt: skip
            case IssuanceFact():
                self.rows["issuances"].append((fact.id, page, fact.policy, fact.issuer, fact.doc_number, fact.date))
            case AssignmentFact():
                self.rows["assignments"].append((fact.id, page, fact.task))
                self.rows["assignment_bodies"] += [(fact.id, n, page, name) for n, name in enumerate(fact.bodies)]
            case DealFact():
                self.rows["deals"].append(
                    (fact.id, page, fact.deal, fit_figure(fact.amount), fit_figure(fact.high), fact.currency,
                     fact.bound, fact.instrument, fact.collateral, fit_figure(fact.count), fact.date,
                     fit_figure(fact.rate))
                )  # fmt: skip
                self.rows["deal_parties"] += [(fact.id, n, page, p.role, p.name) for n, p in enumerate(fact.parties)]


def page_rows(page: Page, content: bytes) -> Rows:
    """Make the rows of a page.

    Args:
        page: what was extracted.
        content: the same page as packed JSON, for the column that keeps it whole.

    >>> import newsextract
    >>> rows = page_rows(newsextract.extract("本报讯 全年完成投资3亿元。"), b"")
    >>> len(rows["pages"]), len(rows["articles"])
    (1, 1)
    """
    made = _PageRows(page)
    source, extractor = page.source, page.extractor
    made.rows["pages"].append(
        (page.id, source.path, source.sha256, source.encoding, source.characters, source.newspaper, source.page_no,
         source.url, page.published, page.published_basis, page.region, page.region_basis, page.status,
         "\n".join(page.warnings), extractor.version, extractor.lexicons, extractor.options, content)
    )  # fmt: skip
    for number, article in enumerate(page.articles):
        made.add_article(number, article)
    made.rows["blocks"] = [
        (b.id, page.id, n, b.start, b.end, b.role, b.article, b.joins) for n, b in enumerate(page.blocks)
    ]
    made.rows["entities"] = [(e.id, e.type, e.name, e.code) for e in page.entities]
    for mention in page.mentions:
        made.add_mention(mention)
    for fact in page.facts:
        made.add_fact(fact)
    return {table: rows for table, rows in made.rows.items() if rows}
