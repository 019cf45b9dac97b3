"""Hands on the board: a note is dragged to another column, put back, and the board is panned and zoomed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.boards import columns, drag, drop, settle


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> BoardCanvas:
    made = BoardCanvas()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_columns(columns(100))
    with qtbot.waitExposed(made):
        made.show()
    settle(made)
    return made


def middle(place: QRect) -> QPoint:
    return place.center()


def test_a_note_dragged_to_another_column_is_told(board: BoardCanvas, qtbot: QtBot) -> None:
    end = QPoint(middle(board.column_place(3)).x(), 300)

    drag(board, middle(board.note_place("n6")), end)
    with qtbot.waitSignal(board.note_dropped) as told:
        drop(board, end)

    assert told.args == ["n6", 3]


def test_a_note_dropped_where_it_was_tells_nothing(board: BoardCanvas, qtbot: QtBot) -> None:
    start = middle(board.note_place("n6"))

    with qtbot.assertNotEmitted(board.note_dropped):
        drag(board, start, start + QPoint(0, 80))
        drop(board, start + QPoint(0, 80))


def test_a_small_tremble_is_a_click_not_a_drag(board: BoardCanvas, qtbot: QtBot) -> None:
    start = middle(board.note_place("n6"))

    with qtbot.assertNotEmitted(board.note_dropped):
        drag(board, start, start + QPoint(2, 1))
        drop(board, start + QPoint(2, 1))

    assert board.selected() == "n6"


def test_escape_puts_a_dragged_note_back(board: BoardCanvas, qtbot: QtBot) -> None:
    end = QPoint(middle(board.column_place(3)).x(), 300)
    drag(board, middle(board.note_place("n6")), end)

    with qtbot.assertNotEmitted(board.note_dropped):
        QTest.keyClick(board, Qt.Key.Key_Escape)
        drop(board, end)


def test_a_dragged_note_is_painted_in_hand_and_its_place_is_empty(board: BoardCanvas, theme: Theme) -> None:
    home = board.note_place("n6")
    end = QPoint(middle(board.column_place(3)).x(), 320)

    drag(board, middle(home), end)
    image = board.viewport().grab().toImage()
    drop(board, end)
    settle(board)
    after = board.viewport().grab().toImage()

    fill, edge = theme.note("amber").fill, home.bottomRight() - QPoint(20, 6)
    assert image.pixelColor(edge) == theme.inks.paper
    assert image.pixelColor(end + QPoint(home.width() // 2 - 20, home.height() // 2 - 5)) == fill
    assert after.pixelColor(edge) == fill


def test_pressing_a_note_selects_it_and_pressing_the_ground_selects_none(board: BoardCanvas, qtbot: QtBot) -> None:
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=middle(board.note_place("n7")))
    assert board.selected() == "n7"

    gap = board.note_place("n7").bottomLeft() + QPoint(20, 4)
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=gap)
    assert board.selected() == ""


def test_a_double_click_asks_to_edit(board: BoardCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.edit_requested) as asked:
        QTest.mouseDClick(board.viewport(), Qt.MouseButton.LeftButton, pos=middle(board.note_place("n7")))

    assert asked.args == ["n7"]


def test_the_middle_button_pans(board: BoardCanvas) -> None:
    before = board.note_place("n7").top()
    start = QPoint(300, 300)

    QTest.mousePress(board.viewport(), Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(board.viewport(), start - QPoint(0, 60))
    QTest.mouseRelease(board.viewport(), Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, start)

    assert board.note_place("n7").top() == before - 60


@pytest.mark.parametrize(
    ("held", "zooms"), [(Qt.KeyboardModifier.ControlModifier, True), (Qt.KeyboardModifier.NoModifier, False)]
)
def test_the_wheel_scrolls_and_with_ctrl_it_zooms(
    board: BoardCanvas, qapp: QApplication, held: Qt.KeyboardModifier, zooms: bool
) -> None:
    event = QWheelEvent(
        QPointF(200, 200), QPointF(200, 200), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    qapp.sendEvent(board.viewport(), event)

    assert (board.scale() < 1) is zooms
    assert (board.verticalScrollBar().value() > 0) is not zooms


def test_the_edge_of_the_note_under_the_pointer_grows(board: BoardCanvas, theme: Theme) -> None:
    place = board.note_place("n7")

    QTest.mouseMove(board.viewport(), middle(place))
    QApplication.processEvents()
    image = board.viewport().grab().toImage()

    assert image.pixelColor(place.left() + 4, middle(place).y()) == theme.note("green").edge
