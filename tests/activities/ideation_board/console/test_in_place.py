"""Editing where a thing stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.in_place import InPlace


def opened(qtbot: QtBot, kept: list[str]) -> InPlace:
    host = QWidget()
    host.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(host)
    host.resize(400, 300)
    host.show()
    field = InPlace(host, "Edit this idea")
    field.open(QRect(380, 290, 100, 20), "Pool funds", kept.append)
    return field


def test_enter_keeps_what_was_written(qtbot: QtBot) -> None:
    kept: list[str] = []
    field = opened(qtbot, kept)

    QTest.keyClicks(field, " by district")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert kept == ["Pool funds by district"]
    assert field.isHidden()


def test_escape_leaves_it_as_it_was(qtbot: QtBot) -> None:
    kept: list[str] = []
    field = opened(qtbot, kept)

    QTest.keyClicks(field, " by district")
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert kept == []


def test_the_field_never_hangs_over_the_edge_of_its_host(qtbot: QtBot) -> None:
    field = opened(qtbot, [])

    assert QRect(0, 0, 400, 300).contains(field.geometry())
