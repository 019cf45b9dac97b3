"""The steps of a block as segments in proportion to their minutes; a press opens them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.convening.steps import WHOLE, Step, seconds_of
from facilitator.i18n import _
from facilitator.kit.qt.direction import is_mirrored, mirrored
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.lines import direction_of
from facilitator.kit.qt.theme import digits, theme_in_use
from facilitator.kit.qt.widgets.button import on_press

_HEIGHT, _TWO_LINES, _GAP, _PADDING = 30, 36, 3, 8
_LINE = 15


@dataclass(frozen=True, slots=True)
class Segment:
    """A step of the block, all its rounds and phases together."""

    name: str
    seconds: int

    @property
    def length(self) -> str:
        """Its minutes: "14", "1:30"."""
        return minutes_words(self.seconds)


def segments_of(steps: Sequence[Step]) -> tuple[Segment, ...]:
    """The outer steps with what they take in all."""
    return tuple(
        Segment(step.title or step.text, seconds_of([step, *(p for p in steps if p.within == step.id)]))
        for step in steps
        if step.within == WHOLE
    )


def minutes_words(seconds: int) -> str:
    """Say a length in minutes: "14", and "1:30" where it is no whole number."""
    return f"{seconds // 60}:{seconds % 60:02}" if seconds % 60 else str(seconds // 60)


def seconds_in(words: str) -> int:
    """Read "14", "1:30", "1.5" or "1,5" as seconds; 0 for what is no length."""
    minutes, colon, seconds = words.strip().partition(":")
    if colon:
        is_sound = minutes.isdecimal() and seconds.isdecimal() and len(seconds) == 2 and int(seconds) < 60
        return int(minutes) * 60 + int(seconds) if is_sound else 0
    whole, dot, part = minutes.replace(",", ".").partition(".")
    if not whole.isdecimal() or (dot and not part.isdecimal()):
        return 0
    return round(float(f"{whole}.{part or 0}") * 60)


class StepsBar(QPushButton):
    """`act` opens the steps."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._segments: tuple[Segment, ...] = ()
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty(RING_RADIUS, 4)
        on_press(self, act)
        self.show_steps(())

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._segments = segments_of(steps)
        said = ", ".join(f"{each.name} {each.length}" for each in self._segments)
        self.setAccessibleName(_("Steps of the block"))
        self.setAccessibleDescription(said or _("no steps yet"))
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _TWO_LINES if self._segments else _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.sized(12, 500))
            if not self._segments:
                painter.setPen(theme.inks.line_strong)
                painter.setBrush(theme.inks.sunken if self.underMouse() else Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
                painter.setPen(theme.inks.ink_2)
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Plan its steps"))
                return
            for segment, box in zip(self._segments, self._boxes(), strict=True):
                self._paint_segment(painter, segment, box)

    def _boxes(self) -> list[QRectF]:
        count = len(self._segments)
        gap = _GAP if self.width() > count * 8 else 1
        total = max(1, sum(segment.seconds for segment in self._segments))
        least = min(26.0, (self.width() - gap * (count - 1)) / count)
        room = self.width() - gap * (count - 1) - least * count
        boxes, left = [], 0.0
        for segment in self._segments:
            wide = least + room * segment.seconds / total
            boxes.append(QRectF(left, 0, wide, self.height()))
            left += wide + gap
        return boxes

    def _paint_segment(self, painter: QPainter, segment: Segment, box: QRectF) -> None:
        theme = theme_in_use()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.inks.accent_line if self.underMouse() else theme.inks.accent_soft)
        painter.drawRoundedRect(mirrored(self, box), 3, 3)
        bold, plain = theme.sized(12, 600), digits(theme.sized(12, 400))
        length = QFontMetricsF(plain).horizontalAdvance(segment.length)
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        beside = whole_words(segment.name, bold, inner.width() - length - 5)
        below = whole_words(segment.name, bold, inner.width(), lines=1)
        painter.setPen(theme.inks.accent if not self.underMouse() else theme.inks.ink)
        start, end = self._sides()
        painter.setLayoutDirection(direction_of(segment.name))
        if lines := beside or below:
            painter.setFont(bold)
            high = _LINE * max(len(lines), 1 if beside else 2)
            top = box.center().y() - high / 2
            for at, line in enumerate(lines):
                painter.drawText(
                    mirrored(self, QRectF(inner.left(), top + at * _LINE, inner.width(), _LINE)), start, line
                )
            painter.setFont(plain)
            if beside:
                painter.drawText(mirrored(self, inner), end, segment.length)
            else:
                under = QRectF(inner.left(), top + _LINE, inner.width(), _LINE)
                painter.drawText(mirrored(self, under), start, segment.length)
        elif length <= box.width() - 4:
            painter.setFont(plain)
            painter.drawText(mirrored(self, box), Qt.AlignmentFlag.AlignCenter, segment.length)

    def _sides(self) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
        """The side where reading begins in this window, and the other one, whatever script a step is written in."""
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        left, right = middle | Qt.AlignmentFlag.AlignLeft, middle | Qt.AlignmentFlag.AlignRight
        return (right, left) if is_mirrored(self) else (left, right)


def whole_words(text: str, font: QFont, room: float, lines: int = 2) -> list[str]:
    """As many whole words of a text as so many lines of this width hold; the last has an ellipsis where some are left.

    Nothing where not even the first word has room: half a word tells nobody what a step is.
    """
    metrics, words = QFontMetricsF(font), text.split()
    if not words:
        return []
    found: list[str] = []
    for _at in range(lines):
        line: list[str] = []
        while words and metrics.horizontalAdvance(" ".join([*line, words[0]])) <= room:
            line.append(words.pop(0))
        if not line:
            break
        found.append(" ".join(line))
    if found and words and metrics.horizontalAdvance(found[-1] + "…") <= room:
        found[-1] += "…"
    return found
