"""How much support is enough is said before anybody answers; what the answers come to is never an average."""

from __future__ import annotations

import pytest

from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, ROTI, Scale, SetScale
from facilitator.activities.scale.rules.support import (
    BLOCKED,
    BUY_IN,
    MOST_PEOPLE,
    NOT_ENOUGH,
    STAKES,
    SUPPORTED,
    SetRule,
    SupportRule,
    asked,
    enough_for,
    heard_first,
    is_told,
    people,
    spread,
    support,
    the_rule,
    usual_counts,
    verdict,
)
from facilitator.convening.ballots import REVEALED, CloseRound, RevealRound, Round
from facilitator.convening.ids import BlockId, PersonId
from facilitator.convening.people import Join
from tests.activities.scale.asking import AGREE, SPREAD, answers, opened, ready, revealed, spread_of, the_room
from tests.convening.given import MORNING, Room, refused

BLOCK = BlockId("b")


def answered(room: Room, *points: str) -> Round:
    round_ = opened(room)
    answers(room, round_, *points)
    return revealed(room, round_)


def test_a_rule_is_kept_with_what_weighs_and_when_it_was_set() -> None:
    room = the_room()
    assert the_rule(room.records, AGREE.id) == SupportRule(AGREE.id, enough=0, counts=3)
    room.later(5000)

    room.when(SetRule(15, 2, may_block=False, weights=(BUY_IN, STAKES)), at=AGREE.id)

    kept = SupportRule(AGREE.id, 15, 2, may_block=False, weights=(STAKES, BUY_IN), agreed=MORNING + 5000)
    assert the_rule(room.records, AGREE.id) == kept


@pytest.mark.parametrize(
    "wish",
    [SetRule(0), SetRule(-1), SetRule(MOST_PEOPLE + 1), SetRule(3, 0), SetRule(3, 8), SetRule(3, weights=("mood",))],
)
def test_a_rule_that_fits_no_scale_of_eight_changes_nothing(wish: SetRule) -> None:
    room = the_room()
    before = room.records

    with refused("scale.bad_rule"):
        room.when(wish, at=AGREE.id)

    assert room.records is before


@pytest.mark.parametrize("wish", [SetRule(1, 1), SetRule(MOST_PEOPLE, 7)])
def test_the_smallest_and_the_largest_rule_are_taken(wish: SetRule) -> None:
    room = the_room()
    room.when(wish, at=AGREE.id)
    assert the_rule(room.records, AGREE.id).enough == wish.enough


@pytest.mark.parametrize("kind", [ROTI, RATING])
def test_what_decides_nothing_has_no_rule(kind: str) -> None:
    room = the_room()
    room.when(SetScale(kind), at=AGREE.id)

    with refused("scale.bad_rule"):
        room.when(SetRule(3), at=AGREE.id)


def test_another_scale_needs_another_rule_and_other_names_do_not() -> None:
    room = ready(enough=2)
    room.when(SetScale(AGREEMENT, tuple("abcdefgh")), at=AGREE.id)
    assert the_rule(room.records, AGREE.id).enough == 2

    room.when(SetScale(AGREEMENT, tuple("abcdef")), at=AGREE.id)

    assert the_rule(room.records, AGREE.id) == SupportRule(AGREE.id, enough=0, counts=2)
    room.when(SetRule(3), at=AGREE.id)
    room.when(SetScale(FIST), at=AGREE.id)
    assert the_rule(room.records, AGREE.id) == SupportRule(AGREE.id, enough=0, counts=3)


def test_a_rule_is_fixed_while_answers_are_open() -> None:
    """DE1: the rule stands before the first answer, and no answer moves it."""
    room = ready()
    round_ = opened(room)
    with refused("scale.is_open"):
        room.when(SetRule(1), at=AGREE.id)
    room.when(CloseRound(round_), at=AGREE.id)
    with refused("scale.is_open"):
        room.when(SetRule(1), at=AGREE.id)


def test_a_round_keeps_the_rule_it_was_asked_by() -> None:
    room = ready(enough=2)
    round_ = answered(room, "1", "2")
    room.when(SetRule(3, 1), at=AGREE.id)
    room.when(SetScale(FIST), at=AGREE.id)

    assert asked(room.records, round_.id).supporting == ("1", "2", "3")
    assert asked(room.records, round_.id).blocking == "8"
    assert verdict(room.records, round_) == SUPPORTED


@pytest.mark.parametrize(
    ("scale", "counts", "first"),
    [(Scale(BLOCK), 3, "45678"), (Scale(BLOCK, AGREEMENT, tuple("abcde")), 2, "345"), (Scale(BLOCK, FIST), 3, "012")],
)
def test_everybody_who_does_not_support_is_heard_first(scale: Scale, counts: int, first: str) -> None:
    """DE2 hears 4 to 8 first, DE3 hears 0 to 2."""
    assert usual_counts(scale) == counts
    assert "".join(heard_first(scale, counts)) == first


@pytest.mark.parametrize(
    ("here", "weights", "enough"), [(22, 0, 11), (22, 1, 14), (22, 2, 15), (22, 3, 17), (22, 4, 20), (0, 4, 1)]
)
def test_the_more_weighs_the_more_people_are_enough(here: int, weights: int, enough: int) -> None:
    """DE2: from stakes, duration, difficulty and needed buy-in, how much support is enough."""
    assert enough_for(here, weights) == enough


def test_the_room_of_the_pictures_supports_by_seventeen_of_twenty_two() -> None:
    room = ready(enough=15, people=19)
    round_ = answered(room, *spread_of(*SPREAD))

    assert list(spread(room.records, round_).values()) == list(SPREAD)
    assert (support(room.records, round_), people(room.records, round_)) == (17, 22)
    assert verdict(room.records, round_) == SUPPORTED


@pytest.mark.parametrize(
    ("points", "enough", "said"),
    [
        (("1", "3", "4"), 2, SUPPORTED),
        (("1", "4", "4"), 2, NOT_ENOUGH),
        (("1", "1", "8"), 2, BLOCKED),
        ((), 1, NOT_ENOUGH),
    ],
)
def test_the_rule_says_what_the_answers_come_to(points: tuple[str, ...], enough: int, said: str) -> None:
    room = ready(enough=enough)
    round_ = answered(room, *points)
    assert verdict(room.records, round_) == said


def test_a_last_point_that_may_not_block_is_an_answer_like_another() -> None:
    room = ready()
    room.when(SetRule(2, may_block=False), at=AGREE.id)
    round_ = answered(room, "1", "2", "8")
    assert verdict(room.records, round_) == SUPPORTED


def test_nothing_is_counted_before_the_reveal() -> None:
    room = ready()
    key = opened(room)
    answers(room, key, "1", "2", "8")
    for closing in (None, CloseRound(key)):
        if closing is not None:
            room.when(closing, at=AGREE.id)
        round_ = room.records[Round][key]
        assert spread(room.records, round_) == {}
        assert support(room.records, round_) == 0
        assert verdict(room.records, round_) == ""
        assert not is_told(room.records, round_)
    room.when(RevealRound(key), at=AGREE.id)
    assert verdict(room.records, room.records[Round][key]) == BLOCKED


@pytest.mark.parametrize(
    ("kind", "count", "told"), [(ROTI, 4, False), (ROTI, 5, True), (RATING, 4, False), (FIST, 1, True)]
)
def test_a_pulse_is_told_from_five_answers_up(kind: str, count: int, told: bool) -> None:
    """DE5: a distribution of fewer would say who gave what."""
    room = ready(kind=kind, enough=1 if kind == FIST else 0, people=2)
    round_ = answered(room, *["3"] * count)

    assert is_told(room.records, round_) is told
    assert verdict(room.records, round_) == (SUPPORTED if kind == FIST else "")
    assert support(room.records, round_) == (count if kind == FIST else 0)


def test_of_how_many_follows_the_room_until_the_reveal_and_stands_from_then_on() -> None:
    room = ready()
    key = opened(room)
    room.when(Join("Late"), by=PersonId(""))
    assert people(room.records, room.records[Round][key]) == 4
    answers(room, key, "1", "1", "1")
    round_ = revealed(room, key)
    room.when(Join("Later"), by=PersonId(""))
    assert people(room.records, round_) == 4
    assert people(room.records, Round(key, AGREE.id, state=REVEALED, expected=2, ballots=9)) == 9
