"""The report as a document: self-contained, its data safely embedded."""

import base64
import datetime as dt
import hashlib
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract import OptionError
from newsextract.model import MENTION_TYPES, Page
from newsextract.model.facts import AnyFact, DealKind, PartyRole
from newsextract.model.page import PublishedBasis
from newsextract.report import html, render_report, select_pages
from newsextract.report.html import embed_json
from newsextract.report.payload import Utf16, build


@given(st.text())
def test_embedded_json_holds_nothing_that_html_reads_and_reads_back_the_same(text: str) -> None:
    embedded = embed_json({"text": text})
    assert not re.search("[<>&\u2028\u2029]", embedded)
    embedded.encode()
    assert json.loads(embedded) == {"text": text}


@given(st.text(alphabet="a中𠮷😀\n"))
def test_offsets_are_turned_into_utf_16(text: str) -> None:
    convert = Utf16(text)
    for n in range(len(text) + 1):
        assert convert(n) == len(text[:n].encode("utf-16-le")) // 2


def test_the_document_refers_to_nothing_outside(pages: list[Page]) -> None:
    document = render_report(pages)
    shell = re.sub(r'<script type="application/json".*?</script>', "", document, flags=re.DOTALL)
    addresses = re.findall(r"https?://[^\s\"'`)]+", shell)
    assert set(addresses) <= {"http://www.w3.org/2000/svg"}


def test_the_policy_names_the_script_and_the_style_by_their_hashes(pages: list[Page]) -> None:
    document = render_report(pages)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', document)
    assert policy
    for tag in ("script", "style"):
        found = re.search(rf"<{tag}>(.*?)</{tag}>", document, re.DOTALL)
        assert found
        digest = base64.b64encode(hashlib.sha256(found.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.group(1)
    assert "unsafe" not in policy.group(1)


def test_scripts_make_no_markup_from_strings(pages: list[Page]) -> None:
    document = render_report(pages)
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in document


def test_a_report_is_the_same_whenever_it_is_made(pages: list[Page]) -> None:
    assert render_report(pages) == render_report(pages)


def test_mentions_that_nothing_linked_are_counted_by_name(pages: list[Page]) -> None:
    data = build(pages, title="")
    assert {(e["type"], e["name"]) for e in data["entities"]} == {
        ("PLACE", "云溪市"), ("PERSON", "顾清源"), ("ORG", "云溪市财政局"),
    }  # fmt: skip


def _asset(name: str) -> str:
    return (Path(html.__file__).parent / "assets" / name).read_text(encoding="utf-8")


def test_the_interface_names_all_that_the_model_can_hold() -> None:
    strings, tokens = _asset("strings.js"), _asset("tokens.css")
    for kind in MENTION_TYPES:
        assert f"{kind}: [" in strings
        assert f".t-{kind} " in tokens
    for literal in (DealKind, PartyRole, PublishedBasis):
        for word in get_args(literal):
            assert f"{word}: [" in strings or word == "unknown"
    kinds = {model.model_fields["kind"].default: model for model in get_args(get_args(AnyFact)[0])}
    for kind, model in kinds.items():
        assert f"{kind}: [" in strings
        columns = re.search(rf"{kind}: (\[.*?\])", _asset("values.js"))
        assert columns, kind
        for column in json.loads(columns[1]):
            assert f"{column}: [" in strings
            assert column in model.model_fields or column == "period"


def test_assets_are_small_enough_to_be_read() -> None:
    for name in [*(f"{n}.js" for n in html.SCRIPTS), *(f"{n}.css" for n in html.STYLES)]:
        assert len(_asset(name).splitlines()) < 400, name


def test_pages_are_chosen_by_date_and_path(pages: list[Page]) -> None:
    def chosen(**options: Any) -> list[str | None]:
        return [page.source.path for page in select_pages(pages, **options)]

    assert chosen() == ["alpha.txt", "beta.txt", "gamma.txt"]
    assert chosen(since=dt.date(2024, 8, 2), until=dt.date(2024, 9, 9)) == ["alpha.txt"]
    assert chosen(since=dt.date(2024, 8, 3)) == ["beta.txt"]
    assert chosen(path="*a.txt") == ["alpha.txt", "beta.txt", "gamma.txt"]
    assert chosen(path="b*") == ["beta.txt"]
    with pytest.raises(OptionError, match="--since"):
        chosen(limit=2)
