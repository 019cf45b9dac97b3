"""A merged note, opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.wordings_panel import WordingsPanel
from facilitator.activities.ideation_board.rules import Placement, ShowWordings, TellAuthors
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId
from tests.convening.given import given

CARDS = (
    Card(CardId("a"), "Solar pumps", source="phone"),
    Card(CardId("b"), "مضخات شمسية", source="paper"),
    Card(CardId("c"), "x" * 600, source="keyboard"),
)


CAME = {CardId("a"): "Amina, from a phone", CardId("b"): "from paper, table 4", CardId("c"): "typed here"}


def opened(qtbot: QtBot, out: list[str], wishes: list[object] | None = None) -> WordingsPanel:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(768, 720)
    host.show()
    panel = WordingsPanel(host, out.append, (wishes if wishes is not None else []).append)
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


def test_what_stage_and_phones_say_is_shown_and_switched(qtbot: QtBot) -> None:
    wishes: list[object] = []
    panel = opened(qtbot, [], wishes)
    lies = Placement(CardId("a"), BlockId("b"), shows_wordings=True)
    panel.follow(given(lies).records)
    show, tell = button(panel, "Show every wording on stage"), button(panel, "Tell their phones, in plain words")
    before = (show.isChecked(), tell.isChecked())

    QTest.mouseClick(tell, Qt.MouseButton.LeftButton)
    next(act for act in panel.acts() if act.key == "Shift O").do()

    assert before == (True, False)
    assert wishes == [TellAuthors(CardId("a")), ShowWordings(CardId("a"))]
    assert {act.title for act in panel.acts()} >= {"Show one wording on stage", "Tell their phones, in plain words"}
