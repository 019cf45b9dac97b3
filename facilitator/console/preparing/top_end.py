"""The end of the top bar of Prepare: save a copy, print, go live. Printing keeps its words where there is room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.copy_saver import KEY, PRINT_KEY
from facilitator.i18n import _
from facilitator.kit.qt.widgets.button import Button, IconButton, Kind
from facilitator.kit.qt.widgets.frames import STRETCH, row

_GAP = 8


class TopEnd(QWidget):
    """Beside many days, or long words, the printer stands alone: a cut word says less than a whole sign."""

    def __init__(self, save: Callable[[], object], print_it: Callable[[], object], live: Button) -> None:
        super().__init__()
        said = _("Print agenda")
        self._copy, self._live = IconButton("floppy-disk", _("Save a copy"), save, key=KEY), live
        self._words = Button(said, print_it, key=PRINT_KEY, icon="printer", kind=Kind.QUIET)
        self._sign = IconButton("printer", said, print_it, key=PRINT_KEY)
        self._sign.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row(self, STRETCH, self._copy, self._words, self._sign, live, gap=_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()  # the words of another button have changed
        return super().event(event)

    def _fit(self) -> None:
        shown = (self._copy, self._words, self._live)
        needed = sum(part.sizeHint().width() for part in shown) + _GAP * len(shown)
        has_room = needed <= self.width()
        self._words.setVisible(has_room)
        self._sign.setVisible(not has_room)
