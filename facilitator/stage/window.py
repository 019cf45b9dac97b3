"""The stage window: what the projector shows. It is told nothing private, so it can show nothing private."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent

from facilitator.i18n import _
from facilitator.stage.show import StageShow
from facilitator.stage.view import StageView


class StageWindow(StageView):
    """The show over a whole window, letterboxed. F11 makes it full screen, and a window again."""

    painted = Signal(int)
    """After the paint event that contains the news of this seq, once for every new seq."""

    def __init__(self, show: StageShow) -> None:
        super().__init__(show, _("Stage"))
        self._painted_seq = -1
        self.setWindowTitle(_("Stage"))
        self.setMinimumSize(640, 360)
        self.resize(1280, 720)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.picture.seq != self._painted_seq:
            self._painted_seq = self.picture.seq
            QTimer.singleShot(0, self, self._tell_painted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_F11:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _tell_painted(self) -> None:
        self.painted.emit(self._painted_seq)
