"""Catching up with a day that runs late, four ways."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given as tried_with
from hypothesis import strategies as st

from facilitator.convening.agenda import AS_PLANNED, COULD, FREE, KEPT, PAUSE, Block, agenda
from facilitator.convening.catch_up import (
    BUFFERS,
    DROP,
    IN_VAIN,
    MOVE_END,
    NONE_LEFT,
    ON_TIME,
    SHORTEN,
    TOO_LATE,
    Way,
    Ways,
    after,
    by_dropping,
    is_kept,
    least_minutes,
    ways,
)
from facilitator.convening.clock import StartBlock
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.planning import Replan
from facilitator.convening.steps import Step
from facilitator.convening.timebox import MINUTE
from facilitator.convening.timetable import Moments, minutes_late, timetable
from tests.convening.given import CONVENING, MORNING, Room

MIDNIGHT = MORNING - 9 * 60 * MINUTE


def block(key: str, minutes: int, activity: str = "plain", **said: object) -> Block:
    return replace(Block(BlockId(key), key, activity, "", minutes), **said)  # type: ignore[arg-type]


WELCOME = block("welcome", 20, place="A1")
TALK = block("talk", 30, place="B1")
IDEAS = block("ideas", 40, "ideation_board", place="C1")
SPARE = block("spare", 10, is_buffer=True, place="D1")
LUNCH = block("lunch", 60, category=PAUSE, place="E1")
VOTE = block("vote", 20, "dot_vote", place="F1", priority=COULD)
STORY = block("story", 10, place="G1", priority=COULD)
CLOSING = block("closing", 15, place="H1")
DAY = (WELCOME, TALK, IDEAS, SPARE, LUNCH, VOTE, STORY, CLOSING)


def late_by(minutes: int, *blocks: Block) -> Room:
    """A day whose first block has run over by so many minutes."""
    room = Room(CONVENING, *(blocks or DAY))
    room.when(GoLive())
    first = agenda(room.records)[0]
    room.when(StartBlock(first.id))
    room.later((first.minutes + minutes) * MINUTE)
    return room


def moments(room: Room) -> Moments:
    return Moments(room.now, "2027-01-15", lambda at: (at - MIDNIGHT) // MINUTE)


def offered(room: Room, *freed: Block) -> Ways:
    return ways(room.records, FIRST_DAY, moments(room), frozenset(each.id for each in freed))


def taken(room: Room, way: Way) -> dict[str, int]:
    """What a way takes from whom, in minutes."""
    blocks = room.records[Block]
    return {
        key: blocks[key].minutes_now - minutes for key, minutes in zip(way.wish.blocks, way.wish.minutes, strict=True)
    }


def test_check_6_a_late_day_is_offered_four_ways_with_the_end_of_each() -> None:
    """Check 6. TM6: each choice has its effect shown before it is taken."""
    room = late_by(8)

    found = offered(room)

    assert [way.code for way in found] == [BUFFERS, SHORTEN, DROP, MOVE_END]
    assert [way.likely_ends - 540 for way in found] == [205, 205, 203, 213]
    assert [way.won for way in found] == [8, 8, 10, 0]
    assert all(way.is_possible for way in found)


def test_buffers_ahead_give_what_the_day_is_late_and_no_more() -> None:
    room = late_by(8)
    assert taken(room, offered(room)[0]) == {"spare": 8}

    much = late_by(25)

    assert taken(much, offered(much)[0]) == {"spare": 10}
    assert offered(much)[0].won == 10


def test_inputs_give_before_activities_in_proportion_to_their_minutes() -> None:
    """TM6b, TM7: shorten inputs before activities, whole minutes, the largest remainders."""
    room = late_by(8)
    assert taken(room, offered(room)[1]) == {"talk": 6, "story": 2}

    much = late_by(30)

    # The inputs give all they can, half of each; then the activities give the rest, 40 to 20.
    assert taken(much, offered(much)[1]) == {"talk": 15, "story": 5, "ideas": 7, "vote": 3}


def test_no_block_is_shortened_below_half_of_its_plan_nor_a_minute_a_step() -> None:
    room = late_by(500)
    steps = [Step(StepId(f"s{at}"), IDEAS.id, "Write", 60, place=f"{at}1") for at in range(3)]
    long = Step(StepId("long"), IDEAS.id, "Write", 60, rounds=27, place="z1")
    phases = [Step(StepId(f"p{at}"), IDEAS.id, "Say", 30, within=StepId("s0"), place=f"{at}2") for at in range(2)]

    assert least_minutes(room.records, TALK) == 15
    assert taken(room, offered(room)[1]) == {"talk": 15, "ideas": 20, "vote": 10, "story": 5}
    with_steps = Room(CONVENING, IDEAS, *steps, *phases, long).records
    assert least_minutes(with_steps, IDEAS) == 30


def test_check_6_pauses_and_the_closing_are_left_alone_unless_freed() -> None:
    """Check 6. TM7: breaks, meals and the closing are never shortened by default."""
    room = late_by(500)
    assert [is_kept(room.records, each) for each in DAY] == [False] * 4 + [True] + [False] * 2 + [True]
    assert not {"lunch", "closing", "welcome"} & set(offered(room)[1].wish.blocks)

    freed = taken(room, offered(room, LUNCH, CLOSING)[1])

    assert (freed["lunch"], freed["closing"]) == (30, 7)


def test_a_block_that_was_protected_is_kept_and_a_pause_that_was_freed_in_the_plan_is_not() -> None:
    room = late_by(
        500, WELCOME, replace(TALK, protection=KEPT), replace(LUNCH, protection=FREE), replace(CLOSING, protection=FREE)
    )

    assert set(taken(room, offered(room)[1])) == {"lunch", "closing"}


def test_who_frees_a_block_by_hand_lets_it_give_among_the_first() -> None:
    room = late_by(6)

    assert taken(room, offered(room, LUNCH)[1]) == {"talk": 2, "lunch": 4}


def test_the_block_that_runs_gives_only_when_freed_and_only_what_it_has_left() -> None:
    room = late_by(20)
    room.when(StartBlock(TALK.id))
    room.later(30 * MINUTE)
    room.when(StartBlock(IDEAS.id))
    room.later(36 * MINUTE)
    assert "ideas" not in taken(room, offered(room)[1])

    assert taken(room, offered(room, IDEAS)[1])["ideas"] == 4


def test_minutes_won_before_a_fixed_start_that_is_met_are_not_taken() -> None:
    """TM8: a pinned lunch waits for its time, so nothing is won before it."""
    pinned = tuple(replace(each, pinned=12 * 60) if each.id == "lunch" else each for each in DAY)
    room = late_by(0, *pinned)
    room.records = after(room.records, Replan(FIRST_DAY, (CLOSING.id,), (25,)))

    assert taken(room, offered(room)[1]) == {"vote": 5, "story": 5}
    assert offered(room)[0].why_not == IN_VAIN


def test_before_a_fixed_start_that_is_missed_only_what_it_is_late_is_taken() -> None:
    pinned = tuple(replace(each, pinned=540 + 110) if each.id == "lunch" else each for each in DAY)
    room = late_by(13, *pinned)
    room.records = after(room.records, Replan(FIRST_DAY, (CLOSING.id,), (25,)))

    shorter = taken(room, offered(room)[1])

    # The day is 13 late, of which 3 are won before lunch; what more was taken there would only be waited for.
    assert shorter == {"talk": 3, "story": 5, "vote": 5}
    assert offered(room)[1].won == 13


def test_the_could_block_that_fits_best_goes_and_others_can_be_chosen() -> None:
    room = late_by(8)
    way = offered(room)[2]
    assert (way.wish.blocks, way.wish.minutes, way.choices) == (("story",), (0,), ("story", "vote"))
    assert offered(late_by(14))[2].wish.blocks == ("vote",)
    assert offered(late_by(60))[2].wish.blocks == ("vote",)

    other = by_dropping(room.records, FIRST_DAY, moments(room), frozenset(), VOTE.id)

    assert (other.wish.blocks, other.won, other.choices) == (("vote",), 20, ("story", "vote"))
    assert by_dropping(room.records, FIRST_DAY, moments(room), frozenset(), LUNCH.id) == way


def test_moving_the_end_says_the_likely_one() -> None:
    room = late_by(8)
    way = offered(room)[3]

    then = after(room.records, way.wish)

    assert (way.wish.told, way.won) == (540 + 213, 0)
    assert minutes_late(then, FIRST_DAY, timetable(then, FIRST_DAY, moments(room))) == 0
    assert offered(late_by(40 * 60))[3].why_not == TOO_LATE


def test_a_day_on_time_needs_no_way() -> None:
    room = late_by(0)

    assert [way.why_not for way in offered(room)] == [ON_TIME] * 4
    assert [way.won for way in ways(Room(CONVENING).records, FIRST_DAY, moments(room))] == [0] * 4


def test_a_way_without_anything_to_take_says_so() -> None:
    room = late_by(5, WELCOME, CLOSING)

    assert [way.why_not for way in offered(room)] == [NONE_LEFT, NONE_LEFT, NONE_LEFT, ""]
    assert [way.likely_ends for way in offered(room)] == [540 + 40] * 4


def test_a_way_is_one_wish_and_one_undo_returns() -> None:
    """TM6: each choice is undoable."""
    room = late_by(8)
    before = room.records[Block]
    room.when(offered(room)[1].wish)
    assert room.records[Block][TALK.id].minutes_now == 24

    room.undo()

    assert room.records[Block] == before


def test_who_came_back_to_an_earlier_block_can_take_from_all_that_follow_it() -> None:
    """TM6: a look ahead does not use up what lies between."""
    room = late_by(10)
    room.when(StartBlock(STORY.id))
    room.later(MINUTE)
    room.when(StartBlock(WELCOME.id))

    # The story took one minute of its ten: one is left to win.
    assert taken(room, offered(room)[0]) == {"spare": 1}


def kept_in_the_plan(each: Block) -> bool:
    return each.protection == KEPT or (each.protection == "" and each.category == PAUSE)


@st.composite
def late_days(draw: st.DrawFn) -> tuple[Room, frozenset[BlockId]]:
    """Any day that runs late, and some blocks of it that were freed."""
    blocks, at = [block("b0", draw(st.integers(1, 60)), place="A1")], 540
    for number in range(1, draw(st.integers(2, 9))):
        at += blocks[-1].minutes
        minutes = draw(st.integers(1, 90))
        made = block(
            f"b{number}",
            minutes,
            draw(st.sampled_from(("plain", "dot_vote"))),
            category=draw(st.sampled_from(("think", PAUSE))),
            priority=draw(st.sampled_from(("must", "should", COULD))),
            is_buffer=draw(st.booleans()),
            pinned=draw(st.sampled_from((-1, -1, -1, at - 10, at, at + 10))),
            protection=draw(st.sampled_from(("", "", KEPT, FREE))),
            # Later blocks that were given more minutes make a day late after a fixed start that is met.
            replanned=draw(st.sampled_from((AS_PLANNED, AS_PLANNED, minutes + 20))),
            place=f"B{number}",
        )
        blocks.append(made)
    freed = draw(st.frozensets(st.sampled_from([each.id for each in blocks])))
    return late_by(draw(st.integers(0, 90)), *blocks), freed


@tried_with(late_days())
def test_every_way_keeps_to_its_rules_on_any_day(case: tuple[Room, frozenset[BlockId]]) -> None:
    """TM6, TM7: what is kept is untouched, nothing is taken in vain, and the end that is told is the one that comes."""
    room, freed = case
    now = timetable(room.records, FIRST_DAY, moments(room))
    late = minutes_late(room.records, FIRST_DAY, now)
    blocks = room.records[Block]

    for way in ways(room.records, FIRST_DAY, moments(room), freed):
        if not way.is_possible:
            assert way.won == 0
            continue
        then = timetable(after(room.records, way.wish), FIRST_DAY, moments(room))
        assert then[-1].likely_ends == way.likely_ends == now[-1].likely_ends - way.won
        given = taken(room, way)
        assert not {key for key in given if kept_in_the_plan(blocks[BlockId(key)])} - freed
        if way.code in (BUFFERS, SHORTEN):
            assert sum(given.values()) == way.won <= late
            assert all(minutes > 0 for minutes in given.values())
        if way.code == SHORTEN:
            pairs = zip(way.wish.blocks, way.wish.minutes, strict=True)
            assert all(minutes >= least_minutes(room.records, blocks[key]) for key, minutes in pairs)
        if way.code == DROP:
            assert blocks[way.wish.blocks[0]].priority == COULD
