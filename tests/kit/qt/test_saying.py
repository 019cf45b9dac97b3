"""What a screen reader hears when arrows move over notes: the note that has the focus now, and not every one passed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.canvas_ground import Canvas, CanvasNote, CanvasZone
from facilitator.kit.qt.canvas_view import CanvasView
from facilitator.kit.qt.dress import dress
from tests.kit.qt.boards import columns
from tests.kit.qt.heard import chosen, focused, listening

ZONES = (CanvasZone("a", "Stop", 0, 0, 0.5, 1, snaps=True), CanvasZone("b", "Start", 0.5, 0, 1, 1, snaps=False))


def board(qtbot: QtBot) -> BoardCanvas:
    made = BoardCanvas()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_columns(columns(20))
    return made


def canvas(qtbot: QtBot) -> CanvasView:
    made = CanvasView()
    qtbot.addWidget(made)
    made.resize(800, 400)
    lying = [("n0", "Books", 0.1, 0.1, "a"), ("n1", "Maps", 0.1, 0.5, "a"), ("n2", "Pumps", 0.8, 0.1, "b")]
    made.show_canvas(
        Canvas(
            ZONES, {}, tuple(CanvasNote(BoardNote(note, text), "sky", x, y, zone) for note, text, x, y, zone in lying)
        )
    )
    return made


View = TypeVar("View", bound=BoardCanvas | CanvasView)


def shown(view: View, qtbot: QtBot) -> View:
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def test_each_arrow_on_the_board_tells_which_note_has_the_focus(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    view = shown(board(qtbot), qtbot)
    view.select("n0")

    with listening() as heard:
        QTest.keyClick(view, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: len(focused(heard)) == 1)

    assert (
        focused(heard) == chosen(heard) == ["Note 2 of 20: Idea number 5 for every water point, in A Money that lasts"]
    )


def test_each_arrow_on_the_canvas_tells_which_note_has_the_focus(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    view = shown(canvas(qtbot), qtbot)
    view.select("n0")

    with listening() as heard:
        QTest.keyClick(view, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: len(focused(heard)) == 1)
        QTest.keyClick(view, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: len(focused(heard)) == 2)

    assert focused(heard) == ["Note 2 of 3: Maps, in Stop", "Note 3 of 3: Pumps, in Start, upper middle"]
    assert chosen(heard) == focused(heard)


def test_an_arrow_that_is_held_down_tells_the_first_note_and_the_last(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    view = shown(board(qtbot), qtbot)
    view.select("n0")

    with listening() as heard:
        for _step in range(3):
            QTest.keyClick(view, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: len(focused(heard)) == 2)

    assert [said.split(":")[0] for said in focused(heard)] == ["Note 2 of 20", "Note 4 of 20"]


@pytest.mark.parametrize("make", [board, canvas])
def test_coming_to_the_view_tells_its_selected_note(
    qapp: QApplication, qtbot: QtBot, make: Callable[[QtBot], BoardCanvas | CanvasView]
) -> None:
    dress(qapp)
    view = make(qtbot)
    shown(view, qtbot)
    view.select("n1")
    view.clearFocus()

    with listening() as heard:
        view.setFocus()
        qtbot.waitUntil(lambda: bool(chosen(heard)))

    assert focused(heard)[-1] == chosen(heard)[-1]


def test_a_hidden_board_whose_focus_lies_in_the_canvas_is_silent(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    hidden, view = board(qtbot), shown(canvas(qtbot), qtbot)
    hidden.setFocusProxy(view)
    assert hidden.hasFocus()

    with listening() as heard:
        hidden.select("n3")
        view.select("n1")
        qtbot.waitUntil(lambda: bool(focused(heard)))

    assert focused(heard) == ["Note 2 of 3: Maps, in Stop"]


def test_nobody_is_told_while_the_focus_is_elsewhere(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    view = canvas(qtbot)
    view.show()
    view.clearFocus()

    with listening() as heard:
        view.select("n1")

    assert focused(heard) == chosen(heard) == []
