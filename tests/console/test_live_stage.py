"""What the room sees, on the facilitator's side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.live_stage import PREVIEW, LiveStage
from facilitator.console.stage_words import stage_state
from facilitator.console.steering import Steering
from facilitator.console.surroundings import Projector
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.stage_state import FreezeStage, ShowOnStage, the_stage
from facilitator.convening.words import Wish
from tests.console.conftest import Room, names


def test_the_preview_keeps_its_size_and_the_buttons_say_what_they_do(
    room: Room, shown: Callable[[QWidget], None]
) -> None:
    asked: list[Wish] = []
    preview = QWidget()
    stage = LiveStage(preview, Steering(asked.append, room.records, tuple, abs, lambda: room.now).acts())
    shown(stage)

    room.say(FreezeStage())
    state = stage_state(room.records, Projector.READY, "Welcome")
    stage.show_state(the_stage(room.records), state, Projector.READY)
    stage.show_next("Dot vote")

    assert {"Unfreeze", "Frozen", "Dot vote"} <= set(names(stage))
    assert (preview.width() + 2, preview.height() + 2) == (PREVIEW.width(), PREVIEW.height())


def test_in_a_low_window_the_preview_is_smaller_and_lies_over_nothing(
    room: Room, shown: Callable[[QWidget], None]
) -> None:
    asked: list[Wish] = []
    preview = QWidget()
    stage = LiveStage(preview, Steering(asked.append, room.records, tuple, abs, lambda: room.now).acts())
    shown(stage)
    stage.resize(336, stage.minimumSizeHint().height())
    stage.show_next("Dot vote")
    QApplication.processEvents()

    def within(child: QWidget) -> QRect:
        return QRect(child.mapTo(stage, QPoint()), child.size())

    blank = next(each for each in stage.findChildren(QAbstractButton) if each.accessibleName().startswith("Blank"))
    assert 130 < preview.height() < PREVIEW.height() - 2
    assert abs(preview.width() / preview.height() - 16 / 9) < 0.02
    assert within(preview).bottom() < within(blank).top()
    assert abs(within(preview).center().x() - stage.width() // 2) <= 1


def test_the_menu_sends_what_else_there_is(room: Room, shown: Callable[[QWidget], None], qtbot: QtBot) -> None:
    asked: list[Wish] = []
    room.say(GoLive())
    stage = LiveStage(QWidget(), Steering(asked.append, room.records, tuple, abs, lambda: room.now).acts())
    shown(stage)

    next(entry for entry in stage.menu().actions() if entry.text().startswith("Thank you")).trigger()

    assert asked == [ShowOnStage("thanks")]


def test_the_menu_turns_the_pages_of_the_stage(room: Room, shown: Callable[[QWidget], None]) -> None:
    turned: list[int] = []
    room.say(GoLive())
    room.say(StartBlock(room.block("Ideas")))
    stage = LiveStage(QWidget(), Steering(str, room.records, tuple, turned.append, lambda: room.now).acts())
    shown(stage)

    for entry in stage.menu().actions():
        if "page" in entry.text():
            entry.trigger()

    assert turned == [1, -1]
