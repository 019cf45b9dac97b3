"""One half of a pair, written where it stands: on the light ground or the dark one, weak words underlined."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from facilitator.activities.wicked_questions.console.check import weak_places
from facilitator.activities.wicked_questions.rules import FIRST
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Label, column

_MOST_LINES, _LEADING = 4, 24
_WEAK = {True: "#754900", False: "#F2BE5C"}
_RING = "#62CBD0"


class HalfField(QPlainTextEdit):
    """The words of one half, in large letters; it grows with them. Enter tells `entered`, and writes no line."""

    entered = Signal()

    def __init__(self, half: str) -> None:
        super().__init__()
        colours = theme_in_use().tokens.wicked
        self._is_first = half == FIRST
        ink = colours.top_text if self._is_first else colours.bottom_text
        ring = colours.top_text if self._is_first else _RING
        self.setFont(theme_in_use().sized(18, 600))
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: transparent; color: {ink}; border: 2px solid transparent;"
            f" border-radius: 5px; padding: 0 2px; }} QPlainTextEdit:focus {{ border-color: {ring}; }}"
        )
        self.setProperty(RING_RADIUS, -1)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self._underlined = _WeakWords(self, QColor(_WEAK[self._is_first]))
        self.textChanged.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _grow(self) -> None:
        lines = min(_MOST_LINES, max(1, int(self.document().size().height())))
        self.setFixedHeight(lines * _LEADING + 10)


class HalfGround(QWidget):
    """The ground of one half: the words that open it, the field, and the words that close it."""

    def __init__(self, half: str, field: HalfField) -> None:
        super().__init__()
        colours = theme_in_use().tokens.wicked
        self._is_first = half == FIRST
        self._ground = QColor(colours.top_ground if self._is_first else colours.bottom_ground)
        ink = colours.top_small if self._is_first else colours.bottom_small
        self._opening, self._closing = _small(ink), _small(ink)
        padding = (10, 8, 20, 8) if self._is_first else (20, 8, 10, 8)
        column(self, self._opening, field, self._closing, gap=2, padding=padding)

    def show_words(self, opening: str, closing: str) -> None:
        """Show what stands before and after the half."""
        self._opening.setText(opening)
        self._closing.setText(closing)
        self._closing.setVisible(bool(closing))

    def paintEvent(self, event: QPaintEvent) -> None:
        radius = theme_in_use().tokens.radius["control"]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            painter.drawRoundedRect(self.rect(), radius, radius)
            straight = (
                self.rect().adjusted(0, radius, 0, 0) if self._is_first else self.rect().adjusted(0, 0, 0, -radius)
            )
            painter.drawRect(straight)
            self._paint_frame(painter, radius)

    def _paint_frame(self, painter: QPainter, radius: int) -> None:
        """Frame both halves as one: open towards the seam."""
        painter.setPen(QPen(theme_in_use().inks.line_strong, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        far = (0.5, 0.5, -0.5, radius) if self._is_first else (0.5, -radius, -0.5, -0.5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(*far), radius, radius)


class _WeakWords(QSyntaxHighlighter):
    """Underlines what might be looked at again, in dashes."""

    def __init__(self, field: QPlainTextEdit, colour: QColor) -> None:
        super().__init__(field.document())
        self._look = QTextCharFormat()
        self._look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        self._look.setUnderlineColor(colour)

    def highlightBlock(self, text: str) -> None:
        for start, length in weak_places(text):
            self.setFormat(start, length, self._look)


def _small(ink: str) -> Label:
    made = Label("", "caption")
    # These grounds are the same in light and dark, so their letters do not follow the theme.
    made.setStyleSheet(f"color: {ink}; margin-left: 4px")
    return made
