"""A small sign with a sentence that holds: hidden until the reveal, fixed while answers are open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.direction import is_mirrored, mirrored
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright, text_style
from facilitator.kit.qt.theme import theme_in_use

_ICON, _GAP = 14, 6


class Promise(QWidget):
    """An icon and its words in one line, at the far end of what they stand in; what stands before them gives way."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._icon, self._words = icon, words
        self._text = Lettering()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def show_words(self, words: str) -> None:
        """Promise something else."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        style = self._style()
        wide = QFontMetricsF(style.font).horizontalAdvance(self._words)
        return QSize(_ICON + _GAP + round(wide + 0.5) + 2, round(style.leading))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def painted(self) -> tuple[str, ...]:
        """The words as they were painted last."""
        return self._text.painted()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.start()
        style = self._style().placed(Align.LEFT if is_mirrored(self) else Align.RIGHT, Upright.MIDDLE).limited(1)
        words = QRectF(_ICON + _GAP, 0, self.width() - _ICON - _GAP, self.height())
        with QPainter(self) as painter:
            took = self._text.write(painter, mirrored(self, words), self._words, style)
            left = self.width() - took.width() - _GAP - _ICON
            sign = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
            paint_icon(painter, mirrored(self, sign), self._icon, style.colour)

    def _style(self) -> TextStyle:
        theme = theme_in_use()
        return text_style(theme, "console", "caption", theme.inks.ink_2)
