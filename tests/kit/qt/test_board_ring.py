"""A picture that goes on at its other edge: after any move it shows what a copied picture would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.board_ring import Ring

SIZE = QSize(60, 40)
MOVES = [(3, 2), (-17, 5), (0, -30), (-59, 0), (20, 39), (1, -1)]


def colour_at(x: int, y: int) -> QColor:
    """The colour of a place on an endless board: no two near to each other are alike."""
    return QColor((x * 37 + 4096) % 256, (y * 53 + 4096) % 256, ((x + y) * 11 + 4096) % 256)


def paint(ring: Ring, where: QRect, left: int, top: int) -> None:
    """Paint a rectangle of the view; the place (left, top) of the board lies at its corner."""
    with QPainter(ring.picture) as painter:
        for part, way in ring.parts(where):
            for x in range(part.left(), part.right() + 1):
                for y in range(part.top(), part.bottom() + 1):
                    painter.fillRect(x + way.x(), y + way.y(), 1, 1, colour_at(x + left, y + top))


def shown(ring: Ring, ratio: float = 1.0) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        ring.blit(painter, ratio)
    image.setDevicePixelRatio(1.0)
    return image


def is_right(image: QImage, left: int, top: int) -> bool:
    return all(
        image.pixelColor(x, y) == colour_at(x + left, y + top)
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.fixture
def ring(qapp: QApplication) -> Ring:
    made = Ring()
    made.fit(SIZE)
    paint(made, made.rect(), 0, 0)
    return made


def test_a_ring_is_blank_until_it_has_a_size(qapp: QApplication) -> None:
    ring = Ring()
    was_blank = ring.is_blank

    ring.fit(SIZE)

    assert was_blank
    assert not ring.is_blank


def test_after_any_moves_only_the_strips_that_came_in_had_to_be_painted(ring: Ring) -> None:
    left, top = 0, 0
    for across, down in MOVES:
        ring.move(across, down)
        left, top = left - across, top - down
        view = ring.rect()
        beside = QRect(0 if across > 0 else view.width() + across, 0, abs(across), view.height())
        below = QRect(0, 0 if down > 0 else view.height() + down, view.width(), abs(down))
        paint(ring, beside, left, top)
        paint(ring, below, left, top)

        assert is_right(shown(ring), left, top)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_it_is_copied_pixel_for_pixel_on_a_screen_of_any_ratio(ring: Ring, ratio: float) -> None:
    ring.move(7, 11)
    paint(ring, ring.rect(), -7, -11)

    assert is_right(shown(ring, ratio), -7, -11)


def test_its_parts_are_the_whole_view_each_pixel_once(ring: Ring) -> None:
    ring.move(-13, 9)

    parts = [part for part, _way in ring.parts(ring.rect())]

    assert len(parts) == 4
    assert sum(part.width() * part.height() for part in parts) == SIZE.width() * SIZE.height()
    assert [part for part, _way in ring.parts(QRect(5, 12, 10, 10))] == [QRect(5, 12, 10, 10)]


def test_begun_anew_it_lies_in_one_part(ring: Ring) -> None:
    ring.move(5, 5)

    ring.begin_anew()

    assert [part for part, _way in ring.parts(ring.rect())] == [ring.rect()]


def test_at_another_scale_no_gap_shows_between_its_parts(ring: Ring) -> None:
    ring.move(-13, 9)
    paint(ring, ring.rect(), 0, 0)
    for grown in (0.73, 1.0, 1.31, 2.17):
        image = QImage(140, 100, QImage.Format.Format_ARGB32)
        image.fill(0)
        with QPainter(image) as painter:
            covered = ring.blit_scaled(painter, (2.4, 3.3), grown)

        assert covered == QRect(2, 3, round(2.4 + 60 * grown) - 2, round(3.3 + 40 * grown) - 3)
        seen = covered & image.rect()
        assert all(
            image.pixelColor(x, y).alpha() == 255
            for x in range(seen.left(), seen.right() + 1)
            for y in range(seen.top(), seen.bottom() + 1)
        )
