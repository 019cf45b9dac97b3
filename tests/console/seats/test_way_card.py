"""How phones join, as the desk shows it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.console.seats.way_card import WayCard
from facilitator.console.surroundings import Surroundings
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import ConveningId
from facilitator.kit.qt.acts import Act
from tests.kit.qt.test_qr import read

URL = "HTTP://10.42.0.1:8080/J/K7QX93PF"
HERE = Convening(ConveningId("c"), "Clean Water", code="K7QX93PF", wifi_name="Convening")


def made(qtbot: QtBot) -> WayCard:
    card = WayCard(lambda _ip: None, Act("W", "Show", lambda: None))
    qtbot.addWidget(card)
    card.resize(324, 240)
    card.show()
    return card


def test_a_camera_reads_the_join_address_from_the_desk(qtbot: QtBot) -> None:
    card = made(qtbot)
    card.show_way(Surroundings(address="10.42.0.1:8080", url=URL), HERE)

    assert read(card.code.grab().toImage()) == [URL]


def test_without_a_network_there_is_no_code(qtbot: QtBot) -> None:
    """Fault 30. A dead code is worse than none."""
    card = made(qtbot)
    card.show_way(Surroundings(address="10.42.0.1:8080", url=URL), HERE)

    card.show_way(Surroundings(), HERE)

    words = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert not card.code.isVisible()
    assert "This laptop is in no network." in words
    assert not [line for line in words if "K7QX" in line]
