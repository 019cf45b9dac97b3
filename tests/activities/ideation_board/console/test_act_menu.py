"""Whatever a hand does on the board, a key does, and the menu offers it with that key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.act_menu import MENU_KEY, open_act_menu
from facilitator.activities.ideation_board.console.table import Table
from facilitator.activities.ideation_board.console.waiting import IDEA_MIME
from facilitator.activities.ideation_board.rules import Board, Cluster, Placement
from facilitator.convening.cards import Card
from facilitator.convening.undo import UndoLast
from facilitator.kit.qt.acts import key_words
from facilitator.kit.qt.board_heads import HEAD_HEIGHT
from tests.activities.ideation_board.console.listed import Listed, listed_board
from tests.kit.qt.boards import drag, drop

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


@pytest.fixture
def led(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Listed]:
    with listed_board(tmp_path, qtbot, qapp) as made:
        made.panel.resize(900, 800)
        made.key("Shift L")
        yield made


def choose(led: Listed, key: str) -> None:
    """Choose an idea of the sample, and give the focus to where it lies."""
    table(led).seek(led.room.cards[key])
    led.follow()


def entries(menu: QMenu) -> dict[str, QAction]:
    """Every entry by its key, those of menus inside it too."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            found |= entries(inside)
        elif not action.isSeparator():
            found[action.text().partition("\t")[2]] = action
    return found


def opened(led: Listed) -> QMenu:
    """Open the menu by its key."""
    led.key("Shift F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def act_by_menu(led: Listed, key: str) -> None:
    """Open the menu and choose the entry of a key."""
    menu = opened(led)
    entry = entries(menu)[key_words(key)]
    menu.close()
    entry.trigger()
    led.follow()


def lay(led: Listed) -> dict[str, tuple[str, str, bool, str]]:
    """How every idea lies: cluster, what it was merged into, whether it is parked, and its words."""
    cards = led.records()[Card]
    return {
        lies.id: (lies.cluster, cards[lies.id].merged_into, lies.is_parked, cards[lies.id].text)
        for lies in led.records()[Placement].values()
    }


def drop_from_tray(led: Listed, key: str, column: int) -> None:
    """Let an idea of the tray go over a column, as Qt tells it at the end of a drag."""
    carried = QMimeData()
    carried.setData(IDEA_MIME, QByteArray(led.room.cards[key].encode()))
    at = led.canvas.column_place(column).center()
    how = (Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(led.canvas.viewport(), QDragEnterEvent(at, *how))
    QApplication.sendEvent(led.canvas.viewport(), QDropEvent(QPointF(at), *how))
    led.follow()


def drag_note(led: Listed, key: str, column: int) -> None:
    """Drag a note of the board into another column."""
    end = led.canvas.column_place(column).center()
    drag(led.canvas, led.canvas.note_place(led.room.cards[key]).center(), end)
    drop(led.canvas, end)
    led.follow()


def click(led: Listed, key: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = led.canvas.note_place(led.room.cards[key]).center()
    QTest.mouseClick(led.canvas.viewport(), Qt.MouseButton.LeftButton, held, place)
    led.follow()


def drag_several(led: Listed) -> None:
    click(led, "a1")
    click(led, "a2", Qt.KeyboardModifier.ControlModifier)
    drag_note(led, "a1", 3)


def pick_two(led: Listed) -> None:
    choose(led, "a1")
    led.key("Shift Down")


@dataclass(frozen=True, slots=True)
class Gesture:
    """What the mouse does; what comes before the key that does the same; and that key."""

    mouse: Callable[[Listed], None]
    before: Callable[[Listed], None]
    key: str


GESTURES = {
    "an idea of the tray into a column": Gesture(
        lambda led: drop_from_tray(led, "u1", 1), lambda led: choose(led, "u1"), "2"
    ),
    "a note into another column": Gesture(lambda led: drag_note(led, "a1", 2), lambda led: choose(led, "a1"), "3"),
    "several picked notes into a column": Gesture(drag_several, pick_two, "4"),
}


@pytest.mark.parametrize("name", GESTURES)
def test_what_is_dragged_can_be_done_by_key_and_by_menu(led: Listed, name: str) -> None:
    gesture, before = GESTURES[name], lay(led)
    gesture.mouse(led)
    dragged = lay(led)
    undo(led)

    gesture.before(led)
    led.key(gesture.key)
    keyed = lay(led)
    undo(led)
    gesture.before(led)
    act_by_menu(led, gesture.key)

    assert dragged != before
    assert keyed == dragged
    assert lay(led) == dragged


@pytest.mark.parametrize("key", ["X", "*", "P", "Del", "Alt Right", "Shift X", "Shift G", "0"])
def test_an_entry_does_what_its_key_does(led: Listed, key: str) -> None:
    choose(led, "b2")
    before = led.records()
    led.key(key)
    keyed = kept(led)
    undo(led)

    choose(led, "b2")
    act_by_menu(led, key)

    assert kept(led) == keyed
    assert led.records() != before


def test_every_act_that_is_possible_stands_in_the_menu_with_its_key(led: Listed) -> None:
    choose(led, "b2")
    possible = {key_words(act.key) for act in led.acts() if act.is_enabled()} - {MENU_KEY}

    menu = opened(led)
    offered = set(entries(menu))
    menu.close()

    assert offered == possible
    assert {"1", "0", "M", "E", "Alt →", "Ctrl Space", "Shift L"} <= offered


def test_what_is_not_possible_is_not_offered(led: Listed) -> None:
    choose(led, "b2")
    led.canvas.select("")

    menu = opened(led)
    offered = set(entries(menu))
    menu.close()

    assert not offered & {"1", "M", "E", "Del"}
    assert {"I", "A", "Shift L"} <= offered


def test_the_menu_key_opens_it_at_the_chosen_idea(led: Listed) -> None:
    choose(led, "b2")
    handle = led.panel.windowHandle()
    assert handle is not None

    # The desktop hears the key and tells the window this.
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(handle, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)

    # It is moved where the screen ends, and covers the point that it was opened at all the same.
    note = led.canvas.note_place(led.room.cards["b2"])
    at = note.center() + led.canvas.viewport().mapToGlobal(QPoint())
    covered = menu.geometry().adjusted(-1, -1, 1, 1)
    menu.close()
    assert covered.contains(at)


def test_pressed_again_the_key_opens_no_second_menu(led: Listed) -> None:
    choose(led, "b2")
    menu = opened(led)

    open_act_menu(led.panel, led.acts(), QPoint())

    assert QApplication.activePopupWidget() is menu
    menu.close()


def test_the_menu_is_walked_by_arrows_alone(led: Listed) -> None:
    choose(led, "b2")
    menu = opened(led)

    while menu.activeAction().text() != "Place":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        focus = QApplication.activePopupWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
    led.follow()

    assert QApplication.activePopupWidget() is None
    assert led.records()[Placement][led.room.cards["b2"]].cluster == led.cluster(1)


def test_picking_by_click_is_picking_by_key_and_by_menu(led: Listed) -> None:
    click(led, "a1")
    click(led, "a2", Qt.KeyboardModifier.ControlModifier)
    clicked = table(led).picking.ids()
    table(led).picking.clear()

    for key in ("a1", "a2"):
        choose(led, key)
        act_by_menu(led, "Ctrl Space")
    by_menu = table(led).picking.ids()
    table(led).picking.clear()
    choose(led, "a1")
    led.key("Ctrl Space", "Ctrl Down", "Ctrl Space")

    assert clicked == by_menu == table(led).picking.ids()


def test_a_double_click_is_a_key_too(led: Listed) -> None:
    click(led, "a1")
    place = led.canvas.note_place(led.room.cards["a1"]).center()
    QTest.mouseDClick(led.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    by_mouse = field(led)
    led.key("Esc")

    choose(led, "a1")
    led.key("E")
    by_key = field(led)
    led.key("Esc")
    act_by_menu(led, "E")

    assert by_mouse == by_key == field(led) == ("Edit this idea", "Pool repair funds by district")


def test_a_double_click_on_a_head_is_a_key_too(led: Listed) -> None:
    head = QPoint(led.canvas.column_place(0).center().x(), HEAD_HEIGHT // 2)
    QTest.mouseDClick(led.canvas, Qt.MouseButton.LeftButton, pos=head)
    by_mouse = field(led)
    led.key("Esc")

    choose(led, "a1")
    act_by_menu(led, "R")

    assert by_mouse == field(led) == ("Rename this cluster", "Money that lasts")


def test_all_notes_come_into_sight_by_key(led: Listed) -> None:
    led.key("Z")
    whole = led.canvas.is_whole()
    led.key("Z")

    assert (whole, led.canvas.is_whole()) == (True, False)


def test_the_menu_would_open_at_the_current_line_of_the_list(led: Listed) -> None:
    led.key("Shift L")
    led.ideas.go_to(led.cluster(2))

    assert led.ideas.line_at(led.ideas.viewport().mapFromGlobal(table(led).place_of_chosen())) == led.cluster(2)


def table(led: Listed) -> Table:
    return led.panel.findChildren(Table)[0]


def kept(led: Listed) -> tuple[object, ...]:
    """Everything the board is made of."""
    records = led.records()
    return tuple(dict(records[kind]) for kind in (Placement, Cluster, Card, Board))


def undo(led: Listed) -> None:
    led.room.say(UndoLast())
    led.follow()


def field(led: Listed) -> tuple[str, str]:
    """The field that has the focus: its name, and what stands in it."""
    found = QApplication.focusWidget()
    assert isinstance(found, QPlainTextEdit)
    return found.accessibleName(), found.toPlainText()
