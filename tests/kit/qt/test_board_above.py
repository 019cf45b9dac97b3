"""What is painted above the board's sheet: ring, frame, target column, and the note in hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.kit.qt.board_above import (
    paint_hovered,
    paint_lifted,
    paint_remembered,
    paint_selected,
    paint_target,
    shadow_room,
)
from facilitator.kit.qt.notes_painter import CONSOLE_NOTE
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet

PLACE = QRectF(40, 40, 140, 40)


def test_the_selected_note_has_a_ring_and_a_remembered_one_a_quiet_frame(sheet: Sheet, theme: Theme) -> None:
    ringed, framed = sheet(240, 120), sheet(240, 120)
    with QPainter(ringed) as painter:
        paint_selected(painter, PLACE, 1.0, theme)
    with QPainter(framed) as painter:
        paint_remembered(painter, PLACE, theme)

    assert ringed.pixelColor(37, 60) == theme.inks.focus
    assert theme.inks.focus.name() not in {framed.pixelColor(x, 60).name() for x in range(60)}
    assert any(framed.pixelColor(x, 60).name() != "#ffffff" for x in range(36, 41))


def test_notes_too_small_to_point_at_do_not_grow_their_edge(sheet: Sheet, theme: Theme) -> None:
    large, small = sheet(240, 120), sheet(240, 120)
    for image, scale in ((large, 1.0), (small, 0.3)):
        with QPainter(image) as painter:
            paint_hovered(painter, PLACE, theme.note("sky"), scale, CONSOLE_NOTE)

    assert large.pixelColor(44, 60) == theme.note("sky").edge
    assert small == sheet(240, 120)


def test_the_edge_grows_where_reading_begins(sheet: Sheet, theme: Theme) -> None:
    image, inks = sheet(240, 120), theme.note("sky")
    with QPainter(image) as painter:
        paint_hovered(painter, PLACE, inks, 1.0, CONSOLE_NOTE.facing(is_mirrored=True))

    assert [image.pixelColor(x, 60).name() for x in (44, 176)] == ["#ffffff", inks.edge.name()]


def test_the_column_a_note_would_fall_into_is_framed(sheet: Sheet, theme: Theme) -> None:
    image = sheet(240, 120)
    with QPainter(image) as painter:
        paint_target(painter, QRectF(40, 0, 140, 120), theme)

    assert image.pixelColor(37, 60) == theme.inks.accent


def test_a_lifted_note_paints_nothing_beyond_its_shadow(sheet: Sheet, theme: Theme) -> None:
    image = sheet(400, 300)
    place = QRectF(200, 150, 140, 40)
    with QPainter(image) as painter:
        paint_lifted(painter, QRectF(20, 20, 140, 40), place, theme.note("sky"), theme, CONSOLE_NOTE)

    inside = [shadow_room(place), QRectF(18, 18, 144, 44)]
    strayed = [
        (x, y)
        for x in range(0, 400, 3)
        for y in range(0, 300, 3)
        if image.pixelColor(x, y).name() != "#ffffff" and not any(box.contains(x, y) for box in inside)
    ]
    assert strayed == []
