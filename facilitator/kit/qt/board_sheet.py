"""The sheet behind the board: what was painted stays, a pan moves it, and only what is new is painted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QRegion

from facilitator.kit.qt.board_changes import changed_notes, is_same_frame, strips
from facilitator.kit.qt.board_layout import BoardLayout, PlacedNote
from facilitator.kit.qt.board_notes import BUSY_S, CALM_S, FLAT_BELOW, FULL_S, NotePictures
from facilitator.kit.qt.board_ring import Ring

_SOON = 60
_AHEAD = 32
"""How many rows of the ground are painted at once before their notes: few enough to be still at hand for them."""

_TOP = attrgetter("top")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one paint shows: the notes, the ground, the note that is left out, and the fill of each column's notes."""

    layout: BoardLayout
    ground: QColor
    lifted: str
    colours: list[str]
    fills: list[QColor]


class Sheet:
    """A picture of the view in device pixels, kept from paint to paint.

    Notes begin on whole device pixels counted from the corner of the board, so that a pan moves them all alike. A note
    whose picture is not drawn yet is a flat box, and waits: each `refresh` draws as many as its time allows.
    """

    def __init__(self, pictures: NotePictures) -> None:
        self.pictures = pictures
        self._ring = Ring()
        self._stale = QRegion()
        self._waiting: dict[str, PlacedNote] = {}
        self._ratio = 1.0
        self._scale = 1.0
        self._corner = (0, 0)

    @property
    def is_complete(self) -> bool:
        """Whether every note in view has its picture."""
        return not self.is_blank and self._stale.isEmpty() and not self._waiting

    def resize(self, size: QSize, ratio: float) -> None:
        """Fit the view; everything is painted anew when it changed."""
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._ring.rect().size() != wanted or self._ratio != ratio:
            self._ring.fit(wanted)
            self._ratio = ratio
            self.spoil_all()

    def spoil(self, where: QRect) -> None:
        """What is here, in logical pixels of the view, must be painted again."""
        self._stale = self._stale.united(self._exact(where))

    def spoil_all(self) -> None:
        """Everything must be painted again."""
        self._stale = QRegion(self._ring.rect())
        self._waiting.clear()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was ever painted on it."""
        return self._ring.is_blank

    def move(self, origin: tuple[float, float], scale: float) -> None:
        """Move what is painted, so that this board unit lies at the corner; what comes into view is stale."""
        corner = self._corner_of(origin, scale)
        across, down = self._corner[0] - corner[0], self._corner[1] - corner[1]
        self._corner, self._scale = corner, scale
        if self.is_blank or not (across or down):
            return
        view = self._ring.rect()
        self._ring.move(across, down)
        self._stale = self._stale.translated(across, down).united(QRegion(view) - view.translated(across, down)) & view

    def is_at(self, scale: float) -> bool:
        """Whether what is painted on it is as large as at this scale."""
        return not self.is_blank and self._scale == scale

    def change(self, old: BoardLayout, new: BoardLayout, origin: tuple[float, float]) -> QRegion:
        """Another layout is shown from now on, at the same scale: only what differs must be painted again.

        `origin` is the board unit at the corner. Gives what is stale now, in logical pixels of the view.
        """
        if self._corner != self._corner_of(origin, self._scale) or not is_same_frame(old, new):
            self.spoil_all()
        else:
            gone, come = changed_notes(old, new)
            for strip in strips([*gone, *come]):
                # Notes begin on whole pixels, so one may reach a pixel beyond what holds it.
                around = self.place(strip, origin, self._scale).toAlignedRect().adjusted(-1, -1, 1, 1)
                self._stale = self._stale.united(self._exact(around))
        return self._logical(self._stale)

    def refresh(
        self, layout: BoardLayout, origin: tuple[float, float], scale: float, ground: QColor, lifted: str
    ) -> QRegion:
        """Paint what is stale, then draw what waits for its picture, as far as the time of this paint goes.

        `origin` is the board unit at the corner. Gives what changed, in logical pixels of the view.
        """
        if self.is_complete:
            return QRegion()
        self._corner, self._scale = self._corner_of(origin, scale), scale
        stale, self._stale = self._stale, QRegion()
        is_all = stale == QRegion(self._ring.rect())
        self.pictures.begin(scale, self._ratio, FULL_S if is_all else CALM_S if stale.isEmpty() else BUSY_S)
        changed = QRegion(stale)
        if is_all:
            self._ring.begin_anew()
        colours = [placed.column.colour for placed in layout.columns]
        shown = _Shown(layout, ground, lifted, colours, [self.pictures.theme.note(each).fill for each in colours])
        with QPainter(self._ring.picture) as painter:
            # One rectangle after the other: round the two strips of a diagonal pan lies the whole view.
            for strip in _rectangles(stale):
                self._paint(painter, strip, shown, self.pictures.largest)
            for place in self._drawn(layout, lifted):
                self._paint(painter, place, shown, 0.0)
                changed = changed.united(place)
        return self._logical(changed)

    def next_place(self) -> QRect:
        """Where the next pictures will be drawn, in logical pixels of the view: only this needs to be painted."""
        soon = QRect()
        for placed in islice(self._waiting.values(), _SOON):
            soon = soon.united(self._box(placed))
        return _grown(soon, 1 / self._ratio)

    def place(self, box: QRectF, origin: tuple[float, float], scale: float) -> QRectF:
        """Where a rectangle of the board lies in the view, its corner on a whole device pixel."""
        left, top = self._corner_of(origin, scale)
        exact = scale * self._ratio
        x, y = round(box.left() * exact) - left, round(box.top() * exact) - top
        return QRectF(x / self._ratio, y / self._ratio, box.width() * scale, box.height() * scale)

    def blit(self, painter: QPainter) -> None:
        """Copy the sheet into the view, as far as the painter is clipped to."""
        self._ring.blit(painter, self._ratio)

    def blit_scaled(self, painter: QPainter, origin: tuple[float, float], scale: float) -> QRect:
        """Copy the sheet into the view at another scale, quick and rough; gives what it covers, in logical pixels."""
        grown = scale / self._scale / self._ratio
        left, top = self._corner[0] * grown - origin[0] * scale, self._corner[1] * grown - origin[1] * scale
        return self._ring.blit_scaled(painter, (left, top), grown)

    def _corner_of(self, origin: tuple[float, float], scale: float) -> tuple[int, int]:
        exact = scale * self._ratio
        return round(origin[0] * exact), round(origin[1] * exact)

    def _paint(self, painter: QPainter, where: QRect, shown: _Shown, waits_to: float) -> None:
        """Paint the ground and all notes of a rectangle, in device pixels: what waits for its picture as a flat box.

        Notes without a picture begin to wait for one up to an area of `waits_to`; larger ones are painted here.
        """
        for part, way in self._ring.parts(where):
            painter.save()
            painter.translate(way)
            if part != self._ring.rect():
                painter.setClipRect(part)  # no clip at all is the quickest
            self._paint_rows(painter, part, shown, waits_to)
            painter.restore()

    def _paint_rows(self, painter: QPainter, where: QRect, shown: _Shown, waits_to: float) -> None:
        exact, (left, top) = self._scale * self._ratio, self._corner
        is_drawn, kept = self._scale >= FLAT_BELOW, self.pictures.kept
        colours, fills, lifted, waiting = shown.colours, shown.fills, shown.lifted, self._waiting
        fill, draw = painter.fillRect, painter.drawPixmap
        bare, end = where.top(), where.top() + where.height()
        # Row by row, as the pixels lie in memory: twice as quick as down the lanes.
        for placed in sorted(self._touched(where, shown.layout), key=_TOP):
            note, column, x, y, wide, high = placed
            x, y = round(x * exact) - left, round(y * exact) - top
            if bare < end and y + high * exact > bare - 1:
                ground, bare = bare, min(end, y + math.ceil(high * exact) + _AHEAD)
                fill(where.left(), ground, where.width(), bare - ground, shown.ground)
            if note.id == lifted:
                continue
            if is_drawn and (picture := kept(note, colours[column], wide)) is not None:
                draw(x, y, picture)
                continue
            if is_drawn and wide * high <= waits_to:
                waiting[note.id] = placed
            if not is_drawn or note.id in waiting:
                fill(x, y, round(wide * exact), round(high * exact), fills[column])
            else:
                painter.save()
                painter.translate(x, y)
                self.pictures.paint_here(painter, note, colours[column], placed.box)
                painter.restore()
        fill(where.left(), bare, where.width(), end - bare, shown.ground)

    def _drawn(self, layout: BoardLayout, lifted: str) -> Iterator[QRect]:
        """Draw pictures of those that wait, one after the other, and give where each lies."""
        view = self._ring.rect()
        while self._waiting and self.pictures.has_time:
            note, placed = next(iter(self._waiting.items()))
            del self._waiting[note]
            place = self._box(placed) & view
            if note != lifted and not place.isEmpty():
                colour = layout.columns[placed.column].column.colour
                self.pictures.picture(placed.note, colour, placed.box)
                yield place

    def _box(self, placed: PlacedNote) -> QRect:
        """The device pixels that the picture of a note covers."""
        exact, (left, top) = self._scale * self._ratio, self._corner
        x, y = round(placed.left * exact) - left, round(placed.top * exact) - top
        return QRect(x, y, math.ceil(placed.width * exact), math.ceil(placed.height * exact))

    def _touched(self, where: QRect, layout: BoardLayout) -> Iterable[PlacedNote]:
        exact, (left, top) = self._scale * self._ratio, self._corner
        # A pixel more on each side: notes begin on whole pixels, so they may reach a little beyond their box.
        around = where.translated(left, top).adjusted(-1, -1, 1, 1)
        view = (around.x() / exact, around.y() / exact, around.width() / exact, around.height() / exact)
        return layout.inside(QRectF(*view))

    def _exact(self, where: QRect) -> QRect:
        return _grown(where, self._ratio) & self._ring.rect()

    def _logical(self, where: QRegion) -> QRegion:
        if self._ratio == 1.0:
            return where
        logical = QRegion()
        for one in _rectangles(where):
            logical = logical.united(_grown(one, 1 / self._ratio))
        return logical


def _grown(where: QRect, ratio: float) -> QRect:
    box = QRectF(where.x() * ratio, where.y() * ratio, where.width() * ratio, where.height() * ratio)
    return box.toAlignedRect()


def _rectangles(region: QRegion) -> Iterator[QRect]:
    rectangles = iter(region)  # type: ignore[call-overload]  # the stubs do not know that a QRegion can be iterated
    yield from rectangles
