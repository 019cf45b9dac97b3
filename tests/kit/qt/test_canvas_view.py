"""The canvas view: five hundred notes are all there, Arabic begins on the right, and Esc lets go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.canvas_ground import ENDS, Canvas, CanvasNote, CanvasZone
from facilitator.kit.qt.canvas_view import CanvasView
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.theme import Mode

ZONES = (CanvasZone("a", "A", 0, 0, 0.5, 1, snaps=False), CanvasZone("b", "B", 0.5, 0, 1, 1, snaps=True))
ENDS_OF_IT = dict(zip(ENDS, ("Cheap", "Dear", "Small", "Large"), strict=True))


def notes(count: int) -> tuple[CanvasNote, ...]:
    return tuple(
        CanvasNote(BoardNote(f"n{at}", f"Idea {at}"), "sky", 0.2 if at % 2 else 0.7, 0.5, "a" if at % 2 else "b")
        for at in range(count)
    )


def view(qtbot: QtBot, count: int) -> CanvasView:
    made = CanvasView()
    qtbot.addWidget(made)
    made.resize(760, 420)
    made.show_canvas(Canvas(ZONES, ENDS_OF_IT, notes(count)))
    made.show()
    return made


@pytest.mark.parametrize("count", [0, 5, 150, 500])
def test_every_note_is_there_and_none_of_many_lies_on_another(qapp: QApplication, qtbot: QtBot, count: int) -> None:
    dress(qapp)
    shown = view(qtbot, count)

    places = [shown.note_place(each.note.id) for each in notes(count)]

    assert all(place.width() > 100 for place in places)
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :])
    assert not shown.grab().isNull()


def test_the_last_of_many_is_brought_into_view_when_it_is_chosen(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    shown = view(qtbot, 150)
    shown.select("n0")

    QTest.keyClick(shown, Qt.Key.Key_End)

    assert shown.selected() == "n149"
    assert shown.viewport().rect().contains(shown.note_place("n149"))


def test_read_from_the_right_the_canvas_is_mirrored(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    shown = view(qtbot, 2)
    before = shown.note_place("n1").center().x()
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown.resize(761, 420)

    assert before < 380 < shown.note_place("n1").center().x()
    assert shown.end_place("left").center().x() > shown.end_place("right").center().x()
    seen, place = shown.viewport().grab().toImage(), shown.note_place("n0")
    edges = [seen.pixelColor(x, place.center().y()) for x in (place.left() + 1, place.right() - 1)]
    assert edges[1] == theme_in_use().note("sky").edge != edges[0]


def test_esc_lets_go_of_a_note_that_is_dragged(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    shown = view(qtbot, 2)
    moved: list[object] = []
    shown.note_moved.connect(lambda *there: moved.append(there))
    port, start = shown.viewport(), shown.note_place("n1").center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(60, 60))

    QTest.keyClick(shown, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 60))

    assert moved == []


def test_a_note_that_went_is_chosen_no_more(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    shown = view(qtbot, 3)
    told: list[str] = []
    shown.note_selected.connect(told.append)
    shown.select("n2")

    shown.show_canvas(Canvas(ZONES, ENDS_OF_IT, notes(2)))
    shown.select("unknown")

    assert told == ["n2", ""]


def test_it_wears_the_dark_theme_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    shown = view(qtbot, 3)
    light = shown.grab().toImage()

    dress(qapp, Mode.DARK)
    dark = shown.grab().toImage()
    dress(qapp)

    assert light != dark
    assert dark.pixelColor(2, 2).lightness() < 100


def wheel(shown: CanvasView, at: QPoint, notches: int) -> None:
    port = shown.viewport()
    turned = QWheelEvent(
        QPointF(at),
        QPointF(port.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, turned)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_ctrl_and_the_wheel_look_closer_at_what_is_under_the_pointer(
    qapp: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    dress(qapp)
    shown = view(qtbot, 20)
    shown.setLayoutDirection(direction)
    shown.resize(761, 420)
    note = shown.note_at(QPointF(shown.note_place("n1").center()))
    at = shown.note_place(note).center()
    wide = shown.note_place(note).width()

    wheel(shown, at, 4)

    assert shown.note_place(note).width() > wide * 1.5
    assert shown.note_at(QPointF(at)) == note
    wheel(shown, at, -4)
    assert abs(shown.scale() - 1) < 1e-9


def test_all_of_many_notes_are_seen_at_once_and_none_lies_on_another(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    shown = view(qtbot, 150)
    assert not shown.viewport().rect().contains(shown.note_place("n149"))

    shown.show_whole()

    places = [shown.note_place(each.note.id) for each in notes(150)]
    assert all(shown.viewport().rect().contains(place) for place in places)
    assert shown.column_place(1).right() > shown.viewport().width() - 10
    assert not any(
        one.adjusted(1, 1, -1, -1).intersects(other) for at, one in enumerate(places) for other in places[:at]
    )


def test_a_drag_on_the_ground_pans_and_moves_no_note(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    shown = view(qtbot, 3)
    told: list[object] = []
    shown.note_moved.connect(lambda *there: told.append(there))
    shown.zoom(2.0)
    QApplication.processEvents()
    before = shown.note_place("n1").topLeft()
    port = shown.viewport()
    start = next(at for at in (QPoint(300, y) for y in range(100, 400, 10)) if not shown.note_at(QPointF(at)))

    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start - QPoint(0, 30))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 30))
    QTest.mouseMove(port, start)

    assert shown.note_place("n1").topLeft() - before in (QPoint(0, -30), QPoint(0, -29), QPoint(0, -31))
    assert told == []


def test_a_note_that_is_dragged_while_it_is_seen_large_lies_where_it_was_let_go(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp)
    shown = view(qtbot, 2)
    told: list[tuple[float, float]] = []
    shown.note_moved.connect(lambda _note, x, y: told.append((x, y)))
    shown.select("n1")
    shown.zoom(2.0)
    port, start, by = shown.viewport(), shown.note_place("n1").center(), QPoint(40, 24)

    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + by)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + by)

    x, y = shown.place_at(QPointF(start + by))
    assert told[0] == pytest.approx((x, y), abs=0.01)


def test_what_is_selected_stays_in_sight_while_keys_zoom_and_no_scale_is_absurd(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp)
    shown = view(qtbot, 150)
    shown.select("n77")

    for scale in (3.0, 0.4, 1.0, 2.0):
        shown.zoom(scale)
        assert shown.viewport().rect().intersects(shown.note_place("n77"))
    shown.zoom(100)
    assert shown.scale() == 3
    shown.zoom(0.001)
    assert shown.scale() == 0.25
