"""Reservations on the console: words and where they came from, never a number or a position beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.reservation_rows import ReservationList
from facilitator.activities.scale.console.reservations import ReservationCard
from facilitator.activities.scale.rules.reservations import PAPER, PHONE, SendReservation, reservations
from facilitator.convening.ballots import InterruptRound, latest
from facilitator.convening.ids import PersonId
from facilitator.convening.words import Role
from facilitator.kit.qt.dress import dress
from tests.activities.led import Led
from tests.activities.scale.console.asked_room import KEY, AskingRoom, led, the, words_of

HERDERS = "The map could show where herders go. Blur that before the first upload."
SERVER = "Who pays for the server in year three?"


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[AskingRoom]:
    dress(qapp)
    opened = AskingRoom(tmp_path)
    opened.word_it()
    yield opened
    opened.close()


def card(room: AskingRoom, qtbot: QtBot) -> Led:
    return led(room, qtbot, ReservationCard, ReservationCard.show_records)


def send(room: AskingRoom, text: str, source: str = PHONE) -> None:
    round_ = latest(room.everything(), room.blocks[KEY])
    assert round_ is not None
    who = room.sample["people"][1]["name"]
    room.desk.say(
        SendReservation(round_.id, text, source),
        by=PersonId(""),
        role=Role.PARTICIPANT,
        device=f"phone-{who}",
        activity=room.blocks[KEY],
    ).result()


def rows_of(held: Led) -> list[str]:
    return [row.said() for row in the(ReservationList, "Reservations", held.panel).rows()]


def type_one(held: Led, text: str) -> None:
    field = the(QLineEdit, "Type a reservation", held.panel)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    held.follow()


def test_one_from_a_phone_has_no_name_and_no_number(room: AskingRoom, qtbot: QtBot) -> None:
    room.open()
    room.answer("1", "7")
    held = card(room, qtbot)

    send(room, HERDERS)
    held.follow()

    assert rows_of(held) == [f"{HERDERS}, phone, without a name"]
    said = " ".join(words_of(held.panel))
    assert not [who["name"] for who in room.sample["people"] if who["name"] in said]
    assert "words only, no numbers" in said


def test_one_more_is_typed_as_it_was_said_or_written(room: AskingRoom, qtbot: QtBot) -> None:
    room.open()
    held = card(room, qtbot)

    type_one(held, HERDERS)
    the(QComboBox, "How it came in", held.panel).setCurrentIndex(1)
    type_one(held, SERVER)

    assert rows_of(held) == [f"{HERDERS}, said aloud", f"{SERVER}, paper, typed here"]
    kept = reservations(held.records(), held.block)
    assert [words.source for _, words in kept] == ["aloud", PAPER]
    assert the(QLineEdit, "Type a reservation", held.panel).text() == ""


def test_x_takes_the_current_one_away(room: AskingRoom, qtbot: QtBot) -> None:
    room.open()
    held = card(room, qtbot)
    type_one(held, HERDERS)
    type_one(held, SERVER)

    made = held.panel.findChildren(ReservationCard)[0]
    (act,) = made.acts()
    could = act.is_enabled()
    made.rows.go_to(reservations(held.records(), held.block)[0][1].id)
    assert act.is_enabled()
    act.do()
    held.follow()

    assert (act.key, could) == ("X", False)
    assert rows_of(held) == [f"{SERVER}, said aloud"]


def test_those_of_a_round_before_come_last_and_say_so(room: AskingRoom, qtbot: QtBot) -> None:
    room.open()
    held = card(room, qtbot)
    type_one(held, HERDERS)
    room.reveal()
    room.open()
    held.follow()

    type_one(held, SERVER)

    assert rows_of(held) == [f"{SERVER}, said aloud", f"{HERDERS}, said aloud, in a round before"]


def test_nothing_is_typed_where_nothing_is_asked(room: AskingRoom, qtbot: QtBot) -> None:
    held = card(room, qtbot)
    before = the(QLineEdit, "Type a reservation", held.panel).isEnabled()

    round_ = room.open()
    held.follow()
    while_open = the(QLineEdit, "Type a reservation", held.panel).isEnabled()
    room.say(InterruptRound(round_), KEY)
    held.follow()

    assert (before, while_open) == (False, True)
    assert not the(QLineEdit, "Type a reservation", held.panel).isEnabled()
    assert "None yet. Phones send them without a name." in words_of(held.panel)


def test_words_that_are_refused_are_given_back(room: AskingRoom, qtbot: QtBot) -> None:
    room.open()
    held = card(room, qtbot)
    too_long = "ab" * 3000
    the(QLineEdit, "Type a reservation", held.panel).setText(too_long)

    QTest.keyClick(the(QLineEdit, "Type a reservation", held.panel), Qt.Key.Key_Return)
    held.follow()

    assert not reservations(held.records(), held.block)
    assert the(QLineEdit, "Type a reservation", held.panel).text() == too_long


def test_the_wheel_scrolls_the_page_and_chooses_no_other_source(room: AskingRoom, qtbot: QtBot) -> None:
    room.open()
    held = card(room, qtbot)
    source = the(QComboBox, "How it came in", held.panel)
    down = QPoint(0, -120)
    none = Qt.KeyboardModifier.NoModifier

    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), down, down, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(source, wheel)

    assert not wheel.isAccepted()
    assert source.currentIndex() == 0
