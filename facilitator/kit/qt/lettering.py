"""Writing on painted views: every text goes through here, is laid out once, and is remembered as said."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from facilitator.kit.qt.lines import Laid, Wrap, lay, reads_from_right
from facilitator.kit.qt.theme import Theme, taller

_KEPT = 4000
_ARABIC_LEADING = 1.35
_ONE_LINE = 1e6
_Key = tuple[str, str, float, float, Wrap, int, float]


class Align(Enum):
    """Where a line lies: NATURAL begins on the side that its first strong character reads from."""

    NATURAL = "natural"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Upright(Enum):
    """Where a text stands in a box that is taller than it."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


_SIDES = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is written: font, colour, pixels from line to line, and what happens in a box.

    `lines` is the most lines it may have, 0 for any; what does not fit ends in an ellipsis.
    """

    font: QFont
    colour: QColor
    leading: float
    align: Align = Align.NATURAL
    upright: Upright = Upright.TOP
    wrap: Wrap = Wrap.GREEDY
    lines: int = 0

    def inked(self, colour: QColor) -> TextStyle:
        """The same style in another colour."""
        return replace(self, colour=colour)

    def placed(self, align: Align, upright: Upright = Upright.TOP) -> TextStyle:
        """The same style at another place in its box."""
        return replace(self, align=align, upright=upright)

    def balanced(self, lines: int = 0) -> TextStyle:
        """The same style with lines of about equal length, at most so many."""
        return replace(self, wrap=Wrap.BALANCED, lines=lines)

    def limited(self, lines: int) -> TextStyle:
        """The same style with at most so many lines."""
        return replace(self, lines=lines)


Spans = Sequence[tuple[str, TextStyle]]
"""Pieces of one line, each with a style of its own."""


def text_style(theme: Theme, role: str, name: str, colour: QColor) -> TextStyle:
    """The style of a size of type in theme.json: ("stage", "h2")."""
    return TextStyle(theme.font(role, name), colour, theme.letter(role, name).leading)


class Lettering:
    """One view's writing. `start` a paint, `write` the texts, and `painted` tells what the view says."""

    def __init__(self) -> None:
        self._laid: OrderedDict[_Key, Laid] = OrderedDict()
        self._said: list[str] = []

    def start(self) -> None:
        """Forget what the paint before said; layouts are kept."""
        self._said.clear()

    def painted(self) -> tuple[str, ...]:
        """Every text written since `start`, whole, in the order it was written."""
        return tuple(self._said)

    def say(self, text: str) -> None:
        """Remember a text that was painted as a picture, such as a note blitted from a cache."""
        self._said.append(text)

    def measure(self, text: str, width: float, style: TextStyle) -> QSizeF:
        """The size a text takes in a box of this width."""
        return self._layout(text, width, style).size

    def line_count(self, text: str, width: float, style: TextStyle) -> int:
        """How many lines a text takes in a box of this width."""
        return self._layout(text, width, style).lines

    def write(self, painter: QPainter, box: QRectF, text: str, style: TextStyle) -> QRectF:
        """Write a text into a box and give the rectangle it took. A text taller than the box runs over its foot."""
        if not text:
            return QRectF(box.topLeft(), QSizeF())
        self._said.append(text)
        laid = self._layout(text, box.width(), style)
        left = box.left() + (box.width() - laid.size.width()) * _side(text, style.align)
        top = box.top() + _slack(box.height() - laid.size.height(), style.upright)
        painter.setPen(style.colour)
        laid.layout.draw(painter, QPointF(left, top))
        return QRectF(QPointF(left, top), laid.size)

    def write_line(self, painter: QPainter, at: QPointF, spans: Spans) -> float:
        """Write pieces of several styles one after the other on the baseline through `at`; gives the width taken."""
        x = at.x()
        for text, style in spans:
            if text:
                if text.strip():
                    self._said.append(text)
                laid = self._layout(text, _ONE_LINE, style)
                painter.setPen(style.colour)
                laid.layout.draw(painter, QPointF(x, at.y() - laid.baseline))
                x += laid.size.width()
        return x - at.x()

    def line_width(self, spans: Spans) -> float:
        """The width that `write_line` would take."""
        return sum(self._layout(text, _ONE_LINE, style).size.width() for text, style in spans if text)

    def _layout(self, text: str, width: float, style: TextStyle) -> Laid:
        side = _side(text, style.align)
        key = (text, style.font.key(), round(width, 1), style.leading, style.wrap, style.lines, side)
        if (known := self._laid.get(key)) is not None:
            self._laid.move_to_end(key)
            return known
        font, leading = style.font, style.leading
        if _is_arabic(text):
            font = taller(font)
            leading = max(leading, font.pixelSize() * _ARABIC_LEADING)
        laid = lay(text, font, width, leading, wrap=style.wrap, most=style.lines, side=side)
        self._laid[key] = laid
        if len(self._laid) > _KEPT:
            self._laid.popitem(last=False)
        return laid


def baseline(style: TextStyle) -> float:
    """How far below the top of its line box the letters of a style stand."""
    metrics = QFontMetricsF(style.font)
    return (style.leading - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def ink_left(text: str, font: QFont) -> float:
    """How far right of its origin the ink of a text begins: subtract it to set the first glyph on a margin."""
    return QFontMetricsF(font).tightBoundingRect(text[:1]).left() if text else 0.0


def _slack(rest: float, upright: Upright) -> float:
    if upright is Upright.MIDDLE:
        return rest / 2
    return rest if upright is Upright.BOTTOM else 0.0


def _side(text: str, align: Align) -> float:
    if align is Align.NATURAL:
        return 1.0 if reads_from_right(text) else 0.0
    return _SIDES[align]


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= character <= "\u08ff" for character in text)
