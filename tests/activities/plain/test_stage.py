"""A plain block on the stage: its title, its line, its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.activities.plain.stage import Scene
from facilitator.convening.agenda import Block, ChangeBlock
from facilitator.convening.stage_state import ShowLateness
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from tests.stage.sample_room import MeasuringLettering, SampleRoom, painted, picture
from tests.stage.stepping import IN_FOURS, WORK, running


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def shown(room: SampleRoom, block: str) -> Scene:
    scene = Scene(room.blocks[block])
    scene.show_records(room.records)
    return scene


def began(room: SampleRoom, block: str) -> int:
    return room.records[Timebox][room.blocks[block]].began


def test_it_says_title_line_and_time_left(room: SampleRoom) -> None:
    room.start("arrive")

    said = painted(shown(room, "arrive"), began(room, "arrive") + 60_000).splitlines()

    assert said[:3] == ["Arrive, connect phones", "Welcome. Join with your phone, or take a pen and paper.", "14:00"]
    assert "ends at" in said


def test_a_pause_says_when_people_are_back(room: SampleRoom) -> None:
    room.start("tea")

    assert "back at" in painted(shown(room, "tea"), began(room, "tea"))


def test_over_its_time_the_room_still_reads_when_it_was_to_end(room: SampleRoom) -> None:
    """TM5: as the large timer says it."""
    room.start("arrive")
    at = began(room, "arrive")

    ends = painted(shown(room, "arrive"), at + 60_000).splitlines()[-1]

    over = painted(shown(room, "arrive"), at + 17 * 60_000).splitlines()
    assert {"Time is up", "+2:00", "over", "planned end", ends} <= set(over)
    assert "Time is up" not in painted(shown(room, "arrive"), at + 60_000)


@pytest.mark.parametrize("steps", [(), IN_FOURS])
def test_over_its_time_the_whole_stage_says_so(qapp: QApplication, steps: tuple[Step, ...]) -> None:
    """TM5: the calm ground of the large timer, from the first second over, with steps and without."""
    room = running(steps)
    scene = Scene(WORK)
    scene.show_records(room.seen)

    grounds = [picture(scene, Reading(room.now + 60_000 * minutes)).pixelColor(20, 600) for minutes in (11, 14)]

    assert grounds == [scene.theme.inks.paper, scene.theme.inks.over_soft]


@pytest.mark.parametrize("steps", [(), IN_FOURS])
def test_the_stage_over_its_time_is_no_flood_of_red(qapp: QApplication, steps: tuple[Step, ...]) -> None:
    """TM5: red is the ink of the digits and the band alone; more than eight tenths of the stage stay nearly as light as paper."""
    room = running(steps)
    scene = Scene(WORK)
    scene.show_records(room.seen)

    seen = picture(scene, Reading(room.now + 60_000 * 14))
    spots = [seen.pixelColor(x, y) for x in range(0, seen.width(), 24) for y in range(0, seen.height(), 18)]

    pale = scene.theme.inks.over_soft
    assert abs(pale.lightness() - scene.theme.inks.paper.lightness()) <= 12
    assert sum(spot == pale for spot in spots) >= 0.85 * len(spots)


def test_before_it_began_there_is_no_clock(room: SampleRoom) -> None:
    said = painted(shown(room, "tea")).splitlines()

    assert said == ["Tea and a walk", "Take a walk with somebody you have not met yet."]


def test_a_line_that_repeats_the_title_is_said_once(room: SampleRoom) -> None:
    tea = room.records[Block][room.blocks["tea"]]
    room.say(ChangeBlock(replace(tea, prompt=tea.title)))

    assert painted(shown(room, "tea")).splitlines() == ["Tea and a walk"]


def test_without_a_line_the_title_is_the_line(room: SampleRoom) -> None:
    room.say(ChangeBlock(replace(room.records[Block][room.blocks["tea"]], prompt="")))

    assert painted(shown(room, "tea")).splitlines() == ["Tea and a walk"]


def test_a_long_line_is_never_smaller_than_what_the_room_must_read(room: SampleRoom) -> None:
    room.say(ChangeBlock(replace(room.records[Block][room.blocks["tea"]], prompt="Walk on and on. " * 37)))
    scene = shown(room, "tea")
    scene.text = letters = MeasuringLettering()

    painted(scene)

    assert min(letters.sizes.values()) >= 48


def test_with_steps_the_room_sees_the_one_that_runs(qapp: QApplication) -> None:
    """ST1: one instruction, and the large time of the step; before it begins, the question alone."""
    room = running(IN_FOURS)
    scene = Scene(WORK)
    scene.show_records(room.seen)

    said = painted(scene, room.now + 200_000).splitlines()

    assert {"In fours: what came up twice?", "3:40"} <= set(said)
    assert "What nobody must see yet" not in " ".join(said)


def test_without_steps_too_the_likely_end_is_seen_only_if_it_is_told(room: SampleRoom) -> None:
    """ST2."""
    room.start("arrive")
    before = painted(shown(room, "arrive"), began(room, "arrive"))

    room.say(ShowLateness())

    assert "We end at about" not in before
    assert "We end at about" in painted(shown(room, "arrive"), began(room, "arrive"))


@pytest.mark.parametrize("asks", ["ما الذي يساعد؟", "What would help?"])
def test_read_from_the_right_all_of_it_is_mirrored(qapp: QApplication, asks: str) -> None:
    """The language of the convening says it, also for a line in Latin letters: band, line, time and footer."""
    room = running((), prompt=asks, language="ar")
    scene = Scene(WORK)
    scene.show_records(room.seen)

    image = picture(scene, Reading(room.now + 3 * 60_000))

    inks = scene.theme.inks
    assert (image.pixelColor(1900, 24), image.pixelColor(20, 24)) == (inks.accent, inks.sunken)
    begin, end = range(1500, 1840), range(80, 380)
    for down in (range(100, 160), range(200, 330), range(780, 900)):
        assert (_has_ink(image, begin, down), _has_ink(image, end, down)) == (True, False)
    footer = range(970, 1040)
    assert (_has_ink(image, begin, footer), _has_ink(image, end, footer)) == (False, True)


def _has_ink(image: QImage, across: range, down: range) -> bool:
    return len({image.pixelColor(x, y).rgb() for x in across[::4] for y in down[::4]}) > 1
