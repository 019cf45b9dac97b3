"""The day is told from the clocks of its blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.kit.pdf.look import Edition
from facilitator.summary.day import LONGEST_LAST, day_section, lines_of_day
from tests.kit.pdf.paper import plain_look, printed, words_of
from tests.summary.rooms import IDEAS, MORNING, TALK, VOTE, WATER, block, person, ran, records_of


def test_a_block_has_its_planned_and_its_real_minutes() -> None:
    room = records_of(
        WATER, block(IDEAS, "Ideas", "ideation_board", "1"), block(VOTE, "Vote", "dot_vote", "2"), ran(IDEAS, 5, 34)
    )

    ideas, vote = lines_of_day(room, MORNING, ())

    assert (ideas.planned_start, ideas.planned_minutes, ideas.actual_minutes) == (540, 30, 34)
    assert (vote.planned_start, vote.has_run) == (570, False)


@pytest.mark.parametrize(("after", "minutes"), [(20, 20), (40, 40), (600, 30 + LONGEST_LAST // MINUTE)])
def test_a_block_that_nobody_ended_runs_until_now_but_not_through_the_night(after: int, minutes: int) -> None:
    began = Timebox(TALK, began=MORNING, since=MORNING, started=MORNING, length_ms=30 * MINUTE)
    room = records_of(WATER, block(TALK, "Circle", "plain", "1"), began)

    (line,) = lines_of_day(room, MORNING + after * MINUTE, ())

    assert line.actual_minutes == minutes


def test_a_guide_is_named_only_where_they_may_be() -> None:
    room = records_of(WATER, *person("nomsa", "Nomsa"), block(TALK, "Circle", "plain", "1", guide="nomsa"))

    assert lines_of_day(room, MORNING, ("Nomsa",))[0].lead == "Nomsa"
    assert lines_of_day(room, MORNING, ())[0].lead == ""


def test_a_day_without_blocks_has_no_section() -> None:
    assert day_section(plain_look(), []) == []


def test_the_section_says_when_the_day_began_and_ended(tmp_path: Path) -> None:
    room = records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1"), ran(IDEAS, 0, 34))
    look = plain_look()

    text = words_of(printed(look, tmp_path, *day_section(look, lines_of_day(room, MORNING, ()))))

    assert "Planned09:00–09:30." in text
    assert "Actual" in text
    assert "+4" in text


def test_funders_see_the_shape_of_the_day_without_its_rows(tmp_path: Path) -> None:
    room = records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1"), ran(IDEAS, 0, 34))
    look = plain_look(Edition.FUNDER)

    text = words_of(printed(look, tmp_path, *day_section(look, lines_of_day(room, MORNING, ()))))

    assert "Think" in text
    assert "+4" not in text
