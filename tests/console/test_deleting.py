"""Deleting a convening from the desk at home: asked twice, in the line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.home import Home
from facilitator.console.home_cards import DayCard
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import WITHIN_MS
from facilitator.kit.qt.widgets.label import Tone
from tests.console.conftest import Room, do, doubled, press, unnamed
from tests.console.listed import listed

Show = Callable[[QWidget], None]
TWO = [listed("Clean Water", "2027-03-18"), listed("Learning day", "2027-04-13")]


@pytest.fixture
def home(room: Room, shown: Show) -> Home:
    made = Home(room.activities, room.clock)
    made.show_list(TWO)
    shown(made)
    return made


@pytest.fixture
def asked(home: Home) -> list[str]:
    asked: list[str] = []
    home.delete_wanted.connect(asked.append)
    return asked


def test_the_second_press_deletes_and_the_first_says_what_it_means(home: Home, asked: list[str]) -> None:
    do(home, "Del")

    assert not asked
    assert home.deleting.words() == (
        "Delete “Clean Water” with everything said in it? No undo brings it back. Press Del once more."
    )
    do(home, "Del")
    assert asked == ["clean water"]
    assert home.deleting.words() == ""


def test_the_mouse_deletes_by_the_button_in_the_line(home: Home, asked: list[str], qtbot: QtBot) -> None:
    do(home, "Del")

    press(qtbot, home, "Delete for good")

    assert asked == ["clean water"]


def test_a_press_about_another_one_begins_anew(home: Home, asked: list[str]) -> None:
    do(home, "Del")
    next(card for card in home.findChildren(DayCard) if card.convening == "learning day").setFocus()
    do(home, "Del")

    assert not asked
    assert "Learning day" in home.deleting.words()
    do(home, "Del")
    assert asked == ["learning day"]


def test_after_three_seconds_the_line_goes_and_asks_anew(home: Home, asked: list[str], qtbot: QtBot) -> None:
    do(home, "Del")
    qtbot.waitUntil(lambda: home.deleting.words() == "", timeout=WITHIN_MS + 2000)
    do(home, "Del")

    assert not asked


def test_without_a_convening_the_key_does_nothing(home: Home) -> None:
    home.show_list([])

    assert not [act for act in home.acts() if act.key == "Del" and act.is_enabled()]


def test_what_came_of_it_is_said_with_what_can_be_done(home: Home, qtbot: QtBot) -> None:
    done: list[str] = []
    home.deleting.tell("Deleted. 2 backups hold it.", Tone.WARN, (Act("", "Delete them", lambda: done.append("them")),))

    press(qtbot, home, "Delete them")

    assert done == ["them"]
    assert home.deleting.words() == "Deleted. 2 backups hold it."
    assert not unnamed(home)
    assert not doubled(home)
