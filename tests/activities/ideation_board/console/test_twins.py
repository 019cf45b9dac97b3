"""Ideas that look alike are found in the background."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.twins import MOST_PAIRS, TwinWatch
from facilitator.activities.ideation_board.rules import pair_id

IDEAS = {"b": "Solar pumps", "a": "Rain tanks", "c": "Solar pump", "d": "rain tanks!"}


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[TwinWatch]:
    host = QObject(qapp)
    yield TwinWatch(host)
    host.deleteLater()


def test_pairs_come_in_the_order_ideas_are_read(watch: TwinWatch, qtbot: QtBot) -> None:
    watch.show_ideas(IDEAS, ())
    assert watch.pairs() == ()

    qtbot.waitUntil(watch.is_done)

    assert watch.pairs() == (("b", "c"), ("a", "d"))
    assert watch.twins("d") == ("a",)
    assert watch.twins("nowhere") == ()


def test_what_is_said_not_to_be_the_same_and_what_went_is_pointed_out_no_more(watch: TwinWatch, qtbot: QtBot) -> None:
    watch.show_ideas(IDEAS, ())
    qtbot.waitUntil(watch.is_done)

    with qtbot.waitSignal(watch.found):
        watch.show_ideas(IDEAS, [pair_id("c", "b")])
    assert watch.pairs() == (("a", "d"),)
    with qtbot.waitSignal(watch.found):
        watch.show_ideas({"a": "Rain tanks", "b": "Solar pumps"}, [])

    assert watch.pairs() == ()


def test_of_very_many_pairs_the_first_are_pointed_out_and_the_next_come_when_those_are_settled(
    watch: TwinWatch, qtbot: QtBot
) -> None:
    same = {str(at): "Solar pumps" for at in range(100)}
    watch.show_ideas(same, ())
    qtbot.waitUntil(watch.is_done)
    first = watch.pairs()

    with qtbot.waitSignal(watch.found):
        watch.show_ideas(same, [pair_id(*pair) for pair in first])

    assert len(first) == MOST_PAIRS == len(watch.pairs())
    assert not set(first) & set(watch.pairs())


def test_five_hundred_ideas_never_hold_the_window_for_long_and_are_all_compared(watch: TwinWatch, qtbot: QtBot) -> None:
    many = {str(at): f"Idea {at * at} of circle {at * 7}" for at in range(500)} | {"twin": "Idea 9801 of circle 693!"}

    watch.show_ideas(many, ())
    assert not watch.is_done()
    qtbot.waitUntil(watch.is_done, timeout=20_000)

    assert watch.twins("twin") == ("99",)
