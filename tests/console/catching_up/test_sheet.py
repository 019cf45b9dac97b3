"""Catching up on the real console, by keys and clicks: four ways, their ends before one is taken, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.console.catching_up.rest_view import RestList
from facilitator.console.catching_up.way_list import WayList
from facilitator.console.sign import Sign
from facilitator.convening.agenda import ChangeBlock, RemoveBlock, agenda
from facilitator.convening.gathering import the_convening
from facilitator.convening.stage_state import the_stage
from tests.console.conftest import button, doubled, names, press, unnamed
from tests.console.late import Late

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(late: Late, minutes: float = 8) -> None:
    late.run_over(minutes)
    late.press(Qt.Key.Key_U)
    assert late.sheet.is_open


def said(late: Late) -> str:
    return "\n".join(label.text() for label in late.sheet.findChildren(QLabel) if label.isVisible())


def ways(late: Late) -> WayList:
    return late.sheet.findChildren(WayList)[0]


def rest(late: Late) -> RestList:
    return late.sheet.findChildren(RestList)[0]


def test_check_6_u_shows_four_ways_with_the_end_of_each_before_one_is_taken(late: Late) -> None:
    """Check 6. TM5, TM6: the new finish is shown, and four choices with their effect."""
    before = late.minutes()
    opened(late)

    assert "Catch up 8 minutes" in said(late)
    assert "It is 09:28. Likely end 12:07, planned 11:59." in said(late)
    assert [(row.title, row.ends, row.won) for row in ways(late).rows()] == [
        ("Use the buffers ahead", "12:03", "4 min won"),
        ("Shorten what is left", "11:59", "8 min won"),
        ("Leave one block out", "11:57", "10 min won"),
        ("End later, and say so", "12:07", "0 min won"),
    ]
    assert late.minutes() == before


def test_check_6_a_digit_and_enter_take_a_way_and_one_undo_returns(late: Late) -> None:
    """Check 6. TM6: taken with two keys, taken back with one; meals and the closing are as they were. TM7."""
    before = late.minutes()
    opened(late)

    late.press(Qt.Key.Key_2)
    late.press(Qt.Key.Key_Return)

    late.room.until(lambda: late.minutes()["Talk"] == 24)
    now = late.minutes()
    assert {title: before[title] - now[title] for title in now if now[title] != before[title]} == {
        "Talk": 6,
        "Stories": 2,
    }
    assert not late.sheet.is_open
    late.room.until(lambda: "planned anew" in late.live.trouble.words())
    late.press(Qt.Key.Key_Z, CTRL)
    late.room.until(lambda: late.minutes() == before)


def test_arrows_choose_and_the_rest_of_the_day_follows(late: Late) -> None:
    opened(late)
    assert [row.is_chosen for row in ways(late).rows()] == [False, True, False, False]
    assert [(row.planned, row.then) for row in rest(late).rows()][1] == ("09:20", "09:28")

    late.press(Qt.Key.Key_Up)

    assert [row.minutes_then for row in rest(late).rows() if row.title == "Spare"] == [0]
    assert ways(late).rows()[0].is_chosen


def test_another_block_can_be_left_out_and_stays_seen(late: Late) -> None:
    """TM6c: the one that fits best goes, unless another is chosen."""
    opened(late)
    late.press(Qt.Key.Key_3)
    assert ways(late).rows()[2].told == "“Stories” is left out."

    late.press(Qt.Key.Key_Right)
    assert ways(late).rows()[2].told == "“Ideas” is left out."
    late.press(Qt.Key.Key_Return)

    late.room.until(lambda: late.block("Ideas").is_dropped)
    late.room.until(lambda: ("Ideas", True) in [(row.title, row.is_dropped) for row in late.live.day.agenda.rows()])


def test_moving_the_end_is_asked_for_twice(late: Late) -> None:
    """TM6d: moving the end asks for confirmation."""
    opened(late)
    late.press(Qt.Key.Key_4)

    late.press(Qt.Key.Key_Return)
    assert the_convening(late.room.records).told_end == -1
    assert "Press Enter once more: from then on the day ends at 12:07." in said(late)
    late.press(Qt.Key.Key_Return)

    late.room.until(lambda: the_convening(late.room.records).told_end == 12 * 60 + 7)
    assert not the_stage(late.room.records).is_late_shown


def test_that_it_is_asked_for_twice_stands_beside_the_button(late: Late) -> None:
    opened(late)
    late.press(Qt.Key.Key_4)
    late.press(Qt.Key.Key_Return)

    asks = next(label for label in late.sheet.findChildren(QLabel) if label.text().startswith("Press Enter once more"))
    move, keep = button(late.sheet, "Move the end"), button(late.sheet, "Keep as it is")
    place = QRect(asks.mapTo(late.sheet, QPoint()), asks.size())
    assert 0 < keep.mapTo(late.sheet, QPoint()).x() - place.right() < 40
    assert abs(move.mapTo(late.sheet, move.rect().center()).y() - place.center().y()) <= 2
    assert asks.heightForWidth(asks.width()) <= asks.height()


def test_who_looks_at_another_way_has_not_confirmed_the_end(late: Late) -> None:
    opened(late)
    for key in (Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_Return):
        late.press(key)

    assert late.sheet.is_open
    assert "Press Enter once more" in said(late)


def test_a_lock_is_opened_by_key_and_by_click_and_only_then_lunch_gives(late: Late) -> None:
    """TM7: never shortened by default; freed by hand it gives."""
    opened(late, 20)
    place = next(at for at, row in enumerate(rest(late).rows()) if row.title == "Lunch")
    assert (rest(late).rows()[place].is_kept, rest(late).rows()[place].minutes_then) == (True, 60)

    late.press(Qt.Key.Key_Tab)
    rest(late).go_to(late.block("Lunch").id)
    late.press(Qt.Key.Key_Space)
    assert rest(late).rows()[place].is_freed
    assert rest(late).rows()[place].minutes_then < 60
    at = rest(late).visualRect(rest(late).model().index(place, 0)).center()
    QTest.mouseClick(rest(late).viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert rest(late).rows()[place].minutes_then == 60


def test_escape_a_press_beside_it_and_keep_leave_the_day_as_it_is(late: Late, qtbot: QtBot) -> None:
    before = late.minutes()
    leaving: tuple[Callable[[], object], ...] = (
        lambda: late.press(Qt.Key.Key_Escape),
        lambda: press(qtbot, late.sheet, "Keep as it is"),
        lambda: QTest.mouseClick(late.sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)),
    )
    for leave in leaving:
        late.press(Qt.Key.Key_U)
        assert late.sheet.is_open
        leave()
        assert not late.sheet.is_open

    assert late.minutes() == before
    assert late.live.day.agenda.hasFocus()


def test_other_keys_rest_while_the_ways_are_shown_but_a_clicker_goes_on(late: Late) -> None:
    opened(late)

    late.press(Qt.Key.Key_F)
    late.press(Qt.Key.Key_Period)

    late.room.until(lambda: the_stage(late.room.records).is_blank)
    assert not the_stage(late.room.records).is_frozen


def test_the_room_sees_the_likely_end_only_when_told_to(late: Late, qtbot: QtBot) -> None:
    """ST2: lateness is the console's, until a switch sends it to the room."""
    opened(late)
    press(qtbot, late.sheet, "The room sees the likely end")
    late.room.until(lambda: the_stage(late.room.records).is_late_shown)

    press(qtbot, late.sheet, "The room sees the likely end")

    late.room.until(lambda: not the_stage(late.room.records).is_late_shown)


def test_tab_stays_in_and_everything_has_a_name_of_its_own(late: Late) -> None:
    opened(late)
    for _ in range(12):
        late.press(Qt.Key.Key_Tab)
        focused = late.window.focusWidget()
        assert focused is not None
        assert late.sheet.isAncestorOf(focused)

    assert not unnamed(late.sheet)
    assert not doubled(late.sheet)
    assert "Use this plan" in names(late.sheet)


def test_it_lies_within_the_smallest_window_and_follows_its_size(late: Late) -> None:
    opened(late)
    for width, height in ((1280, 720), (1440, 900)):
        late.window.resize(width, height)
        late.room.until(lambda: late.sheet.size() == late.live.size())
        card = button(late.sheet, "Use this plan").parentWidget()
        assert card is not None
        low = card.mapTo(late.sheet, card.rect().bottomRight())
        assert late.sheet.rect().contains(low)


def test_the_ways_follow_the_minutes_that_pass(late: Late) -> None:
    opened(late)

    late.room.pass_minutes(2)
    late.live.show_time(late.room.clock())

    assert "Catch up 10 minutes" in said(late)


def test_nothing_lies_over_the_ways_however_few_rows_are_left(late: Late) -> None:
    for block in agenda(late.room.records)[3:]:
        late.room.say(RemoveBlock(block.id))
    opened(late)
    late.sheet.window().grab()  # what is seen is laid out first
    below = ways(late).mapTo(late.sheet, QPoint(0, ways(late).height())).y()
    signs = [sign for sign in late.sheet.findChildren(Sign) if sign.isVisible()]

    assert [sign.mapTo(late.sheet, QPoint(0, 0)).y() >= below for sign in signs] == [True]


def test_the_keys_of_the_frame_are_told_anew_when_it_opens_and_closes(late: Late) -> None:
    told: list[bool] = []
    late.live.turned.keys_changed.connect(lambda: told.append(late.sheet.is_open))
    opened(late)
    assert told[-1:] == [True]

    late.press(Qt.Key.Key_Escape)

    assert told[-1:] == [False]


def test_with_nothing_to_catch_up_no_way_can_be_chosen_and_enter_leaves_the_day(late: Late) -> None:
    """A day that ends in time says so in one sentence; what would do nothing is disabled and says why."""
    before = late.minutes()
    opened(late, -12)

    assert "Nothing to catch up" in said(late)
    assert "planned 11:59. Nothing has to change." in said(late)
    assert [(row.told, row.is_possible, row.is_chosen) for row in ways(late).rows()] == [
        ("The day ends in time as it is.", False, False)
    ] * 4
    late.press(Qt.Key.Key_3)
    late.press(Qt.Key.Key_Down)
    assert not [row for row in ways(late).rows() if row.is_chosen]
    assert not button(late.sheet, "Use this plan").isEnabled()
    assert not [act.title for act in late.sheet.acts() if act.key in "1234" and act.is_enabled()]

    late.press(Qt.Key.Key_Return)

    assert not late.sheet.is_open
    assert late.minutes() == before


def test_a_digit_and_enter_take_a_way_wherever_tab_stood(late: Late) -> None:
    """The minutes that pass make a way possible, or somebody went to "Keep as it is": then a digit means the way."""
    opened(late, -12)
    kept = late.window.focusWidget()
    assert kept is not None
    assert kept.accessibleName() == "Keep as it is"
    late.room.pass_minutes(20)
    late.live.show_time(late.room.clock())

    late.press(Qt.Key.Key_2)
    late.press(Qt.Key.Key_Return)

    late.room.until(lambda: late.minutes()["Talk"] == 24)


def test_arrows_pass_by_a_way_that_does_nothing(late: Late) -> None:
    spare = late.block("Spare")
    late.room.say(RemoveBlock(spare.id))
    opened(late)
    assert not ways(late).rows()[0].is_possible

    late.press(Qt.Key.Key_Up)
    late.press(Qt.Key.Key_1)

    assert [row.is_chosen for row in ways(late).rows()] == [False, True, False, False]


def test_a_day_that_is_late_only_until_a_fixed_start_says_so(late: Late) -> None:
    lunch = late.block("Lunch")
    late.room.say(ChangeBlock(replace(lunch, pinned=10 * 60 + 50)))
    opened(late, 8)

    assert "It is 8 min late until 10:50, then on time: nothing has to change." in said(late)
