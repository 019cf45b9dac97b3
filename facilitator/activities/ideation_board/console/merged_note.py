"""How a merged note will look: the words that stand, and under them what was also said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.i18n import _, ngettext
from facilitator.kit.qt.direction import is_mirrored
from facilitator.kit.qt.lettering import Lettering, TextStyle
from facilitator.kit.qt.notes_painter import CONSOLE_NOTE, paint_note_ground
from facilitator.kit.qt.theme import Theme, theme_in_use

_SIDE, _UPPER, _APART, _MOST = 16, 10, 4, 3


class MergedNote(QWidget):
    """As high as what it says; the words in at most three lines, what was also said in one line each."""

    fitted = Signal()
    """It became higher or lower."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._colour = "", "grey"
        self._also: tuple[str, ...] = ()
        self._text = Lettering()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_note(self, words: str, also: Sequence[str], colour: str) -> None:
        """Show the words that stand and what was also said."""
        said = [_("also said: “{text}”").format(text=text) for text in also]
        more = len(said) - _MOST
        self._words, self._colour = words, colour
        rest = [ngettext("and {count} more", "and {count} more", more).format(count=more)] if more > 0 else []
        self._also = (*said[:_MOST], *rest)
        self.setAccessibleName(". ".join([words, *said]))
        self._fit()
        self.update()

    def painted(self) -> tuple[str, ...]:
        """The words that the last paint wrote."""
        return self._text.painted()

    def sizeHint(self) -> QSize:
        return QSize(320, self._high(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks = theme.note(self._colour)
        self._text.start()
        with QPainter(self) as painter:
            paint_note_ground(painter, QRectF(self.rect()), inks, CONSOLE_NOTE.facing(is_mirrored=is_mirrored(self)), 4)
            inner = QRectF(self.rect()).adjusted(_SIDE, _UPPER, -_SIDE, -_UPPER)
            style = self._style(theme)
            self._text.write(painter, inner, self._words, style)
            top = self._text.measure(self._words, inner.width(), style).height() + _APART
            small = TextStyle(theme.sized(13, 400), inks.text, 18, lines=1)
            for at, said in enumerate(self._also):
                self._text.write(painter, inner.adjusted(0, top + at * 18, 0, 0), said, small)

    def _fit(self) -> None:
        high = self._high(self.width())
        if high != self.height():
            self.setFixedHeight(high)
            self.fitted.emit()

    def _high(self, width: int) -> int:
        theme = theme_in_use()
        took = self._text.measure(self._words, max(40, width - 2 * _SIDE), self._style(theme)).height()
        return round(took + (len(self._also) * 18 + _APART if self._also else 0) + 2 * _UPPER)

    def _style(self, theme: Theme) -> TextStyle:
        return TextStyle(theme.sized(16, 600), theme.note(self._colour).text, 22, lines=3)
