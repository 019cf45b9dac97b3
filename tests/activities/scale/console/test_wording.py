"""The words of the proposal, written and mended on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.wording import Wording
from facilitator.activities.scale.rules.points import AGREEMENT, SetScale
from facilitator.activities.scale.rules.proposal import SetProposal, the_proposal
from facilitator.convening.undo import UndoLast
from facilitator.kit.qt.reading import Reading
from tests.activities.led import Led
from tests.activities.scale.asking import MAP
from tests.activities.scale.console.asked_room import KEY, AskingRoom, led, the, words_of

FIELD = "Exact words the room reads"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path, people=3)
    yield opened
    opened.close()


@pytest.fixture
def shown(room: AskingRoom, qtbot: QtBot) -> Led:
    block = room.blocks[KEY]
    return led(
        room,
        qtbot,
        lambda asking, _block: Wording(asking),
        lambda part, records: part.show_proposal(the_proposal(records, block), AGREEMENT),
    )


def write(shown: Led, words: str) -> QPlainTextEdit:
    """Write into the field, letter by letter, and leave it."""
    field = the(QPlainTextEdit, FIELD, shown.panel)
    field.setFocus()
    field.selectAll()
    field.insertPlainText(words)
    other = QPushButton("Elsewhere", shown.panel)
    other.show()
    other.setFocus()
    shown.follow()
    return field


def test_words_are_kept_when_the_field_is_left(shown: Led) -> None:
    write(shown, MAP)

    proposal = the_proposal(shown.records(), shown.block)
    assert (proposal.text, proposal.version) == (MAP, 1)


def test_the_last_change_is_told_with_its_time_by_the_clock_of_the_room(shown: Led, room: AskingRoom) -> None:
    """Fault 26. The laptop's clock is set while the wording is shown."""
    room.say(SetProposal("We publish every reading on one open map by 2027."), KEY)
    room.say(SetProposal(MAP), KEY)
    shown.follow()
    wording = shown.panel.findChildren(Wording)[0]
    changed = the_proposal(shown.records(), shown.block).changed

    for shift_ms in (0, 3_600_000):
        reading = Reading(changed + 60_000, UTC, shift_ms)
        wording.show_time(reading)

        said = f"Proposal, version 2 · changed at {reading.time_at(changed)}: “2027.” became “January 2028.”"
        assert said in words_of(shown.panel)


def test_words_that_are_too_long_are_refused_and_stay_to_be_mended(shown: Led, room: AskingRoom) -> None:
    room.say(SetProposal(MAP), KEY)
    shown.follow()
    long = "word " * 121

    field = write(shown, long)
    room.say(SetScale(AGREEMENT), KEY)
    shown.follow()

    assert the_proposal(shown.records(), shown.block).text == MAP
    assert field.toPlainText() == long
    said = words_of(shown.panel)
    assert "4 letters too many." in said
    assert any("600" in words for words in said)

    write(shown, "word " * 119)
    assert len(the_proposal(shown.records(), shown.block).text) == 594
    assert "594 of 600 letters" in words_of(shown.panel)
    assert "4 letters too many." not in words_of(shown.panel)


def test_an_empty_field_leaves_the_proposal_as_it_was(shown: Led, room: AskingRoom) -> None:
    room.say(SetProposal(MAP), KEY)
    shown.follow()

    field = write(shown, "  ")

    assert the_proposal(shown.records(), shown.block).version == 1
    shown.follow()
    assert field.toPlainText() in (MAP, "  ")


def test_what_somebody_is_writing_is_not_written_over(shown: Led, room: AskingRoom) -> None:
    field = the(QPlainTextEdit, FIELD, shown.panel)
    field.setFocus()
    QTest.keyClicks(field, "We share")

    room.say(SetProposal(MAP), KEY)
    shown.follow()

    assert field.toPlainText() == "We share"


def test_undo_brings_the_wording_before_back(shown: Led, room: AskingRoom) -> None:
    room.say(SetProposal("One map."), KEY)
    field = write(shown, MAP)

    room.say(UndoLast(), KEY)
    shown.follow()

    assert field.toPlainText() == "One map."


def test_the_field_grows_with_its_words(shown: Led) -> None:
    field = the(QPlainTextEdit, FIELD, shown.panel)
    low = field.height()

    write(shown, "We publish every reading on one open map. " * 5)

    assert field.height() > 2 * low
    assert not field.verticalScrollBar().isVisible()
