"""A number that is stepped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.counter import Counter
from tests.activities.scale.console.asked_room import the, turn_wheel


def shown(qtbot: QtBot, number: int, most: int) -> tuple[Counter, list[int]]:
    told = list[int]()
    counter = Counter("Enough people", told.append)
    qtbot.addWidget(counter)
    counter.show_number(number, most, "of 22 here")
    counter.show()
    return counter, told


def test_a_press_and_an_arrow_each_tell_the_next_number(qtbot: QtBot) -> None:
    counter, told = shown(qtbot, 15, 22)

    QTest.mouseClick(the(QPushButton, "Enough people: one more", counter), Qt.MouseButton.LeftButton)
    QTest.keyClick(the(QSpinBox, "Enough people", counter), Qt.Key.Key_Down)

    assert told == [16, 15]


def test_what_is_shown_is_not_told_and_has_its_meaning(qtbot: QtBot) -> None:
    counter, told = shown(qtbot, 22, 22)
    number = the(QSpinBox, "Enough people", counter)

    QTest.keyClick(number, Qt.Key.Key_Up)

    assert told == []
    assert (number.text(), number.accessibleDescription()) == ("22", "of 22 here")


def test_the_number_is_there_to_be_read(qtbot: QtBot) -> None:
    counter, _told = shown(qtbot, 2000, 2000)

    assert the(QSpinBox, "Enough people", counter).lineEdit().width() > 40


def test_turning_the_wheel_over_it_counts_nothing(qtbot: QtBot) -> None:
    counter, told = shown(qtbot, 15, 22)

    turn_wheel(the(QSpinBox, "Enough people", counter))

    assert told == []
