"""The cycle collector waits for the end of a page, and is then as it was."""

from __future__ import annotations

import gc

import pytest

from newsextract import collector, extract


def test_the_collector_waits_and_goes_on():
    with collector.paused():
        assert not gc.isenabled()
        with collector.paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_behind_an_error():
    with pytest.raises(ZeroDivisionError), collector.paused():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_a_collector_that_the_user_turned_off_stays_off():
    gc.disable()
    try:
        extract("本报讯")
        assert not gc.isenabled()
    finally:
        gc.enable()
