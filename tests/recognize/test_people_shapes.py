"""Where names of Chinese shape may begin: the search over a whole text at once leaves out no stretch of good characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsextract.recognize.people.shapes import begins, shapes_at

TEXTS = st.text(st.sampled_from("李王欧阳司马明华建国的在是，。\n 丽A㐀𠮷"), max_size=40)


@given(TEXTS, st.floats(-20, 5))
def test_no_hopeful_shape_is_left_out(text: str, at_least: float):
    starts = bytes(n % 2 for n in range(len(text) + 1))
    found = begins(text, bytes(len(text) + 1), starts, at_least=at_least, inside=at_least + 2)
    assert found == sorted(set(found))
    for at in range(len(text)):
        needed = at_least if starts[at] else at_least + 2
        if any(score >= needed for _, score in shapes_at(text, at)):
            assert at in found


@given(TEXTS, st.data())
def test_every_surname_counts_where_something_speaks_for_a_name(text: str, data: st.DataObject):
    opens = bytes(data.draw(st.lists(st.integers(0, 1), min_size=len(text) + 1, max_size=len(text) + 1)))
    found = begins(text, opens, opens, at_least=float("inf"), inside=float("inf"))
    for at in range(len(text)):
        if opens[at] and shapes_at(text, at):
            assert at in found


def test_few_places_are_left_of_running_text():
    text = "全会强调要坚持以经济建设为中心，推动高质量发展，李建国主持会议"
    nothing = bytes(len(text) + 1)
    assert begins(text, nothing, nothing, at_least=0.0, inside=-4.0) == [text.index("李建国")]


def test_texts_too_short_for_a_name():
    assert begins("", b"\1", b"\1", at_least=-99, inside=-99) == []
    assert begins("李", b"\1\1", b"\1\1", at_least=-99, inside=-99) == []
