"""The sheet behind the board: what was painted stays, and only what is new is painted."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from facilitator.kit.qt.board_layout import (
    BoardColumn,
    BoardLayout,
    BoardNote,
    PlacedColumn,
    PlacedNote,
    lay_full_width,
)
from facilitator.kit.qt.board_notes import NoteHeights, NotePictures
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
        paper.blit(painter)
    return image


def test_a_sheet_is_complete_once_every_note_has_its_picture(paper: Sheet, layout: BoardLayout, theme: Theme) -> None:
    was_complete = paper.is_complete

    image = filled(paper, layout, theme)

    assert not was_complete
    assert paper.is_complete
    assert image.pixelColor(100, 38) == theme.note("sky").fill


def test_moving_keeps_what_was_painted_and_asks_for_the_rest(paper: Sheet, layout: BoardLayout, theme: Theme) -> None:
    filled(paper, layout, theme)

    paper.move((0, 100), 1.0)

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


def test_a_pan_moves_all_notes_by_the_same_whole_pixels(paper: Sheet) -> None:
    near, far = QRectF(10.4, 20.6, 100, 40), QRectF(0.7, 300.2, 100, 40)

    before = [paper.place(box, (0, 0), 0.37) for box in (near, far)]
    after = [paper.place(box, (3.3, 77.7), 0.37) for box in (near, far)]

    assert all(side.is_integer() for place in (*before, *after) for side in (place.left(), place.top()))
    assert before[0].topLeft() - after[0].topLeft() == before[1].topLeft() - after[1].topLeft()


def uncached(paper: Sheet, layout: BoardLayout, scale: float, ratio: float, theme: Theme) -> QImage:
    """Every note painted straight into the view, in the order in which they lie."""
    image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
    image.fill(theme.inks.paper)
    for placed in sorted(layout.by_id.values(), key=lambda placed: placed.box.top()):
        with QPainter(image) as painter:
            place = paper.place(placed.box, (0, 0), scale)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.translate((place.topLeft() * ratio).toPoint())
            painter.scale(scale * ratio, scale * ratio)
            here = QRectF(0, 0, placed.box.width(), placed.box.height())
            paper.pictures.paint(painter, placed.note, layout.columns[placed.column].column.colour, here)
    return image


def seen(paper: Sheet, ratio: float) -> QImage:
    image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        paper.blit(painter)
    image.setDevicePixelRatio(1.0)
    return image


def apart(one: QImage, other: QImage) -> float:
    """The share of pixels that are not the same."""
    between = QImage(one)
    with QPainter(between) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, other)
    bits = bytes(between.constBits())
    return max(1 - bits[colour::4].count(0) / len(bits[colour::4]) for colour in range(3))


A_LETTER = 1 / 10_000
"""A letter may fall on the other side of a quarter of a pixel; nothing else may differ."""


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("scale", [0.3, 0.61, 1.0, 1.7])
def test_what_is_painted_is_what_painting_without_pictures_gives(theme: Theme, scale: float, ratio: float) -> None:
    layout, paper = lay_full_width(columns(60), 790, lambda *_: 43), Sheet(NotePictures(theme))
    paper.resize(SIZE, ratio)

    paints = 0
    while not paper.is_complete:
        paper.refresh(layout, (0, 0), scale, theme.inks.paper, "")
        paints += 1

    assert 1 <= paints <= 60
    assert apart(seen(paper, ratio), uncached(paper, layout, scale, ratio, theme)) < A_LETTER


def overlapping(count: int) -> BoardLayout:
    """Notes that lie over one another, as hands leave them on a free canvas."""
    column = BoardColumn("c", "A", "Free", "sky", tuple(BoardNote(f"n{at}", f"Idea {at}") for at in range(count)))
    lying = [PlacedNote(note, 0, 5 + at * 17 % 600, 3 + at * 7.3, 150, 43) for at, note in enumerate(column.notes)]
    lanes = tuple((placed,) for placed in lying)
    placed = PlacedColumn(column, 0, 790, lanes)
    return BoardLayout((placed,), 790, 300, {one.note.id: one for one in lying})


def test_notes_over_one_another_keep_their_order_whenever_their_pictures_come(theme: Theme) -> None:
    layout, paper = overlapping(33), Sheet(NotePictures(theme))
    paper.resize(SIZE, 1.0)

    filled(paper, layout, theme)
    paper.spoil(QRect(100, 50, 77, 41))
    filled(paper, layout, theme)

    assert seen(paper, 1.0) == uncached(paper, layout, 1.0, 1.0, theme)


def test_more_notes_in_view_than_pictures_can_be_kept_are_all_painted(theme: Theme) -> None:
    layout, paper = lay_full_width(columns(40, count=2), 790, lambda *_: 43), Sheet(NotePictures(theme))
    view, ratio = QSize(790, 970), 5.0
    paper.resize(view, ratio)

    paints, most = 0, 0
    while not paper.is_complete and paints < 200:
        paper.refresh(layout, (0, 0), 1.0, theme.inks.paper, "")
        paints, most = paints + 1, max(most, paper.pictures.kept_bytes)

    assert paints <= 40
    assert most <= 48 * 1024 * 1024 < 790 * 970 * ratio**2 * 4
    image = QImage(view * ratio, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(ratio, ratio)
        paper.blit(painter)
    places = [paper.place(placed.box, (0, 0), 1.0) for placed in layout.by_id.values()]
    right = [
        (placed.column, place.right() - 12, place.bottom() - 6)
        for placed, place in zip(layout.by_id.values(), places, strict=True)
    ]
    fills = [theme.note(name).fill for name in ("sky", "amber")]
    assert {image.pixelColor(int(x * ratio), int(y * ratio)).name() for column, x, y in right} == {
        f.name() for f in fills
    }


def test_a_note_larger_than_the_pictures_may_be_is_painted_without_one(theme: Theme) -> None:
    layout, paper = lay_full_width(columns(1, count=1), 790, lambda *_: 300), Sheet(NotePictures(theme))
    paper.resize(SIZE, 4.0)

    paper.refresh(layout, (0, 0), 1.0, theme.inks.paper, "")

    assert paper.is_complete
    assert paper.pictures.kept_bytes == 0
    assert seen(paper, 4.0) == uncached(paper, layout, 1.0, 4.0, theme)


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_panning_by_a_pixel_paints_little_on_a_screen_of_any_ratio(
    layout: BoardLayout, theme: Theme, ratio: float
) -> None:
    paper = Sheet(NotePictures(theme))
    paper.resize(SIZE, ratio)
    filled(paper, layout, theme)

    for top in range(1, 8):
        paper.move((0, top), 1.0)
        changed = paper.refresh(layout, (0, top), 1.0, theme.inks.paper, "")
        assert changed.boundingRect().height() < 60

    while not paper.is_complete:
        paper.refresh(layout, (0, 7), 1.0, theme.inks.paper, "")
    anew = Sheet(paper.pictures)
    anew.resize(SIZE, ratio)
    filled(anew, layout, theme, top=7)
    assert seen(paper, ratio) == seen(anew, ratio)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_panning_across_and_down_and_back_shows_what_painting_anew_shows(theme: Theme, ratio: float) -> None:
    layout, paper = lay_full_width(columns(200, count=8), 1400, lambda *_: 43), Sheet(NotePictures(theme))
    paper.resize(SIZE, ratio)
    for left, top in ((0, 0), (3, 2), (120, 77), (410, 250), (407, 310), (11, 5), (600, 400), (333, 333)):
        paper.move((left, top), 1.0)
        while not paper.is_complete:
            paper.refresh(layout, (left, top), 1.0, theme.inks.paper, "")

        anew = Sheet(paper.pictures)
        anew.resize(SIZE, ratio)
        while not anew.is_complete:
            anew.refresh(layout, (left, top), 1.0, theme.inks.paper, "")
        assert seen(paper, ratio) == seen(anew, ratio)


def edited(shown: list[BoardColumn], dice: random.Random) -> list[BoardColumn]:
    """The same columns after one note came, went, changed its words, or changed its column."""
    notes = [list(column.notes) for column in shown]
    column, other = dice.sample(range(len(notes)), 2)
    act, at = dice.choice(["come", "go", "say", "move"]), dice.randrange(len(notes[column]))
    if act == "come":
        notes[column].insert(dice.choice([at, len(notes[column])]), BoardNote(f"new{dice.random()}", "One idea more"))
    elif act == "say":
        notes[column][at] = BoardNote(notes[column][at].id, f"Said {dice.random()}", is_off_stage=dice.random() < 0.3)
    else:
        note = notes[column].pop(at)
        notes[other] += [note] if act == "move" else []
    return [replace(each, notes=tuple(there)) for each, there in zip(shown, notes, strict=True)]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("scale", [0.1, 0.37, 1.0])
def test_after_any_change_of_notes_it_shows_what_painting_anew_shows(theme: Theme, scale: float, ratio: float) -> None:
    """Also when the change comes while pictures wait, and between two pans."""
    dice, shown, paper = random.Random(5), columns(150), Sheet(NotePictures(theme))
    heights = NoteHeights(theme, paper.pictures.lettering)
    layout, top = lay_full_width(shown, 700, heights), 0.0
    paper.resize(SIZE, ratio)
    for step in range(24):
        old, shown = layout, edited(shown, dice)
        layout = lay_full_width(shown, 700, heights)
        paper.change(old, layout, (0, top))
        if step % 3 == 0:
            top = dice.uniform(0, 200)
            paper.move((0, top), scale)
        paper.refresh(layout, (0, top), scale, theme.inks.paper, "")
        if step % 4 < 2:
            continue
        anew = Sheet(paper.pictures)
        anew.resize(SIZE, ratio)
        for each in (paper, anew):
            while not each.is_complete:
                each.refresh(layout, (0, top), scale, theme.inks.paper, "")
        assert seen(paper, ratio) == seen(anew, ratio)


def test_one_idea_more_paints_its_place_and_no_other(paper: Sheet, layout: BoardLayout, theme: Theme) -> None:
    filled(paper, layout, theme, top=750)
    more = lay_full_width(columns(101), 790, lambda *_: 43)

    stale = paper.change(layout, more, (0, 750))

    place = paper.place(more.by_id["n100"].box, (0, 750), 1.0).toAlignedRect()
    assert stale.boundingRect().contains(place)
    assert place.adjusted(-2, -2, 2, 2).contains(stale.boundingRect())
    assert paper.refresh(more, (0, 750), 1.0, theme.inks.paper, "").boundingRect().height() < 50
    assert paper.change(more, more, (0, 750)).isEmpty()


def test_other_lanes_or_another_corner_are_painted_anew(paper: Sheet, layout: BoardLayout, theme: Theme) -> None:
    filled(paper, layout, theme)
    fewer = lay_full_width(columns(100, count=4), 790, lambda *_: 43)

    assert paper.is_at(1.0)
    assert not paper.is_at(0.9)
    assert paper.change(layout, fewer, (0, 0)).boundingRect() == QRect(0, 0, 790, 300)
    filled(paper, fewer, theme)
    assert paper.change(fewer, fewer, (0, 30)).boundingRect() == QRect(0, 0, 790, 300)


def test_a_column_of_another_colour_is_painted_anew(paper: Sheet, layout: BoardLayout, theme: Theme) -> None:
    filled(paper, layout, theme)
    shown = columns(100)
    coloured = lay_full_width([replace(shown[0], colour="rose"), *shown[1:]], 790, lambda *_: 43)

    paper.change(layout, coloured, (0, 0))

    assert filled(paper, coloured, theme).pixelColor(100, 38) == theme.note("rose").fill


def test_what_comes_next_is_told_so_that_only_its_place_is_painted(layout: BoardLayout, theme: Theme) -> None:
    paper = Sheet(NotePictures(theme))
    paper.resize(QSize(790, 560), 1.0)
    paper.refresh(layout, (0, 0), 1.0, theme.inks.paper, "")

    soon = paper.next_place()
    changed = paper.refresh(layout, (0, 0), 1.0, theme.inks.paper, "")

    assert not changed.isEmpty()
    assert soon.contains(changed.boundingRect())


def test_far_away_notes_are_boxes_that_wait_for_nothing(theme: Theme) -> None:
    layout, paper = lay_full_width(columns(500), 790, lambda *_: 43), Sheet(NotePictures(theme))
    paper.resize(SIZE, 1.0)

    paper.refresh(layout, (0, 0), 0.1, theme.inks.paper, "")

    assert paper.is_complete
    assert paper.pictures.kept_bytes == 0
    assert seen(paper, 1.0).pixelColor(5, 2) == theme.note("sky").fill
