"""Outcomes in words."""

from __future__ import annotations

from facilitator.activities.scale.console.outcome_words import nudges, result_meaning, result_name
from facilitator.activities.scale.rules.outcome import ADOPTED, LET_GO, NOT_YET, OUTCOMES
from facilitator.activities.scale.rules.reservations import MeetReservation, SendReservation
from facilitator.convening.ids import CardId
from tests.activities.scale.asking import AGREE, answers, opened, ready, revealed


def test_each_outcome_has_a_name_and_a_meaning() -> None:
    assert [result_name(result) for result in OUTCOMES] == ["Adopted", "Not yet", "Let go"]
    assert all(result_meaning(result).endswith(".") for result in OUTCOMES)
    assert result_name("") == ""


def test_adopting_what_the_rule_did_not_support_is_better_said_aloud() -> None:
    room = ready(enough=3)
    round_ = opened(room)
    answers(room, round_, "1", "2", "8")
    over = revealed(room, round_)

    assert nudges(room.records, over, ADOPTED) == ["The rule did not find it supported: say aloud why it is adopted."]
    assert nudges(room.records, over, NOT_YET) == nudges(room.records, over, LET_GO) == []


def test_reservations_that_are_not_taken_in_are_counted() -> None:
    """DE1: how each objection was integrated."""
    room = ready(enough=3)
    round_ = opened(room)
    first = CardId(room.when(SendReservation(round_, "Who pays?"), at=AGREE.id))
    room.when(SendReservation(round_, "March would be kinder."), at=AGREE.id)
    answers(room, round_, "1", "2", "3")
    over = revealed(room, round_)
    assert nudges(room.records, over, ADOPTED) == ["2 reservations are not taken in yet."]

    room.when(MeetReservation(first, "The county."), at=AGREE.id)
    assert nudges(room.records, over, ADOPTED) == ["1 reservation is not taken in yet."]
