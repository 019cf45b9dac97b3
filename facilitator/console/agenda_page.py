"""The agenda being made: library, the list of one day and inspector, and what keys do with the chosen blocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from facilitator.beginnings.methods import Method, planned_from
from facilitator.console.block_list import BlockList
from facilitator.console.inspector import Inspector
from facilitator.console.library import Library
from facilitator.console.offers import Offer, offers, talk
from facilitator.console.opened import Opened
from facilitator.console.planning import Plan, place_below, plan_of, position
from facilitator.console.preparing.arranger import Arranger
from facilitator.console.preparing.day_head import DayHead
from facilitator.console.preparing.folds import Fold, Folds
from facilitator.console.preparing.on_stage import OnStage
from facilitator.console.preparing.steps_page import StepsPage
from facilitator.console.times import day_of
from facilitator.convening.agenda import Block, agenda_of
from facilitator.convening.checks import Unsettled
from facilitator.convening.days import FIRST_DAY, Day, days
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.planning import AddDay
from facilitator.convening.records import Records
from facilitator.convening.words import Receipt
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.frames import STRETCH, Ground, Hairline, Panel, column, row
from facilitator.kit.qt.widgets.label import Label, Tone


class AgendaPage(QWidget):
    """Keeps which day is shown and which blocks are chosen; everything else is in the records.

    `day_turned` tells that another day is shown.
    """

    day_turned = Signal()

    def __init__(self, asking: Asking, opened: Opened) -> None:
        super().__init__()
        self._asking, self._records, self._activities = asking, opened.records, opened.activities
        self._day, self._chosen, self._with_it = FIRST_DAY, BlockId(""), frozenset[str]()
        self._awaited: tuple[tuple[BlockId, ...], DayId] = ((), FIRST_DAY)
        self._awaited_day = FIRST_DAY
        self.library = Library(offers(opened.activities))
        self.list = BlockList()
        on_stage = OnStage(opened.looking, opened.clock)
        self.inspector = Inspector(asking, opened.activities, opened.say_to, on_stage)
        self._arranger = Arranger(asking, self.list.marked, self._choose_all)
        self.folds = Folds(asking)
        self.head = DayHead(opened.clock, self.folds.turn)
        self.steps = StepsPage(asking)
        self.steps.hide()
        self._plan = Plan(FIRST_DAY, (), "", "", ())
        self._empty = Label(_("Nothing on the agenda yet. Press an activity on the left to add it."), "body", Tone.SOFT)
        self._empty.setContentsMargins(0, 14, 0, 0)
        self._room = QWidget()
        self._room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._add = Button(_("Add a block"), self._add_focused, key="Ctrl Enter", icon="plus-bold", kind=Kind.QUIET)
        self._lay_out()
        self._connect()

    def show_records(self, records: Records) -> None:
        """Show the day; the chosen block stays chosen, or its neighbour when it went."""
        before = position(self._records, self._day, self._chosen)
        self._records = records
        self._choose_awaited()
        day = next((day for day in days(records) if day.id == self._day), None)
        if day is None:
            day = days(records)[-1]
            self._day, before = day.id, -1
            self.day_turned.emit()
        blocks = agenda_of(records, day.id)
        if self._chosen not in {block.id for block in blocks}:
            self._chosen = blocks[min(max(before, 0), len(blocks) - 1)].id if blocks else BlockId("")
            self._with_it = frozenset()
        self._plan = plan_of(records, day.id, day.starts)
        self._arranger.show_records(records, day.id)
        self.list.show_rows(self._plan.rows, self._chosen, self._with_it)
        self._show_list()
        self.folds.show_records(records, day, self._plan)
        self.head.show_day(records, day, self._plan)
        self._show_chosen()
        self._turn_to_awaited()

    def acts(self) -> tuple[Act, ...]:
        """What keys do with the agenda, or with the steps that are open."""
        if not self.steps.isHidden():
            return self.steps.acts()
        several = len(days(self._records)) > 1
        first, more = self._arranger.acts()[:4], self._arranger.acts()[4:]
        return (
            *first,
            Act("Ctrl Enter", _("Add a block"), self._add_focused),
            *more,
            Act("Ctrl A", _("Choose all blocks"), self.list.selectAll, lambda: bool(self._plan.rows)),
            Act("!", _("What is to settle"), lambda: self.folds.turn(Fold.SETTLE), lambda: bool(self._plan.unsettled)),
            Act("=", _("See sums"), lambda: self.folds.turn(Fold.SUMS)),
            Act("Ctrl PgDn", _("Next day"), lambda: self._turn_by(1), lambda: several),
            Act("Ctrl PgUp", _("Day before"), lambda: self._turn_by(-1), lambda: several),
            Act("D", _("Change this day"), lambda: self.folds.turn(Fold.DAY)),
            Act("Shift D", _("Add a day"), self.add_day),
            Act("/", _("Find an activity"), self.library.open_search),
            *self.inspector.acts(),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes to."""
        return (self.library, self._centre, self.inspector)

    def take_focus(self) -> None:
        """Give the focus to the list; while it is empty to what adds a block, so that single keys still act."""
        (self.list if self._plan.rows else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, offer: Offer) -> None:
        """Add what was pressed below the chosen block, on the day that is shown."""
        day = self._day
        wish = offer.wish(day, place_below(self._records, day, self._chosen))
        self._asking.ask(wish, granted=lambda receipt: self._choose_new(receipt, day))

    def add_method(self, method: Method) -> None:
        """Add a method of the library in the same place."""
        self.add(Offer(planned_from(method.key, self._activities)))

    def chosen(self) -> str:
        """The block that is chosen."""
        return self._chosen

    def shown_day(self) -> DayId:
        """The day that is shown."""
        return self._day

    def choose(self, block: str) -> None:
        """Choose a block and turn to its day, if it is on the agenda."""
        found = self._records[Block].get(BlockId(block))
        if found is not None:
            self._choose_all((found.id,), found.day)

    def turn_to_day(self, day: DayId) -> None:
        """Show a day."""
        if day != self._day:
            self.finish()
            self.steps.hide()
            self._day, self._chosen, self._with_it = day, BlockId(""), frozenset()
            self.show_records(self._records)
            self.day_turned.emit()

    def add_day(self) -> None:
        """Add a day, on the date after the last one's, and turn to it."""
        last = days(self._records)[-1]
        date = day_of(last.date)
        after = (date + timedelta(days=1)).isoformat() if date is not None else ""
        wish = AddDay(Day(DayId(""), "", after, last.starts))
        self._asking.ask(wish, granted=lambda receipt: self._await_day(DayId(f"{receipt.id}.1")))

    def finish(self) -> None:
        """Keep what is being written now."""
        self.inspector.finish()
        self.folds.finish()
        if not self.steps.isHidden():
            self.steps.finish()

    def _lay_out(self) -> None:
        centre = self._centre = Panel(Ground.PAPER)
        column(
            centre,
            self.head,
            8,
            Hairline(),
            self.folds,
            self._empty,
            self._room,
            self.list,
            self.steps,
            row(None, self._add, STRETCH),
            gap=0,
            padding=(16, 20, 4, 20),
        )
        row(self, self.library, centre, self.inspector, gap=0)

    def _connect(self) -> None:
        self.library.wanted.connect(self.add)
        self.list.chosen.connect(self._choose)
        self.list.selectionModel().selectionChanged.connect(self._show_marked)
        self.list.dropped.connect(self._arranger.drop_after)
        self.list.edit_wanted.connect(lambda: self.inspector.title.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.folds.settle.wanted.connect(self._jump)
        self.folds.closed.connect(self.take_focus)
        self.inspector.steps_wanted.connect(self._open_steps)
        self.steps.closed.connect(self._close_steps)

    def _choose_new(self, receipt: Receipt, day: DayId) -> None:
        self._choose_all((BlockId(f"{receipt.id}.1"),), day)
        if self._add.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_all(self, blocks: Sequence[BlockId], day: DayId) -> None:
        """Choose these, turning to their day; what is not there any more is not chosen."""
        if day != self._day:
            self.finish()
        self._awaited = (tuple(blocks), day)
        self.show_records(self._records)

    def _choose_awaited(self) -> None:
        """What was just made is chosen once it is here: the answer may come before the records."""
        blocks, day = self._awaited
        there = [block for block in blocks if self._is_on(block, day)]
        if not there:
            return
        self._awaited = ((), day)
        is_other = day != self._day
        self._day, self._chosen, self._with_it = day, there[0], frozenset(there)
        if is_other:
            self.day_turned.emit()

    def _is_on(self, block: BlockId, day: DayId) -> bool:
        found = self._records[Block].get(block)
        return found is not None and found.day == day

    def _choose(self, block: str) -> None:
        self._chosen = BlockId(block)
        self._show_chosen()

    def _show_marked(self) -> None:
        self._with_it = frozenset(self.list.marked())
        self.head.show_marked(self._arranger.blocks())

    def _show_chosen(self) -> None:
        self.head.show_chosen(self._plan, self._chosen)
        self.head.show_marked(self._arranger.blocks())
        self.inspector.show_block(self._records, self._chosen)
        self._show_steps()
        found = self._plan.row_of(self._chosen)
        self.inspector.show_state(found.missing if found is not None else "")

    def _show_steps(self) -> None:
        """The steps that are open are those of the chosen block; without one they close."""
        block = self._records[Block].get(self._chosen)
        if self.steps.isHidden():
            return
        if block is None:
            self._close_steps()
        else:
            self.steps.show_block(self._records, block)

    def _show_list(self) -> None:
        is_planning = not self.steps.isHidden()
        self.list.setVisible(bool(self._plan.rows) and not is_planning)
        for part in (self._empty, self._room):
            part.setVisible(not self._plan.rows and not is_planning)
        self._add.setVisible(not is_planning)

    def _open_steps(self) -> None:
        if self._chosen not in self._records[Block]:
            return
        self.folds.close_fold()
        self.steps.show()
        self._show_list()
        self._show_steps()
        self.steps.take_focus()

    def _close_steps(self) -> None:
        if self.steps.isHidden():
            return
        self.steps.finish()
        self.steps.hide()
        self._show_list()
        self.take_focus()

    def _jump(self, found: Unsettled) -> None:
        self._choose_all((found.block,), found.day)
        if not self.inspector.seek(found.code) and self.steps.isHidden():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_by(self, step: int) -> None:
        ids = [day.id for day in days(self._records)]
        self.turn_to_day(ids[(ids.index(self._day) + step) % len(ids)])
        self.take_focus()

    def _await_day(self, day: DayId) -> None:
        self._awaited_day = day
        self._turn_to_awaited()

    def _turn_to_awaited(self) -> None:
        day = self._awaited_day
        if day != FIRST_DAY and day in self._records[Day]:
            self._awaited_day = FIRST_DAY
            self.turn_to_day(day)
            self.take_focus()

    def _add_focused(self) -> None:
        self.add(self.library.focused() or talk())

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for act in self._arranger.acts():
            line = menu.addAction(f"{act.title}\t{key_words(act.key)}", act.do)
            line.setEnabled(act.is_enabled())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(at))
