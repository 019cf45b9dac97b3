"""A scale, on phones."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from facilitator.activities.scale.phone import WISHES, mine, public, words
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, ROTI
from facilitator.activities.scale.rules.proposal import Proposal
from facilitator.activities.scale.rules.reservations import RemoveReservation, Reservation, SendReservation
from facilitator.activities.scale.rules.support import Asked
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import (
    CastBallot,
    CloseRound,
    OpenRound,
    Progress,
    RevealedBallot,
    RevealRound,
    Round,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import BallotId, BlockId, CardId, PersonId, RoundId
from facilitator.kit.web.form import Form
from tests.activities.scale.asking import MAP, ready, the_room
from tests.phones.test_wishes import room as records_of

Screen = Callable[..., Page]
BLOCK = Block(BlockId("agree"), "Agreement: open map", "scale")
ROUND = Round(RoundId("r"), BLOCK.id, quota=1, cap=1, options=tuple("12345678"), expected=22)
ASKED = Asked(ROUND.id, MAP, 2, AGREEMENT, (), 16, 3, may_block=True)
DOUBT = "Nobody has said yet who buys the sensors."


def test_an_answer_is_read_whole_and_a_reservation_names_its_round() -> None:
    ballot = Form(BLOCK.id, {"round": "r", "number": 4, "choice": ("2",)})
    said = Form(BLOCK.id, {"round": "r", "text": DOUBT})

    assert WISHES["cast_ballot"](ballot) == CastBallot(RoundId("r"), 4, ("2",))
    assert WISHES["send_reservation"](said) == SendReservation(RoundId("r"), DOUBT, "phone")
    assert WISHES["remove_reservation"](Form(BLOCK.id, {"card": "c"})) == RemoveReservation(CardId("c"))


def test_before_the_reveal_no_byte_tells_how_anybody_answered_or_what_holds_them_back() -> None:
    room = ready(people=6)
    round_ = RoundId(room.when(OpenRound(tuple("12345678")), at=BLOCK.id))
    before = json.dumps(public(room.records, BLOCK.id))

    for number, point in enumerate(("1", "1", "8", "8", "8")):
        room.when(CastBallot(round_, 1, (point,)), by=PersonId(f"p{number}"), at=BLOCK.id)
    room.when(SendReservation(round_, DOUBT, "phone"), by=PersonId("p0"), at=BLOCK.id)

    assert json.dumps(public(room.records, BLOCK.id)) == before
    room.when(CloseRound(round_), at=BLOCK.id)
    closed = public(room.records, BLOCK.id)
    assert closed["result"] == {}
    assert "support" not in json.dumps(closed)
    room.when(RevealRound(round_), at=BLOCK.id)
    told = public(room.records, BLOCK.id)
    assert told["result"]["counts"] == [2, 0, 0, 0, 0, 0, 0, 3]
    assert DOUBT not in json.dumps(told)


def test_a_pulse_of_fewer_than_five_has_no_number_in_it_at_all() -> None:
    """Rule DE5."""
    ballots = (RevealedBallot(BallotId(f"b{at}"), ROUND.id, ("4",)) for at in range(4))
    revealed = Round(RoundId("r"), BLOCK.id, options=tuple("012345"), state="revealed", ballots=4, dots=4, expected=9)

    told = public(records_of(BLOCK, revealed, Asked(revealed.id, "Was it worth it?", 1, ROTI), *ballots), BLOCK.id)

    assert told["result"] == {"is_told": False}
    assert told["round"] == {"id": "r", "state": "revealed", "closed": 0, "is_small": False}


def test_whoever_is_heard_first_is_told_only_where_somebody_stands_there() -> None:
    revealed = Round(RoundId("r"), BLOCK.id, options=tuple("12345678"), state="revealed", ballots=2, expected=9)
    yes, yes_too, doubt = (
        RevealedBallot(BallotId(f"b{at}"), revealed.id, (point,)) for at, point in enumerate(("1", "3", "4"))
    )

    supported = public(records_of(BLOCK, revealed, ASKED, yes, yes_too), BLOCK.id)["result"]
    doubted = public(records_of(BLOCK, revealed, ASKED, yes, doubt), BLOCK.id)["result"]

    assert (supported["support"], supported["people"], supported["first"]) == (2, 9, [])
    assert (doubted["support"], doubted["first"]) == (1, ["4", "8"])


def test_each_person_is_told_what_is_theirs_and_never_which_point() -> None:
    card, aloud = Card(CardId("c"), DOUBT, by=PersonId("amina")), Card(CardId("d"), "Said aloud")
    said = (Reservation(each.id, BLOCK.id, ROUND.id) for each in (card, aloud))
    amina, tomas = (
        Progress(f"r:{who}", ROUND.id, PersonId(who), dots=dots, number=number)
        for who, dots, number in (("amina", 1, 7), ("tomas", 0, 2))
    )
    records = records_of(BLOCK, ROUND, ASKED, card, aloud, *said, amina, tomas)

    own = [{"id": "c", "round": "r", "text": DOUBT}]
    assert mine(records, BLOCK.id) == {
        "amina": {"reservations": own, "round": "r", "number": 7, "is_given": True},
        "tomas": {"reservations": [], "round": "r", "number": 2, "is_given": False},
    }
    assert mine(records, BlockId("other")) == {}


def test_a_proposal_is_told_as_soon_as_it_is_worded_and_no_points_before_the_round() -> None:
    told = public(records_of(BLOCK, Proposal(BLOCK.id, MAP, 1)), BLOCK.id)

    assert (told["asked"], told["round"]["state"], told["points"]) == (MAP, "none", [])
    assert public(the_room().records, BLOCK.id)["asked"] == ""


def test_a_round_keeps_the_wording_and_the_names_it_was_asked_by() -> None:
    named = Asked(ROUND.id, MAP, 1, AGREEMENT, ("All in", "Mostly", "Torn", "Rather not", "No"), 3, 2)

    told = public(records_of(BLOCK, Proposal(BLOCK.id, "Another wording", 2), ROUND, named), BLOCK.id)

    assert told["asked"] == MAP
    assert [(point["id"], point["label"], point["shade"]) for point in told["points"]] == [
        ("1", "All in", 0), ("2", "Mostly", 2), ("3", "Torn", 4), ("4", "Rather not", 5), ("5", "No", 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "title", "points", "first"),
    [
        ("agreement", "Agreement", "12345678", "Whole-hearted yes"),
        ("fist", "Fist to five", "012345", "Stop"),
        ("roti", "Return on time", "012345", "Lost time"),
        ("rating", "Rating", "12345", "Not at all"),
    ],
)
def test_every_kind_has_its_name_and_its_points(kind: str, title: str, points: str, first: str) -> None:
    told = public(records_of(BLOCK, ROUND, Asked(ROUND.id, MAP, 1, kind)), BLOCK.id)
    said = words()

    assert said[f"title_{told['called']}"] == title
    assert "".join(point["id"] for point in told["points"]) == points
    assert all(said[f"point_{kind}_{at}"] for at in range(len(points)))
    assert said[f"point_{kind}_0"] == first
    assert (told["points"][0]["shade"] >= 0) is (kind in (AGREEMENT, FIST))
