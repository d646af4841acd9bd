"""The whole of newsextract as one spaCy component, for pipelines that users build themselves.

    import spacy
    nlp = spacy.blank("zh")
    nlp.add_pipe("newsextract", config={"published": "2024-08-15"})
    doc = nlp("本报讯 全年完成投资3亿元。")

It reads ``doc.text`` as one page, whatever tokenizer made the Doc, and sets

    doc.ents, doc.spans["newsextract"]   the mentions whose edges fall on edges of the Doc's tokens
    span._.value, ._.confidence, ._.evidence, ._.entity   as in newsextract.doc
    doc._.newsextract                    the page as JSON-safe data, with every mention and fact; offsets are those of doc.text

The characters of ``spacy.blank("zh")`` lose no mention. A tokenizer that makes words does: up to a fifth of the names begin or end
inside one of its words. ``alignment`` says what becomes of them: ``strict`` leaves them out of the spans, ``expand`` widens them to
whole tokens, ``contract`` narrows them; in ``doc._.newsextract`` all stand with their exact offsets.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from newsextract.doc import SPANS
from newsextract.errors import OptionError
from newsextract.extractor import Extractor

__all__ = ["Alignment", "NewsExtract", "make_newsextract"]

Alignment = Literal["strict", "expand", "contract"]

Doc.set_extension("newsextract", default=None, force=True)


class NewsExtract:
    """The component.

    Args:
        extractor: how pages are extracted.
        alignment: what becomes of a mention that begins or ends inside a token.
    """

    def __init__(self, extractor: Extractor, alignment: Alignment = "strict") -> None:
        self.extractor, self.alignment = extractor, alignment

    def __call__(self, doc: Doc) -> Doc:
        """Extract the Doc's text as one page and set what was found."""
        page = self.extractor.extract(doc.text)
        data = page.model_dump(mode="json", exclude={"text"})
        entities = {entity["id"]: n for n, entity in enumerate(data["entities"])}
        spans: list[Span] = []
        for mention in data["mentions"]:
            # What a caption or a column break cuts in two becomes two spans with one value.
            for left, right in mention["spans"]:
                span = doc.char_span(left, right, label=mention["type"], alignment_mode=self.alignment)
                if span is None or not len(span):
                    continue
                span._.value = mention["value"]
                span._.confidence = mention["confidence"]
                span._.evidence = mention["evidence"]
                span._.entity = entities.get(mention["entity"])
                spans.append(span)
        doc.spans[SPANS] = spans
        doc.ents = filter_spans(spans)
        doc._.entities = [{k: e[k] for k in ("type", "name", "code")} for e in data["entities"]]
        doc._.newsextract = data
        return doc


@Language.factory(
    "newsextract",
    assigns=["doc.ents", "doc.spans", "doc._.newsextract"],
    default_config={
        "published": None,
        "region": None,
        "lexicons": [],
        "recognizers": [],
        "alignment": "strict",
    },
)
def make_newsextract(
    nlp: Language,
    name: str,
    *,
    published: str | None,
    region: str | None,
    lexicons: Sequence[str],
    recognizers: Sequence[str],
    alignment: Alignment,
) -> NewsExtract:
    """Make the component from JSON-safe options.

    Raises:
        OptionError: an option has a value that cannot be used.
    """
    try:
        day = dt.date.fromisoformat(published) if published else None
    except ValueError as error:
        todo = "write it as 2024-08-15"
        raise OptionError(f"{published!r} is no date", where="published", todo=todo) from error
    options: dict[str, Any] = {"region": region, "lexicons": list(lexicons), "recognizers": list(recognizers)}
    return NewsExtract(Extractor(published=day, **options), alignment)
