"""Which rounds are told of afterwards, and what was decided about each."""

from __future__ import annotations

from facilitator.activities.scale.rules.outcome import ADOPTED, NOT_YET, Decide, the_outcome
from facilitator.activities.scale.rules.proposal import SetProposal, the_proposal
from facilitator.activities.scale.rules.support import asked
from facilitator.activities.scale.rules.telling import outcome_of, told_rounds
from facilitator.convening.ballots import CloseRound, InterruptRound, rounds_of
from facilitator.convening.ids import RoundId
from tests.activities.scale.asking import AGREE, answers, opened, ready, revealed
from tests.convening.given import Room, refused


def one_round(room: Room) -> RoundId:
    round_ = opened(room)
    answers(room, round_, "1", "2")
    revealed(room, round_)
    return round_


def told(room: Room) -> list[str]:
    return [round_.id for round_ in told_rounds(room.records, AGREE.id)]


def test_nothing_is_told_before_anything_was_asked() -> None:
    assert told(ready()) == []


def test_of_several_rounds_the_last_that_was_revealed_is_told() -> None:
    """HV8."""
    room = ready()

    rounds = [one_round(room) for _ in range(3)]

    assert told(room) == rounds[-1:]


def test_what_was_decided_about_is_told_even_if_it_was_asked_again() -> None:
    room = ready()
    first = one_round(room)
    room.when(Decide(ADOPTED), at=AGREE.id)
    one_round(room)
    last = one_round(room)

    assert told(room) == [first, last]


def test_that_it_was_asked_once_more_is_told_whatever_became_of_it() -> None:
    room = ready()
    first, again = one_round(room), opened(room)

    assert told(room) == [first, again]
    room.when(CloseRound(again), at=AGREE.id)
    assert told(room) == [first, again]
    room.when(InterruptRound(again), at=AGREE.id)
    assert told(room) == [first, again]


def test_an_interrupted_round_is_forgotten_once_a_newer_one_was_revealed() -> None:
    room = ready()
    room.when(InterruptRound(opened(room)), at=AGREE.id)

    last = one_round(room)

    assert told(room) == [last]


def test_an_outcome_is_that_of_its_own_round() -> None:
    room = ready()
    one_round(room)
    room.when(Decide(NOT_YET), at=AGREE.id)
    one_round(room)

    first, last = rounds_of(room.records, AGREE.id)

    assert outcome_of(room.records, first) == the_outcome(room.records, AGREE.id)
    assert outcome_of(room.records, last).result == ""


def test_what_was_worded_before_a_reveal_may_be_taken_back_and_the_round_keeps_what_it_asked() -> None:
    """DE1. Nothing that was revealed is shaped by the wording or the rule that stand now."""
    room = ready("One map by 2027", enough=1)
    room.when(SetProposal("One map by 2028"), at=AGREE.id)
    worded = room.facts[-1].id
    first = one_round(room)
    was = asked(room.records, first)

    room.undo_fact(worded)

    assert the_proposal(room.records, AGREE.id).text == "One map by 2027"
    assert asked(room.records, first) == was
    assert was.text == "One map by 2028"


def test_a_round_itself_is_never_taken_back_once_it_was_revealed() -> None:
    room = ready()
    one_round(room)
    (opening,) = [fact.id for fact in room.facts if fact.kind == "round.opened"]

    with refused("undo.never"):
        room.undo_fact(opening)
