"""The cards of the four ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.catching_up.way_list import WayList
from facilitator.console.catching_up.words import WayRow


def card(code: str, number: int, *, is_chosen: bool) -> WayRow:
    return WayRow(code, number, code, "", "16:00", "6 min won", is_winning=True, is_possible=True, is_chosen=is_chosen)


@pytest.fixture
def ways(shown: Callable[[QWidget], None]) -> WayList:
    made = WayList()
    made.fill(tuple(card(f"way {number}", number, is_chosen=number == 1) for number in range(1, 5)))
    made.go_to("way 1")
    shown(made)
    made.setFocus()
    return made


def test_arrows_and_a_click_choose_a_way(ways: WayList) -> None:
    chosen: list[str] = []
    ways.chosen.connect(chosen.append)

    QTest.keyClick(ways, Qt.Key.Key_Down)
    place = ways.visualRect(ways.model().index(3, 0)).center()
    QTest.mouseClick(ways.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen == ["way 2", "way 4"]


def test_enter_uses_and_the_sides_ask_for_another_block(ways: WayList) -> None:
    used: list[bool] = []
    other: list[int] = []
    ways.used.connect(lambda: used.append(True))
    ways.other.connect(other.append)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(ways, key)

    assert (used, other, ways.current_id()) == ([True], [1, -1], "way 1")


def test_the_chosen_card_is_told_by_more_than_its_colour(ways: WayList) -> None:
    before = ways.grab().toImage()

    ways.fill(tuple(card(f"way {number}", number, is_chosen=number == 2) for number in range(1, 5)))

    assert ways.grab().toImage() != before
    assert ways.rows()[1].said().endswith("chosen")
