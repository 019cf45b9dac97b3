"""The steps of a scale on the console."""

from __future__ import annotations

from facilitator.activities.scale.console.steps import Step, kind_at, may_be, stands_at, steps_of, title_of
from facilitator.activities.scale.rules.outcome import ADOPTED, NOT_YET, Decide
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, ROTI, SetScale
from facilitator.convening.ballots import CLOSED, INTERRUPTED, OPEN, REVEALED, CloseRound, InterruptRound
from tests.activities.scale.asking import AGREE, opened, ready, revealed


def test_a_pulse_has_no_step_to_decide_and_begins_with_a_question() -> None:
    """DE5: a pulse is heard; it decides nothing."""
    assert [title_of(step, AGREEMENT) for step in steps_of(AGREEMENT)] == [
        "Proposal",
        "Questions",
        "Answer",
        "Listen",
        "Decide",
    ]
    assert steps_of(FIST) == steps_of(AGREEMENT)
    assert [title_of(step, ROTI) for step in steps_of(ROTI)] == ["Question", "Questions", "Answer", "Listen"]


def test_while_a_round_asks_there_is_one_page_and_the_result_only_after_its_reveal() -> None:
    for state in (OPEN, CLOSED):
        assert [step for step in Step if may_be(step, state)] == [Step.ANSWER]
    for state in ("", INTERRUPTED):
        assert [step for step in Step if may_be(step, state)] == [Step.PROPOSAL, Step.QUESTIONS]
    assert [step for step in Step if may_be(step, REVEALED)] == [
        Step.PROPOSAL,
        Step.QUESTIONS,
        Step.LISTEN,
        Step.DECIDE,
    ]


def test_a_room_stands_where_what_it_did_last_has_brought_it() -> None:
    room = ready()
    places = [stands_at(room.records, AGREE.id)]
    round_ = opened(room)
    places.append(stands_at(room.records, AGREE.id))
    room.when(CloseRound(round_), at=AGREE.id)
    places.append(stands_at(room.records, AGREE.id))
    room.when(InterruptRound(round_), at=AGREE.id)
    places.append(stands_at(room.records, AGREE.id))
    revealed(room, opened(room))
    places.append(stands_at(room.records, AGREE.id))
    room.when(Decide(ADOPTED), at=AGREE.id)
    places.append(stands_at(room.records, AGREE.id))

    assert places == [Step.PROPOSAL, Step.ANSWER, Step.ANSWER, Step.QUESTIONS, Step.LISTEN, Step.DECIDE]


def test_what_was_decided_of_a_round_before_does_not_pass_over_listening_to_this_one() -> None:
    room = ready()
    revealed(room, opened(room))
    room.when(Decide(NOT_YET), at=AGREE.id)

    revealed(room, opened(room))

    assert stands_at(room.records, AGREE.id) is Step.LISTEN


def test_what_was_asked_keeps_its_kind_when_the_next_question_has_another() -> None:
    room = ready()
    revealed(room, opened(room))

    room.when(SetScale(ROTI), at=AGREE.id)

    assert kind_at(Step.LISTEN, room.records, AGREE.id) == AGREEMENT
    assert kind_at(Step.PROPOSAL, room.records, AGREE.id) == ROTI
