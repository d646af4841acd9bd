"""Sums of running text → deal facts; the same sum told again in an article is one deal."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import frame_of, mentions_of, norm_text
from newsextract.facts.context import Context, Subject
from newsextract.facts.deals.kinds import kind_of
from newsextract.facts.deals.parties import Scene, parties_of
from newsextract.facts.deals.terms import collateral_of, count_of, instrument_of, rate_of
from newsextract.facts.deals.words import KINDS
from newsextract.facts.statement import Figure, Statement, statements

__all__ = ["deals"]

FactDict = dict[str, Any]


@Language.component("newsextract_deals")
def deals(doc: Doc) -> Doc:
    """Append the deal facts of a Doc to ``doc._.facts``."""
    if next(mentions_of(doc, "MONEY"), None) is None:
        return doc
    told = statements(doc)
    context = Context(doc, told)
    text = norm_text(doc)
    repeated = set(frame_of(doc)["duplicates"])
    found: dict[tuple[int, str, str], FactDict] = {}
    last: FactDict | None = None
    for statement in told:
        context.enter(statement)
        if statement.role != "body" or statement.article in repeated:
            continue
        for figure in statement.figures:
            if figure.span.label_ != "MONEY":
                continue
            whole = (
                last
                if last is not None and last["_article"] == statement.article and _is_instalment(statement, figure)
                else None
            )
            fact = _deal(statement, figure, context, text, whole)
            if fact is None:
                continue
            if whole is not None:
                _inherit(fact, whole)
            last = {**fact, "_article": statement.article}
            key = (statement.article, str(fact["amount"]), str(fact["currency"]))
            found[key] = _merge(found[key], fact) if key in found else fact
    doc._.facts = [*(doc._.facts or []), *found.values()]
    return doc


def _deal(statement: Statement, figure: Figure, context: Context, text: str, whole: FactDict | None) -> FactDict | None:
    paragraph = text[statement.paragraph_start : statement.paragraph_end]
    kind = kind_of(statement, figure, text, paragraph) or (whole["deal"] if whole else None)
    if kind is None:
        return None
    parties = parties_of(kind, Scene(statement, figure, context, text))
    instrument = instrument_of(kind, statement, figure) or _project(context.subject_of(statement, figure), context)
    count = count_of(statement, figure)
    named = [p[0] for p in parties] + [p["role"] for p in (whole["parties"] if whole else [])]
    if not _told_of_somebody(kind, named, instrument is not None, count is not None):
        return None
    collateral = collateral_of(statement, text) if kind in ("loan", "pledge_loan", "securitisation") else None
    start, end, day = context.period_of(statement, figure)
    value = figure.value
    low, high = value.get("low"), value.get("high")
    place = [figure.span.start, figure.span.end]
    spans: dict[str, list[list[int]]] = {"amount": [place]}
    for n, (_, _, where) in enumerate(parties):
        if where and statement.start <= where[0] < statement.end:
            spans[f"parties.{n}"] = [where]
    for field, found in (("instrument", instrument), ("collateral", collateral)):
        if found:
            spans[field] = [found[1]]
    dated = start is not None and start == end
    if dated and day:
        spans["date"] = [day]
    return {
        "kind": "deal",
        "deal": kind,
        "amount": low,
        "high": high if high != low else None,
        "currency": value.get("currency"),
        "bound": value.get("bound", "exact"),
        "parties": [{"role": role, "name": name} for role, name, _ in parties],
        "instrument": instrument[0] if instrument else None,
        "collateral": collateral[0] if collateral else None,
        "count": count,
        "date": start if dated else None,
        "rate": rate_of(statement, text) if kind in ("loan", "pledge_loan") else None,
        "spans": spans,
        "evidence": [place],
    }


def _project(subject: Subject | None, context: Context) -> tuple[str, list[int]] | None:
    """Return the product or project that a sentence is about where it is named by 该工程 or the like."""
    if subject is None or subject[1] is None:
        return None
    names = [m for m in context.named if context.name_of(m) == subject[0]]
    return (subject[0], subject[1]) if names and names[-1].label_ == "PRODUCT" else None


def _told_of_somebody(kind: str, roles: list[str], instrument: bool, count: bool) -> bool:
    """Whether a sum is a deal of somebody's, rather than the total of a place (全市新增贷款310亿元)."""
    if kind == "contract":
        return bool(roles) or instrument or count
    if kind == "fine":
        return True  # whoever pays, a fine is one person's or body's
    if kind == "investment":
        return bool(roles) or instrument
    if kind == "fund":
        return instrument or bool(roles)
    return bool(roles) or instrument or count


def _is_instalment(statement: Statement, figure: Figure) -> bool:
    """Whether a sum is the first of a larger one that was told before: 首笔200万元贷款."""
    lead = norm_text(statement.doc)[max(statement.start, figure.span.start - 6) : figure.span.start]
    return any(w in lead for w in ("首笔", "首批"))


def _inherit(fact: FactDict, whole: FactDict) -> None:
    """Give the instalment of a loan the parties of the whole that it does not name itself."""
    if not {fact["deal"], whole["deal"]} <= {"loan", "pledge_loan"}:
        return
    roles = {p["role"] for p in fact["parties"]}
    fact["parties"] = [*fact["parties"], *(p for p in whole["parties"] if p["role"] not in roles)]


def _merge(first: FactDict, again: FactDict) -> FactDict:
    """Make one deal of a sum that is told twice: the more telling kind, everything that either says."""
    main, other = (first, again) if KINDS.index(first["deal"]) <= KINDS.index(again["deal"]) else (again, first)
    merged = {k: v if v not in (None, []) else other[k] for k, v in main.items()}
    amounts = first["spans"]["amount"] + again["spans"]["amount"]
    merged["spans"] = {**other["spans"], **main["spans"], "amount": sorted(amounts)}
    merged["evidence"] = sorted([*first["evidence"], *again["evidence"]])
    return merged
