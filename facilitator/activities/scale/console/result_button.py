"""One of a few outcomes to choose from: what is chosen has a tick, and the tint of all that is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen

from facilitator.kit.qt.direction import mirrored, write_in
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Button, Size
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap

_TICK, _GAP = 18, 8


class ResultButton(Button):
    """A large button that stays pressed. Filled is only the next act of a page, and a choice is none."""

    def __init__(self, text: str, act: Callable[[], object], key: str) -> None:
        super().__init__(text, act, key=key, icon="check-bold", size=Size.LARGE)
        self._shown_key = key
        self.setCheckable(True)

    def show_chosen(self, result: str, chosen: str) -> None:
        """Show whether this is what was chosen."""
        self.setChecked(result == chosen)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks, is_on = theme.inks, self.isChecked()
        ground = inks.accent_soft if is_on else inks.sunken if self.underMouse() and self.isEnabled() else inks.raised
        ink = inks.ink_3 if not self.isEnabled() else inks.accent if is_on else inks.ink
        border = inks.accent if is_on else inks.line_strong if self.isEnabled() else inks.line
        font = theme.sized(15, 700 if is_on else 500)
        words, cap = QFontMetricsF(font).horizontalAdvance(self.accessibleName()), cap_width(self._shown_key, theme)
        tick = _TICK + _GAP if is_on else 0
        left = (self.width() - tick - words - _GAP - cap) / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(border, 1.5 if is_on else 1))
            painter.setBrush(ground)
            radius = theme.tokens.radius["control"]
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            middle = self.height() / 2
            if is_on:
                sign = QRectF(left, middle - _TICK / 2, _TICK, _TICK)
                paint_icon(painter, mirrored(self, sign), "check-bold", ink)
            painter.setFont(font)
            painter.setPen(ink)
            write_in(self, painter, QRectF(left + tick, 0, words + 1, self.height()), self.accessibleName())
            at = mirrored(self, QRectF(left + tick + words + _GAP, 0, cap, 1)).left()
            paint_cap(painter, at, middle, self._shown_key, ink, border, theme)
