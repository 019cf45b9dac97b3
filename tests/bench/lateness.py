"""How late the frames of the stage are while it paints every 16 ms: the gap between two paints less 16 ms."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

FRAME_MS = 16


class Lateness(QObject):
    """Repaints a widget every 16 ms and notes how late each paint ends. Times are milliseconds."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._last = 0.0
        self.late: list[float] = []
        self.took: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._frame)

    def begin(self) -> None:
        """Forget what was noted and begin to paint."""
        self.late, self.took, self._last = [], [], 0.0
        self._timer.start()

    def end(self) -> list[float]:
        """Paint no more; give how late the frames were."""
        self._timer.stop()
        return self.late

    def _frame(self) -> None:
        began = time.perf_counter() * 1000
        self._widget.repaint()
        ended = time.perf_counter() * 1000
        self.took.append(ended - began)
        if self._last:
            self.late.append(max(0.0, ended - self._last - FRAME_MS))
        self._last = ended
