"""The deck as a drawer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.deck import DeckCard
from facilitator.activities.wicked_questions.console.drawer import DeckBar, Drawer


def drawer(qtbot: QtBot) -> Drawer:
    made = Drawer(list)
    qtbot.addWidget(made)
    made.resize(740, 600)
    made.show()
    return made


def test_a_word_that_no_card_has_is_answered_kindly(qtbot: QtBot) -> None:
    made = drawer(qtbot)

    made.findChildren(QLineEdit)[0].setText("xylophone")

    words = [label.text() for label in made.findChildren(QLabel) if label.isVisible()]
    assert "No card has that word. Try its opposite." in words
    assert not next(act for act in made.acts() if act.key == "R").is_enabled()


def test_brackets_go_through_the_themes(qtbot: QtBot) -> None:
    made = drawer(qtbot)

    next(act for act in made.acts() if act.key == "]").do()

    assert made.findChildren(QListView)[0].model().rowCount() == 6


def test_a_card_drawn_at_random_can_be_started_from(qtbot: QtBot) -> None:
    made, started = drawer(qtbot), list[DeckCard]()
    made.started.connect(started.append)

    made.draw()
    next(act for act in made.acts() if act.key == "Enter").do()

    assert len(started) == 1


def test_the_bar_opens_the_drawer(qtbot: QtBot) -> None:
    opened: list[int] = []
    bar = DeckBar(lambda: opened.append(1))
    qtbot.addWidget(bar)

    QTest.mouseClick(bar.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)

    assert opened == [1]
