"""What was decided: recorded after the reveal, with who sees to it and when it is looked at again."""

from __future__ import annotations

import pytest

from facilitator.activities.scale.rules.outcome import ADOPTED, LET_GO, NOT_YET, Decide, Outcome, the_outcome
from facilitator.convening.ballots import CloseRound
from facilitator.convening.ids import PersonId, RoundId
from tests.activities.scale.asking import AGREE, answers, opened, ready, revealed
from tests.convening.given import AMINA, MORNING, Room, refused


def heard() -> tuple[Room, RoundId]:
    room = ready()
    round_ = opened(room)
    answers(room, round_, "1", "2", "3")
    revealed(room, round_)
    return room, round_


def test_what_was_decided_is_kept_with_owner_and_review() -> None:
    """DE1. Check 20: who owns a decision and when it is reviewed are part of its record."""
    room, round_ = heard()
    assert the_outcome(room.records, AGREE.id) == Outcome(AGREE.id)
    room.later(1000)
    room.when(Decide(ADOPTED), at=AGREE.id)
    room.later(1000)
    room.when(Decide(ADOPTED, AMINA, "2028-02-01"), at=AGREE.id)

    kept = Outcome(AGREE.id, ADOPTED, round_, AMINA, "2028-02-01", MORNING + 1000)
    assert the_outcome(room.records, AGREE.id) == kept, "decided when it was first said"
    room.later(1000)
    room.when(Decide(LET_GO), at=AGREE.id)
    assert the_outcome(room.records, AGREE.id) == Outcome(AGREE.id, LET_GO, round_, at=MORNING + 3000)
    room.when(Decide("", AMINA), at=AGREE.id)
    assert the_outcome(room.records, AGREE.id) == Outcome(AGREE.id)


def test_the_same_decision_about_another_wording_is_another() -> None:
    room, _ = heard()
    room.when(Decide(NOT_YET), at=AGREE.id)
    second = opened(room)
    revealed(room, second)
    room.later(7)

    room.when(Decide(NOT_YET), at=AGREE.id)

    assert the_outcome(room.records, AGREE.id) == Outcome(AGREE.id, NOT_YET, second, at=MORNING + 7)


def test_nothing_is_decided_before_the_reveal() -> None:
    room = ready()
    with refused("scale.not_revealed"):
        room.when(Decide(ADOPTED), at=AGREE.id)
    round_ = opened(room)
    with refused("scale.not_revealed"):
        room.when(Decide(ADOPTED), at=AGREE.id)
    room.when(CloseRound(round_), at=AGREE.id)
    with refused("scale.not_revealed"):
        room.when(Decide(ADOPTED), at=AGREE.id)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Decide("perhaps"), "scale.bad_outcome"),
        (Decide(ADOPTED, review="soon"), "scale.bad_outcome"),
        (Decide(ADOPTED, review="20280201"), "scale.bad_outcome"),
        (Decide(ADOPTED, PersonId("stranger")), "person.none_such"),
    ],
)
def test_a_decision_that_makes_no_sense_changes_nothing(wish: Decide, code: str) -> None:
    room, _ = heard()
    before = room.records

    with refused(code):
        room.when(wish, at=AGREE.id)

    assert room.records is before
