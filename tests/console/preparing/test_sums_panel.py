"""The sums of a day, as they are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.console.preparing.sums_panel import Share, SumColumn, SumsPanel
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.sums import sums_of_day
from tests.console.conftest import Room


def test_tm14_every_sum_is_said(room: Room, shown: Callable[[QWidget], None]) -> None:
    """TM14."""
    room.block("Talk", minutes=100)
    room.block("Lunch", minutes=60, category="pause")
    panel = SumsPanel()

    panel.show_sums(sums_of_day(room.records, FIRST_DAY), room.records)
    shown(panel)

    assert [column.accessibleName() for column in panel.columns] == [
        "Kinds: Gather 1 h 40, Pause 60 min",
        "Methods: Not said 1 h 40",
        "How people sit: Not said 1 h 40",
        "Who leads: Nobody yet 1 h 40",
    ]


def test_many_guides_end_in_one_line_of_others(shown: Callable[[QWidget], None]) -> None:
    column = SumColumn()
    column.show_shares("Who leads", [Share(f"Person {at}", 10) for at in range(6)])
    six = column.sizeHint().height()

    column.show_shares("Who leads", [Share(f"Person {at}", 10) for at in range(40)])

    assert column.sizeHint().height() == six
    assert "Person 39" in column.accessibleName()
