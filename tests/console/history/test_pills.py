"""The filters: one is always on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.history.chronicle import Filter
from facilitator.console.history.pills import FilterPills
from tests.console.conftest import press


def test_a_press_turns_to_a_filter_and_tells_it_once(qtbot: QtBot, shown: Callable[[QWidget], None]) -> None:
    pills = FilterPills()
    shown(pills)
    told: list[Filter] = []
    pills.chosen.connect(lambda: told.append(pills.filter))

    press(qtbot, pills, "Votes")
    press(qtbot, pills, "Votes")
    press(qtbot, pills, "By me")

    assert told == [Filter.VOTES, Filter.MINE]
    assert [pill.accessibleName() for pill in pills.findChildren(QPushButton) if pill.isChecked()] == ["By me"]
