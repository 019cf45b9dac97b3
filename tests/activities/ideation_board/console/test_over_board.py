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
