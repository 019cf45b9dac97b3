"""A scale opens only when its proposal is worded and its rule is set; each round keeps what it asked."""

from __future__ import annotations

import pytest

from facilitator.activities.scale.rules import RULES, settled
from facilitator.activities.scale.rules.points import AGREEMENT, ROTI, SetScale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import Asked, SetRule, asked
from facilitator.convening.ballots import (
    REVEALED,
    CastBallot,
    CastPaper,
    OpenRound,
    Progress,
    RevealedBallot,
    Round,
    revealed,
)
from facilitator.convening.ids import RoundId
from tests.activities.scale.asking import AGREE, MAP, SPREAD, answers, opened, ready, spread_of, the_room
from tests.activities.scale.asking import revealed as reveal
from tests.convening.given import AMINA, TOMAS, WEI, refused

EIGHT = tuple("12345678")


def test_answers_open_only_when_the_rule_is_set() -> None:
    """DE1: a decision poll opens only when its rule is set."""
    room = the_room()
    with refused("scale.no_proposal"):
        room.when(OpenRound(EIGHT), at=AGREE.id)
    room.when(SetProposal(MAP), at=AGREE.id)
    with refused("scale.no_rule"):
        room.when(OpenRound(EIGHT), at=AGREE.id)
    assert not room.records[Round]

    room.when(SetRule(15), at=AGREE.id)
    round_ = opened(room)

    assert room.records[Round][round_].options == EIGHT
    kept = Asked(round_, MAP, 1, AGREEMENT, (), 15, 3, may_block=True)
    assert asked(room.records, round_) == kept


def test_what_decides_nothing_opens_without_a_rule() -> None:
    room = ready(kind=ROTI, enough=0)
    round_ = opened(room)
    assert asked(room.records, round_) == Asked(round_, MAP, 1, ROTI)


@pytest.mark.parametrize(
    "wish", [OpenRound(EIGHT[:7]), OpenRound(EIGHT[::-1]), OpenRound(EIGHT, 2), OpenRound(EIGHT, 2, 2)]
)
def test_a_round_offers_each_point_once(wish: OpenRound) -> None:
    room = ready()
    with refused("scale.bad_points"):
        room.when(wish, at=AGREE.id)
    assert not room.records[Round]


def test_one_answer_each_is_changed_as_a_whole_and_taken_back() -> None:
    room = ready()
    round_ = opened(room)
    room.when(CastBallot(round_, 1, ("2",)), by=AMINA, at=AGREE.id)
    room.when(CastBallot(round_, 2, ("6",)), by=AMINA, at=AGREE.id)
    room.when(CastBallot(round_, 1, ("1",)), by=TOMAS, at=AGREE.id)
    room.when(CastBallot(round_, 2, ()), by=TOMAS, at=AGREE.id)
    room.when(CastPaper(round_, WEI, ("8",)), at=AGREE.id)
    with refused("ballot.too_many_dots"):
        room.when(CastBallot(round_, 3, ("1", "2")), by=AMINA, at=AGREE.id)
    with refused("ballot.no_such_option"):
        room.when(CastBallot(round_, 3, ("9",)), by=AMINA, at=AGREE.id)

    reveal(room, round_)

    assert sorted(revealed(room.records, round_)) == [("6",), ("8",)]


def test_while_it_is_open_no_record_says_how_anybody_answered() -> None:
    room, other = ready(people=19), ready(people=19)
    for each, spread in ((room, SPREAD), (other, SPREAD[::-1])):
        answers(each, opened(each), *spread_of(*spread))

    assert {name: room.records.table(name) for name in room.records.kinds} == {
        name: other.records.table(name) for name in other.records.kinds
    }
    assert [fact.changes for fact in room.facts] == [fact.changes for fact in other.facts]


def test_the_reveal_forgets_who_answered() -> None:
    room = ready()
    round_ = opened(room)
    answers(room, round_, "1", "1", "5")
    reveal(room, round_)

    assert room.records[Round][round_].state == REVEALED
    assert not room.records[Progress]
    assert len(room.records[RevealedBallot]) == 3


def test_an_amended_proposal_is_asked_again_and_both_rounds_keep_their_words() -> None:
    """DE2: amend, poll again."""
    room = ready()
    first = opened(room)
    reveal(room, first)
    room.when(SetProposal("We publish the safe readings."), at=AGREE.id)

    second = opened(room)

    assert [asked(room.records, each).text for each in (first, second)] == [MAP, "We publish the safe readings."]
    assert asked(room.records, second).version == 2
    assert asked(room.records, RoundId("none")) == Asked(RoundId("none"))


def test_a_template_keeps_the_scale_and_not_the_rule_of_other_people() -> None:
    room = ready()
    assert settled(room.records, AGREE.id) == ()
    room.when(SetScale(ROTI), at=AGREE.id)
    assert settled(room.records, AGREE.id) == (SetScale(ROTI),)
    assert RULES.settings == (SetScale,)
