"""An icon with a word beside it: phones here, the Wi-Fi, only on this laptop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.direction import mirrored, write_in
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.label import Tone, ink_of


class Sign(QWidget):
    """What is bold in its words comes first: "19" in "19 of 22 phones"."""

    def __init__(self, icon: str, words: str, tone: Tone = Tone.INK, *, icon_size: int = 18, weight: int = 600) -> None:
        super().__init__()
        self._icon, self._words, self._tone = icon, words, tone
        self._icon_size, self._weight = icon_size, weight
        self._bold = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def show_words(self, words: str, bold: str = "", icon: str = "") -> None:
        """Say something else; `bold` stands before the words in ink."""
        self._words, self._bold, self._icon = words, bold, icon or self._icon
        self.setAccessibleName(f"{bold} {words}".strip())
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What it says, whole."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        took = self._icon_size + 6
        if self._bold:
            took += round(QFontMetricsF(self._font(700)).horizontalAdvance(self._bold + " "))
        return QSize(took + round(QFontMetricsF(self._font(self._weight)).horizontalAdvance(self._words) + 1), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._icon_size + 30), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle, left = self.height() / 2, self._icon_size + 6.0
            icon = QRectF(0, middle - self._icon_size / 2, self._icon_size, self._icon_size)
            paint_icon(painter, mirrored(self, icon), self._icon, ink_of(self._tone, theme))
            for words, weight, ink in (
                (self._bold, 700, theme.inks.ink),
                (self._words, self._weight, ink_of(self._tone, theme)),
            ):
                if words:
                    painter.setPen(ink)
                    left += self._write(painter, left, words, weight)

    def _write(self, painter: QPainter, left: float, words: str, weight: int) -> float:
        font = self._font(weight)
        metrics = QFontMetricsF(font)
        room = self.width() - left
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room + 1)
        took = metrics.horizontalAdvance(shown)
        painter.setFont(font)
        write_in(self, painter, QRectF(left, 0, room, self.height()), shown)
        return took + metrics.horizontalAdvance(" ")

    def _font(self, weight: int) -> QFont:
        return theme_in_use().sized(12 if self._icon_size < 16 else 13, weight)
