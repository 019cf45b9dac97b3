"""Chimes while a convening is live: by its own clock, on whatever page the console is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.ringing import Ringing
from facilitator.convening.agenda import Block, ChangeBlock, agenda
from facilitator.convening.clock import EndConvening, PauseTimer, StartBlock
from facilitator.convening.cues import Chime
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from facilitator.convening.timebox import MINUTE
from facilitator.kit.qt.reading import Reading

NINE = 1_805_360_400_000
SECOND = 1000


class Clocked:
    """A room whose clock stands until it is told to go on, and what rings in it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.now, self.looks, self.qtbot = NINE, 0, qtbot
        self.workspace = house.open_workspace(folder)
        self.room, _ = house.begin_room_of_sample(self.workspace, lambda: self.now)
        self.block = agenda(self.room.desk.news.records)[0]
        self.played: list[Chime] = []
        self.told: list[tuple[Chime, int]] = []
        self.ringing = Ringing(self.room, self.look, self.played.append)
        self.ringing.ringer.rang.connect(lambda chime, minutes: self.told.append((chime, minutes)))

    def look(self) -> Reading:
        self.looks += 1
        return Reading(self.now)

    def begin(self, **changes: object) -> None:
        self.room.tell(ChangeBlock(replace(self.block, minutes=12, **changes)))  # type: ignore[arg-type]
        self.room.tell(GoLive())
        self.room.tell(StartBlock(self.block.id))

    def at(self, milliseconds: int) -> None:
        """Let it be so long after nine, and be looked at."""
        self.now = NINE + milliseconds
        seen = self.looks
        # What is looked at is told before the next look.
        self.qtbot.waitUntil(lambda: self.looks >= seen + 2)

    def pass_by(self, milliseconds: int) -> None:
        """Let this moment be passed within two looks."""
        self.at(milliseconds - SECOND // 2)
        self.at(milliseconds + SECOND // 2)

    def close(self) -> None:
        self.ringing.stop()
        self.room.close()
        self.workspace.close()


@pytest.fixture
def clocked(data_folder: Path, qtbot: QtBot) -> Iterator[Clocked]:
    made = Clocked(data_folder, qtbot)
    yield made
    made.close()


def test_cues_the_end_and_overtime_are_heard_once_each(clocked: Clocked) -> None:
    """TM4. At 5 and 1 minutes, at the end, and every two minutes of overtime as this block wants it."""
    clocked.begin(overtime_chime=2)

    for minutes in (7, 11, 12, 13, 14):
        clocked.pass_by(minutes * MINUTE)

    assert clocked.told == [(Chime.CUE, 5), (Chime.CUE, 1), (Chime.END, 0), (Chime.OVER, 2)]
    assert clocked.played == [Chime.CUE, Chime.CUE, Chime.END, Chime.OVER]


def test_a_step_that_ends_is_heard(clocked: Clocked) -> None:
    """TM2, TM4. Steps advance by themselves, and chime."""
    steps = tuple(Step(StepId(str(n)), clocked.block.id, f"Part {n}", 60) for n in (1, 2))
    clocked.room.tell(PlanSteps(clocked.block.id, steps))
    clocked.begin()

    clocked.pass_by(MINUTE)
    clocked.pass_by(2 * MINUTE)

    assert clocked.played == [Chime.STEP, Chime.STEP]


def test_a_pause_and_the_next_block_are_no_end(clocked: Clocked) -> None:
    clocked.begin()
    clocked.at(12 * MINUTE - SECOND)
    clocked.room.tell(PauseTimer())
    clocked.at(13 * MINUTE)
    clocked.room.tell(StartBlock(agenda(clocked.room.desk.news.records)[1].id))
    clocked.at(13 * MINUTE + SECOND)

    assert not clocked.told


def test_waking_up_after_the_end_rings_at_most_once(clocked: Clocked) -> None:
    """Fault 25. The laptop sleeps during a timer: an end a moment ago rings once, one long ago not at all."""
    clocked.begin()
    clocked.at(MINUTE)
    clocked.at(12 * MINUTE + 20 * SECOND)
    clocked.at(50 * MINUTE)

    assert clocked.told == [(Chime.END, 0)]


def test_nothing_rings_before_the_room_is_live_nor_after_the_day(clocked: Clocked) -> None:
    clocked.room.tell(StartBlock(clocked.block.id))
    minutes = clocked.room.desk.news.records[Block][clocked.block.id].minutes
    clocked.pass_by(minutes * MINUTE)
    clocked.room.tell(GoLive())
    clocked.room.tell(EndConvening())
    clocked.pass_by((minutes + 1) * MINUTE)

    assert not clocked.told


def test_who_stops_looks_no_more(clocked: Clocked, qtbot: QtBot) -> None:
    clocked.begin()
    clocked.at(11 * MINUTE + 59 * SECOND)
    clocked.ringing.stop()
    seen = clocked.looks
    clocked.now = NINE + 12 * MINUTE
    others: list[int] = []

    def look() -> Reading:
        others.append(clocked.now)
        return Reading(clocked.now)

    other = Ringing(clocked.room, look, clocked.played.append)
    qtbot.waitUntil(lambda: len(others) > 2)
    other.stop()

    assert clocked.looks == seen
