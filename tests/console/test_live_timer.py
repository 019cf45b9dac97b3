"""The timer of the block that runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.console.live_timer import LiveTimer
from facilitator.console.steering import Steering
from facilitator.convening.clock import PauseTimer, StartBlock
from facilitator.convening.cues import Chime
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.frames import STRETCH, column
from tests.console.conftest import MINUTE, Room, button, names


@pytest.fixture
def block(room: Room) -> BlockId:
    made = room.block("Arrive", minutes=15)
    room.say(GoLive())
    room.say(StartBlock(made))
    return made


@pytest.fixture
def timer(room: Room, block: BlockId, shown: Callable[[QWidget], None]) -> Iterator[LiveTimer]:
    made = LiveTimer(Steering(str, room.records, tuple, abs, lambda: room.now).acts(), room.ring, room.volume)
    made.show_records(room.records)
    side = QWidget()
    column(side, made, STRETCH)
    shown(side)
    yield made
    side.hide()


def after(room: Room, block: BlockId, minutes: float) -> Reading:
    return Reading(room.records[Timebox][block].started + round(minutes * MINUTE), UTC)


def test_it_reads_the_clock_of_the_block(timer: LiveTimer, room: Room, block: BlockId) -> None:
    timer.show_time(after(room, block, 7.5))

    assert "7:30 left" in names(timer)
    ends = after(room, block, 15).time_of_day()
    assert f"15 min · ends {ends}" in [label.text() for label in timer.findChildren(QLabel)]


def test_a_paused_clock_stands(timer: LiveTimer, room: Room, block: BlockId) -> None:
    room.say(PauseTimer())
    timer.show_records(room.records)

    timer.show_time(after(room, block, 99))

    assert "15:00, paused" in names(timer)
    assert "Go on" in names(timer)


def test_time_over_counts_up(timer: LiveTimer, room: Room, block: BlockId) -> None:
    timer.show_time(after(room, block, 16))

    assert "+1:00, time is up" in names(timer)


def test_nothing_moves_when_a_chime_is_seen(timer: LiveTimer) -> None:
    pause = button(timer, "Pause")
    before = pause.mapTo(timer, QPoint(0, 0))

    timer.rang.show_ring(Chime.CUE, 5)
    timer.window().grab()  # what is seen is laid out first

    assert timer.rang.isVisible()
    assert pause.mapTo(timer, QPoint(0, 0)) == before
