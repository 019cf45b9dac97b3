"""Making an agenda by key and by press."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.agenda_page import AgendaPage
from facilitator.console.asking import refusals_of
from facilitator.convening.agenda import agenda
from facilitator.convening.days import FIRST_DAY, days
from facilitator.convening.ids import ROOM, StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from facilitator.convening.undo import UndoLast
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room, do, names, press

Show = Callable[[QWidget], None]


@pytest.fixture
def page(room: Room, shown: Show) -> AgendaPage:
    for title in ("Arrive", "Ideas", "Lunch"):
        room.block(title, minutes=20)
    made = AgendaPage(Asking(room.say_to(ROOM), refusals_of(room.activities)), room.opened())
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


def test_the_key_of_the_library_begins_a_new_search(page: AgendaPage) -> None:
    QTest.keyClicks(page.library.search, "vote")
    page.list.setFocus()

    do(page, "/")

    assert page.library.search.hasFocus()
    assert "Idea board" in names(page.library)


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
    page.list.go_to(agenda(room.records)[2].id)

    page.list.dropped.emit("")

    room.until(lambda: titles(room) == ["Lunch", "Arrive", "Ideas"])


def test_chosen_blocks_move_change_and_go_together_and_one_undo_brings_them_back(page: AgendaPage, room: Room) -> None:
    """TM8: several blocks by key, one fact each."""
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    do(page, "]")
    room.until(lambda: [block.minutes for block in agenda(room.records)] == [25, 25, 20])
    do(page, "Alt Down")
    room.until(lambda: titles(room) == ["Lunch", "Arrive", "Ideas"])
    assert page.list.marked() == tuple(block.id for block in agenda(room.records)[1:])
    do(page, "Ctrl D")
    room.until(lambda: titles(room) == ["Lunch", "Arrive", "Ideas", "Arrive", "Ideas"])
    room.until(lambda: page.list.marked() == tuple(block.id for block in agenda(room.records)[3:]))
    do(page, "Del")
    room.until(lambda: titles(room) == ["Lunch", "Arrive", "Ideas"])

    room.say(UndoLast())
    room.until(lambda: len(titles(room)) == 5)


def test_all_blocks_are_chosen_and_their_minutes_are_told(page: AgendaPage, room: Room) -> None:
    do(page, "Ctrl A")

    assert len(page.list.marked()) == 3
    assert "3 chosen · 60 min" in names(page)


def test_check_8_blocks_are_joined_and_split_by_key(page: AgendaPage, room: Room) -> None:
    """Check 8. TM8: one key each, and the starts of the others follow."""
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    do(page, "M")
    room.until(lambda: [row.title for row in page.list.rows()] == ["Arrive", "Lunch"])
    room.until(lambda: len(page.list.marked()) == 1)
    assert agenda(room.records)[0].minutes == 40

    do(page, "Shift M")

    room.until(lambda: titles(room) == ["Arrive", "Arrive, part 2", "Lunch"])
    assert [block.minutes for block in agenda(room.records)] == [20, 20, 20]
    room.until(lambda: [row.starts for row in page.list.rows()] == ["09:00", "09:20", "09:40"])


def test_a_block_is_split_where_a_step_ends_nearest_to_the_middle(page: AgendaPage, room: Room) -> None:
    block = agenda(room.records)[0].id
    steps = (Step(StepId("a"), block, "Collect", 14 * 60), Step(StepId("b"), block, "Talk", 6 * 60))
    seen: list[int] = []
    room.follow(lambda records: seen.append(len(records[Step])))
    room.say(PlanSteps(block, steps))
    room.until(lambda: 2 in seen)

    do(page, "Shift M")

    room.until(lambda: [block.minutes for block in agenda(room.records)[:2]] == [14, 6])


def test_a_day_is_added_by_key_and_blocks_go_there_and_come_back(page: AgendaPage, room: Room) -> None:
    do(page, "Shift D")
    room.until(lambda: page.shown_day() != FIRST_DAY)
    assert days(room.records)[1].date == "2027-03-19"
    assert not page.list.rows()
    do(page, "Ctrl Enter")
    room.until(lambda: [row.title for row in page.list.rows()] == ["Talk"])

    do(page, "Ctrl PgUp")
    assert [row.title for row in page.list.rows()] == ["Arrive", "Ideas", "Lunch"]
    do(page, "Ctrl A")
    do(page, "Alt PgDn")

    room.until(lambda: [row.title for row in page.list.rows()] == ["Arrive", "Ideas", "Lunch", "Talk"])
    assert len(page.list.marked()) == 3
    do(page, "Alt PgUp")
    room.until(lambda: page.shown_day() == FIRST_DAY and len(page.list.rows()) == 3)


def test_when_a_day_is_taken_off_another_one_is_shown(page: AgendaPage, room: Room) -> None:
    do(page, "Shift D")
    room.until(lambda: page.shown_day() != FIRST_DAY)

    room.say(UndoLast())

    room.until(lambda: page.shown_day() == FIRST_DAY)
    assert [row.title for row in page.list.rows()] == ["Arrive", "Ideas", "Lunch"]


def test_the_line_the_date_and_the_start_of_a_day_are_written_in_place(
    page: AgendaPage, room: Room, qtbot: QtBot
) -> None:
    do(page, "D")
    form = page.folds.day
    assert form.line.input.hasFocus()
    for field, text in ((form.line, "One system"), (form.date, "20.3.2027"), (form.starts, "8.30")):
        field.input.setFocus()
        field.input.selectAll()
        QTest.keyClicks(field.input, text)
        QTest.keyClick(field.input, Qt.Key.Key_Return)

    room.until(lambda: days(room.records)[0].starts == 8 * 60 + 30)
    assert (days(room.records)[0].title, days(room.records)[0].date) == ("One system", "2027-03-20")
    QTest.keyClick(form.starts.input, Qt.Key.Key_Escape)
    assert not page.folds.isVisible()
    assert page.list.hasFocus()


def test_what_is_to_settle_is_a_list_and_enter_goes_to_the_field(page: AgendaPage, room: Room, qtbot: QtBot) -> None:
    assert "3 things to settle before you go live" in names(page)

    do(page, "!")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(page.folds.settle.list, key)

    assert page.chosen() == agenda(room.records)[1].id
    assert page.inspector.lead.hasFocus()


def test_sums_open_by_their_key_and_by_their_chip(page: AgendaPage, room: Room, qtbot: QtBot) -> None:
    do(page, "=")
    assert page.folds.sums.columns[0].accessibleName() == "Kinds: Gather 60 min"

    press(qtbot, page, "60 min work · 0 min rest")

    assert not page.folds.isVisible()


def test_an_empty_day_stands_at_the_top_and_says_what_to_do(page: AgendaPage, room: Room) -> None:
    head = page.head.height()
    do(page, "Ctrl A")

    do(page, "Del")

    room.until(lambda: not page.list.rows() and not page.list.isVisible())
    room.until(lambda: page.head.height() == head)
    assert "Ready" not in names(page)


def test_steps_open_over_the_list_by_key_and_close_again(page: AgendaPage, room: Room) -> None:
    do(page, "E")
    assert (page.steps.isVisible(), page.list.isVisible()) == (True, False)

    do(page, "Ctrl Enter")
    room.until(lambda: len(room.records[Step]) == 1)
    room.until(lambda: page.inspector.steps.accessibleDescription() == "New step 1")
    do(page, "Esc")

    assert (page.steps.isVisible(), page.list.hasFocus()) == (False, True)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_the_menu_of_the_list_offers_what_the_keys_do(page: AgendaPage, room: Room) -> None:
    page.list.customContextMenuRequested.emit(page.list.visualRect(page.list.currentIndex()).center())

    menu = page.findChild(QMenu)
    assert menu is not None
    said = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.close()

    assert said[:5] == ["Move up", "Move down", "5 min less", "5 min more", "Duplicate"]


def shortened(room: Room, page: AgendaPage, minutes: int) -> None:
    room.until(lambda: page.inspector.minutes.text() == str(minutes))


def test_on_an_empty_day_single_keys_act_and_are_not_written_into_the_search(
    page: AgendaPage, room: Room, qtbot: QtBot
) -> None:
    page.add_day()
    room.until(lambda: page.shown_day() != FIRST_DAY)
    page.take_focus()

    focused = page.window().focusWidget()

    assert focused is not None
    assert not isinstance(focused, QLineEdit)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    room.until(lambda: titles(room)[-1] == "Talk")
    room.until(page.list.hasFocus)
