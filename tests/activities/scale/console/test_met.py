"""How a reservation was taken in, written on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.met import MetLine
from facilitator.activities.scale.rules.reservations import RemoveReservation, SendReservation, reservations
from facilitator.convening.ids import CardId, RoundId
from tests.activities.led import Led
from tests.activities.scale.console.asked_room import KEY, AskingRoom, led, the, words_of

FIELD = "How it was taken in"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path, people=5)
    opened.word_it(enough=3)
    yield opened
    opened.close()


@pytest.fixture
def line(room: AskingRoom, qtbot: QtBot) -> Led:
    return led(room, qtbot, MetLine, MetLine.show_records)


@pytest.fixture
def said(room: AskingRoom, line: Led) -> tuple[CardId, CardId]:
    """Two reservations about the round that asks."""
    round_ = room.open()
    keys = send(room, round_, "Who pays in year three?"), send(room, round_, "March would be kinder.")
    line.follow()
    return keys


def send(room: AskingRoom, round_: RoundId, text: str) -> CardId:
    return CardId(room.say(SendReservation(round_, text), KEY) + ".1")


def part(line: Led) -> MetLine:
    return line.panel.findChildren(MetLine)[0]


def write(line: Led, words: str, leave: Qt.Key = Qt.Key.Key_Return) -> QLineEdit:
    field = the(QLineEdit, FIELD, line.panel)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, leave)
    line.follow()
    return field


def met(line: Led) -> dict[str, str]:
    return {words.text: found.met for found, words in reservations(line.records(), line.block)}


def test_what_was_done_about_a_reservation_is_kept_with_it(line: Led, said: tuple[CardId, CardId]) -> None:
    """DE1: a decision stores how each objection was integrated."""
    part(line).show_about(said[1])

    write(line, "We publish in March.")

    assert met(line) == {"Who pays in year three?": "", "March would be kinder.": "We publish in March."}
    assert "About: March would be kinder." in words_of(line.panel)


def test_words_about_one_never_go_to_another(line: Led, said: tuple[CardId, CardId], room: AskingRoom) -> None:
    part(line).show_about(said[0])
    field = the(QLineEdit, FIELD, line.panel)
    field.setFocus()
    QTest.keyClicks(field, "The county pays.")

    part(line).show_about(said[1])
    line.follow()

    assert field.text() == ""
    assert met(line) == {"Who pays in year three?": "The county pays.", "March would be kinder.": ""}


def test_an_empty_line_says_that_it_was_not_taken_in(line: Led, said: tuple[CardId, CardId]) -> None:
    part(line).show_about(said[0])
    write(line, "The county pays.")
    assert met(line)["Who pays in year three?"]

    write(line, "")

    assert met(line)["Who pays in year three?"] == ""


def test_words_that_are_too_long_are_refused_and_stay(line: Led, said: tuple[CardId, CardId]) -> None:
    part(line).show_about(said[0])

    field = write(line, "x" * 601)
    line.follow()

    assert field.text() == "x" * 601
    assert met(line)["Who pays in year three?"] == ""
    assert any("600" in words for words in words_of(line.panel))


def test_a_reservation_that_is_gone_refuses_what_is_written_about_it(
    line: Led, said: tuple[CardId, CardId], room: AskingRoom
) -> None:
    part(line).show_about(said[0])
    field = the(QLineEdit, FIELD, line.panel)
    field.setFocus()
    QTest.keyClicks(field, "The county pays.")
    room.say(RemoveReservation(said[0]), KEY)

    QTest.keyClick(field, Qt.Key.Key_Return)
    line.follow()

    assert "That reservation is not on the list any more." in words_of(line.panel)
    assert met(line) == {"March would be kinder.": ""}


def test_with_none_chosen_nothing_can_be_written(line: Led, said: tuple[CardId, CardId]) -> None:
    assert "Choose a reservation above." in words_of(line.panel)
    assert not the(QLineEdit, FIELD, line.panel).isEnabled()
    assert not [act for act in part(line).acts() if act.is_enabled()]

    part(line).show_about(said[0])
    act = next(act for act in part(line).acts() if act.key == "M")
    act.do()

    assert the(QLineEdit, FIELD, line.panel).hasFocus()
