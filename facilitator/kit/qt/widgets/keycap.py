"""A key cap: the key beside the act it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.acts import key_words
from facilitator.kit.qt.direction import read_from_its_own_side
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.marks import paint_key
from facilitator.kit.qt.theme import Theme, theme_in_use

CAP_HEIGHT = 18
_PADDING = 5
_ARROWS = {"↑": "arrow-up-bold", "↓": "arrow-down-bold", "←": "arrow-left-bold", "→": "arrow-right-bold"}


def cap_width(key: str, theme: Theme) -> float:
    """How wide the cap of a key is; 0 for no key."""
    if not key:
        return 0.0
    words = key_words(key)
    if words in _ARROWS:
        return CAP_HEIGHT
    took = QFontMetricsF(theme.font("console", "key")).horizontalAdvance(words)
    return max(float(CAP_HEIGHT), round(took + 2 * _PADDING + 2))


def paint_cap(
    painter: QPainter, left: float, middle: float, key: str, ink: QColor, border: QColor, theme: Theme
) -> None:
    """Paint a cap whose left edge and middle line are given."""
    box = QRectF(left, round(middle - CAP_HEIGHT / 2), cap_width(key, theme), CAP_HEIGHT)
    arrow = _ARROWS.get(key_words(key), "")
    # A keyboard is not mirrored: "[" stays "[" in a window that reads from the right, and "Alt ↑" no "↑ Alt".
    read_from_its_own_side(painter, key_words(key))
    paint_key(painter, box, "" if arrow else key_words(key), ink, border, theme)
    if arrow:
        paint_icon(painter, QRectF(box.center().x() - 5, box.center().y() - 5, 10, 10), arrow, ink)


class KeyCap(QWidget):
    """A cap on its own, beside words."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(key_words(key))

    def sizeHint(self) -> QSize:
        return QSize(round(cap_width(self._key, theme_in_use())), CAP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            paint_cap(painter, 0, self.height() / 2, self._key, theme.inks.ink_2, theme.inks.line_strong, theme)
