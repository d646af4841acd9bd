"""The character tokenizer of spaCy Docs, and jieba's words as evidence of where word edges are likely."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from math import log
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
_PIECES = re.compile(rf"{_WORD.pattern}|\r\n|.", re.DOTALL)


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
    """A word cutter of this process's own: rjieba where it is installed (same words, 20 times as fast), else jieba."""
    try:
        import rjieba
    except ImportError:
        return _jieba_words()
    return lambda text: rjieba.cut(text, False)


def _jieba_words() -> Callable[[str], list[str]]:
    # A private tokenizer: jieba's global dictionary is shared state that any library may change.
    freq, total = _read_dictionary(jieba.Tokenizer())
    whole = log(total)
    # Beginnings of words stand in jieba's dictionary with frequency 0.
    weights = {word: log(count) - whole if count else None for word, count in freq.items()}
    return lambda text: [word for piece in _PIECES.findall(text) for word in _cut_piece(piece, weights, -whole)]


def _cut_piece(piece: str, weights: dict[str, float | None], unknown: float) -> list[str]:
    """Cut a run of characters that jieba's dictionary may hold: its best path (Tokenizer.calc), in one pass from the right.

    jieba makes a graph of all words first and takes logarithms of their frequencies along every edge; this takes half
    of its time.
    """
    if not _WORD.match(piece):
        return [piece]
    size = len(piece)
    score, ends = [0.0] * (size + 1), [0] * size
    for start in range(size - 1, -1, -1):
        end = start + 1
        fragment = piece[start]
        best, at = (weights.get(fragment) or unknown) + score[end], end
        while fragment in weights:
            weight = weights[fragment]
            if weight is not None and (reached := weight + score[end]) >= best:
                best, at = reached, end
            if end == size:
                break
            end += 1
            fragment = piece[start:end]
        score[start], ends[start] = best, at
    words: list[str] = []
    letters = start = 0  # single letters and figures are one word
    while start < size:
        end = ends[start]
        if end == start + 1 and piece[start].isascii() and piece[start].isalnum():
            letters += 1
        else:
            if letters:
                words.append(piece[start - letters : start])
                letters = 0
            words.append(piece[start:end])
        start = end
    return [*words, piece[size - letters :]] if letters else words


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
