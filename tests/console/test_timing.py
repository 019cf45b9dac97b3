"""What the timer says: the innermost step large, round, step and block in small."""

from __future__ import annotations

from datetime import UTC

import pytest

from facilitator.console.timing import Timing, timing_of
from facilitator.convening.agenda import Block
from facilitator.convening.clock import PauseTimer, StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.bands import Band
from facilitator.kit.qt.reading import Reading
from tests.console.conftest import MINUTE, Room


@pytest.fixture
def block(room: Room) -> BlockId:
    """Troika: alone for two minutes, then three rounds of one and four."""
    made = room.block("Troika", minutes=20)
    troika = StepId("troika")
    steps = (
        Step(StepId("alone"), made, "Think alone.\nWrite it down.", 120),
        Step(troika, made, "Help one another", 60, "Troika", rounds=3),
        Step(StepId("asks"), made, "The client asks", 60, "Client asks", within=troika),
        Step(StepId("talk"), made, "The consultants talk", 240, within=troika),
    )
    room.say(PlanSteps(made, steps))
    room.say(GoLive())
    room.say(StartBlock(made))
    return made


def at(room: Room, block: BlockId, minutes: float) -> Timing:
    return timing_of(room.records, Reading(room.records[Timebox][block].started + round(minutes * MINUTE), UTC))


def test_tm1_the_innermost_level_is_told_large_and_the_outer_ones_in_small(room: Room, block: BlockId) -> None:
    """TM1: the innermost running level drives the instruction; the console also shows the outer times."""
    told = at(room, block, 8.5)

    assert (told.title, told.left_ms, told.band) == ("The consultants talk", 3.5 * MINUTE, Band.RUNNING)
    assert told.step == "Step 2 of 2 · Round 2 of 3 · 8:30 left of all"
    assert told.block.startswith("Block: 12 min left · ends ")
    assert told.until.startswith("4 min · ends ")
    assert told.share == pytest.approx(0.125)


def test_a_step_without_a_title_is_called_by_its_first_line(room: Room, block: BlockId) -> None:
    told = at(room, block, 1)

    assert (told.title, told.step) == ("Think alone.", "Step 1 of 2")


def test_after_the_last_step_what_is_left_is_the_blocks(room: Room, block: BlockId) -> None:
    told = at(room, block, 17.5)

    assert (told.title, told.left_ms, told.step) == ("Troika", 2.5 * MINUTE, "")
    assert told.block == "Planned 20 min"


def test_tm5_overtime_counts_up_and_a_block_that_is_over_says_so(room: Room, block: BlockId) -> None:
    """TM5: overrun counts up quietly."""
    assert (at(room, block, 21.5).left_ms, at(room, block, 21.5).band) == (-1.5 * MINUTE, Band.OVER)
    longer = room.records[Block][block]
    steps = tuple(Step(StepId(f"{number}"), longer.id, "Go on", 1200) for number in range(2))
    room.say(PlanSteps(block, steps))

    told = at(room, block, 23)

    assert (told.block, told.is_over, told.title) == ("Block: 3 min over", True, "Go on")


def test_the_last_minute_is_told_of_a_long_step_only(room: Room, block: BlockId) -> None:
    assert at(room, block, 6.5).band is Band.LAST_MINUTE
    assert at(room, block, 2.5).band is Band.RUNNING


def test_a_held_clock_stands_and_says_no_end(room: Room, block: BlockId) -> None:
    room.say(PauseTimer())

    told = at(room, block, 5)

    assert (told.band, told.until, told.title) == (Band.PAUSED, "2 min", "Think alone.")


def test_before_anything_runs_there_is_nothing_to_tell(room: Room) -> None:
    assert timing_of(room.records, room.clock()).title == "Nothing runs yet"
