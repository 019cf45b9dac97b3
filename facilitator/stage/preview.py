"""The small picture of the stage on the console: the very scenes that the room sees, scaled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from facilitator.i18n import _
from facilitator.kit.qt.theme import theme_in_use
from facilitator.stage.show import StageShow
from facilitator.stage.view import StageView

WIDTH, HEIGHT = 304, 171
_FRAME = 4


class StagePreview(StageView):
    """What is on the stage now, 304 x 171 unless the console gives it another size; framed while it is frozen."""

    def __init__(self, show: StageShow) -> None:
        super().__init__(show, _("What the room sees"))
        self.setFixedSize(WIDTH, HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.shown.is_frozen:
            with QPainter(self) as painter:
                painter.setPen(QPen(theme_in_use().inks.warn, _FRAME))
                inset = _FRAME / 2
                painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
