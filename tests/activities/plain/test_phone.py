"""Plain, on phones: look up, or a task with done, hand and mood."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from facilitator.activities.plain.phone import WISHES, mine, public
from facilitator.convening.ids import BlockId
from facilitator.convening.stage_state import ShowOnStage
from tests.phones.room import Phone, Room
from tests.phones.test_page import join
from tests.phones.test_wishes import BOARD
from tests.phones.test_wishes import room as records_of


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
