"""The agenda in tables: planned beside actual, and nothing private in those for the room."""

from __future__ import annotations

from facilitator.app.exporting.agenda_sheets import agenda_sheet, day_name, step_sheet, taken, time_of_day
from facilitator.app.exporting.sheet import Sheet
from facilitator.convening.days import Day
from facilitator.convening.ids import DayId
from facilitator.convening.room import RoomView
from tests.app.exporting.planned import PRIVATE, two_days
from tests.app.exporting.told import BOARD, NOW, VOTE, convening
from tests.convening.given import BOOK


def column(sheet: Sheet, heading: str) -> list[object]:
    at = [name for name, _width in sheet.columns].index(heading)
    return [row[at] for row in sheet.rows]


def test_each_block_has_its_day_its_times_and_what_it_took() -> None:
    """TM13."""
    sheet = agenda_sheet(two_days(), NOW)

    assert column(sheet, "Day") == ["Day 1", "Day 1", "Day 2"]
    assert column(sheet, "Date")[2] == "2027-03-19"
    assert column(sheet, "Starts") == ["09:30", "10:10", "10:00"]
    assert column(sheet, "Ends") == ["10:10", "10:25", "10:25"]
    assert column(sheet, "Minutes planned") == [40, 15, 25]
    assert column(sheet, "Minutes given later") == ["", 0, 20]
    assert column(sheet, "Minutes taken") == [33, "", ""]
    assert column(sheet, "Dropped") == ["", "yes", ""]
    assert column(sheet, "Fixed start") == ["09:30", "", ""]


def test_the_facilitators_own_holds_all_a_block_says() -> None:
    said = repr(agenda_sheet(two_days(), NOW))

    assert not [words for words in (*PRIVATE, "Watch the time", "must", "") if words not in said]


def test_nothing_private_of_a_block_is_in_the_rooms() -> None:
    room = RoomView(BOOK.veils()).of(two_days())

    said = repr((agenda_sheet(room, NOW), step_sheet(room, NOW)))
    assert not [
        words
        for words in (*PRIVATE, "Watch the time", "Kofi", "must", "taken'")
        if words in said.replace("Minutes taken'", "")
    ]
    assert "" in said


def test_each_round_and_phase_has_what_was_planned_and_what_it_took() -> None:
    """TM13."""
    sheet = step_sheet(two_days(), NOW)

    assert column(sheet, "Round") == [1, 1, 2, 2, 1]
    assert column(sheet, "Phase") == ["Ask", "Answer back", "Ask", "Answer back", ""]
    assert column(sheet, "Who") == ["", "pairs", "", "pairs", "all"]
    assert column(sheet, "Seconds planned") == [120, 90, 120, 90, 60]
    assert column(sheet, "Seconds taken") == [150, "", "", "", ""]


def test_a_block_that_never_ran_took_no_time() -> None:
    assert (taken(convening(), BOARD, NOW), taken(convening(), VOTE, NOW)) == (33, "")


def test_a_day_is_called_as_it_was_named_else_by_its_number() -> None:
    assert (day_name(Day(DayId("d"), "The river"), 2), day_name(Day(DayId("d")), 2)) == ("The river", "Day 2")
    assert (time_of_day(545), time_of_day(1450)) == ("09:05", "00:10")
