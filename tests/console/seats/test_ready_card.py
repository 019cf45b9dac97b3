"""The list of checks."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.console.seats.ready_card import ReadyCard
from facilitator.console.seats.seating import Check, State


def words(card: ReadyCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_advice_stands_under_what_is_not_well_only(qtbot: QtBot) -> None:
    card = ReadyCard()
    qtbot.addWidget(card)
    card.show()

    card.show_checks(
        (Check("Disk", State.WELL, "41 GB free", "Make room."), Check("Sound", State.LOOK, "none", "Plug."))
    )
    card.show_checks(
        (Check("Disk", State.WELL, "40 GB free", "Make room."), Check("Sound", State.LOOK, "none", "Plug."))
    )
    qtbot.waitUntil(lambda: "Plug." in words(card), timeout=4000)

    assert "Make room." not in words(card)
    assert "41 GB free" not in words(card)
    assert card.said() == ("Disk: 40 GB free", "Sound: none")
