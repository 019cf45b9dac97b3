"""The turnout: a count, a clock and a dot for everybody, in as much room as there is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.stage.turnout import LARGE, SMALL, Count, Row, paint_count, paint_people
from tests.activities.scale.stage.looking import bare, colour_at, drawn
from tests.stage.sample_room import MeasuringLettering

TOP = 590


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """Writing needs an application."""


def count(done: int, people: int, clock: str = "") -> Count:
    return Count(done, people, clock, bare().theme.inks.ink)


def row_of(done: int, people: int, *, is_mirrored: bool = False) -> QImage:
    return drawn(lambda painter: paint_people(painter, bare(), count(done, people), TOP, is_mirrored=is_mirrored))


def sizes_of(done: int, people: int, clock: str, row: Row) -> dict[str, int]:
    scene = bare()
    scene.text = sizes = MeasuringLettering()
    drawn(lambda painter: paint_count(painter, scene, count(done, people, clock), row, is_mirrored=False))
    return sizes.sizes


def hits(image: QImage, colour: str) -> list[int]:
    return [x for x in range(1920) if colour_at(image, x, TOP + 28) == colour]


def test_a_dot_for_everybody_is_filled_from_where_reading_begins() -> None:
    accent = bare().theme.inks.accent.name()

    left, right = row_of(18, 22), row_of(18, 22, is_mirrored=True)

    edge = 80 + 17 * 1704 / 21 + 56
    assert hits(left, accent)[0] < 84
    assert abs(hits(left, accent)[-1] - edge) < 4
    assert hits(right, accent)[-1] > 1836
    assert abs(1920 - hits(right, accent)[0] - edge) < 4


def test_nobody_has_no_dots() -> None:
    assert not [x for x in range(1920) if colour_at(row_of(0, 0), x, TOP + 28) != "#ffffff"]


@pytest.mark.parametrize("people", [1, 15, 18, 19, 40, 88, 89, 500])
def test_the_dots_of_any_room_lie_between_the_margins(people: int) -> None:
    image = row_of(people, people)

    found = hits(image, bare().theme.inks.accent.name())

    assert min(found) >= 80
    assert max(found) <= 1840


def test_too_many_for_dots_fill_a_bar() -> None:
    accent = bare().theme.inks.accent.name()

    image, small = row_of(250, 500), row_of(1, 500)

    assert hits(image, accent)[-1] == pytest.approx(960, abs=4)
    assert hits(small, accent)
    assert colour_at(image, 1400, TOP + 28) == bare().theme.inks.sunken.name()


def test_the_words_grow_smaller_before_they_meet_the_clock() -> None:
    assert sizes_of(18, 22, "1:50", LARGE)["have answered"] == 84
    assert sizes_of(1500, 2000, "+1:05:00", LARGE)["have answered"] < 84
    assert sizes_of(18, 22, "1:50", SMALL)["have answered"] == 56


def test_where_nobody_was_counted_the_answers_alone_are() -> None:
    assert list(sizes_of(3, 0, "", LARGE)) == ["3", " ", "have answered"]
