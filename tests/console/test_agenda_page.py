"""Making an agenda by key and by press."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.agenda_page import AgendaPage
from facilitator.console.asking import refusals_of
from facilitator.convening.agenda import agenda
from facilitator.convening.ids import ROOM
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room, do, press

Show = Callable[[QWidget], None]


@pytest.fixture
def page(room: Room, shown: Show) -> AgendaPage:
    for title in ("Arrive", "Ideas", "Lunch"):
        room.block(title, minutes=20)
    made = AgendaPage(
        Asking(room.say_to(ROOM), refusals_of(room.activities)), room.activities, room.say_to, room.clock, room.records
    )
    made.show_records(room.records)
    room.follow(made.show_records)
    shown(made)
    return made


def titles(room: Room) -> list[str]:
    return [block.title for block in agenda(room.records)]


def test_a_press_in_the_library_adds_below_the_chosen_block(page: AgendaPage, room: Room, qtbot: QtBot) -> None:
    press(qtbot, page, "Dot vote")

    room.until(lambda: titles(room) == ["Arrive", "Dot vote", "Ideas", "Lunch"])
    room.until(lambda: page.chosen() == agenda(room.records)[1].id)
    assert page.inspector.title.text() == "Dot vote"


def test_arrows_choose_and_alt_arrows_move(page: AgendaPage, room: Room, qtbot: QtBot) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.inspector.title.text() == "Ideas"

    do(page, "Alt Down")

    room.until(lambda: titles(room) == ["Arrive", "Lunch", "Ideas"])
    assert page.inspector.title.text() == "Ideas"


def test_moving_beyond_the_top_changes_nothing(page: AgendaPage, room: Room) -> None:
    before = room.desk.news.seq

    do(page, "Alt Up")

    assert room.desk.news.seq == before


def test_brackets_take_and_add_five_minutes(page: AgendaPage, room: Room) -> None:
    do(page, "]")
    room.until(lambda: agenda(room.records)[0].minutes == 25)
    do(page, "[")
    room.until(lambda: agenda(room.records)[0].minutes == 20)


def test_a_block_never_gets_shorter_than_a_minute_and_grows_round_again(page: AgendaPage, room: Room) -> None:
    for minutes in (15, 10, 5, 1):
        do(page, "[")
        shortened(room, page, minutes)

    do(page, "]")

    room.until(lambda: agenda(room.records)[0].minutes == 5)


def test_a_removed_block_leaves_its_neighbour_chosen(page: AgendaPage, room: Room, qtbot: QtBot) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Down)

    do(page, "Del")

    room.until(lambda: page.inspector.title.text() == "Lunch")
    assert titles(room) == ["Arrive", "Lunch"]


def test_a_copy_comes_right_below(page: AgendaPage, room: Room) -> None:
    do(page, "Ctrl D")

    room.until(lambda: titles(room) == ["Arrive", "Arrive", "Ideas", "Lunch"])


def test_ctrl_enter_adds_what_has_the_focus_in_the_library(page: AgendaPage, room: Room) -> None:
    do(page, "Ctrl Enter")
    room.until(lambda: len(titles(room)) == 4)

    assert titles(room) == ["Arrive", "Talk", "Ideas", "Lunch"]


def test_enter_in_the_list_goes_to_the_title(page: AgendaPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Return)

    assert page.inspector.title.input.hasFocus()


def test_dragging_moves_a_block(page: AgendaPage, room: Room) -> None:
    page.list.moved.emit(agenda(room.records)[2].id, 0)

    room.until(lambda: titles(room) == ["Lunch", "Arrive", "Ideas"])


def shortened(room: Room, page: AgendaPage, minutes: int) -> None:
    room.until(lambda: page.inspector.minutes.text() == str(minutes))
