"""The line for somebody who sits down without a phone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.seats.new_seat import NewSeat
from facilitator.convening.people import Person
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room


def test_it_closes_by_esc_and_is_ready_for_the_next_name_after_enter(room: Room, qtbot: QtBot) -> None:
    host, closed = QWidget(), list[bool]()
    qtbot.addWidget(host)
    line = NewSeat(Asking(room.say_to("room"), refusals_of(room.activities), host), lambda: closed.append(True))
    qtbot.addWidget(line)
    line.open_line()

    QTest.keyClicks(line.name.input, "Moussa Sarr")
    QTest.keyClick(line.name.input, Qt.Key.Key_Return)
    room.until(lambda: line.name.text() == "")
    is_open = line.isVisible()
    QTest.keyClick(line.name.input, Qt.Key.Key_Escape)

    assert is_open
    assert [person.name for person in room.records[Person].values()] == ["Moussa Sarr"]
    assert not line.isVisible()
    assert closed == [True]
