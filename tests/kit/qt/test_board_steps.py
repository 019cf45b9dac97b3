"""Where arrows lead on the board."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from facilitator.kit.qt.board_layout import BoardLayout, lay_full_width
from facilitator.kit.qt.board_steps import neighbour
from tests.kit.qt.boards import columns


@pytest.fixture
def layout() -> BoardLayout:
    return lay_full_width(columns(15), 790, lambda *_: 40)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("n0", Qt.Key.Key_Down, "n5"),
        ("n5", Qt.Key.Key_Up, "n0"),
        ("n0", Qt.Key.Key_Up, "n0"),
        ("n10", Qt.Key.Key_Down, "n10"),
        ("n5", Qt.Key.Key_Right, "n6"),
        ("n6", Qt.Key.Key_Left, "n5"),
        ("n0", Qt.Key.Key_Left, "n0"),
        ("n0", Qt.Key.Key_End, "n10"),
        ("n10", Qt.Key.Key_Home, "n0"),
        ("", Qt.Key.Key_Down, "n0"),
    ],
)
def test_an_arrow_leads_to_the_neighbour(layout: BoardLayout, start: str, key: Qt.Key, end: str) -> None:
    assert neighbour(layout, start, key) == end


def test_an_empty_column_is_stepped_over() -> None:
    layout = lay_full_width([*columns(1), *columns(0)[1:4]], 790, lambda *_: 40)

    assert neighbour(layout, "n0", Qt.Key.Key_Right) == "n0"


def test_an_empty_board_leads_nowhere() -> None:
    assert neighbour(BoardLayout(), "", Qt.Key.Key_Down) == ""
