"""The resting screen shows nothing of what went before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from facilitator.stage.blank import Blank, Darkness
from tests.stage.sample_room import SampleRoom, painted, picture


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def shown(room: SampleRoom) -> Blank:
    scene = Blank()
    scene.wear(Theme())
    scene.show_records(room.records)
    return scene


def test_it_asks_people_to_look_at_each_other_and_shows_nothing_else(room: SampleRoom) -> None:
    room.start("ideas")
    now = room.records[Timebox][room.blocks["ideas"]].began

    said = painted(shown(room), now).splitlines()

    assert said == ["Look at each other", "The screen rests while you talk.", "Clean Water by 2035"]


def test_a_pause_says_when_it_is_over(room: SampleRoom) -> None:
    room.start("tea")
    box = room.records[Timebox][room.blocks["tea"]]

    assert "Back at" in painted(shown(room), box.began)
    assert "Back at" not in painted(shown(room), box.started + box.length_ms + 1)


def test_black_is_black_and_says_nothing(room: SampleRoom) -> None:
    scene = shown(room)
    scene.darkness = Darkness.BLACK

    image = picture(scene, Reading(0), 320, 180)

    assert not scene.painted_text()
    assert {image.pixelColor(x, y).name() for x in range(0, 320, 7) for y in range(0, 180, 7)} == {
        QColor(0, 0, 0).name()
    }


def test_it_is_dark_in_a_light_room(room: SampleRoom) -> None:
    assert picture(shown(room), Reading(0)).pixelColor(5, 5).lightness() < 30
