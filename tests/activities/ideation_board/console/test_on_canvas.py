"""The canvas by keys and by hand, on a real desk: zones by digit, nudges, drags, axes named in place, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QPlainTextEdit, QPushButton, QWidget

from facilitator.activities.ideation_board.console.more import BoardMore
from facilitator.activities.ideation_board.console.waiting import IDEA_MIME
from facilitator.activities.ideation_board.rules import STEP, WHOLE, Cluster, Placement, layout_of, spots
from facilitator.convening.cards import Card
from facilitator.convening.undo import UndoLast
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.canvas_view import CanvasView
from tests.activities.ideation_board.console.test_drops import entering
from tests.activities.ideation_board.console.test_panel import LedHere, led, sorted_

__all__ = ["led", "sorted_"]
MATRIX, ROWS, FREE = "Impact and effort", "Stop, start, continue", "Free canvas"


def lay(board: LedHere, title: str) -> CanvasView:
    next(act for act in board.acts() if act.title == f"Lay the board out as: {title}").do()
    board.follow()
    return canvas(board)


def canvas(board: LedHere) -> CanvasView:
    return board.panel.findChildren(CanvasView)[0]


def tray(board: LedHere) -> QListView:
    return board.tray()


def where(board: LedHere) -> dict[str, tuple[str, int, int]]:
    records = board.records()
    found = spots(records, board.block)
    return {records[Card][card].text: (spot.zone, spot.x, spot.y) for card, spot in found.items()}


def text_of(board: LedHere, card: str) -> str:
    return board.records()[Card][card].text


def middle(view: CanvasView, card: str) -> QPoint:
    return view.note_place(card).center()


def drag(view: CanvasView, start: QPoint, by: QPoint) -> None:
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(port, start + QPointF(by.x() * share, by.y() * share).toPoint())
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + by)


def placed(board: LedHere, title: str, keys: str) -> CanvasView:
    """Place one waiting note after the other by digits."""
    view = lay(board, title)
    board.choose(0)
    for key in keys:
        board.press(key)
    return view


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_every_layout_stands_in_a_menu_behind_one_key_and_one_digit(sorted_: LedHere) -> None:
    sorted_.press("V")
    menu = next(menu for menu in sorted_.panel.findChildren(QMenu) if menu.accessibleName() == "Layout")

    assert [action.text() for action in menu.actions()][:4] == [
        "&1  Columns", "&2  Wall of clusters", "&3  Free canvas", "&4  Impact and effort",
    ]  # fmt: skip
    assert [action.isChecked() for action in menu.actions()][:2] == [True, False]
    QTest.keyClick(menu, Qt.Key.Key_4)
    sorted_.follow()
    assert layout_of(sorted_.records(), sorted_.block).key == "impact_effort"
    button = next(b for b in sorted_.panel.findChildren(QPushButton) if b.accessibleName() == MATRIX)
    assert button.accessibleDescription() == "The layout of the board"


@pytest.mark.parametrize(("width", "is_seen"), [(1200, True), (600, False)])
def test_on_a_small_screen_the_steps_come_first_and_the_layout_is_in_the_menu(
    sorted_: LedHere,
    width: int,
    is_seen: bool,
) -> None:
    sorted_.panel.resize(width, 600)
    QApplication.processEvents()

    buttons = [b for b in sorted_.panel.findChildren(QPushButton) if b.accessibleDescription()]
    assert [b.isVisible() for b in buttons if b.accessibleDescription() == "The layout of the board"] == [is_seen]
    more = sorted_.panel.findChildren(BoardMore)[0]
    assert "Choose the layout\tV" in [action.text() for action in more.made_menu().actions()]
    assert sorted_.can("V")


def test_changing_the_layout_keeps_every_note_and_its_column(sorted_: LedHere) -> None:
    before = {lies.id: (lies.cluster, lies.place) for lies in sorted_.records()[Placement].values()}
    count = len(before)

    for title in (MATRIX, ROWS, "Wall of clusters", FREE, "Columns"):
        view = lay(sorted_, title)
        columns = sorted_.panel.findChildren(BoardCanvas)[0]
        assert columns.isVisible() == (title in ("Wall of clusters", "Columns"))
        assert view.isVisible() != columns.isVisible()
        assert tray(sorted_).model().rowCount() == (count if view.isVisible() else 2)

    assert {lies.id: (lies.cluster, lies.place) for lies in sorted_.records()[Placement].values()} == before


def test_a_digit_lays_the_note_into_the_zone_and_the_next_one_is_chosen(sorted_: LedHere) -> None:
    view = placed(sorted_, MATRIX, "1243")

    zones = sorted(zone for zone, _x, _y in where(sorted_).values())
    assert zones == ["big_bets", "fill_ins", "quick_wins", "time_sinks"]
    assert len(view.ids()) == 4
    sorted_.press("1")
    assert len(view.ids()) == 5
    sorted_.room.say(UndoLast())
    sorted_.follow()
    assert len(view.ids()) == 4


def test_zero_takes_a_note_off_the_canvas_back_into_the_tray(sorted_: LedHere) -> None:
    view = placed(sorted_, MATRIX, "1")
    waiting = tray(sorted_).model().rowCount()
    view.select(view.ids()[0])

    sorted_.press("0")

    assert where(sorted_) == {}
    assert tray(sorted_).model().rowCount() == waiting + 1


def test_alt_and_an_arrow_move_a_note_by_a_fortieth(sorted_: LedHere) -> None:
    view = placed(sorted_, FREE, "1")
    card = view.ids()[0]
    view.select(card)
    _zone, x, y = where(sorted_)[text_of(sorted_, card)]

    for key in ("Alt Right", "Alt Right", "Alt Down"):
        sorted_.press(key)
    assert where(sorted_)[text_of(sorted_, card)] == ("canvas", x + 2 * STEP, y + STEP)
    sorted_.press("Alt Left")
    sorted_.press("Alt Up")

    assert where(sorted_)[text_of(sorted_, card)] == ("canvas", x + STEP, y)
    assert view.selected() == card


def test_in_rows_the_same_keys_lead_into_the_next_zone(sorted_: LedHere) -> None:
    view = placed(sorted_, ROWS, "11")
    view.select(view.ids()[0])

    sorted_.press("Alt Right")
    assert sorted(zone for zone, _x, _y in where(sorted_).values()) == ["start", "stop"]
    sorted_.press("Alt Down")
    sorted_.press("Alt Right")
    sorted_.press("Alt Right")

    assert sorted(zone for zone, _x, _y in where(sorted_).values()) == ["continue", "stop"]


def test_a_note_says_its_zone_where_it_lies_there_and_its_cluster(sorted_: LedHere) -> None:
    """ST and AC: colour alone tells nobody who does not see it; by voice, in the tray and in the list."""
    sorted_.choose(0)
    sorted_.press("1")
    named = next(cluster for cluster in sorted_.records()[Cluster].values())
    waits = f"cluster A {named.name}"
    view = lay(sorted_, MATRIX)
    model = sorted_.tray().model()
    texts = [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]
    row = next(at for at, said in enumerate(texts) if waits in said)

    sorted_.choose(row)
    sorted_.press("2")

    voices = QAccessible.queryAccessibleInterface(view)
    zone = voices.child(1)
    said = [zone.child(at).text(QAccessible.Text.Name) for at in range(zone.childCount())]
    assert len(said) == 1
    assert said[0].endswith(f", {waits}")
    assert f", in {zone.text(QAccessible.Text.Name).split(',')[0]}, " in said[0]


def test_arrows_select_the_note_that_lies_in_their_direction(sorted_: LedHere) -> None:
    view = placed(sorted_, MATRIX, "1243")
    by_zone = {each.zone: each.note.id for each in view.canvas().notes}
    view.setFocus()
    view.select(by_zone["quick_wins"])

    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
        seen.append(view.selected())

    wanted = ["big_bets", "time_sinks", "fill_ins", "fill_ins", "quick_wins"]
    assert seen == [by_zone[zone] for zone in wanted]


def test_several_picked_notes_move_together_and_come_back_by_one_undo(sorted_: LedHere) -> None:
    view = placed(sorted_, FREE, "111")
    before = where(sorted_)
    view.setFocus()
    view.select(view.ids()[0])
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    zone = QAccessible.queryAccessibleInterface(view).child(0)
    assert [bool(zone.child(at).state().selected) for at in range(3)].count(True) == 2

    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    sorted_.press("Alt Down")

    assert where(sorted_) == {text: (zone, x, y + STEP) for text, (zone, x, y) in before.items()}
    sorted_.room.say(UndoLast())
    assert where(sorted_) == before


def test_a_note_that_is_dragged_lies_where_it_was_let_go(sorted_: LedHere) -> None:
    view = placed(sorted_, MATRIX, "1")
    card = view.ids()[0]
    start, end = middle(view, card), view.viewport().rect().center() + QPoint(130, -40)

    drag(view, start, end - start)
    sorted_.follow()

    zone, x, _y = where(sorted_)[text_of(sorted_, card)]
    assert zone == "big_bets"
    assert x > WHOLE // 2
    assert (view.note_place(card).center() - end).manhattanLength() < 12


def test_a_note_from_the_tray_is_dropped_where_the_pointer_is(sorted_: LedHere) -> None:
    view = lay(sorted_, ROWS)
    sorted_.choose(0)
    card = tray(sorted_).model().index(0, 0).data(Qt.ItemDataRole.DisplayRole)
    carried = QMimeData()
    ids = [key for key, each in sorted_.records()[Card].items() if each.text == card]
    carried.setData(IDEA_MIME, ids[0].encode())

    at = QPointF(view.viewport().width() / 2, 60)
    drop = QDropEvent(at, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), entering(at.toPoint(), carried))
    QApplication.sendEvent(view.viewport(), drop)
    sorted_.follow()

    assert {text: zone for text, (zone, _x, _y) in where(sorted_).items()} == {card: "start"}
    assert drop.isAccepted()


def test_the_ends_of_the_axes_are_written_over_where_they_stand(sorted_: LedHere) -> None:
    view = lay(sorted_, MATRIX)

    for name in ("Cheap", "Dear"):
        sorted_.press("Shift R")
        field = written(sorted_)
        field.selectAll()
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        sorted_.follow()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.end_place("top").center())
    field = written(sorted_)
    field.selectAll()
    QTest.keyClicks(field, "Changes lives")
    QTest.keyClick(field, Qt.Key.Key_Return)
    sorted_.follow()

    assert view.canvas().ends == {
        "left": "Cheap", "right": "Dear", "bottom": "Little impact", "top": "Changes lives",
    }  # fmt: skip


def written(board: LedHere) -> QPlainTextEdit:
    fields = board.panel.findChildren(QPlainTextEdit)
    return next(field for field in fields if field.accessibleName() == "Name this end of the axis")


def test_enter_writes_over_a_note_where_it_lies(sorted_: LedHere) -> None:
    view = placed(sorted_, FREE, "1")
    view.setFocus()
    view.select(view.ids()[0])

    QTest.keyClick(view, Qt.Key.Key_Return)
    fields: list[QWidget] = [*sorted_.panel.findChildren(QPlainTextEdit)]
    field = next(one for one in fields if one.accessibleName() == "Edit this idea on the canvas" and one.isVisible())
    QTest.keyClicks(field, " soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    sorted_.follow()

    assert view.canvas().notes[0].note.text.endswith(" soon")


def test_what_belongs_to_clusters_is_not_offered_on_a_canvas(sorted_: LedHere) -> None:
    placed(sorted_, MATRIX, "1")
    titles = {act.title for act in sorted_.acts() if act.is_enabled()}

    assert not titles & {"New cluster", "Rename cluster", "Spotlight", "Take cluster apart", "Ask one more question"}
    assert "Place in 2 · Big bets" in titles
    lay(sorted_, "Columns")
    assert "New cluster" in {act.title for act in sorted_.acts() if act.is_enabled()}


@pytest.mark.parametrize("title", [MATRIX, ROWS, FREE])
def test_no_two_acts_of_a_canvas_share_a_key(sorted_: LedHere, title: str) -> None:
    lay(sorted_, title)
    keys = [act.key for act in sorted_.acts() if act.key]

    assert len(keys) == len(set(keys))
