"""The steps of a block side by side: what is done has a tick, what is on is tinted, what comes has its number."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import Theme, theme_in_use

_HEIGHT = 36
_PADDING, _GAP, _TICK = 14, 7, 14
_FOOT = 3


class StepState(Enum):
    """Where a step stands in the block."""

    DONE = "done"
    ON = "on"
    AHEAD = "ahead"


class _Step(QPushButton):
    """One step; its accessible name says its state too."""

    def __init__(self, number: int, title: str, state: StepState) -> None:
        super().__init__()
        self.title = title
        self.state = state
        self._number = str(number)
        said = {StepState.DONE: _("{step}, done"), StepState.ON: _("{step}, now"), StepState.AHEAD: "{step}"}[state]
        self.setAccessibleName(said.format(step=title))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font(theme_in_use()))
        sign = _TICK if self.state is StepState.DONE else metrics.horizontalAdvance(self._number)
        return QSize(round(metrics.horizontalAdvance(self.title) + sign + 0.5) + 2 * _PADDING + _GAP, _HEIGHT - 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks = theme.inks
        ink = inks.accent if self.state is StepState.ON else inks.ink_2 if self.isEnabled() else inks.ink_3
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.state is StepState.ON:
                painter.fillRect(self.rect(), inks.accent_soft)
                painter.fillRect(QRectF(0, self.height() - _FOOT, self.width(), _FOOT), inks.accent)
            elif self.underMouse() and self.isEnabled():
                painter.fillRect(self.rect(), inks.sunken)
            self._paint_words(painter, ink, theme)
            if self.hasFocus():
                painter.setPen(QPen(inks.focus, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 4, 4)

    def _paint_words(self, painter: QPainter, ink: QColor, theme: Theme) -> None:
        font = self._font(theme)
        metrics = QFontMetricsF(font)
        base = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font)
        painter.setPen(ink)
        left = float(_PADDING)
        if self.state is StepState.DONE:
            paint_icon(painter, QRectF(left, (self.height() - _TICK) / 2, _TICK, _TICK), "check", ink)
            left += _TICK + _GAP
        else:
            painter.drawText(QPointF(left, base), self._number)
            left += metrics.horizontalAdvance(self._number) + _GAP
        painter.drawText(QPointF(left, base), self.title)

    def _font(self, theme: Theme) -> QFont:
        return theme.sized(13, 700 if self.state is StepState.ON else 500)


class Stepper(QWidget):
    """Steps in a frame. Press one, or use the arrows and Space; `step_chosen` tells its place, from 0."""

    step_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[tuple[str, StepState], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(_("Steps"))

    def show_steps(self, steps: Sequence[tuple[str, StepState]]) -> None:
        """Show these steps by title and state; the focus stays at its place."""
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        focused = next((at for at, step in enumerate(self._buttons()) if step.hasFocus()), -1)
        for old in self._buttons():
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        for at, (title, state) in enumerate(steps):
            step = _Step(at + 1, title, state)
            step.clicked.connect(lambda _checked=False, at=at: self.step_chosen.emit(at))
            self._row.addWidget(step)
            step.show()
        if 0 <= focused < len(steps):
            self._buttons()[focused].setFocus()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key(), 0)
        buttons = self._buttons()
        at = next((index for index, button in enumerate(buttons) if button.hasFocus()), -1)
        if not step or at < 0:
            event.ignore()
            return
        buttons[min(len(buttons) - 1, max(0, at + step))].setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            frame = QPainterPath()
            frame.addRoundedRect(box, theme.tokens.radius["control"], theme.tokens.radius["control"])
            painter.fillPath(frame, theme.inks.surface)
            painter.setPen(QPen(theme.inks.line, 1))
            painter.drawPath(frame)
            for button in self._buttons()[:-1]:
                painter.drawLine(
                    QPointF(button.geometry().right() + 1.5, 1), QPointF(button.geometry().right() + 1.5, _HEIGHT - 1)
                )

    def _buttons(self) -> list[_Step]:
        found = (self._row.itemAt(at) for at in range(self._row.count()))
        widgets = (place.widget() for place in found if place is not None)
        return [widget for widget in widgets if isinstance(widget, _Step)]
