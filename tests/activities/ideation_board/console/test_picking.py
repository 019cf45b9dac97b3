"""Picking several ideas: Ctrl and Shift with arrows or a click, in one view or across two."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.picking import Pickable, PickHands, Picking

IDEAS = ["one", "two", "three", "four"]
HIGH = 20


class Rows(QAbstractScrollArea):
    """Four ideas, one under the other, walked through by arrows."""

    def __init__(self) -> None:
        super().__init__()
        self.now = "one"

    def at(self, point: QPoint) -> str:
        return IDEAS[point.y() // HIGH] if 0 <= point.y() // HIGH < len(IDEAS) else ""

    def choose(self, idea: str) -> None:
        self.now = idea

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
        self.now = IDEAS[max(0, min(len(IDEAS) - 1, IDEAS.index(self.now) + step))]


def shown(qtbot: QtBot) -> tuple[Rows, Picking]:
    rows = Rows()
    qtbot.addWidget(rows)
    rows.resize(100, 100)
    rows.show()
    picking = Picking(rows)
    PickHands(Pickable(rows, rows.at, lambda: rows.now, rows.choose, lambda: IDEAS), picking)
    return rows, picking


def press(rows: Rows, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(rows, key, held)


def click(rows: Rows, idea: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = QPoint(10, IDEAS.index(idea) * HIGH + 5)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, held, place)


def test_shift_and_an_arrow_pick_on_the_way_and_a_plain_arrow_drops_all(qtbot: QtBot) -> None:
    rows, picking = shown(qtbot)

    press(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert picking.ids() == ("one", "two", "three")
    press(rows, Qt.Key.Key_Down)

    assert picking.ids() == ()
    assert rows.now == "four"


def test_ctrl_goes_on_and_ctrl_space_picks_here_and_there(qtbot: QtBot) -> None:
    rows, picking = shown(qtbot)

    press(rows, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    press(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    press(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    press(rows, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert picking.ids() == ("one", "three")
    press(rows, Qt.Key.Key_Escape)

    assert picking.ids() == ()


def test_a_click_with_ctrl_picks_one_more_and_with_shift_all_between(qtbot: QtBot) -> None:
    rows, picking = shown(qtbot)

    click(rows, "three", Qt.KeyboardModifier.ControlModifier)
    assert picking.ids() == ("one", "three")
    click(rows, "three", Qt.KeyboardModifier.ControlModifier)
    assert picking.ids() == ("one",)
    picking.clear()
    click(rows, "one", Qt.KeyboardModifier.ShiftModifier)
    assert set(picking.ids()) == {"one", "two", "three"}
    click(rows, "four")

    assert picking.ids() == ()


def test_what_waits_for_another_one_is_not_dropped_on_the_way(qtbot: QtBot) -> None:
    rows, picking = shown(qtbot)
    picking.wait_with("one")

    press(rows, Qt.Key.Key_Down)
    assert (picking.ids(), picking.waits()) == (("one",), True)
    press(rows, Qt.Key.Key_Escape)

    assert (picking.ids(), picking.waits()) == ((), False)


def test_what_left_the_board_is_picked_no_more(qtbot: QtBot) -> None:
    _rows, picking = shown(qtbot)
    picking.add(["one", "", "two"])

    with qtbot.waitSignal(picking.changed):
        picking.keep(["two", "three"])

    assert picking.ids() == ("two",)
