"""Large words as pictures: Qt draws big letters outline by outline each time, and answers come many at a time."""

from __future__ import annotations

import math
from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from facilitator.kit.qt.lettering import Lettering, TextStyle

_KEPT = 3
"""The projector's, the console's small one, and one of before."""

_MARGIN = 16.0
"""Ink may reach beyond the box of its line."""

_Key = tuple[str, str, int, float, float, str, int, float, float]


class Stills:
    """Writes words that stay the same from paint to paint: the second time at the same size it shows a picture."""

    def __init__(self) -> None:
        self._known: OrderedDict[_Key, QPixmap] = OrderedDict()

    def write(self, painter: QPainter, text: Lettering, box: QRectF, words: str, style: TextStyle) -> None:
        """Write words from the top of a box, as `text` would, and remember them as said."""
        transform, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
        scale, high = transform.m11(), text.measure(words, box.width(), style).height()
        font, colour, lines = style.font.key(), style.colour.rgba(), style.lines
        key = (words, font, colour, style.leading, box.width(), f"{style.align}{style.wrap}", lines, scale, ratio)
        picture = self._known.get(key)
        if picture is None:
            picture = self._known[key] = self._drawn(text, QRectF(0, 0, box.width(), high), words, style, scale, ratio)
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
            text.say(words)
        at = transform.map(box.topLeft() - QPointF(_MARGIN, _MARGIN)) * ratio
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(QPointF(round(at.x()), round(at.y())) / ratio, picture)
        painter.restore()

    @staticmethod
    def _drawn(text: Lettering, box: QRectF, words: str, style: TextStyle, scale: float, ratio: float) -> QPixmap:
        sides = (math.ceil((side + 2 * _MARGIN) * scale * ratio) for side in (box.width(), box.height()))
        drawn = QPixmap(*sides)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(scale, scale)
            text.write(painter, box.translated(_MARGIN, _MARGIN), words, style)
        return drawn
