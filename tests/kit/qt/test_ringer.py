"""The ringer: what falls due between two looks is played once, and told to whoever shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from facilitator.convening.cues import AUTO, Chime, Level, Span, cued
from facilitator.convening.timebox import MINUTE
from facilitator.kit.qt.loudness import Loudness
from facilitator.kit.qt.ringer import Ringer
from facilitator.kit.qt.sound import Chimes

NINE = 1_805_360_400_000
SECOND = 1000
BLOCK = Span("block", NINE + 12 * MINUTE, 12 * MINUTE, Level.BLOCK)
STEPS = [
    Span(f"step {place}", NINE + ends * MINUTE, length * MINUTE, Level.STEP)
    for place, (length, ends) in enumerate([(1, 1), (2, 3), (4, 7), (5, 12)])
]


class Listener:
    """Hears what is played and sees what is told."""

    def __init__(self) -> None:
        self.played: list[Chime] = []
        self.told: list[tuple[Chime, int]] = []
        self.ringer = Ringer(self.played.append)
        self.ringer.rang.connect(lambda chime, minutes: self.told.append((chime, minutes)))


@pytest.fixture
def listener(qtbot: QtBot) -> Listener:
    return Listener()


def test_a_block_of_steps_chimes_by_the_clock_alone(listener: Listener) -> None:
    """TM2, TM4. A 12-minute 1-2-4-All runs 1-2-4-5 with a chime at every end, no hand on the keyboard."""
    for second in range(12 * 60 + 6 * 60):
        now = NINE + second * SECOND
        on = [step for step in STEPS if step.ends - step.length_ms <= now < step.ends]
        listener.ringer.look(now, cued((BLOCK, *on), AUTO), overtime_every=5)

    step, cue, end, over = (Chime.STEP, 0), (Chime.CUE, 1), (Chime.END, 0), (Chime.OVER, 5)
    assert listener.told == [step, step, cue, step, cue, end, over]
    assert listener.played == [chime for chime, _ in listener.told]


def test_the_first_look_rings_nothing(listener: Listener) -> None:
    listener.ringer.look(NINE + 12 * MINUTE, (BLOCK,))

    assert not listener.told


def test_of_what_falls_due_at_once_the_weightiest_is_played_and_all_is_told(listener: Listener) -> None:
    block = replace(BLOCK, cues=(5,))
    before, after = (block, STEPS[2]), (block, STEPS[3])

    listener.ringer.look(NINE + 7 * MINUTE - SECOND, before)
    listener.ringer.look(NINE + 7 * MINUTE, after)

    assert listener.played == [Chime.STEP]
    assert listener.told == [(Chime.CUE, 5), (Chime.STEP, 0)]


def test_a_wall_clock_that_is_set_back_does_not_ring_twice(listener: Listener) -> None:
    for second in (-1, 0, -30, -29, -1, 0, 1):
        listener.ringer.look(BLOCK.ends + second * SECOND, (BLOCK,))

    assert listener.played == [Chime.END]


def test_the_room_moves_on_where_nothing_can_be_heard(qtbot: QtBot) -> None:
    chimes = Chimes(open_speaker=lambda _: pytest.fail("a muted chime opens no loudspeaker"))
    chimes.turn_to(Loudness(1.0, is_muted=True))
    ringer = Ringer(chimes.play)
    ringer.look(BLOCK.ends - SECOND, (BLOCK,))

    with qtbot.waitSignal(ringer.rang) as told:
        ringer.look(BLOCK.ends, (BLOCK,))

    assert told.args == [Chime.END, 0]
