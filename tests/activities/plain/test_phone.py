"""Plain, on phones: look up, or a task with done, hand and mood."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import Page, expect

from facilitator.activities.plain.phone import WISHES, mine, public
from facilitator.convening.agenda import PAUSE, AddBlock, Block, current
from facilitator.convening.clock import EndConvening, PauseTimer, StartBlock
from facilitator.convening.countdown import countdown
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.stage_state import ShowOnStage
from facilitator.convening.steps import Step
from facilitator.kit.qt.reading import time_left
from tests.phones.room import Phone, Room
from tests.phones.test_page import join, write
from tests.phones.test_wishes import BOARD
from tests.phones.test_wishes import room as records_of
from tests.stage.stepping import WORK, running_method


def test_there_is_nothing_to_wish() -> None:
    assert WISHES == {}


def test_the_line_of_text_is_the_blocks() -> None:
    assert public(records_of(BOARD), BlockId("gone")) == {"prompt": ""}
    assert mine(records_of(BOARD), BOARD.id) == {}


def test_done_hand_and_mood_are_taps_that_can_be_taken_back(room: Room, screen: Callable[..., Page]) -> None:
    room.start("plain", "What came up twice?")
    page = join(screen())
    expect(page.locator("#prompt")).to_have_text("What came up twice?")

    page.tap("#done")
    page.tap("#hand")
    page.tap("[data-mood=lost]")
    room.wait_for_presence(lambda now: now.done and now.hands and now.moods == {"lost": 1})
    expect(page.locator("#done")).to_have_attribute("aria-pressed", "true")
    page.tap("#done")

    room.wait_for_presence(lambda now: not now.done and now.hands)
    expect(page.locator("#done")).to_have_attribute("aria-pressed", "false")


def test_a_hand_knows_how_many_are_before_it(
    room: Room, screen: Callable[..., Page], phone: Callable[[], Phone]
) -> None:
    block = room.start("plain", "Questions")
    other = phone().join("Tomás")
    other.see(lambda said: said["public"]["room"]["block"] == block)
    other.say("room", "raise_hand", is_on=True)
    page = join(screen())

    expect(page.locator("#hand")).to_contain_text("1 person is before you")


def test_after_the_thanks_the_page_says_thank_you(room: Room, screen: Callable[..., Page]) -> None:
    page = join(screen())
    expect(page.get_by_role("heading", name="Look up")).to_be_visible()

    room.tell(ShowOnStage("thanks"))

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


STEPS = (
    Step(StepId("1"), BlockId(""), "Note what would help.", 4, who="solo"),
    Step(StepId("2"), BlockId(""), "Choose one idea.", 600, "In fours: what came up twice?", "fours"),
)


def start_steps(room: Room, *steps: Step, minutes: int = 12) -> None:
    block = Block(BlockId(""), "1-2-4-All", "plain", "What would help?", minutes)
    room.tell(StartBlock(BlockId(f"{room.tell(AddBlock(block, steps)).id}.1")))


def test_every_leg_is_told_with_who_works_together() -> None:
    room = running_method("troika")

    steps = public(room.seen, WORK)["steps"]

    assert len(steps) == 12
    assert steps[6] == {
        "head": "Client turns away; advisers talk as if alone.", "text": "What help do you need?", "who": "trios",
        "round": [2, 3],
    }  # fmt: skip


def test_check_5_the_step_that_runs_is_on_the_phone_and_the_next_comes_by_itself(
    room: Room, screen: Callable[..., Page]
) -> None:
    """Check 5. TM2: with the Wi-Fi gone, too: the phone knows when a step ends."""
    start_steps(room, *STEPS)
    page = join(screen())
    expect(page.locator("#prompt")).to_have_text("Note what would help.")
    expect(page.locator("#detail")).to_have_text("What would help?")
    expect(page.locator("#until")).to_contain_text("Alone, in silence, until")

    page.context.set_offline(True)

    expect(page.locator("#prompt")).to_have_text("In fours: what came up twice?")
    expect(page.locator("#detail")).to_have_text("Choose one idea.")
    expect(page.locator("#until")).to_contain_text("In fours, until")
    expect(page.locator("#clock")).to_have_text(re.compile(r"9:5\d"))


def test_the_phone_says_the_second_that_the_stage_says(room: Room, screen: Callable[..., Page]) -> None:
    """TM3: held between two seconds, both round it alike."""
    room.start("plain", "Pair up")
    page = join(screen())
    room.tell(PauseTimer())
    counts = countdown(room.records, current(room.records))
    assert counts is not None

    expect(page.locator("#clock")).to_have_text(time_left(counts.left(0)))


def test_a_step_that_waits_counts_over_on_the_phone(room: Room, screen: Callable[..., Page]) -> None:
    """TM2."""
    start_steps(room, replace(STEPS[0], seconds=1, waits=True), STEPS[1])
    page = join(screen())

    expect(page.locator("#clock")).to_have_text(re.compile(r"\+0:0[1-9]"))
    expect(page.locator("#prompt")).to_have_text("Note what would help.")
    expect(page.locator("#until")).to_have_text("Alone, in silence")


def test_after_the_last_step_the_question_and_the_rest_of_the_block_are_seen(
    room: Room, screen: Callable[..., Page]
) -> None:
    start_steps(room, replace(STEPS[0], seconds=3))
    page = join(screen())
    expect(page.locator("#prompt")).to_have_text("Note what would help.")

    expect(page.locator("#prompt")).to_have_text("What would help?")
    expect(page.locator("#clock")).to_have_text(re.compile(r"11:5\d"))
    expect(page.locator("#detail")).to_be_hidden()


def test_the_next_block_is_not_told() -> None:
    """ST2."""
    told = json.dumps(public(running_method("one_two_four_all").seen, WORK))

    assert "What nobody must see yet" not in told


def test_nobody_has_to_be_done_with_lunch(room: Room, screen: Callable[..., Page]) -> None:
    said = room.tell(AddBlock(Block(BlockId(""), "Lunch", "plain", "On the terrace", 60, category=PAUSE)))
    page = join(screen())

    room.tell(StartBlock(BlockId(f"{said.id}.1")))

    expect(page.get_by_role("heading", name="Lunch")).to_be_visible()
    expect(page.locator(".lead")).to_contain_text("On the terrace · Until ")
    expect(page.locator("#done")).to_be_hidden()
    expect(page.locator("#hand")).to_be_visible()
    expect(page.locator("#sum")).to_contain_text("Your seat on another phone")


def test_after_the_thanks_nobody_is_asked_to_keep_the_page(room: Room, screen: Callable[..., Page]) -> None:
    room.start("ideation_board")
    page = join(screen())
    other = join(screen(), "Tomás")
    write(page, "Rotate who leads us")
    expect(page.locator(".badge.ok")).to_have_count(1)

    room.tell(ShowOnStage("thanks"))
    room.tell(EndConvening())

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(page.locator("#sum")).to_have_text("1 idea sent")
    expect(page.locator("#keep")).to_have_text("")
    expect(other.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(other.locator(".foot")).to_be_hidden()
