"""A picture of the view that goes on at its other edge: to move what is painted, nothing has to be copied."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap


class Ring:
    """Pixels of the view, kept where they were painted while the view moves over them.

    Whoever paints on `picture` asks `parts` where the pixels of the view lie.
    """

    def __init__(self) -> None:
        self.picture = QPixmap()
        self._corner = QPoint()

    @property
    def is_blank(self) -> bool:
        """Whether it was never given a size."""
        return self.picture.isNull()

    def rect(self) -> QRect:
        """The whole view, from (0, 0)."""
        return self.picture.rect()

    def fit(self, size: QSize) -> None:
        """Take another size; nothing of what was painted is left."""
        self.picture = QPixmap(size)
        self._corner = QPoint()

    def begin_anew(self) -> None:
        """What was painted counts for nothing any more: the view lies in one part again."""
        self._corner = QPoint()

    def move(self, across: int, down: int) -> None:
        """Move what was painted in the view; what comes in at an edge is what went out at the other one."""
        wide, high = self.picture.width(), self.picture.height()
        self._corner = QPoint((self._corner.x() - across) % wide, (self._corner.y() - down) % high)

    def parts(self, where: QRect) -> Iterator[tuple[QRect, QPoint]]:
        """A rectangle of the view in the one, two or four parts it lies in, each with its way into the picture."""
        view, corner = self.rect(), self._corner
        if corner.isNull():
            yield where & view, corner
            return
        seam = QPoint(view.width() - corner.x(), view.height() - corner.y())
        for x in (corner.x(), corner.x() - view.width()):
            for y in (corner.y(), corner.y() - view.height()):
                left, top = (seam.x() if x < 0 else 0), (seam.y() if y < 0 else 0)
                right, bottom = (view.width() if x < 0 else seam.x()), (view.height() if y < 0 else seam.y())
                part = QRect(left, top, right - left, bottom - top) & where
                if not part.isEmpty():
                    yield part, QPoint(x, y)

    def blit(self, painter: QPainter, ratio: float) -> None:
        """Copy it into the view, as far as the painter is clipped to; the view has `ratio` device pixels a pixel."""
        painter.save()
        # Scaled back to device pixels the pixels are copied as they are; left to the ratio, Qt samples them anew.
        painter.scale(1 / ratio, 1 / ratio)
        for part, way in self.parts(self.rect()):
            painter.drawPixmap(part.topLeft(), self.picture, part.translated(way))
        painter.restore()

    def blit_scaled(self, painter: QPainter, at: tuple[float, float], grown: float) -> QRect:
        """Copy it into the view `grown` times as large, quick and rough; gives the rectangle that it covers."""
        covered = QRect()
        for part, way in self.parts(self.rect()):
            # On whole pixels, so that no gap shows between the parts.
            left, top = round(at[0] + part.left() * grown), round(at[1] + part.top() * grown)
            right = round(at[0] + (part.left() + part.width()) * grown)
            bottom = round(at[1] + (part.top() + part.height()) * grown)
            place = QRect(left, top, right - left, bottom - top)
            painter.drawPixmap(place, self.picture, part.translated(way))
            covered = covered.united(place)
        return covered
