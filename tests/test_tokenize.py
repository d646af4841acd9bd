"""Words: the cutter for installations without rjieba gives jieba's words."""

from __future__ import annotations

from functools import cache

import jieba
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
    return tokenize._jieba_words()


def test_single_letters_are_one_word() -> None:
    assert _own()("x光A1型") == ["x", "光", "A1", "型"]
