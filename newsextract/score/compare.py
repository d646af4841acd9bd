"""When two values, names or facts count as equal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

__all__ = ["VALUE_FIELDS", "appointment_key", "issuance_key", "lcs", "plain", "same_indicator", "same_value"]

#: Fields of each type's value that are compared.
VALUE_FIELDS: dict[str, tuple[str, ...]] = {
    "MONEY": ("low", "high", "currency", "bound"),
    "PERCENT": ("low", "high", "unit", "bound"),
    "QUANTITY": ("low", "high", "unit", "bound", "terms"),
    "ORDINAL": ("value",),
    "TIME": ("kind", "start", "end", "part", "duration"),
    "POLICY": ("title", "kind", "doc_number"),
    "DOC_NUMBER": ("value",),
    "ORG": ("canonical",),
    "PLACE": ("code",),
}
_FIGURE = re.compile(r"-?[0-9]+(\.[0-9]+)?$")


def plain(value: Any) -> Any:
    """Reduce a value to the form that is compared: no blanks, figures in one spelling, empty as None.

    >>> plain("1 200.50"), plain(""), plain(["1", "1.20"])
    ('1200.5', None, ['1', '1.2'])
    """
    if value is None or value == "" or value is False:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        value = re.sub(r"\s+", "", value)
        return format(Decimal(value).normalize(), "f") if _FIGURE.match(value) else value
    if isinstance(value, list):
        return [plain(x) for x in value] or None
    return value


def lcs(a: str, b: str) -> int:
    """Length of the longest common subsequence.

    >>> lcs("市科技局", "烟台市科学技术局")
    4
    """
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], (before + 1 if x == y else max(row[j], row[j - 1]))
    return row[-1]


def same_value(
    kind: str, gold: Mapping[str, Any] | None, found: Mapping[str, Any] | None, text: str, open_day: str | None = None
) -> bool:
    """Say whether a found value equals the gold one.

    Args:
        kind: mention type.
        gold: the gold value.
        found: the value found.
        text: the mention's clean text.
        open_day: a day (ISO) that the page does not print, so that it may stay open.
    """
    gold, found = gold or {}, found or {}
    for field in VALUE_FIELDS.get(kind, ()):
        g, f = plain(gold.get(field)), plain(found.get(field))
        if kind == "ORG" and g is None:
            # The page gives no fuller name: none, the name itself, or one that spells the short form out in order.
            if f is not None and lcs(text, f) != len(text):
                return False
            continue
        if kind == "TIME" and open_day and g == open_day and f is None:
            continue
        if g != f:
            return False
    return True


def appointment_key(fact: Mapping[str, Any], alias: Mapping[str, str]) -> tuple[Any, ...]:
    """Make the key on which appointments are compared; ``alias`` leads short names of bodies to full ones."""
    body = plain(fact.get("organization"))
    return (
        "appointment",
        plain(fact.get("person")),
        plain(fact.get("position")),
        alias.get(body, body) if body else body,
    )


def issuance_key(fact: Mapping[str, Any], alias: Mapping[str, str]) -> tuple[Any, ...]:
    """Make the key on which issuances are compared: the title without marks, and the number."""
    return ("issuance", re.sub(r"[《》]", "", plain(fact.get("policy")) or ""), plain(fact.get("doc_number")))


def same_indicator(gold: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Say whether two indicators are one: the same figure, and names that share 0.6 of their characters in order."""
    if any(plain(gold.get(x)) != plain(found.get(x)) for x in ("value", "unit", "terms")):
        return False
    a, b = plain(gold.get("indicator")) or "", plain(found.get("indicator")) or ""
    return bool(a and b) and lcs(a, b) / max(len(a), len(b)) >= 0.6
