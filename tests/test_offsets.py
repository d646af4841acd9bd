"""Every value leads back to its place: the page's characters under a mention, blanks aside, are its clean text."""

from pathlib import Path

import pytest

import newsextract
from newsextract.extractor import Extractor
from newsextract.model.page import Page

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"


def squeezed(text: str) -> str:
    return "".join(text.split())


def check(page: Page, text: str) -> None:
    articles = {a.id: a for a in page.articles}
    assert page.source.characters == len(text)
    for mention in page.mentions:
        under = "".join(text[s:e] for s, e in mention.spans)
        assert squeezed(under) == squeezed(mention.text), mention
        assert all(0 <= s < e <= len(text) for s, e in mention.spans)
        if mention.article is not None:
            assert mention.article_span is not None
            start, end = mention.article_span
            assert articles[mention.article].text[start:end] == mention.text
    known = {m.id for m in page.mentions}
    for fact in page.facts:
        assert set(fact.evidence) <= known
        assert all(0 <= s < e <= len(text) for spans in fact.spans.values() for s, e in spans)


def check_blocks(page: Page, text: str) -> None:
    """Blocks stand in page order, do not overlap, and hold every character that is no blank."""
    at = 0
    for block in page.blocks:
        assert not text[at : block.start].strip(), "nothing but blanks between blocks"
        assert block.start >= at
        at = block.end
    assert not text[at:].strip()
    ids = {a.id for a in page.articles}
    assert all(b.article is None or b.article in ids for b in page.blocks)
    assert len({b.id for b in page.blocks}) == len(page.blocks)
    assert len({m.id for m in page.mentions}) == len(page.mentions)


@pytest.mark.parametrize("path", sorted(FIXTURES.iterdir()), ids=lambda p: p.stem)
def test_mentions_of_the_fixtures_lead_back_to_their_place(path: Path) -> None:
    from newsextract.page.decode import decode

    page = Extractor().extract_file(path)
    text = decode(path.read_bytes()).text
    check(page, text)
    check_blocks(page, text)


def test_mentions_of_real_pages_lead_back_to_their_place(shared: Path) -> None:
    for path in sorted((shared / "pages").glob("*.txt")):
        text = path.read_text(encoding="utf-8").removeprefix("\ufeff")
        page = newsextract.extract(text)
        check(page, text)
        check_blocks(page, text)


@pytest.mark.parametrize(
    "text",
    ["", " \n\u3000\n", "\ufeff", "。", "《", "(((((", "１" * 300, "亿" * 300, "\x00\x01", "𠀀" * 5, "\r\n甲\r\n"],
)
def test_odd_pages_give_pages(text: str) -> None:
    page = newsextract.extract(text)
    check(page, text)
    check_blocks(page, text)
