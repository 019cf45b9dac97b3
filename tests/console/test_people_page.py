"""The list of people."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.people_page import PeoplePage
from facilitator.convening.ids import ROOM
from facilitator.convening.people import Contact, Person
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room, button, press

Show = Callable[[QWidget], None]


@pytest.fixture
def page(room: Room, shown: Show) -> PeoplePage:
    numbers = count()
    made = PeoplePage(Asking(room.say_to(ROOM), refusals_of(room.activities)), lambda: f"p{next(numbers)}")
    made.show_records(room.records)
    room.follow(made.show_records)
    shown(made)
    return made


def people(room: Room) -> list[str]:
    return sorted(person.name for person in room.records[Person].values())


def test_a_pasted_list_becomes_people(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    page.paste.show_text("")
    page.paste.input.insertPlainText("Halima Abdi\tHerders’ Council\tKenya\tsw\thalima@example.org\nÀkọ́sílẹ̀")  # type: ignore[union-attr]  # made for many lines
    assert button(page, "Add 2 people").isEnabled()

    press(qtbot, page, "Add 2 people")

    room.until(lambda: people(room) == ["Halima Abdi", "Àkọ́sílẹ̀"])
    assert [contact.email for contact in room.records[Contact].values()] == ["halima@example.org", ""]
    assert page.paste.text() == ""


def test_nothing_pasted_adds_nobody(page: PeoplePage) -> None:
    assert not button(page, "Add").isEnabled()


def test_the_chosen_person_is_removed(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    room.person("Halima")
    room.person("José")
    room.until(lambda: page.list.model().rowCount() == 2)
    page.list.setCurrentIndex(page.list.model().index(0, 0))

    press(qtbot, page, "Remove")

    room.until(lambda: people(room) == ["José"])


def test_a_name_that_is_too_long_is_refused_beside_the_field(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    page.paste.input.insertPlainText("x" * 81)  # type: ignore[union-attr]  # made for many lines

    press(qtbot, page, "Add 1 person")

    room.until(lambda: page.paste.refusal().text() == "Up to 80 letters, please.")
