"""The own-phone test."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.own_phone import OwnPhone
from tests.console.conftest import do

ONE, TWO = Attendance(frozenset({"amina"})), Attendance(frozenset({"amina"}), strangers=1)


def made(qtbot: QtBot, answer_seconds: float = 60.0) -> OwnPhone:
    card = OwnPhone(answer_seconds)
    qtbot.addWidget(card)
    card.show()
    return card


def seen(card: OwnPhone) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_it_turns_green_when_one_more_phone_arrives(qtbot: QtBot) -> None:
    card = made(qtbot)
    card.show_room(ONE)
    do(card, "Ctrl T")

    card.show_room(ONE)
    waiting = seen(card)
    card.show_room(TWO)

    assert "Waiting for your phone" in waiting
    assert "Your own phone works" in seen(card)


def test_a_page_that_is_loaded_again_counts_too(qtbot: QtBot) -> None:
    card = made(qtbot)
    card.show_room(ONE)
    do(card, "Ctrl T")

    card.show_room(Attendance())
    assert "Waiting" in seen(card)
    card.show_room(ONE)

    assert "Your own phone works" in seen(card)


def test_without_an_answer_it_says_what_to_try(qtbot: QtBot) -> None:
    """Fault 39. A firewall or a network that keeps devices apart is explained in plain words."""
    card = made(qtbot, 0.05)
    do(card, "Ctrl T")

    qtbot.waitUntil(lambda: "No answer yet" in seen(card), timeout=4000)

    assert "firewall" in seen(card)
    assert "keep devices apart" in seen(card)


def test_phones_that_come_without_a_test_say_nothing(qtbot: QtBot) -> None:
    card = made(qtbot)

    card.show_room(TWO)

    assert "Scan with your own phone first" in seen(card)
