"""Lexicons of users' own: terms with their readings, and readings that are forbidden.

A lexicon is a UTF-8 file of tab-separated columns with a header line; lines that begin with ``#`` are passed over:

    term          type     attributes                aliases
    云溪市数据局   ORG                                云溪数据局|市数据局
    云溪新区       PLACE    code=990103
    高峰           !PERSON
    清源计划       POLICY   kind=计划; issuer=云溪市人民政府

``type`` is a mention type; with ``!`` before it that reading of the term is forbidden, ``!`` alone forbids every reading.
``attributes`` are the fields of the type's value, and ``always=yes``; ``aliases`` are other forms of the same thing.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from newsextract.errors import LexiconError
from newsextract.model.mentions import MENTION_TYPES, AnyMention
from newsextract.model.values import PolicyKind

__all__ = ["COLUMNS", "UserEntry", "check_lexicon", "lexicon_digest", "read_lexicon"]

COLUMNS = ("term", "type", "attributes", "aliases")

_ATTRIBUTE = re.compile(r"\s*([a-z_]+)\s*=\s*(.*?)\s*\Z", re.DOTALL)
_POLICY_KINDS: tuple[str, ...] = get_args(PolicyKind)


@dataclass(frozen=True, slots=True)
class UserEntry:
    """One row: a term, and the reading that it gets or is forbidden.

    Args:
        term: the words.
        type: mention type; None with ``forbid`` forbids every reading.
        forbid: the reading is forbidden.
        value: normalised value of the mention, as JSON-safe data.
        aliases: other forms, which get the same value.
        always: it wins over a longer reading that contains it, too.
        where: file and line, for evidence.
    """

    term: str
    type: str | None
    forbid: bool = False
    value: dict[str, Any] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    always: bool = False
    where: str = ""


@functools.cache
def _value_models() -> dict[str, type[BaseModel]]:
    union = get_args(AnyMention)[0]
    return {kind.model_fields["type"].default: kind.model_fields["value"].annotation for kind in get_args(union)}


class _Row(Exception):
    """What is wrong with a row, and what to do about it."""


def _attributes(cell: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in filter(str.strip, re.split("[;；]", cell)):
        hit = _ATTRIBUTE.match(part)
        if not hit:
            raise _Row(f"attribute {part.strip()!r} is not of the form key=value", "set several apart by ;")
        found[hit[1]] = hit[2]
    return found


def _value(kind: str, term: str, given: dict[str, str]) -> dict[str, Any]:
    """Check a value by the model of its type, with what follows from the term itself put in."""
    implied: dict[str, Any] = {}
    if kind == "POLICY":
        ending = next((k for k in _POLICY_KINDS if term.rstrip("》").endswith(k)), "其他")
        implied = {"title": term.removeprefix("《").removesuffix("》"), "kind": ending}
    elif kind == "DOC_NUMBER":
        implied = {"value": term}
    elif kind in ("MONEY", "PERCENT", "QUANTITY") and "low" in given:
        implied = {"high": given["low"]}
    model = _value_models()[kind]
    try:
        value = model.model_validate({**implied, **given})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        known = ", ".join(model.model_fields) or "none"
        raise _Row(f"attribute {name!r} of {kind}: {first['msg']}", f"attributes of {kind}: {known}") from error
    return value.model_dump(mode="json")


def _entry(cells: dict[str, str], where: str) -> UserEntry:
    term, kind = cells["term"].strip(), cells["type"].strip()
    forbid = kind.startswith("!")
    kind = kind.removeprefix("!").strip()
    if not term or any(c.isspace() for c in term):
        raise _Row("the term is empty or holds blanks", "write the words without layout blanks")
    if (kind or not forbid) and kind not in MENTION_TYPES:
        raise _Row(f"{kind!r} is no mention type", f"one of {', '.join(MENTION_TYPES)}, or ! before it to forbid it")
    attributes = _attributes(cells.get("attributes", ""))
    aliases = tuple(filter(None, (a.strip() for a in cells.get("aliases", "").split("|"))))
    if forbid:
        if attributes:
            raise _Row("a forbidden reading has no attributes", "leave the column empty")
        return UserEntry(term, kind or None, True, aliases=aliases, where=where)
    if min(map(len, (term, *aliases))) < 2:
        raise _Row("a term of one character would be found everywhere", "give at least two")
    always = attributes.pop("always", "no")
    if always not in ("yes", "no"):
        raise _Row(f"attribute always={always}", "write always=yes or leave it out")
    return UserEntry(
        term, kind, value=_value(kind, term, attributes), aliases=aliases, always=always == "yes", where=where
    )


def check_lexicon(path: str | Path) -> tuple[list[UserEntry], list[LexiconError]]:
    """Read a lexicon and collect everything that is wrong with it, each with its line.

    Raises:
        LexiconError: the file cannot be read, or its header is not that of a lexicon.
    """
    path = Path(path)
    try:
        # Reading turns every line end into \n; splitlines() would also cut at characters that editors do not count as one.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise LexiconError(error.strerror or "cannot be read", where=str(path), todo="check the path") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"byte {error.start} is no UTF-8", where=str(path), todo="save the file as UTF-8") from error
    entries: list[UserEntry] = []
    problems: list[LexiconError] = []
    seen: dict[tuple[str, str], int] = {}
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = [cell.strip() for cell in cells]
            if header[:2] != ["term", "type"] or not set(header) <= set(COLUMNS):
                shape = "⇥".join(COLUMNS)
                raise LexiconError("the first line is no header", where=f"{path}:{number}", todo=f"begin with {shape}")
            continue
        where = f"{path}:{number}"
        try:
            if not 2 <= len(cells) <= len(header):
                raise _Row(f"{len(cells)} columns where the header has {len(header)}", "set columns apart by tabs")
            entry = _entry(dict(zip(header, cells, strict=False)), f"{path.name}:{number}")
            for form in (entry.term, *entry.aliases):
                # Several readings may be forbidden, one may be given.
                key = (form, f"!{entry.type}" if entry.forbid else "")
                if key in seen:
                    raise _Row(f"{form!r} stands on line {seen[key]} already", "leave one of the two out")
                seen[key] = number
            entries.append(entry)
        except _Row as wrong:
            problems.append(LexiconError(wrong.args[0], where=where, todo=wrong.args[1]))
    if header is None:
        problems.append(LexiconError("the lexicon is empty", where=str(path), todo="begin with a header line"))
    return entries, problems


def read_lexicon(path: str | Path) -> list[UserEntry]:
    """Read a lexicon.

    Raises:
        LexiconError: it cannot be read, or a row is not valid; the first one is told with its line.
    """
    entries, problems = check_lexicon(path)
    if problems:
        first = problems[0]
        more = f"; {len(problems) - 1} more problems: newsextract lexicon check {path}" if len(problems) > 1 else ""
        raise LexiconError(first.what, where=first.where, todo=f"{first.todo}{more}")
    return entries


def lexicon_digest(paths: Iterable[str | Path]) -> str:
    """Hash the contents of lexicons, for the provenance of what they gave. Their order counts."""
    digest = hashlib.blake2b(digest_size=8)
    for path in paths:
        data = Path(path).read_bytes()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def read_lexicons(paths: Sequence[str | Path]) -> list[UserEntry]:
    """Read several lexicons; of two entries for one term the later lexicon's stands.

    Raises:
        LexiconError: see ``read_lexicon``.
    """
    given: dict[str, UserEntry] = {}
    forbidden: list[UserEntry] = []
    for path in paths:
        for entry in read_lexicon(path):
            if entry.forbid:
                forbidden.append(entry)
            else:
                given[entry.term] = entry
    return [*given.values(), *forbidden]
