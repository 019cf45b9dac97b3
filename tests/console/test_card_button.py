"""A card that is pressed as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.card_button import CardButton
from facilitator.kit.qt.widgets.frames import column
from facilitator.kit.qt.widgets.label import Label


def test_a_press_on_what_lies_on_it_presses_the_card(shown: Callable[[QWidget], None], qtbot: QtBot) -> None:
    pressed: list[str] = []
    card = CardButton("Learning day", lambda: pressed.append("card"))
    label = Label("Learning day")
    column(card, label, padding=(10, 10, 10, 10))
    card.settle()
    shown(card)

    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=label.geometry().center())

    assert pressed == ["card"]
    assert card.sizeHint().height() >= label.sizeHint().height() + 20
    assert card.minimumSizeHint().isValid()
