"""The pipeline in spaCy's hands: characters as tokens, and everything that spans carry survives copies and workers."""

import pickle
from pathlib import Path

import jieba
import pytest
from spacy.tokens import Doc

from newsextract.doc import SPANS, mentions_of, norm_text, word_starts
from newsextract.pipeline import make_nlp
from newsextract.tokenize import PIECE, cut

TEXT = "本报讯　６月１日，海川市副市长林 佳介绍，全市投资１２.8億元，增长5%。"


def carried(doc: Doc) -> list[tuple[str, str, object]]:
    return [(s.text, s.label_, s._.value) for s in mentions_of(doc)]


def test_token_i_is_character_i_whatever_the_character() -> None:
    text = "陈 飞\u3000３億\t元\n\n😀e\u0301"
    doc = make_nlp().make_doc(text)
    assert [t.text for t in doc] == list(text)
    assert doc.text == text
    assert all(t.idx == t.i for t in doc)


def test_matching_text_has_the_length_of_the_doc() -> None:
    doc = make_nlp().make_doc(TEXT)
    assert len(norm_text(doc)) == len(doc) == len(TEXT)
    assert "12.8亿元" in norm_text(doc)
    assert len(word_starts(doc)) == len(doc) + 1


def test_everything_that_spans_carry_survives_bytes() -> None:
    nlp = make_nlp()
    doc = nlp(TEXT)
    assert {s.label_ for s in mentions_of(doc)} >= {"MONEY", "PERCENT"}
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert carried(again) == carried(doc)
    assert again._.facts == doc._.facts
    assert [e.label_ for e in again.ents] == [s.label_ for s in doc.spans[SPANS]]


def test_the_pipeline_pickles_with_its_tokenizer() -> None:
    nlp = pickle.loads(pickle.dumps(make_nlp().tokenizer))
    assert [t.text for t in nlp("甲 乙")] == ["甲", " ", "乙"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_workers_give_what_one_process_gives() -> None:
    nlp = make_nlp()
    texts = [TEXT, "会议印发《关于促进发展的意见》。", ""] * 2
    alone = [carried(d) for d in nlp.pipe(texts)]
    assert [carried(d) for d in nlp.pipe(texts, n_process=2, batch_size=2)] == alone


def test_long_text_is_cut_into_words_in_bounded_pieces() -> None:
    sentence = "烟台市科技局介绍，今年新增企业五家。"
    long = sentence * (3 * PIECE // len(sentence))
    assert "".join(cut(long)) == long
    assert "".join(cut("一" * (2 * PIECE + 7))) == "一" * (2 * PIECE + 7)


def test_the_words_are_those_of_jieba(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsextract.tokenize import _Dictionary, _read_dictionary

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    text = "山东省烟台市科学技术局负责人表示，专利质押融资金额达3亿元。"
    words = _Dictionary(*_read_dictionary(jieba.Tokenizer())).cut(text)
    assert list(tmp_path.iterdir()) == [], "no cache file is left in the shared temporary directory"
    assert "".join(words) == text
    assert words == cut(text)
