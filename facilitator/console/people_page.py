"""The list of people: pasted from a spreadsheet, or typed one by one."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from facilitator.console.forgetting import ForgettingCard
from facilitator.console.pasted import people_in
from facilitator.console.people_import.panel import Ended, ImportPanel
from facilitator.console.row_brush import RowBrush, Side
from facilitator.console.row_paint import RowPaint
from facilitator.convening.ids import PersonId
from facilitator.convening.people import AddPerson, Contact, Person, RemovePerson
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.rows import RowModel, RowView
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.field import Field, Lines
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Hairline, column, row
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.sentences import sentence
from facilitator.kit.tables import Table, read_table, table_in

_ROW = 44


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the list, in words."""

    id: PersonId
    name: str
    about: str
    email: str
    is_here: bool

    def said(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.name, self.about, self.email) if part)


class PeoplePage(QWidget):
    """The list, and beside it the place to paste."""

    def __init__(self, asking: Asking, new_id: Callable[[], str] = lambda: uuid.uuid4().hex) -> None:
        super().__init__()
        self._asking, self._new_id = asking, new_id
        people = RowModel[PersonRow](lambda person: person.id, PersonRow.said)
        self.list = RowView(people, _("People of the convening"))
        self.list.resetVerticalScrollMode()
        self.list.setItemDelegate(_PersonPaint(people, _ROW, self.list))
        self._count = Label("", "title")
        self.paste = Field(_("Paste a list, or write a name"), Lines.MANY)
        self.paste.changed.connect(self._count_pasted)
        self._add = Button(_("Add"), self._add_pasted, kind=Kind.PRIMARY)
        self._remove = Button(_("Remove"), self.remove_chosen, key="Del", kind=Kind.QUIET)
        hint = _(
            "One person a line. From a spreadsheet: name, organisation, country, language, e-mail, parted by tabs."
        )
        self._match = Button(_("Match columns"), self._match_pasted)
        self._file = Button(_("From a file"), self.choose_file, key="Ctrl O", icon="tray")
        self.table = ImportPanel(asking)
        self.table.closed.connect(self._show_list)
        self.forgetting = ForgettingCard(asking)
        self._shown: Records | None = None
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._choose())
        self._lay_out(hint)
        self.setAcceptDrops(True)
        self._count_pasted("")

    def show_records(self, records: Records) -> None:
        """Show who is on the list."""
        self.table.show_records(records)
        people = sorted(records[Person].values(), key=lambda person: person.name.casefold())
        rows = []
        for person in people:
            about = " · ".join(part for part in (person.organisation, person.country, person.language) if part)
            contact = records[Contact].get(person.id)
            rows.append(
                PersonRow(
                    person.id, person.name or _("No name"), about, contact.email if contact else "", person.is_here
                )
            )
        self.list.fill(rows)
        self._remove.setEnabled(bool(rows))
        count = ngettext("{count} person", "{count} people", len(rows)).format(count=len(rows))
        self._count.setText(count if rows else _("Nobody on the list yet"))
        self._shown = records
        self._choose()

    def remove_chosen(self) -> None:
        """Take the chosen person off the list."""
        if chosen := self.list.current_id():
            self._asking.say(RemovePerson(PersonId(chosen)))

    def acts(self) -> tuple[Act, ...]:
        """What keys do here."""
        if self._shelves.currentWidget() is self.table:
            return self.table.acts()
        return (
            Act("Del", _("Remove"), self.remove_chosen),
            Act("Ctrl O", _("People from a file"), self.choose_file),
            *self.forgetting.acts(),
        )

    def take_focus(self) -> None:
        """Give the focus to the place to paste, or to the table that is looked at."""
        if self._shelves.currentWidget() is self.table:
            self.table.take_focus()
        else:
            self.paste.setFocus(Qt.FocusReason.TabFocusReason)

    def choose_file(self) -> None:
        """Ask for a table: text or a workbook."""
        kinds = _("Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)")
        dialog = QFileDialog(self, _("Choose a list of people"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Look at the people in a file; what cannot be read is said under the field."""
        try:
            table = read_table(Path(path))
        except Refusal as refusal:
            self.paste.show_refusal(sentence(refusal, {}))
            return
        self._look_at(table, Path(path).name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _dropped(event.mimeData()):
            event.acceptProposedAction()
            self.read_file(path)

    def _lay_out(self, hint: str) -> None:
        card, list_ = Card(), QWidget()
        for panel in (card, self.forgetting):
            panel.setFixedWidth(340)
        told, acts = Label(hint, "caption", Tone.SOFT).wrapping(), row(None, self._add, self._match, STRETCH)
        column(
            card, self.paste, told, acts, Hairline(), row(None, self._file, STRETCH), gap=10, padding=(18, 18, 18, 18)
        )
        self.paste.input.setMinimumHeight(120)
        shelf = column(None, row(None, self._count, STRETCH, self._remove), self.list, gap=12)
        side = column(None, card, self.forgetting, STRETCH, gap=16)
        row(list_, shelf, side, gap=24, padding=(18, 24, 16, 24))
        self._shelves = QStackedWidget()
        for page in (list_, self.table):
            self._shelves.addWidget(page)
        column(self, self._shelves, gap=0)

    def _match_pasted(self) -> None:
        self._look_at(table_in(self.paste.text()), _("Pasted people"))

    def _look_at(self, table: Table, source: str) -> None:
        self.paste.show_refusal("")
        self._shelves.setCurrentWidget(self.table)
        self.table.show_table(table, source)
        self.table.take_focus()

    def _show_list(self, ended: Ended) -> None:
        if ended is Ended.ADDED:
            self.paste.input.clear()
        self._shelves.setCurrentIndex(0)
        self.take_focus()

    def _choose(self) -> None:
        if self._shown is not None:
            self.forgetting.show_person(self.list.current_id(), self._shown)

    def _count_pasted(self, text: str) -> None:
        count = len(people_in(text))
        self._match.setEnabled(count > 0)
        self._add.setEnabled(count > 0)
        words = ngettext("Add {count} person", "Add {count} people", count).format(count=count)
        self._add.show_text(words if count else _("Add"))

    def _add_pasted(self) -> None:
        for person in people_in(self.paste.text()):
            key = PersonId(self._new_id())
            told = Person(key, person.name, person.organisation, person.country, person.language)
            self._asking.ask(AddPerson(told, Contact(key, person.email)), refused=self.paste.show_refusal)
        self.paste.input.clear()


def _dropped(mime: QMimeData) -> str:
    """The one file that is dropped, "" for anything else."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else ""


class _PersonPaint(RowPaint[PersonRow]):
    """Paints a person: name, where they are from, how they are reached."""

    def paint_row(self, brush: RowBrush, row: PersonRow) -> None:
        theme, inks = brush.theme, brush.theme.inks
        brush.icon("user-circle", 8, 20, inks.accent if row.is_here else inks.ink_3)
        caption = theme.font("console", "small")
        email = brush.place(brush.width - 268, 0, 260, brush.height)
        brush.words(row.email, email, caption, inks.ink_2, Side.END)
        room = brush.width - 40 - 276
        brush.words(row.name, brush.place(40, 3, room, 20), theme.sized(14, 500), inks.ink)
        brush.words(row.about, brush.place(40, 22, room, 18), theme.font("console", "caption"), inks.ink_2)
