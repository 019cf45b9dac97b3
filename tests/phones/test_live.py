"""What phones show now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.activities import discover
from facilitator.convening.agenda import PAUSE, Block
from facilitator.convening.ids import STAGE, BlockId, PersonId, StepId
from facilitator.convening.people import Person
from facilitator.convening.stage_state import ACTIVITY, THANKS, TIMER, WELCOME, Stage
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Record
from facilitator.phones.live import live_activity, live_block, public
from tests.phones.test_wishes import BOARD, LIVE, room

NOMSA = Person(PersonId("nomsa"), "Nomsa", role="guide")
TOMAS = Person(PersonId("tomas"), "Tomás", role="guide")


def test_a_block_is_live_with_its_activity_or_its_timer_on_stage() -> None:
    for shows, is_live in ((ACTIVITY, True), (TIMER, True), (WELCOME, False), (THANKS, False)):
        assert (live_block(room(BOARD, Stage(STAGE, shows, BOARD.id))) is not None) is is_live


def test_the_codes_on_stage_leave_the_block_that_runs_on_the_phones_until_it_ends() -> None:
    codes, runs = Stage(STAGE, WELCOME, BOARD.id), Timebox(BOARD.id, began=1, since=1, started=1, length_ms=60_000)

    assert live_block(room(BOARD, codes, runs)) == BOARD
    assert live_block(room(BOARD, codes, replace(runs, paused_at=2))) == BOARD
    assert live_block(room(BOARD, replace(codes, shows=THANKS), runs)) is None
    assert live_block(room(BOARD, codes, replace(runs, ended=3))) is None


def test_between_blocks_and_for_an_activity_nobody_knows_phones_say_to_look_up() -> None:
    unknown = Block(BlockId("other"), "Open space", "marketplace")

    assert live_activity(room(BOARD), discover()) == "plain"
    assert live_activity(room(unknown, Stage(STAGE, ACTIVITY, unknown.id)), discover()) == "plain"


def test_the_room_is_told_its_title_its_guide_and_how_many_are_here() -> None:
    here = Person(PersonId("amina"), "Amina", is_here=True)
    away = Person(PersonId("kofi"), "Kofi")

    said = public(room(LIVE, NOMSA, TOMAS, here, away), discover())["room"]

    assert (said["title"], said["guide"], said["people"]) == ("Clean Water", "Nomsa", 1)


def test_the_guide_of_the_block_leads() -> None:
    block = Block(BlockId("talk"), "Talk", "plain", guide=TOMAS.id)

    said = public(room(LIVE, NOMSA, TOMAS, block, Stage(STAGE, ACTIVITY, block.id)), discover())

    assert said["room"]["guide"] == "Tomás"


def test_a_break_is_a_pause_until_it_has_steps_to_follow() -> None:
    lunch = Block(BlockId("lunch"), "Lunch", "plain", category=PAUSE)
    shown = Stage(STAGE, ACTIVITY, lunch.id)
    step = Step(StepId("s"), lunch.id, "Walk around the well.")

    def is_pause(*records: Record[Any]) -> bool:
        return bool(public(room(*records), discover())["room"]["is_pause"])

    assert is_pause(lunch, shown)
    assert not is_pause(lunch, shown, step)
    assert not is_pause(replace(lunch, category="think"), shown)
    assert not is_pause(lunch)
