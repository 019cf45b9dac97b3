"""Widgets that go on in the next line where the room is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.widgets.flow import Flow


def laid(qtbot: QtBot, wide: int, *widths: int, direction: Qt.LayoutDirection) -> list[QRect]:
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayoutDirection(direction)
    parts = [QWidget(host) for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setFixedSize(width, 30)
    box = QVBoxLayout(host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addLayout(Flow(*parts, gap=10))
    box.addStretch(1)
    host.resize(wide, 200)
    host.show()
    return [part.geometry() for part in parts]


def test_what_fits_stands_in_one_line_and_the_rest_below(qtbot: QtBot) -> None:
    places = laid(qtbot, 220, 100, 100, 100, direction=Qt.LayoutDirection.LeftToRight)

    assert [(place.x(), place.y()) for place in places] == [(0, 0), (110, 0), (0, 40)]


def test_it_begins_at_the_right_where_people_read_so(qtbot: QtBot) -> None:
    places = laid(qtbot, 220, 100, 100, 100, direction=Qt.LayoutDirection.RightToLeft)

    assert [(place.right() + 1, place.y()) for place in places] == [(220, 0), (110, 0), (220, 40)]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    parts = [QWidget(host) for _ in range(3)]
    for part in parts:
        part.setFixedSize(100, 30)
    flow = Flow(*parts, gap=10)
    host.setLayout(flow)
    parts[1].hide()
    host.resize(210, 80)
    host.show()

    assert parts[2].x() == 110
    assert flow.heightForWidth(210) == 30
    assert flow.heightForWidth(150) == 70


@pytest.mark.parametrize("wide", [40, 400])
def test_it_asks_for_no_more_room_than_it_needs(qtbot: QtBot, wide: int) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    part = QWidget(host)
    part.setFixedSize(100, 30)
    flow = Flow(part)
    host.setLayout(flow)

    assert flow.heightForWidth(wide) == 30
    assert (flow.minimumSize().width(), flow.sizeHint().width()) == (100, 100)
    assert flow.itemAt(1) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.takeAt(0) is None
    assert flow.count() == 0
