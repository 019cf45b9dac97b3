"""The decision rule, set and changed on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSpinBox
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.rule_card import RuleCard
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, SetScale
from facilitator.activities.scale.rules.support import SetRule, SupportRule, the_rule
from facilitator.convening.undo import UndoLast
from facilitator.kit.qt.reading import Reading
from tests.activities.led import Led
from tests.activities.scale.console.asked_room import KEY, AskingRoom, led, the, words_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def card(room: AskingRoom, qtbot: QtBot) -> Led:
    return led(room, qtbot, RuleCard, RuleCard.show_rule)


def rule(card: Led) -> SupportRule:
    return the_rule(card.records(), card.block)


def tick(card: Led, words: str) -> None:
    switch = the(QAbstractButton, words, card.panel)
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    card.follow()


def test_a_rule_is_not_set_before_somebody_sets_it(card: Led) -> None:
    """DE1: the rule is agreed before anybody answers."""
    tick(card, "Much is at stake")
    tick(card, "It lasts long")

    assert "Not set yet" in words_of(card.panel)
    assert not rule(card).enough

    card.click("Set the rule")

    assert "Set" in words_of(card.panel)
    assert (rule(card).enough, rule(card).counts, rule(card).may_block) == (15, 3, True)
    assert rule(card).weights == ("stakes", "duration")


def test_what_is_ticked_suggests_how_many_are_enough(card: Led) -> None:
    """DE2: beforehand the room rates what weighs, and from it how much support is enough."""
    assert "11 of 22 would be enough." in words_of(card.panel)

    for words, enough in (
        ("Much is at stake", 14),
        ("It lasts long", 15),
        ("It is hard to do", 17),
        ("Many must carry it", 20),
    ):
        tick(card, words)
        assert f"{enough} of 22 would be enough." in words_of(card.panel)
        assert the(QSpinBox, "Enough people", card.panel).text() == str(enough)


def test_the_suggestion_is_taken_with_one_press(card: Led, room: AskingRoom) -> None:
    room.say(SetRule(18, 3), KEY)
    card.follow()

    card.click("Use 11")

    assert rule(card).enough == 11


def test_changing_anything_of_a_set_rule_sets_it_anew(card: Led, room: AskingRoom) -> None:
    room.say(SetRule(15, 3), KEY)
    card.follow()

    card.click("Enough people: one more")
    card.click("Points that count: one less")
    tick(card, "Nobody may choose 8")
    tick(card, "It lasts long")

    changed = rule(card)
    assert (changed.enough, changed.counts, changed.may_block) == (16, 2, False)
    assert changed.weights == ("duration",)
    assert "1 to 2" in words_of(card.panel)


def test_quick_presses_all_count(card: Led, room: AskingRoom) -> None:
    room.say(SetRule(15, 3), KEY)
    card.follow()
    more = the(QAbstractButton, "Enough people: one more", card.panel)

    before = card.records()

    for _press in range(4):
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
        # Something else happened in the room meanwhile, before the desk came to this.
        card.panel.findChildren(RuleCard)[0].show_rule(before)
    card.follow()

    assert rule(card).enough == 19
    assert the(QSpinBox, "Enough people", card.panel).text() == "19"


def test_undo_takes_a_rule_back(card: Led, room: AskingRoom) -> None:
    card.click("Set the rule")

    room.say(UndoLast(), KEY)
    card.follow()

    assert "Not set yet" in words_of(card.panel)


def test_another_scale_asks_for_another_rule(card: Led, room: AskingRoom) -> None:
    room.say(SetRule(15, 3), KEY)
    room.say(SetScale(FIST), KEY)
    card.follow()

    said = words_of(card.panel)
    assert "Not set yet" in said
    assert "3 to 5" in said
    assert "Nobody may choose 0" in said


def test_a_rule_that_is_refused_goes_back_and_says_why(card: Led, room: AskingRoom) -> None:
    room.word_it()
    card.follow()
    room.open()

    card.click("Enough people: one more")
    card.follow()

    assert rule(card).enough == 15
    assert the(QSpinBox, "Enough people", card.panel).text() == "15"
    assert "The proposal, its scale and its rule are fixed while answers are open." in words_of(card.panel)


def test_more_than_are_here_is_said_and_not_forbidden(card: Led, room: AskingRoom) -> None:
    room.say(SetRule(30, 3), KEY)
    card.follow()

    assert "Only 22 people are here." in words_of(card.panel)


def test_with_nobody_here_there_is_no_suggestion(tmp_path: Path, qtbot: QtBot) -> None:
    room = AskingRoom(tmp_path / "empty", people=0)
    card = led(room, qtbot, RuleCard, RuleCard.show_rule)

    said = words_of(card.panel)
    room.close()

    assert "Nobody is here yet, so there is no suggestion." in said
    assert not [words for words in said if words.startswith("Use")]


def test_names_of_points_leave_the_rule_as_long_as_their_number_stays(card: Led, room: AskingRoom) -> None:
    room.say(SetRule(15, 3), KEY)
    room.say(SetScale(AGREEMENT, tuple("abcdefgh")), KEY)
    card.follow()
    assert rule(card).enough == 15

    room.say(SetScale(AGREEMENT, tuple("abcde")), KEY)
    card.follow()
    assert "Nobody may choose 5" in words_of(card.panel)
    assert rule(card).enough == 0


def test_when_it_was_set_is_told_by_the_clock_of_the_room(card: Led, room: AskingRoom) -> None:
    """Fault 26. The laptop's clock is set after the rule."""
    card.click("Set the rule")
    agreed = rule(card).agreed

    for shift_ms in (0, 3_600_000):
        reading = Reading(agreed + 60_000, UTC, shift_ms)
        card.panel.findChildren(RuleCard)[0].show_time(reading)
        said = f"Everyone from 4 to 8 is heard first. Set at {reading.time_at(agreed)}."
        assert said in words_of(card.panel)

    room.say(UndoLast(), KEY)
    card.follow()
    assert not [words for words in words_of(card.panel) if "Set at" in words]
