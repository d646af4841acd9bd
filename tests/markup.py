"""Inline markup, so that a test reads as the sentence it is about.

    投资[3亿元|MONEY low=300000000 currency=CNY]

A mention stands in square brackets with its type and, where they matter, the fields of its value. A field not named
is not compared; ``field=-`` says that it is absent; an underscore stands for a blank inside a value. A square bracket
that belongs to the text is doubled: [[, ]].
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import newsextract.pipeline  # registers the components
from newsextract.doc import mentions_of

_MARK = re.compile(r"\[(?!\[)(?P<text>[^|\[\]]+)\|(?P<type>[A-Z_]+)(?P<fields>(?: [a-z_]+=\S+?)*)\](?!\])")
_FIELD = re.compile(r"([a-z_]+)=(\S+)")

#: A mention as compared: text, start, type, fields.
Marked = tuple[str, int, str, dict[str, str]]


def parse(marked: str) -> tuple[str, list[Marked]]:
    """Take inline markup apart: the plain text, and the mentions it marks."""
    plain, found, at = "", [], 0
    for hit in _MARK.finditer(marked):
        plain += marked[at : hit.start()].replace("[[", "[").replace("]]", "]")
        fields = {name: value.replace("_", " ") for name, value in _FIELD.findall(hit["fields"])}
        found.append((hit["text"], len(plain), hit["type"], fields))
        plain += hit["text"]
        at = hit.end()
    return plain + marked[at:].replace("[[", "[").replace("]]", "]"), found


@functools.cache
def _pipe(components: tuple[str, ...]) -> Language:
    if not components:
        return newsextract.pipeline.shared_nlp()
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsextract.CharacterTokenizer.v1"}}})
    for name in (*components, "newsextract_resolve"):
        nlp.add_pipe(name)
    return nlp


def read(text: str, *components: str, published: str | None = None, region: str | None = None) -> Doc:
    """Run the pipeline (or only some recognisers and the settling) over a text taken as one block."""
    nlp = _pipe(components)
    doc = nlp.make_doc(text)
    doc._.frame = {"published": published, "year": None, "region": region, "duplicates": []}
    return nlp(doc)


def check(
    marked: str, types: Iterable[str], *components: str, published: str | None = None, region: str | None = None
) -> None:
    """Assert that exactly the marked mentions of the given types are found, with the marked values.

    Args:
        marked: a text with inline markup.
        types: mention types that are compared; others are passed over.
        components: recognisers to run; none for the whole pipeline.
        published: publication date of the page.
        region: GB/T 2260 code of the page's region.
    """
    wanted = set(types)
    text, expected = parse(marked)
    doc = read(text, *components, published=published, region=region)
    found = [(s.text, s.start, s.label_, s._.value or {}) for s in mentions_of(doc) if s.label_ in wanted]
    assert [m[:3] for m in found] == [m[:3] for m in expected]
    for (name, _, _, value), (_, _, _, fields) in zip(found, expected, strict=True):
        assert {k: _spell(value.get(k)) for k in fields} == fields, name


def _spell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
