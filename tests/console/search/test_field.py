"""Where one types what to find."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.search.field import FindField
from facilitator.kit.qt.widgets import column


@pytest.fixture
def field(shown: Callable[[QWidget], None]) -> FindField:
    page = QWidget()
    made = FindField("Find anything")
    column(page, made, QPushButton("Next"))
    shown(page)
    made.setFocus()
    return made


def test_arrows_choose_and_letters_are_typed(field: FindField) -> None:
    moved: list[int] = []
    field.moved.connect(moved.append)

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(field, key)
    QTest.keyClicks(field, "pump")

    assert moved == [1, 1, -1]
    assert field.text() == "pump"


def test_tab_goes_to_the_next_group_only_while_something_is_found(field: FindField) -> None:
    moved: list[int] = []
    field.group_moved.connect(moved.append)

    field.has_found = True
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert moved == [1]
    assert field.hasFocus()

    field.has_found = False
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert moved == [1]
    assert not field.hasFocus()


def test_whoever_comes_and_leaves_is_told(field: FindField, qtbot: QtBot) -> None:
    field.clearFocus()
    with qtbot.waitSignal(field.entered):
        field.setFocus()
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_the_key_that_leaves_stands_at_the_end_while_there_are_words(field: FindField) -> None:
    empty = field.grab().toImage()
    field.setText("p")
    one = field.grab().toImage()

    end = range(field.width() - 40, field.width() - 8)
    middle = field.height() // 2
    assert [empty.pixel(x, middle) for x in end] != [one.pixel(x, middle) for x in end]
