"""What went wrong, for whoever is asked to help: a pane over the window's foot that keeps nobody from the desk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.acts import KEPT_KEYS
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone

_READING = ("PgUp", "PgDn", "Up", "Down", "Left", "Right", "Home", "End")
_WIDTH, _HEIGHT, _EDGE, _KEYS = 860, 320, 24, 40


class Details(Card):
    """Shows a text and where it is kept. The rest of the window goes on as ever; Esc or a press closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(Ground.SURFACE)
        self.setParent(window)
        self._window = window
        self.setAccessibleName(_("What went wrong"))
        self._where = LineLabel("")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("What happened"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._copy = Button(_("Copy all"), self._copy_all)
        self._close = Button(_("Close the details"), self.close_details, key="Esc")
        column(
            self,
            row(None, Label(_("What went wrong"), "heading"), STRETCH, self._copy, self._close, gap=8),
            Label(_("Whoever helps you can read here what happened."), "caption", Tone.SOFT),
            self._text,
            self._where,
            gap=10,
            padding=(16, 20, 16, 20),
        )
        # Whoever reads here neither leaves a page nor moves the room on.
        self.setProperty(KEPT_KEYS, ["Esc"])
        self._text.setProperty(KEPT_KEYS, list(_READING))
        window.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, where: str) -> None:
        """Open with a text, and the name of the file that keeps it."""
        self._text.setPlainText(text)
        self._where.show_text(where)
        self._lie_down()
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_details(self) -> None:
        """Go away."""
        self.hide()
        self._window.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window in any size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._lie_down()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_details()
        else:
            super().keyPressEvent(event)

    def _lie_down(self) -> None:
        room = self._window.rect()
        width, height = min(_WIDTH, room.width() - 2 * _EDGE), min(_HEIGHT, room.height() - 2 * _EDGE - _KEYS)
        self.setGeometry((room.width() - width) // 2, room.height() - height - _EDGE - _KEYS, width, height)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
