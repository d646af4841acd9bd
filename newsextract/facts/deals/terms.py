"""What else is said of a deal: instrument, collateral, count, rate, date."""

from __future__ import annotations

from typing import Any

from newsextract.doc import raw_text
from newsextract.facts.indicators.naming import counted_noun, measured_noun
from newsextract.facts.indicators.tokens import tokens_of
from newsextract.facts.statement import Figure, Statement
from newsextract.recognize.patterns import Pattern

__all__ = ["collateral_of", "count_of", "instrument_of", "rate_of"]

Found = tuple[str, list[int]] | None
_COLLATERAL = Pattern(
    "what is pledged",
    r"(?: 以 | 凭 | 凭借 | 将 | 用 | 通过质押 ) (?: 其 )? (?P<thing> [^，。；以]{2,24}? ) (?: 作为 | 作 | 为 | 进行 )? (?: 质押 | 抵押 )",
)
_RATE = Pattern("interest rate", r"(?: 年利率 | 贷款利率 | 年化利率 | 利率 ) (?: 为 | 仅 | 低至 | 是 | 约 )? \z")
_TRANSACTIONS = ("笔", "单", "项", "宗", "个")
_RECEIVERS = ("家", "户", "名", "人", "户次", "人次", "家(次)", "家（次）", "位")
_FUND_NAME = Pattern("name of a fund", r".* (?: 基金 | 资金池 | 资金 | 专项计划 )")


def instrument_of(kind: str, statement: Statement, figure: Figure) -> Found:
    """Name the product, plan, fund or project of a deal as printed, with its place."""
    products = [m for m in statement.others if m.label_ == "PRODUCT"]
    if products:
        joined = [products[0]]
        for product in products[1:]:
            gap = raw_text(statement.doc)[joined[-1].end : product.start]
            if gap.strip("“”、和与及"):
                break
            joined.append(product)
        return "、".join(p.text for p in joined), [joined[0].start, joined[-1].end]
    if kind != "fund":
        return None
    for phrase in (
        counted_noun(tokens_of(statement.doc, figure.span.end, figure.clause_end, statement.others)),
        measured_noun(tokens_of(statement.doc, figure.clause_start, figure.left_end, statement.others)),
    ):
        if phrase and _FUND_NAME.fullmatch(phrase[0]):
            return raw_text(statement.doc)[phrase[1] : phrase[2]], [phrase[1], phrase[2]]
    return None


def collateral_of(statement: Statement, text: str) -> Found:
    """Return what is pledged or mortgaged, as printed, with its place."""
    hit = _COLLATERAL.search(text, statement.start, statement.end)
    if hit is None:
        return None
    return raw_text(statement.doc)[hit.start("thing") : hit.end("thing")], [hit.start("thing"), hit.end("thing")]


def count_of(statement: Statement, figure: Figure) -> str | None:
    """Return how many transactions a sum adds up, else how many receivers."""
    counted = [
        f for f in statement.figures if f.span.label_ == "QUANTITY" and abs(f.span.start - figure.span.start) < 60
    ]
    for units in (_TRANSACTIONS, _RECEIVERS):
        near = [f for f in counted if f.unit in units]
        if near:
            value: Any = min(near, key=lambda f: abs(f.span.start - figure.span.start)).value.get("low")
            return str(value) if value is not None else None
    return None


def rate_of(statement: Statement, text: str) -> str | None:
    """Return the interest rate that is agreed, per cent a year; not the lowest of a product."""
    for figure in statement.figures:
        if figure.span.label_ == "PERCENT" and _RATE.search(text, statement.start, figure.span.start):
            value: Any = figure.value
            return str(value["low"]) if value.get("bound") == "exact" else None
    return None
