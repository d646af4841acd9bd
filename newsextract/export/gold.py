"""What was corrected in an annotation tool, as gold that ``newsextract score`` measures against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsextract.errors import InputError, OptionError, OutputError
from newsextract.export.formats import FORMATS, Format, text_of
from newsextract.model import MENTION_TYPES, Page
from newsextract.recognize.figures import parse_money, parse_percent
from newsextract.recognize.times import parse_time

__all__ = ["import_gold"]

#: A corrected mention: its type and its pieces on the page.
_Corrected = tuple[str, list[tuple[int, int]]]


def import_gold(path: str | Path, form: Format, pages: Iterable[Page], folder: str | Path) -> int:
    """Turn corrected annotations into gold files.

    Blocks, articles and facts are taken from the pages as they were extracted; mentions are the corrected ones. A mention that was not
    touched keeps its value; the value of a new one is read from its words where that is possible, and the rest is listed in the gold
    file's ``notes`` for a person to fill in.

    Args:
        path: what the tool exported: ``label-studio`` (JSON), ``doccano`` (JSON Lines) or ``conll``.
        form: its format.
        pages: the pages that were exported to the tool.
        folder: where ``NAME.gold.json`` files go; it is made where it is missing.

    Returns:
        how many gold files were written.

    Raises:
        OptionError: the format is none that comes back.
        InputError: the file is not of that format, or is about a page that is not among the pages.
        OutputError: a gold file cannot be written.
    """
    readers = {"label-studio": _label_studio, "doccano": _doccano, "conll": _conll}
    if form not in readers:
        raise OptionError(f"{form!r} does not come back", where="format", todo=f"one of {', '.join(FORMATS[:3])}")
    known = {page.id: page for page in pages}
    folder = Path(folder)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", where=str(path), todo="check the path") from error
    done = 0
    try:
        for page_id, mentions in readers[form](data.decode("utf-8-sig")):
            if page_id not in known:
                todo = "give the target that was exported"
                raise InputError(f"no page {page_id!r} among the pages", where=str(path), todo=todo)
            _write(folder, known[page_id], mentions)
            done += 1
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise InputError(f"not {form}: {error}", where=str(path), todo="export it in the format it came in") from error
    return done


def _label_studio(text: str) -> Iterator[tuple[str, list[_Corrected]]]:
    for task in json.loads(text):
        # What a person annotated goes before what was predicted.
        drafts = task.get("annotations") or task["predictions"]
        pieces: dict[str, _Corrected] = {}
        for n, region in enumerate(drafts[-1]["result"]):
            if region["type"] != "labels":
                continue
            value = region["value"]
            kind = value["labels"][0]
            key = f"{(region.get('meta') or {}).get('mention', n)} {kind}"
            pieces.setdefault(key, (kind, []))[1].append((value["start"], value["end"]))
        yield task["data"]["page_id"], [(kind, sorted(spans)) for kind, spans in pieces.values()]


def _doccano(text: str) -> Iterator[tuple[str, list[_Corrected]]]:
    for line in filter(str.strip, text.splitlines()):
        data = json.loads(line)
        # doccano writes what it calls entities as objects, what it calls labels as lists.
        labels = [(e["start_offset"], e["end_offset"], e["label"]) for e in data.get("entities", ())] or data["label"]
        yield data.get("page_id") or data["meta"]["page_id"], [(kind, [(start, end)]) for start, end, kind in labels]


def _conll(text: str) -> Iterator[tuple[str, list[_Corrected]]]:
    page_id: str | None = None
    mentions: list[_Corrected] = []
    last: dict[str, list[tuple[int, int]]] = {}
    for line in text.splitlines():
        if line.startswith("# page_id = "):
            if page_id is not None:
                yield page_id, mentions
            page_id, mentions, last = line.removeprefix("# page_id = "), [], {}
        if not line.strip() or line.startswith("# "):
            continue
        _, offset, tag = line.split("\t")
        if tag == "O":
            continue
        at, (begin, kind) = int(offset), tag.split("-", 1)
        if begin == "B" or kind not in last:
            last[kind] = [(at, at + 1)]
            mentions.append((kind, last[kind]))
        else:
            last[kind].append((at, at + 1))
    if page_id is not None:
        yield page_id, mentions


def _joined(spans: list[tuple[int, int]], page: str) -> list[list[int]]:
    """Join pieces that nothing but blanks sets apart."""
    joined: list[list[int]] = []
    for start, end in spans:
        if joined and not page[joined[-1][1] : start].strip():
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return joined


def _value(kind: str, text: str, page: Page) -> dict[str, Any] | None:
    """Read the value off the words, where they alone give it; None where a person has to."""
    match kind:
        case "PERSON" | "POSITION" | "EVENT" | "PRODUCT" | "WORK":
            return {}
        case "MONEY":
            read: Any = parse_money(text)
        case "PERCENT":
            read = parse_percent(text)
        case "TIME":
            read = parse_time(text, ref=page.published)
        case _:
            read = None
    return read.model_dump(mode="json") if read is not None else None


def _write(folder: Path, page: Page, mentions: list[_Corrected]) -> None:
    text = text_of(page)
    before = {(str(m.type), tuple(sorted(m.spans))): m for m in page.mentions}
    rows, notes = [], []
    for kind, raw in sorted(mentions, key=lambda m: m[1]):
        if kind not in MENTION_TYPES:
            raise ValueError(f"{kind!r} is no mention type")
        spans = _joined(raw, text)
        words = "".join("".join(text[start:end].split()) for start, end in spans)
        same = before.get((kind, tuple((start, end) for start, end in spans)))
        if same:
            # Pieces stand in reading order, which the page's need not be.
            spans, words = [list(span) for span in same.spans], same.text
        value = same.model_dump(mode="json")["value"] if same else _value(kind, words, page)
        if value is None:
            notes.append(f"{kind} {words} at {spans[0][0]}: its value is still to be filled in")
        rows.append({"type": kind, "text": words, "spans": spans, "value": value or {}})
    data = page.model_dump(mode="json", include={"published", "region", "blocks", "articles", "facts"})
    name = page.source.path or f"{page.id}.txt"
    gold = {"page": name, **data, "mentions": rows, "notes": notes}
    file = folder / (Path(name).with_suffix("").as_posix().replace("/", "__") + ".gold.json")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            error.strerror or "cannot be written", where=str(file), todo="choose another folder"
        ) from error
