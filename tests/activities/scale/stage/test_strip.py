"""The points of a scale side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, ROTI, Scale
from facilitator.activities.scale.stage.strip import even_width, label_style, paint_strip, places, point_colour
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode, tokens
from tests.activities.scale.stage.looking import bare, colour_at, drawn
from tests.stage.sample_room import MeasuringLettering

BLOCK = BlockId("b")
SIZES = ((37, 42), (34, 38), (32, 36))
BOX = QRectF(80, 100, 1760, 252)


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """Writing needs an application."""


@pytest.mark.parametrize("count", [3, 5, 8])
def test_points_share_the_stage_between_its_margins(count: int) -> None:
    boxes = places(count, 22)

    assert len(boxes) == count
    assert (boxes[0].left(), round(boxes[-1].right(), 6)) == (80, 1840)
    assert {round(box.width(), 6) for box in boxes} == {round((1760 - 22 * (count - 1)) / count, 6)}


@pytest.mark.parametrize("mode", list(Mode))
def test_agreement_has_its_eight_shades_and_a_pulse_has_one(mode: Mode) -> None:
    scene = bare()
    scene.wear(Theme(mode))
    agreement, fist, roti = (Scale(BLOCK, kind) for kind in (AGREEMENT, FIST, ROTI))

    shades = [point_colour(scene, agreement, point).name().upper() for point in agreement.points]

    assert shades == list(tokens(mode).agreement)
    assert [point_colour(scene, fist, point).name().upper() for point in "05"] == [shades[7], shades[0]]
    assert {point_colour(scene, roti, point).name() for point in roti.points} == {scene.theme.inks.accent.name()}


def test_the_strip_says_each_number_with_its_name_below_its_colour() -> None:
    scene = bare()
    scale = Scale(BLOCK)

    image = drawn(lambda painter: paint_strip(painter, scene, scale, BOX, is_mirrored=False))

    assert scene.text.painted()[0] == "1 Whole-hearted yes"
    assert scene.text.painted()[-1] == "8 Veto"
    assert colour_at(image, 180, 109) == point_colour(scene, scale, "1").name()
    assert colour_at(image, 1740, 109) == point_colour(scene, scale, "8").name()


def test_from_the_right_the_first_point_is_the_rightmost() -> None:
    scene = bare()
    scale = Scale(BLOCK)

    image = drawn(lambda painter: paint_strip(painter, scene, scale, BOX, is_mirrored=True))

    assert colour_at(image, 180, 109) == point_colour(scene, scale, "8").name()
    assert colour_at(image, 1740, 109) == point_colour(scene, scale, "1").name()


def test_names_that_fit_are_large_and_words_stay_whole_while_they_can() -> None:
    scene = bare()

    short = label_style(scene, ["Abstain", "Yes, minor point"], 212, 126, SIZES)
    longer = label_style(scene, ["Abstain", "Uneingeschränkt"], 240, 126, SIZES)
    never = label_style(scene, ["Grundsatzentscheidungsvorbehalt"], 212, 126, SIZES)

    assert (short.font.pixelSize(), short.lines) == (37, 0)
    assert 32 <= longer.font.pixelSize() < 37
    assert (never.font.pixelSize(), never.lines) == (32, 3)


def test_a_number_stands_beside_the_first_word_of_its_name() -> None:
    scene = bare()
    scale = Scale(BLOCK)

    image = drawn(lambda painter: paint_strip(painter, scene, scale, BOX, is_mirrored=False))

    inked = [y for y in range(125, 400) if any(colour_at(image, x, y) != "#ffffff" for x in range(80, 280))]
    assert inked[-1] < 100 + 18 + 14 + 2 * 42


def test_the_lines_of_a_name_are_even_and_its_words_whole() -> None:
    scene = bare()
    style = label_style(scene, ["Could not miss it"], 250, 126, SIZES)

    even = even_width(scene, "Could not miss it", 250, style)

    assert scene.text.line_count("Could not miss it", even, style) == 2
    assert scene.text.line_width([("Could not miss", style)]) > even >= scene.text.line_width([("Could not", style)])
    assert even_width(scene, "Unterstützung, ja", 260, style) >= scene.text.line_width([("Unterstützung,", style)])


def test_names_of_forty_letters_stay_in_their_place_and_above_the_least_size() -> None:
    scene = bare()
    scene.text = sizes = MeasuringLettering()
    scale = Scale(BLOCK, RATING, tuple(f"{number}{'w' * 39}" for number in range(8)))

    image = drawn(lambda painter: paint_strip(painter, scene, scale, BOX, is_mirrored=False))

    assert set(sizes.sizes.values()) == {32}
    white = "#ffffff"
    gaps = [
        (box.right() + next_.left()) / 2
        for box, next_ in zip(places(8, 64 / 7)[:-1], places(8, 64 / 7)[1:], strict=True)
    ]
    assert not [x for x in gaps for y in range(140, 360) if colour_at(image, x, y) != white]
    assert not [x for x in range(80, 1840, 3) if colour_at(image, x, 353) != white]
