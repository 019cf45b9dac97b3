"""The sheet behind the board: what was painted stays, and only what is new is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from facilitator.kit.qt.board_layout import BoardLayout, lay_full_width
from facilitator.kit.qt.board_notes import NotePictures
from facilitator.kit.qt.board_sheet import Sheet
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.boards import columns

SIZE = QSize(790, 300)


@pytest.fixture
def layout() -> BoardLayout:
    return lay_full_width(columns(100), 790, lambda *_: 43)


@pytest.fixture
def paper(theme: Theme) -> Sheet:
    made = Sheet(NotePictures(theme))
    made.resize(SIZE, 1.0)
    return made


def filled(paper: Sheet, layout: BoardLayout, theme: Theme, top: float = 0, lifted: str = "") -> QImage:
    while not paper.is_complete:
        paper.refresh(layout, (0, top), 1.0, theme.inks.paper, lifted)
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paper.blit(painter, QRect(QPoint(), SIZE))
    return image


def test_a_sheet_is_complete_once_every_note_has_its_picture(paper: Sheet, layout: BoardLayout, theme: Theme) -> None:
    was_complete = paper.is_complete

    image = filled(paper, layout, theme)

    assert not was_complete
    assert paper.is_complete
    assert image.pixelColor(100, 38) == theme.note("sky").fill


def test_moving_keeps_what_was_painted_and_asks_for_the_rest(paper: Sheet, layout: BoardLayout, theme: Theme) -> None:
    filled(paper, layout, theme)

    paper.move(0, -100, SIZE)

    assert not paper.is_complete
    moved = filled(paper, layout, theme, top=100)
    anew = Sheet(paper.pictures)
    anew.resize(SIZE, 1.0)
    assert moved == filled(anew, layout, theme, top=100)


def test_a_lifted_note_is_left_out(paper: Sheet, layout: BoardLayout, theme: Theme) -> None:
    filled(paper, layout, theme)

    paper.spoil(paper.place(layout.by_id["n0"].box, (0, 0), 1.0).toAlignedRect())
    image = filled(paper, layout, theme, lifted="n0")

    assert image.pixelColor(100, 38) == theme.inks.paper


def test_the_same_size_paints_nothing_anew_and_another_everything(
    paper: Sheet, layout: BoardLayout, theme: Theme
) -> None:
    filled(paper, layout, theme)

    paper.resize(SIZE, 1.0)
    assert paper.is_complete
    paper.resize(SIZE + QSize(1, 0), 1.0)
    assert not paper.is_complete


def test_notes_begin_on_whole_pixels_of_the_screen(paper: Sheet) -> None:
    place = paper.place(QRectF(10.4, 20.6, 100, 40), (0.3, 0.3), 1.0)

    assert (place.left(), place.top()) == (10, 20)
