"""A box to tick, with its words beside it: a choice that is taken along when something is done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from facilitator.kit.qt.acts import KEPT_KEYS
from facilitator.kit.qt.direction import mirrored
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use

_BOX, _GAP, _HIGH = 16, 10, 26


class Tick(QCheckBox):
    """Space, or a press anywhere on it, ticks. What does not fit is a tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(RING_RADIUS, 4)
        self.setProperty(KEPT_KEYS, ["Enter"])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Say what is chosen."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme_in_use().font("console", "small")).horizontalAdvance(self.accessibleName())
        return QSize(_BOX + _GAP + round(words + 1), _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HIGH)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Enter does what the ticks are taken along to.
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks = theme.inks
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = mirrored(self, QRectF(1, (self.height() - _BOX) / 2, _BOX, _BOX))
            is_on = self.isChecked()
            painter.setPen(QPen(inks.accent if is_on else inks.line_strong, 1.5))
            painter.setBrush(inks.accent if is_on else inks.raised)
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
            if is_on:
                paint_icon(painter, box.adjusted(2, 2, -2, -2), "check-bold", inks.on_accent)
            font = theme.font("console", "small")
            painter.setFont(font)
            painter.setPen(inks.ink)
            words = mirrored(self, QRectF(self.rect()).adjusted(_BOX + _GAP, 0, 0, 0))
            metrics = QFontMetricsF(font)
            said = metrics.elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, words.width())
            side = Qt.AlignmentFlag.AlignRight if words.left() == 0 else Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, said)
