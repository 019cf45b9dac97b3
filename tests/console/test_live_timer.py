"""The timer of the block that runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.live_timer import LiveTimer
from facilitator.console.steering import Steering
from facilitator.convening.clock import AddMinutes, PauseTimer, StartBlock
from facilitator.convening.cues import Chime
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.spans import spans_now
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Wish
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.ringer import Ringer
from facilitator.kit.qt.widgets.frames import STRETCH, column
from tests.console.conftest import MINUTE, Room, button, names, press


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


def test_a_minute_left_is_not_said_beside_the_next_step(timer: LiveTimer, room: Room, block: BlockId) -> None:
    steps = (Step(StepId("a"), block, "Alone", 240), Step(StepId("b"), block, "Pairs", 420))
    room.say(PlanSteps(block, steps))
    timer.show_records(room.records)
    timer.show_time(after(room, block, 3))
    timer.rang.show_ring(Chime.CUE, 1)
    timer.show_time(after(room, block, 3.5))
    before = "1 min left" in names(timer)

    timer.show_time(after(room, block, 4.1))

    assert (before, "1 min left" in names(timer)) == (True, False)


def test_check_5_a_method_runs_by_itself_and_shows_each_step_as_it_comes(
    timer: LiveTimer, room: Room, block: BlockId
) -> None:
    """Check 5. TM2: a 12-minute 1-2-4-All runs 1-2-4-5 untouched, each step with its instruction and its chime."""
    minutes = {"Alone": 1, "Pairs": 2, "Fours": 4, "All": 5}
    steps = [Step(StepId(title), block, f"Now: {title}", many * 60, title) for title, many in minutes.items()]
    room.say(PlanSteps(block, tuple(steps)))
    timer.show_records(room.records)
    played: list[Chime] = []
    ringer = Ringer(played.append)
    ringer.rang.connect(timer.rang.show_ring)

    seen: list[str] = []
    ends: list[int] = []
    for second in range(12 * 60 + 1):
        reading = after(room, block, (second + 0.1) / 60)
        timer.show_time(reading)
        ringer.look(reading.wall_ms, spans_now(room.records, reading.wall_ms))
        seen += [title for title in names(timer) if title in minutes]
        if Chime.STEP in played:
            assert "Step over" in names(timer)
            ends.append(second)
        played.clear()

    assert {title: seen.count(title) / 60 for title in minutes} == minutes
    assert ends == [60, 180, 420, 720]


def test_steps_go_on_and_back_by_buttons_too(timer: LiveTimer, room: Room, block: BlockId) -> None:
    assert "Step back" not in names(timer)
    room.say(PlanSteps(block, (Step(StepId("a"), block, "Alone"), Step(StepId("b"), block, "Pairs"))))

    timer.show_records(room.records)

    assert {"Step back", "Next step"} <= set(names(timer))


def test_five_minutes_more_or_less_by_a_press(
    room: Room, block: BlockId, shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    asked: list[Wish] = []
    made = LiveTimer(Steering(asked.append, room.records, tuple, abs, lambda: room.now).acts(), room.ring, room.volume)
    made.show_records(room.records)
    shown(made)

    press(qtbot, made, "+5")
    press(qtbot, made, "−5")

    assert asked == [AddMinutes(5), AddMinutes(-5)]


def test_every_way_to_change_the_time_looks_like_a_button(timer: LiveTimer) -> None:
    borders = {
        said: button(timer, said).grab().toImage().pixelColor(button(timer, said).width() // 2, 0)
        for said in ("−1 min", "+1 min", "−5", "+5")
    }

    assert len({colour.rgb() for colour in borders.values()}) == 1
