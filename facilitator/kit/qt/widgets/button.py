"""Buttons: the one filled act of a screen, plain ones, and quiet ones without a ground; each shows its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.direction import read_from_its_own_side
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import Inks, Theme, theme_in_use
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap

_POINTING = ("caret-left",)
"""Icons that point to where reading came from: they turn about with it. Source: design, right to left."""


class Kind(Enum):
    """PRIMARY is filled, one on a screen: the next act. PLAIN has a border, QUIET has no ground."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


class Size(Enum):
    """How high a button is: 32, 36, or 44 for the closing act."""

    SMALL = 32
    NORMAL = 36
    LARGE = 44


@dataclass(frozen=True, slots=True)
class Paint:
    """How one state of a button is painted."""

    ground: QColor
    border: QColor
    ink: QColor


_PADDING = {Size.SMALL: 10, Size.NORMAL: 14, Size.LARGE: 18}
_GAP = 8
_CLEAR = QColor(0, 0, 0, 0)


def on_press(button: QPushButton, act: Callable[[], object]) -> None:
    """Do an act when a button is pressed, without Qt's "checked", which an act with an argument would take."""
    button.clicked.connect(lambda _checked=False: act())


class Button(QPushButton):
    """A button whose key is drawn at its end. It is as wide as its words in any language."""

    def __init__(
        self,
        text: str,
        act: Callable[[], object] | None = None,
        *,
        key: str = "",
        icon: str = "",
        kind: Kind = Kind.PLAIN,
        size: Size = Size.NORMAL,
    ) -> None:
        super().__init__()
        self._key, self._icon, self._kind, self._size = key, icon, kind, size
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setProperty(RING_RADIUS, theme_in_use().tokens.radius["control"])
        self.show_text(text)
        if act is not None:
            on_press(self, act)

    @classmethod
    def for_act(cls, act: Act, *, icon: str = "", kind: Kind = Kind.PLAIN, size: Size = Size.NORMAL) -> Button:
        """A button that does an act and shows its key."""
        made = cls(act.title, act.do, key=act.key, icon=icon, kind=kind, size=size)
        made.setEnabled(act.is_enabled())
        return made

    def show_text(self, text: str) -> None:
        """Say something else; the button grows or shrinks with it."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def show_kind(self, kind: Kind) -> None:
        """Become the next act, or stop being it."""
        if kind is not self._kind:
            self._kind = kind
            self.update()

    def show_icon(self, icon: str) -> None:
        """Show another icon: play instead of pause."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        theme = theme_in_use()
        words = QFontMetricsF(self._font(theme)).horizontalAdvance(self.accessibleName())
        parts = [
            width for width in (self._icon_size() if self._icon else 0, words, cap_width(self._key, theme)) if width
        ]
        inner = sum(parts) + _GAP * (len(parts) - 1)
        return QSize(round(inner + 0.5) + 2 * _PADDING[self._size] + 2, self._size.value)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        paint = self._paint(theme.inks)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(paint.border, 1))
            painter.setBrush(paint.ground)
            radius = theme.tokens.radius["control"]
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            self._paint_words(painter, paint, theme)

    def _paint_words(self, painter: QPainter, paint: Paint, theme: Theme) -> None:
        took = self.sizeHint().width() - 2 * _PADDING[self._size]
        left = max(float(_PADDING[self._size]), (self.width() - took) / 2)
        middle = self.height() / 2
        if self._icon:
            size = self._icon_size()
            paint_icon(painter, QRectF(left, middle - size / 2, size, size), self._icon, paint.ink)
            left += size + _GAP
        font = self._font(theme)
        painter.setFont(font)
        painter.setPen(paint.ink)
        metrics = QFontMetricsF(font)
        cap = cap_width(self._key, theme)
        room = self.width() - left - _PADDING[self._size] - (cap + _GAP if cap else 0) + 1
        words = metrics.elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, room + 1)
        read_from_its_own_side(painter, words)
        painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), words)
        if cap:
            border = paint.ink if self._kind is Kind.PRIMARY else theme.inks.line_strong
            ink = paint.ink if self._kind is Kind.PRIMARY or not self.isEnabled() else theme.inks.ink_2
            after = left + metrics.horizontalAdvance(words) + _GAP if words else left
            paint_cap(painter, after, middle, self._key, ink, border, theme)

    def _paint(self, inks: Inks) -> Paint:
        if not self.isEnabled():
            return {
                Kind.PRIMARY: Paint(inks.sunken, inks.sunken, inks.ink_2),
                Kind.PLAIN: Paint(inks.raised, inks.line, inks.ink_3),
                Kind.QUIET: Paint(_CLEAR, _CLEAR, inks.ink_3),
            }[self._kind]
        is_down, is_over = self.isDown() or self.isChecked(), self.underMouse()
        if self._kind is Kind.PRIMARY:
            ground = inks.accent_press if is_down else inks.accent_hover if is_over else inks.accent
            return Paint(ground, ground, inks.on_accent)
        ground = inks.line if is_down else inks.sunken if is_over else _CLEAR
        if self._kind is Kind.QUIET:
            return Paint(ground, _CLEAR, inks.ink)
        return Paint(ground if ground is not _CLEAR else inks.raised, inks.line_strong, inks.ink)

    def _font(self, theme: Theme) -> QFont:
        pixels = {Size.SMALL: 13, Size.NORMAL: 14, Size.LARGE: 15}[self._size]
        return theme.sized(pixels, 500 if self._kind is not Kind.PRIMARY else 600)

    def _icon_size(self) -> int:
        return 18 if self._size is Size.LARGE else 16


class IconButton(QPushButton):
    """A square button with an icon alone; `said` is its tip and its accessible name, with its key."""

    def __init__(
        self, icon: str, said: str, act: Callable[[], object] | None = None, *, key: str = "", side: int = 32
    ) -> None:
        super().__init__()
        self._icon, self._side = icon, side
        self.setAccessibleName(said)
        self.setToolTip(f"{said} ({key_words(key)})" if key else said)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty(RING_RADIUS, theme_in_use().tokens.radius["control"])
        if act is not None:
            on_press(self, act)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks = theme.inks
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.isEnabled() and (self.isDown() or self.underMouse()):
                painter.setBrush(inks.line if self.isDown() else inks.sunken)
                painter.drawRoundedRect(
                    QRectF(self.rect()), theme.tokens.radius["control"], theme.tokens.radius["control"]
                )
            size = 18 if self._side <= 32 else 20
            box = QRectF(self.width() / 2 - size / 2, self.height() / 2 - size / 2, size, size)
            if self._icon in _POINTING and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            paint_icon(painter, box, self._icon, inks.ink if self.isEnabled() else inks.ink_3)
