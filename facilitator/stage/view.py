"""A view of the show, large or small: it paints when there is news, or while a clock runs or something moves."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.stage.picture import StagePicture
from facilitator.stage.show import FRAME_MS, StageShow

_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))


class StageView(QWidget):
    """The show over the whole widget. When to paint next is reckoned from the clock each time, never counted."""

    def __init__(self, show: StageShow, named: str) -> None:
        super().__init__()
        self.shown = show
        self.picture = StagePicture(show)
        self._named = named
        self._said = ""
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setTimerType(Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(named)
        show.changed.connect(self._repaint)

    def painted_text(self) -> str:
        """Everything that stands on the stage now, one text a line."""
        return self.shown.scene.painted_text()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            is_new = self.picture.paint(painter, self.size(), self.devicePixelRatioF())
        if is_new:
            self._describe()
        pause = FRAME_MS if self.picture.is_fading else self.shown.pause_ms()
        if pause:
            self._next.start(pause)
        else:
            self._next.stop()

    def _describe(self) -> None:
        """Let a screen reader read the stage; the digits of a running clock alone are no news to it."""
        said = self.painted_text()
        if _without_digits(said) != _without_digits(self._said):
            self._said = said
            first = said.partition("\n")[0]
            self.setAccessibleName(_("{view}: {said}").format(view=self._named, said=first) if first else self._named)
            self.setAccessibleDescription(said)

    def _go_on(self) -> None:
        if not self.picture.is_fading:
            self.picture.refresh()
        self.update()

    def _repaint(self) -> None:
        self.picture.refresh()
        self.update()


def _without_digits(text: str) -> str:
    return text.translate(_NO_DIGITS)
