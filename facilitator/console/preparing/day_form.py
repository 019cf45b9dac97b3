"""What is said of one day: its line, its date, when it starts; and the way to take it off the agenda."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from facilitator.console.convening_form import day_in
from facilitator.console.times import clock_minutes, clock_words
from facilitator.convening.days import FIRST_DAY, Day
from facilitator.convening.planning import ChangeDay, RemoveDay
from facilitator.convening.states import differing
from facilitator.i18n import _
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.field import Field
from facilitator.kit.qt.widgets.frames import STRETCH, Panel, column, row


class DayForm(Panel):
    """Each field asks when it is left. `closed` tells that the form is wanted no more."""

    closed = Signal()

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._day = Day(FIRST_DAY)
        self.line = Field(_("Line of this day"))
        self.date = Field(_("Date of this day"), hint="2027-03-18")
        self.starts = Field(_("This day starts at"), hint="09:00")
        self.date.setFixedWidth(130)
        self.starts.setFixedWidth(120)
        self._remove = Button(_("Remove this day and its blocks"), self._say_remove, kind=Kind.QUIET, size=Size.SMALL)
        close = Button(_("Close the day"), self.closed.emit, kind=Kind.QUIET, size=Size.SMALL)
        column(
            self,
            row(None, self.line, self.date, self.starts, gap=12),
            row(None, self._remove, STRETCH, close),
            gap=6,
            padding=(8, 12, 8, 12),
        )
        self.line.finished.connect(self._say_line)
        self.date.finished.connect(self._say_date)
        self.starts.finished.connect(self._say_starts)

    def show_day(self, day: Day) -> None:
        """Show this day; what was being written about another one is kept first."""
        if day.id != self._day.id:
            self.finish()
            for field in (self.line, self.date, self.starts):
                field.show_refusal("")
                field.input.clearFocus()
                field.show_text("")
        self._day = day
        self.line.show_text(day.title)
        self.date.show_text(day.date)
        self.starts.show_text(clock_words(day.starts))
        self._remove.setVisible(day.id != FIRST_DAY)

    def finish(self) -> None:
        """Keep what is written in the fields now."""
        if self.isHidden():
            return
        self._say_line(self.line.text())
        self._say_date(self.date.text())
        self._say_starts(self.starts.text())

    def take_focus(self) -> None:
        """Give the focus to the line of the day."""
        self.line.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say_line(self, text: str) -> None:
        self._change(self.line, replace(self._day, title=text.strip()))

    def _say_date(self, text: str) -> None:
        date = day_in(text)
        if text.strip() and not date:
            self.date.show_refusal(_("Write the date like 2027-03-18."))
            return
        self._change(self.date, replace(self._day, date=date))

    def _say_starts(self, text: str) -> None:
        starts = clock_minutes(text)
        if starts < 0:
            self.starts.show_refusal(_("Write a time like 09:00."))
            return
        self._change(self.starts, replace(self._day, starts=starts))

    def _change(self, field: Field, day: Day) -> None:
        field.show_refusal("")
        before = self._day
        if day == before:
            return
        # The next field may be left before the records are back: it must not take this one's words away again.
        self._day = day

        def refused(sentence: str) -> None:
            self._day = before if self._day == day else self._day
            field.show_refusal(sentence)

        self._asking.ask(ChangeDay(day, differing(before, day)), refused=refused)

    def _say_remove(self) -> None:
        self._asking.say(RemoveDay(self._day.id))
