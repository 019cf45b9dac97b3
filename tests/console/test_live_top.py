"""The bar above a live convening."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.console.live_top import LiveTop
from facilitator.console.surroundings import Surroundings
from facilitator.convening.gathering import the_convening
from tests.console.conftest import Room, names


@pytest.fixture
def top(shown: Callable[[QWidget], None]) -> LiveTop:
    made = LiveTop(str, str, str, str)
    shown(made)
    return made


def test_the_clock_stands_in_the_true_centre(top: LiveTop, room: Room) -> None:
    top.show_convening(the_convening(room.records))
    top.show_clock("10:58")

    clock = next(label for label in top.findChildren(QLabel) if label.text() == "10:58")

    assert abs(clock.geometry().center().x() - top.rect().center().x()) <= 3


def test_phones_are_counted_against_those_expected(top: LiveTop) -> None:
    top.show_room(Surroundings(phones=19, address="10.42.0.1"), 22, "Convening")
    assert {"19 of 22 phones", "Convening"} <= set(names(top))

    top.show_room(Surroundings(), 22, "")

    assert {"No phones yet", "No network"} <= set(names(top))


def test_a_convening_of_several_days_says_which_one_it_is(top: LiveTop, room: Room) -> None:
    top.show_convening(the_convening(room.records), "Day 2 of 3", "From single fixes to one system")

    assert "Day 2 of 3 · From single fixes to one system" in names(top)
