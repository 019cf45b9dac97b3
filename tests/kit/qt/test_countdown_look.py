"""How a clock looks to the room."""

from __future__ import annotations

import pytest

from facilitator.convening.agenda import Block
from facilitator.convening.clock import PauseTimer
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.timebox import MINUTE
from facilitator.kit.qt.bands import Band
from facilitator.kit.qt.countdown_look import band_of, digits_ink, is_over, reads_mirrored, sign_of
from facilitator.kit.qt.scene import StageScene
from tests.convening.given import Room
from tests.stage.stepping import IN_FOURS, WORK, part, running

pytestmark = pytest.mark.usefixtures("qapp")


def clock(room: Room) -> Countdown:
    found = countdown(room.seen, WORK)
    assert found is not None
    return found


def looks(room: Room, minutes: float) -> tuple[Band, str, str]:
    """The band, the colour of the digits and the sign, so long after the beginning."""
    now, scene = room.now + round(minutes * MINUTE), StageScene()
    ink = digits_ink(scene, clock(room), now)
    inks = scene.theme.inks
    names = {inks.ink.rgb(): "ink", inks.ink_2.rgb(): "quiet", inks.ink_3.rgb(): "still", inks.over.rgb(): "over"}
    sign = sign_of(scene, clock(room), now)
    return band_of(clock(room), now), names[ink.rgb()], sign.words if sign is not None else ""


def test_a_step_that_runs_is_plain() -> None:
    assert looks(running(IN_FOURS), 4) == (Band.RUNNING, "ink", "")


def test_the_last_minute_is_told_only_where_there_was_time_before_it() -> None:
    """TM4: no cue below three minutes, and no alarm in the silent minute."""
    assert looks(running(IN_FOURS), 6.5)[0] is Band.LAST_MINUTE
    assert looks(running(IN_FOURS), 0.5)[0] is Band.RUNNING
    assert looks(running(IN_FOURS), 2.5)[0] is Band.RUNNING


def test_over_time_is_told_by_colour_and_by_word() -> None:
    """TM5, AC3: colour is never alone."""
    assert looks(running(IN_FOURS), 13) == (Band.OVER, "over", "Time is up")


def test_a_step_that_waits_is_quiet_over_its_time() -> None:
    """TM2, TM5: the guide says when; nobody is late."""
    room = running([part("one", 60, waits=True), part("two", 660)])

    assert looks(room, 3) == (Band.PAUSED, "quiet", "We go on together")
    assert not is_over(clock(room), room.now + 3 * MINUTE)


def test_a_clock_that_is_held_says_so() -> None:
    room = running(IN_FOURS)
    room.when(PauseTimer())

    assert looks(room, 4) == (Band.PAUSED, "still", "Paused")


@pytest.mark.parametrize(
    ("language", "prompt", "mirrored"),
    [("ar", "1-2-4", True), ("en", "What would help?", False), ("", "ما الذي يساعد؟", True), ("", "", False)],
)
def test_a_room_that_reads_from_the_right_has_a_mirrored_stage(language: str, prompt: str, *, mirrored: bool) -> None:
    room = running(IN_FOURS, prompt=prompt, language=language)

    assert reads_mirrored(room.seen, room.seen[Block][WORK]) == mirrored
