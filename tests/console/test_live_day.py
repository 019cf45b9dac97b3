"""The left column of a live convening."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from facilitator.console.day import Day
from facilitator.console.live_day import LiveDay
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.ribbon import Ribbon
from tests.console.conftest import names


def test_a_late_day_says_how_late_and_when_it_will_likely_end(shown: Callable[[QWidget], None]) -> None:
    column = LiveDay(Act("Ctrl P", "Summary", lambda: None))
    shown(column)

    column.show_day(Day((), Ribbon(()), "09:00", "16:00", "16:06", 6))

    said = {label.text() for label in column.findChildren(QLabel)}
    assert {"Likely end 16:06", "planned 16:00", "09:00"} <= said
    assert "6 min late" in names(column)
