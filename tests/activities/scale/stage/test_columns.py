"""Columns of dots: one dot is one person, and the highest column fits."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.rules.points import Scale
from facilitator.activities.scale.stage.columns import Stack, paint_columns, stack_for
from facilitator.activities.scale.stage.strip import point_colour
from facilitator.convening.ids import BlockId
from tests.activities.scale.asking import SPREAD
from tests.activities.scale.stage.looking import bare, colour_at, drawn

SCALE = Scale(BlockId("b"))
FIRST, SECOND, LAST = 186, 407, 1734
"""The middle of three columns of eight."""


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """Writing needs an application."""


def columns(*counts: int, is_mirrored: bool = False) -> tuple[QImage, Stack]:
    """The picture of so many people at each point, and how they are stacked."""
    found: list[Stack] = []
    told = dict(zip(SCALE.points, counts, strict=True))
    image = drawn(lambda painter: found.append(paint_columns(painter, bare(), SCALE, told, is_mirrored=is_mirrored)))
    return image, found[0]


def runs(image: QImage, x: int, colour: str, until: int = 830) -> int:
    """How many dots of a colour lie one above the other along a vertical line."""
    hits = [colour_at(image, x, y) == colour for y in range(200, until)]
    return sum(now and not before for before, now in zip([False, *hits], hits, strict=False))


def test_there_is_a_dot_for_everybody() -> None:
    image, stack = columns(*SPREAD)

    assert stack == Stack(1, 68)
    assert runs(image, FIRST, point_colour(bare(), SCALE, "1").name()) == 6
    assert runs(image, SECOND, point_colour(bare(), SCALE, "2").name()) == 7
    assert runs(image, LAST, point_colour(bare(), SCALE, "8").name()) == 0


def test_from_the_right_the_first_column_is_the_rightmost() -> None:
    image, _stack = columns(*SPREAD, is_mirrored=True)

    assert runs(image, LAST, point_colour(bare(), SCALE, "1").name()) == 6


def test_the_numbers_and_names_are_said_in_the_order_of_the_points() -> None:
    scene = bare()

    drawn(lambda painter: paint_columns(painter, scene, SCALE, {"1": 6}, is_mirrored=False))

    assert scene.text.painted()[:4] == ("6", "Whole-hearted yes", "0", "Yes, minor point")


def test_dots_keep_their_size_then_shrink_then_stand_abreast_then_become_a_bar() -> None:
    stacks = [stack_for(most, 212) for most in (0, 7, 11, 12, 100, 300, 2000)]

    assert [stack.abreast for stack in stacks] == [1, 1, 1, 2, 7, 12, 0]
    assert [stack.pitch for stack in stacks[:4]] == [68, 68, pytest.approx(490 / 11), 68]


@pytest.mark.parametrize("most", range(1, 500, 7))
@pytest.mark.parametrize("wide", [212, 340, 580])
def test_every_stack_fits_its_column(most: int, wide: int) -> None:
    stack = stack_for(most, wide)

    assert stack.abreast * stack.pitch <= wide
    high = -(-most // stack.abreast) * stack.pitch if stack.abreast else most * stack.pitch
    assert high <= 490 + 1e-6


def test_a_crowd_stays_under_its_numbers_and_over_its_names() -> None:
    image, stack = columns(136, 160, 90, 30, 24, 12, 8, 0)
    bars, bar = columns(2000, 160, 90, 30, 24, 12, 8, 0)

    assert (stack.abreast > 0, bar.abreast) == (True, 0)
    for one in (image, bars):
        assert not [x for x in range(80, 1840) if colour_at(one, x, 828) != "#ffffff"]
        assert not [x for x in range(80, 1840) if colour_at(one, x, 240) != "#ffffff"]
    assert colour_at(bars, FIRST, 400) == point_colour(bare(), SCALE, "1").name()
    assert colour_at(bars, LAST, 820) == "#ffffff"
