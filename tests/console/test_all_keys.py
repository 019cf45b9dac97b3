"""All keys over the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.all_keys import AllKeys, next_at
from facilitator.kit.qt.acts import Act
from tests.console.conftest import button, doubled, names, unnamed

Show = Callable[[QWidget], None]


class Done:
    """What was done, by name."""

    def __init__(self) -> None:
        self.acts: list[str] = []
        self.closed = 0

    def act(self, key: str, title: str, *, enabled: bool = True) -> Act:
        return Act(key, title, lambda: self.acts.append(title), lambda: enabled)

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def done() -> Done:
    return Done()


@pytest.fixture
def keys(shown: Show, done: Done) -> AllKeys:
    window = QWidget()
    made = AllKeys(window, done.close)
    shown(window)
    stage = (done.act("B", "Blank stage"), done.act("F", "Freeze stage", enabled=False))
    made.open_keys((("Stage", stage), ("Time", (done.act("T", "Pause timer"),)), ("Nothing", ())))
    return made


def test_every_key_is_listed_and_a_press_does_it(keys: AllKeys, done: Done, qtbot: QtBot) -> None:
    QTest.mouseClick(button(keys, "Pause timer"), Qt.MouseButton.LeftButton)

    assert done.acts == ["Pause timer"]
    assert keys.isHidden()


def test_what_cannot_be_done_now_cannot_be_pressed(keys: AllKeys) -> None:
    assert not button(keys, "Freeze stage").isEnabled()


def test_a_word_leaves_only_what_it_fits(keys: AllKeys, qtbot: QtBot) -> None:
    QTest.keyClicks(button(keys, "What do you want to do?"), "blank")

    assert "Blank stage" in names(keys)
    assert "Pause timer" not in names(keys)


def test_escape_and_a_press_beside_it_close_it(keys: AllKeys, done: Done, qtbot: QtBot) -> None:
    QTest.keyClick(button(keys, "What do you want to do?"), Qt.Key.Key_Escape)
    assert done.closed == 1
    keys.open_keys(())

    QTest.mouseClick(keys, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert done.closed == 2


def test_it_covers_the_window_whatever_its_size(keys: AllKeys, qtbot: QtBot) -> None:
    window = keys.parentWidget()
    assert window is not None

    window.resize(1440, 900)

    qtbot.waitUntil(lambda: keys.size() == window.size())


def test_tab_stays_inside(keys: AllKeys, qtbot: QtBot) -> None:
    stops = [QWidget(), QWidget()]

    assert [next_at(stops, stops[0], 1), next_at(stops, stops[1], 1), next_at(stops, stops[0], -1)] == [1, 0, 1]
    assert next_at(stops, None, 1) == 0


def test_everything_has_a_name_of_its_own(keys: AllKeys) -> None:
    assert not unnamed(keys)
    assert not doubled(keys)
