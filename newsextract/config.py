"""The configuration file ``newsextract.toml``: every option of a run in one place, checked before anything is done.

    language = "zh"

    [extract]
    published = 2024-08-15
    region = "370600"
    lexicons = ["our-names.tsv"]

    [run]
    to = "news.db"
    workers = 4

    [report]
    title = "2024年8月"

Paths are relative to the file. What the command line says goes before what the file says.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsextract.errors import OptionError
from newsextract.extractor import MAX_PAGE_BYTES, Extractor

__all__ = ["FILE_NAME", "Config", "ExtractOptions", "ReportOptions", "RunOptions", "load_config"]

#: The file that is read from the working folder where none is named.
FILE_NAME = "newsextract.toml"


class _Options(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


class ExtractOptions(_Options):
    """How pages are extracted; see ``Extractor``."""

    published: dt.date | None = None
    """Date of publication, for pages that do not say."""
    region: Annotated[str, Field(pattern=r"^\d{6}$")] | None = None
    """GB/T 2260 code of the division that 我市 or 我省 means."""
    encoding: str | None = None
    """Encoding of the files; found out file by file where it is not given."""
    lexicons: list[str] = []
    """Lexicons of one's own, TSV files."""
    recognizers: list[str] = []
    """spaCy components of one's own, by the names they are registered under."""


class RunOptions(_Options):
    """How a folder is run; see ``newsextract.run.run``."""

    to: str | None = None
    """The target: ``news.db``, ``pages.jsonl``, a folder ending in ``/``, or a database URL."""
    manifest: str | None = None
    """CSV with what is known of each page."""
    patterns: list[str] | None = None
    """Which files of a folder are pages."""
    workers: Annotated[int, Field(ge=0)] | None = None
    """Worker processes; 0 works in the process itself."""
    max_seconds: Annotated[float, Field(gt=0)] | None = None
    """A page that takes longer is given up."""
    max_bytes: Annotated[int, Field(gt=0)] = MAX_PAGE_BYTES
    """A file that is larger is no page."""
    retry_seconds: Annotated[float, Field(ge=0)] = 60.0
    """How long a database that went away is waited for."""


class ReportOptions(_Options):
    """How the report is made; see ``newsextract.report.write_report``."""

    output: str | None = None
    """The HTML file to write."""
    title: str | None = None
    """Heading of the report."""


class Config(_Options):
    """All options."""

    language: Literal["en", "zh"] | None = None
    """Language of messages; the locale's where it is not given."""
    extract: ExtractOptions = ExtractOptions()
    run: RunOptions = RunOptions()
    report: ReportOptions = ReportOptions()

    def extractor(self, **given: Any) -> Extractor:
        """Make the extractor: ``given`` goes before the file, where it is not None.

        >>> Config().extractor(region="370600").region
        '370600'
        """
        options = {**self.extract.model_dump(), **{k: v for k, v in given.items() if v is not None}}
        return Extractor(**options)


def load_config(path: str | Path | None = None) -> Config:
    """Read a configuration file.

    Args:
        path: the file; ``newsextract.toml`` in the working folder, where there is one, if it is None.

    Raises:
        OptionError: the file is missing, no TOML, or has a key or value that is not valid; the message names it.
    """
    file = Path(path or FILE_NAME)
    if path is None and not file.is_file():
        return Config()
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise OptionError(error.strerror or "cannot be read", where=str(file), todo="check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"no TOML: {error}", where=str(file), todo="see https://toml.io") from error
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise OptionError(f"{key}: {first['msg']}", where=str(file), todo=_hint(first["loc"])) from error
    return _below(config, file.resolve().parent)


def _hint(place: tuple[int | str, ...]) -> str:
    """Name what may stand where something else stood."""
    model: type[BaseModel] = Config
    for name in place[:-1]:
        field = model.model_fields.get(str(name))
        if field is None or not isinstance(field.annotation, type) or not issubclass(field.annotation, BaseModel):
            break
        model = field.annotation
    if place and str(place[-1]) in model.model_fields:
        return f"{model.model_fields[str(place[-1])].description}".rstrip(".")
    return f"the keys here are {', '.join(model.model_fields)}"


def _below(config: Config, folder: Path) -> Config:
    """Take the paths of a file as relative to its folder."""

    def place(text: str | None) -> str | None:
        if text is None or "://" in text:
            return text
        return str(folder / text) + ("/" if text.endswith("/") else "")

    extract = config.extract.model_copy(update={"lexicons": [place(p) for p in config.extract.lexicons]})
    run = config.run.model_copy(update={"to": place(config.run.to), "manifest": place(config.run.manifest)})
    report = config.report.model_copy(update={"output": place(config.report.output)})
    return config.model_copy(update={"extract": extract, "run": run, "report": report})
