"""Typing a pile of paper cards, by keys alone, on a real desk."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from facilitator.activities.ideation_board.console.more import BoardMore
from facilitator.activities.ideation_board.console.paper_panel import PaperPanel
from facilitator.activities.ideation_board.rules import cards_by_cluster, clusters, table_of_card
from facilitator.convening.cards import Card
from facilitator.convening.ids import ClusterId
from tests.activities.ideation_board.console.test_panel import LedHere, led, sorted_

__all__ = ["led", "sorted_"]

ENTER = Qt.Key.Key_Return


class Typing:
    """The panel for paper cards, opened by its key."""

    def __init__(self, led: LedHere) -> None:
        self.led = led
        led.press("Shift I")
        self.panel = led.panel.findChildren(PaperPanel)[0]
        assert self.panel.isVisible()

    def field(self) -> QPlainTextEdit:
        return self.panel.findChildren(QPlainTextEdit)[0]

    def part(self, kind: type[QWidget], name: str) -> QWidget:
        return next(each for each in self.panel.findChildren(kind) if each.accessibleName() == name)

    def card(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is self.field()
        QTest.keyClicks(focus, text)
        QTest.keyClick(focus, ENTER)
        self.led.follow()

    def typed(self) -> list[tuple[str, str, int]]:
        records = self.led.records()
        cards = [card for card in records[Card].values() if card.source == "paper"]
        return [(card.text, card.language, table_of_card(records, card.id)) for card in cards]

    def said(self) -> str:
        return self.led.said()


def test_forty_cards_are_typed_with_enter_alone_and_counted(led: LedHere) -> None:
    """BD2. IN2."""
    typing = Typing(led)
    for number in range(40):
        typing.card(f"Card {number}")

    assert [text for text, _language, _table in typing.typed()] == [f"Card {number}" for number in range(40)]
    assert "40 cards typed" in typing.said()
    assert "Card 39" in typing.said()
    QTest.keyClick(typing.field(), Qt.Key.Key_Escape)
    assert not typing.panel.isVisible()
    assert len(cards_by_cluster(led.records(), led.block)[ClusterId("")]) == 40


def test_column_and_table_stay_from_card_to_card(sorted_: LedHere) -> None:
    typing = Typing(sorted_)
    choice = typing.part(QComboBox, "Column")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    table = typing.part(QLineEdit, "Table")
    table.setFocus()
    QTest.keyClicks(table, "4")
    QTest.keyClick(table, ENTER)

    typing.card("Pipes before pumps")
    typing.card("A pot for repairs")

    assert typing.typed() == [("Pipes before pumps", "en", 4), ("A pot for repairs", "en", 4)]
    first = clusters(sorted_.records(), sorted_.block)[0]
    lying = [card.text for card in cards_by_cluster(sorted_.records(), sorted_.block)[first.id]]
    assert lying[-2:] == ["Pipes before pumps", "A pot for repairs"]


def test_a_table_is_a_number_and_nothing_else_can_be_typed(led: LedHere) -> None:
    table = Typing(led).part(QLineEdit, "Table")
    table.setFocus()

    QTest.keyClicks(table, "x-1234")

    assert isinstance(table, QLineEdit)
    assert table.text() == "12"


def test_a_card_that_is_too_long_stays_to_be_shortened_and_says_why(led: LedHere) -> None:
    typing = Typing(led)
    typing.field().setPlainText("w" * 601)
    QTest.keyClick(typing.field(), ENTER)
    led.follow()

    assert typing.field().toPlainText() == "w" * 601
    assert "600" in typing.said()
    assert "0 cards typed" in typing.said()
    assert not typing.typed()


def test_a_pasted_pile_makes_a_card_of_each_line(led: LedHere) -> None:
    typing = Typing(led)
    pasted = QMimeData()
    pasted.setText("\n".join(f"Line {number}" for number in range(12)))

    typing.field().insertFromMimeData(pasted)
    led.follow()

    assert len(typing.typed()) == 12
    assert "12 cards typed" in typing.said()


def test_the_panel_is_opened_from_the_menu_too(led: LedHere) -> None:
    led.panel.findChildren(BoardMore)[0].made_menu().actions()[0].trigger()

    assert led.panel.findChildren(PaperPanel)[0].isVisible()
