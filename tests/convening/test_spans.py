"""Which clocks chimes are told by, while a block runs with its steps and hands are on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from facilitator.convening.agenda import ChangeBlock
from facilitator.convening.clock import (
    EARLIER,
    LATER,
    AddMinutes,
    EndConvening,
    GoToStep,
    PauseTimer,
    ResumeTimer,
    StartBlock,
)
from facilitator.convening.cues import Chime, Level, Look, due
from facilitator.convening.planning import PlanSteps
from facilitator.convening.spans import overtime_every, spans_now
from facilitator.convening.steps import Step
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import Refusal, Wish
from tests.convening.given import BOARD, CONVENING, VOTE, Room, given
from tests.convening.test_steps import ONE_TWO_FOUR_ALL, TROIKA, step

Rung = tuple[float, Chime, int]
HANDS: tuple[Wish, ...] = (
    PauseTimer(), ResumeTimer(), AddMinutes(1), AddMinutes(-1), AddMinutes(5), GoToStep(LATER), GoToStep(EARLIER),
    StartBlock(VOTE.id), StartBlock(BOARD.id),
)  # fmt: skip


class Listener:
    """Looks at a room twice a second and writes down what rings: (minutes since the start, chime, minutes)."""

    def __init__(self, *steps: Step, minutes: int = 12, cues: str = "auto", overtime: int = 0) -> None:
        self.room = given()
        if steps:
            self.room.when(PlanSteps(BOARD.id, steps))
        self.room.when(ChangeBlock(replace(BOARD, minutes=minutes, cues=cues, overtime_chime=overtime)))
        self.room.when(StartBlock(BOARD.id))
        self.began = self.room.now
        self.seen = Look(self.room.now, spans_now(self.room.records, self.room.now))
        self.rung: list[Rung] = []

    def look(self) -> None:
        now, records = self.room.now, self.room.records
        look = Look(now, spans_now(records, now))
        for ring in due(self.seen, look, overtime_every=overtime_every(records)):
            self.rung.append(((ring.at - self.began) / MINUTE, ring.chime, ring.minutes))
        self.seen = look

    def wait(self, minutes: float) -> list[Rung]:
        until = self.room.now + round(minutes * MINUTE)
        while self.room.now < until:
            self.room.later(min(500, until - self.room.now))
            self.look()
        return self.rung


def test_a_12_minute_1_2_4_all_chimes_at_every_end_with_no_hand_on_the_keyboard() -> None:
    """TM1, TM2, TM4. Each step rings at its end, the innermost clock has the cues, the last end is the block's."""
    assert Listener(*ONE_TWO_FOUR_ALL).wait(20) == [
        (1, Chime.STEP, 0), (3, Chime.STEP, 0), (6, Chime.CUE, 1), (7, Chime.STEP, 0), (11, Chime.CUE, 1),
        (12, Chime.END, 0),
    ]  # fmt: skip


def test_chimes_sound_inside_a_round_at_phase_ends() -> None:
    """TM4. Troika: three rounds of 2-2-4-2."""
    rung = Listener(*TROIKA, minutes=30).wait(31)

    phases = [round_ * 10 + end for round_ in range(3) for end in (2, 4, 8, 10)]
    assert [at for at, chime, _ in rung if chime is Chime.STEP] == phases[:-1]
    assert [at for at, chime, _ in rung if chime is Chime.CUE] == [7, 17, 27]
    assert rung[-1] == (30, Chime.END, 0)


def test_steps_shorter_than_their_block_leave_it_the_last_cues() -> None:
    assert Listener(step("one", 3), minutes=12).wait(13) == [
        (2, Chime.CUE, 1), (3, Chime.STEP, 0), (7, Chime.CUE, 5), (11, Chime.CUE, 1), (12, Chime.END, 0),
    ]  # fmt: skip


def test_a_step_that_waits_rings_once_and_its_block_goes_on() -> None:
    listener = Listener(step("one", 2, waits=True), step("two", 3), minutes=12)
    listener.wait(4)
    listener.room.when(GoToStep(LATER))
    listener.look()

    assert listener.wait(3.5) == [(2, Chime.STEP, 0), (6, Chime.CUE, 1), (7, Chime.CUE, 5), (7, Chime.STEP, 0)]


def test_what_the_guide_wrote_is_what_the_block_rings() -> None:
    listener = Listener(*ONE_TWO_FOUR_ALL, minutes=15, cues="6 2", overtime=2)

    assert [ring for ring in listener.wait(20) if ring[1] is not Chime.STEP] == [
        (9, Chime.CUE, 6), (13, Chime.CUE, 2), (15, Chime.END, 0), (17, Chime.OVER, 2), (19, Chime.OVER, 4),
    ]  # fmt: skip


def test_a_step_that_is_not_to_be_heard_is_passed_over() -> None:
    one, two, four, everybody = ONE_TWO_FOUR_ALL

    rung = Listener(one, two, replace(four, chimes=False), everybody).wait(13)

    assert [(at, chime) for at, chime, _ in rung] == [
        (1, Chime.STEP), (3, Chime.STEP), (11, Chime.CUE), (12, Chime.END),
    ]  # fmt: skip


def test_a_block_that_is_not_to_be_heard_has_no_clock_for_chimes() -> None:
    room = given()
    room.when(ChangeBlock(replace(BOARD, chimes=False)))
    room.when(StartBlock(BOARD.id))

    assert spans_now(room.records, room.now) == ()


def test_before_the_first_block_nothing_is_on() -> None:
    room = given()

    assert spans_now(room.records, room.now) == ()
    assert overtime_every(room.records) == 0


def test_a_pause_holds_both_clocks_and_the_end_of_the_day_too() -> None:
    listener = Listener(*ONE_TWO_FOUR_ALL)
    room = listener.room
    room.later(MINUTE // 2)
    room.when(PauseTimer())
    paused = room.now
    room.later(5 * MINUTE)

    assert [(span.level, span.held, span.left(room.now)) for span in spans_now(room.records, room.now)] == [
        (Level.BLOCK, paused, 11.5 * MINUTE), (Level.STEP, paused, MINUTE // 2),
    ]  # fmt: skip


def test_after_the_end_of_the_day_nothing_rings() -> None:
    listener = Listener(*ONE_TWO_FOUR_ALL)
    listener.room.when(EndConvening())

    assert listener.wait(20) == []


def test_less_time_than_is_left_ends_a_block_by_hand_and_in_silence() -> None:
    listener = Listener(minutes=2)
    listener.wait(1.5)
    listener.room.when(AddMinutes(-1))

    assert listener.wait(1) == []


@pytest.mark.parametrize("hand", HANDS)
def test_a_hand_in_the_last_moment_rings_nothing_by_mistake(hand: Wish) -> None:
    """TM2. Pause, minutes and skips between two looks, right before an end that then does not come."""
    listener = Listener(*ONE_TWO_FOUR_ALL)
    room = listener.room
    room.later(MINUTE - 200)
    listener.look()
    room.later(100)
    try:
        room.when(hand)
    except Refusal:
        return  # it could not be done, and nothing was
    room.later(300)
    listener.look()

    still_the_first = room.records[Timebox][BOARD.id].leg == "" and hand in {ResumeTimer(), StartBlock(BOARD.id)}
    assert listener.rung == ([(1, Chime.STEP, 0)] if still_the_first else [])


@tried(st.lists(st.tuples(st.sampled_from(HANDS), st.integers(0, 130), st.integers(1, 1000)), max_size=12))
def test_whatever_hands_do_only_what_was_passed_rings(touches: list[tuple[Wish, int, int]]) -> None:
    """TM2. Who looks right before and after each touch hears all; who looks only now and then hears no more than that."""
    listener, close = Listener(*ONE_TWO_FOUR_ALL, minutes=6), Listener()
    room = close.room = listener.room
    close.seen = listener.seen
    for hand, waited, aside in touches:
        for _ in range(waited):
            room.later(aside)
            listener.look()
            close.look()
        heard, all_there_is = len(listener.rung), len(close.rung)
        room.later(aside // 2)
        close.look()
        try:
            room.when(hand)
        except Refusal:
            continue
        close.seen = Look(room.now, spans_now(room.records, room.now))
        room.later(aside)
        listener.look()
        close.look()
        more = Counter(ring[1:] for ring in listener.rung[heard:]) - Counter(
            ring[1:] for ring in close.rung[all_there_is:]
        )
        assert not more


@pytest.mark.parametrize("cues", ["soon", "5  1", "-1", "9999999999", "5 5"])
def test_cues_that_nobody_can_read_are_as_if_left_to_the_length(cues: str) -> None:
    """Another laptop's file may say anything; the clocks are looked at four times a second all the same."""
    room = Room(CONVENING, replace(BOARD, cues=cues))
    room.when(StartBlock(BOARD.id))

    assert [span.cues for span in spans_now(room.records, room.now)] == [(5, 1)]
