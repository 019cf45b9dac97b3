"""The whole spread after the reveal: a column of dots for each point, one dot one person, never an average."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.activities.scale import label
from facilitator.activities.scale.console.strip import colour_of
from facilitator.activities.scale.rules.points import Scale
from facilitator.convening.ids import BlockId
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright
from facilitator.kit.qt.marks import paint_dot
from facilitator.kit.qt.theme import Theme, theme_in_use

_LARGEST, _LEAST_ABOVE, _SMALLEST, _STEP = 20.0, 9.0, 3.0, 0.25
"""How far dots are apart: at most, least while one stands above the other, least at all, how finely sought."""

_FILLED = 0.86
"""How much of that a dot fills."""

_NUMBER, _BAR, _GAP, _BETWEEN = 24, 6, 8, 6
_LEADING, _MOST_LINES, _ROOMY = 15, 4, 76
_MOST_HIGH, _LEAST_HIGH = 160.0, 60.0


class Columns(QWidget):
    """Numbers above, dots, a bar in the colour of the point, its name below; a dashed ring where nobody chose it."""

    def __init__(self) -> None:
        super().__init__()
        self._scale, self._counts = Scale(BlockId("")), dict[str, int]()
        self._text = Lettering()
        self._limit = _MOST_HIGH
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_spread(self, scale: Scale, counts: Mapping[str, int]) -> None:
        """Show how many chose each point of this scale."""
        if (scale, dict(counts)) == (self._scale, self._counts):
            return
        self._scale, self._counts = scale, dict(counts)
        self.setAccessibleName(spread_words(scale, counts) if counts else "")
        self.updateGeometry()
        self.update()

    def limit(self, high: float) -> None:
        """Let dots stand no higher than this, in pixels."""
        if high != self._limit:
            self._limit = high
            self.updateGeometry()
            self.update()

    def painted(self) -> tuple[str, ...]:
        """The numbers and names as they were painted."""
        return self._text.painted()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(_NUMBER + self._dots_high() + _GAP + _BAR + _GAP + self._names_high(width))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        self._text.start()
        across, pitch = _measure(max(self._counts.values(), default=0), self._wide(self.width()), self._dots_high())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at, point in enumerate(self._scale.points):
                box = self._column(at)
                self._paint_point(painter, box, point, theme)
                self._paint_dots(painter, box, point, (across, pitch), theme)

    def _paint_point(self, painter: QPainter, box: QRectF, point: str, theme: Theme) -> None:
        """The bar in the colour of a point, and its name."""
        bar = QRectF(box.left(), _NUMBER + self._dots_high() + _GAP, box.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(self._scale, point, theme))
        painter.drawRoundedRect(bar, 2, 2)
        name = QRectF(box.left(), bar.bottom() + _GAP, box.width(), self._names_high(self.width()))
        self._text.write(painter, name, label(self._scale, point, _), _name_style(theme, box.width()))

    def _paint_dots(self, painter: QPainter, box: QRectF, point: str, measure: tuple[int, float], theme: Theme) -> None:
        """The dots of a point on its bar, and how many they are."""
        count, foot = self._counts.get(point, 0), float(_NUMBER + self._dots_high())
        across, pitch = measure
        rows = max(1, -(-count // across))
        left = box.center().x() - min(across, count) * pitch / 2
        if not count:
            _paint_nobody(painter, box.center().x(), foot, max(pitch, _LEAST_ABOVE), theme)
        for at in range(count):
            place = QRectF(left + at % across * pitch, foot - (at // across + 1) * pitch, pitch, pitch)
            air = pitch * (1 - _FILLED) / 2
            paint_dot(painter, place.adjusted(air, air, -air, -air), colour_of(self._scale, point, theme))
        high = rows * pitch if count else max(pitch, _LEAST_ABOVE)
        ink = theme.inks.ink if count else theme.inks.ink_3
        style = TextStyle(theme.sized(16, 700), ink, _NUMBER - 2, Align.CENTRE, Upright.BOTTOM, lines=1)
        self._text.write(
            painter, QRectF(box.left(), foot - high - _NUMBER, box.width(), _NUMBER - 2), str(count), style
        )

    def _column(self, at: int) -> QRectF:
        wide = self._wide(self.width())
        return mirrored(self, QRectF(at * (wide + _BETWEEN), 0, wide, self.height()))

    def _wide(self, width: int) -> float:
        return (width - _BETWEEN * (self._scale.count - 1)) / self._scale.count

    def _dots_high(self) -> float:
        """How high the dots may stand: as the fullest column needs it, within limits."""
        return min(self._limit, max(_LEAST_HIGH, max(self._counts.values(), default=0) * _LARGEST))

    def _names_high(self, width: int) -> float:
        wide = self._wide(width)
        style = _name_style(theme_in_use(), wide)
        names = [label(self._scale, point, _) for point in self._scale.points]
        return max(self._text.measure(name, wide, style).height() for name in names)


def spread_words(scale: Scale, counts: Mapping[str, int]) -> str:
    """The spread for those who do not see it: "Whole-hearted yes: 6. Yes, minor point: 7."."""
    return " ".join(
        _("{name}: {count}.").format(name=label(scale, point, _), count=counts.get(point, 0)) for point in scale.points
    )


def _measure(most: int, wide: float, high: float) -> tuple[int, float]:
    """How many dots stand side by side in each column, and how far they are apart: as far as the fullest allows."""
    above = min(_LARGEST, high / max(1, most))
    if above >= _LEAST_ABOVE:
        return 1, above
    pitch = _LARGEST
    while pitch > _SMALLEST and -(-most // max(1, int(wide / pitch))) * pitch > high:
        pitch -= _STEP
    return max(1, int(wide / pitch)), pitch


def _name_style(theme: Theme, wide: float) -> TextStyle:
    """How a name is written: in lines of about equal length, where a column has room for more than a short word."""
    style = TextStyle(theme.sized(12, 500), theme.inks.ink, _LEADING, Align.CENTRE)
    return style.balanced(_MOST_LINES) if wide >= _ROOMY else style.limited(_MOST_LINES)


def _paint_nobody(painter: QPainter, middle: float, foot: float, pitch: float, theme: Theme) -> None:
    """Nobody chose it: a dashed ring where the first dot would be."""
    pen = QPen(theme.inks.line_strong, 1.5)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = pitch * _FILLED - 1.5
    painter.drawEllipse(QRectF(middle - side / 2, foot - pitch / 2 - side / 2, side, side))
