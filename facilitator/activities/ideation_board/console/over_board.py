"""What lies over the board while it is open: a card in the middle of the window, all dimmed around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.kit.qt.acts import KEPT_KEYS
from facilitator.kit.qt.widgets.frames import Card, Ground

_SCRIM = QColor(31, 28, 24, 107)
_WIDEST, _AROUND = 840, 12


class OverBoard(QWidget):
    """As large as the window: what is read before it is decided needs more room than a board has on a small screen.

    Esc closes it, and the focus goes back to where it was. It goes with its host, the board.
    """

    def __init__(self, host: QWidget, *kept_keys: str) -> None:
        super().__init__(host)
        self._host = self._window = host
        self._back: QWidget | None = None
        self.card = Card(Ground.SURFACE)
        self.card.setParent(self)
        self.setProperty(KEPT_KEYS, ["Esc", *kept_keys])
        host.installEventFilter(self)
        self.hide()

    def open_over(self, first: QWidget) -> None:
        """Lie over the board; the focus goes to `first`."""
        self._back = self._back if self.isVisible() else self.window().focusWidget()
        if self.parentWidget() is self._host:
            self._window = self._host.window()
            self._window.installEventFilter(self)
            self.setParent(self._window)
        self.show()
        self.raise_()
        self.lie()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Leave everything as it was."""
        self._go_home()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def lie(self) -> None:
        """Take the room there is: the card as high as what it holds."""
        room = self._host.window()
        self.setGeometry(room.rect())
        wide = min(_WIDEST, room.width() - 2 * _AROUND)
        high = min(self.card.sizeHint().height(), room.height() - 2 * _AROUND)
        top = max(_AROUND, (room.height() - high) // 3)
        self.card.setGeometry((room.width() - wide) // 2, top, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, and do not outlive the board in it."""
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self.lie()
        elif watched is self._host and event.type() is QEvent.Type.Hide and self.parentWidget() is not self._host:
            self._go_home()
        return False

    def _go_home(self) -> None:
        self.hide()
        self.setParent(self._host)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), _SCRIM)
