"""Rows of lists: an icon, a title, a quiet line under it, something at the end; pressed to choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.kit.qt.direction import mirrored, mirrored_point
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.lines import direction_of
from facilitator.kit.qt.theme import Theme, theme_in_use
from facilitator.kit.qt.widgets.button import on_press
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap
from facilitator.kit.qt.widgets.label import Tone, ink_of

_PADDING, _GAP = 12, 12
_ICON = 18
_LINE = 17


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says: a title, a quiet line under it, words at its end and their tone, an icon, a key."""

    title: str
    caption: str = ""
    end: str = ""
    end_tone: Tone = Tone.SOFT
    icon: str = ""
    key: str = ""


class ListRow(QPushButton):
    """A row. Chosen, it is tinted with an accent edge. Up and Down are its list's affair; Space presses it."""

    def __init__(self, words: RowWords, act: Callable[[], object] | None = None, height: int = 46) -> None:
        super().__init__()
        self._words = words
        self._height = height
        self._most_lines = 1
        self._is_live = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_words(words)
        if act is not None:
            on_press(self, act)

    def show_words(self, words: RowWords) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(" · ".join(part for part in (words.caption, words.end) if part))
        self.update()

    def words(self) -> RowWords:
        """What the row says now."""
        return self._words

    def wrapping(self) -> Self:
        """Let a title that is too long for one line go on in a second and a third one; the row grows with it."""
        self._most_lines = 3
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        return self

    def heightForWidth(self, width: int) -> int:
        return self._height + _LINE * (len(self._title_lines(width - self._taken() - 2 * _PADDING)) - 1)

    def mark_chosen(self) -> None:
        """Be the row that matters now: the live block, the section that is open."""
        self._is_live = True
        self.update()

    def mark_plain(self) -> None:
        """Be one row among others."""
        self._is_live = False
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks = theme.inks
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = (
                inks.accent_soft if self._is_live else inks.sunken if self.underMouse() and self.isEnabled() else None
            )
            if ground is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(
                    QRectF(self.rect()), theme.tokens.radius["control"], theme.tokens.radius["control"]
                )
            ink = inks.accent if self._is_live else inks.ink if self.isEnabled() else inks.ink_3
            self._paint_words(painter, ink, theme)
            if self.hasFocus():
                painter.setPen(QPen(inks.focus, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_words(self, painter: QPainter, ink: QColor, theme: Theme) -> None:
        left, right, middle = float(_PADDING), float(self.width() - _PADDING), self.height() / 2
        if self._words.icon:
            paint_icon(painter, mirrored(self, QRectF(left, middle - _ICON / 2, _ICON, _ICON)), self._words.icon, ink)
            left += _ICON + _GAP
        if self._words.key:
            wide = cap_width(self._words.key, theme)
            right -= wide
            at = mirrored(self, QRectF(right, 0, wide, 0)).left()
            paint_cap(painter, at, middle, self._words.key, ink, theme.inks.line_strong, theme)
            right -= _GAP
        if self._words.end:
            small = theme.font("console", "small")
            wide = QFontMetricsF(small).horizontalAdvance(self._words.end)
            right -= wide
            painter.setPen(ink_of(self._words.end_tone, theme))
            self._write(painter, (right, right + wide), middle, self._words.end, small)
            right -= _GAP
        lines = self._title_lines(right - left)
        at = middle - _LINE / 2 * (len(lines) - (0 if self._words.caption else 1))
        painter.setPen(ink)
        for line in lines:
            self._write(painter, (left, right), at, line, theme.sized(14, 600 if self._is_live else 500))
            at += _LINE
        if self._words.caption:
            painter.setPen(theme.inks.ink_2)
            self._write(painter, (left, right), at, self._words.caption, theme.font("console", "caption"))

    def _taken(self) -> float:
        """The width of what stands beside the title."""
        theme = theme_in_use()
        icon = _ICON + _GAP if self._words.icon else 0
        key = cap_width(self._words.key, theme) + _GAP if self._words.key else 0
        small = QFontMetricsF(theme.font("console", "small"))
        return icon + key + (small.horizontalAdvance(self._words.end) + _GAP if self._words.end else 0)

    def _title_lines(self, room: float) -> list[str]:
        """The title in lines. It is measured as bold as it is when chosen, so that nothing moves then."""
        metrics, lines = QFontMetricsF(theme_in_use().sized(14, 600)), [""]
        for word in self._words.title.split(" ") if self._most_lines > 1 else [self._words.title]:
            longer = f"{lines[-1]} {word}".strip()
            is_last = len(lines) == self._most_lines
            if is_last or not lines[-1] or metrics.horizontalAdvance(longer) <= room + 1:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _write(self, painter: QPainter, room: tuple[float, float], middle: float, words: str, font: QFont) -> None:
        """Write as much as there is room for between two places measured from where reading begins."""
        left, right = room
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left + 1)
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font)
        painter.setLayoutDirection(direction_of(shown))
        painter.drawText(mirrored_point(self, left, baseline, metrics.horizontalAdvance(shown)), shown)
