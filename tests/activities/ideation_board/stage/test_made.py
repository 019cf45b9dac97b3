"""What a board made, as other scenes tell it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board.stage import figure, letters
from tests.stage.sample_room import SampleRoom


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def test_the_board_tells_letters_and_what_it_made(room: SampleRoom) -> None:
    room.add_ideas()
    room.reveal_board()
    room.cluster()

    assert letters(room.records, room.blocks["ideas"])[room.cards["b1"]] == (1, "B")
    assert figure(room.records) == (40, "ideas", "in 5 clusters")
