"""The cards on the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.deck import deck
from facilitator.activities.wicked_questions.console.deck_list import DeckList


def test_enter_starts_from_the_current_card(qtbot: QtBot) -> None:
    cards, started = DeckList(), list[int]()
    qtbot.addWidget(cards)
    cards.resize(740, 400)
    cards.show()
    cards.started.connect(lambda: started.append(cards.current()))
    cards.show_cards(deck())

    QTest.keyClick(cards, Qt.Key.Key_Right)
    QTest.keyClick(cards, Qt.Key.Key_Return)

    assert started == [1]


def test_a_card_is_read_aloud_as_a_question(qtbot: QtBot) -> None:
    cards = DeckList()
    qtbot.addWidget(cards)

    cards.show_cards(deck()[:1])

    said = cards.model().data(cards.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("How is it that we are inviting every voice and we are")
