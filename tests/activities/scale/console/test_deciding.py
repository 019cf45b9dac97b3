"""The end of a proposal, by keys and clicks on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.console.deciding import Deciding
from facilitator.activities.scale.console.quote import Quote
from facilitator.activities.scale.rules.outcome import the_outcome
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.convening.ids import BlockId
from facilitator.convening.undo import UndoLast
from facilitator.convening.words import Say
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from tests.activities.led import Led
from tests.activities.scale.asking import MAP, SPREAD, spread_of
from tests.activities.scale.console.asked_room import KEY, AskingRoom, cut_parts, the, words_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path)
    opened.word_it()
    yield opened
    opened.close()


@pytest.fixture
def page(room: AskingRoom, qtbot: QtBot) -> Led:
    return Led(room, qtbot, deciding, KEY)


def deciding(say: Say, block: BlockId, /) -> QWidget:
    """As the panel makes it."""
    asking = Asking(say, ACTIVITY.refusals)
    made = Deciding(asking, block)
    asking.setParent(made)
    return made


def result(page: Led) -> str:
    return the_outcome(page.records(), page.block).result


def test_before_the_reveal_nothing_can_be_decided_and_why_is_said(page: Led, room: AskingRoom) -> None:
    for step in (room.open, lambda: room.answer(*spread_of(*SPREAD))):
        step()
        page.follow()
        assert "Reveal the answers before you record what was decided." in words_of(page.panel)
        assert not page.can("1")
        assert not the(QAbstractButton, "Adopted", page.panel).isEnabled()
        assert not [words for words in words_of(page.panel) if "support it" in words]

    room.reveal()
    page.follow()
    assert page.can("1")
    assert "Nothing is recorded yet." in words_of(page.panel)


def test_the_exact_words_their_rule_and_count_stand_over_the_decision(page: Led, room: AskingRoom) -> None:
    """DE1: exact text, rule, counts."""
    room.ask(*spread_of(*SPREAD))
    room.say(SetProposal("Other words for a next round."), KEY)
    room.say(SetRule(20), KEY)
    page.follow()

    assert page.panel.findChildren(Quote)[0].words() == f"“{MAP}”"
    said = words_of(page.panel)
    assert "Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8." in said
    assert "17 of 22 support it. The rule asked for 15: supported." in said


@pytest.mark.parametrize(("key", "kept"), [("1", "adopted"), ("2", "not_yet"), ("3", "let_go")])
def test_a_key_records_each_outcome_and_undo_takes_it_back(page: Led, room: AskingRoom, key: str, kept: str) -> None:
    room.ask(*spread_of(*SPREAD))
    page.follow()

    page.press(key)
    assert result(page) == kept

    room.say(UndoLast(), KEY)
    page.follow()
    assert result(page) == ""
    assert "Nothing is recorded yet." in words_of(page.panel)


def test_what_is_recorded_is_told_with_its_time_and_taken_back_here(page: Led, room: AskingRoom) -> None:
    """Fault 26. The laptop's clock is set after the decision."""
    room.ask(*spread_of(*SPREAD))
    page.follow()
    page.press("1")
    at = the_outcome(page.records(), page.block).at
    part = page.panel
    assert isinstance(part, Deciding)

    for shift_ms in (0, 3_600_000):
        reading = Reading(at + 60_000, UTC, shift_ms)
        part.show_time(reading)
        assert f"Recorded at {reading.time_at(at)}: Adopted." in words_of(part)

    page.click("Take it back")
    assert result(page) == ""


def test_adopting_against_the_rule_is_said_and_not_forbidden(page: Led, room: AskingRoom) -> None:
    room.ask(*spread_of(2, 2, 2, 4, 4, 4, 3, 1))
    page.follow()

    page.press("1")

    assert result(page) == "adopted"
    assert "The rule did not find it supported: say aloud why it is adopted." in words_of(page.panel)


def test_a_new_round_asks_for_a_new_decision(page: Led, room: AskingRoom) -> None:
    room.ask(*spread_of(3, 5, 2, 3, 2, 4, 2, 1))
    page.follow()
    page.press("2")

    room.say(SetProposal("One map by 2028."), KEY)
    room.ask(*spread_of(*SPREAD))
    page.follow()

    assert "Recorded after round 1: Not yet." in words_of(page.panel)
    assert not the(QAbstractButton, "Not yet", page.panel).isChecked()
    page.press("1")
    assert result(page) == "adopted"
    assert "Recorded after round 1: Not yet." not in words_of(page.panel)


@pytest.mark.parametrize("words", [MAP, "x" * 600])
@pytest.mark.parametrize("size", [(608, 470), (768, 660), (1100, 840)])
def test_nothing_is_cut_on_any_laptop(page: Led, room: AskingRoom, size: tuple[int, int], words: str) -> None:
    room.say(SetProposal(words), KEY)
    room.ask(*spread_of(*SPREAD))
    page.panel.resize(*size)
    page.follow()
    page.press("1")
    QApplication.processEvents()

    assert cut_parts(page.panel) == []
