"""The days in the top bar."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.prepare import Prepare
from facilitator.convening.days import Day, days
from facilitator.convening.ids import DayId
from facilitator.convening.planning import AddDay
from tests.console.conftest import Room, button, doubled, names, press, unnamed


@pytest.fixture
def prepare(room: Room, shown: Callable[[QWidget], None]) -> Prepare:
    room.block("Arrive", minutes=15)
    made = Prepare(room.opened())
    room.follow(made.show_records)
    shown(made)
    return made


def test_a_single_day_is_the_agenda_and_a_second_one_has_its_tab(prepare: Prepare, room: Room, qtbot: QtBot) -> None:
    assert "Day 1" not in names(prepare)

    word = button(prepare, "Add a day")
    assert isinstance(word, QPushButton)
    assert word.text() == "Add a day"
    press(qtbot, prepare, "Add a day")

    room.until(lambda: {"Day 1", "Day 2"} <= set(names(prepare)))
    room.until(lambda: not prepare.agenda.list.rows())
    press(qtbot, prepare, "Convening")
    press(qtbot, prepare, "Day 1")
    assert [row.title for row in prepare.agenda.list.rows()] == ["Arrive"]
    assert not doubled(prepare)
    assert not unnamed(prepare)


def test_ten_days_have_room_in_the_smallest_window(prepare: Prepare, room: Room, qtbot: QtBot) -> None:
    for _day in range(9):
        room.say(AddDay(Day(DayId(""))))
    room.until(lambda: "10" in names(prepare))

    press(qtbot, prepare, "10")

    assert prepare.agenda.shown_day() == days(room.records)[9].id
    assert prepare.width() == 1280
