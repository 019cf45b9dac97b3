"""What folds open over the list of a day: the day itself, its sums, what is to settle. One at a time."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.planning import Plan
from facilitator.console.preparing.day_form import DayForm
from facilitator.console.preparing.settle_panel import SettlePanel
from facilitator.console.preparing.sums_panel import SumsPanel
from facilitator.convening.days import Day, days
from facilitator.convening.records import Records
from facilitator.convening.sums import sums_of_day
from facilitator.i18n import _
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.frames import Hairline, column


class Fold(Enum):
    """What can be open."""

    DAY = "day"
    SUMS = "sums"
    SETTLE = "settle"


class Folds(QWidget):
    """Esc closes what is open; `closed` tells it. What is closed is not filled."""

    closed = Signal()

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.day, self.sums, self.settle = DayForm(asking), SumsPanel(), SettlePanel()
        self._panels: dict[Fold, DayForm | SumsPanel | SettlePanel] = {
            Fold.DAY: self.day,
            Fold.SUMS: self.sums,
            Fold.SETTLE: self.settle,
        }
        self._open: Fold | None = None
        self._shown: tuple[Records, Day, Plan] | None = None
        self._line = Hairline()
        # As high as what is open, however few blocks the day has.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column(self, *self._panels.values(), self._line, gap=0)
        for panel in self._panels.values():
            panel.closed.connect(self.close_fold)
            panel.hide()
        self.hide()

    def show_records(self, records: Records, day: Day, plan: Plan) -> None:
        """Show the day; the list of what is to settle closes when nothing is left."""
        self._shown = (records, day, plan)
        self._fill()
        if self._open is Fold.SETTLE and not plan.unsettled:
            self.close_fold()

    def turn(self, fold: Fold) -> None:
        """Open one of them, or close it."""
        if self._open is fold:
            self.close_fold()
            return
        self.finish()
        self._open = fold
        self._fill()
        for each, panel in self._panels.items():
            panel.setVisible(each is fold)
        self.show()
        if fold is Fold.DAY:
            self.day.take_focus()
        elif fold is Fold.SETTLE:
            self.settle.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_fold(self) -> None:
        """Close what is open."""
        if self._open is None:
            return
        self.finish()
        self._open = None
        self.hide()
        for panel in self._panels.values():
            panel.hide()
        self.closed.emit()

    def finish(self) -> None:
        """Keep what is being written about the day."""
        if self._open is Fold.DAY:
            self.day.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_fold()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        if self._shown is None:
            return
        records, day, plan = self._shown
        if self._open is Fold.DAY:
            self.day.show_day(day)
        elif self._open is Fold.SUMS:
            self.sums.show_sums(sums_of_day(records, day.id), records)
        elif self._open is Fold.SETTLE:
            self.settle.show_unsettled(plan.unsettled, records, day_names(records))


def day_names(records: Records) -> dict[str, str]:
    """What each day is called, nothing where there is only one."""
    known = days(records)
    if len(known) < 2:
        return {}
    return {day.id: _("Day {number}").format(number=at + 1) for at, day in enumerate(known)}
