"""What a screen reader is told: the first change at once, the rest together, never more than it can say."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.announcing import EVERY_S, Announcer, announce, warn


class Told:
    """An announcer with a clock that is moved by hand, and ideas that are counted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.speaker = QWidget()
        qtbot.addWidget(self.speaker)
        self.now, self.new = 100.0, 0
        self.said: list[str] = []
        self.announcer = Announcer(self.speaker, self.news, lambda: self.now)
        self.announcer.said.connect(self.said.append)

    def news(self) -> str:
        words = f"{self.new} new" if self.new else ""
        self.new = 0
        return words

    def come(self, count: int) -> None:
        self.new += count
        self.announcer.hear()

    def later(self, seconds: float) -> None:
        self.now += seconds
        self.announcer.hear()


@pytest.fixture
def told(qtbot: QtBot) -> Told:
    return Told(qtbot)


def test_the_first_change_is_said_at_once(told: Told) -> None:
    told.come(1)

    assert told.said == ["1 new"]


def test_what_comes_within_a_few_seconds_is_said_together_after_them(told: Told) -> None:
    told.come(1)
    for _ in range(12):
        told.now += 0.2
        told.come(1)
    early = list(told.said)

    told.later(EVERY_S)

    assert early == ["1 new"]
    assert told.said == ["1 new", "12 new"]


def test_five_hundred_changes_in_ten_seconds_are_three_sentences(told: Told) -> None:
    for _ in range(500):
        told.come(1)
        told.now += 0.02

    assert len(told.said) == 3


def test_a_change_that_is_no_news_costs_no_sentence(told: Told) -> None:
    told.come(0)

    told.come(3)

    assert told.said == ["3 new"]


def test_after_a_silence_the_next_change_is_said_at_once(told: Told) -> None:
    told.come(1)
    told.now += EVERY_S + 0.1

    told.come(2)

    assert told.said == ["1 new", "2 new"]


def test_what_waits_is_said_by_itself(qtbot: QtBot) -> None:
    told = Told(qtbot)
    told.come(1)
    told.now += EVERY_S - 0.01

    told.come(5)
    told.now += 0.02

    qtbot.waitUntil(lambda: told.said == ["1 new", "5 new"])


def test_telling_a_screen_reader_that_listens_harms_nobody(told: Told) -> None:
    QAccessible.setActive(True)

    announce(told.speaker, "One new idea")
    warn(told.speaker, "Press Ctrl Enter once more.")

    QAccessible.setActive(False)
    assert told.speaker.accessibleName() == ""
