"""What lies over the board."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.over_board import OverBoard
from facilitator.kit.qt.widgets import column


def test_it_covers_its_host_and_escape_gives_the_focus_back(qtbot: QtBot) -> None:
    host, field, first = QWidget(), QLineEdit(), QPushButton("First")
    qtbot.addWidget(host)
    column(host, field)
    over = OverBoard(host)
    column(over.card, first)
    host.resize(600, 400)
    host.show()
    host.activateWindow()
    field.setFocus()

    over.open_over(first)
    host.resize(900, 500)
    assert over.size() == host.size()
    assert over.rect().contains(over.card.geometry())
    assert host.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Escape)

    assert over.isHidden()
    assert host.focusWidget() is field


def placed(qtbot: QtBot) -> tuple[QWidget, QWidget, OverBoard, QPushButton]:
    """A small board in a larger window, and what lies over it."""
    window, board, first = QWidget(), QWidget(), QPushButton("First")
    qtbot.addWidget(window)
    board.setFixedSize(300, 200)
    column(window, QLineEdit(), board)
    over = OverBoard(board)
    column(over.card, first)
    over.card.setMinimumHeight(420)
    window.resize(1280, 720)
    window.show()
    return window, board, over, first


def test_its_card_has_the_room_of_the_window_and_not_only_of_the_board(qtbot: QtBot) -> None:
    window, _board, over, first = placed(qtbot)

    over.open_over(first)

    assert over.geometry() == window.rect()
    assert over.card.width() == 840
    assert over.card.height() >= 420
    window.resize(1440, 900)
    assert over.geometry() == window.rect()


def test_it_goes_with_its_board_and_opens_over_it_again(qtbot: QtBot) -> None:
    window, board, over, first = placed(qtbot)
    over.open_over(first)

    board.hide()

    assert over.isHidden()
    assert over.parentWidget() is board
    board.show()
    over.open_over(first)
    assert over.isVisible()
    over.close_panel()
    assert [each for each in window.findChildren(OverBoard) if each.isVisible()] == []
