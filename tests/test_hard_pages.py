"""Pages that no newspaper prints, and extractors that are shared: nothing fails, nothing takes longer than its length."""

import pickle
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import newsextract
from newsextract import Extractor

#: What each page is made of, and how often; a step that looks at everything again at each would take minutes.
RUNS = {
    "sums without a stop": ("3亿元", 6000),
    "rates without a stop": ("增长5%，", 5000),
    "sentences": ("增长5%。", 15_000),
    "tasks in one paragraph": ("（责任单位：市财政局）", 3000),
    "labels without bodies": ("责任单位：", 5000),
    "rows of a table": ("水泥 万吨 51.2\n", 4000),
    "opening marks": ("“《（", 7000),
    "digits": ("1234567890", 5000),
    "numerals": ("一二三四五六七八九十", 2000),
}


@pytest.mark.parametrize("name", RUNS)
def test_a_page_of_one_thing_takes_no_longer_than_its_length(name: str) -> None:
    piece, times = RUNS[name]
    newsextract.extract("本报讯")
    before = time.process_time()
    page = newsextract.extract(piece * times)
    assert page.status == "ok"
    assert time.process_time() - before < 12  # a loaded machine needs one or two


def test_halves_of_characters_are_read_as_unknown_ones() -> None:
    page = newsextract.extract("\ud800本报讯 全年完成投资3亿元。")
    assert page.text[0] == "\ufffd"
    (money,) = [m for m in page.mentions if m.type == "MONEY"]
    assert page.text[slice(*money.spans[0])] == "3亿元"
    assert newsextract.Page.model_validate_json(page.model_dump_json()) == page


def test_one_extractor_serves_several_threads() -> None:
    extractor = Extractor(region="370600")
    texts = [f"本报讯 全市完成投资{n}亿元，同比增长{n}%。" for n in range(1, 25)]
    alone = [extractor.extract(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(extractor.extract, texts)) == alone


def test_an_extractor_that_was_pickled_gives_the_same() -> None:
    extractor = Extractor(region="370600")
    text = "本报讯 全市完成投资3亿元。"
    before = extractor.extract(text)
    assert pickle.loads(pickle.dumps(extractor)).extract(text) == before


def test_an_article_over_two_docs_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsextract.flow.MAX_DOC", 60)
    text = "全市教育工作会议召开\n" + "".join(f"本报讯 全市完成投资{n}亿元，比上年多。\n" for n in range(11, 21))
    page = newsextract.extract(text)
    sums = [m for m in page.mentions if m.type == "MONEY"]
    assert [m.text for m in sums] == [f"{n}亿元" for n in range(11, 21)]
    articles = {a.id: a for a in page.articles}
    for mention in page.mentions:
        assert "".join(text[s:e] for s, e in mention.spans) == mention.text
        if mention.article_span is not None:
            assert articles[str(mention.article)].text[slice(*mention.article_span)] == mention.text
