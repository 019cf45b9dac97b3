"""The seat that is chosen, in a sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.chosen_seat import ChosenSeat
from facilitator.convening.seats import MoveToPaper
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import NINE, Room


def made(room: Room, qtbot: QtBot) -> ChosenSeat:
    host = QWidget()
    qtbot.addWidget(host)
    seat = ChosenSeat(Asking(room.say_to("room"), refusals_of(room.activities), host), lambda _: None, lambda _: None)
    qtbot.addWidget(seat)
    seat.show()
    return seat


def seen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_nobody_chosen_shows_nothing_and_offers_nothing(room: Room, qtbot: QtBot) -> None:
    seat = made(room, qtbot)

    seat.show_seat("", room.records, Attendance(), room.clock())

    assert not seat.isVisible()
    assert seat.acts() == ()


def test_it_says_when_somebody_was_seen_last_and_that_their_words_are_kept(room: Room, qtbot: QtBot) -> None:
    from tests.console.seats.test_seat_rows import seated

    key, seat = seated(room, "Rosa"), made(room, qtbot)

    seat.show_seat(key, room.records, Attendance(seen={key: NINE}, hasty=(key,)), room.clock())

    assert "Rosa was last seen at 09:00. What they write is kept on their phone." in seen(seat)
    assert "far more than a person can write" in seen(seat)


def test_somebody_without_a_phone_is_told_that_paper_counts(room: Room, qtbot: QtBot) -> None:
    key, seat = room.person("Moussa"), made(room, qtbot)

    seat.show_seat(key, room.records, Attendance(), room.clock())

    assert "Paper counts just the same." in seen(seat)


def test_somebody_on_paper_may_use_a_phone_again(room: Room, qtbot: QtBot) -> None:
    key, seat = room.person("Moussa"), made(room, qtbot)
    room.say(MoveToPaper(key))

    seat.show_seat(key, room.records, Attendance(), room.clock())

    assert "Moussa takes part on paper. It counts just the same." in seen(seat)
    offered = {act.key: act.title for act in seat.acts() if act.is_enabled()}
    assert offered["P"] == "Uses a phone again"
    assert not {"S", "M"} & set(offered)
