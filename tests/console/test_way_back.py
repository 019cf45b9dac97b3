"""The way back to a card on the desk at home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.console.home import Home
from facilitator.console.home_cards import DayCard
from facilitator.convening.gathering import LIVE
from tests.console.conftest import Room, do
from tests.console.listed import listed

THREE = [listed("Clean Water", "2027-03-18"), listed("Learning day", "2027-04-13"), listed("Long ago", "2026-01-12")]


@pytest.fixture
def home(room: Room, shown: Callable[[QWidget], None]) -> Home:
    made = Home(room.activities, room.clock)
    made.show_list(THREE)
    shown(made)
    made.take_focus()
    return made


def card(home: Home, title: str) -> DayCard:
    return next(each for each in home.findChildren(DayCard) if each.isVisible() and title in each.accessibleName())


def has_focus() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


@pytest.mark.parametrize("key", ["Enter", "E", "Space"])
def test_who_comes_back_from_a_convening_is_on_its_card_again(home: Home, key: str) -> None:
    card(home, "Long ago").setFocus()
    if key == "Space":
        QTest.keyClick(card(home, "Long ago"), Qt.Key.Key_Space)
    else:
        do(home, key)
    home.keys.setFocus()

    home.take_focus()

    assert has_focus().startswith("Long ago")


def test_the_way_back_is_gone_once(home: Home) -> None:
    home.lead_wanted.emit(card(home, "Long ago").convening)
    home.take_focus()

    home.take_focus()

    assert has_focus() == "Open console"


def test_a_card_that_is_made_anew_keeps_the_focus(home: Home) -> None:
    card(home, "Learning day").setFocus()
    old = card(home, "Learning day")

    home.show_list([*THREE, listed("One more", "2027-05-01")])

    assert card(home, "Learning day") is not old
    assert has_focus().startswith("Learning day")


def test_where_the_card_has_become_the_next_one_its_way_in_is_at_hand(home: Home) -> None:
    card(home, "Learning day").setFocus()
    home.lead_wanted.emit(card(home, "Learning day").convening)

    home.show_list([THREE[0], replace(THREE[1], state=LIVE), THREE[2]])
    home.take_focus()

    assert has_focus() == "Go on"


def test_who_leaves_the_search_is_back_where_it_began(home: Home) -> None:
    card(home, "Long ago").setFocus()
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "pump")

    do(home, "Esc")

    assert has_focus().startswith("Long ago")
