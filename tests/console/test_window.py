"""The one window: pages, keys from everywhere, troubles, and what it asks of the app."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.beginnings.templates import Plan
from facilitator.console.disk_trouble import not_saved, saved_again
from facilitator.console.surroundings import Gravity, Projector, Surroundings, Trouble
from facilitator.console.window import ConsoleWindow
from facilitator.convening.agenda import current
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.stage_state import the_stage
from facilitator.convening.timebox import Timebox
from tests.console.conftest import Room, button, doubled, names, press, unnamed
from tests.console.listed import listed

Show = Callable[[QWidget], None]


@pytest.fixture
def window(room: Room, shown: Show) -> ConsoleWindow:
    made = ConsoleWindow(room.activities, room.clock)
    made.show_list([listed("Clean Water", "2027-03-18"), listed("Learning day", "2027-04-13")])
    made.listen_to_keys()
    room.follow(made.show_records)
    shown(made)
    return made


@pytest.fixture
def leading(window: ConsoleWindow, room: Room) -> ConsoleWindow:
    block = room.block("Arrive")
    room.block("Lunch", category="pause")
    room.say(GoLive())
    room.say(StartBlock(block))
    window.open(room.opened())
    window.show_surroundings(Surroundings(Projector.READY))
    window.lead()
    window.activateWindow()
    room.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


def key(
    qtbot: QtBot, window: ConsoleWindow, *pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for each in pressed:
        QTest.keyClick(window.focusWidget(), each, held)


def test_e_prepares_and_enter_opens_the_next_convening(window: ConsoleWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.prepare_wanted) as prepared:
        key(qtbot, window, Qt.Key.Key_E)

    with qtbot.waitSignal(window.lead_wanted) as led:
        key(qtbot, window, Qt.Key.Key_Space)

    assert prepared.args == led.args == ["clean water"]


def test_ctrl_n_begins_a_blank_day(window: ConsoleWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.plan_made) as made:
        key(qtbot, window, Qt.Key.Key_N, held=Qt.KeyboardModifier.ControlModifier)

    plan = made.args[0]
    assert isinstance(plan, Plan)
    assert plan.convening.date == "2027-03-18"


def test_letters_act_on_the_live_frame(leading: ConsoleWindow, room: Room, qtbot: QtBot) -> None:
    key(qtbot, leading, Qt.Key.Key_B)
    room.until(lambda: the_stage(room.records).is_blank)
    key(qtbot, leading, Qt.Key.Key_T)

    room.until(lambda: room.records[Timebox][current(room.records)].paused_at > 0)


def test_letters_belong_to_whoever_types(leading: ConsoleWindow, room: Room, qtbot: QtBot) -> None:
    key(qtbot, leading, Qt.Key.Key_L)
    before = room.desk.news.seq

    QTest.keyClicks(button(leading, "Private notes"), "Blank the beautiful stage")

    assert room.desk.news.seq == before


def test_a_held_key_repeats_no_command(leading: ConsoleWindow, room: Room, qtbot: QtBot) -> None:
    seq = room.desk.news.seq
    repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, "+", autorep=True)

    QApplication.sendEvent(leading.focusWidget(), repeated)
    key(qtbot, leading, Qt.Key.Key_T)

    room.until(lambda: room.desk.news.seq > seq)
    assert room.records[Timebox][current(room.records)].length_ms == 15 * 60_000


def test_a_clicker_is_heard_from_another_window(leading: ConsoleWindow, room: Room, shown: Show, qtbot: QtBot) -> None:
    stage = QWidget()
    stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(stage)

    QTest.keyClick(stage, Qt.Key.Key_PageDown)

    room.until(lambda: "On stage: Lunch" in names(leading))


def test_question_mark_shows_all_keys_and_escape_takes_them_away(leading: ConsoleWindow, qtbot: QtBot) -> None:
    key(qtbot, leading, Qt.Key.Key_Question, held=Qt.KeyboardModifier.ShiftModifier)
    assert "What do you want to do?" in names(leading)

    key(qtbot, leading, Qt.Key.Key_Escape)

    assert "What do you want to do?" not in names(leading)
    assert leading.isVisible()


def test_a_word_finds_what_can_be_done_and_enter_does_it(leading: ConsoleWindow, room: Room, qtbot: QtBot) -> None:
    key(qtbot, leading, Qt.Key.Key_K, held=Qt.KeyboardModifier.ControlModifier)
    find = leading.focusWidget()
    assert isinstance(find, QLineEdit)

    QTest.keyClicks(find, "freeze")
    QTest.keyClick(find, Qt.Key.Key_Return)

    room.until(lambda: the_stage(room.records).is_frozen)


def test_f6_goes_from_pane_to_pane_and_back_to_the_first(leading: ConsoleWindow, qtbot: QtBot) -> None:
    seen: list[QWidget | None] = []
    for _ in range(8):
        key(qtbot, leading, Qt.Key.Key_F6)
        seen.append(leading.focusWidget())

    assert seen[0] is not seen[1]
    assert len(set(seen)) >= 3


def test_the_worst_trouble_is_told_and_goes_when_it_is_over(leading: ConsoleWindow) -> None:
    leading.tell(Trouble("phones", Gravity.WARNING, "Reconnecting 4 phones."))
    leading.show_surroundings(Surroundings(Projector.READY, disk=not_saved("disk.full", 3, 1, ())))
    assert any("the last 3 minutes are kept in memory" in name for name in names(leading))

    leading.show_surroundings(Surroundings(Projector.READY))

    assert "Reconnecting 4 phones." in names(leading)


def test_a_trouble_is_told_at_home_too_and_what_is_closed_there_is_closed_everywhere(
    leading: ConsoleWindow, qtbot: QtBot
) -> None:
    leading.go_home()
    leading.tell(Trouble("summary", Gravity.GOOD, "The summary is ready."))
    assert "The summary is ready." in names(leading)

    press(qtbot, leading, "Close")

    assert "The summary is ready." not in names(leading)
    leading.lead()
    assert "The summary is ready." not in names(leading)
    leading.tell(Trouble("summary", Gravity.GOOD, "The summary is ready."))
    press(qtbot, leading, "Close")
    leading.go_home()
    assert "The summary is ready." not in names(leading)


def test_good_news_that_was_closed_does_not_come_back_with_the_next_phone(leading: ConsoleWindow) -> None:
    leading.show_surroundings(Surroundings(Projector.READY, disk=saved_again()))
    (close,) = [each for each in leading.findChildren(QAbstractButton) if each.isVisible() and each.text() == "Close"]

    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    leading.show_surroundings(Surroundings(Projector.READY, phones=3, disk=saved_again()))

    assert not any("Everything is written again" in name for name in names(leading))


def test_a_template_says_in_the_agenda_what_runs_as_a_timer(window: ConsoleWindow, room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.plan_made):
        QTest.mouseClick(
            next(card for card in window.findChildren(QWidget) if card.accessibleName().startswith("Template ci2i")),
            Qt.MouseButton.LeftButton,
        )

    window.open(room.opened())
    window.prepare()

    assert any("run as a timer with the steps of their method" in name for name in names(window))


def test_going_home_keeps_what_was_being_written_and_tells_the_app(
    leading: ConsoleWindow, room: Room, qtbot: QtBot
) -> None:
    key(qtbot, leading, Qt.Key.Key_L)
    QTest.keyClicks(button(leading, "Private notes"), "Ask Halima")

    with qtbot.waitSignal(leading.left):
        QTest.mouseClick(button(leading, "Back to the desk"), Qt.MouseButton.LeftButton)

    room.until(lambda: bool(room.records.table("note")))
    assert leading.home.isVisible()


def test_the_agenda_can_be_changed_in_the_middle_of_the_day(leading: ConsoleWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(button(leading, "Change the agenda"), Qt.MouseButton.LeftButton)
    assert button(leading, "Blocks of the day").isVisible()

    QTest.mouseClick(button(leading, "To the room"), Qt.MouseButton.LeftButton)

    assert "On stage: Arrive" in names(leading)


def test_everything_has_a_name_of_its_own(window: ConsoleWindow, leading: ConsoleWindow) -> None:
    assert not unnamed(leading)
    assert not doubled(leading)


def test_nothing_is_narrower_than_the_smallest_laptop(window: ConsoleWindow) -> None:
    assert (window.minimumWidth(), window.minimumHeight()) == (1280, 720)
    needed = window.minimumSizeHint()
    assert needed.width() <= 1280
    assert needed.height() <= 720


def test_another_convening_takes_the_place_of_the_one_before(leading: ConsoleWindow, room: Room) -> None:
    leading.close_convening()
    leading.open(room.opened())
    leading.prepare()
    leading.lead()

    assert "On stage: Arrive" in names(leading)
    assert not doubled(leading)
