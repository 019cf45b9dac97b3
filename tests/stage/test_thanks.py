"""The thanks count what the room made, and name nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.stage.thanks import Thanks
from tests.stage.sample_room import RESULT, MeasuringLettering, SampleRoom, dealt, painted


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def shown(room: SampleRoom) -> Thanks:
    scene = Thanks()
    scene.show_records(room.records)
    return scene


def test_a_day_is_counted_in_questions_ideas_and_dots(room: SampleRoom) -> None:
    room.join(22)
    room.keep_candidates(4)
    room.add_ideas()
    room.reveal_board()
    room.cluster()
    round_ = room.open_vote()
    room.cast(round_, dealt(RESULT))
    room.reveal_vote(round_)

    said = painted(shown(room)).splitlines()

    assert "You made this today" in said
    assert said[2:11] == [
        "4",
        "wicked questions",
        "40",
        "ideas",
        "in 5 clusters",
        "66",
        "dots",
        "from 22 people",
        said[10],
    ]
    assert "Gracias" in said[-1]


def test_ideas_that_were_never_shown_are_not_counted(room: SampleRoom) -> None:
    room.join(3)
    room.add_ideas()

    said = painted(shown(room)).splitlines()

    assert "ideas" not in said
    assert "3" in said
    assert "people" in said


def test_nobody_is_named(room: SampleRoom) -> None:
    room.join(22)

    said = painted(shown(room))

    assert not [who["name"] for who in room.sample["people"] if who["name"] in said]


def test_an_empty_day_is_thanked_too(room: SampleRoom) -> None:
    assert "Thank you for today" in painted(shown(room))


def test_no_text_is_smaller_than_the_back_row_reads(room: SampleRoom) -> None:
    room.join(22)
    scene = shown(room)
    scene.text = letters = MeasuringLettering()

    painted(scene)

    assert min(letters.sizes.values()) >= 32
