"""Before answers open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.questions import Questions, missing, warnings
from facilitator.activities.scale.console.quote import Quote
from facilitator.activities.scale.rules.points import FIST, ROTI, SetScale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.convening.ballots import OPEN, InterruptRound, latest
from tests.activities.led import Led
from tests.activities.scale.asking import MAP
from tests.activities.scale.console.asked_room import KEY, AskingRoom, led, the, words_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def page(room: AskingRoom, qtbot: QtBot) -> Led:
    return led(room, qtbot, Questions, Questions.show_records)


def test_answers_do_not_open_before_the_proposal_and_its_rule_are_there(page: Led, room: AskingRoom) -> None:
    """DE1: a decision poll opens only when its rule is set. What is missing stands beside the button."""
    opening = the(QPushButton, "Open for answers", page.panel)
    assert "Write the proposal first." in words_of(page.panel)
    assert not opening.isEnabled()

    room.say(SetProposal(MAP), KEY)
    page.follow()
    assert "Say how much support is enough before you open." in words_of(page.panel)
    assert opening.accessibleDescription() == "Say how much support is enough before you open."
    page.click("Open for answers")
    assert latest(page.records(), page.block) is None

    room.say(SetRule(15), KEY)
    page.follow()
    page.click("Open for answers")
    round_ = latest(page.records(), page.block)
    assert round_ is not None
    assert (round_.state, round_.options) == (OPEN, tuple("12345678"))


def test_the_room_reads_the_words_the_scale_and_the_rule(page: Led, room: AskingRoom) -> None:
    room.word_it()
    page.follow()

    assert page.panel.findChildren(Quote)[0].words() == f"“{MAP}”"
    said = words_of(page.panel)
    assert "Only questions to understand. No arguments yet." in said
    assert "Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8." in said


def test_what_decides_nothing_opens_without_a_rule(page: Led, room: AskingRoom) -> None:
    room.say(SetScale(ROTI), KEY)
    page.follow()
    assert "Write the question first." in words_of(page.panel)

    room.say(SetProposal("Was today worth it?"), KEY)
    page.follow()
    page.click("Open for answers")

    round_ = latest(page.records(), page.block)
    assert round_ is not None
    assert round_.options == tuple("012345")


def test_a_round_that_was_interrupted_is_told_plainly(page: Led, room: AskingRoom) -> None:
    room.word_it()
    room.say(InterruptRound(room.open()), KEY)
    page.follow()

    assert warnings(page.records(), page.block) == [
        "The round before was interrupted and has no result. Its answers are gone; ask once more."
    ]
    assert warnings(page.records(), page.block)[0] in words_of(page.panel)
    assert missing(page.records(), page.block) == ""


def test_fewer_than_five_people_are_told_what_cannot_be_promised(tmp_path: Path) -> None:
    room = AskingRoom(tmp_path / "few", people=4)
    block = room.blocks[KEY]

    room.say(SetScale(FIST), KEY)
    deciding = warnings(room.everything(), block)
    room.say(SetScale(ROTI), KEY)
    pulse = warnings(room.everything(), block)
    room.close()

    assert deciding == ["Fewer than five people are here: who answered what can be guessed. Say so before you open."]
    assert pulse == ["Fewer than five people are here: the spread is shown from five answers on."]


def test_going_back_to_the_proposal_is_told(page: Led, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.panel.findChildren(Questions)[0].proposal_wanted):
        page.click("Back to the proposal")


def test_the_way_back_says_what_was_asked(room: AskingRoom, page: Led) -> None:
    deciding = words_of(page.panel)
    room.say(SetScale(ROTI), KEY)
    page.follow()

    assert "Back to the proposal" in deciding
    assert "Back to the question" in words_of(page.panel)
    assert "Back to the proposal" not in words_of(page.panel)
