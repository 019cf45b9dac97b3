"""The left column of a live convening: the day so far, how late it is, and when it will likely end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.console.agenda_view import AgendaView
from facilitator.console.day import Day
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.ribbon import RibbonBar
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, Hairline, Panel, Rule, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

WIDTH = 296


class LiveDay(Panel):
    """Heading, ribbon, rows, and at the foot the likely end."""

    def __init__(self, summary: Act) -> None:
        super().__init__(rule=Rule.RIGHT)
        self.setFixedWidth(WIDTH)
        self.agenda = AgendaView()
        self._late = Chip()
        self._ribbon = RibbonBar(10)
        self._starts, self._ends = (Label("", "caption", Tone.SOFT).ticking() for _side in range(2))
        self._likely, self._planned = Label("", "small"), Label("", "caption", Tone.SOFT)
        head, foot = QWidget(), QWidget()
        column(
            head,
            row(None, Label(_("Today"), "heading"), STRETCH, self._late),
            6,
            self._ribbon,
            row(None, self._starts, STRETCH, self._ends),
            gap=2,
            padding=(14, 16, 10, 16),
        )
        ends = column(None, self._likely, self._planned, gap=0)
        row(foot, ends, STRETCH, Button.for_act(summary), padding=(11, 16, 12, 16))
        column(self, head, self.agenda, Hairline(), foot, gap=0, padding=(0, 1, 0, 0))

    def show_day(self, day: Day) -> None:
        """Show the day as it stands now."""
        self._late.show_state(day.late_words(), Tone.OVER if day.late > 0 else Tone.SOFT)
        said = _("The day, {starts} to {ends}, {late}").format(starts=day.starts, ends=day.ends, late=day.late_words())
        self._ribbon.show_day(day.ribbon, said)
        self._starts.setText(day.starts)
        self._ends.setText(day.ends)
        self._likely.setText(_("Likely end {time}").format(time=day.likely_ends))
        self._planned.setText(_("planned {time}").format(time=day.ends))
        self.agenda.show_rows(day.rows)
