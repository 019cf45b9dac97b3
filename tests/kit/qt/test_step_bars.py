"""The bars of the steps: told apart by who works together, readable up to eight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.scene import StageScene
from facilitator.kit.qt.step_bars import Bar, State, bars_for, paint_bars
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from tests.stage.sample_room import MeasuringLettering
from tests.stage.stepping import IN_FOURS, part

pytestmark = pytest.mark.usefixtures("qapp")


class Bars(StageScene):
    """A stage with nothing on it but bars."""


def painted(bars: tuple[Bar, ...], *, is_mirrored: bool = False, mode: Mode = Mode.LIGHT) -> tuple[QImage, Bars]:
    scene = Bars()
    scene.wear(Theme(mode))
    scene.text = MeasuringLettering()
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(scene.ground())
    with QPainter(image) as painter:
        painter.setClipRect(QRectF(image.rect()))
        paint_bars(painter, bars, scene, is_mirrored=is_mirrored)
    return image, scene


def test_one_two_four_all_is_told_by_who_works_together() -> None:
    bars = bars_for(IN_FOURS, 2)

    assert [(bar.sign, bar.words, bar.state) for bar in bars] == [
        ("1", "alone, in silence", State.DONE),
        ("2", "in pairs", State.DONE),
        ("4", "in fours", State.NOW),
        ("All", "together", State.COMING),
    ]


def test_steps_of_the_same_people_are_numbered_and_say_how_long_they_are() -> None:
    bars = bars_for([part("a", 120, "trios"), part("b", 90, "trios", "Advice")], 0)

    assert [(bar.sign, bar.words) for bar in bars] == [("1", "2 min"), ("2", "Advice")]


def test_when_all_is_done_every_bar_is() -> None:
    assert {bar.state for bar in bars_for(IN_FOURS, 4)} == {State.DONE}


@pytest.mark.parametrize("mode", Mode)
def test_the_running_bar_is_in_accent_and_what_is_to_come_is_hollow(qapp: QApplication, mode: Mode) -> None:
    image, scene = painted(bars_for(IN_FOURS, 2), mode=mode)
    inks = scene.theme.inks

    assert [image.pixelColor(x, 104) for x in (100, 540, 990, 1430)] == [
        inks.line_strong, inks.line_strong, inks.accent, inks.line,
    ]  # fmt: skip
    # The middle of the first dot of each: filled, filled, filled, and not there yet.
    assert [image.pixelColor(x, 160) for x in (102, 548, 994, 1440)] == [
        inks.line_strong, inks.line_strong, inks.accent, inks.paper,
    ]  # fmt: skip


def test_each_bar_has_as_many_dots_as_work_together() -> None:
    image, scene = painted(bars_for(IN_FOURS, 9))
    dots = [
        [image.pixelColor(round(left) + 22 + 56 * at, 160) == scene.theme.inks.line_strong for at in range(6)].count(
            True
        )
        for left in (80, 526, 972, 1418)
    ]

    assert dots == [1, 2, 4, 6]


def test_mirrored_the_first_bar_is_on_the_right() -> None:
    image, scene = painted(bars_for(IN_FOURS, 0), is_mirrored=True)

    assert image.pixelColor(1900 - 80, 104) == scene.theme.inks.accent
    assert image.pixelColor(100, 104) == scene.theme.inks.line


def test_eight_bars_keep_to_their_places_and_their_letters_large() -> None:
    """AC2: the least letters of a stage are 32 px."""
    whos = ("solo", "trios", "groups", "stations", "circle", "all", "fours", "pairs")
    image, scene = painted(bars_for([part(who, 60, who) for who in whos], 4))
    letters = scene.text

    assert isinstance(letters, MeasuringLettering)
    assert min(letters.sizes.values()) >= 36
    wide = (1760 - 7 * 24) / 8
    for at in range(1, 8):
        gap = 80 + at * (wide + 24) - 14
        column = {image.pixelColor(round(gap), y).rgb() for y in range(96, 330)}
        assert column == {scene.theme.inks.paper.rgb()}, at


def test_more_than_eight_bars_show_only_how_far_it_is() -> None:
    image, scene = painted(bars_for([part(str(number), 60, "all") for number in range(20)], 7))

    assert scene.painted_text() == "Step 8 of 20"
    assert image.pixelColor(100, 104) == scene.theme.inks.line_strong
