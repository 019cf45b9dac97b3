"""Backups on the desk at home: what there is, and a way back that first is a copy to look at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.console.backup_rows import (
    BackupRow,
    BackupsShown,
    about_words,
    holds_words,
    made_words,
    size_words,
    where_words,
    why_words,
)
from facilitator.console.row_brush import RowBrush, Side
from facilitator.console.row_paint import RowPaint
from facilitator.console.second_folder_card import SecondFolderCard
from facilitator.console.times import Clock
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.rows import RowModel, RowView, is_enter
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone

_ROW, _SIDE = 56, 320
_Index = QModelIndex | QPersistentModelIndex


class BackupsPage(QWidget):
    """Asks the app, by signals, for what only it can do. `copy_wanted` names a backup by its file.

    `folder_wanted` names a folder to keep a second copy in; `use_wanted` and `back_wanted` end the look at a copy.
    """

    list_wanted = Signal()
    made_wanted = Signal()
    copy_wanted = Signal(str)
    folder_wanted = Signal(str)
    folder_forgotten = Signal()
    use_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._shown = BackupsShown()
        rows = RowModel[BackupRow](lambda each: each.name, self._said)
        self.list = RowView(rows, _("Backups, newest first"))
        self.list.setItemDelegate(_BackupPaint(rows, clock, self.list))
        # Enter is heard below: `activated` comes with it on some systems only.
        self.list.doubleClicked.connect(self._copy)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self._make = Button(_("Back up now"), self.made_wanted.emit, key="B", icon="floppy-disk")
        self._count = Label("", "body", Tone.SOFT)
        self._refusal = Label("", "small", Tone.OVER).wrapping()
        self._below = QWidget()
        self._empty = Label("", "heading", Tone.SOFT).wrapping()
        self._look = _LookingAt(self.use_wanted.emit, self.back_wanted.emit)
        self._detail = _Detail(self._copy)
        self.second = SecondFolderCard(clock)
        self.second.wanted.connect(self.folder_wanted)
        self.second.forgotten.connect(self.folder_forgotten)
        self._shelf = Card()
        column(self._shelf, self.list, gap=0, padding=(8, 6, 8, 6))
        side = _scrolled(column(None, self._detail, self.second, STRETCH, gap=16))
        head = column(None, Label(_("Backups"), "display"), self._count, gap=4)
        body = row(None, column(None, self._shelf, self._empty, self._below, gap=0), side, gap=24)
        column(
            self, row(None, head, STRETCH, self._make), self._look, self._refusal, body,
            gap=18, padding=(28, 40, 24, 40),
        )  # fmt: skip
        self.show_backups(self._shown)

    def show_backups(self, shown: BackupsShown) -> None:
        """Show how backups stand."""
        self._shown = shown
        self.list.fill(shown.rows)
        if shown.rows and not self.list.current_id():
            self.list.go_to(shown.rows[0].name)
        count = ngettext("{count} copy", "{count} copies", len(shown.rows)).format(count=len(shown.rows))
        self._count.setText(
            _("{copies} of everything on this laptop. Looking at one changes nothing here.").format(copies=count)
        )
        self._count.setVisible(bool(shown.rows))
        self._shelf.setVisible(bool(shown.rows))
        self._empty.setText(_("No backup yet. One is made by itself when something was said, and when you ask."))
        self._empty.setVisible(not shown.rows)
        self._below.setVisible(not shown.rows)
        self._make.setEnabled(not shown.is_busy and not shown.looking_at)
        self._refusal.setText(shown.refusal)
        self._refusal.setVisible(bool(shown.refusal))
        self._look.show_copy(made_words(shown.looking_at, self._clock()) if shown.looking_at else "")
        self.second.show_backups(shown)
        self.second.setVisible(not shown.looking_at)
        self._show_chosen()

    def acts(self) -> tuple[Act, ...]:
        """What keys do here."""
        return (
            Act("Enter", _("Restore as a copy"), self._copy, self._detail.copy.isEnabled),
            Act("B", _("Back up now"), self.made_wanted.emit, self._make.isEnabled),
        )

    def take_focus(self) -> None:
        """Give the focus to the list, or to the first thing that can be done."""
        (self.list if self._shown.rows else self._make).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.list.hasFocus():
            self._copy()
            return
        super().keyPressEvent(event)

    def _copy(self, *_index: _Index) -> None:
        if self._detail.copy.isEnabled():
            self.copy_wanted.emit(self.list.current_id())

    def _chosen(self) -> BackupRow | None:
        wanted = self.list.current_id()
        return next((each for each in self._shown.rows if each.name == wanted), None)

    def _show_chosen(self, *_indexes: _Index) -> None:
        chosen = self._chosen()
        self._detail.setVisible(chosen is not None)
        self._detail.copy.setEnabled(False)
        if chosen is not None:
            self._detail.show_row(chosen, made_words(chosen.at, self._clock()))
            self._detail.copy.setEnabled(chosen.is_sound and not self._shown.is_busy and not self._shown.looking_at)

    def _said(self, each: BackupRow) -> str:
        return ", ".join((made_words(each.at, self._clock()), holds_words(each), about_words(each)))


def _scrolled(side: QVBoxLayout) -> QScrollArea:
    """Let what stands at the side be scrolled on a low screen."""
    inside, area = QWidget(), QScrollArea()
    inside.setLayout(side)
    area.setFixedWidth(_SIDE)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area


class _Detail(Card):
    """The chosen backup, and the way to look at it."""

    def __init__(self, copy: Callable[[], object]) -> None:
        super().__init__()
        self._when, self._holds = Label("", "heading"), LineLabel("")
        self._lines = [Label("", "small", Tone.SOFT).wrapping() for _line in range(3)]
        self.copy = Button(_("Restore as a copy"), copy, key="Enter", kind=Kind.PRIMARY)
        words = _("Opens beside what is here. Afterwards you can use it instead; what is here then stays as a backup.")
        column(
            self, self._when, self._holds, 4, *self._lines, 8, Label(words, "caption", Tone.SOFT).wrapping(), 8,
            row(None, self.copy, STRETCH), gap=4, padding=(18, 18, 18, 18),
        )  # fmt: skip

    def show_row(self, chosen: BackupRow, when: str) -> None:
        """Show one backup."""
        self._when.setText(when)
        self._holds.show_text(holds_words(chosen))
        said = (why_words(chosen.why), size_words(chosen.size), where_words(chosen))
        for label, words in zip(self._lines, said, strict=True):
            label.setText(words)


class _LookingAt(Card):
    """A line while a copy is looked at: what it is, and the two ways to end that."""

    def __init__(self, use: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__(Ground.WARN)
        self._fact = Label("", "label", Tone.WARN)
        meaning = LineLabel(_("What you do now happens in the copy; your own desk is as it was."))
        self._use = Button(_("Use this instead"), use)
        self._back = Button(_("Back to my desk"), back, kind=Kind.PRIMARY)
        line = row(self, self._fact, meaning, self._use, self._back, gap=12, padding=(10, 14, 10, 16))
        line.setStretch(1, 1)

    def show_copy(self, when: str) -> None:
        """Show which copy is looked at; away for ""."""
        self.setVisible(bool(when))
        self._fact.setText(_("This is the copy: {when}.").format(when=when))


class _BackupPaint(RowPaint[BackupRow]):
    """Paints a backup: when, why and where, and at the end what it holds."""

    def __init__(self, rows: RowModel[BackupRow], clock: Clock, parent: RowView[BackupRow]) -> None:
        super().__init__(rows, _ROW, parent, ends_in_line=False)
        self._clock = clock

    def paint_row(self, brush: RowBrush, row: BackupRow) -> None:
        theme, inks = brush.theme, brush.theme.inks
        ink = inks.ink if row.is_sound else inks.over
        icon = "usb" if row.is_on_second else "laptop"
        brush.icon(icon, 12, 20, (inks.accent if brush.is_chosen else inks.ink_2) if row.is_sound else inks.over)
        small = theme.font("console", "small")
        wide = 190.0
        brush.words(
            holds_words(row), brush.place(brush.width - wide - 14, 0, wide, brush.height), small,
            inks.ink_2 if row.is_sound else inks.over, Side.END,
        )  # fmt: skip
        room = brush.width - 46 - wide - 26
        when = made_words(row.at, self._clock())
        brush.words(when, brush.place(46, 8, room, 20), theme.sized(14, 600 if brush.is_chosen else 500), ink)
        brush.words(about_words(row), brush.place(46, 29, room, 18), theme.font("console", "caption"), inks.ink_2)
