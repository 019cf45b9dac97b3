"""The time large: left, paused, over; and never what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.convening.clock import AddMinutes, PauseTimer
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from facilitator.stage.timer import Timer
from tests.stage.sample_room import MeasuringLettering, SampleRoom, painted, picture

MINUTE = 60_000
QUESTION = "What would keep every water point working for ten years?"


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def at(room: SampleRoom, left_ms: int) -> int:
    box = room.records[Timebox][room.blocks["ideas"]]
    return box.started + box.length_ms - left_ms


def shown(room: SampleRoom) -> Timer:
    scene = Timer()
    scene.wear(Theme())
    scene.show_records(room.records)
    return scene


def test_it_says_the_question_and_how_much_is_left(room: SampleRoom) -> None:
    room.start("ideas")

    said = painted(shown(room), at(room, 8 * MINUTE + 40_000)).splitlines()

    assert said[:2] == ["Ideas: ten years of water", QUESTION]
    assert "8:40" in said
    assert "ends at  " in said


def test_in_overtime_it_counts_up_and_asks_to_finish(room: SampleRoom) -> None:
    room.start("ideas")

    said = painted(shown(room), at(room, -72_000))

    assert "+1:12" in said
    assert "Time is up" in said
    assert "Finish your sentence, then look up." in said


def test_in_overtime_the_ground_changes_as_a_whole_and_stays(room: SampleRoom) -> None:
    room.start("ideas")
    scene = shown(room)

    before, after = picture(scene, Reading(at(room, MINUTE))), picture(scene, Reading(at(room, -MINUTE)))
    later = picture(scene, Reading(at(room, -MINUTE - 500)))

    assert before.pixelColor(1800, 500) == scene.theme.inks.paper
    assert after.pixelColor(1800, 500) == later.pixelColor(1800, 500) == scene.theme.inks.over_soft


def test_a_paused_clock_stands_and_says_so(room: SampleRoom) -> None:
    room.start("ideas")
    room.say(PauseTimer())
    scene = shown(room)

    one, other = painted(scene, at(room, 5 * MINUTE)), painted(scene, at(room, 2 * MINUTE))

    assert "Paused" in one
    assert "40:00" in one
    assert "40:00" in other


def test_more_minutes_are_seen_at_once(room: SampleRoom) -> None:
    room.start("ideas")
    moment = at(room, MINUTE)
    room.say(AddMinutes(5))

    assert "6:00" in painted(shown(room), moment)


def test_what_comes_next_stays_on_the_laptop(room: SampleRoom) -> None:
    room.start("ideas")

    said = painted(shown(room), at(room, MINUTE))

    others = [block["title"] for block in room.sample["agenda"] if block["key"] != "ideas"]
    assert not [title for title in others if title in said]


def test_long_overtime_still_fits_between_the_margins(room: SampleRoom) -> None:
    room.start("ideas")
    scene = shown(room)

    image = picture(scene, Reading(at(room, -(125 * MINUTE + 7_000))))

    columns = [x for x in range(1850, 1920) if image.pixelColor(x, 700) != scene.theme.inks.over_soft]
    assert "+2:05:07" in scene.painted_text()
    assert not columns


def test_no_text_is_smaller_than_the_back_row_reads(room: SampleRoom) -> None:
    room.start("ideas")
    scene = shown(room)
    scene.text = letters = MeasuringLettering()

    for left in (8 * MINUTE, 30_000, -90_000):
        painted(scene, at(room, left))

    assert min(letters.sizes.values()) >= 48
