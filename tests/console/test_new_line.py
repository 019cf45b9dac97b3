"""The line for a new block."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.new_line import NewLine
from facilitator.kit.qt.widgets.frames import column


@pytest.fixture
def line(shown: Callable[[QWidget], None]) -> NewLine:
    host, made = QWidget(), NewLine()
    column(host, made)
    shown(host)
    host.setProperty("line", made)
    made.open_line()
    return made


def test_enter_tells_what_was_written_and_closes_it(line: NewLine) -> None:
    told: list[str] = []
    line.written.connect(told.append)

    QTest.keyClicks(line, "Walk 5")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert told == ["Walk 5"]
    assert line.isHidden()


def test_escape_tells_nothing_and_the_next_time_it_is_empty(line: NewLine) -> None:
    told: list[str] = []
    line.written.connect(told.append)
    QTest.keyClicks(line, "Walk")
    QTest.keyClick(line, Qt.Key.Key_Escape)

    line.open_line()

    assert (told, line.text()) == ([], "")
