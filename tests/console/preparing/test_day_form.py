"""What is said of one day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.preparing.day_form import DayForm
from facilitator.convening.days import FIRST_DAY, Day, days
from facilitator.convening.ids import ROOM, DayId
from facilitator.convening.planning import AddDay
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room, names, press


@pytest.fixture
def form(room: Room, shown: Callable[[QWidget], None]) -> DayForm:
    made = DayForm(Asking(room.say_to(ROOM), refusals_of(room.activities)))
    made.show_day(days(room.records)[0])
    shown(made)
    return made


def test_what_is_no_time_and_no_date_is_said_under_the_field(form: DayForm, room: Room) -> None:
    before = room.desk.news.seq
    for field, text in ((form.date, "soon"), (form.starts, "noon")):
        field.input.setFocus()
        field.input.selectAll()
        QTest.keyClicks(field.input, text)
        QTest.keyClick(field.input, Qt.Key.Key_Return)

    assert form.date.refusal().text() == "Write the date like 2027-03-18."
    assert form.starts.refusal().text() == "Write a time like 09:00."
    assert room.desk.news.seq == before


def test_the_first_day_stays_and_another_one_can_go(form: DayForm, room: Room, qtbot: QtBot) -> None:
    assert "Remove this day and its blocks" not in names(form)
    room.say(AddDay(Day(DayId(""), "Two")))
    form.show_day(days(room.records)[1])

    press(qtbot, form, "Remove this day and its blocks")

    room.until(lambda: [day.id for day in days(room.records)] == [FIRST_DAY])


def test_what_is_being_written_is_kept_when_another_day_is_shown(form: DayForm, room: Room) -> None:
    room.say(AddDay(Day(DayId(""), "Two")))
    form.line.input.setFocus()
    QTest.keyClicks(form.line.input, "One sys")

    form.show_day(days(room.records)[1])

    assert form.line.text() == "Two"
    room.until(lambda: days(room.records)[0].title == "One sys")


def test_a_field_that_is_left_takes_nothing_back_that_was_said_in_another_one(form: DayForm, room: Room) -> None:
    """On a slow disk the records come late: those that do not hold the last field yet are shown in between."""
    (late,) = days(room.records)
    for field, text in ((form.line, "One system"), (form.starts, "08:30")):
        field.input.setFocus()
        field.input.selectAll()
        QTest.keyClicks(field.input, text)
        QTest.keyClick(field.input, Qt.Key.Key_Return)
        form.show_day(late)

    room.until(lambda: days(room.records)[0].starts == 8 * 60 + 30)
    assert days(room.records)[0].title == "One system"
