"""The agenda being made: library, list and inspector, and what keys do with the chosen block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.activities import Activity
from facilitator.console.asking import SayTo
from facilitator.console.block_list import BlockList
from facilitator.console.day import category_ribbon
from facilitator.console.inspector import Inspector
from facilitator.console.library import Library
from facilitator.console.offers import Offer, offers, talk
from facilitator.console.planning import PlanRow, place_after, place_moved, plan_rows, position, sums, to_settle
from facilitator.console.times import Clock, clock_words, day_words, today_of
from facilitator.convening.agenda import AddBlock, Block, ChangeBlock, MoveBlock, RemoveBlock, agenda
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.timetable import plan_of
from facilitator.convening.words import Receipt
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.ribbon import RibbonBar
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, Ground, Hairline, Panel, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone

_STEP = 5
"""Minutes that [ and ] take or add."""


class AgendaPage(QWidget):
    """Keeps which block is chosen; everything else is in the records."""

    def __init__(
        self, asking: Asking, activities: Mapping[str, Activity], say_to: SayTo, clock: Clock, records: Records
    ) -> None:
        super().__init__()
        self._asking, self._clock = asking, clock
        self._records, self._chosen = records, BlockId("")
        self.library = Library(offers(activities))
        self.list = BlockList()
        self.inspector = Inspector(asking, activities, say_to)
        self._title, self._when = LineLabel("", "title"), Label("", "small", Tone.SOFT)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ribbon = RibbonBar(22)
        self._starts, self._ends = (Label("", "caption", Tone.SOFT).ticking() for _side in range(2))
        self._count, self._sums, self._fits, self._settle = Chip(), Chip(), Chip(), Chip()
        self._empty = Label(_("Nothing on the agenda yet. Press an activity on the left to add it."), "body", Tone.SOFT)
        add = Button(_("Add a block"), self._add_focused, key="Ctrl Enter", icon="plus-bold", kind=Kind.QUIET)
        centre = self._centre = Panel(Ground.PAPER)
        column(
            centre,
            row(None, self._title, self._when),
            6,
            self._ribbon,
            row(None, self._starts, STRETCH, self._ends),
            4,
            row(None, self._count, self._sums, self._fits, STRETCH, self._settle),
            8,
            Hairline(),
            self._empty,
            self.list,
            row(None, add, STRETCH),
            gap=0,
            padding=(16, 20, 4, 20),
        )
        row(self, self.library, centre, self.inspector, gap=0)
        self.library.wanted.connect(self.add)
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self._move_to)
        self.list.edit_wanted.connect(lambda: self.inspector.title.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def show_records(self, records: Records) -> None:
        """Show the agenda; the chosen block stays chosen, or its neighbour when it went."""
        before = position(self._records, self._chosen)
        self._records = records
        blocks = agenda(records)
        if self._chosen not in records[Block]:
            self._chosen = blocks[min(max(before, 0), len(blocks) - 1)].id if blocks else BlockId("")
        rows = plan_rows(records)
        self._show_head(records, rows)
        self.list.show_rows(rows, self._chosen)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._show_chosen(rows)

    def acts(self) -> tuple[Act, ...]:
        """What keys do with the agenda."""
        one = self._has_chosen
        return (
            Act("Alt Up", _("Move up"), lambda: self._move(-1), one),
            Act("Alt Down", _("Move down"), lambda: self._move(1), one),
            Act("[", _("{minutes} min less").format(minutes=_STEP), lambda: self._lengthen(-_STEP), one),
            Act("]", _("{minutes} min more").format(minutes=_STEP), lambda: self._lengthen(_STEP), one),
            Act("Ctrl Enter", _("Add a block"), self._add_focused),
            Act("Ctrl D", _("Duplicate"), self._duplicate, one),
            Act("Del", _("Remove"), self._remove, one),
            Act("/", _("Find an activity"), lambda: self.library.search.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes to."""
        return (self.library, self._centre, self.inspector)

    def take_focus(self) -> None:
        """Give the focus to the list, or to the library while there is nothing in it."""
        (self.list if agenda(self._records) else self.library.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, offer: Offer) -> None:
        """Add what was pressed below the chosen block."""
        block = offer.block(place_after(self._records, self._chosen))
        self._asking.ask(AddBlock(block), granted=self._choose_new)

    def chosen(self) -> str:
        """The block that is chosen."""
        return self._chosen

    def choose(self, block: str) -> None:
        """Choose a block, if it is on the agenda."""
        if block in self._records[Block]:
            self._chosen = BlockId(block)
            self.show_records(self._records)

    def _choose_new(self, receipt: Receipt) -> None:
        self._chosen = BlockId(f"{receipt.id}.1")
        if self._chosen in self._records[Block]:
            self.show_records(self._records)

    def _choose(self, block: str) -> None:
        self._chosen = BlockId(block)
        self._show_chosen(plan_rows(self._records))

    def _show_chosen(self, rows: tuple[PlanRow, ...]) -> None:
        self._ribbon.show_day(category_ribbon(self._records, self._chosen), self._said(rows))
        self.inspector.show_block(self._records, self._chosen)
        self.inspector.show_state(next((each.missing for each in rows if each.block == self._chosen), ""))

    def _show_head(self, records: Records, rows: tuple[PlanRow, ...]) -> None:
        convening = the_convening(records)
        self._title.show_text(convening.day_line or convening.title)
        day = day_words(convening.date, today_of(self._clock())) if convening.date else ""
        self._when.setText(" · ".join(part for part in (day, convening.place) if part))
        slots = plan_of(records)
        starts = clock_words(slots[0].starts if slots else convening.starts)
        ends = clock_words(slots[-1].ends if slots else convening.starts)
        self._starts.setText(starts)
        self._ends.setText(ends if slots else "")
        count = ngettext("{count} block", "{count} blocks", len(rows)).format(count=len(rows))
        self._count.show_state(count, Tone.SOFT)
        self._sums.show_state(sums(rows), Tone.SOFT)
        self._fits.show_state(f"{starts}–{ends}", Tone.SOFT)
        settle = to_settle(rows)
        self._settle.show_state(settle, Tone.WARN, "warning-fill")
        self._settle.setVisible(bool(settle))
        for chip in (self._sums, self._fits):
            chip.setVisible(bool(rows))

    def _said(self, rows: tuple[PlanRow, ...]) -> str:
        count = ngettext("{count} block", "{count} blocks", len(rows)).format(count=len(rows))
        return f"{count}, {self._starts.text()} – {self._ends.text()}"

    def _has_chosen(self) -> bool:
        return self._chosen in self._records[Block]

    def _block(self) -> Block:
        return self._records[Block][self._chosen]

    def _move(self, step: int) -> None:
        self._move_to(self._chosen, position(self._records, self._chosen) + step)

    def _move_to(self, block: str, to: int) -> None:
        if place := place_moved(self._records, block, to):
            self._asking.say(MoveBlock(BlockId(block), place, self._records[Block][BlockId(block)].day))

    def _lengthen(self, minutes: int) -> None:
        block = self._block()
        wanted = max(1, block.minutes + minutes)
        # 1 min and 5 more is 5 and not 6: whoever shortened a block to nothing wants round times again.
        wanted -= wanted % _STEP if block.minutes == 1 and minutes > 0 else 0
        if wanted != block.minutes:
            self._asking.say(ChangeBlock(replace(block, minutes=wanted)))

    def _add_focused(self) -> None:
        self.add(self.library.focused() or talk())

    def _duplicate(self) -> None:
        block = replace(self._block(), place=place_after(self._records, self._chosen), pinned=-1)
        self._asking.ask(AddBlock(block), granted=self._choose_new)

    def _remove(self) -> None:
        self._asking.say(RemoveBlock(self._chosen))
