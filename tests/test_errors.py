"""An error says where, what and what to do, and crosses process borders whole."""

import pickle

from newsextract.errors import DecodingError, NewsExtractError


def test_an_error_reads_as_one_line() -> None:
    error = DecodingError("byte 7 fits no encoding", where="页/01.txt", todo="name it with --encoding")
    assert str(error) == "页/01.txt: byte 7 fits no encoding (name it with --encoding)"
    assert str(NewsExtractError("what")) == "what"


def test_an_error_survives_pickling() -> None:
    error = DecodingError("what", where="where", todo="do")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.what, again.where, again.todo) == (DecodingError, "what", "where", "do")
