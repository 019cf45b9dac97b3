"""A phone that sits in the wrong seat, in a sentence."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.console.asking import refusals_of
from facilitator.console.seats.moving import MovingSeat
from facilitator.convening.ballots import CastBallot, OpenRound
from facilitator.convening.ids import CardId, PersonId, RoundId
from facilitator.convening.people import Join, Person
from facilitator.convening.words import Role
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room


def seen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def moving(room: Room, qtbot: QtBot) -> MovingSeat:
    host = QWidget()
    qtbot.addWidget(host)
    made = MovingSeat(Asking(room.say_to("room"), refusals_of(room.activities), host), host.update)
    qtbot.addWidget(made)
    made.show()
    return made


def again(room: Room) -> PersonId:
    room.desk.say(Join(""), role=Role.PARTICIPANT, device="again").result()
    return next(person.id for person in room.records[Person].values() if not person.name)


def test_a_phone_that_has_voted_stays_and_the_reason_is_said(room: Room, moving: MovingSeat) -> None:
    rosa, phone = room.person("Rosa"), again(room)
    board, vote = room.block("Ideas", "ideation_board"), room.block("Vote", "dot_vote")
    card = CardId(room.say(AddIdea("Trust"), board).id + ".1")
    round_ = RoundId(room.say(OpenRound((card,), 1, 1), vote).id + ".1")
    room.desk.say(CastBallot(round_, 1, (card,)), role=Role.PARTICIPANT, device="again", activity=vote).result()
    moving.begin(phone)
    moving.show_choice(rosa, room.records)

    moving.move_it()

    room.until(lambda: "This phone has voted" in seen(moving))
    assert phone in room.records[Person]
    assert moving.is_open


def test_its_own_seat_and_no_seat_are_no_choice(room: Room, moving: MovingSeat) -> None:
    room.person("Rosa")
    phone = again(room)
    moving.begin(phone)

    for chosen in (phone, "", "nobody"):
        moving.show_choice(chosen, room.records)
        assert not any(act.is_enabled() for act in moving.acts() if act.key == "Enter")


def test_a_phone_whose_seat_is_gone_needs_none(room: Room, moving: MovingSeat) -> None:
    moving.begin(PersonId("nobody"))

    moving.show_choice("", room.records)

    assert not moving.is_open
