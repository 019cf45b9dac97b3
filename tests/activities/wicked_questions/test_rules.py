"""Wicked questions: truths stay on the laptop, halves stay with their stem, and one question is chosen."""

from __future__ import annotations

import pytest

from facilitator.activities.wicked_questions.rules import (
    FIRST,
    SECOND,
    Candidate,
    ChooseCandidate,
    EditCandidate,
    Inquiry,
    KeepCandidate,
    RemoveTruth,
    SendTruths,
    SetAside,
    TakeStep,
    Truth,
    candidates,
    support,
    the_inquiry,
    truths,
)
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId, RoundId
from facilitator.convening.words import Wish
from tests.convening.given import AMINA, TOMAS, WICKED, Room, given, refused


def kept(room: Room, first: str = "small", second: str = "large") -> CardId:
    return CardId(room.when(KeepCandidate("at_once", first, second), at=WICKED.id))


def test_truths_are_sent_for_either_half_or_both_and_counted_whatever_their_case() -> None:
    room = given()
    room.when(SendTruths("We are small", " we are LARGE", "phone"), by=AMINA, at=WICKED.id)
    room.when(SendTruths("we are small"), by=TOMAS, at=WICKED.id)
    room.when(SendTruths("We listen"), at=WICKED.id)

    assert truths(room.records, WICKED.id, FIRST) == [("We are small", 2), ("We listen", 1)]
    assert truths(room.records, WICKED.id, SECOND) == [("we are LARGE", 1)]
    with refused("text.empty"):
        room.when(SendTruths(" "), by=AMINA, at=WICKED.id)


def test_once_the_room_chooses_only_the_guide_adds_truths() -> None:
    room = given()
    room.when(TakeStep("build"), at=WICKED.id)
    room.when(SendTruths("small"), by=AMINA, at=WICKED.id)
    room.when(TakeStep("choose"), at=WICKED.id)

    with refused("wicked.not_collecting"):
        room.when(SendTruths("large"), by=AMINA, at=WICKED.id)
    room.when(SendTruths("large"), at=WICKED.id)
    with refused("wicked.unknown_step"):
        room.when(TakeStep("dance"), at=WICKED.id)


def test_people_take_back_their_own_truths_in_their_own_block() -> None:
    room = given()
    truth = CardId(room.when(SendTruths("small"), by=AMINA, at=WICKED.id))
    other = BlockId(room.when(AddBlock(Block(BlockId(""), "Other", "wicked_questions"))))
    with refused("card.not_yours"):
        room.when(RemoveTruth(truth), by=TOMAS, at=WICKED.id)
    with refused("card.none_such"):
        room.when(RemoveTruth(truth), by=AMINA, at=other)

    room.when(RemoveTruth(truth), by=AMINA, at=WICKED.id)

    assert not room.records[Truth]
    assert not room.records[Card]
    with refused("card.none_such"):
        room.when(RemoveTruth(truth), by=AMINA, at=WICKED.id)


def test_questions_are_kept_in_order_and_mended_whole() -> None:
    room = given()
    first, second = kept(room), kept(room, "near", "far")
    room.when(EditCandidate(first, "want_why", " calm ", "hurry"), at=WICKED.id)

    assert [c.id for c in candidates(room.records, WICKED.id)] == [first, second]
    found = room.records[Candidate][first]
    assert (found.stem, found.first, found.second) == ("want_why", "calm", "hurry")
    room.undo()
    assert room.records[Candidate][first].stem == "at_once"


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (KeepCandidate("why_oh_why", "a", "b"), "wicked.unknown_stem"),
        (KeepCandidate("at_once", "a", " "), "wicked.half_missing"),
        (KeepCandidate("at_once", "", "b"), "wicked.half_missing"),
        (EditCandidate(CardId("nowhere"), "at_once", "a", "b"), "wicked.no_such_candidate"),
        (SetAside(CardId("nowhere")), "wicked.no_such_candidate"),
        (ChooseCandidate(CardId("nowhere")), "wicked.no_such_candidate"),
    ],
)
def test_a_question_needs_its_stem_and_both_halves(wish: Wish, code: str) -> None:
    with refused(code):
        given().when(wish, at=WICKED.id)


def test_the_chosen_question_is_let_go_when_it_is_set_aside() -> None:
    room = given()
    first, second = kept(room), kept(room, "near", "far")
    room.when(ChooseCandidate(first), at=WICKED.id)
    room.when(SetAside(second), at=WICKED.id)
    assert the_inquiry(room.records, WICKED.id) == Inquiry(WICKED.id, chosen=first)

    room.when(SetAside(first), at=WICKED.id)

    assert the_inquiry(room.records, WICKED.id).chosen == ""
    room.undo()
    assert the_inquiry(room.records, WICKED.id).chosen == first
    room.when(ChooseCandidate(CardId("")), at=WICKED.id)
    assert the_inquiry(room.records, WICKED.id).chosen == ""


def test_the_room_chooses_by_ballot_and_support_shows_after_the_reveal() -> None:
    room = given()
    first, second = kept(room), kept(room, "near", "far")
    assert not support(room.records, WICKED.id)
    round_ = RoundId(room.when(OpenRound((first, second), 1, 1), at=WICKED.id))
    for person in (AMINA, TOMAS):
        room.when(CastBallot(round_, 1, (second,)), by=person, at=WICKED.id)
    assert not support(room.records, WICKED.id)
    room.when(CloseRound(round_), at=WICKED.id)

    room.when(RevealRound(round_), at=WICKED.id)

    assert support(room.records, WICKED.id) == {second: 2}
