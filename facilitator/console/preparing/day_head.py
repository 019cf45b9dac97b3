"""The head of a day in preparation: its line and date, its ribbon, and chips that say how it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.planning import Plan, sums_words
from facilitator.console.preparing.chip_button import ChipButton
from facilitator.console.preparing.folds import Fold
from facilitator.console.preparing.settle_words import chip_words
from facilitator.console.times import Clock, day_words, length_words, today_of
from facilitator.convening.agenda import Block
from facilitator.convening.checks import Severity
from facilitator.convening.days import Day, days
from facilitator.convening.gathering import the_convening
from facilitator.convening.records import Records
from facilitator.convening.sums import sums_of_day
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.ribbon import RibbonBar
from facilitator.kit.qt.widgets.button import IconButton
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone


class DayHead(QWidget):
    """`turn` opens and closes what stands behind a chip."""

    def __init__(self, clock: Clock, turn: Callable[[Fold], object]) -> None:
        super().__init__()
        self._clock = clock
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title, self._when = LineLabel("", "title"), Label("", "small", Tone.SOFT)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ribbon = RibbonBar(22)
        self._starts, self._ends = (Label("", "caption", Tone.SOFT).ticking() for _side in range(2))
        self._count, self._fits = Chip(), Chip()
        self._sums = ChipButton(lambda: turn(Fold.SUMS), "=")
        self._settle = ChipButton(lambda: turn(Fold.SETTLE), "!")
        change = IconButton("pencil-simple", _("Change this day"), lambda: turn(Fold.DAY), key="D", side=28)
        column(
            self,
            row(None, self._title, self._when, change),
            4,
            self._ribbon,
            row(None, self._starts, STRETCH, self._ends),
            4,
            row(None, self._count, self._sums, self._fits, STRETCH, self._settle),
            gap=0,
        )

    def show_day(self, records: Records, day: Day, plan: Plan) -> None:
        """Show how a day stands."""
        convening = the_convening(records)
        several = len(days(records)) > 1
        title = day.title or ("" if several else convening.title)
        self._title.set_tone(Tone.INK if title else Tone.FAINT)
        self._title.show_text(title or _("A day without a line yet"))
        when = day_words(day.date, today_of(self._clock())) if day.date else ""
        self._when.setText(" · ".join(part for part in (when, convening.place) if part))
        self._starts.setText(plan.starts)
        self._ends.setText(plan.ends if plan.rows else "")
        self._fits.show_state(f"{plan.starts}–{plan.ends}", Tone.SOFT)
        self._sums.show_state(sums_words(sums_of_day(records, day.id)), Tone.SOFT)
        words = chip_words(plan.unsettled)
        has_warning = any(each.severity is Severity.WARNING for each in plan.unsettled)
        if has_warning:
            self._settle.show_state(words, Tone.WARN, "warning-fill")
        else:
            self._settle.show_state(words, Tone.SOFT)
        self._settle.setVisible(bool(words))
        for chip in (self._sums, self._fits):
            chip.setVisible(bool(plan.rows))

    def show_chosen(self, plan: Plan, chosen: str) -> None:
        """Mark the chosen block in the ribbon."""
        self._ribbon.show_day(plan.ribbon(chosen), f"{plan.count_words()}, {plan.starts} – {plan.ends}")
        self._count.show_state(plan.count_words(), Tone.SOFT)

    def show_marked(self, blocks: Sequence[Block]) -> None:
        """Say how many blocks are chosen, where they are several."""
        if len(blocks) < 2:
            return
        words = ngettext("{count} chosen · {length}", "{count} chosen · {length}", len(blocks))
        length = length_words(sum(block.minutes for block in blocks))
        self._count.show_state(words.format(count=len(blocks), length=length), Tone.ACCENT)
