"""The report in a real browser: finding, reading, exporting, by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsextract.model import Page

Open = Callable[..., Any]
VIEWS = ("overview", "articles", "facts", "figures", "entities", "timeline")


def until(tab: Any, condition: str, *, seconds: float = 5) -> None:
    """Wait for a condition. Playwright's own way evaluates strings in the page, which the report's policy forbids."""
    end = time.monotonic() + seconds
    while not tab.evaluate(condition):
        assert time.monotonic() < end, f"never came true: {condition}"
        time.sleep(0.02)


def until_rows(tab: Any, condition: str) -> None:
    until(tab, f"document.querySelectorAll('.row').length {condition}")


def go(tab: Any, route: str) -> None:
    tab.evaluate("route => { location.hash = '#/' + route; }", route)
    until(tab, f"document.querySelector('main').className.includes('{route.split('/', maxsplit=1)[0]}')")


def titles(tab: Any) -> list[str]:
    go(tab, "articles")
    return [str(text) for text in tab.locator(".row-title").all_text_contents()]


def test_it_opens_offline_without_a_word_of_complaint(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    for view in (*VIEWS, "article/0/0", "entity/0"):
        go(tab, view)
    assert tab.wrong == []
    assert all(url.startswith(("file:", "data:", "blob:")) for url in tab.asked)


def test_search_and_filters(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    assert titles(tab) == ["云溪市水库开工", "补贴办法印发", "无数字的消息"]
    tab.fill("#search", "水库")
    until_rows(tab, "=== 1")
    assert tab.locator(".hit").first.inner_text() == "水库"
    tab.click("#clear")
    tab.click('.chip[data-type="PERCENT"]')
    assert titles(tab) == ["补贴办法印发"]
    tab.click("#clear")
    tab.fill('input[name="min"]', "1亿")
    until_rows(tab, "=== 1")
    assert titles(tab) == ["云溪市水库开工"]
    tab.click("#clear")
    tab.fill('input[name="from"]', "2024-09-01")
    assert titles(tab) == ["补贴办法印发"]
    tab.click("#clear")
    tab.fill('input[name="entity"]', "顾清源")
    tab.dispatch_event('input[name="entity"]', "change")
    assert titles(tab) == ["云溪市水库开工"]
    tab.click("#clear")
    tab.fill('input[name="policy"]', "云溪市菜篮子补贴办法")
    tab.dispatch_event('input[name="policy"]', "change")
    assert titles(tab) == ["补贴办法印发"]
    assert "1 of 3" in tab.inner_text(".count")
    assert tab.wrong == []


def test_an_amount_that_is_none_is_marked_as_wrong(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    tab.fill('input[name="min"]', "many")
    tab.wait_for_selector('input[name="min"][aria-invalid="true"]')
    assert len(titles(tab)) == 3


def test_a_mention_shows_its_value_on_hover_and_on_keyboard_focus(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    go(tab, "article/0/0")
    tab.hover('.reading .m[data-type="MONEY"]')
    assert "300,000,000 yuan" in tab.inner_text("#card")
    # The same words light up on the page as printed.
    assert tab.locator('.printed .m[data-type="MONEY"].lit').count() == 1
    tab.mouse.move(2, 2)
    tab.focus('.reading .m[data-type="POSITION"]')
    tab.keyboard.press("Tab")
    assert "顾清源" in tab.inner_text("#card")
    assert tab.locator('.m[aria-describedby="card"]').count() == 1
    tab.keyboard.press("Enter")
    tab.wait_for_selector("main.view-entity")
    assert tab.inner_text("main h1") == "顾清源"


def test_facts_light_the_words_they_rest_on(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    go(tab, "article/0/0")
    tab.click("#tab-facts")
    row = tab.locator('.reader-facts tr[data-fact="1"]')
    row.focus()
    for side in (".reading", ".printed"):
        assert "水库投资" in "".join(tab.locator(f"{side} .seg.lit").all_text_contents())
    row.locator("td.c-indicator").hover()
    assert tab.locator(".reading .seg.lit-strong").all_inner_texts() == ["水库投资"]
    # One that was clicked stays lit when the mouse has gone.
    row.click()
    tab.mouse.move(2, 2)
    tab.click("#tab-printed")
    assert "水库投资" in "".join(tab.locator(".printed .seg.lit").all_inner_texts())


def test_a_fact_in_the_table_leads_to_its_words(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    go(tab, "facts/issuance")
    tab.focus("tbody tr")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".reading .seg.lit")
    assert "云溪市菜篮子补贴办法" in "".join(tab.locator(".reading .seg.lit").all_inner_texts())


def test_keys(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    tab.keyboard.press("2")
    tab.wait_for_selector("main.view-articles")
    go(tab, "article/0/0")
    tab.keyboard.press("j")
    until(tab, "document.title.startsWith('补贴办法印发')")
    tab.keyboard.press("u")
    tab.wait_for_selector("main.view-articles")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.press("Escape")
    tab.keyboard.press("?")
    assert tab.locator("dialog[open]").count() == 1


def test_chinese_and_english(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages, language="zh")
    assert tab.inner_text('.tabs a[data-view="timeline"]') == "时间线"
    tab.click("#language")
    assert tab.inner_text('.tabs a[data-view="timeline"]') == "Timeline"
    assert tab.get_attribute("html", "lang") == "en"


def test_every_sentence_that_the_scripts_say_is_in_the_tables(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    said = '[...document.scripts[1].textContent.matchAll(/\\bt\\("(\\w+)"/g)].map((hit) => hit[1])'
    keys = tab.evaluate(said)
    assert len(keys) > 40
    for language in ("en", "zh"):
        # A sentence that is missing comes back as its key.
        pairs = tab.evaluate(
            "([language, keys]) => { NX.language = language; return keys.map((k) => [k, NX.t(k)]); }", [language, keys]
        )
        assert [key for key, text in pairs if text == key and key not in ("from", "to", "any", "more", "failed")] == []


def test_dark_mode_by_the_system_and_by_choice(open_report: Open, pages: list[Page]) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = open_report(pages, color_scheme="light")
    dark = open_report(pages, color_scheme="dark")
    assert light.evaluate(ground) != dark.evaluate(ground)
    before = dark.evaluate(ground)
    light.select_option("#theme", "dark")
    assert light.evaluate(ground) == before


def test_print_shows_the_content_without_the_frame(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    go(tab, "article/0/0")
    tab.emulate_media(media="print")
    assert not tab.is_visible(".top")
    assert tab.is_visible(".reading")
    assert tab.is_visible(".reader-facts")


def export(tab: Any, name: str) -> list[list[str]]:
    tab.click(".menu summary")
    with tab.expect_download() as waiting:
        tab.click(f'button[data-csv="{name}"]')
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_what_is_filtered_is_exported(open_report: Open, pages: list[Page]) -> None:
    tab = open_report(pages)
    tab.fill("#search", "补贴")
    tab.wait_for_selector("main.view-articles")
    until_rows(tab, "=== 1")
    rows = export(tab, "mentions")
    assert [row[rows[0].index("type")] for row in rows[1:]] == ["ORG", "POLICY", "MONEY", "PERCENT"]
    assert export(tab, "issuance")[1][-4:-2] == ["云溪市菜篮子补贴办法", "云溪市财政局"]
    assert len(export(tab, "articles")) == 2


def test_nothing_and_pages_that_gave_nothing(open_report: Open, make_page: Any) -> None:
    tab = open_report([])
    for view in VIEWS:
        go(tab, view)
    assert tab.wrong == []
    info = {"version": "0", "lexicons": "0", "options": "0"}
    failed = Page.model_validate(
        {"extractor": info, "id": "f", "status": "failed", "warnings": ["binary: no text"], "source": {"path": "f.txt"}}
    )
    unkept = make_page("u", "未存原文", "正文在此。")
    unkept.text = None
    tab = open_report([failed, unkept])
    go(tab, "articles")
    assert "binary: no text" in tab.inner_text(".silent")
    go(tab, "article/1/0")
    assert "正文在此" in tab.inner_text(".reading")
    assert "not kept" in tab.inner_text(".sheet-aside")
    go(tab, "article/9/9")
    # A route that no one made leads to the first view.
    for route in ("%E0%A4%A", "__proto__", "constructor/1", "article/x/y/f9"):
        tab.evaluate("route => { location.hash = '#/' + route; }", route)
        tab.wait_for_timeout(50)
    assert tab.wrong == []


PAYLOADS = [
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    '"><svg onload=window.hacked=1>',
    "<!--<script>",
    "javascript:window.hacked=1",
    "{{script}}{{data}}",
    "a\u2028window.hacked=1\u2029b",
    "=HYPERLINK(1)",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_from_pages_is_data(payload: str, open_report: Open, make_page: Any) -> None:
    page = make_page(
        "x",
        f"题{payload}",
        f"称{payload}投资3亿元",
        mentions=[
            ("ORG", f"称{payload}", {"canonical": payload}),
            ("POLICY", f"题{payload}", {"title": payload, "kind": "其他"}),
            ("MONEY", "3亿元", {"low": "300000000", "high": "300000000", "currency": payload}),
            ("TIME", payload, {"kind": "date", "start": "2024-08-01", "end": "2024-08-01"}),
        ],
        facts=[{"kind": "indicator", "subject": payload, "indicator": payload, "value": "3", "unit": payload}],
    )
    page.source.path = page.source.newspaper = payload
    page.warnings.append(payload)
    tab = open_report([page], title=payload)
    dialogs = []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for view in (*VIEWS, "article/0/0", "entity/0", "article/0/0/f0"):
        go(tab, view)
        assert tab.locator("img, iframe, object, embed, main script, main style").count() == 0
    assert tab.evaluate("window.hacked") is None
    assert dialogs == [] and tab.wrong == []
    assert tab.evaluate("[...document.scripts].length") == 2
    go(tab, "article/0/0")
    assert tab.locator(".printed").text_content() == page.text
    tab.evaluate(
        "for (const a of document.querySelectorAll('a')) if (!/^#|^$/.test(a.getAttribute('href') || '')) throw a.href"
    )
    tab.fill("#search", payload.split(maxsplit=1)[0])
    tab.wait_for_timeout(200)
    cells = [cell for row in export(tab, "articles") for cell in row]
    assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in cells)
    assert tab.evaluate("window.hacked") is None


def test_five_hundred_pages_are_quick(open_report: Open, make_page: Any) -> None:
    def page(n: int) -> Page:
        sentences = [f"第{k}期工程由云溪市第{n}建设公司承担，投资{n + 1}{k:02}万元。" for k in range(60)]
        mentions = [
            (
                "MONEY",
                f"{n + 1}{k:02}万元",
                {"low": f"{n + 1}{k:02}0000", "high": f"{n + 1}{k:02}0000", "currency": "CNY"},
            )
            for k in range(60)
        ]
        return make_page(f"p{n}", f"第{n}号工程进展", "".join(sentences), mentions=mentions)  # type: ignore[no-any-return]

    tab = open_report([page(n) for n in range(500)])
    loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert loaded < 4000
    go(tab, "articles")
    assert tab.locator(".row").count() < 200
    started = time.perf_counter()
    tab.fill("#search", "第499号")
    until_rows(tab, "=== 1")
    assert time.perf_counter() - started < 2
    tab.click("#clear")
    tab.mouse.wheel(0, 20000)
    until_rows(tab, "> 60")
