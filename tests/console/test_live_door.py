"""Before the first block, and after the last."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.console.live_door import LiveDoor
from facilitator.console.steering import Steering
from facilitator.console.surroundings import Surroundings
from facilitator.convening.clock import EndConvening
from facilitator.convening.gathering import GoLive
from tests.console.conftest import Room, names


@pytest.fixture
def door(room: Room, shown: Callable[[QWidget], None]) -> LiveDoor:
    made = LiveDoor(Steering(str, room.records, tuple, abs, lambda: room.now).acts())
    made.show_records(room.records)
    shown(made)
    return made


def seen(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_door_says_how_it_stands(door: LiveDoor, room: Room) -> None:
    assert "Ready when you are" in seen(door)
    assert "Go live" in names(door)

    room.say(GoLive())
    door.show_surroundings(Surroundings(address="10.42.0.1:8000"))
    door.show_records(room.records)
    assert {"The doors are open", "10.42.0.1:8000", "K7QX 93PF", "0 people are here"} <= set(seen(door))
    room.say(EndConvening())
    door.show_records(room.records)

    assert "The day is over" in seen(door)


def test_the_first_block_is_named_on_its_button(door: LiveDoor, room: Room) -> None:
    room.block("Arrive")
    room.say(GoLive())

    door.show_records(room.records)

    assert "Begin: Arrive" in names(door)
