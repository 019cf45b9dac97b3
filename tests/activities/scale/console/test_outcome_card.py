"""What was decided, recorded on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.outcome_card import OutcomeCard
from facilitator.activities.scale.rules.outcome import the_outcome
from facilitator.convening.ids import PersonId
from facilitator.convening.people import Leave, Person, RemovePerson
from facilitator.convening.records import Records
from facilitator.convening.undo import UndoLast
from facilitator.convening.words import Role
from tests.activities.led import Led
from tests.activities.scale.asking import SPREAD, spread_of
from tests.activities.scale.console.asked_room import KEY, AskingRoom, led, the, turn_wheel, words_of

OWNER, REVIEW = "Who sees to it", "Looked at again on"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path)
    opened.word_it()
    opened.ask(*spread_of(*SPREAD))
    yield opened
    opened.close()


@pytest.fixture
def card(room: AskingRoom, qtbot: QtBot) -> Led:
    def show(part: OutcomeCard, records: Records) -> None:
        part.show_outcome(records, the_outcome(records, room.blocks[KEY]))

    made = led(room, qtbot, OutcomeCard, show)
    made.panel.findChildren(OutcomeCard)[0].show_today(date(2027, 3, 18))
    return made


def decided(card: Led) -> tuple[str, PersonId, str]:
    outcome = the_outcome(card.records(), card.block)
    return outcome.result, outcome.owner, outcome.review


def own(card: Led, at: int) -> str:
    """Choose who sees to it by the place in the list; gives the name."""
    choice = the(QComboBox, OWNER, card.panel)
    choice.setFocus()
    choice.setCurrentIndex(0)
    for _press in range(at):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    card.follow()
    return choice.currentText()


def write_day(card: Led, written: str) -> QLineEdit:
    field = the(QLineEdit, REVIEW, card.panel)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, written)
    QTest.keyClick(field, Qt.Key.Key_Return)
    card.follow()
    return field


def test_a_press_records_what_the_room_decided(card: Led) -> None:
    """DE1: a decision stores its outcome, its owner and its review date."""
    card.click("Adopted")
    assert decided(card) == ("adopted", "", "")
    assert the(QAbstractButton, "Adopted", card.panel).isChecked()

    card.click("Not yet")
    assert decided(card) == ("not_yet", "", "")
    assert not the(QAbstractButton, "Adopted", card.panel).isChecked()


def test_pressing_it_twice_keeps_it(card: Led) -> None:
    card.click("Let go")
    at = the_outcome(card.records(), card.block).at

    card.click("Let go")

    assert decided(card)[0] == "let_go"
    assert the_outcome(card.records(), card.block).at == at
    assert the(QAbstractButton, "Let go", card.panel).isChecked()


def test_who_and_when_wait_for_the_outcome_and_are_recorded_with_it(card: Led, room: AskingRoom) -> None:
    name = own(card, 1)
    card.click("In 3 months")
    assert decided(card) == ("", "", "")

    card.click("Adopted")

    result, owner, review = decided(card)
    assert (result, review) == ("adopted", "2027-06-18")
    assert owner == next(room.people[who["key"]] for who in room.sample["people"] if who["name"] == name)


def test_each_change_of_a_recorded_outcome_is_recorded(card: Led) -> None:
    card.click("Adopted")

    own(card, 2)
    card.click("In 2 weeks")
    assert decided(card)[1]
    assert decided(card)[2] == "2027-04-01"

    write_day(card, "20271224")
    assert decided(card)[2] == "2027-12-24"
    write_day(card, "")
    assert decided(card)[2] == ""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("in spring", "Write the day as year-month-day, such as 2027-04-01."),
        ("2027-02-30", "Write the day as year-month-day, such as 2027-04-01."),
        ("2027-03-17", "That day is over."),
    ],
)
def test_what_is_no_day_to_come_is_refused_and_stays_to_be_mended(card: Led, written: str, said: str) -> None:
    card.click("Adopted")

    field = write_day(card, written)

    assert said in words_of(card.panel)
    assert field.text() == written
    assert decided(card) == ("adopted", "", "")

    write_day(card, "2027-05-01")
    assert said not in words_of(card.panel)
    assert decided(card)[2] == "2027-05-01"


def test_undo_takes_it_back(card: Led, room: AskingRoom) -> None:
    card.click("Adopted")

    room.say(UndoLast(), KEY)
    card.follow()

    assert decided(card)[0] == ""
    assert not the(QAbstractButton, "Adopted", card.panel).isChecked()


def test_an_owner_who_is_gone_is_refused_in_a_sentence(card: Led, room: AskingRoom) -> None:
    own(card, 1)
    there = the(QComboBox, OWNER, card.panel).currentData()
    room.say(RemovePerson(PersonId(there)))

    QTest.mouseClick(the(QAbstractButton, "Adopted", card.panel), Qt.MouseButton.LeftButton)
    assert decided(card) == ("", "", "")
    # Nothing changed, so nothing new is shown: the card goes back by itself.
    QApplication.processEvents()

    assert not the(QAbstractButton, "Adopted", card.panel).isChecked()
    assert [words for words in words_of(card.panel) if "list" in words]


def test_an_owner_who_left_the_room_stays_named(card: Led, room: AskingRoom) -> None:
    card.click("Adopted")
    name = own(card, 3)
    owner = the(QComboBox, OWNER, card.panel).currentData()

    device = f"phone-{name}"
    room.desk.say(Leave(), by=owner, role=Role.PARTICIPANT, device=device).result()
    card.follow()

    assert not card.records()[Person][owner].is_here
    assert the(QComboBox, OWNER, card.panel).currentText() == name
    assert decided(card)[1] == owner


def test_turning_the_wheel_over_the_owner_chooses_nobody(card: Led) -> None:
    card.click("Adopted")

    turn_wheel(the(QComboBox, OWNER, card.panel))
    card.follow()

    assert decided(card) == ("adopted", "", "")
