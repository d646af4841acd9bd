"""The report as a document: self-contained, its data safely embedded."""

import base64
import hashlib
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from newsextract.model import Page
from newsextract.report import render_report
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
    html = render_report(pages)
    shell = re.sub(r'<script type="application/json".*?</script>', "", html, flags=re.DOTALL)
    addresses = re.findall(r"https?://[^\s\"'`)]+", shell)
    assert set(addresses) <= {"http://www.w3.org/2000/svg"}


def test_the_policy_names_the_script_and_the_style_by_their_hashes(pages: list[Page]) -> None:
    html = render_report(pages)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    for tag in ("script", "style"):
        found = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert found
        digest = base64.b64encode(hashlib.sha256(found.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.group(1)
    assert "unsafe" not in policy.group(1)


def test_scripts_make_no_markup_from_strings(pages: list[Page]) -> None:
    html = render_report(pages)
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in html


def test_a_report_is_the_same_whenever_it_is_made(pages: list[Page]) -> None:
    assert render_report(pages) == render_report(pages)


def test_mentions_that_nothing_linked_are_counted_by_name(pages: list[Page]) -> None:
    data = build(pages, title="")
    assert {(e["type"], e["name"]) for e in data["entities"]} == {
        ("PLACE", "云溪市"), ("PERSON", "顾清源"), ("ORG", "云溪市财政局"),
    }  # fmt: skip
