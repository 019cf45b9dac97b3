"""How boards are read: one choice, told when it changes and only then."""

from __future__ import annotations

from facilitator.kit.qt.way_of_reading import Way, WayOfReading


def test_what_is_chosen_is_told_once() -> None:
    told: list[Way] = []
    way = WayOfReading()
    way.changed.connect(told.append)

    for wanted in (Way.BOARD, Way.LIST, Way.LIST, Way.BOARD):
        way.take(wanted)

    assert told == [Way.LIST, Way.BOARD]
    assert way.way is Way.BOARD
