"""Rounds: quota, cap, change of mind, turnout, and what can and cannot be taken back."""

from __future__ import annotations

import pytest

from facilitator.activities.dot_vote import rules
from facilitator.convening.ballots import (
    CLOSED,
    INTERRUPTED,
    OPEN,
    REVEALED,
    CastBallot,
    CastPaper,
    CloseRound,
    InterruptRound,
    OpenRound,
    Progress,
    ReopenRound,
    RevealedBallot,
    RevealRound,
    Round,
    Turnout,
    any_choice,
    decide,
    latest,
    revealed,
    rounds_of,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import HOST, CardId, PersonId, RoundId, WishId
from facilitator.convening.seats import AddSeat
from facilitator.convening.words import Moment, Role
from tests.convening.given import AMINA, TOMAS, VOTE, WEI, WICKED, Room, given, refused

A, B, C = (Card(CardId(key), text) for key, text in (("a", "Money"), ("b", "Data"), ("c", "Time")))
CHOICES = (A.id, B.id, C.id)


def asking(quota: int = 3, cap: int = 2) -> tuple[Room, RoundId]:
    room = given(A, B, C)
    return room, RoundId(room.when(OpenRound(CHOICES, quota, cap), at=VOTE.id))


def cast(room: Room, round_: RoundId, person: PersonId, *choice: str, number: int = 1) -> None:
    room.when(CastBallot(round_, number, choice), by=person, at=VOTE.id)


def test_a_round_opens_with_its_rules_and_the_people_who_are_here() -> None:
    room, round_ = asking(3, 2)

    assert room.records[Round][round_] == Round(round_, VOTE.id, 1, 3, 2, CHOICES, OPEN, room.now, expected=3)
    assert room.records[Turnout][round_] == Turnout(round_)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (OpenRound((), 1, 1), "round.no_options"),
        (OpenRound(("a", "a"), 1, 1), "round.bad_quota"),
        (OpenRound(CHOICES, 1, 2), "round.bad_quota"),
        (OpenRound(CHOICES, 1, 0), "round.bad_quota"),
        (OpenRound(("a", "nowhere"), 1, 1), "vote.no_such_card"),
    ],
)
def test_a_round_that_makes_no_sense_is_not_opened(wish: OpenRound, code: str) -> None:
    room = given(A, B, C)

    with refused(code):
        room.when(wish, at=VOTE.id)


def test_there_is_one_round_at_a_time() -> None:
    room, _ = asking()

    with refused("round.open_already"):
        room.when(OpenRound(CHOICES, 1, 1), at=VOTE.id)


@pytest.mark.parametrize(
    ("choice", "code", "values"),
    [
        (("a", "b", "c", "a"), "ballot.too_many_dots", {"dots": 3}),
        (("a", "a", "a"), "ballot.too_many_on_one", {"cap": 2}),
        (("nowhere",), "ballot.no_such_option", {}),
    ],
)
def test_a_ballot_keeps_to_quota_cap_and_options(choice: tuple[str, ...], code: str, values: dict[str, int]) -> None:
    room, round_ = asking()

    with refused(code, **values):
        cast(room, round_, AMINA, *choice)
    assert room.records[Turnout][round_] == Turnout(round_)


def test_below_the_quota_is_fine_and_counts_as_not_done() -> None:
    room, round_ = asking()
    cast(room, round_, AMINA, "a")
    cast(room, round_, TOMAS, "a", "b", "c")
    cast(room, round_, WEI)

    assert room.records[Turnout][round_] == Turnout(round_, ballots=2, done=1, dots=4)


def test_people_change_their_mind_and_an_older_number_is_acknowledged_and_ignored() -> None:
    room, round_ = asking()
    cast(room, round_, AMINA, "a", "b", "c")
    cast(room, round_, AMINA, "b", number=5)
    cast(room, round_, AMINA, "c", "c", number=4)
    cast(room, round_, AMINA, "a", "a", "b", "c", "c", number=5)

    assert room.sealed[round_] == {AMINA: (5, ("b",))}
    assert room.records[Turnout][round_] == Turnout(round_, ballots=1, done=0, dots=1)
    cast(room, round_, AMINA, number=6)
    assert room.records[Turnout][round_] == Turnout(round_)
    assert len(room.records[Progress]) == 1


@pytest.mark.parametrize("number", [0, -1, 2**53 + 1])
def test_ballots_are_numbered_from_one(number: int) -> None:
    room, round_ = asking()

    with refused("form.unreadable"):
        cast(room, round_, AMINA, "a", number=number)


@pytest.mark.parametrize("person", ["", "stranger", HOST])
def test_who_has_no_seat_has_no_ballot(person: str) -> None:
    room, round_ = asking()

    with refused("ballot.no_seat"):
        room.when(CastBallot(round_, 1, ("a",)), by=PersonId(person), at=VOTE.id, role=Role.PARTICIPANT)


def test_a_slip_of_paper_is_typed_for_whom_it_is_from_and_may_be_typed_anew() -> None:
    room, round_ = asking()
    ines = PersonId(room.when(AddSeat("Inés")))

    room.when(CastPaper(round_, ines, ("a", "a", "b")), at=VOTE.id)
    room.when(CastPaper(round_, ines, ("c",)), at=VOTE.id)

    assert room.sealed[round_] == {ines: (2, ("c",))}
    assert room.records[Turnout][round_] == Turnout(round_, ballots=1, done=0, dots=1)
    assert [fact.kind for fact in room.facts][-2:] == ["", ""], "what is on a slip is never a fact"
    room.when(CastPaper(round_, ines, ()), at=VOTE.id)
    assert room.records[Turnout][round_] == Turnout(round_)


def test_a_slip_is_typed_for_a_phone_that_gave_nothing_and_never_over_one_that_did() -> None:
    room, round_ = asking()
    room.when(CastPaper(round_, TOMAS, ("a",)), at=VOTE.id)
    cast(room, round_, AMINA, "b")

    with refused("ballot.is_given"):
        room.when(CastPaper(round_, AMINA, ("a",)), at=VOTE.id)
    cast(room, round_, TOMAS, "c", number=2)
    with refused("ballot.is_given"):
        room.when(CastPaper(round_, TOMAS, ("a",)), at=VOTE.id)

    assert room.sealed[round_] == {TOMAS: (2, ("c",)), AMINA: (1, ("b",))}


def test_only_a_guide_types_paper_and_only_what_fits_the_ballot() -> None:
    room, round_ = asking()

    with refused("wish.guides_only"):
        room.when(CastPaper(round_, WEI, ("a",)), by=AMINA, at=VOTE.id)
    with refused("ballot.no_seat"):
        room.when(CastPaper(round_, PersonId("stranger"), ("a",)), at=VOTE.id)
    with refused("ballot.too_many_dots", dots=3):
        room.when(CastPaper(round_, WEI, ("a", "b", "c", "a")), at=VOTE.id)

    assert room.sealed[round_] == {}


def test_a_round_belongs_to_its_block() -> None:
    room, round_ = asking()

    with refused("round.none_such"):
        room.when(CloseRound(round_), at=WICKED.id)
    with refused("round.none_such"):
        room.when(CloseRound(RoundId("nowhere")), at=VOTE.id)


def test_the_reveal_tells_what_was_chosen_and_forgets_who() -> None:
    room, round_ = asking()
    cast(room, round_, AMINA, "a", "a")
    cast(room, round_, TOMAS, "b")
    cast(room, round_, WEI)
    with refused("round.not_closed"):
        room.when(RevealRound(round_), at=VOTE.id)
    room.when(CloseRound(round_), at=VOTE.id)
    assert revealed(room.records, round_) == []

    room.when(RevealRound(round_), at=VOTE.id)

    found = room.records[Round][round_]
    assert (found.state, found.ballots, found.dots) == (REVEALED, 2, 3)
    assert revealed(room.records, round_) == [("a", "a"), ("b",)]
    assert not room.records[Progress]
    assert not room.records[Turnout]
    assert round_ not in room.sealed
    assert AMINA not in str(dict(room.records[RevealedBallot]))


def test_closing_can_be_taken_back_and_the_reveal_cannot() -> None:
    room, round_ = asking()
    cast(room, round_, AMINA, "a")
    room.when(CloseRound(round_), at=VOTE.id)
    with refused("round.not_open"):
        cast(room, round_, AMINA, "b", number=2)
    room.undo()
    cast(room, round_, AMINA, "b", number=2)
    room.redo()
    assert room.records[Round][round_].state == CLOSED
    room.when(RevealRound(round_), at=VOTE.id)

    with refused("undo.revealed"):
        room.undo()
    with refused("round.not_closed"):
        room.when(RevealRound(round_), at=VOTE.id)


def test_a_round_closed_too_early_opens_again_with_what_was_given() -> None:
    room, round_ = asking()
    cast(room, round_, AMINA, "a")
    with refused("round.not_closed"):
        room.when(ReopenRound(round_), at=VOTE.id)
    room.when(CloseRound(round_), at=VOTE.id)
    room.when(AddSeat("Inés"))

    room.when(ReopenRound(round_), at=VOTE.id)

    cast(room, round_, TOMAS, "b")
    assert room.sealed[round_] == {AMINA: (1, ("a",)), TOMAS: (1, ("b",))}
    assert (room.records[Round][round_].state, room.records[Round][round_].closed) == (OPEN, 0)
    room.when(CloseRound(round_), at=VOTE.id)
    room.when(RevealRound(round_), at=VOTE.id)
    with refused("round.not_closed"):
        room.when(ReopenRound(round_), at=VOTE.id)
    with refused("wish.guides_only"):
        room.when(ReopenRound(round_), by=AMINA, at=VOTE.id)


def test_an_interrupted_round_has_no_result_and_lets_the_next_one_open() -> None:
    room, round_ = asking()
    cast(room, round_, AMINA, "a")
    room.when(InterruptRound(round_))

    assert room.records[Round][round_].state == INTERRUPTED
    assert not room.records[Turnout]
    with refused("round.is_over"):
        room.when(InterruptRound(round_))
    room.when(OpenRound(CHOICES, 1, 1), at=VOTE.id)
    assert [r.number for r in rounds_of(room.records, VOTE.id)] == [1, 2]
    newest = latest(room.records, VOTE.id)
    assert newest is not None
    assert newest.number == 2
    assert latest(room.records, WICKED.id) is None


def test_an_activity_may_add_its_own_test_and_other_wishes_are_none_of_ours() -> None:
    room, round_ = asking()
    any_choice(room.records, room.records[Round][round_], ("whatever",))
    moment = Moment(AMINA, Role.GUIDE, room.now, VOTE.id, WishId("w"))

    with refused("wish.unknown"):
        decide(room.records, rules.SetVote(1, 1), moment)
    assert moment.unseal("anything") == ()
