"""A canvas read aloud: its zones with their notes, and the corner in which each lies as it is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board_access import PICKED
from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.canvas_ground import Canvas, CanvasNote, CanvasZone
from facilitator.kit.qt.canvas_view import CanvasView
from facilitator.kit.qt.canvas_words import corner_of, zones_read
from facilitator.kit.qt.dress import dress
from tests.kit.qt.spoken import name

ZONES = (
    CanvasZone("wins", "Quick wins", 0, 0, 0.5, 0.5, snaps=False),
    CanvasZone("bets", "Big bets", 0.5, 0, 1, 0.5, snaps=False),
    CanvasZone("rest", "When there is time", 0, 0.5, 1, 1, snaps=True),
)


def lying(note: BoardNote, x: float, y: float, zone: str) -> CanvasNote:
    return CanvasNote(note, "sky", x, y, zone)


CANVAS = Canvas(
    ZONES,
    {},
    (
        lying(BoardNote("books", "Books", "3 wordings · on the short list", is_off_stage=True), 0.05, 0.05, "wins"),
        lying(BoardNote("pumps", "Pumps"), 0.45, 0.45, "wins"),
        lying(BoardNote("maps", "Maps"), 0.1, 0.6, "rest"),
    ),
)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> CanvasView:
    dress(qapp)
    made = CanvasView()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show_canvas(CANVAS)
    made.setAccessibleName("Canvas: Impact and effort")
    made.show()
    return made


@pytest.fixture
def spoken(view: CanvasView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def test_a_canvas_is_a_list_of_its_zones_and_each_of_them_of_its_notes(spoken: QAccessibleInterface) -> None:
    zones = [spoken.child(at) for at in range(spoken.childCount())]

    assert (name(spoken), spoken.text(QAccessible.Text.Description)) == ("Canvas: Impact and effort", "3 ideas")
    assert [name(zone) for zone in zones] == ["Quick wins, 2 ideas", "Big bets, 0 ideas", "When there is time, 1 idea"]
    assert {zone.role() for zone in zones} == {QAccessible.Role.List}
    assert zones[0].child(0).role() is QAccessible.Role.ListItem
    assert zones[0].child(0).parent() is zones[0]


def test_a_note_says_its_words_where_it_stands_and_what_is_known_of_it(spoken: QAccessibleInterface) -> None:
    wins, rest = spoken.child(0), spoken.child(2)

    assert name(wins.child(0)) == "Note 1 of 3: Books, in Quick wins, upper left"
    assert name(wins.child(1)) == "Note 2 of 3: Pumps, in Quick wins, lower right"
    assert name(rest.child(0)) == "Note 3 of 3: Maps, in When there is time"
    said = wins.child(0).text(QAccessible.Text.Description)
    assert said == "3 wordings · on the short list, not on stage yet"


def test_zones_and_notes_lie_where_they_are_seen(view: CanvasView, spoken: QAccessibleInterface) -> None:
    corner = view.viewport().mapToGlobal(QPoint())
    note = spoken.child(0).child(1)

    assert note.rect() == view.note_place("pumps").translated(corner)
    assert spoken.child(0).rect().contains(note.rect())
    middle = note.rect().center()
    assert spoken.childAt(middle.x(), middle.y()).childAt(middle.x(), middle.y()) is note


def test_the_selected_note_has_the_focus_and_picked_ones_are_selected_beside_it(
    view: CanvasView, spoken: QAccessibleInterface, qtbot: QtBot
) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.select("pumps")
    view.setProperty(PICKED, ["maps"])

    notes = [spoken.child(0).child(0), spoken.child(0).child(1), spoken.child(2).child(0)]

    assert [bool(note.state().selected) for note in notes] == [False, True, True]
    assert [bool(note.state().focused) for note in notes] == [False, True, False]
    assert spoken.focusChild() is notes[1]


def test_read_from_the_right_the_corner_is_still_the_one_that_is_seen(
    view: CanvasView, spoken: QAccessibleInterface
) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.resize(1201, 800)

    assert name(spoken.child(0).child(0)) == "Note 1 of 3: Books, in Quick wins, upper right"


def test_a_note_that_is_moved_keeps_its_voice_and_one_that_goes_falls_silent(
    view: CanvasView, spoken: QAccessibleInterface
) -> None:
    books, pumps = spoken.child(0).child(0), spoken.child(0).child(1)

    view.show_canvas(Canvas(ZONES, {}, (lying(BoardNote("books", "Books"), 0.75, 0.25, "bets"),)))

    assert name(books) == "Note 1 of 1: Books, in Big bets, in the middle"
    assert books.parent() is spoken.child(1)
    assert (pumps.isValid(), name(pumps)) == (False, "")


def test_what_lies_in_no_zone_is_read_last() -> None:
    one = Canvas(ZONES[:1], {}, (lying(BoardNote("x", "Loose"), 0.9, 0.9, ""), *CANVAS.notes[:1]))

    assert [(zone.name, len(zone.notes)) for zone in zones_read(one)] == [
        ("Quick wins", 1),
        ("Elsewhere on the canvas", 1),
    ]


def test_a_place_at_the_very_edge_is_in_a_corner() -> None:
    room = QRectF(0, 0, 300, 300)

    assert corner_of(QRectF(290, 290, 40, 40), room) == "lower right"
    assert corner_of(QRectF(-40, 100, 40, 100), room) == "middle left"
