"""What holds of every page that the generator makes."""

import datetime as dt
import json
from collections import Counter

import pytest
from generator.check import fold, whole_articles
from generator.pages import DEFECTS, ENCODINGS, make_page
from hypothesis import given, settings
from hypothesis import strategies as st

from newsextract import extract
from newsextract.page.analyse import analyse
from newsextract.page.decode import decode

FIGURES = {"MONEY", "PERCENT", "TIME", "POLICY", "DOC_NUMBER"}
KINDS = [frozenset(), *(frozenset({d, "wrapped"}) for d in DEFECTS), frozenset(DEFECTS) - {"interleaved", "between"}]

seeds = st.integers(0, 10_000)
defects = st.frozensets(st.sampled_from(DEFECTS))


@settings(max_examples=40, deadline=None)
@given(seeds, defects)
def test_blocks_cover_the_page(seed, kinds):
    page = make_page(seed, kinds).text
    layout = analyse(page)
    covered = Counter(i for b in layout.blocks for i in range(b.start, b.end) if not page[i].isspace())
    assert covered == Counter(i for i, c in enumerate(page) if not c.isspace())
    assert [b.start for b in layout.blocks] == sorted(b.start for b in layout.blocks)


@settings(max_examples=40, deadline=None)
@given(seeds, defects)
def test_articles_hold_their_blocks_once(seed, kinds):
    layout = analyse(make_page(seed, kinds).text)
    held = Counter(i for a in layout.articles for i in a.order)
    assert held == Counter(i for i, b in enumerate(layout.blocks) if b.article is not None)
    for number, article in enumerate(layout.articles):
        assert {layout.blocks[i].article for i in article.order} == {number}
    assert all(b.article is None for b in layout.blocks if b.role == "furniture")


@settings(max_examples=200, deadline=None)
@given(st.text("#*-| \n\n。，：（）“《》—0123456789年月日号第一、附件本报讯记者王明摄局抄送A<b>", max_size=300))
def test_any_text_is_a_page(page):
    layout = analyse(page)
    covered = [i for b in layout.blocks for i in range(b.start, b.end) if not page[i].isspace()]
    assert covered == [i for i, c in enumerate(page) if not c.isspace()]
    for block in layout.blocks:
        assert list(block.clean.offsets) == sorted(set(block.clean.offsets))
        assert all(block.start <= at < block.end for at in block.clean.offsets)


@pytest.mark.parametrize("kinds", KINDS, ids=lambda k: "+".join(sorted(k)) or "plain")
def test_articles_come_back_whole(kinds):
    got, want = map(sum, zip(*(whole_articles(make_page(seed, kinds)) for seed in range(12)), strict=True))
    assert got >= 0.9 * want  # benchmarks/layout_generated.py measures the rate on many pages: 0.99


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_give_the_same_page(encoding):
    made = make_page(7, {"wrapped"}, encoding=encoding)
    assert decode(made.data).text == made.text


def mentions(text):
    """Figures with their values, and names."""
    figures, names = Counter(), Counter()
    for m in extract(text, published=dt.date(2023, 11, 6)).mentions:
        value = json.dumps(m.value.model_dump(mode="json") if m.value else None, sort_keys=True)
        (figures if m.type in FIGURES else names)[m.type, fold("".join(m.text.split())), value] += 1
    return figures, names


@pytest.mark.slow
@pytest.mark.parametrize("kinds", [k - {"furniture"} for k in KINDS[1:]], ids=lambda k: "+".join(sorted(k)))
def test_mentions_are_the_same_however_the_page_is_set(kinds):
    lost = total = 0
    for seed in range(4):
        (figures, names), (torn_figures, torn_names) = (mentions(make_page(seed, k).text) for k in (frozenset(), kinds))
        assert torn_figures == figures
        lost += (names - torn_names).total()
        total += names.total()
    assert lost <= 0.02 * total
