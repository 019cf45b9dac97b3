"""Words on a panel: in one of the sizes of theme.json, in ink or quieter, always shown literally."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from facilitator.kit.qt.theme import Theme, digits, theme_in_use


class Tone(Enum):
    """What a word, a chip or a pill means by its colour; its words say the same."""

    INK = "ink"
    SOFT = "soft"
    FAINT = "faint"
    ACCENT = "accent"
    OVER = "over"
    WARN = "warn"
    OK = "ok"


def ink_of(tone: Tone, theme: Theme) -> QColor:
    """The colour of words in a tone."""
    inks = theme.inks
    return {
        Tone.INK: inks.ink,
        Tone.SOFT: inks.ink_2,
        Tone.FAINT: inks.ink_3,
        Tone.ACCENT: inks.accent,
        Tone.OVER: inks.over,
        Tone.WARN: inks.warn,
        Tone.OK: inks.ok,
    }[tone]


def ground_of(tone: Tone, theme: Theme) -> QColor:
    """The colour of a chip or pill in a tone."""
    inks = theme.inks
    return {
        Tone.ACCENT: inks.accent_soft,
        Tone.OVER: inks.over_soft,
        Tone.WARN: inks.warn_soft,
        Tone.OK: inks.ok_soft,
    }.get(tone, inks.sunken)


class Label(QLabel):
    """A text. `size` is a console size of theme.json: "caption", "small", "body", "label", "heading", "title".

    It asks for room for all its words in one line; call `wrapping` for sentences, take LineLabel where room may end.
    """

    def __init__(self, text: str = "", size: str = "body", tone: Tone = Tone.INK) -> None:
        super().__init__()
        self._size, self._tone = size, tone
        self._is_vanishing = False
        self._asked = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self._align()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._dress()

    def setText(self, text: str) -> None:
        super().setText(text)
        if self._is_vanishing:
            self.setVisible(bool(text))

    def set_tone(self, tone: Tone) -> None:
        """Say it in another tone."""
        self._tone = tone
        self._dress()

    def ticking(self) -> Label:
        """Give all digits the same width: for times that tick or stack. Returns itself."""
        self.setFont(digits(self.font()))
        return self

    def wrapping(self) -> Label:
        """Break into lines where room ends. Returns itself."""
        self.setWordWrap(True)
        return self

    def vanishing(self) -> Label:
        """Take no room while there is nothing to say. Returns itself."""
        self._is_vanishing = True
        if not self.text():
            self.hide()
        return self

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Stand where reading begins, or at the other end (AlignTrailing), as the window reads."""
        self._asked = alignment
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and not self._wears(theme_in_use()):
            self._dress()
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        # Qt puts a text where its own script begins: a column of words in two scripts would have two edges.
        seen = QStyle.visualAlignment(self.layoutDirection(), self._asked)
        super().setAlignment(seen | Qt.AlignmentFlag.AlignAbsolute)

    def _wears(self, theme: Theme) -> bool:
        return self.palette().color(QPalette.ColorRole.WindowText) == ink_of(self._tone, theme)

    def _dress(self) -> None:
        theme = theme_in_use()
        if self.font() != theme.font("console", self._size) and not self.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            self.setFont(theme.font("console", self._size))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, ink_of(self._tone, theme))
        self.setPalette(palette)


class LineLabel(Label):
    """A text in one line that ends in an ellipsis where room ends; the whole stands in its tip and its name."""

    def __init__(self, text: str = "", size: str = "body", tone: Tone = Tone.INK) -> None:
        self._whole = ""
        super().__init__("", size, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text; the same one leaves the layout around it as it is."""
        if text == self._whole:
            return
        self._whole = text
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def whole(self) -> str:
        """The text as it was given."""
        return self._whole

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, QFontMetrics(self.font()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()

    def _elide(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown if self.isVisible() or self.width() < self.sizeHint().width() else self._whole)
        tip = self._whole if self.text() != self._whole else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
