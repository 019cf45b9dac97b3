"""Where arrows lead on the board."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from facilitator.kit.qt.board_layout import BoardColumn, BoardLayout, BoardNote, Height, lay_full_width, lay_whole
from facilitator.kit.qt.board_steps import neighbour
from tests.kit.qt.boards import columns, reached

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


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


@pytest.mark.parametrize("lay", [lay_full_width, lay_whole])
@given(counts=st.lists(st.integers(0, 12), min_size=1, max_size=8), high=st.integers(20, 120))
def test_in_every_layout_every_note_is_reached_from_every_other(
    lay: Callable[[list[BoardColumn], float, Height], BoardLayout], counts: list[int], high: int
) -> None:
    made = [
        BoardColumn(
            f"c{at}", "A", "Name", "sky", tuple(BoardNote(f"{at}.{row}", "x" * (row % 5)) for row in range(count))
        )
        for at, count in enumerate(counts)
    ]
    layout = lay(made, 1.2 if lay is lay_whole else 800, lambda note, _width: high + 17 * len(note.text))

    ways = {here: {neighbour(layout, here, key) for key in _ARROWS} for here in layout.by_id}
    for start in layout.by_id:
        assert reached(ways, start) == set(layout.by_id)
