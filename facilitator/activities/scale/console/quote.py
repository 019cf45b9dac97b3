"""Words of the room, large and whole: broken wherever they must be, in the direction of their own script."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, text_style
from facilitator.kit.qt.lines import reads_from_right
from facilitator.kit.qt.theme import theme_in_use

_NARROWEST = 120


class Quote(QWidget):
    """A text that never widens what it lies in, however long its words are. `size` is a console size of theme.json."""

    def __init__(self, size: str = "title") -> None:
        super().__init__()
        self._size, self._words = size, ""
        self._text = Lettering()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str) -> None:
        """Show other words; whole for those who do not see them."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def words(self) -> str:
        """What it shows."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._text.measure(self._words, max(_NARROWEST, width), self._style()).height())

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(max(_NARROWEST, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.start()
        with QPainter(self) as painter:
            self._text.write(painter, QRectF(self.rect()), self._words, self._style())

    def _style(self) -> TextStyle:
        theme = theme_in_use()
        side = Align.RIGHT if reads_from_right(self._words) else Align.LEFT
        return text_style(theme, "console", self._size, theme.inks.ink).placed(side)
