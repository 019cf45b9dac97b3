"""The scene of a block with steps: what to do now, how long, and what follows; beside stage-steps of the design."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtGui import QColor, QImage

from facilitator.activities.plain.stage import Scene
from facilitator.convening.clock import LATER, GoToStep, PauseTimer
from facilitator.convening.stage_state import ShowLateness
from facilitator.convening.timebox import MINUTE
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from tests.convening.given import Room
from tests.stage.sample_room import MeasuringLettering, picture
from tests.stage.stepping import ENDINGS, IN_FOURS, WORK, part, running, running_method

pytestmark = pytest.mark.usefixtures("qapp")


def scene(room: Room, mode: Mode = Mode.LIGHT) -> Scene:
    made = Scene(WORK)
    made.wear(Theme(mode))
    made.show_records(room.seen)
    return made


def seen(room: Room, minutes: float) -> list[str]:
    """What the stage says so long after now."""
    made = scene(room)
    picture(made, Reading(room.now + round(minutes * MINUTE), UTC), 480, 270)
    return made.painted_text().splitlines()


def painted(room: Room, minutes: float, mode: Mode = Mode.LIGHT, width: int = 1920, height: int = 1080) -> QImage:
    return picture(scene(room, mode), Reading(room.now + round(minutes * MINUTE), UTC), width, height)


def inked(image: QImage, left: int, top: int, right: int, bottom: int, ground: QColor) -> bool:
    """Whether anything stands in a part of the picture."""
    return any(image.pixelColor(x, y) != ground for x in range(left, right, 3) for y in range(top, bottom, 3))


def test_it_says_the_instruction_what_belongs_to_it_the_time_and_what_follows() -> None:
    said = seen(running(IN_FOURS), 4 + 1 / 3)

    assert said[:8] == ["1", "alone, in silence", "2", "in pairs", "4", "in fours", "All", "together"]
    assert {"2:40", "In fours: what came up twice?", "Choose one idea your four would start."} <= set(said)
    assert said[said.index("Next") :][-1] == "One voice from each four"
    assert "ends at" in said


def test_the_next_block_is_never_seen() -> None:
    """ST2, check 4: neither in a step, nor in the last one, nor in overtime."""
    room = running(IN_FOURS)

    for minutes in (0, 4, 9, 13):
        said = " ".join(seen(room, minutes))
        assert "What nobody must see yet" not in said
        assert "The next block" not in said
    assert "Next" not in seen(room, 9)


def test_it_ends_when_the_block_does() -> None:
    said = seen(running(IN_FOURS), 4)
    ends = Reading(running(IN_FOURS).now, UTC).time_at(running(IN_FOURS).now + 12 * MINUTE)

    assert ends in said


def test_the_band_fills_with_the_step() -> None:
    image = painted(running(IN_FOURS), 4)
    inks = Theme().inks

    assert image.pixelColor(1920 // 4 - 20, 24) == inks.accent
    assert image.pixelColor(1920 // 4 + 20, 24) == inks.sunken


def test_a_phase_says_in_which_round_it_is() -> None:
    """TM1: Troika in its second round."""
    said = seen(running_method("troika"), 15)

    assert said[:8] == ["1", "2 min", "2", "2 min", "3", "4 min", "4", "2 min"]
    assert {"Round 2 of 3", "Client turns away; advisers talk as if alone.", "3:00"} <= set(said)


def test_over_time_it_counts_up_on_a_calm_ground() -> None:
    """TM5: the stage does not flood with red; its ground is the soft one of the large timer."""
    room = running(IN_FOURS)
    said = seen(room, 13.2)
    image = painted(room, 13.2)

    assert {"+1:12", "Time is up", "planned end", "One voice from each four"} <= set(said)
    assert image.pixelColor(40, 600) == Theme().inks.over_soft
    assert image.pixelColor(40, 600).lightness() > 200


def test_a_step_that_waits_counts_over_quietly_and_still_says_what_follows() -> None:
    """TM2, TM5."""
    room = running([part("one", 60, waits=True), part("two", 660)])
    said = seen(room, 1.5)

    assert {"+0:30", "We go on together", "Do one"} <= set(said)
    assert said[-1] == "Do two"
    assert "Time is up" not in said


def test_after_the_last_step_the_question_and_the_rest_of_the_block_are_seen() -> None:
    said = seen(running(IN_FOURS, 20), 14)

    assert {"What would help?", "6:00"} <= set(said)
    assert "Time is up" not in said


def test_paused_it_says_so_and_the_digits_stand() -> None:
    room = running(IN_FOURS)
    room.later(4 * MINUTE)
    room.when(PauseTimer())

    assert {"Paused", "3:00"} <= set(seen(room, 0))
    assert {"Paused", "3:00"} <= set(seen(room, 7))
    assert "ends at" not in seen(room, 7)


def test_going_to_the_next_step_is_seen_at_once() -> None:
    room = running(IN_FOURS)
    room.when(GoToStep(LATER))

    assert {"Share with one person.", "2:00"} <= set(seen(room, 0))


def test_how_late_the_day_is_is_seen_only_if_it_is_told() -> None:
    """ST2."""
    room = running(IN_FOURS)

    assert not [line for line in seen(room, 4) if line.startswith("We end at about")]
    room.when(ShowLateness())
    assert [line for line in seen(room, 4) if line.startswith("We end at about")]


def test_one_step_alone_has_no_bars() -> None:
    said = seen(running([part("it", 720)]), 1)

    assert said[0] == "11:00"
    assert {"1-2-4-All", "Do it"} <= set(said)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("minutes", [0, 4, 6.5, 11, 13.2])
def test_nothing_leaves_the_margins_or_runs_into_the_clock(minutes: float, mode: Mode) -> None:
    image = painted(running(IN_FOURS), minutes, mode)
    inks = Theme(mode).inks
    ground = inks.over_soft if minutes > 12 else inks.paper

    assert not inked(image, 0, 60, 76, 1080, ground)
    assert not inked(image, 1845, 60, 1920, 1080, ground)
    assert inked(image, 80, 440, 1000, 700, ground)
    assert inked(image, 1300, 500, 1840, 715, ground)


@pytest.mark.parametrize(
    "words",
    [
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente besprechen",
        "Walk on and on and tell it. " * 21,
        "आप क्या करेंगे? " * 8,
        "我们先各自安静地想一想，然后两个人一组交流。" * 4,
    ],
)
@pytest.mark.parametrize("seconds", [240, 3900])
def test_long_words_and_other_scripts_stay_left_of_the_clock_and_above_the_foot(words: str, seconds: int) -> None:
    steps = [replace(part("x", seconds, "pairs"), text=words.strip()), part("y", 60, "all")]
    room = running(steps, seconds // 60 + 1)
    made = scene(room)
    made.text = letters = MeasuringLettering()

    image = picture(made, Reading(room.now + 30_000, UTC))

    ground = Theme().inks.paper
    # Between the words and the clock lies free ground from top to bottom.
    assert any(not inked(image, x, 440, x + 40, 950, ground) for x in range(900, 1300, 10))
    assert not inked(image, 80, 940, 1840, 956, ground)
    assert min(letters.sizes.values()) >= 36


def foot(image: QImage) -> QImage:
    """The footer of a picture, without its rule."""
    return image.copy(0, 961, 1920, 119)


@pytest.mark.parametrize("language", ["", "ar"])
@pytest.mark.parametrize(("words", "one", "other"), ENDINGS)
def test_the_last_word_of_a_long_next_step_is_seen(words: str, one: str, other: str, language: str) -> None:
    """Sixty letters, in German and in Arabic: what follows is never cut where the room must read it."""
    steps = [part("now", 300), part("then", 300)]
    feet, letters = [], MeasuringLettering()
    for end in (one, other):
        made = scene(running([steps[0], replace(steps[1], text=f"{words} {end}")], language=language))
        made.text = letters
        feet.append(foot(picture(made, Reading(running(steps).now + MINUTE, UTC))))

    ground = Theme().inks.paper
    assert feet[0] != feet[1]
    assert letters.sizes[f"{words} {one}"] >= 36
    # Between what follows and the end lies free ground, and nothing leaves the foot.
    assert any(not inked(feet[0], x, 0, x + 60, 119, ground) for x in range(200, 1700, 10))
    assert not inked(feet[0], 80, 110, 1840, 119, ground)


def test_an_endless_next_step_is_left_after_a_whole_part_of_it() -> None:
    steps = [part("now", 300), replace(part("then", 300), text="Tell it to the others; " + "and tell it again " * 20)]

    assert "Tell it to the others" in seen(running(steps), 1)


@pytest.mark.parametrize(("words", "one", "other"), ENDINGS)
def test_the_last_word_of_a_long_title_is_seen_above_its_only_step(words: str, one: str, other: str) -> None:
    kickers = [
        picture(scene(running([part("it", 720)], title=f"{words} {end}")), Reading(running([]).now + MINUTE, UTC)).copy(
            0, 104, 1100, 110
        )
        for end in (one, other)
    ]

    assert kickers[0] != kickers[1]


def test_read_from_the_right_the_layout_is_mirrored_and_the_digits_are_not() -> None:
    room = running(IN_FOURS, prompt="ما الذي يساعد؟", language="ar")
    said = seen(room, 4)
    image = painted(room, 4)
    inks = Theme().inks

    assert image.pixelColor(1900, 24) == inks.accent
    assert image.pixelColor(20, 24) == inks.sunken
    assert image.pixelColor(1830 - 446 * 2, 104) == inks.accent
    assert inked(image, 80, 500, 600, 715, inks.paper)
    assert "3:00" in said


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1024, 768), (3840, 2160)])
def test_every_projector_shows_the_whole_of_it(width: int, height: int) -> None:
    image = painted(running(IN_FOURS), 4, width=width, height=height)
    ground = Theme().inks.paper
    scale = min(width / 1920, height / 1080)
    top = round((height - 1080 * scale) / 2)

    assert image.pixelColor(10, top + round(24 * scale)) == Theme().inks.accent
    assert inked(image, round(width * 0.68), top + round(500 * scale), width - 10, top + round(715 * scale), ground)
    assert inked(image, round(80 * scale), top + round(985 * scale), width // 2, top + round(1030 * scale), ground)
