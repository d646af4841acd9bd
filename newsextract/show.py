"""A page for the terminal: its articles with coloured mentions and their values, and its facts as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from newsextract.model import Page
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
    canonical_decimal,
)

__all__ = ["COLUMNS", "STYLES", "render", "value_in_words"]

#: Colour of each type on a terminal of 16 colours: figures green, times yellow, names blue to magenta, titles cyan.
STYLES = {
    "MONEY": "bold green", "PERCENT": "green", "QUANTITY": "green", "ORDINAL": "green", "TIME": "yellow",
    "POLICY": "bold cyan", "DOC_NUMBER": "cyan", "WORK": "cyan", "PERSON": "bold magenta", "POSITION": "magenta",
    "ORG": "bold blue", "PLACE": "blue", "EVENT": "red", "PRODUCT": "red",
}  # fmt: skip

#: What a table of facts shows, by kind.
COLUMNS: dict[str, tuple[str, ...]] = {
    "appointment": ("person", "position", "organization", "action"),
    "indicator": ("subject", "indicator", "value", "change", "rank", "time"),
    "issuance": ("policy", "issuer", "doc_number", "date"),
    "assignment": ("task", "bodies"),
    "deal": ("deal", "amount", "parties", "instrument", "collateral", "rate", "date"),
}

_BOUND = {"exact": "", "approx": "≈ ", "min": "≥ ", "max": "≤ "}


def _figure(figure: Decimal) -> str:
    whole, point, rest = canonical_decimal(figure).partition(".")
    return f"{int(whole):,}{point}{rest}"


def _figures(low: Decimal | None, high: Decimal | None, unit: str | None, bound: str | None = "exact") -> str:
    if low is None:
        return ""
    reach = _figure(low) if high is None or high == low else f"{_figure(low)}–{_figure(high)}"
    return f"{_BOUND[bound or 'exact']}{reach}{f' {unit}' if unit else ''}"


def _time(value: TimeValue) -> str:
    if value.duration:
        return value.duration + (" (working days)" if value.working_days else "")
    if value.start is None and value.end is None:
        # What has no place on the calendar says no more than its words.
        return "" if value.kind == "vague" else value.timex or ""
    days = str(value.start or "…") if value.start == value.end else f"{value.start or '…'} – {value.end or '…'}"
    return f"{days} {value.part}" if value.part else days


def value_in_words(value: Any) -> str:
    """Spell a mention's value for people; empty where the value says nothing that the text does not.

    >>> from decimal import Decimal
    >>> value_in_words(MoneyValue(low=Decimal("3E8"), high=Decimal("5E8"), currency="CNY", bound="approx"))
    '≈ 300,000,000–500,000,000 CNY'
    >>> value_in_words(OrgValue())
    ''
    """
    match value:
        case MoneyValue():
            return _figures(value.low, value.high, value.currency, value.bound)
        case PercentValue():
            return _figures(value.low, value.high, value.unit, value.bound)
        case QuantityValue(terms=None):
            return _figures(value.low, value.high, value.unit, value.bound)
        case QuantityValue():
            return " : ".join(value.terms or ())
        case OrdinalValue():
            return f"no. {canonical_decimal(value.value)}"
        case TimeValue():
            return _time(value)
        case PolicyValue():
            return " · ".join(filter(None, (value.kind, value.doc_number, value.issuer, value.status)))
        case DocNumberValue():
            return value.value
        case OrgValue():
            return value.canonical or ""
        case PlaceValue():
            return value.code or ""
    return ""


def _highlighted(text: str, mentions: list[Any]) -> Text:
    shown = Text()
    at = 0
    for mention in sorted(mentions, key=lambda m: m.article_span):
        start, end = mention.article_span
        if start < at:
            continue
        shown.append(text[at:start])
        shown.append(text[start:end], style=STYLES.get(mention.type, "bold"))
        words = value_in_words(mention.value)
        # A value that only says the text again is noise.
        if words and "".join(words.split()) != text[start:end]:
            shown.append(f"‹{words}›", style="dim")
        at = end
    shown.append(text[at:])
    return shown


def fact_row(fact: Any) -> dict[str, str]:
    """Spell a fact's fields for people, by the names of ``COLUMNS``."""
    row: dict[str, str] = {}
    for name in COLUMNS.get(fact.kind, ()):
        match name:
            case "value":
                ratio = " : ".join(fact.terms) if fact.terms else ""
                row[name] = ratio or _figures(fact.value, fact.high, fact.unit, fact.bound)
            case "amount":
                row[name] = _figures(fact.amount, fact.high, fact.currency, fact.bound)
            case "change":
                change = fact.change
                row[name] = f"{change.kind} {_figures(change.value, None, change.unit)}".strip() if change else ""
            case "rank":
                rank = fact.rank
                place = rank and (
                    rank.text or (rank.value is not None and f"no. {canonical_decimal(rank.value)}") or ""
                )
                row[name] = f"{rank.scope or ''} {place}".strip() if rank else ""
            case "time":
                days = dict.fromkeys(str(d) for d in (fact.start, fact.end) if d)
                row[name] = " – ".join(days)
            case "parties":
                row[name] = "; ".join(f"{party.role} {party.name}" for party in fact.parties)
            case "rate":
                row[name] = f"{canonical_decimal(fact.rate)} %" if fact.rate is not None else ""
            case "bodies":
                row[name] = "、".join(fact.bodies)
            case _:
                row[name] = str(getattr(fact, name) or "")
    return row


def _facts(page: Page) -> Iterator[RenderableType]:
    for kind, names in COLUMNS.items():
        rows = [fact_row(fact) for fact in page.facts if fact.kind == kind]
        if rows:
            # Columns that no row fills take room from the ones that say something.
            used = [name for name in names if any(row[name] for row in rows)]
            table = Table(title=kind, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
            for name in used:
                table.add_column(name, overflow="fold")
            for row in rows:
                table.add_row(*(Text(row[name]) for name in used))
            yield table


def _head(page: Page) -> Text:
    known = [page.source.path or page.id]
    known.append(f"{page.published} ({page.published_basis})" if page.published else "date unknown")
    if page.region:
        known.append(f"region {page.region} ({page.region_basis})")
    known.append(f"{page.source.characters:,} characters")
    return Text(" · ".join(known), style="bold")


def render(page: Page) -> RenderableType:
    """Make what rich prints of a page.

    >>> from rich.console import Console
    >>> from newsextract import extract
    >>> Console(width=60, color_system=None).print(render(extract("")))  # doctest: +ELLIPSIS
    5f9... · date unknown · 0 characters
    the page holds no text
    """
    parts: list[RenderableType] = [_head(page)]
    parts += [Text(warning, style="yellow") for warning in page.warnings]
    for number, article in enumerate(page.articles, 1):
        parts.append(Rule(Text(f"{number}  {article.headline or article.kind}", style="bold"), align="left"))
        names = [*article.reporters, *article.correspondents, *article.photographers]
        if names:
            parts.append(Text(" ".join(names), style="dim"))
        mentions = [m for m in page.mentions if m.article == article.id and m.article_span]
        parts.append(_highlighted(article.text, mentions))
    counts: Counter[str] = Counter(m.type for m in page.mentions)
    if counts:
        legend = Text(" ").join(Text(f"{kind} {counts[kind]}", style=STYLES[kind]) for kind in STYLES if kind in counts)
        parts += [Rule(style="dim"), legend]
    parts += _facts(page)
    return Group(*parts)
