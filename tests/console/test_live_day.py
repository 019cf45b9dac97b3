"""The left column of a live convening."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from facilitator.console.day import Day
from facilitator.console.lateness import ON_TIME, Lateness
from facilitator.console.live_day import LiveDay
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.ribbon import Ribbon
from tests.console.conftest import names

CATCH_UP = Act("U", "Catch up", lambda: None)
END = Act("Shift E", "End this day", lambda: None)


def test_a_late_day_says_how_late_and_when_it_will_likely_end(shown: Callable[[QWidget], None]) -> None:
    column = LiveDay(CATCH_UP, END)
    shown(column)

    column.show_day(Day((), Ribbon(()), "09:00", "16:00", "16:06", Lateness(6, 6, 6), "Today", "Day 2 of 3"))

    said = {label.text() for label in column.findChildren(QLabel)}
    assert {"Today", "Day 2 of 3", "Likely end 16:06", "planned 16:00", "09:00"} <= said
    assert "6 min late" in names(column)


def test_a_delay_that_will_pass_says_until_when(shown: Callable[[QWidget], None]) -> None:
    column = LiveDay(CATCH_UP, END)
    shown(column)
    day = Day((), Ribbon(()), "09:00", "16:00", "16:00", Lateness(3, 0, 0, 750), "Today")
    words = "until 12:30, then on time"

    def told() -> set[str]:
        return {label.text() for label in column.findChildren(QLabel) if label.isVisible()}

    column.show_day(day)
    assert "3 min late" in names(column)
    assert words in told()

    column.hide_lateness(is_hidden=True)
    column.show_day(day)
    assert not ({"3 min late", words} & (told() | set(names(column))))


def test_a_day_that_is_over_says_when_it_ended_and_nothing_more_of_late(shown: Callable[[QWidget], None]) -> None:
    column = LiveDay(CATCH_UP, END)
    shown(column)

    column.show_day(Day((), Ribbon(()), "09:00", "16:00", "15:40", Lateness(-20, -20, -20), "Today", is_over=True))

    said = {label.text() for label in column.findChildren(QLabel)}
    assert {"Ended 15:40", "planned 16:00"} <= said
    assert "Over" in names(column)
    assert "20 min early" not in names(column)


def test_who_was_told_another_end_reads_that_one(shown: Callable[[QWidget], None]) -> None:
    column = LiveDay(CATCH_UP, END)
    shown(column)

    column.show_day(Day((), Ribbon(()), "09:00", "16:00", "16:10", ON_TIME, "Today", promised="16:10"))

    assert "people were told 16:10" in {label.text() for label in column.findChildren(QLabel)}


def test_the_way_to_part_is_shown_while_the_last_block_runs(shown: Callable[[QWidget], None]) -> None:
    column = LiveDay(CATCH_UP, END)
    shown(column)
    assert "End this day" not in names(column)

    column.show_acts(CATCH_UP, END, is_last=True)

    assert "End this day" in names(column)
