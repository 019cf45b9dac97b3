"""One wording to choose from: the note as it is, and under it the choice with its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.i18n import _
from facilitator.kit.qt.direction import is_mirrored, mirrored
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.lettering import Lettering, TextStyle, Upright, text_style
from facilitator.kit.qt.lines import Wrap
from facilitator.kit.qt.marks import paint_dot, paint_ring
from facilitator.kit.qt.notes_painter import NoteMeasures, paint_note_ground
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap

LARGE_NOTE = NoteMeasures(18, 24, 500, (12, 12, 12, 14), 4, 4, 8, 2, Wrap.GREEDY, Upright.MIDDLE)
"""A note that is read before it is chosen."""

_NOTE_HIGH, _FOOT_HIGH, _RADIO = 96, 34, 18


class WordingChoice(QAbstractButton):
    """Chooses the words that stand. Exactly one among its siblings is on."""

    def __init__(self, text: str, source: str, colour: str, key: str) -> None:
        super().__init__()
        self._words, self._source, self._colour, self._key = text, source, colour, key
        self._text = Lettering()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(_("Use these words: {text}").format(text=text))
        self.setToolTip(text)
        self.setProperty(RING_RADIUS, -1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(216, _NOTE_HIGH + _FOOT_HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, _NOTE_HIGH + _FOOT_HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        box = QRectF(4, 4, self.width() - 8, _NOTE_HIGH - 8)
        inks = theme.note(self._colour)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            measures = LARGE_NOTE.facing(is_mirrored=is_mirrored(self))
            paint_note_ground(painter, box, inks, measures, measures.edge)
            inner = measures.inner(box).adjusted(0, 8 - measures.padding[0], 0, measures.padding[2] - 8)
            small = text_style(theme, "console", "caption", inks.text).limited(1)
            foot = 18 if self._source else 0
            self._text.write(painter, inner.adjusted(0, 0, 0, -foot), self._words, LARGE_NOTE.style(theme, inks))
            if self._source:
                self._text.write(painter, inner, self._source, small.placed(small.align, Upright.BOTTOM))
            if self.hasFocus():
                paint_ring(painter, box, LARGE_NOTE.radius, theme)
            elif self.isChecked():
                painter.setPen(QPen(theme.inks.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), LARGE_NOTE.radius, LARGE_NOTE.radius)
            self._paint_radio(painter, QRectF(4, _NOTE_HIGH, self.width() - 8, _FOOT_HIGH))

    def _paint_radio(self, painter: QPainter, foot: QRectF) -> None:
        theme = theme_in_use()
        ring = mirrored(self, QRectF(foot.left(), foot.center().y() - _RADIO / 2, _RADIO, _RADIO))
        painter.setPen(QPen(theme.inks.accent if self.isChecked() else theme.inks.line_strong, 2))
        painter.setBrush(theme.inks.raised)
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if self.isChecked():
            paint_dot(painter, ring.adjusted(5, 5, -5, -5), theme.inks.accent)
        cap = cap_width(self._key, theme) if self._key else 0
        room = mirrored(self, foot.adjusted(_RADIO + 8, 0, -cap - 8, 0))
        style = TextStyle(theme.sized(14, 600 if self.isChecked() else 400), theme.inks.ink, 20, lines=1)
        self._text.write(painter, room, _("Use these words"), style.placed(style.align, Upright.MIDDLE))
        if self._key:
            place = mirrored(self, QRectF(foot.right() - cap, foot.center().y() - 10, cap, 20))
            paint_cap(
                painter, place.left(), place.center().y(), self._key, theme.inks.ink_2, theme.inks.line_strong, theme
            )
