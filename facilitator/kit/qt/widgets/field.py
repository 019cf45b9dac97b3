"""Fields: a label and the place to write under it, and, when something is refused, why."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.frames import column
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap
from facilitator.kit.qt.widgets.label import Label, Tone

_ICON = 16


class Lines(Enum):
    """How much a field is made for: one line, or as many as are written."""

    ONE = "one"
    MANY = "many"


class _Paper(QPlainTextEdit):
    """Several lines; Tab goes on to the next control, leaving tells that writing is over."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(200, 2 * QFontMetrics(self.font()).lineSpacing() + 20)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Field(QWidget):
    """A labelled field. `changed` tells each change people make, `finished` that they have left it or pressed Enter.

    `show_text` shows what the records say, but never over somebody's typing.
    """

    changed = Signal(str)
    finished = Signal(str)

    def __init__(self, label: str, lines: Lines = Lines.ONE, hint: str = "") -> None:
        super().__init__()
        self._label = _label(label)
        self._refusal = Label("", "caption", Tone.OVER).wrapping()
        self._refusal.hide()
        self._line = QLineEdit() if lines is Lines.ONE else None
        self._paper = _Paper() if lines is Lines.MANY else None
        self.input: QLineEdit | QPlainTextEdit = self._connected(hint)
        self.input.setAccessibleName(label)
        self._label.setBuddy(self.input)
        self.setFocusProxy(self.input)
        column(self, self._label, self.input, self._refusal, gap=4)
        self._shown = ""

    def text(self) -> str:
        """What is written now."""
        return self.input.text() if isinstance(self.input, QLineEdit) else self.input.toPlainText()

    def show_text(self, text: str) -> None:
        """Show what is true, unless somebody is writing here: their words are theirs until they leave."""
        if text != self.text() and self.input.hasFocus() and self.text() != self._shown:
            return
        self._shown = text
        if text == self.text():
            return
        self.input.blockSignals(True)
        if isinstance(self.input, QLineEdit):
            self.input.setText(text)
            self.input.setCursorPosition(0)  # A text that is too long shows how it begins.
        else:
            self.input.setPlainText(text)
        self.input.blockSignals(False)

    def show_refusal(self, sentence: str) -> None:
        """Say under the field why something could not be; "" takes it away."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        self.input.setAccessibleDescription(sentence)

    def refusal(self) -> QLabel:
        """Where a refusal is said."""
        return self._refusal

    def _connected(self, hint: str) -> QLineEdit | QPlainTextEdit:
        if self._line is not None:
            self._line.setPlaceholderText(hint)
            self._line.textEdited.connect(self.changed)
            self._line.editingFinished.connect(lambda: self.finished.emit(self.text()))
            return self._line
        paper = self._paper or _Paper()
        paper.setPlaceholderText(hint)
        paper.textChanged.connect(lambda: self.changed.emit(self.text()))
        paper.left.connect(lambda: self.finished.emit(self.text()))
        return paper


class SearchField(QLineEdit):
    """A field to find something: a magnifying glass before it, its key at its end while it is empty."""

    def __init__(self, hint: str, key: str = "/") -> None:
        super().__init__()
        self._key = key
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(False)
        self._leave_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._leave_room()

    def _leave_room(self) -> None:
        """Keep what is written off the sign before it and the key after it, as the window reads."""
        start, end = _ICON + 8, round(cap_width(self._key, theme_in_use())) + 6 if self._key else 0
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(end if is_mirrored else start, 0, start if is_mirrored else end, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_in_use()
        middle = self.height() / 2
        with QPainter(self) as painter:
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = self.width() - 10.0 - _ICON if is_mirrored else 10.0
            paint_icon(painter, QRectF(left, middle - _ICON / 2, _ICON, _ICON), "magnifying-glass", theme.inks.ink_3)
            if self._key and not self.text() and not self.hasFocus():
                wide = cap_width(self._key, theme)
                paint_cap(
                    painter,
                    10 if is_mirrored else self.width() - 10 - wide,
                    middle,
                    self._key,
                    theme.inks.ink_2,
                    theme.inks.line_strong,
                    theme,
                )


def labelled(label: str, control: QWidget) -> QVBoxLayout:
    """Put a control under its label, which names it; Qt reads the label of a Choice, and its own words as its value."""
    words = _label(label)
    words.setBuddy(control)
    return column(None, words, control, gap=4)


def _label(words: str) -> Label:
    made = Label(words, "caption", Tone.SOFT)
    made.setFont(theme_in_use().sized(12, 600))
    return made


class Choice(QComboBox):
    """One of a list, by name. `said` is its accessible name; place it with `labelled`."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten what has no room, so that it is seen to go on."""
        super().initStyleOption(option)
        style, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(style, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(self.width() - 26, 0, 14, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(12)
        with QPainter(self) as painter:
            box = QRectF(place.left(), place.center().y() - 6, 14, 14)
            paint_icon(painter, box, "caret-down", theme_in_use().inks.ink)
