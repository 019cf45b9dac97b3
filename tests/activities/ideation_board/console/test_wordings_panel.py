"""A merged note, opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.wordings_panel import WordingsPanel
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId

CARDS = (
    Card(CardId("a"), "Solar pumps", source="phone"),
    Card(CardId("b"), "مضخات شمسية", source="paper"),
    Card(CardId("c"), "x" * 600, source="keyboard"),
)


CAME = {CardId("a"): "Amina, from a phone", CardId("b"): "from paper, table 4", CardId("c"): "typed here"}


def opened(qtbot: QtBot, out: list[str]) -> WordingsPanel:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(768, 720)
    host.show()
    panel = WordingsPanel(host, out.append)
    panel.open(CARDS, CAME)
    return panel


def button(panel: WordingsPanel, name: str) -> QAbstractButton:
    return next(each for each in panel.findChildren(QAbstractButton) if each.accessibleName() == name)


def test_every_wording_is_read_with_how_it_came_in(qtbot: QtBot) -> None:
    panel = opened(qtbot, [])

    said = [label.text() for label in panel.findChildren(QLabel)]

    assert {card.text for card in CARDS} <= set(said)
    assert {"Amina, from a phone", "from paper, table 4", "typed here", "3 wordings"} <= set(said)
    names = [each.accessibleName() for each in panel.findChildren(QAbstractButton)]
    assert len(set(names)) == len(names)


def test_one_is_taken_out_or_all_are_taken_apart(qtbot: QtBot) -> None:
    out: list[str] = []
    panel = opened(qtbot, out)

    QTest.mouseClick(button(panel, "Take out: مضخات شمسية"), Qt.MouseButton.LeftButton)
    assert panel.isHidden()
    panel.open(CARDS, CAME)
    QTest.mouseClick(button(panel, "Take apart"), Qt.MouseButton.LeftButton)

    assert out == ["b", "a"]
