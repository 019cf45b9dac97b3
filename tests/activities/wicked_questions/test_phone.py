"""Wicked questions, on phones."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from facilitator.activities.wicked_questions.phone import WISHES, mine, public
from facilitator.activities.wicked_questions.rules import (
    Candidate,
    ChooseCandidate,
    Inquiry,
    KeepCandidate,
    RemoveTruth,
    SendTruths,
    TakeStep,
    Truth,
)
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import OpenRound, Turnout
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId, PersonId
from facilitator.kit.web.form import Form
from tests.phones.room import Room
from tests.phones.test_page import join
from tests.phones.test_wishes import room as records_of

BLOCK = Block(BlockId("w"), "Wicked", "wicked_questions")
FAST, SLOW = "moving fast enough for a child", "moving slowly enough for her village"


def test_truths_are_sent_for_either_half() -> None:
    assert WISHES["send_truths"](Form(BLOCK.id, {"first": FAST})) == SendTruths(FAST, "", "phone")
    assert WISHES["remove_truth"](Form(BLOCK.id, {"card": "c"})) == RemoveTruth(CardId("c"))


def test_truths_are_told_to_nobody_but_how_many_to_whoever_sent_them() -> None:
    card = Card(CardId("c"), FAST, by=PersonId("amina"))
    records = records_of(BLOCK, card, Truth(card.id, BLOCK.id, "first"))

    assert FAST not in str(public(records, BLOCK.id))
    assert mine(records, BLOCK.id) == {"amina": {"truths": [{"id": "c", "half": "first"}]}}


def test_the_chosen_question_is_told_to_all() -> None:
    chosen = Candidate(CardId("q"), BLOCK.id, "at_once", FAST, SLOW)

    told = public(records_of(BLOCK, chosen, Inquiry(BLOCK.id, "live", chosen.id)), BLOCK.id)

    assert told["chosen"] == {"id": "q", "stem": "at_once", "first": FAST, "second": SLOW}


def test_one_half_alone_is_fine(room: Room, screen: Callable[..., Page]) -> None:
    room.start("wicked_questions")
    page = join(screen())

    page.fill("#second", SLOW)
    page.get_by_role("button", name="Send this half").tap()

    expect(page.locator("#sum")).to_have_text("You have sent 1. Shared without your name.")
    expect(page.locator("#second")).to_have_value("")
    assert [(t.half, room.records[Card][t.id].text) for t in room.records[Truth].values()] == [("second", SLOW)]


def test_the_room_chooses_then_reads_its_question(room: Room, screen: Callable[..., Page]) -> None:
    block = room.start("wicked_questions")
    page = join(screen())
    kept = [room.tell(KeepCandidate("at_once", *pair), block).id + ".1" for pair in ((FAST, SLOW), ("bold", "humble"))]
    room.tell(TakeStep("choose"), block)
    room.tell(OpenRound(tuple(kept), 1, 1), block)

    page.locator(".option").nth(0).tap()
    page.locator(".option").nth(1).tap()

    expect(page.locator(".option").nth(0)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".option").nth(1)).to_have_attribute("aria-pressed", "true")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [1])
    room.tell(ChooseCandidate(CardId(kept[1])), block)
    room.tell(TakeStep("live"), block)
    expect(page.locator("#question")).to_contain_text("How is it that we are")
    expect(page.locator("#question")).to_contain_text("humble")
