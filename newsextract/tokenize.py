"""The character tokenizer of spaCy Docs, and jieba's words as evidence of where word edges are likely."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from itertools import repeat
from math import log
from operator import add
from pathlib import Path
from typing import Any

import jieba
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

__all__ = ["CharacterTokenizer", "cut", "make_character_tokenizer"]

#: Characters per piece given to jieba: 2 M Han characters in one piece cost it 829 MB.
PIECE = 5_000


#: What jieba looks up together (its re_han_default); all else is cut character by character, \\r\\n excepted.
_WORD = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+")
#: What pairs of characters weigh that begin no word; words weigh less than nothing.
_NO_WORD = 1.0


class _Orths(dict[str, int]):
    """spaCy's number of each character met so far: a Doc made of numbers takes half the time of one made of strings."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, char: str) -> int:
        orth: int = self._vocab[char].orth
        self[char] = orth
        return orth


class CharacterTokenizer:
    """Makes Docs in which token i is character i, whatever the character.

    >>> import spacy
    >>> nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsextract.CharacterTokenizer.v1"}}})
    >>> [t.text for t in nlp("陈 飞 3亿")]
    ['陈', ' ', '飞', ' ', '3', '亿']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._orths = _Orths(vocab)

    def __call__(self, text: str) -> Doc:
        """Make a Doc of the text's characters."""
        # What spaCy learns in a memory zone is gone behind it.
        transient = getattr(self.vocab, "in_memory_zone", False)
        words: list[Any] = list(text) if transient else list(map(self._orths.__getitem__, text))
        return Doc(self.vocab, words=words, spaces=[False] * len(text))

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to keep: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> CharacterTokenizer:
        """Nothing to read back."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Nothing to keep: the tokenizer has no state."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> CharacterTokenizer:
        """Nothing to read back."""
        return self


@registry.tokenizers("newsextract.CharacterTokenizer.v1")  # type: ignore[untyped-decorator]
def make_character_tokenizer() -> Callable[[Any], CharacterTokenizer]:
    """Make the factory that spaCy's configuration asks for."""

    def create(nlp: Any) -> CharacterTokenizer:
        return CharacterTokenizer(nlp.vocab)

    return create


@functools.cache
def _words_of() -> Callable[[str], list[str]]:
    """A word cutter of this process's own: rjieba where it is installed (same words, five times as fast and more), else jieba."""
    try:
        import rjieba
    except ImportError:
        # A private tokenizer: jieba's global dictionary is shared state that any library may change.
        return _Dictionary(*_read_dictionary(jieba.Tokenizer())).cut
    return lambda text: rjieba.cut(text, False)


class _Dictionary:
    """jieba's dictionary, and its best path through a text (Tokenizer.calc, HMM off), in one pass from the right.

    jieba makes a graph of all words first and takes logarithms of their frequencies along every edge; this takes a third of
    its time. Most pairs of characters begin no word: they are all looked up at once, and what is longer only behind those that do.
    """

    def __init__(self, frequencies: dict[str, int], total: int) -> None:
        whole = log(total)
        # Beginnings of words stand in jieba's dictionary with frequency 0.
        self._weights = {word: log(count) - whole if count else None for word, count in frequencies.items()}
        self._singles = _Singles(self._weights, -whole)

    def cut(self, text: str) -> list[str]:
        """Cut a text into words; what stands in no word is cut character by character."""
        size, weights = len(text), self._weights
        singles = list(map(self._singles.__getitem__, text))
        pairs = list(map(weights.get, map(add, text, text[1:]), repeat(_NO_WORD)))
        pairs.append(_NO_WORD)
        score, ends = [0.0] * (size + 1), list(range(1, size + 1))
        for start in range(size - 1, -1, -1):
            single, weight = singles[start], pairs[start]
            if single is None:
                continue  # the path begins anew at what stands in no word
            best = single + score[start + 1]
            end = start + 2
            while weight is not _NO_WORD:
                if weight is not None and (reached := weight + score[end]) >= best:
                    best, ends[start] = reached, end
                if end == size:
                    break
                end += 1
                weight = weights.get(text[start:end], _NO_WORD)
            score[start] = best
        return _words(text, ends)


class _Singles(dict[str, float | None]):
    """The weight of each character met so far as a word of its own; None for those that stand in no word."""

    def __init__(self, weights: dict[str, float | None], unknown: float) -> None:
        super().__init__()
        self._weights, self._unknown = weights, unknown

    def __missing__(self, char: str) -> float | None:
        weight = self[char] = (self._weights.get(char) or self._unknown) if _WORD.match(char) else None
        return weight


def _words(text: str, ends: list[int]) -> list[str]:
    """The words of a path; single letters and figures next to each other are one, and so is a line end of two characters."""
    words: list[str] = []
    letters = start = 0
    size = len(text)
    while start < size:
        end = ends[start]
        char = text[start]
        if end == start + 1 and char.isascii():
            if char.isalnum():
                letters += 1
                start = end
                continue
            if char == "\r" and text[end : end + 1] == "\n":
                end += 1
        if letters:
            words.append(text[start - letters : start])
            letters = 0
        words.append(text[start:end])
        start = end
    if letters:
        words.append(text[size - letters :])
    return words


def _read_dictionary(tokenizer: Any) -> tuple[dict[str, int], int]:
    # jieba's own initialize() unmarshals a cache file from a predictable, world-writable path and logs to stderr.
    # Reading the dictionary that its wheel ships takes a second once per process and trusts nobody.
    with tokenizer.get_dict_file() as file:
        freq, total = tokenizer.gen_pfdict(file)
    return freq, total


def cut(text: str) -> list[str]:
    """Cut text into jieba's words (HMM off), in bounded pieces that end at line or sentence ends where there are any.

    >>> cut("烟台市科技局介绍")
    ['烟台市', '科技局', '介绍']
    """
    words_of = _words_of()
    if len(text) <= PIECE:
        return words_of(text)
    words: list[str] = []
    at = 0
    while at < len(text):
        end = at + PIECE
        if end < len(text):
            end = max(text.rfind("\n", at, end), text.rfind("。", at, end)) + 1 or end
        words += words_of(text[at:end])
        at = end
    return words
