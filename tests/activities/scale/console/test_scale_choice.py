"""Choosing a scale on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.scale_choice import ScaleCard
from facilitator.activities.scale.console.strip import ScaleStrip
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, ROTI, SetScale, the_scale
from facilitator.activities.scale.rules.support import the_rule
from tests.activities.led import Led
from tests.activities.scale.console.asked_room import KEY, AskingRoom, led, the, turn_wheel


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path, people=3)
    yield opened
    opened.close()


@pytest.fixture
def card(room: AskingRoom, qtbot: QtBot) -> Led:
    return led(room, qtbot, ScaleCard, ScaleCard.show_scale)


def choose(card: Led, kind: str) -> None:
    """Choose a kind of scale by its first letter, as the keyboard does."""
    choice = the(QComboBox, "Kind of scale", card.panel)
    choice.setFocus()
    QTest.keyClicks(choice, kind[0].lower())
    card.follow()


def test_four_kinds_of_scales_can_be_chosen(card: Led) -> None:
    choice = the(QComboBox, "Kind of scale", card.panel)
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "Agreement",
        "Fist to five",
        "Return on time",
        "Rating",
    ]

    choose(card, "Fist to five")

    assert the_scale(card.records(), card.block).kind == FIST
    assert card.panel.findChildren(ScaleStrip)[0].accessibleName().startswith("0 Stop; 1 Big concerns")


def test_the_kind_follows_the_method_of_the_block(tmp_path: Path, qtbot: QtBot) -> None:
    room = AskingRoom(tmp_path / "roti", people=0, method="roti")
    card = led(room, qtbot, ScaleCard, ScaleCard.show_scale)

    chosen = the(QComboBox, "Kind of scale", card.panel).currentText()
    kind = the_scale(card.records(), card.block).kind
    room.close()

    assert (chosen, kind) == ("Return on time", ROTI)


def test_a_kind_that_is_refused_goes_back(card: Led, room: AskingRoom) -> None:
    room.word_it()
    room.open()

    choose(card, "Rating")
    card.follow()

    assert the_scale(card.records(), card.block).kind == AGREEMENT
    assert the(QComboBox, "Kind of scale", card.panel).currentText() == "Agreement"


def test_turning_the_wheel_over_it_chooses_nothing(card: Led) -> None:
    choice = the(QComboBox, "Kind of scale", card.panel)

    turn_wheel(choice)
    card.follow()

    assert the_scale(card.records(), card.block).kind == AGREEMENT
    assert choice.currentText() == "Agreement"


def test_the_points_unfold_to_be_named_and_fold_again(card: Led) -> None:
    assert not [field for field in card.panel.findChildren(QLineEdit) if field.isVisible()]

    card.click("Name the points")
    assert the(QLineEdit, "Name of point 1", card.panel).hasFocus()

    card.click("Done")
    assert not [field for field in card.panel.findChildren(QLineEdit) if field.isVisible()]


def test_what_counts_as_support_stands_out_once_the_rule_is_set(card: Led, room: AskingRoom) -> None:
    strip = card.panel.findChildren(ScaleStrip)[0]
    assert strip.accessibleDescription() == ""

    room.word_it()
    card.follow()

    assert the_rule(card.records(), card.block).counts == 3
    assert strip.accessibleDescription() == "1 Whole-hearted yes; 2 Yes, minor point; 3 Support, with doubts"


def test_a_new_kind_begins_with_its_usual_names(card: Led, room: AskingRoom) -> None:
    room.say(SetScale(AGREEMENT, tuple("abcde")), KEY)
    card.follow()

    choose(card, "Return on time")

    assert the_scale(card.records(), card.block).labels == ()
