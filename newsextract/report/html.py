"""Data and assets → one HTML file that needs nothing else: no network, no server, no library."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

from newsextract.errors import OutputError
from newsextract.model import Page
from newsextract.report.payload import build

__all__ = ["embed_json", "render_report", "write_report"]

#: In this order they make one script and one style sheet.
SCRIPTS = (
    "core", "strings", "data", "values", "csv", "charts", "filters",
    "marks", "overview", "articles", "reader", "facts", "entities", "figures", "timeline", "main",
)  # fmt: skip
STYLES = ("tokens", "shell", "reading", "views", "print")

#: What could end a script element or a line of JavaScript, and halves of characters that UTF-8 cannot write.
_DANGEROUS = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def embed_json(data: Any) -> str:
    r"""Spell data as JSON that can stand inside an HTML script element.

    >>> embed_json({"text": "</script><!--"})
    '{"text":"\\u003c/script\\u003e\\u003c!--"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _DANGEROUS.sub(lambda hit: f"\\u{ord(hit.group()):04x}", text)


def _asset(name: str) -> str:
    return resources.files("newsextract.report").joinpath("assets", name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    """Name a script or style sheet by its hash, as a Content-Security-Policy does."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def render_report(pages: Iterable[Page], *, title: str = "newsextract", language: str | None = None) -> str:
    """Make the report of pages as one HTML document.

    Whatever stands on a page is data in it: it is embedded as JSON, shown through ``textContent``, and the document's
    Content-Security-Policy lets no script run but its own.

    Args:
        pages: what to show, in this order.
        title: heading of the report.
        language: ``en`` or ``zh`` of the interface at first; the browser's where it is None.

    >>> from newsextract import extract
    >>> render_report([extract("本报讯 投资3亿元。")]).startswith("<!doctype html>")
    True
    """
    script = "'use strict';\n" + "\n".join(_asset(f"{name}.js") for name in SCRIPTS)
    style = "\n".join(_asset(f"{name}.css") for name in STYLES)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_source(script)}",
            f"style-src {_source(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    parts = {
        "policy": policy,
        "title": escape(title),
        "language": "zh-Hans" if language == "zh" else "en",
        "style": style,
        "script": script,
        "data": embed_json(build(pages, title=title, language=language)),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda hit: parts[hit.group(1)], _asset("report.html"))


def write_report(
    pages: Iterable[Page], path: str | Path, *, title: str = "newsextract", language: str | None = None
) -> None:
    """Write the report of pages to a file; see ``render_report``.

    Raises:
        OutputError: the file cannot be written.
    """
    path = Path(path)
    html = render_report(pages, title=title, language=language)
    try:
        path.write_text(html, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(error.strerror or "cannot be written", where=str(path), todo="choose another -o") from error
