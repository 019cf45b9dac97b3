"""The board: shows what it is given, is worked by keys and mouse, and paints no more than it must."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import Theme, theme_in_use
from facilitator.kit.theme import Mode
from tests.kit.qt.boards import columns, settle


class Painted(QObject):
    """Notes what a view is asked to paint from now on."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.places = QRegion()
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.places = self.places.united(event.region())
        return False


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> BoardCanvas:
    made = BoardCanvas()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_columns(columns(100))
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    settle(made)
    return made


def test_the_notes_of_all_columns_are_shown_in_order(board: BoardCanvas) -> None:
    assert [placed.note.id for placed in board.notes_in_order()][:3] == ["n0", "n5", "n10"]
    assert len(board.notes_in_order()) == 100


def test_showing_the_same_twice_paints_nothing(board: BoardCanvas) -> None:
    board.show_columns(columns(100))

    assert board.is_complete


def test_arrows_select_and_tell(board: BoardCanvas, qtbot: QtBot) -> None:
    told: list[str] = []
    board.select("n0")
    board.note_selected.connect(told.append)

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(board, key)

    assert told == ["n5", "n6", "n1"]
    assert board.selected() == "n1"


def test_a_note_selected_far_down_comes_into_view(board: BoardCanvas) -> None:
    board.select("n99")

    assert board.viewport().rect().contains(board.note_place("n99"))


def test_enter_asks_to_edit_the_selected_note(board: BoardCanvas, qtbot: QtBot) -> None:
    board.select("n3")

    with qtbot.waitSignal(board.edit_requested) as asked:
        QTest.keyClick(board, Qt.Key.Key_Return)

    assert asked.args == ["n3"]


def test_a_selected_note_that_went_is_selected_no_more(board: BoardCanvas, qtbot: QtBot) -> None:
    board.select("n99")

    with qtbot.waitSignal(board.note_selected) as told:
        board.show_columns(columns(50))

    assert told.args == [""]
    assert board.selected() == ""


def test_a_note_that_moved_to_another_column_stays_selected(board: BoardCanvas) -> None:
    board.select("n1")

    board.show_columns(columns(100, count=4))

    assert board.selected() == "n1"


def test_panning_paints_the_same_as_painting_anew(board: BoardCanvas) -> None:
    board.pan(0, 133)
    settle(board)
    panned = board.viewport().grab().toImage()

    board.paint_anew()
    settle(board)

    assert board.viewport().grab().toImage() == panned


@pytest.mark.parametrize("scale", [1.0, 1.6])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_ideas_that_come_and_go_paint_the_same_as_painting_anew(
    board: BoardCanvas, qtbot: QtBot, way: Qt.LayoutDirection, scale: float
) -> None:
    """The ring round the selected note goes along, and so does what lies beneath the one that went."""
    board.setLayoutDirection(way)
    board.zoom(scale)
    qtbot.waitUntil(lambda: settle(board) == 1)
    board.setFocus()
    board.select("n31")
    QTest.mouseMove(board.viewport(), board.note_place("n27").center())
    for notes in (101, 140, 90, 60, 61):
        shown = columns(notes)
        board.show_columns([replace(shown[0], notes=shown[0].notes[3:]), *shown[1:]])
        board.viewport().repaint()
        board.show_columns(shown)
        settle(board)
        changed = board.viewport().grab().toImage()

        board.paint_anew()
        settle(board)

        assert board.viewport().grab().toImage() == changed


def test_one_idea_more_paints_nothing_that_stays(board: BoardCanvas, qtbot: QtBot) -> None:
    """What the view asks to be painted again is the place of the new one."""
    board.show_columns(columns(98))
    board.verticalScrollBar().setValue(board.verticalScrollBar().maximum())
    settle(board)
    QApplication.processEvents()
    painted = Painted(board.viewport())

    board.show_columns(columns(99))
    qtbot.waitUntil(lambda: not painted.places.isEmpty())
    qtbot.waitUntil(lambda: board.is_complete)

    assert (painted.places - QRegion(board.note_place("n98").adjusted(-3, -3, 3, 3))).isEmpty()


def test_the_ring_is_painted_anew_where_it_was_and_where_its_note_lies_now(board: BoardCanvas, qtbot: QtBot) -> None:
    shown = columns(100)
    board.select("n9")
    QApplication.processEvents()
    before = board.note_place("n9").adjusted(-3, -3, 3, 3)
    painted = Painted(board.viewport())

    board.show_columns([*shown[:4], replace(shown[4], notes=(*shown[4].notes[1:], shown[4].notes[0]))])
    qtbot.waitUntil(lambda: not painted.places.isEmpty())

    after = board.note_place("n9").adjusted(-3, -3, 3, 3)
    assert (QRegion(before).united(after) - painted.places).isEmpty()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_panning_across_and_down_leaves_no_trace_of_rings_and_edges(
    board: BoardCanvas, qtbot: QtBot, qapp: QApplication, mode: Mode
) -> None:
    dress(qapp, mode)
    board.zoom(1.7)
    qtbot.waitUntil(lambda: settle(board) == 1)
    board.select("n26")
    QTest.mouseMove(board.viewport(), board.note_place("n27").center())
    for across, down in ((30, 45), (-11, 20), (200, -31), (7, 9), (-150, 60)):
        board.pan(across, down)
        board.viewport().repaint()
    settle(board)
    panned = board.viewport().grab().toImage()

    board.paint_anew()
    settle(board)

    assert board.viewport().grab().toImage() == panned


def test_the_whole_board_can_be_brought_into_sight(board: BoardCanvas) -> None:
    board.show_columns(columns(1000))

    board.show_whole()
    settle(board)

    view = board.viewport().rect()
    assert all(view.contains(board.note_place(f"n{number}")) for number in range(1000))


def test_the_whole_board_can_be_zoomed_into_and_stays_so_when_the_window_changes(board: BoardCanvas) -> None:
    board.show_columns(columns(1000))
    board.show_whole()
    whole = board.scale()

    board.zoom(whole * 2)
    board.resize(board.width() - 40, board.height() - 30)

    assert board.scale() == whole * 2
    board.show_whole()
    assert board.scale() < whole


def test_a_board_of_five_thousand_fills_in_a_few_paints(board: BoardCanvas) -> None:
    board.show_columns(columns(5000))

    assert settle(board) < 50


def test_the_point_under_the_pointer_stays_while_zooming(board: BoardCanvas, qtbot: QtBot) -> None:
    point = QPointF(board.note_place("n52").center())

    board.zoom(1.5, point)
    qtbot.waitUntil(lambda: board.note_at(point) == "n52")

    assert board.scale() == 1.5


def test_zooming_shows_a_scaled_picture_first_and_the_exact_one_once_it_settles(
    board: BoardCanvas, qtbot: QtBot
) -> None:
    board.zoom(1.3)
    rough = board.viewport().grab().toImage()

    qtbot.waitUntil(lambda: board.viewport().grab().toImage() != rough)
    settle(board)

    assert board.scale() == 1.3


def test_the_board_follows_the_theme(board: BoardCanvas, qapp: QApplication) -> None:
    dark = dress(qapp, Mode.DARK)
    settle(board)

    image = board.viewport().grab().toImage()

    assert image.pixelColor(1, 1) == dark.inks.paper


def test_an_empty_board_is_only_its_ground(qtbot: QtBot, theme: Theme) -> None:
    board = BoardCanvas()
    qtbot.addWidget(board)
    board.show_columns([])
    board.show()

    QTest.keyClick(board, Qt.Key.Key_Down)

    assert board.selected() == ""
    assert board.column_at(QPointF(10, 10)) == -1
    assert board.note_place("n1").isEmpty()
    assert board.column_of("n1") == -1


def test_columns_reach_from_top_to_bottom_for_whoever_drops(board: BoardCanvas) -> None:
    place = board.column_place(2)

    assert place.height() == board.viewport().height()
    assert board.column_at(QPointF(place.center())) == 2


@pytest.fixture
def from_right(board: BoardCanvas) -> BoardCanvas:
    board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle(board)
    return board


def test_read_from_the_right_the_first_column_stands_there(from_right: BoardCanvas) -> None:
    places = [from_right.column_place(at) for at in range(5)]

    assert [place.left() for place in places] == sorted((place.left() for place in places), reverse=True)
    assert places[0].right() > from_right.viewport().width() - 10
    assert places[0].contains(from_right.note_place("n0"))
    assert from_right.column_at(QPointF(places[1].center())) == 1


def test_read_from_the_right_a_note_has_its_edge_there(from_right: BoardCanvas) -> None:
    shown, place = from_right.viewport().grab().toImage(), from_right.note_place("n0")

    edges = [shown.pixelColor(x, place.center().y()) for x in (place.left() + 1, place.right() - 1)]

    assert edges[1] == theme_in_use().note("sky").edge != edges[0]


def test_read_from_the_right_arrows_still_go_where_they_point(from_right: BoardCanvas) -> None:
    from_right.select("n1")
    seen = []

    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(from_right, key)
        seen.append(from_right.selected())

    assert seen == ["n2", "n3", "n2", "n7", "n2"]


def test_read_from_the_right_a_wide_board_begins_there_and_scrolls_to_the_left(from_right: BoardCanvas) -> None:
    from_right.show_columns(columns(90, count=30))
    view = from_right.viewport().rect()
    assert view.contains(from_right.note_place("n0"))
    assert not view.contains(from_right.note_place("n29"))

    from_right.select("n29")

    assert view.contains(from_right.note_place("n29"))
    from_right.pan(4000, 0)
    assert view.contains(from_right.note_place("n0"))


def test_read_from_the_right_the_point_under_the_pointer_stays_while_zooming(from_right: BoardCanvas) -> None:
    point = QPointF(from_right.note_place("n52").center())

    from_right.zoom(1.5, point)

    assert from_right.note_at(point) == "n52"


def test_read_from_the_right_a_board_with_room_to_spare_stands_at_the_right(from_right: BoardCanvas) -> None:
    from_right.zoom(0.5)

    assert from_right.column_place(0).right() > from_right.viewport().width() - 10
    assert from_right.column_place(4).left() > from_right.viewport().width() / 3


def test_turning_the_window_round_twice_paints_the_same_again(board: BoardCanvas) -> None:
    before = board.grab().toImage()

    board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle(board)
    between = board.grab().toImage()
    board.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    settle(board)

    assert board.grab().toImage() == before != between
