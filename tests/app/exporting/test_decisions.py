"""What was decided is read once for every kind of file, and as far as each may tell it."""

from __future__ import annotations

from facilitator.activities.scale.rules.outcome import Outcome
from facilitator.activities.scale.rules.points import Scale
from facilitator.app.exporting import as_values
from facilitator.app.exporting.decisions import answered, held_back, owner_of, point_words
from facilitator.app.exporting.questions import ideas, ranking, rounds
from facilitator.convening.ballots import RevealedBallot
from facilitator.convening.ids import BlockId, PersonId
from facilitator.convening.people import Person
from facilitator.convening.room import RoomView
from facilitator.convening.words import changed
from tests.activities.scale.paper_rooms import MAP, SPREAD, WORDS
from tests.app.exporting.agreed import PRIYA, agreed
from tests.convening.given import BOOK

OWN = agreed()
ROOM = RoomView(BOOK.veils()).of(OWN)


def test_the_facilitator_reads_every_round_and_the_room_what_was_decided_about() -> None:
    """HV8."""
    assert [one.round.id for one in answered(OWN)] == ["s1", "s2", "p1"]
    assert [one.round.id for one in answered(ROOM)] == ["s2", "p1"]


def test_a_round_is_told_with_its_rule_its_counts_and_what_it_came_to() -> None:
    """DE1."""
    (decided, _pulse) = answered(ROOM)

    assert (decided.question.text, decided.kind, decided.result) == (WORDS, "Agreement", "Adopted")
    assert decided.rule == "Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8."
    assert tuple(decided.counts.values()) == SPREAD
    assert (decided.support, decided.people, decided.answered) == (17, 22, 22)
    assert decided.came_to == "The rule was met."


def test_an_older_round_bears_no_outcome_of_a_newer_one() -> None:
    first = next(answered(OWN))

    assert (first.result, first.came_to) == ("", "The rule was not met.")


def test_a_pulse_of_too_few_has_no_counts_in_any_edition() -> None:
    """DE5."""
    for records in (OWN, ROOM):
        pulse = list(answered(records))[-1]
        assert (pulse.kind, pulse.rule) == ("Return on time", "")
        assert (dict(pulse.counts), pulse.support, pulse.people, pulse.answered) == ({}, 0, 0, 0)
        assert pulse.remark == "Fewer than five answered; the spread is not shown."


def test_what_was_asked_on_a_scale_is_no_vote_and_no_reservation_an_idea() -> None:
    assert {block.id for block, _round in rounds(OWN)} == {"vote"}
    assert not [one for one in ideas(OWN) if one.card.id in ("d1", "d2")]
    assert not [row for _block, round_ in rounds(OWN) for row in ranking(OWN, round_) if row.text == "Taken away since"]


def test_reservations_are_words_in_their_order_with_how_they_were_taken_in() -> None:
    assert [(one.block.id, one.text, one.met) for one in held_back(ROOM)] == [
        (MAP, "=The year is too soon.", "January 2028 instead."),
        (MAP, "Herders’ routes could be read\nfrom the map.", ""),
    ]


def test_an_owner_whom_nobody_may_name_is_somebody_and_none_is_nobody() -> None:
    unnamed = OWN.after((changed(OWN[Person][PRIYA], name="", organisation=""),))
    owned = Outcome(MAP, owner=PRIYA)

    assert owner_of(OWN, owned) == "Priya Raghunathan"
    assert owner_of(unnamed, owned) == owner_of(OWN, Outcome(MAP, owner=PersonId("left"))) == "Somebody of the room"
    assert owner_of(OWN, Outcome(MAP)) == ""


def test_a_point_is_told_by_its_number_and_its_name() -> None:
    assert point_words(Scale(BlockId("")), "7") == "7 Serious objection"
    assert point_words(Scale(BlockId(""), labels=("Yes", "Mostly", "So so", "Less", "No")), "5") == "5 No"


def test_no_plain_value_tells_what_so_few_answered_and_every_other_ballot_is_there() -> None:
    """DE5."""
    told = as_values(OWN)["revealed_ballot"]

    assert {row["round"] for row in told} == {"r1", "r2", "s1", "s2"}
    assert len(told) == len(OWN[RevealedBallot]) - 2
