"""Playing the day: from where one looks, or from the beginning, to now; in few still pictures for who wants it so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.console.history.playing import Playing
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import Motion
from facilitator.kit.theme import Mode


class Day:
    """A day of so many facts, and where one looked."""

    def __init__(self, last: int) -> None:
        self.last, self.went = last, [last]
        self.host = QObject()
        self.playing = Playing(lambda: self.went[-1], lambda: self.last, self.went.append, self.host)


def test_the_day_plays_from_its_beginning_to_now_and_stops(qtbot: QtBot) -> None:
    day = Day(600)
    day.playing.toggle()
    assert day.playing.is_on

    qtbot.waitUntil(lambda: len(day.went) > 4, timeout=4000)
    assert day.went[1:4] == [1, 3, 5]
    day.went.append(598)
    qtbot.waitUntil(lambda: not day.playing.is_on, timeout=4000)
    assert day.went[-1] == 600


def test_a_pause_stays_where_it_is(qtbot: QtBot) -> None:
    day = Day(600)
    day.went.append(300)
    day.playing.toggle()
    qtbot.waitUntil(lambda: len(day.went) > 3, timeout=4000)
    with qtbot.waitSignal(day.playing.changed):
        day.playing.toggle()
    assert not day.playing.is_on
    assert 300 < day.went[-1] < 400


def test_a_day_of_one_fact_has_nothing_to_play() -> None:
    day = Day(1)
    day.playing.toggle()

    assert not day.playing.is_on


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    dress(qapp, Mode.LIGHT, Motion.REDUCED)
    yield
    dress(qapp)


@pytest.mark.usefixtures("still")
def test_with_little_motion_the_day_is_ten_still_pictures(qtbot: QtBot) -> None:
    day = Day(600)
    day.playing.toggle()

    qtbot.waitUntil(lambda: len(day.went) == 3, timeout=4000)
    assert day.went == [600, 1, 61]
