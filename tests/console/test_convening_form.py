"""What the convening itself is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.convening_form import ConveningForm, day_in
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import ROOM
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.field import Field
from tests.console.conftest import Room

Show = Callable[[QWidget], None]


@pytest.fixture
def form(room: Room, shown: Show) -> ConveningForm:
    made = ConveningForm(Asking(room.say_to(ROOM), refusals_of(room.activities)))
    made.show_records(room.records)
    room.follow(made.show_records)
    shown(made)
    return made


def write(qtbot: QtBot, field: Field, text: str) -> None:
    field.input.setFocus()
    field.input.selectAll()
    if text:
        QTest.keyClicks(field.input, text)
    else:
        QTest.keyClick(field.input, Qt.Key.Key_Delete)
    QTest.keyClick(field.input, Qt.Key.Key_Return)


def test_each_field_is_told_when_it_is_left(form: ConveningForm, room: Room, qtbot: QtBot) -> None:
    write(qtbot, form.place, "Naivasha")
    room.until(lambda: the_convening(room.records).place == "Naivasha")
    write(qtbot, form.seats, "22")
    room.until(lambda: the_convening(room.records).seats == 22)
    write(qtbot, form.starts, "8.30")
    room.until(lambda: the_convening(room.records).starts == 510)
    write(qtbot, form.wifi_name, "Convening")

    room.until(lambda: the_convening(room.records).wifi_name == "Convening")


def test_a_room_takes_as_many_phones_as_the_form_says_and_no_more_than_a_laptop_carries(
    form: ConveningForm, room: Room, qtbot: QtBot
) -> None:
    write(qtbot, form.phones, "500")
    room.until(lambda: the_convening(room.records).phones == 500)

    write(qtbot, form.phones, "1001")

    room.until(lambda: form.phones.refusal().text() == "One laptop carries up to 1000 phones.")
    assert the_convening(room.records).phones == 500
    write(qtbot, form.phones, "")
    room.until(lambda: the_convening(room.records).phones == 0)


def test_a_convening_keeps_a_title_and_the_field_says_why(form: ConveningForm, room: Room, qtbot: QtBot) -> None:
    write(qtbot, form.title, "")

    room.until(lambda: form.title.refusal().text() == "A convening needs a title.")
    assert the_convening(room.records).title == "Clean Water"


def test_what_is_no_date_time_or_number_is_said_beside_it(form: ConveningForm, qtbot: QtBot) -> None:
    write(qtbot, form.date, "in spring")
    write(qtbot, form.starts, "early")
    write(qtbot, form.seats, "many")

    assert [field.refusal().text() for field in (form.date, form.starts, form.seats)] == [
        "Write the date like 2027-03-18.",
        "Write a time like 09:00.",
        "Write a number, or nothing.",
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-03-18", "2027-03-18"),
        ("18.3.2027", "2027-03-18"),
        ("18/03/2027", "2027-03-18"),
        ("31.2.2027", ""),
        ("soon", ""),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, day: str) -> None:
    assert day_in(written) == day


def test_a_field_that_is_left_takes_nothing_back_that_was_said_in_another_one(
    form: ConveningForm, room: Room, qtbot: QtBot
) -> None:
    """On a slow disk the records come late: those that do not hold the last field yet are shown in between."""
    late = room.records
    write(qtbot, form.place, "Naivasha")
    room.until(lambda: the_convening(room.records).place == "Naivasha")
    form.show_records(late)

    write(qtbot, form.seats, "22")

    room.until(lambda: the_convening(room.records).seats == 22)
    assert the_convening(room.records).place == "Naivasha"
