"""A convening comes in as a file, chosen or dropped on the window; a line under the act says what became of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets.frames import column
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.qt.widgets.list_row import ListRow, RowWords

KEY = "Ctrl O"


class HomeFiles(QWidget):
    """`wanted` names the file that shall be brought in."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.bring = ListRow(RowWords(_("Bring in a file"), icon="tray", key=KEY), height=40)
        self.bring.clicked.connect(self.choose)
        self._told = Label("", "caption", Tone.SOFT).wrapping()
        self._told.setContentsMargins(12, 0, 8, 0)
        self._told.hide()
        column(self, self.bring, self._told, gap=4)

    def act(self) -> Act:
        """What the key does."""
        return Act(KEY, _("Bring in a file"), self.choose)

    def show_told(self, words: str, tone: Tone = Tone.SOFT) -> None:
        """Say what became of the last file."""
        self._told.set_tone(tone)
        self._told.setText(words)
        self._told.setAccessibleName(words)
        self._told.setVisible(bool(words))

    def choose(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self, _("Choose a convening"), "", _("Convenings (*.convene);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.wanted)
        dialog.open()

    def hear_drops(self, window: QWidget) -> None:
        """Take a .convene file that is dropped anywhere on a window."""
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (file := _dropped(event.mimeData())):
            event.acceptProposedAction()
            # What only enters or moves is a drop too, as Qt has it.
            if not isinstance(event, QDragMoveEvent):
                self.wanted.emit(file)
            return True
        return super().eventFilter(watched, event)


def _dropped(mime: QMimeData) -> str:
    """The one convening that is dropped, "" for anything else."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].lower().endswith(".convene") else ""
