"""The tray of unsorted ideas."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.columns import SortedBoard, Waiting
from facilitator.activities.ideation_board.console.tray import Tray
from facilitator.convening.ids import CardId
from facilitator.kit.qt.board_layout import BoardColumn

COLUMN = BoardColumn("c", "A", "Money", "sky")


def shown(qtbot: QtBot, board: SortedBoard) -> Tray:
    tray = Tray(str)
    qtbot.addWidget(tray)
    tray.resize(760, 500)
    tray.show()
    tray.show_board(board)
    return tray


def words(tray: Tray) -> list[str]:
    return [label.text() for label in tray.findChildren(QLabel) if label.isVisible()]


def test_an_empty_board_waits_in_silence(qtbot: QtBot) -> None:
    tray = shown(qtbot, SortedBoard((), (), 0, 0, 0, 0))

    assert "Waiting for the first idea. Silence is fine." in words(tray)


def test_what_an_empty_tray_says_stands_under_its_title_and_begins_with_it(qtbot: QtBot) -> None:
    tray = shown(qtbot, SortedBoard((), (), 0, 0, 0, 0))
    QApplication.processEvents()
    image = tray.grab().toImage()
    ground = image.pixel(380, 400)

    inked = [(x, y) for y in range(40, 480) for x in range(6, 740) if image.pixel(x, y) != ground]

    assert max(y for _x, y in inked) < 80
    assert min(x for x, _y in inked) >= 12


def test_the_way_to_show_all_is_there_only_while_something_waits(qtbot: QtBot) -> None:
    idea = Waiting(CardId("a"), "Idea a", is_held=True, is_starred=False)
    tray = shown(qtbot, SortedBoard((COLUMN,), (idea,), 1, 1, 1, 0))
    button = next(b for b in tray.findChildren(QAbstractButton) if b.accessibleName() == "Show all on stage")
    was_there = button.isVisible()

    tray.show_board(SortedBoard((COLUMN,), (), 1, 1, 0, 0))

    assert was_there
    assert not button.isVisible()
    assert "All ideas are placed. New ones wait here first." in words(tray)


def test_beside_columns_the_tray_shows_two_rows_and_one_in_a_low_window(qtbot: QtBot) -> None:
    ideas = tuple(Waiting(CardId(f"{n}"), f"Idea {n}", is_held=True, is_starred=False) for n in range(30))
    tray = shown(qtbot, SortedBoard((COLUMN,), ideas, 30, 1, 30, 0))
    two_rows = tray.notes.height()

    tray.keep_low(400)

    assert two_rows == 2 * tray.notes.height()
