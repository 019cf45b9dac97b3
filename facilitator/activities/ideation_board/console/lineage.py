"""Where a merged note comes from: each wording in a box, and elbows that lead to the one note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.i18n import _, ngettext
from facilitator.kit.qt.direction import mirrored
from facilitator.kit.qt.lettering import Lettering, TextStyle, Upright, text_style
from facilitator.kit.qt.theme import theme_in_use

_BOX, _GAP, _MOST = 40, 8, 4
_JOIN = 0.62
_ELBOW = 24


class LineageView(QWidget):
    """At most four wordings in boxes, the rest counted; the one note in accent."""

    def __init__(self) -> None:
        super().__init__()
        self._wordings: tuple[tuple[str, str], ...] = ()
        self._text = Lettering()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_wordings(self, wordings: Sequence[tuple[str, str]]) -> None:
        """Show wordings, each with how it came in."""
        self._wordings = tuple(wordings)
        said = "; ".join(", ".join(filter(None, one)) for one in wordings)
        self.setAccessibleName(_("Where it comes from: {wordings}").format(wordings=said))
        self.updateGeometry()
        self.update()

    def painted(self) -> tuple[str, ...]:
        """The words that the last paint wrote."""
        return self._text.painted()

    def sizeHint(self) -> QSize:
        rows = self._rows()
        return QSize(320, max(1, len(rows)) * (_BOX + _GAP) - _GAP + 2)

    def _rows(self) -> list[tuple[str, str]]:
        if len(self._wordings) <= _MOST:
            return list(self._wordings)
        more = len(self._wordings) - _MOST + 1
        said = ngettext("and {count} more", "and {count} more", more).format(count=more)
        return [*self._wordings[: _MOST - 1], (said, "")]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        rows = self._rows()
        wide = self.width() * _JOIN - _ELBOW
        self._text.start()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            one = QRectF(self.width() * _JOIN + _ELBOW, 0, self.width() * (1 - _JOIN) - _ELBOW - 1, _BOX)
            one.moveTop((self.height() - _BOX) / 2)
            boxes = [QRectF(1, 1 + at * (_BOX + _GAP), wide, _BOX) for at in range(len(rows))]
            self._paint_elbows(painter, boxes, one)
            for box, (words, source) in zip(boxes, rows, strict=True):
                self._paint_box(painter, mirrored(self, box), words, source)
            painter.setBrush(theme.inks.accent_soft)
            painter.setPen(QPen(theme.inks.line_strong, 1))
            painter.drawRoundedRect(mirrored(self, one), 6, 6)
            style = TextStyle(theme.sized(13, 600), theme.inks.ink, 18, lines=2).placed(
                TextStyle(theme.sized(13, 600), theme.inks.ink, 18).align, Upright.MIDDLE
            )
            self._text.write(painter, mirrored(self, one).adjusted(10, 0, -8, 0), _("One note"), style)

    def _paint_elbows(self, painter: QPainter, boxes: list[QRectF], one: QRectF) -> None:
        painter.setPen(QPen(theme_in_use().inks.line_strong, 2))
        turn = self.width() * _JOIN
        for box in boxes:
            start, end = QPointF(box.right(), box.center().y()), QPointF(one.left(), one.center().y())
            path = [start, QPointF(turn, start.y()), QPointF(turn, end.y()), end]
            painter.drawPolyline([mirrored(self, QRectF(at.x(), at.y(), 0, 0)).topLeft() for at in path])

    def _paint_box(self, painter: QPainter, box: QRectF, words: str, source: str) -> None:
        theme = theme_in_use()
        painter.setPen(QPen(theme.inks.line_strong, 1))
        painter.setBrush(theme.inks.raised)
        painter.drawRoundedRect(box, 6, 6)
        inner = box.adjusted(10, 3, -8, -3)
        style = TextStyle(theme.sized(13, 600), theme.inks.ink, 17, lines=1)
        upright = Upright.TOP if source else Upright.MIDDLE
        self._text.write(painter, inner, words, style.placed(style.align, upright))
        small = text_style(theme, "console", "caption", theme.inks.ink_2).limited(1)
        self._text.write(painter, inner, source, small.placed(small.align, Upright.BOTTOM))
