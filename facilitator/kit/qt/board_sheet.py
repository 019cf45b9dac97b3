"""The sheet behind the board: what was painted stays, a pan moves it, and only what is new is painted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from facilitator.kit.qt.board_layout import BoardLayout, PlacedNote
from facilitator.kit.qt.board_notes import FLAT_BELOW, NotePictures

_TILE = 128


class Sheet:
    """A picture of the view, kept from paint to paint. Lengths are logical pixels of the view."""

    def __init__(self, pictures: NotePictures) -> None:
        self.pictures = pictures
        self._picture = QPixmap()
        self._stale = QRegion()
        self._ratio = 1.0

    @property
    def is_complete(self) -> bool:
        """Whether every note in view has its picture."""
        return self._stale.isEmpty()

    def resize(self, size: QSize, ratio: float) -> None:
        """Fit the view; everything is painted anew when it changed."""
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._picture.size() != wanted or self._ratio != ratio:
            self._picture = QPixmap(wanted)
            self._picture.setDevicePixelRatio(ratio)
            self._ratio = ratio
            self.spoil(QRect(QPoint(), size))

    def spoil(self, where: QRect) -> None:
        """What is here must be painted again."""
        self._stale = self._stale.united(where)

    def move(self, across: int, down: int, size: QSize) -> None:
        """Move what is painted, by logical pixels; what comes into view is stale."""
        view = QRect(QPoint(), size)
        if not (across * self._ratio).is_integer() or not (down * self._ratio).is_integer():
            self.spoil(view)
            return
        self._picture.scroll(round(across * self._ratio), round(down * self._ratio), self._picture.rect())
        self._stale = self._stale.translated(across, down).united(QRegion(view) - view.translated(across, down)) & view

    def refresh(
        self, layout: BoardLayout, origin: tuple[float, float], scale: float, ground: QColor, lifted: str
    ) -> None:
        """Paint what is stale, as far as the budget of this paint goes; `origin` is the board unit at the corner."""
        if self._stale.isEmpty():
            return
        self.pictures.begin()
        cold: set[tuple[int, int]] = set()
        with QPainter(self._picture) as painter:
            painter.setClipRegion(self._stale)
            painter.fillRect(self._stale.boundingRect(), ground)
            for placed in self._touched(layout, origin, scale):
                if placed.note.id != lifted and not self._paint(painter, placed, layout, origin, scale):
                    cold.update(_tiles(self.place(placed.box, origin, scale)))
        self._stale = _region(cold)

    def _touched(self, layout: BoardLayout, origin: tuple[float, float], scale: float) -> Iterable[PlacedNote]:
        # Asked rectangle by rectangle: round the two strips of a diagonal pan lies the whole view.
        found: dict[str, PlacedNote] = {}
        for stale in _rectangles(self._stale):
            left, top = stale.left() / scale + origin[0], stale.top() / scale + origin[1]
            view = QRectF(left, top, stale.width() / scale, stale.height() / scale)
            found.update((placed.note.id, placed) for placed in layout.inside(view))
        return found.values()

    def place(self, box: QRectF, origin: tuple[float, float], scale: float) -> QRectF:
        """Where a rectangle of the board lies in the view, its corner on a whole device pixel."""
        left = round((box.left() - origin[0]) * scale * self._ratio) / self._ratio
        top = round((box.top() - origin[1]) * scale * self._ratio) / self._ratio
        return QRectF(left, top, box.width() * scale, box.height() * scale)

    def blit(self, painter: QPainter, where: QRect) -> None:
        """Copy a part of the sheet into the view."""
        source = QRectF(
            where.left() * self._ratio,
            where.top() * self._ratio,
            where.width() * self._ratio,
            where.height() * self._ratio,
        )
        painter.drawPixmap(QRectF(where), self._picture, source)

    def _paint(
        self, painter: QPainter, placed: PlacedNote, layout: BoardLayout, origin: tuple[float, float], scale: float
    ) -> bool:
        colour = layout.columns[placed.column].column.colour
        place = self.place(placed.box, origin, scale)
        if scale >= FLAT_BELOW:
            picture = self.pictures.picture(placed.note, colour, placed.box, scale, self._ratio)
            if picture is not None:
                painter.drawPixmap(place.topLeft(), picture)
                return True
        painter.fillRect(place, self.pictures.theme.note(colour).fill)
        return scale < FLAT_BELOW


def _tiles(place: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(math.floor(place.left() / _TILE), math.floor(place.right() / _TILE) + 1):
        for row in range(math.floor(place.top() / _TILE), math.floor(place.bottom() / _TILE) + 1):
            yield column, row


def _region(tiles: set[tuple[int, int]]) -> QRegion:
    # A region of thousands of single notes costs more to unite than the notes cost to paint.
    region = QRegion()
    for column, row in sorted(tiles):
        region = region.united(QRect(column * _TILE, row * _TILE, _TILE, _TILE))
    return region


def _rectangles(region: QRegion) -> Iterator[QRect]:
    rectangles = iter(region)  # type: ignore[call-overload]  # the stubs do not know that a QRegion can be iterated
    yield from rectangles
