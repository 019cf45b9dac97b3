"""The focus goes back to where it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from facilitator.console.kept_focus import KeptFocus
from facilitator.console.live import Live
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.kit.qt.widgets.frames import column
from tests.console.conftest import Room, do


class Desk(QWidget):
    """Two fields, and a place for the focus where its own has gone."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second, self.other = QLineEdit(), QLineEdit(), QLineEdit()
        column(self, self.first, self.second, self.other)
        self.kept = KeptFocus(self.other.setFocus)


@pytest.fixture
def desk(shown: Callable[[QWidget], None]) -> Desk:
    made = Desk()
    shown(made)
    made.first.setFocus()
    made.kept.keep()
    made.second.setFocus()
    return made


def test_it_goes_back_to_who_had_it(desk: Desk) -> None:
    desk.kept.give_back()

    assert QApplication.focusWidget() is desk.first


@pytest.mark.parametrize("way", ["hidden", "disabled", "deleted"])
def test_where_that_one_has_gone_another_takes_it(desk: Desk, way: str) -> None:
    if way == "hidden":
        desk.first.hide()
    elif way == "disabled":
        desk.first.setEnabled(False)
    else:
        desk.first.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    desk.kept.give_back()

    assert QApplication.focusWidget() is desk.other


@pytest.mark.parametrize("key", ["H", "J"])
def test_back_from_history_and_seats_one_is_where_one_was(
    room: Room, shown: Callable[[QWidget], None], key: str
) -> None:
    block = room.block("Arrive")
    room.say(GoLive())
    room.say(StartBlock(block))
    live = Live(room.opened())
    shown(live)
    do(live, "E")
    had = QApplication.focusWidget()

    do(live, key)
    assert QApplication.focusWidget() is not had
    do(live, "Esc" if key == "H" else "J")

    assert QApplication.focusWidget() is had
    live.close()
