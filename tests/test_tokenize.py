"""Words: the cutter for installations without rjieba gives jieba's words."""

from __future__ import annotations

import pickle
from functools import cache

import jieba
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from newsextract import tokenize

#: Characters that stand in words of the dictionary, alone in it, and nowhere in it.
ALPHABET = "中国人民银行市政府发展改革委员会研究生命起源的了在A1b2-.%+ \r\n\t　，。①〇𠀀"


@cache
def _reference() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenize._read_dictionary(tokenizer)
    tokenizer.initialized = True
    return tokenizer


@settings(deadline=None)  # the first case reads the dictionary
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_cutter_gives_jiebas_words(text: str) -> None:
    assert _own()(text) == list(_reference().cut(text, HMM=False))


@cache
def _own():
    return tokenize._Dictionary(*tokenize._read_dictionary(jieba.Tokenizer())).cut


def test_single_letters_are_one_word() -> None:
    assert _own()("x光A1型") == ["x", "光", "A1", "型"]


def _characters():
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsextract.CharacterTokenizer.v1"}}})


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_token_i_is_character_i(text: str) -> None:
    doc = _nlp().make_doc(text)
    assert [token.text for token in doc] == list(text)
    assert doc.text == text


def test_characters_outlive_a_memory_zone() -> None:
    nlp = _characters()
    with nlp.memory_zone():
        assert nlp.make_doc("鼋鼍").text == "鼋鼍"
    assert nlp.make_doc("鼋鼍").text == "鼋鼍"


def test_characters_outlive_a_vocabulary_read_anew() -> None:
    nlp, other = _characters(), _characters()
    assert nlp.make_doc("鼋鼍").text == "鼋鼍"
    nlp.from_bytes(other.to_bytes())
    assert nlp.make_doc("鼋鼍").text == "鼋鼍"


def test_a_pickled_tokenizer_reads_on() -> None:
    nlp = _characters()
    nlp.make_doc("鼋鼍")
    assert pickle.loads(pickle.dumps(nlp)).make_doc("鼋鼍鲲").text == "鼋鼍鲲"


@cache
def _nlp():
    return _characters()
