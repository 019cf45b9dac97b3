"""A table of people before they are added: what its columns mean, who is new, who is known, and what is wrong."""

from __future__ import annotations

from collections import Counter
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.console.people_import.column_list import ColumnList
from facilitator.console.people_import.columns import Guess, guess
from facilitator.console.people_import.matching import Known, Matched, Standing, matched, wish_for
from facilitator.console.people_import.rows import row_list
from facilitator.convening.people import AddPeople
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.field import Choice, labelled
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone
from facilitator.kit.qt.widgets.switch import Switch
from facilitator.kit.tables import MOST_LINES, Table

_ORDER = (Standing.TROUBLE, Standing.TWICE, Standing.KNOWN, Standing.NEW)
_NOTHING = Table((), ())


class Ended(Enum):
    """How the look at a table ended."""

    ADDED = "added"
    CANCELLED = "cancelled"


class ImportPanel(QWidget):
    """One act adds everybody who can be added. `closed` tells how it ended."""

    closed = Signal(Ended)

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._table, self._guess = _NOTHING, Guess(has_heading=False, meanings=())
        self._records: Records | None = None
        self._found: tuple[Matched, ...] = ()
        self._title, self._count = LineLabel("", "title"), Label("", "small", Tone.SOFT)
        self._refusal = Label("", "small", Tone.OVER).wrapping()
        self._refusal.hide()
        self._cancel = Button(_("Cancel"), self.cancel, key="Esc", kind=Kind.QUIET)
        self._add = Button(_("Add"), self.add, key="Ctrl Enter", kind=Kind.PRIMARY)
        self._heading = Switch(_("The first line is a heading"))
        self._heading.toggled.connect(lambda _is_on: self._show_columns())
        self.columns, self.people = ColumnList(), row_list()
        self.columns.changed.connect(self._match)
        self._known = Choice(_("Who is on the list already"))
        self._known.addItem(_("Leave as they are"), Known.SKIP.value)
        self._known.addItem(_("Update from the table"), Known.UPDATE.value)
        self._known.currentIndexChanged.connect(lambda _index: self._show_found())
        self._lay_out()

    def show_table(self, table: Table, source: str) -> None:
        """Look at a table. `source` says where it comes from: the name of a file, or that it was pasted."""
        self._table, self._guess = table, guess(table.lines)
        self._title.show_text(source)
        self._refusal.hide()
        self._heading.show_state(self._guess.has_heading)
        self._known.setCurrentIndex(0)
        self._show_columns()

    def show_records(self, records: Records) -> None:
        """Know who is on the list; while a table is looked at, somebody may have come."""
        self._records = records
        if self._table.lines and self.isVisible():
            self._match()

    def acts(self) -> tuple[Act, ...]:
        """What keys do here."""
        return (
            Act("Ctrl Enter", self._add.accessibleName(), self.add, self._add.isEnabled),
            Act("Esc", _("Cancel"), self.cancel),
        )

    def take_focus(self) -> None:
        """Give the focus to the first column."""
        self.columns.take_focus()

    def add(self) -> None:
        """Add everybody who can be added, at once."""
        wish = self._wish()
        if wish.people:
            self._add.setEnabled(False)
            table = self._table
            self._asking.ask(wish, granted=lambda _receipt: self._added(table), refused=self._refuse)

    def cancel(self) -> None:
        """Go back to the list, and add nobody."""
        self._end(Ended.CANCELLED)

    def _added(self, table: Table) -> None:
        # The answer may come when another table is looked at already.
        if table is self._table:
            self._end(Ended.ADDED)

    def _end(self, ended: Ended) -> None:
        self._table, self._found = _NOTHING, ()
        self.closed.emit(ended)

    def _lay_out(self) -> None:
        side = Card()
        side.setFixedWidth(340)
        column(side, Label(_("What the columns mean"), "heading"), self._heading, self.columns, gap=12,
               padding=(18, 10, 14, 18))  # fmt: skip
        self._known.setMinimumWidth(220)
        told = column(None, self._count, self._refusal, gap=4)
        known = labelled(_("Who is on the list already"), self._known)
        shelf = column(None, row(None, told, STRETCH, known), self.people, gap=12)
        top = row(None, self._title, STRETCH, self._cancel, self._add, gap=8)
        column(self, top, row(None, side, shelf, gap=24), gap=14, padding=(18, 24, 16, 24))

    def _show_columns(self) -> None:
        lines, has_heading = self._table.lines, self._heading.isChecked()
        heads = lines[0] if has_heading and lines else ("",) * self._table.width
        self.columns.show_columns(heads, lines[1:] if has_heading else lines, self._guess.meanings)
        self._match()

    def _match(self) -> None:
        if self._records is None:
            return
        first = 1 if self._heading.isChecked() else 0
        lines, numbers = self._table.lines[first:], self._table.numbers[first:]
        self._found = matched(lines, numbers, self.columns.meanings(), self._records)
        self._show_found()

    def _show_found(self) -> None:
        # What needs a look comes first.
        self.people.fill(sorted(self._found, key=lambda one: _ORDER.index(one.standing)))
        self._count.setText(self._count_words())
        people = len(self._wish().people)
        words = ngettext("Add {count} person", "Add {count} people", people).format(count=people)
        if self._known.currentData() == Known.UPDATE.value:
            words = ngettext("Add or update {count} person", "Add or update {count} people", people).format(
                count=people
            )
        self._add.show_text(words if people else _("Nobody to add"))
        self._add.setEnabled(people > 0)

    def _count_words(self) -> str:
        count = Counter(one.standing for one in self._found)
        parts = [
            ngettext("{count} new", "{count} new", count[Standing.NEW]).format(count=count[Standing.NEW]),
            _("{count} on the list already").format(count=count[Standing.KNOWN]) if count[Standing.KNOWN] else "",
            _("{count} twice in the table").format(count=count[Standing.TWICE]) if count[Standing.TWICE] else "",
            _("{count} left out, see below").format(count=count[Standing.TROUBLE]) if count[Standing.TROUBLE] else "",
            _("only the first {count} lines are read").format(count=MOST_LINES) if self._table.is_cut else "",
        ]
        return " · ".join(part for part in parts if part)

    def _wish(self) -> AddPeople:
        return wish_for(self._found, Known(self._known.currentData()))

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
        self._add.setEnabled(True)
