"""The voices of clusters and notes: they stay with their subject, and fall silent with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_access import PICKED
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.boards import columns
from tests.kit.qt.spoken import board_of, name


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> BoardCanvas:
    return board_of(qtbot, 100, 300)


@pytest.fixture
def spoken(board: BoardCanvas) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(board)


def test_a_note_lies_where_it_is_seen(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    seen = board.note_place("n1").translated(board.viewport().mapToGlobal(QPoint()))

    assert spoken.child(1).child(0).rect() == seen
    assert not spoken.child(1).child(0).state().offscreen


def test_a_note_that_is_scrolled_away_says_so(spoken: QAccessibleInterface) -> None:
    assert spoken.child(1).child(19).state().offscreen


def test_what_is_known_beside_the_words_is_a_description(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    board.show_columns((BoardColumn("c", "A", "Trust", "sky", (BoardNote("x", "Books", "3 wordings", True),)),))

    assert spoken.child(0).child(0).text(QAccessible.Text.Description) == "3 wordings, not on stage yet"


def test_a_note_says_of_which_cluster_it_is_where_it_does_not_stand_in_it(
    board: BoardCanvas, spoken: QAccessibleInterface
) -> None:
    note = BoardNote("x", "Books", cluster="A Money that lasts")
    board.show_columns((BoardColumn("c", "", "Quick wins", "sky", (note, BoardNote("y", "Maps"))),))

    assert name(spoken.child(0).child(0)) == "Note 1 of 2: Books, in Quick wins, cluster A Money that lasts"
    assert name(spoken.child(0).child(1)) == "Note 2 of 2: Maps, in Quick wins"


def test_a_note_that_moves_keeps_its_voice_and_says_where_it_lies_now(
    board: BoardCanvas, spoken: QAccessibleInterface
) -> None:
    voice = spoken.child(0).child(0)
    first, second, *rest = columns(100)
    moved = BoardColumn(second.id, second.letter, second.name, second.colour, (first.notes[0], *second.notes))
    board.show_columns((BoardColumn(first.id, first.letter, first.name, first.colour, first.notes[1:]), moved, *rest))

    assert voice.isValid()
    assert name(voice) == "Note 20 of 100: Idea number 0 for every water point, in B Data we share"
    assert voice.parent() is spoken.child(1)


def test_picked_notes_are_selected_beside_the_current_one(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    board.select("n0")
    board.setProperty(PICKED, ["n5"])

    cluster = spoken.child(0)

    assert [bool(cluster.child(at).state().selected) for at in range(3)] == [True, True, False]
    assert spoken.state().multiSelectable


def test_a_note_that_went_is_silent_and_its_number_is_given_back(
    board: BoardCanvas, spoken: QAccessibleInterface, qtbot: QtBot
) -> None:
    gone = spoken.child(0).child(19)
    number = QAccessible.uniqueId(gone)

    board.show_columns(columns(5))

    assert (gone.isValid(), name(gone), gone.rect().isEmpty()) == (False, "", True)
    assert spoken.child(0).childCount() == 1
    qtbot.waitUntil(lambda: QAccessible.accessibleInterface(number) is None)


def test_a_note_that_comes_back_speaks_again(board: BoardCanvas, spoken: QAccessibleInterface, qtbot: QtBot) -> None:
    number = QAccessible.uniqueId(spoken.child(0).child(19))
    board.show_columns(columns(5))
    assert spoken.childCount() == 5
    qtbot.waitUntil(lambda: QAccessible.accessibleInterface(number) is None)

    board.show_columns(columns(100))

    assert name(spoken.child(0).child(19)).startswith("Note 20 of 100")


def test_with_the_board_all_its_voices_go(qtbot: QtBot, theme: Theme) -> None:
    board = BoardCanvas()
    board.show_columns(columns(20))
    spoken = QAccessible.queryAccessibleInterface(board)
    numbers = [QAccessible.uniqueId(spoken.child(at)) for at in range(5)]
    numbers += [QAccessible.uniqueId(spoken.child(0).child(at)) for at in range(4)]

    board.deleteLater()
    QCoreApplication.sendPostedEvents(board, QEvent.Type.DeferredDelete)

    assert [QAccessible.accessibleInterface(number) for number in numbers] == [None] * 9
