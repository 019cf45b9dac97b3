"""Whoever has no thumb, no eyes for the screen or no new phone takes part all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from facilitator.convening.ballots import CloseRound, RevealRound, Turnout
from facilitator.paths import resources
from tests.activities.dot_vote.test_phone import ask
from tests.phones.room import CODE, Room
from tests.phones.test_page import join, texts

Screen = Callable[..., Page]
PRODUCT = resources().parent / "facilitator"


def go_to(page: Page, what: str) -> None:
    """Press Tab until a control has the focus; it may take as often as a page has controls."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(what).evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"no way by keys to {what}")


def test_somebody_joins_and_sends_an_idea_by_keys_alone(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "What would help?")
    page = screen()
    page.goto(f"/j/{CODE}")
    expect(page.locator("#name")).to_be_visible()

    go_to(page, "#name")
    page.keyboard.type("Wambui")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_visible()
    go_to(page, "#text")
    page.keyboard.type("Rotate who leads us")
    go_to(page, "#send")
    page.keyboard.press("Enter")
    expect(page.locator(".badge.ok")).to_have_count(1)
    go_to(page, "#hand")
    page.keyboard.press("Space")

    room.wait_for_presence(lambda now: len(now.hands) == 1)
    assert texts(room) == ["Rotate who leads us"]


def test_somebody_votes_by_keys_alone(room: Room, screen: Screen) -> None:
    ask(room, "One", "Two")
    page = join(screen())
    expect(page.locator(".step")).to_have_count(4)

    go_to(page, "[aria-label='Give a dot: Two']")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    expect(page.locator("#count")).to_have_text("1 dot left")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [2])


def test_what_changes_is_said_to_whoever_does_not_look(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "What would help?")
    page = join(screen())
    said = page.locator("#news")
    expect(said).to_have_text("Ideas. What would help?", timeout=15_000)
    expect(said).to_have_attribute("aria-live", "polite")

    page.fill("#text", "Rotate who leads us")
    page.click("#send")
    expect(said).to_have_text("Sent. The room has it.", timeout=15_000)
    room.start("plain", "A talk about water")

    expect(said).to_have_text("A talk about water", timeout=15_000)


@pytest.mark.parametrize("activity", ["ideation_board", "dot_vote", "wicked_questions", "plain"])
def test_every_control_has_a_name_of_its_own(room: Room, screen: Screen, activity: str) -> None:
    room.start(activity, "What would help?")
    if activity == "dot_vote":
        ask(room, "One", "Two")
    page = join(screen())
    expect(page.locator("#hand")).to_be_visible()
    if page.locator("#feel").is_visible():
        page.click("#feel")

    controls = page.locator("button:visible, input:visible, textarea:visible, select:visible")
    names = controls.evaluate_all(
        """all => all.map(one => one.getAttribute("aria-label") || (one.labels && one.labels.length
             ? [...one.labels].map(label => label.textContent).join(" ") : one.textContent).trim())"""
    )

    assert "" not in names
    assert len(set(names)) == len(names) >= 6


def scripts() -> Iterator[Path]:
    yield from (PRODUCT / "kit" / "web").rglob("*.js")
    yield from (PRODUCT / "activities").rglob("phone.js")


NEW = {
    "arrow function": r"=>",
    "let or const": r"^\s*(?:let|const) |\b(?:let|const) \w+ =",
    "template text": "`",
    "optional chain": r"\?\.[a-zA-Z_(\[]|\?\?",
    "spread": r"\.\.\.",
    "async": r"\basync |\bawait ",
    "class": r"^\s*class \w+",
    "new methods": r"\.(?:includes|replaceAll|flatMap|flat|padStart|closest|append|replaceChildren|matchAll|at)\(",
    "new functions": r"Object\.(?:entries|values|assign|fromEntries)|crypto\.(?:subtle|randomUUID)|\bfetch\(|AbortController",
}  # fmt: skip
"""What a phone of ten years does not know, or no page without a certificate is given."""


def test_no_script_needs_a_new_phone() -> None:
    found = [
        f"{script.name}: {name}"
        for script in scripts()
        for line in script.read_text(encoding="utf-8").splitlines()
        for name, pattern in NEW.items()
        if not line.lstrip().startswith("//") and re.search(pattern, re.sub(r'"(?:[^"\\]|\\.)*"', '""', line))
    ]

    assert len(list(scripts())) >= 10
    assert found == []


def test_a_result_is_read_in_the_order_of_its_ranks(room: Room, screen: Screen) -> None:
    round_, vote = ask(room, "One", "Two")
    page = join(screen())
    page.get_by_role("button", name="Give a dot: Two").tap()
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [1])
    room.tell(CloseRound(round_), vote)
    room.tell(RevealRound(round_), vote)

    expect(page.locator(".res")).to_have_count(2)
    assert [line.split("\n")[0] for line in page.locator(".res .tag").all_inner_texts()] == ["1", "2"]
    expect(page.locator(".res").first).to_contain_text("Two")
