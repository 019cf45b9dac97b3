"""Forgetting a person from the list of people: asked twice, in the line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea, RevealBoard
from facilitator.console.asking import refusals_of
from facilitator.console.people_page import PeoplePage
from facilitator.convening.cards import Card
from facilitator.convening.ids import ROOM
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.kit.qt.asking import WITHIN_MS, Asking
from tests.console.conftest import Room, button, do, doubled, names, press, unnamed

Show = Callable[[QWidget], None]


@pytest.fixture
def page(room: Room, shown: Show) -> PeoplePage:
    numbers = count()
    made = PeoplePage(Asking(room.say_to(ROOM), refusals_of(room.activities)), lambda: f"p{next(numbers)}")
    made.show_records(room.records)
    room.follow(made.show_records)
    shown(made)
    for name in ("Halima", "José"):
        room.person(name)
    room.until(lambda: len(made.list.rows()) == 2)
    return made


def choose(page: PeoplePage, row: int) -> None:
    page.list.setCurrentIndex(page.list.model().index(row, 0))


def people(room: Room) -> set[str]:
    return {person.name for person in room.records[Person].values()}


def says(page: QWidget, words: str) -> bool:
    return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_with_nobody_chosen_there_is_nothing_to_press(page: PeoplePage) -> None:
    assert not button(page, "Forget this person…").isEnabled()
    assert not [act for act in page.forgetting.acts() if act.is_enabled()]


def test_the_second_press_forgets_and_the_first_says_what_it_means(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    choose(page, 0)
    press(qtbot, page, "Forget this person…")
    assert people(room) == {"Halima", "José"}
    assert says(page, "This cannot be undone. Press once more, or Shift Del.")

    press(qtbot, page, "Forget for good")

    room.until(lambda: people(room) == {"José"})
    room.until(lambda: says(page, "Forgotten."))
    assert not says(page, "Halima")


def test_the_key_does_the_same(page: PeoplePage, room: Room) -> None:
    choose(page, 1)
    do(page.forgetting, "Shift Del")
    do(page.forgetting, "Shift Del")

    room.until(lambda: people(room) == {"Halima"})


def test_a_press_about_somebody_else_does_not_count(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    choose(page, 0)
    press(qtbot, page, "Forget this person…")
    choose(page, 1)
    press(qtbot, page, "Forget this person…")

    assert says(page, "This cannot be undone.")
    room.desk.errand(lambda _: None).result()
    assert people(room) == {"Halima", "José"}


def test_after_three_seconds_it_is_asked_anew(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    choose(page, 0)
    press(qtbot, page, "Forget this person…")
    qtbot.waitUntil(lambda: not says(page, "This cannot be undone."), timeout=WITHIN_MS + 2000)

    assert button(page, "Forget this person…").isEnabled()
    assert people(room) == {"Halima", "José"}


@pytest.mark.parametrize(("goes", "left"), [(False, {"Shorter meetings"}), (True, set())])
def test_the_switch_says_what_becomes_of_the_ideas(
    page: PeoplePage, room: Room, qtbot: QtBot, goes: bool, left: set[str]
) -> None:
    board = room.block("Ideas", "ideation_board")
    halima = next(person.id for person in room.records[Person].values() if person.name == "Halima")
    room.say(RevealBoard(), board)
    room.say(AddIdea("Shorter meetings"), board, by=halima)
    choose(page, 0)
    assert says(page, "The ideas stay, without an author.")
    if goes:
        page.forgetting.ideas.click()
        assert says(page, "Every idea they wrote goes too, word for word.")

    press(qtbot, page, "Forget this person…")
    press(qtbot, page, "Forget for good")

    room.until(lambda: people(room) == {"José"})
    assert {card.text for card in room.records[Card].values()} == left


def test_it_is_said_where_the_name_stays(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    board = room.block("Thank Halima", "ideation_board")
    room.say(RevealBoard(), board)
    shown: list[Records] = []
    room.follow(shown.append)
    room.say(AddIdea("ask halima first"), board)
    room.until(lambda: bool(shown) and shown[-1] is room.records)
    choose(page, 0)
    press(qtbot, page, "Forget this person…")

    assert says(page, "The name also stands in 2 texts of this convening, which stay as they were written.")


def test_everything_has_a_name_of_its_own(page: PeoplePage) -> None:
    choose(page, 0)

    assert not unnamed(page)
    assert not doubled(page)
    assert "Their ideas go too" in names(page)
