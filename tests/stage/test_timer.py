"""The time large: left, paused, over; and never what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.convening.agenda import Block, ChangeBlock
from facilitator.convening.clock import AddMinutes, PauseTimer
from facilitator.convening.stage_state import ShowLateness
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from facilitator.stage.timer import Timer
from tests.convening.given import Room
from tests.stage.sample_room import MeasuringLettering, SampleRoom, painted, picture
from tests.stage.stepping import ENDINGS, IN_FOURS, part, running, running_method

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
    assert "ends at" in said


def test_a_line_that_repeats_the_title_is_said_once(room: SampleRoom) -> None:
    room.start("ideas")
    ideas = room.records[Block][room.blocks["ideas"]]
    room.say(ChangeBlock(replace(ideas, title=ideas.prompt)))

    said = painted(shown(room), at(room, 8 * MINUTE)).splitlines()

    assert said.count(QUESTION) == 1


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


def timing(room: Room, minutes: float) -> list[str]:
    """What the large time says in a room with steps, so long after now."""
    scene = Timer()
    scene.wear(Theme())
    scene.show_records(room.seen)
    return painted(scene, room.now + round(minutes * MINUTE)).splitlines()


@pytest.mark.usefixtures("qapp")
def test_the_innermost_step_is_what_is_timed() -> None:
    """TM1: its instruction, with whom, its time, and what follows within the block."""
    said = timing(running(IN_FOURS), 4 + 1 / 3)

    assert said[:3] == ["1-2-4-All · in fours", "In fours: what came up twice?", "2:40"]
    assert said[said.index("Next") :][-1] == "One voice from each four"


@pytest.mark.usefixtures("qapp")
def test_a_phase_says_its_round() -> None:
    assert timing(running_method("troika"), 15)[0] == "Troika Consulting · Round 2 of 3"


@pytest.mark.usefixtures("qapp")
def test_a_step_that_waits_alarms_nobody() -> None:
    """TM5: the ground stays, the digits are quiet."""
    room = running([part("one", 60, waits=True), part("two", 660)])
    scene = Timer()
    scene.show_records(room.seen)

    image = picture(scene, Reading(room.now + 2 * MINUTE))

    assert image.pixelColor(1800, 500) == scene.theme.inks.paper
    assert {"We go on together", "+1:00", "Do one", "Do two"} <= set(scene.painted_text().splitlines())


@pytest.mark.usefixtures("qapp")
def test_with_steps_too_what_comes_after_the_block_stays_on_the_laptop() -> None:
    """ST2."""
    for minutes in (0, 11, 13):
        said = " ".join(timing(running(IN_FOURS), minutes))
        assert "What nobody must see yet" not in said
        assert "The next block" not in said


@pytest.mark.usefixtures("qapp")
def test_how_late_the_day_is_is_seen_only_if_it_is_told() -> None:
    """ST2."""
    room = running(IN_FOURS)

    assert "We end at about" not in " ".join(timing(room, 4))
    room.when(ShowLateness())
    assert "We end at about" in " ".join(timing(room, 4))


@pytest.mark.usefixtures("qapp")
def test_read_from_the_right_the_time_stands_on_the_right() -> None:
    room = running(IN_FOURS, prompt="ما الذي يساعد؟", language="ar")
    scene = Timer()
    scene.show_records(room.seen)

    image = picture(scene, Reading(room.now + 4 * MINUTE))

    inks = scene.theme.inks
    assert image.pixelColor(1900, 24) == inks.accent
    assert {image.pixelColor(x, 800).rgb() for x in range(80, 400, 7)} == {inks.paper.rgb()}
    assert inks.ink.rgb() in {image.pixelColor(x, 800).rgb() for x in range(1400, 1840, 7)}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("words", "one", "other"), ENDINGS)
def test_long_words_are_whole_above_the_digits_and_below(words: str, one: str, other: str) -> None:
    """Sixty letters in the title, in what is done now and in what follows: each last word is seen."""

    def image(title: str, now: str, then: str) -> QImage:
        steps = [replace(part("now", 300, "all"), text=f"{words} {words} {now}"), replace(part("then", 420), text=then)]
        scene = Timer()
        scene.show_records(running(steps, title=f"{words} {words} {title}").seen)
        scene.text = letters
        return picture(scene, Reading(running(steps).now + 60_000))

    letters = MeasuringLettering()
    plain = image(one, one, f"{words} {one}")

    assert plain.copy(0, 100, 1920, 120) != image(other, one, f"{words} {one}").copy(0, 100, 1920, 120)
    assert plain.copy(0, 170, 1920, 320) != image(one, other, f"{words} {one}").copy(0, 170, 1920, 320)
    assert plain.copy(0, 961, 1920, 119) != image(one, one, f"{words} {other}").copy(0, 961, 1920, 119)
    assert min(letters.sizes.values()) >= 36
