"""Pages in the forms of annotation tools and trainers.

Label Studio, doccano and CoNLL get the page as it was decoded, with the offsets of the page, so that what is corrected there can
come back as gold (``newsextract.export.gold``). spaCy gets the articles' clean text, as a model would read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args

from newsextract.errors import InputError, OptionError, OutputError
from newsextract.model import MENTION_TYPES, Page

__all__ = ["FORMATS", "Format", "export_pages", "label_studio_interface"]

Format = Literal["label-studio", "doccano", "conll", "spacy"]
FORMATS: tuple[str, ...] = get_args(Format)


def export_pages(pages: Iterable[Page], form: Format, path: str | Path) -> int:
    """Write pages for an annotation tool or a trainer.

    Args:
        pages: what to write; pages without their text (failed ones) are passed over.
        form: ``label-studio`` (a JSON list of tasks), ``doccano`` (JSON Lines), ``conll`` (character, offset, tag), ``spacy`` (DocBin).
        path: the file.

    Returns:
        how many pages were written.

    Raises:
        OptionError: no such form.
        OutputError: the file cannot be written.
    """
    if form not in FORMATS:
        raise OptionError(f"no format {form!r}", where="format", todo=f"one of {', '.join(FORMATS)}")
    written = [page for page in pages if page.text]
    match form:
        case "label-studio":
            data = json.dumps([_task(page) for page in written], ensure_ascii=False, indent=1).encode()
        case "doccano":
            data = "".join(json.dumps(_line(page), ensure_ascii=False) + "\n" for page in written).encode()
        case "conll":
            data = "".join(part for page in written for part in _conll(page)).encode()
        case _:
            data = _docbin(written)
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise OutputError(error.strerror or "cannot be written", where=str(path), todo="choose another file") from error
    return len(written)


def text_of(page: Page) -> str:
    """Return the page's text.

    Raises:
        InputError: it was not kept.
    """
    if page.text is None:
        raise InputError("the page's text was not kept", where=page.source.path or page.id, todo="extract it again")
    return page.text


def _task(page: Page) -> dict[str, Any]:
    """Make a Label Studio task: a mention of two pieces has two regions with one mention id."""
    result = [
        {
            "id": m.id if n == 0 else f"{m.id}-{n}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "score": m.confidence,
            "value": {"start": start, "end": end, "text": text_of(page)[start:end], "labels": [m.type]},
            "meta": {"mention": m.id},
        }
        for m in page.mentions
        for n, (start, end) in enumerate(m.spans)
    ]
    version = f"newsextract {page.extractor.version}"
    data = {"text": text_of(page), "page": page.source.path, "page_id": page.id}
    return {"data": data, "predictions": [{"model_version": version, "result": result}]}


def label_studio_interface() -> str:
    """Return the labeling interface that the tasks are made for, as Label Studio's XML.

    >>> label_studio_interface().splitlines()[1].strip()
    '<Labels name="label" toName="text">'
    """
    labels = "\n".join(f'    <Label value="{kind}"/>' for kind in MENTION_TYPES)
    return f'<View>\n  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n  <Text name="text" value="$text"/>\n</View>\n'


def _line(page: Page) -> dict[str, Any]:
    label = [[start, end, m.type] for m in page.mentions for start, end in m.spans]
    return {"text": text_of(page), "label": label, "page": page.source.path, "page_id": page.id}


def _conll(page: Page) -> Iterator[str]:
    """Write one character of the page a line; I- that follows another mention or O goes on with the last mention of its type."""
    text = text_of(page)
    tags = ["O"] * len(text)
    for m in page.mentions:
        first = True
        for start, end in m.spans:
            for at in range(start, end):
                if not text[at].isspace():
                    tags[at] = f"{'B' if first else 'I'}-{m.type}"
                    first = False
    yield f"# page = {page.source.path or page.id}\n# page_id = {page.id}\n"
    for block in page.blocks:
        for at in range(block.start, block.end):
            if not text[at].isspace():
                yield f"{text[at]}\t{at}\t{tags[at]}\n"
        yield "\n"


def _docbin(pages: Iterable[Page]) -> bytes:
    import spacy
    from spacy.tokens import DocBin

    import newsextract.tokenize  # noqa: F401  (registers the tokenizer)

    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsextract.CharacterTokenizer.v1"}}})
    store = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SENT_START"])
    for page in pages:
        for article in page.articles:
            doc = nlp.make_doc(article.text)
            found = [
                doc.char_span(*m.article_span, label=m.type)
                for m in page.mentions
                if m.article == article.id and m.article_span
            ]
            doc.ents = [span for span in found if span is not None]
            starts = {start for start, _ in article.sentences}
            for token in doc:
                token.is_sent_start = token.i in starts or token.i == 0
            store.add(doc)
    return bytes(store.to_bytes())
