"""Backups on the desk at home: reached by key and by mouse, left again, and told of in the bar at the foot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities import discover
from facilitator.console.backup_rows import BackupsShown
from facilitator.console.home import Home
from facilitator.console.surroundings import Surroundings
from facilitator.kit.qt.reading import Reading
from tests.console.backup_samples import SHOWN
from tests.console.conftest import NINE, do, doubled, names, press, unnamed


@pytest.fixture
def home(shown: Callable[[QWidget], None]) -> Home:
    made = Home(discover(), lambda: Reading(NINE, UTC))
    made.show_list([])
    made.show_surroundings(Surroundings())
    shown(made)
    return made


def test_a_key_and_a_press_lead_there_and_back(home: Home, qtbot: QtBot) -> None:
    home.backups.show_backups(SHOWN)
    for way in ("key", "press"):
        if way == "key":
            do(home, "Ctrl 2")
        else:
            press(qtbot, home, "Backups")
        assert home.backups.is_seen()
        assert home.backups.page.list.hasFocus()
        do(home, "Ctrl 1")
        assert not home.backups.is_seen()

    do(home, "Ctrl 2")
    do(home, "Esc")
    assert not home.backups.is_seen()
    do(home, "Ctrl 2")
    press(qtbot, home, "Convenings")
    assert not home.backups.is_seen()


def test_keys_are_those_of_what_is_seen(home: Home, qtbot: QtBot) -> None:
    home.backups.show_backups(SHOWN)
    assert "Ctrl N" in [act.key for act in home.acts()]

    with qtbot.waitSignal(home.acts_changed):
        do(home, "Ctrl 2")

    assert [act.key for act in home.acts()] == ["Enter", "B", "Esc", "Ctrl 1", "Ctrl O", "Ctrl 2", "Ctrl 3", "Ctrl N"]
    assert home.panes()[1] is home.backups.page


def test_the_bar_tells_of_the_last_copy_to_the_second_folder(home: Home) -> None:
    assert home.keys.accessibleDescription() == "Everything stays on this laptop"

    home.backups.show_backups(SHOWN)
    assert home.keys.accessibleDescription() == "Last copy to the second folder: Yesterday 18:00"

    home.backups.show_backups(BackupsShown())
    assert home.keys.accessibleDescription() == "Everything stays on this laptop"


def test_everything_has_a_name_of_its_own_there_too(home: Home) -> None:
    home.backups.show_backups(SHOWN)
    do(home, "Ctrl 2")

    assert not unnamed(home)
    assert not doubled(home)
    assert "Restore as a copy" in names(home)
