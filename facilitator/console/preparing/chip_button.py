"""A chip that can be pressed: it tells a state and opens what stands behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.kit.qt.acts import key_words
from facilitator.kit.qt.direction import mirrored, write_in
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import on_press
from facilitator.kit.qt.widgets.label import Tone, ground_of, ink_of

_HEIGHT, _PADDING, _GAP, _ICON = 22, 8, 5, 12


class ChipButton(QPushButton):
    """As small as a chip; its key stands in its tip. Where room ends, its words do too, and the tip says them."""

    def __init__(self, act: Callable[[], object], key: str) -> None:
        super().__init__()
        self._key = key
        self._tone, self._icon = Tone.SOFT, ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty(RING_RADIUS, theme_in_use().tokens.radius["chip"])
        on_press(self, act)

    def show_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Tell a state."""
        if (text, tone, icon) == (self.accessibleName(), self._tone, self._icon):
            return
        self._tone, self._icon = tone, icon
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key_words(self._key)})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme_in_use().sized(12, 600)).horizontalAdvance(self.accessibleName())
        return QSize(round(words + 1) + self._before(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._before() + 40, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        ink = ink_of(self._tone, theme)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(ink if self.underMouse() else Qt.PenStyle.NoPen)
            painter.setBrush(ground_of(self._tone, theme))
            radius = theme.tokens.radius["chip"]
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            left = float(_PADDING)
            if self._icon:
                box = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
                paint_icon(painter, mirrored(self, box), self._icon, ink)
                left += _ICON + _GAP
            font = theme.sized(12, 600 if self._tone is Tone.WARN else 500)
            room = self.width() - left - _PADDING
            words = QFontMetricsF(font).elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, room + 1)
            painter.setFont(font)
            painter.setPen(ink)
            write_in(self, painter, QRectF(left, 0, room + 2, self.height()), words)

    def _before(self) -> int:
        return 2 * _PADDING + (_ICON + _GAP if self._icon else 0)
