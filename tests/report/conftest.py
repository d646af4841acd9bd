"""Pages made by hand for the report, and a real browser to open it in."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsextract.model import Page
from newsextract.report import write_report

Maker = Callable[..., Page]

BROWSER_OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def _find(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.fixture(scope="session")
def make_page() -> Maker:
    """Make a page of one article: its headline, its body, mentions as (type, words, value), facts as dicts of words."""

    def make(
        name: str,
        headline: str,
        body: str,
        *,
        mentions: list[tuple[str, str, dict[str, Any]]] = [],  # noqa: B006 (read only)
        facts: list[dict[str, Any]] = [],  # noqa: B006 (read only)
        published: str | None = "2024-08-15",
    ) -> Page:
        text = f"{headline}\n\n{body}\n"
        clean = f"{headline}\n{body}"
        rows = []
        for n, (kind, words, value) in enumerate(mentions):
            rows.append(
                {
                    "id": f"{name}-m{n}", "type": kind, "text": words, "spans": [_find(text, words)], "article": f"{name}-a",
                    "article_span": _find(clean, words), "sentence": 1, "value": value, "confidence": 0.9, "evidence": ["unit"],
                }
            )  # fmt: skip
        kept = []
        for n, fact in enumerate(facts):
            spans = {k: [_find(text, v)] for k, v in fact.items() if isinstance(v, str) and k != "kind" and v in text}
            kept.append({"id": f"{name}-f{n}", "article": f"{name}-a", "spans": spans, **fact})
        return Page.model_validate(
            {
                "extractor": {"version": "0", "lexicons": "0", "options": "0"},
                "id": name,
                "source": {"path": f"{name}.txt", "characters": len(text)},
                "published": dt.date.fromisoformat(published) if published else None,
                "published_basis": "given" if published else "unknown",
                "text": text,
                "blocks": [
                    {"id": f"{name}-b0", "start": 0, "end": len(headline), "role": "headline", "article": f"{name}-a"},
                    {"id": f"{name}-b1", "start": len(headline) + 2, "end": len(text) - 1, "role": "body", "article": f"{name}-a"},
                ],
                "articles": [
                    {
                        "id": f"{name}-a", "headline": headline, "text": clean,
                        "sentences": [(0, len(headline)), (len(headline) + 1, len(clean))],
                    }
                ],
                "mentions": rows,
                "facts": kept,
            }
        )  # fmt: skip

    return make


def _money(yuan: str) -> dict[str, str]:
    return {"low": yuan, "high": yuan, "currency": "CNY"}


@pytest.fixture(scope="session")
def pages(make_page: Maker) -> list[Page]:
    """Three pages about invented people and places."""
    return [
        make_page(
            "alpha",
            "云溪市水库开工",
            "云溪市市长顾清源8月1日宣布，水库投资3亿元，工期两年。",
            mentions=[
                ("PLACE", "云溪市", {"code": "990100"}),
                ("POSITION", "市长", {}),
                ("PERSON", "顾清源", {}),
                ("TIME", "8月1日", {"kind": "date", "start": "2024-08-01", "end": "2024-08-01"}),
                ("MONEY", "3亿元", _money("300000000")),
            ],
            facts=[
                {"kind": "appointment", "person": "顾清源", "position": "市长", "organization": "云溪市"},
                {"kind": "indicator", "subject": "云溪市", "indicator": "水库投资", "value": "300000000", "unit": "元"},
            ],
            published="2024-08-02",
        ),
        make_page(
            "beta",
            "补贴办法印发",
            "云溪市财政局印发《云溪市菜篮子补贴办法》，每户补贴500元，下降2.5%。",
            mentions=[
                ("ORG", "云溪市财政局", {}),
                ("POLICY", "《云溪市菜篮子补贴办法》", {"title": "云溪市菜篮子补贴办法", "kind": "办法"}),
                ("MONEY", "500元", _money("500")),
                ("PERCENT", "2.5%", {"low": "2.5", "high": "2.5", "unit": "%"}),
            ],
            facts=[{"kind": "issuance", "policy": "云溪市菜篮子补贴办法", "issuer": "云溪市财政局"}],
            published="2024-09-10",
        ),
        make_page("gamma", "无数字的消息", "全镇秋收顺利。", published=None),
    ]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium, where there is one with Playwright to drive it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("no chromium on this machine (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=chromium, args=BROWSER_OPTIONS)
        yield running
        running.close()


@pytest.fixture
def open_report(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Write a report of pages and open it; what it asks of the network, and what goes wrong in it, is kept."""
    contexts = []

    def open_(pages: list[Page], *, language: str = "en", **options: Any) -> Any:
        path = tmp_path / "report.html"
        write_report(pages, path, title=options.pop("title", "Test"), language=language)
        context = browser.new_context(viewport={"width": 1280, "height": 860}, accept_downloads=True, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.asked, tab.wrong = [], []
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.on("pageerror", lambda error: tab.wrong.append(str(error)))
        tab.on("console", lambda message: tab.wrong.append(message.text) if message.type == "error" else None)
        tab.goto(path.as_uri())
        return tab

    yield open_
    for context in contexts:
        context.close()
