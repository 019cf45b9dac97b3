"""A page that turns to the seats."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.seats.turn import SeatsTurn
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room


def test_it_turns_and_turns_back_and_tells_that_keys_changed(room: Room, qtbot: QtBot) -> None:
    page, focused = QWidget(), list[int]()
    turn = SeatsTurn(page, room.opened(), Asking(room.say_to("room"), refusals_of(room.activities), page),
                     lambda: focused.append(1))  # fmt: skip
    qtbot.addWidget(turn)
    turn.show()
    turn.show_records(room.records)
    told: list[int] = []
    turn.keys_changed.connect(lambda: told.append(1))

    before = turn.acts()
    turn.open_act.do()
    opened = turn.is_open, bool(turn.panes()), page.isVisible()
    turn.close_seats()
    turn.close_seats()

    assert before == ()
    assert opened == (True, True, False)
    assert page.isVisible()
    assert (told, focused) == ([1, 1], [1])
