"""The day is told from the clocks of its blocks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.convening.clock import StepTime
from facilitator.convening.days import Day
from facilitator.convening.ids import DayId, StepId, StepTimeId
from facilitator.convening.records import Records
from facilitator.convening.steps import Step
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import added
from facilitator.kit.pdf.dates import instant_as_time
from facilitator.kit.pdf.look import Edition
from facilitator.summary.day import LONGEST_LAST, day_section, days_as_run
from tests.kit.pdf.paper import plain_look, printed, words_of
from tests.summary.rooms import IDEAS, MORNING, TALK, VOTE, WATER, WICKED, block, person, ran, records_of


def test_a_block_has_its_planned_and_its_real_minutes() -> None:
    room = records_of(
        WATER, block(IDEAS, "Ideas", "ideation_board", "1"), block(VOTE, "Vote", "dot_vote", "2"), ran(IDEAS, 5, 34)
    )

    ((ideas, vote),) = (run.lines for run in days_as_run(room, MORNING, ()))

    assert (ideas.planned_start, ideas.planned_minutes, ideas.actual_minutes) == (540, 30, 34)
    assert (vote.planned_start, vote.has_run) == (570, False)


@pytest.mark.parametrize(("after", "minutes"), [(20, 20), (40, 40), (600, 30 + LONGEST_LAST // MINUTE)])
def test_a_block_that_nobody_ended_runs_until_now_but_not_through_the_night(after: int, minutes: int) -> None:
    began = Timebox(TALK, began=MORNING, since=MORNING, started=MORNING, length_ms=30 * MINUTE)
    room = records_of(WATER, block(TALK, "Circle", "plain", "1"), began)

    ((line,),) = (run.lines for run in days_as_run(room, MORNING + after * MINUTE, ()))

    assert line.actual_minutes == minutes


def test_a_guide_is_named_only_where_they_may_be() -> None:
    room = records_of(WATER, *person("nomsa", "Nomsa"), block(TALK, "Circle", "plain", "1", guide="nomsa"))

    assert days_as_run(room, MORNING, ("Nomsa",))[0].lines[0].lead == "Nomsa"
    assert days_as_run(room, MORNING, ())[0].lines[0].lead == ""


def test_a_day_without_blocks_has_no_section() -> None:
    assert day_section(plain_look(), []) == []


def test_the_section_says_when_the_day_began_and_ended(tmp_path: Path) -> None:
    room = records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1"), ran(IDEAS, 0, 34))
    look = plain_look()

    text = words_of(printed(look, tmp_path, *day_section(look, days_as_run(room, MORNING, ()))))

    assert "Planned09:00–09:30." in text
    assert "Actual" in text
    assert "+4" in text


def test_funders_see_the_shape_of_the_day_without_its_rows(tmp_path: Path) -> None:
    room = records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1"), ran(IDEAS, 0, 34))
    look = plain_look(Edition.FUNDER)

    text = words_of(printed(look, tmp_path, *day_section(look, days_as_run(room, MORNING, ()))))

    assert "Think" in text
    assert "+4" not in text


def two_days() -> Records:
    """A first day that ran, with steps and rounds, and was caught up with; a second one that is still to come."""
    clients, close = StepId("clients"), StepId("close")
    lunch = block(TALK, "Lunch walk", "plain", "3")
    return records_of(
        WATER,
        Day(DayId("d2"), "The river", "2027-03-19", 600, "1"),
        block(IDEAS, "Troika", "plain", "1"),
        Step(clients, IDEAS, "Two trios", 600, "Clients", rounds=2, place="1"),
        Step(StepId("ask"), IDEAS, "Ask", 240, within=clients, place="1"),
        Step(StepId("say"), IDEAS, "Say", 150, within=clients, place="2"),
        Step(close, IDEAS, "One word each", 300, place="2"),
        *(StepTime(StepTimeId(f"ask/{n}"), IDEAS, StepId("ask"), n, MORNING, 300_000) for n in (1, 2)),
        StepTime(StepTimeId("say/1"), IDEAS, StepId("say"), 1, MORNING, 150_000),
        replace(block(VOTE, "Vote", "dot_vote", "2"), replanned=20),
        replace(lunch, replanned=0),
        replace(block(WICKED, "Wade in", "plain", "1"), day=DayId("d2")),
        ran(IDEAS, 0, 34),
        ran(VOTE, 34, 22),
    )


def test_each_day_has_its_own_times_under_its_own_name(tmp_path: Path) -> None:
    """TM13."""
    look = plain_look()

    text = words_of(printed(look, tmp_path, *day_section(look, days_as_run(two_days(), MORNING, ()))))

    assert "Day2of3·Thursday18March2027Planned09:00–10:30." in text
    assert "Theriver·Friday19March2027Planned10:00–10:30." in text
    assert "10:00Wadein" in text


def test_a_day_without_a_date_says_the_one_on_which_it_was_held(tmp_path: Path) -> None:
    """TM13: the heading of a second day that nobody dated is more than its number."""
    look, day = plain_look(), Day(DayId("d2"), "", "", 600, "1")
    wade = replace(block(WICKED, "Wade in", "plain", "1"), day=day.id)
    to_come = records_of(WATER, day, block(IDEAS, "Troika", "plain", "1"), wade, ran(IDEAS, 0, 30))
    held = to_come.after((added(ran(WICKED, 24 * 60 + 60, 30)),))

    before = words_of(printed(look, tmp_path, *day_section(look, days_as_run(to_come, MORNING, ()))))
    after = words_of(printed(look, tmp_path, *day_section(look, days_as_run(held, MORNING + 2 * 86_400_000, ()))))

    assert "Day2Planned10:00–10:30." in before
    assert "Day2·Friday19March2027Planned10:00–10:30." in after


def test_what_catching_up_changed_is_told(tmp_path: Path) -> None:
    """TM13."""
    look = plain_look()

    text = words_of(printed(look, tmp_path, *day_section(look, days_as_run(two_days(), MORNING, ()))))

    assert "Plannedagain:20mininplaceof30" in text
    assert "Lunchwalkdropped" in text
    assert "Nexttime,givethesetheminutestheytook:Troika:34min." in text


def test_steps_are_in_the_facilitators_edition_alone(tmp_path: Path) -> None:
    """TM13."""
    said = {}
    for edition in Edition:
        look = plain_look(edition)
        said[edition] = words_of(printed(look, tmp_path, *day_section(look, days_as_run(two_days(), MORNING, ()))))

    assert "Clients13min,took12:30min−0:30" in said[Edition.FACILITATOR]
    assert "Onewordeach5min" in said[Edition.FACILITATOR]
    assert "Clients" not in said[Edition.PARTICIPANT] + said[Edition.FUNDER]
    assert "Troika" not in said[Edition.FUNDER]


def test_the_balance_of_a_day_is_in_the_facilitators_edition_alone(tmp_path: Path) -> None:
    """TM14."""
    room = records_of(
        WATER,
        replace(block(IDEAS, "Ideas", "plain", "1", 45), family="doing", mode="task"),
        replace(block(TALK, "Circle", "plain", "2", 15), family="being", mode="process"),
    )
    said = {}
    for edition in Edition:
        look = plain_look(edition)
        said[edition] = words_of(printed(look, tmp_path, *day_section(look, days_as_run(room, MORNING, ()))))

    assert "Plannedfor:Doing45min,Being15min.Process15min,task45min:25to75." in said[Edition.FACILITATOR]
    assert "Process" not in said[Edition.PARTICIPANT] + said[Edition.FUNDER]


def times_of(room: Records, tmp_path: Path) -> str:
    text = words_of(printed(plain_look(), tmp_path, *day_section(plain_look(), days_as_run(room, MORNING, ()))))
    return text[text.index("Actual") :][: len("Actual09:00–09:00.")]


def clock_time(after: int) -> str:
    return instant_as_time(MORNING + after * MINUTE)


def test_a_day_that_goes_on_past_midnight_ends_after_it_began(tmp_path: Path) -> None:
    """TM13."""
    late = 13 * 60 + 30
    room = records_of(
        WATER, block(IDEAS, "Ideas", "ideation_board", "1"), block(TALK, "Circle", "plain", "2"),
        ran(IDEAS, late, 200), ran(TALK, late + 200, 30),
    )  # fmt: skip

    (first, second) = days_as_run(room, MORNING, ())[0].lines
    assert second.actual_start - first.actual_start == 200
    assert times_of(room, tmp_path) == f"Actual{clock_time(late)}–{clock_time(late + 230)}."


def test_a_block_that_the_room_came_back_to_ends_when_it_was_left_last(tmp_path: Path) -> None:
    """TM13."""
    began, back, left = MORNING, MORNING + 40 * MINUTE, MORNING + 50 * MINUTE
    twice = Timebox(IDEAS, began, left, back, 20 * MINUTE, began + 30 * MINUTE, length_ms=30 * MINUTE)
    room = records_of(
        WATER, block(IDEAS, "Ideas", "ideation_board", "1"), block(TALK, "Circle", "plain", "2"),
        twice, ran(TALK, 10, 30),
    )  # fmt: skip

    assert times_of(room, tmp_path) == f"Actual{clock_time(0)}–{clock_time(50)}."
