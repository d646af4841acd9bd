"""Named products, platforms, projects, programmes, brands and financial products."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import propose
from newsextract.recognize.products.local import by_place
from newsextract.recognize.products.shapes import (
    Found,
    by_definition,
    by_head,
    by_list,
    by_model,
    by_name,
    by_quotes,
)
from newsextract.recognize.reach import punctuated

#: A string of so many characters, once found, is found again elsewhere on the page.
_REPEATED = 3


def _repeats(text: str, found: list[Found]) -> list[Found]:
    """Other places of names that a quotation or definition showed to be names."""
    known = {text[a:b] for a, b, _, why in found if why.startswith(("quoted", "verb", "page", "shape:loan"))}
    again: list[Found] = []
    for name in known:
        if len(name) < _REPEATED:
            continue
        at = text.find(name)
        while at >= 0:
            again.append((at, at + len(name), 0.7, "page:named elsewhere"))
            at = text.find(name, at + len(name))
    return again


@Language.component("newsextract_products")
def products(doc: Doc) -> Doc:
    """Propose PRODUCT."""
    found: list[Found] = []
    for find in (by_name, by_model, by_quotes, by_head, by_list, by_place):
        found += find(doc)
    found += list(by_definition(doc, found))
    seen: set[tuple[int, int]] = set()
    for start, end, confidence, evidence in found + _repeats(punctuated(doc), found):
        if (start, end) not in seen:
            seen.add((start, end))
            propose(doc, start, end, "PRODUCT", by="products", confidence=confidence, evidence=[evidence])
    return doc
