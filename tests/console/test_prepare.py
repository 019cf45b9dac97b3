"""Preparing: three pages, undo, and the way into the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.copy_saver import Copy
from facilitator.console.prepare import Prepare
from facilitator.console.surroundings import Surroundings
from facilitator.convening.agenda import ChangeBlock, agenda
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import PersonId
from tests.console.conftest import NINE, Room, button, do, doubled, press, unnamed

Show = Callable[[QWidget], None]


@pytest.fixture
def prepare(room: Room, shown: Show) -> Prepare:
    room.block("Arrive", minutes=15)
    room.block("Ideas", minutes=40, category="think")
    made = Prepare(room.opened())
    room.follow(made.show_records)
    shown(made)
    made.take_focus()
    return made


def titles(room: Room) -> list[str]:
    return [block.title for block in agenda(room.records)]


def test_undo_takes_the_last_change_back(prepare: Prepare, room: Room) -> None:
    do(prepare, "Ctrl D")
    room.until(lambda: len(titles(room)) == 3)

    do(prepare, "Ctrl Z")

    room.until(lambda: titles(room) == ["Arrive", "Ideas"])


def test_redo_does_it_again(prepare: Prepare, room: Room) -> None:
    do(prepare, "Ctrl D")
    room.until(lambda: len(titles(room)) == 3)
    do(prepare, "Ctrl Z")
    room.until(lambda: len(titles(room)) == 2)

    do(prepare, "Ctrl Shift Z")

    room.until(lambda: len(titles(room)) == 3)


def test_what_somebody_else_changed_since_is_not_undone_and_that_is_said(prepare: Prepare, room: Room) -> None:
    do(prepare, "]")
    room.until(lambda: agenda(room.records)[0].minutes == 20)
    block = replace(agenda(room.records)[0], minutes=45)
    room.say(ChangeBlock(block), by=PersonId("somebody"))

    do(prepare, "Ctrl Z")

    room.until(lambda: prepare.trouble.words() == "This was changed by somebody else since, so it stays as it is.")


def test_going_live_opens_the_doors_and_asks_for_the_live_frame(prepare: Prepare, room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(prepare.lead_wanted, timeout=4000):
        press(qtbot, prepare, "Go live")

    assert the_convening(room.records).state == "live"
    room.until(lambda: button(prepare, "To the room").isEnabled())


def test_a_page_is_turned_by_its_name(prepare: Prepare, qtbot: QtBot) -> None:
    press(qtbot, prepare, "Convening")
    assert prepare.form.isVisible()

    press(qtbot, prepare, "People")

    assert prepare.people.isVisible()


def test_what_is_saved_stands_in_the_key_bar(prepare: Prepare) -> None:
    prepare.show_surroundings(Surroundings(saved_at=NINE))

    assert prepare.keys.accessibleDescription() == "Saved on this laptop 09:00"


@pytest.mark.parametrize("page", [0, 1, 2])
def test_everything_has_a_name_of_its_own(prepare: Prepare, page: int) -> None:
    prepare.turn_to(page)

    assert not unnamed(prepare)
    assert not doubled(prepare)


def test_showing_the_same_records_twice_changes_nothing(prepare: Prepare, room: Room) -> None:
    before = prepare.grab().toImage()

    prepare.show_records(room.records)

    assert prepare.grab().toImage() == before


def test_keys_are_grouped_for_the_map(prepare: Prepare) -> None:
    assert [heading for heading, _acts in prepare.groups()] == ["Anywhere", "Prepare"]
    assert len(prepare.panes()) == 4


def test_the_key_for_printing_asks_for_a_poster_of_the_agenda(prepare: Prepare, qtbot: QtBot) -> None:
    do(prepare, "Ctrl P")

    dialog = next(iter(prepare.findChildren(QFileDialog)))
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.windowTitle() == "Print the agenda"
    assert "A3" in dialog.selectedNameFilter()
    dialog.reject()


def test_ctrl_p_prints_the_agenda_and_its_button_says_so(prepare: Prepare, qtbot: QtBot) -> None:
    printing = next(act for act in prepare.acts() if act.key == "Ctrl P")
    assert printing.title == "Print agenda"

    press(qtbot, prepare, "Print agenda")

    dialog = next(iter(prepare.findChildren(QFileDialog)))
    assert dialog.windowTitle() == "Print the agenda"
    dialog.reject()


def test_the_key_for_the_board_saves_the_chosen_one_else_the_first(room: Room, shown: Show, qtbot: QtBot) -> None:
    room.block("Arrive", minutes=15)
    room.block("First ideas", minutes=40, activity="ideation_board")
    room.block("More ideas", minutes=40, activity="ideation_board")
    prepare = Prepare(room.opened())
    room.follow(prepare.show_records)
    shown(prepare)
    wanted: list[Copy] = []
    prepare.copy_wanted.connect(wanted.append)

    for chosen in (0, 2):
        prepare.agenda.choose(agenda(room.records)[chosen].id)
        do(prepare, "Ctrl Shift P")
        dialog = prepare.findChildren(QFileDialog)[-1]
        qtbot.waitUntil(dialog.isVisible)
        assert dialog.windowTitle() == "Save the idea board"
        dialog.fileSelected.emit("board.png")
        dialog.reject()

    assert [copy.block for copy in wanted] == [block.id for block in agenda(room.records)[1:]]
    assert {(copy.part, copy.size) for copy in wanted} == {("board", "3840x2160")}


def test_without_an_idea_board_its_key_does_nothing(prepare: Prepare) -> None:
    act = next(act for act in prepare.acts() if act.key == "Ctrl Shift P")

    assert not act.is_enabled()
