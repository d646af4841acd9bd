"""Write docs/reference/api.md, models.md and tables.md from docstrings, models and table definitions: python docs/build_reference.py."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects import postgresql

import newsextract
from newsextract import export, ray, report, run, store
from newsextract.model import facts, mentions, page, values
from newsextract.run import batch
from newsextract.store import tables, views
from newsextract.store.types import FigureColumn

__all__ = ["FILES", "build"]

HERE = Path(__file__).parent
_SECTIONS = ("Args", "Returns", "Raises", "Example", "Yields")


def _title(text: str) -> Iterator[str]:
    yield f"# {text}\n"
    yield "[Documentation](../index.md) · written by `python docs/build_reference.py` from the code; do not edit.\n"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("``", "`").split())


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" for _ in head) + " |"
    yield from ("| " + " | ".join(map(_cell, row)) + " |" for row in rows)
    yield ""


def _docstring(thing: Any) -> Iterator[str]:
    """Render a Google-style docstring as Markdown."""
    lines = (inspect.getdoc(thing) or "").replace("``", "`").splitlines()
    code: list[str] = []
    section = ""
    for line in [*lines, ""]:
        if code and not line.strip():
            yield "\n".join(["```text", *code, "```", ""])
            code = []
        elif code or line.lstrip().startswith(">>>"):
            code.append(line.strip())
        elif line.startswith("====") or line.lstrip().startswith("===="):
            continue
        elif line.rstrip(":") in _SECTIONS and line.endswith(":"):
            section = line.rstrip(":")
            yield f"\n*{section}*\n"
        elif section and line.startswith("    ") and not line.startswith("     "):
            name, colon, rest = line.strip().partition(": ")
            yield f"- `{name}`: {rest}" if colon and re.fullmatch(r"[\w*, ]+", name) else f"- {line.strip()}"
        elif section and line.strip():
            yield f"  {line.strip()}"
        else:
            yield line


def _signature(thing: Callable[..., Any]) -> str:
    # Annotations are strings (from __future__), which is how people read them.
    text = str(inspect.signature(thing)).replace("'", "").replace("self, ", "").replace("(self)", "()")
    text = re.sub(r"<factory>|<[\w.]+ object at 0x[0-9a-f]+>", "…", text)
    return re.sub(r"\b(?:collections\.abc|typing|pathlib|datetime|newsextract(?:\.\w+)+)\.(?=\w)", "", text)


def _function(name: str, thing: Callable[..., Any], level: int = 3) -> Iterator[str]:
    yield f"{'#' * level} `{name}`\n"
    yield f"```text\n{name.rpartition('.')[2]}{_signature(thing)}\n```\n"
    yield from _docstring(thing)


def _class(name: str, thing: type) -> Iterator[str]:
    yield from _function(name, thing)
    for key, member in vars(thing).items():
        if inspect.isfunction(member) and not key.startswith("_"):
            yield from _function(f"{name}.{key}", member, 4)


def _api() -> Iterator[str]:
    yield from _title("The Python reference")
    public = {name: getattr(newsextract, name) for name in newsextract.__all__ if name != "__version__"}
    yield "## `newsextract`\n"
    for name, thing in public.items():
        if inspect.isfunction(thing):
            yield from _function(name, thing)
    yield from _class("Extractor", newsextract.Extractor)
    yield "### Models\n"
    yield "`Page`, `Article`, `Block`, `Entity`, `Mention`, `Fact` are pydantic models: [What a page holds](models.md).\n"
    yield "### Errors\n"
    yield "```text"
    yield from _tree(newsextract.NewsExtractError, "")
    yield "```\n"
    yield "Each has `what`, `where` and `todo`, and a `code` that tables and logs keep.\n"
    errors = [thing for thing in public.values() if inspect.isclass(thing) and issubclass(thing, Exception)]
    rows = [(f"`{e.__name__}`", f"`{e.code}`", (inspect.getdoc(e) or "").splitlines()[0]) for e in errors]
    yield from _table(("error", "code", "when"), rows)
    for module, names in (
        (run, ("run", "retry", "status", "load_manifest", "RunSummary")),
        (store, ("open_target", "read_pages")),
        (export, ("to_rows", "to_dataframe", "export_pages", "import_gold")),
        (report, ("write_report", "render_report")),
        (batch, ("BatchExtractor", "read_packed")),
        (ray, ("run", "load_dataset", "extract_dataset")),
    ):
        yield f"## `{module.__name__}`\n"
        for name in names:
            thing = getattr(module, name)
            yield from _function(f"{module.__name__.rpartition('.')[2]}.{name}" if name == "run" else name, thing)


def _tree(error: type, indent: str) -> Iterator[str]:
    yield f"{indent}{error.__name__}"
    public = [e for e in error.__subclasses__() if e.__name__ in newsextract.__all__]
    for below in public:
        yield from _tree(below, indent + "    ")


def _type(kind: Any) -> str:
    origin = get_origin(kind)
    if origin is Literal:
        return " \\| ".join(f"`{a}`" for a in get_args(kind))
    if kind is type(None):
        return "null"
    text = str(kind) if origin or not isinstance(kind, type) else kind.__name__
    text = re.sub(r"typing\.Annotated\[(\w+)\.?\w*, .*?\]", r"\1", text)
    text = re.sub(r"(?:newsextract(?:\.\w+)+|typing|datetime|decimal)\.", "", text)
    return text.replace("NoneType", "null").replace("None", "null").replace("|", "\\|")


def _field_type(annotation: Any) -> str:
    for name, union in (("Mention", mentions.AnyMention), ("Fact", facts.AnyFact)):
        if get_args(annotation) == (union,):
            return f"list[{name}]"
    parts = get_args(annotation) if "Union" in str(get_origin(annotation)) else (annotation,)
    return " \\| ".join(map(_type, parts))


def _default(field: Any) -> str:
    if field.is_required():
        return ""
    value = field.get_default(call_default_factory=True)
    return "null" if value is None else f"`{value!r}`" if not isinstance(value, BaseModel) else ""


def _model(model: type[BaseModel], *, without: frozenset[str] = frozenset()) -> Iterator[str]:
    yield f"### `{model.__name__}`\n"
    yield (inspect.getdoc(model) or "").replace("``", "`") + "\n"
    rows = [
        (f"`{name}`", _field_type(field.annotation), _default(field), field.description or "")
        for name, field in model.model_fields.items()
        if name not in without
    ]
    if rows:
        escaped = [(a, b.replace("\\|", "|"), c, d) for a, b, c, d in rows]
        yield from _table(("field", "type", "default", ""), escaped)


def _models() -> Iterator[str]:
    yield from _title("What a page holds")
    yield (
        "The JSON of a page, field by field. Figures are `Decimal` in Python and canonical strings in JSON, days are ISO dates; offsets are "
        "code points of the decoded page, half open. `newsextract schema` prints the JSON Schema.\n"
    )
    yield "## The page\n"
    for name in ("Page", "ExtractorInfo", "Source", "Block", "Article", "Entity"):
        yield from _model(getattr(page, name))
    yield "## Mentions\n"
    yield from _model(mentions.Mention)
    union = get_args(get_args(mentions.AnyMention)[0])
    kinds = {m.model_fields["type"].default: m for m in union}
    rows = [
        (f"`{k}`", (inspect.getdoc(m) or ""), f"`{m.model_fields['value'].annotation.__name__}`")
        for k, m in kinds.items()
    ]
    yield from _table(("type", "what", "value"), rows)
    yield "## Values\n"
    named = [m.model_fields["value"].annotation for m in union]
    for model in dict.fromkeys([*named, values.NumberValue]):
        yield from _model(model)
    yield "## Facts\n"
    yield from _model(facts.Fact)
    common = frozenset(facts.Fact.model_fields)
    for name in facts.__all__:
        model = getattr(facts, name)
        if inspect.isclass(model) and issubclass(model, BaseModel) and model is not facts.Fact:
            yield from _model(model, without=common if issubclass(model, facts.Fact) else frozenset())


def _column_type(column: sa.Column[Any]) -> str:
    if isinstance(column.type, FigureColumn):
        return "NUMERIC"
    return str(column.type.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]


def _comment(name: str) -> str:
    """Return the comment above a table or view in the code, if it has one."""
    for module, pattern in ((tables, rf"((?:# .*\n)+){name} = "), (views, rf"((?:    # .*\n)+)    \"{name}\":")):
        found = re.search(pattern, inspect.getsource(module))
        if found:
            return " ".join(line.strip().removeprefix("# ") for line in found[1].splitlines())
    return ""


def _tables() -> Iterator[str]:
    yield from _title("Tables and views")
    yield (
        "The same in SQLite, PostgreSQL, MySQL and MariaDB, Parquet and CSV; types are PostgreSQL's. Offsets are code points, half open: "
        "`page_start`/`page_end` on the decoded page, `text_start`/`text_end` and `sentence_start`/`sentence_end` in the article's clean "
        "text. Figures are exact, in base units (yuan for 元); SQLite has no decimals and keeps a figure as INTEGER, as REAL where 15 digits "
        "do, and as TEXT where neither holds it.\n"
    )
    yield "## Views\n"
    for name, query in views.VIEWS.items():
        yield f"### `{name}`\n"
        if _comment(name):
            yield _comment(name) + "\n"
        engine = sa.create_engine("sqlite://")
        tables.metadata.create_all(engine)
        with engine.begin() as connection:
            columns = connection.execute(sa.text(query)).keys()
            yield "Columns: " + ", ".join(f"`{column}`" for column in columns) + ".\n"
        engine.dispose()
    for title, some in (("Tables", tables.DATA_TABLES), ("Bookkeeping", tables.BOOKKEEPING)):
        yield f"## {title}\n"
        for table in some:
            yield f"### `{table.name}`\n"
            if _comment(table.name):
                yield _comment(table.name) + "\n"
            rows = []
            for column in table.columns:
                notes = ["key"] if column.primary_key else []
                notes += [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
                rows.append(
                    (f"`{column.name}`", _column_type(column), "yes" if column.nullable else "", ", ".join(notes))
                )
            yield from _table(("column", "type", "may be null", ""), rows)


FILES: dict[str, Callable[[], Iterator[str]]] = {"api.md": _api, "models.md": _models, "tables.md": _tables}


def build(name: str) -> str:
    """Write one file of the reference."""
    text = "\n".join(FILES[name]()).rstrip() + "\n"
    return re.sub(r"\n{3,}", "\n\n", text)


if __name__ == "__main__":
    for name in FILES:
        (HERE / "reference" / name).write_text(build(name), encoding="utf-8")
