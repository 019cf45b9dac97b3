"""The themes of the deck as chips."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.themes import ThemeChips


def chips(qtbot: QtBot) -> ThemeChips:
    made = ThemeChips(["Time", "Money", "Power"], 72)
    qtbot.addWidget(made)
    made.resize(600, 40)
    made.show()
    return made


def test_a_pressed_theme_is_on_alone(qtbot: QtBot) -> None:
    made, chosen = chips(qtbot), list[str]()
    made.chosen.connect(chosen.append)
    money = next(b for b in made.findChildren(QAbstractButton) if b.accessibleName() == "Money")

    QTest.mouseClick(money, Qt.MouseButton.LeftButton)

    assert (chosen, made.theme()) == (["Money"], "Money")
    assert [b.accessibleName() for b in made.findChildren(QAbstractButton) if b.isChecked()] == ["Money"]


def test_steps_go_round(qtbot: QtBot) -> None:
    made = chips(qtbot)

    made.step(-1)

    assert made.theme() == "Power"


def test_chips_fill_line_after_line(qtbot: QtBot) -> None:
    made = chips(qtbot)

    assert made.heightForWidth(120) > made.heightForWidth(600)
