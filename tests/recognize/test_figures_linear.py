"""Runs of digits and numerals of any length cost time in proportion: by what patterns may hold, and by counted calls."""

import re
import sys
from types import FrameType, ModuleType
from typing import Any

import pytest

from newsextract.recognize.figures import atoms, bounds, compose, judge, ordinals, tables, units
from newsextract.recognize.figures import reader as figures
from newsextract.recognize.numerals import reader as numerals

ROOMS = (numerals, figures, atoms, bounds, compose, judge, ordinals, tables, units)


@pytest.mark.parametrize("room", ROOMS, ids=lambda m: m.__name__.split(".", 2)[-1])
def test_every_repeat_is_bounded_or_possessive(room: ModuleType) -> None:
    for name, pattern in vars(room).items():
        if isinstance(pattern, re.Pattern):
            bare = re.sub(r"\\.|\[\^?(?:\\.|[^\]\\])*\]", "x", pattern.pattern)
            bare = re.sub(r"[*+}]\+", "", bare)
            assert not re.search(r"[*+]|,\}", bare), (name, pattern.pattern)


def _calls(text: str) -> int:
    count = 0

    def note(_frame: FrameType, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        for _ in figures.find_figures(text, text):
            pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "一",
        "十",
        "亿",
        "1,",
        "1.",
        "1:",
        "1、",
        "3-",
        "lO",
        "5元",
        "百分之",
        "第1",
        "几十家",
        "“1个",
        "1万",
        "一点",
        "三千",
    ],
)
def test_calls_grow_with_the_length(unit: str) -> None:
    list(figures.find_figures("第一，3亿元、一百个"))  # lexicons are loaded once
    short, long = (_calls((unit * n)[:n]) for n in (2_000, 20_000))
    assert long <= 12 * short + 200
