"""What of a scale's records reaches the stage."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.rules.outcome import Decide
from facilitator.activities.scale.rules.points import ROTI
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.stage.shown import WORDED, Shown, shown_in
from facilitator.convening.ballots import CLOSED, INTERRUPTED, OPEN, REVEALED, CloseRound, InterruptRound
from facilitator.convening.ids import BlockId
from tests.activities.scale.asking import AGREE, SPREAD, answers, opened, ready, revealed, spread_of, the_room
from tests.activities.scale.stage.looking import ARABIC
from tests.convening.given import Room


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """The direction of reading is asked where Qt is."""


def seen(room: Room) -> Shown:
    return shown_in(room.seen, AGREE.id)


def test_a_scale_goes_through_its_states() -> None:
    room = the_room(people=19)
    states = [seen(room).state]
    room = ready(people=19)
    states.append(seen(room).state)
    round_ = opened(room)
    states.append(seen(room).state)
    room.when(CloseRound(round_), at=AGREE.id)
    states.append(seen(room).state)
    room.when(InterruptRound(round_), at=AGREE.id)
    states.append(seen(room).state)
    revealed(room, opened(room))
    states.append(seen(room).state)

    assert states == ["", WORDED, OPEN, CLOSED, INTERRUPTED, REVEALED]


def test_nothing_of_the_answers_is_there_before_the_reveal() -> None:
    one, other = ready(people=19), ready(people=19)
    for room, points in ((one, spread_of(5)), (other, spread_of(0, 0, 0, 0, 0, 0, 0, 5))):
        answers(room, opened(room), *points)

    assert seen(one) == seen(other)
    assert seen(one).done == 5
    assert not seen(one).counts


def test_the_spread_comes_with_the_reveal() -> None:
    room = ready(people=19)
    round_ = opened(room)
    answers(room, round_, *spread_of(*SPREAD))
    revealed(room, round_)

    assert tuple(seen(room).counts.values()) == SPREAD
    assert (seen(room).supporters, seen(room).done, seen(room).people) == (17, 22, 22)
    assert seen(room).is_heard


def test_a_pulse_of_few_has_no_counts() -> None:
    """DE5."""
    room = ready(kind=ROTI, enough=0, people=3)
    round_ = opened(room)
    answers(room, round_, *"3345")
    revealed(room, round_)

    assert seen(room).state == REVEALED
    assert not seen(room).counts


def test_whoever_comes_later_is_one_more_who_is_waited_for() -> None:
    room = ready(people=2)
    opened(room)

    assert seen(room).people == 5


def test_new_words_leave_a_round_unless_it_was_decided() -> None:
    room = ready(people=19)
    revealed(room, opened(room))
    room.when(SetProposal("We publish by June."), at=AGREE.id)
    assert (seen(room).state, seen(room).version) == (WORDED, 2)

    room.when(Decide("let_go"), at=AGREE.id)

    assert (seen(room).state, seen(room).version, seen(room).outcome) == (REVEALED, 1, "let_go")


def test_it_is_read_from_the_side_of_what_is_asked() -> None:
    assert seen(ready(ARABIC)).is_mirrored
    assert not seen(ready()).is_mirrored


def test_a_block_that_is_gone_shows_nothing() -> None:
    assert shown_in(ready().seen, BlockId("gone")).state == ""
