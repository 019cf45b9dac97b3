"""Dot vote, on phones."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from facilitator.activities.dot_vote.phone import WISHES, mine, public
from facilitator.activities.ideation_board.rules import AddIdeas, MergeIdeas, ShowArriving
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, Progress, RevealRound, Round, Turnout
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId, PersonId, RoundId
from facilitator.convening.people import Contact
from facilitator.kit.web.form import Form
from tests.phones.room import CODE, Room
from tests.phones.test_page import join
from tests.phones.test_wishes import room as records_of

VOTE = Block(BlockId("vote"), "Vote", "dot_vote", "Where first?")
ONE, TWO = Card(CardId("one"), "One"), Card(CardId("two"), "Two")
ROUND = Round(RoundId("r"), VOTE.id, options=("one", "two"), quota=3, cap=2)


def ask(room: Room, *ideas: str, quota: int = 3, cap: int = 2) -> tuple[RoundId, BlockId]:
    board = room.start("ideation_board")
    added = room.tell(AddIdeas(ideas), board)
    room.tell(ShowArriving(), board)
    vote = room.start("dot_vote", "Where should we put our energy first?")
    cards = tuple(f"{added.id}.{number}" for number in range(1, len(ideas) + 1))
    return RoundId(room.tell(OpenRound(cards, quota, cap), vote).id + ".1"), vote


def give(page: Page, idea: str) -> None:
    page.get_by_role("button", name=f"Give a dot: {idea}").tap()


def test_a_ballot_is_read_whole() -> None:
    form = Form(VOTE.id, {"round": "r", "number": 4, "choice": ("one", "one")})

    assert WISHES["cast_ballot"](form) == CastBallot(RoundId("r"), 4, ("one", "one"))


def test_while_it_is_open_nobody_is_told_a_count() -> None:
    told = public(records_of(VOTE, ONE, TWO, ROUND, Turnout(ROUND.id, ballots=2, dots=5)), VOTE.id)

    assert told["result"] == []
    assert "5" not in str(told["round"])
    assert [option["text"] for option in told["options"]] == ["One", "Two"]


def test_each_voter_is_told_what_the_laptop_has_of_theirs() -> None:
    given = Progress("r:amina", ROUND.id, PersonId("amina"), dots=2, number=7)

    assert mine(records_of(VOTE, ROUND, given), VOTE.id) == {"amina": {"round": "r", "dots": 2, "number": 7}}


def test_dots_are_given_taken_back_and_saved_as_you_tap(room: Room, screen: Callable[..., Page]) -> None:
    ask(room, "One", "Two")
    page = join(screen())

    give(page, "One")
    give(page, "One")
    give(page, "Two")
    expect(page.locator("#count")).to_have_text("No dots left")
    expect(page.get_by_role("button", name="Give a dot: Two")).to_be_disabled()
    page.get_by_role("button", name="Take a dot back: Two").tap()

    expect(page.locator("#count")).to_have_text("1 dot left")
    expect(page.locator("#saved")).to_have_text("saved as you tap")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [2])


def test_the_choice_is_there_after_a_reload_and_on_a_phone_that_forgot(room: Room, screen: Callable[..., Page]) -> None:
    ask(room, "One", "Two")
    page = join(screen())
    give(page, "Two")
    expect(page.locator("#count")).to_have_text("2 dots left")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [1])

    page.reload()
    expect(page.locator(".vote.on")).to_contain_text("Two")
    page.evaluate("localStorage.clear()")
    page.reload()

    expect(page.locator(".vote.on")).to_contain_text("Two")


def test_dots_beyond_the_most_on_one_idea_come_back_when_two_become_one(
    room: Room, screen: Callable[..., Page]
) -> None:
    round_, _vote = ask(room, "One", "Two", "Three", quota=4)
    page = join(screen())
    for idea in ("One", "One", "Two", "Two"):
        give(page, idea)
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [4])
    one, two, _three = room.records[Round][round_].options
    board = next(block.id for block in room.records[Block].values() if block.activity == "ideation_board")

    room.tell(MergeIdeas((one, two)), board)

    expect(page.locator("#count")).to_have_text("2 dots left")
    expect(page.locator("#saved")).to_have_text("Two ideas became one, and 2 dots are yours again.")
    give(page, "Three")
    expect(page.locator("#count")).to_have_text("1 dot left")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [3])


@pytest.mark.timeout(90)
def test_a_dot_that_came_too_late_is_kept_and_said(room: Room, screen: Callable[..., Page]) -> None:
    round_, vote = ask(room, "One", "Two")
    page = join(screen())
    give(page, "One")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [1])
    expect(page.locator("#saved")).to_have_text("saved as you tap")

    page.context.set_offline(True)
    give(page, "Two")
    expect(page.locator("#saved")).to_have_text("kept on this phone")
    room.tell(CloseRound(round_), vote)
    page.context.set_offline(False)

    expect(page.get_by_role("heading", name="The vote closed before this arrived")).to_be_visible()
    expect(page.locator("#why")).to_have_text(
        re.compile(r"It closed at \d\d:\d\d\. Your phone was out of Wi-Fi (at|from (\d\d:\d\d) to (?!\2)) ?\d\d:\d\d\.")
    )
    expect(page.locator("#kept")).to_contain_text("Your first dot counts")
    expect(page.locator("#kept")).to_contain_text("Two")
    page.tap("#tell")
    room.wait_for_presence(lambda now: len(now.hands) == 1)
    expect(page.locator(".vote.on")).to_have_count(1)


def test_the_result_comes_with_the_reveal(room: Room, screen: Callable[..., Page]) -> None:
    round_, vote = ask(room, "One", "Two")
    page = join(screen())
    give(page, "Two")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [1])

    room.tell(CloseRound(round_), vote)
    expect(page.locator("#note")).to_have_text("The vote is closed. Look up for the result.")
    expect(page.locator("#foot")).to_be_hidden()
    room.tell(RevealRound(round_), vote)

    expect(page.locator(".res").first).to_contain_text("1 dot · from 1 person")
    expect(page.locator("#foot")).to_be_hidden()


def test_a_phone_says_that_its_person_gave_other_dots_elsewhere_since(room: Room, screen: Callable[..., Page]) -> None:
    ask(room, "One", "Two")
    first = join(screen())
    give(first, "One")
    expect(first.locator("#saved")).to_have_text("saved as you tap")
    word = next(contact.word for contact in room.records[Contact].values() if contact.word)
    second = screen()
    second.goto(f"/j/{CODE}")
    second.click("#back summary")
    second.fill("#word", word.title().replace(" ", "-") + ".")
    second.click("#rejoin")
    expect(second.locator(".vote.on")).to_have_count(1)

    give(second, "Two")

    expect(second.locator("#count")).to_have_text("1 dot left")
    expect(second.locator("#saved")).to_have_text("saved as you tap")
    # Or it has heard of the very dots meanwhile: then there is nothing to say.
    expect(first.locator("#foot")).to_have_text(
        re.compile(r"1 dot left|You gave 2 dots from another phone\. What you give here replaces them\.")
    )
    give(first, "Two")
    expect(first.locator("#saved")).to_have_text("saved as you tap")
