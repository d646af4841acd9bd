"""Where names of Chinese shape may begin: the search over a whole text at once leaves out no stretch of good characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsextract.recognize.people.shapes import begins, shapes_at

TEXTS = st.text(st.sampled_from("李王欧阳司马明华建国的在是，。\n 丽A㐀𠮷"), max_size=40)


@given(TEXTS, st.floats(-20, 5))
def test_no_hopeful_shape_is_left_out(text: str, at_least: float):
    found = begins(text, bytes(len(text) + 1), at_least=at_least)
    assert found == sorted(set(found))
    for at in range(len(text)):
        if any(score >= at_least for _, score in shapes_at(text, at)):
            assert at in found


@given(TEXTS, st.data())
def test_every_surname_counts_where_something_speaks_for_a_name(text: str, data: st.DataObject):
    opens = bytes(data.draw(st.lists(st.integers(0, 1), min_size=len(text) + 1, max_size=len(text) + 1)))
    found = begins(text, opens, at_least=float("inf"))
    for at in range(len(text)):
        if opens[at] and shapes_at(text, at):
            assert at in found


def test_few_places_are_left_of_running_text():
    text = "全会强调要坚持以经济建设为中心，推动高质量发展，李建国主持会议"
    assert begins(text, bytes(len(text) + 1), at_least=-4.0) == [text.index("李建国")]


def test_texts_too_short_for_a_name():
    assert begins("", b"\0", at_least=-99) == begins("李", b"\0\0", at_least=-99) == []
