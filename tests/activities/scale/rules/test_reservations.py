"""Reservations: in people's own words, without a name, and unseen by the room until the reveal."""

from __future__ import annotations

import pytest

from facilitator.activities.scale.rules.reservations import (
    PHONE,
    MeetReservation,
    RemoveReservation,
    Reservation,
    SendReservation,
    reservations,
)
from facilitator.convening.agenda import AddBlock, Block, RemoveBlock
from facilitator.convening.ballots import CloseRound, InterruptRound
from facilitator.convening.cards import LONGEST, Card
from facilitator.convening.ids import BlockId, CardId, PersonId, RoundId
from tests.activities.scale.asking import AGREE, answers, opened, ready, revealed
from tests.convening.given import AMINA, TOMAS, Room, refused

HERDERS = "Herders’ routes could be read from the map."


def sent(room: Room, round_: RoundId, text: str = HERDERS, by: PersonId = AMINA) -> CardId:
    return CardId(room.when(SendReservation(round_, text, PHONE), by=by, at=AGREE.id))


def test_reservations_are_kept_in_the_order_in_which_they_came() -> None:
    room = ready()
    round_ = opened(room)
    first, second = sent(room, round_), sent(room, round_, " Who pays? ", TOMAS)
    third = CardId(room.when(SendReservation(round_, "January is harvest."), at=AGREE.id))

    found = [(kept.id, kept.round, card.text, card.source) for kept, card in reservations(room.records, AGREE.id)]

    assert found == [
        (first, round_, HERDERS, "phone"),
        (second, round_, "Who pays?", "phone"),
        (third, round_, "January is harvest.", "aloud"),
    ]
    assert reservations(room.records, BlockId("other")) == []


def test_the_room_reads_none_before_the_reveal_and_never_whose_it_is() -> None:
    room = ready()
    round_ = opened(room)
    key = sent(room, round_)
    for closing in (None, CloseRound(round_)):
        if closing is not None:
            room.when(closing, at=AGREE.id)
        assert key not in room.seen[Reservation]
        assert key not in room.seen[Card]
    room.undo()
    answers(room, round_, "1", "2")
    revealed(room, round_)

    assert [card.text for _, card in reservations(room.seen, AGREE.id)] == [HERDERS]
    assert room.seen[Card][key].by == ""


def test_those_of_a_round_that_was_interrupted_stay_hidden() -> None:
    room = ready()
    round_ = opened(room)
    key = sent(room, round_)
    room.when(InterruptRound(round_), at=AGREE.id)

    assert key not in room.seen[Card]
    assert reservations(room.records, AGREE.id)


def test_those_of_a_block_that_is_gone_stay_hidden() -> None:
    room = ready()
    other = BlockId(room.when(AddBlock(Block(BlockId(""), "Second", "plain"))))
    round_ = opened(room)
    key = sent(room, round_)

    room.when(RemoveBlock(AGREE.id))

    assert other in room.seen[Block]
    assert key not in room.seen[Card]


def test_they_are_taken_until_the_room_goes_on_to_another_wording() -> None:
    room = ready()
    with refused("scale.not_asking"):
        sent(room, RoundId("never"))
    first = opened(room)
    revealed(room, first)
    sent(room, first, "Said while listening")
    second = opened(room)

    with refused("scale.not_asking"):
        sent(room, first)
    room.when(InterruptRound(second), at=AGREE.id)
    with refused("scale.not_asking"):
        sent(room, second)


def test_people_take_their_own_back_and_the_guide_any() -> None:
    room = ready()
    round_ = opened(room)
    own, other, third = sent(room, round_), sent(room, round_, "Other", TOMAS), sent(room, round_, "Third", TOMAS)
    room.when(RemoveReservation(own), by=AMINA, at=AGREE.id)
    with refused("card.not_yours"):
        room.when(RemoveReservation(other), by=AMINA, at=AGREE.id)
    with refused("card.none_such"):
        room.when(RemoveReservation(own), by=AMINA, at=AGREE.id)
    room.when(RemoveReservation(third), at=AGREE.id)

    assert list(room.records[Reservation]) == [other]
    with refused("scale.no_such_reservation"):
        room.when(RemoveReservation(third), at=AGREE.id)
    room.undo()
    assert third in room.records[Card]


@pytest.mark.parametrize(("text", "code"), [(" \n", "text.empty"), ("x" * (LONGEST + 1), "text.too_long")])
def test_a_reservation_needs_words_and_not_too_many(text: str, code: str) -> None:
    room = ready()
    round_ = opened(room)
    with refused(code):
        sent(room, round_, text)
    assert not room.records[Reservation]


def test_the_guide_writes_how_it_was_taken_in_and_nobody_else_does() -> None:
    """DE1: a decision keeps its reservations and how each was integrated."""
    room = ready()
    round_ = opened(room)
    key = sent(room, round_)
    with refused("wish.guides_only"):
        room.when(MeetReservation(key, "Blurred"), by=AMINA, at=AGREE.id)
    with refused("scale.no_such_reservation"):
        room.when(MeetReservation(CardId("none"), "Blurred"), at=AGREE.id)

    room.when(MeetReservation(key, " Routes are blurred first. "), at=AGREE.id)
    assert room.records[Reservation][key].met == "Routes are blurred first."
    facts = len(room.facts)
    room.when(MeetReservation(key, "Routes are blurred first."), at=AGREE.id)
    assert not room.facts[facts].changes
    room.when(MeetReservation(key, "  "), at=AGREE.id)
    assert room.records[Reservation][key].met == ""


def test_one_of_another_block_is_none_of_this() -> None:
    room = ready()
    round_ = opened(room)
    key = sent(room, round_)
    second = BlockId(room.when(AddBlock(Block(BlockId(""), "Second", "scale"))))

    with refused("scale.no_such_reservation"):
        room.when(MeetReservation(key, "Blurred"), at=second)
