"""What is to settle before going live. Source: practice, CV5, TM7, TM9-TM12."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.convening.agenda import PAUSE, Block
from facilitator.convening.checks import Severity, Unsettled, unsettled, unsettled_on
from facilitator.convening.days import FIRST_DAY, Day
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.convening.ids import BlockId, DayId, StepId
from facilitator.convening.planning import PlanSteps, Replan
from facilitator.convening.steps import Step
from tests.convening.given import AMINA, CONVENING, PEOPLE, Room

ASKING = ("ideation_board",)


def block(key: str, minutes: int, **said: object) -> Block:
    """A block that lacks nothing."""
    plain = Block(BlockId(key), key.title(), "plain", "", minutes, key, guide=AMINA, output="Open")
    return replace(plain, **said)  # type: ignore[arg-type]  # as the test says


def pause(key: str, minutes: int, **said: object) -> Block:
    return block(key, minutes, category=PAUSE, **said)


def codes(room: Room, severity: Severity = Severity.WARNING) -> list[tuple[str, str]]:
    return [(each.code, each.block) for each in unsettled(room.records, ASKING) if each.severity is severity]


def only(room: Room, code: str) -> Unsettled:
    (found,) = [each for each in unsettled(room.records, ASKING) if each.code == code]
    return found


def test_a_day_that_lacks_nothing_says_nothing() -> None:
    room = Room(CONVENING, *PEOPLE, block("a", 60), pause("b", 15), block("c", 40), block("d", 10, is_buffer=True))

    assert unsettled(room.records, ASKING) == ()


def test_an_empty_day_says_nothing() -> None:
    assert unsettled(Room(CONVENING).records, ASKING) == ()


def test_who_guides_and_what_is_asked_is_missed_but_not_in_a_pause_or_a_buffer() -> None:
    room = Room(
        CONVENING,
        block("a", 30, guide=""),
        pause("b", 15, guide=""),
        block("c", 20, activity="ideation_board"),
        block("d", 10, is_buffer=True, guide=""),
    )

    assert codes(room) == [("no_guide", "a"), ("no_question", "c")]


def test_check_8_a_clash_with_a_fixed_start_is_told_with_its_minutes() -> None:
    """Check 8. TM8: a clash is shown, not hidden."""
    room = Room(CONVENING, block("a", 70), pause("b", 60, pinned=10 * 60))

    assert only(room, "clash").values == {"minutes": 10}


def test_tm7_a_pause_that_was_shortened_is_told() -> None:
    """TM7. Fault of every late day: the lunch pays for the talk."""
    room = Room(CONVENING, *PEOPLE, block("a", 60), pause("b", 60))
    room.when(Replan(FIRST_DAY, (BlockId("b"),), (20,)))

    assert only(room, "pause_shortened").values == {"minutes": 20, "plan": 60}


@pytest.mark.parametrize(("minutes", "is_told"), [(20, True), (29, True), (30, False), (60, False)])
def test_a_lunch_under_half_an_hour_is_told(minutes: int, *, is_told: bool) -> None:
    room = Room(CONVENING, block("a", 180), pause("b", minutes), block("c", 180))

    assert (("lunch_short", "b") in codes(room)) == is_told


def test_a_tea_in_the_morning_or_beside_a_real_lunch_is_no_lunch() -> None:
    room = Room(CONVENING, block("a", 60), pause("b", 15), block("c", 90), pause("d", 60), block("e", 80))
    short_day = Room(CONVENING, block("a", 150), pause("b", 15), block("c", 20))

    assert not [code for code, _ in (*codes(room), *codes(short_day)) if code == "lunch_short"]


def test_tm10_more_than_ninety_minutes_in_one_go_are_told_where_they_pass() -> None:
    """TM10."""
    room = Room(CONVENING, block("a", 60), block("b", 30), block("c", 20), pause("d", 15), block("e", 90))

    found = only(room, "no_break")

    assert (found.block, found.values) == ("c", {"minutes": 110})


def test_tm10_a_real_gap_before_a_fixed_start_is_a_break() -> None:
    """TM10."""
    gap = Room(CONVENING, block("a", 60), block("b", 60, pinned=10 * 60 + 10))
    no_gap = Room(CONVENING, block("a", 60), block("b", 60, pinned=10 * 60 + 9))

    assert not [code for code, _ in codes(gap) if code == "no_break"]
    assert only(no_gap, "no_break").values == {"minutes": 129}


def test_tm9_a_tenth_of_the_work_is_kept_free_and_it_says_what_to_add() -> None:
    """TM9: less is a suggestion, not an error."""
    room = Room(CONVENING, block("a", 85), pause("b", 15), block("c", 90), block("d", 5, is_buffer=True))

    found = only(room, "buffer_small")

    assert (found.severity, found.values) == (Severity.SUGGESTION, {"minutes": 18 - 5})


@pytest.mark.parametrize(("seconds", "code"), [(35 * 60, "steps_longer"), (10 * 60, "steps_shorter"), (20 * 60, "")])
def test_check_10_steps_that_do_not_fit_their_block_are_told(seconds: int, code: str) -> None:
    """Check 10. TM11: a 35-minute method in a 20-minute block."""
    room = Room(CONVENING, *PEOPLE, block("a", 20))
    room.when(PlanSteps(BlockId("a"), (Step(StepId("x"), BlockId(""), "Think", seconds),)))

    assert [each.code for each in unsettled(room.records, ASKING) if each.code.startswith("steps")] == [code][
        : bool(code)
    ]


def test_tm12_under_twenty_seconds_for_each_in_a_round_is_told() -> None:
    """TM12."""
    room = Room(replace(CONVENING, seats=22), block("a", 6, method="check_in"), block("b", 8, method="check_out"))

    found = only(room, "round_short")

    assert (found.block, found.values) == ("a", {"seconds": 16, "people": 22, "minutes": 8})


def test_cv5_blocks_that_leave_nothing_and_are_not_open_are_counted_once() -> None:
    """CV5."""
    room = Room(CONVENING, block("a", 30), block("b", 30, output=""), block("c", 30, output=""))

    found = only(room, "no_output")

    assert (found.block, found.severity, found.values) == ("b", Severity.SUGGESTION, {"count": 2})


def test_each_day_is_looked_at_by_itself_and_warnings_come_first() -> None:
    second = DayId("two")
    blocks = (block("a", 60), block("b", 60, day=second), block("c", 60, day=second, guide=""))
    room = Room(CONVENING, Day(second, "Two", place="F"), *blocks)

    assert [each.code for each in unsettled_on(room.records, second, ASKING)] == [
        "no_guide",
        "no_break",
        "buffer_small",
    ]
    assert [each.code for each in unsettled_on(room.records, FIRST_DAY, ASKING)] == ["buffer_small"]


def test_going_live_is_never_refused_for_it() -> None:
    room = Room(CONVENING, block("a", 200, guide="", activity="ideation_board", output=""))
    assert codes(room)

    room.when(GoLive())

    assert the_convening(room.records).state == "live"
