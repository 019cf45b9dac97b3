"""The day is shown as planned and as it went."""

from __future__ import annotations

from pathlib import Path

from facilitator.kit.pdf.agenda import LABEL, Line, StepLine, agenda_ribbons, agenda_table, day_ribbon, length_words
from facilitator.kit.pdf.look import Edition
from tests.kit.pdf.paper import colours, ink, pages_of, plain_look, printed, rgb, roles, words_of

RAN = [
    Line("Arrive", "Nomsa Dube", "gather", 540, 15, 540, 15),
    Line("Check-in", "Wambũi Kariuki", "gather", 555, 20, 555, 24),
    Line("Tea", "", "pause", 575, 15, 579, 12),
    Line("Commitments", "Rosa Quispe", "act", 590, 30),
]
PLAN = [Line(line.title, line.lead, line.category, line.planned_start, line.planned_minutes) for line in RAN]


def test_each_block_says_planned_and_real_start_and_the_difference(tmp_path: Path) -> None:
    look = plain_look()

    text = words_of(printed(look, tmp_path, *agenda_table(look, RAN)))

    assert "09:0009:00ArriveNomsaDube0" in text
    assert "09:1509:15Check-inWambũiKariuki+4" in text
    assert "09:3509:39Tea−3" in text


def test_a_block_that_never_ran_says_so(tmp_path: Path) -> None:
    look = plain_look()

    text = words_of(printed(look, tmp_path, *agenda_table(look, RAN)))

    assert "09:50–CommitmentsRosaQuispenotrun" in text


def test_before_the_day_there_is_only_the_plan(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, *agenda_table(look, PLAN))

    assert "Actual" not in words_of(page)
    assert "notrun" not in words_of(page)
    assert rgb(look.theme.colours.accent) not in colours(page)


def test_the_legend_names_only_the_categories_of_the_day(tmp_path: Path) -> None:
    look = plain_look()

    text = words_of(printed(look, tmp_path, *agenda_ribbons(look, RAN)))

    assert "GatherActPause" in text
    assert "Decide" not in text


def test_ribbons_tell_their_minutes_to_who_cannot_see_them(tmp_path: Path) -> None:
    look = plain_look()

    assert roles(printed(look, tmp_path, *agenda_ribbons(look, RAN))).count("Figure") == 2
    assert roles(printed(look, tmp_path, day_ribbon(look, RAN))) == ["Document", "Figure"]


def test_overtime_is_coloured(tmp_path: Path) -> None:
    look = plain_look()

    assert rgb(look.over_plan) in colours(printed(look, tmp_path, *agenda_table(look, RAN)))


def test_sixty_blocks_with_steps_break_over_pages_and_leave_none_out(tmp_path: Path) -> None:
    look = plain_look(Edition.FACILITATOR)
    steps = (StepLine("Alone, in silence", 150, 170), StepLine("In pairs: " + "listen " * 40, 300))
    lines = [Line(f"Block {n:02}", "Nomsa Dube", "think", 540 + n, 10, 540 + n, 10, steps=steps) for n in range(60)]

    pages = pages_of(printed(look, tmp_path, *agenda_table(look, lines)))

    assert all(f"Block{n:02}" in "".join(pages) for n in range(60))
    assert "".join(pages).count("Alone,insilence") == 60
    assert len(pages) > 3


def test_a_length_is_said_in_minutes_and_seconds_where_there_are_any() -> None:
    assert [length_words(plain_look(), seconds) for seconds in (60, 150, 3605)] == ["1 min", "2:30 min", "60:05 min"]


def test_a_day_of_which_half_was_held_is_half_as_long_as_its_plan(tmp_path: Path) -> None:
    """TM13: a minute is as wide in both ribbons."""
    look = plain_look()
    held = [Line("Arrive", "", "gather", 540, 60, 540, 60), Line("Plans", "", "think", 600, 60)]

    planned, actual, _legend = agenda_ribbons(look, held)

    left, _top, right, _foot = ink(printed(look, tmp_path, planned))
    began, _top, ended, _foot = ink(printed(look, tmp_path, actual))
    assert abs(began - left) <= 1  # two words begin there, and no two letters alike
    assert abs((ended - left - LABEL) - (right - left - LABEL) / 2) < 3
