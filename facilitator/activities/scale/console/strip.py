"""The points of a scale in one line: a bar for each in the colour of its agreement, its number and name under it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from facilitator.activities.scale import label
from facilitator.activities.scale.rules.points import Scale, shade
from facilitator.convening.ids import BlockId
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored
from facilitator.kit.qt.lines import direction_of
from facilitator.kit.qt.theme import Theme, taller, theme_in_use

_BAR, _THIN, _GAP, _RADIUS = 8, 3, 6, 2
_UNDER, _LEADING, _ARABIC_LEADING = 6, 15, 19


class ScaleStrip(QWidget):
    """Up to eight bars side by side, with labels that break into lines. It shows no count: there is none to show."""

    def __init__(self) -> None:
        super().__init__()
        self._scale, self._highlighted = Scale(BlockId("")), frozenset[str]()
        # Fixed would end at the height of the hint, and cut the labels where a narrow strip needs more lines.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(160)
        self._tell()

    def show_scale(self, scale: Scale, highlighted: Sequence[str] = ()) -> None:
        """Show the points of a scale; those highlighted keep a full bar and dark words, the others step back."""
        if (scale, frozenset(highlighted)) == (self._scale, self._highlighted):
            return
        self._scale, self._highlighted = scale, frozenset(highlighted)
        self._tell()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        wide = self._wide(width)
        tallest = max(self._written(point, wide, theme_in_use())[1] for point in self._scale.points)
        return _BAR + _UNDER + math.ceil(tallest)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _BAR + _UNDER + _LEADING)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, wide = theme_in_use(), self._wide(self.width())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for place, point in enumerate(self._scale.points):
                left = place * (wide + _GAP)
                high = _BAR if self._stands_out(point) else _THIN
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour_of(self._scale, point, theme))
                bar = mirrored(self, QRectF(left, _BAR - high, wide, high))
                painter.drawRoundedRect(bar, min(_RADIUS, high / 2), min(_RADIUS, high / 2))
                layout, _high = self._written(point, wide, theme)
                layout.draw(painter, QPointF(mirrored(self, QRectF(left, 0, wide, 0)).left(), _BAR + _UNDER))

    def _wide(self, width: int) -> float:
        count = self._scale.count
        return max(8.0, (width - _GAP * (count - 1)) / count)

    def _stands_out(self, point: str) -> bool:
        return not self._highlighted or point in self._highlighted

    def _written(self, point: str, wide: float, theme: Theme) -> tuple[QTextLayout, float]:
        """The number, bold, and the name of a point, broken into lines; and how high that is."""
        name = label(self._scale, point, _)
        is_arabic = any("\u0600" <= letter <= "\u08ff" for letter in name)
        plain = theme.sized(12)
        layout = QTextLayout(f"{point} {name}", taller(plain) if is_arabic else plain)
        option = QTextOption(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading))
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction_of(name))
        layout.setTextOption(option)
        quiet = theme.inks.ink_2 if self._stands_out(point) else theme.inks.ink_3
        strong = theme.inks.ink if self._stands_out(point) else theme.inks.ink_3
        layout.setFormats(
            [
                _format(0, len(point), strong, theme.sized(12, 600)),
                _format(len(point), len(name) + 1, strong if self._highlighted else quiet, layout.font()),
            ]
        )
        leading, top = _ARABIC_LEADING if is_arabic else _LEADING, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide)
            line.setPosition(QPointF(0, top + (leading - line.height()) / 2))
            top += leading
        layout.endLayout()
        return layout, top

    def _tell(self) -> None:
        self.setAccessibleName(scale_words(self._scale, tuple(self._scale.points)))
        there = [point for point in self._scale.points if point in self._highlighted]
        self.setAccessibleDescription(scale_words(self._scale, tuple(there)) if there else "")


def scale_words(scale: Scale, points: Sequence[str]) -> str:
    """Some points of a scale in words, for those who do not see it: "1 Whole-hearted yes, 2 Yes, minor point"."""
    return "; ".join(f"{point} {label(scale, point, _)}" for point in points)


def colour_of(scale: Scale, point: str, theme: Theme) -> QColor:
    """The colour of a point: that of its agreement; accent where a scale asks for no agreement."""
    step = shade(scale, point)
    return QColor(theme.tokens.agreement[step]) if step >= 0 else theme.inks.accent


def _format(start: int, length: int, ink: QColor, font: QFont) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    written = QTextCharFormat()
    written.setForeground(ink)
    written.setFontWeight(font.weight())
    made.format = written
    return made
