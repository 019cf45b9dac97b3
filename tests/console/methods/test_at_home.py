"""The methods are a section of the desk at home."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.home import Home
from facilitator.console.methods.words import TimeTaken
from tests.console.conftest import Room, do, doubled, press, unnamed

Show = Callable[[QWidget], None]


@pytest.fixture
def home(room: Room, shown: Show) -> Home:
    made = Home(room.activities, room.clock)
    made.show_list([])
    shown(made)
    return made


def test_a_key_and_a_press_lead_there_and_back(home: Home, qtbot: QtBot) -> None:
    for is_key in (True, False):
        with qtbot.waitSignal(home.methods.seen):
            do(home, "Ctrl 3") if is_key else press(qtbot, home, "Methods")
        assert home.methods.is_seen()
        assert not home.backups.is_seen()
        assert len(home.panes()) == 4
        do(home, "Esc")
        assert not home.methods.is_seen()


def test_backups_and_methods_turn_into_one_another(home: Home) -> None:
    do(home, "Ctrl 2")
    do(home, "Ctrl 3")
    assert (home.backups.is_seen(), home.methods.is_seen()) == (False, True)

    do(home, "Ctrl 2")

    assert (home.backups.is_seen(), home.methods.is_seen()) == (True, False)


def test_what_methods_took_is_shown_and_everything_has_a_name(home: Home) -> None:
    do(home, "Ctrl 3")
    home.methods.show_times({"troika": TimeTaken(30, 34)})

    assert not unnamed(home)
    assert not doubled(home)
    assert "Add to a day" in [act.title for act in home.acts()]


def test_the_page_is_not_made_before_it_is_asked_for(home: Home) -> None:
    assert not home.methods.is_seen()
    before = len(home.findChildren(QWidget))

    do(home, "Ctrl 3")

    assert len(home.findChildren(QWidget)) > before + 100
