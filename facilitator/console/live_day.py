"""The left column of a live convening: the day so far, how late it is, and when it will likely end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.console.agenda_view import AgendaView
from facilitator.console.day import Day
from facilitator.console.new_line import NewLine
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.ribbon import RibbonBar
from facilitator.kit.qt.theme import digits, theme_in_use
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, Hairline, Panel, Rule, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone

WIDTH = 296


class LiveDay(Panel):
    """Heading, ribbon, rows, and at the foot the likely end and the way to catch up."""

    def __init__(self, catch_up: Act, end: Act) -> None:
        super().__init__(rule=Rule.RIGHT)
        self.setFixedWidth(WIDTH)
        self.agenda, self.new = AgendaView(), NewLine()
        self._title, self._number = LineLabel(_("Today"), "heading"), Label("", "caption", Tone.SOFT)
        self._late, self._further = Chip(), Label("", "caption", Tone.SOFT).ticking().vanishing()
        self._until = QWidget()
        row(self._until, STRETCH, self._further)
        self._ribbon = RibbonBar(10)
        self._starts, self._ends = (Label("", "caption", Tone.SOFT).ticking() for _side in range(2))
        self._likely, self._planned = Label("", "small").ticking(), Label("", "caption", Tone.SOFT)
        self._likely.setFont(digits(theme_in_use().sized(13, 600)))
        self._catch_up = Button.for_act(catch_up, icon="arrows-in-line-horizontal")
        self._end = Button.for_act(end, icon="check-bold")
        self._parting = QWidget()
        row(self._parting, self._end, padding=(8, 16, 0, 16))
        self._parting.hide()
        head, foot = QWidget(), QWidget()
        column(
            head,
            row(None, self._title, self._number, STRETCH, self._late),
            self._until,
            6,
            self._ribbon,
            row(None, self._starts, STRETCH, self._ends),
            gap=2,
            padding=(14, 16, 10, 16),
        )
        ends = column(None, self._likely, self._planned, gap=0)
        row(foot, ends, STRETCH, self._catch_up, padding=(11, 16, 12, 16))
        writing = row(None, self.new, padding=(0, 16, 6, 16))
        column(self, head, self.agenda, writing, Hairline(), self._parting, foot, gap=0, padding=(0, 1, 0, 0))
        self.new.left.connect(lambda: self.agenda.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_day(self, day: Day) -> None:
        """Show the day as it stands now."""
        self._title.show_text(day.title)
        self._number.setText(day.number)
        late, further = day.late_words(), day.further_words()
        is_late = day.lateness.shown() > 0 and not day.is_over
        self._late.show_state(late, Tone.OVER if is_late else Tone.SOFT)
        self._further.setText(further)
        both = ", ".join(words for words in (late, further) if words)
        said = _("The day, {starts} to {ends}, {late}").format(starts=day.starts, ends=day.ends, late=both)
        self._ribbon.show_day(day.ribbon, said)
        self._starts.setText(day.starts)
        self._ends.setText(day.ends)
        likely = _("Ended {time}") if day.is_over else _("Likely end {time}")
        self._likely.setText(likely.format(time=day.likely_ends))
        told = _("people were told {time}") if day.promised else _("planned {time}")
        self._planned.setText(told.format(time=day.promised or day.ends))
        self.agenda.show_rows(day.rows)

    def hide_lateness(self, *, is_hidden: bool) -> None:
        """Keep from a room that sees this desk how late the day is. Source: practice, rules ST2 and ST4."""
        for told in (self._late, self._until, self._likely, self._catch_up):
            told.setVisible(not is_hidden)

    def show_acts(self, catch_up: Act, end: Act, *, is_last: bool) -> None:
        """Show whether the day can be caught up with, and how it ends, while its last block runs."""
        self._catch_up.setEnabled(catch_up.is_enabled())
        self._end.setEnabled(end.is_enabled())
        self._end.show_text(end.title)
        self._parting.setVisible(is_last)
