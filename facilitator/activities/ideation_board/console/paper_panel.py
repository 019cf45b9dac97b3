"""Typing paper cards: one line, Enter keeps a card and opens the next, and every card is marked as paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.activities.ideation_board import ACTIVITY
from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.activities.ideation_board.console.line import IdeaLine
from facilitator.activities.ideation_board.console.over_board import OverBoard
from facilitator.activities.ideation_board.console.photo import Photo
from facilitator.activities.ideation_board.rules import MOST_TABLES, AddPaperCards
from facilitator.convening.ids import ClusterId
from facilitator.convening.words import Say
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import (
    STRETCH,
    Button,
    Choice,
    Hairline,
    Kind,
    Label,
    LineLabel,
    Size,
    Tone,
    column,
    labelled,
    row,
)

_LAST = 4


class PaperPanel(OverBoard):
    """Lies over the board until it is closed; column and table stay as they are from card to card."""

    def __init__(self, host: QWidget, say: Say) -> None:
        super().__init__(host)
        self._asking = Asking(say, ACTIVITY.refusals, self)
        self._count, self._kept = 0, list[str]()
        self._ids: list[str] = [""]
        self.line = IdeaLine(self._add)
        self.line.setAccessibleName(_("What the card says"))
        self.line.installEventFilter(self)
        self.line.setPlaceholderText(_("What the card says"))
        self._column = Choice(_("Column"))
        self._column.view().setAccessibleName(_("Columns to choose from"))
        self._table = QLineEdit()
        self._table.setAccessibleName(_("Table"))
        self._table.setPlaceholderText(_("any"))
        self._table.setValidator(QIntValidator(1, MOST_TABLES, self._table))
        self._table.setMaximumWidth(96)
        self._table.returnPressed.connect(self.line.setFocus)
        self._number, self._refusal = LineLabel("", "body"), Label("", "small", Tone.OVER).wrapping()
        self._last = [LineLabel("", "small", Tone.SOFT) for _line in range(_LAST)]
        self._refusal.hide()
        self._asking.refused.connect(self._refused)
        self._asking.granted.connect(lambda: self._refused(""))
        close = Button(_("Close"), self.close_panel, key="Esc", kind=Kind.QUIET)
        hint = _("Enter keeps a card and opens the next. A pasted list makes a card of each line.")
        head = row(
            None,
            column(None, Label(_("Type paper cards"), "title"), Label(hint, "small", Tone.SOFT).wrapping(), gap=2),
            close,
        )
        head.setStretch(0, 1)
        where = row(None, labelled(_("Column"), self._column), labelled(_("Table"), self._table), gap=12)
        where.setStretch(0, 1)
        self.photo = Photo()
        self._nearer = _nearer_words()
        look = Button(_("Look at a photo of the cards"), self._ask_photo, size=Size.SMALL)
        beside = LineLabel(_("Only to type from. It is not kept."), "caption", Tone.SOFT)
        foot = row(None, self._number, STRETCH, beside, look)
        column(self.card, head, self.photo, self._nearer, where, self.line, self._refusal, Hairline(), foot,
               *self._last, gap=10, padding=(16, 18, 16, 18))  # fmt: skip
        self.setAccessibleName(_("Type paper cards"))

    def open(self, seen: SortedBoard) -> None:
        """Begin a new pile; the columns of the board may be chosen."""
        self._count, self._kept = 0, []
        self.photo.close_file()
        self._nearer.hide()
        self._refused("")
        self.show_columns(seen)
        self._show_count()
        self.open_over(self.line)

    def show_columns(self, seen: SortedBoard) -> None:
        """Offer the columns there are now; the chosen one stays chosen while it is there."""
        ids = ["", *(each.id for each in seen.columns)]
        chosen = self._ids[max(0, self._column.currentIndex())]
        blocker = QSignalBlocker(self._column)
        self._ids = ids
        self._column.clear()
        self._column.addItems([_("Unsorted"), *(f"{each.letter} · {each.name}" for each in seen.columns)])
        self._column.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        blocker.unblock()

    def acts(self) -> tuple[Act, ...]:
        """What keys do while it is open."""
        return (Act("Esc", _("Close"), self.close_panel), *self.photo.acts())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close from the line too: there Esc would only leave it."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self.line and is_escape and event.type() is QEvent.Type.KeyPress:
            self.close_panel()
            return True
        return super().eventFilter(watched, event)

    def show_photo(self, path: str) -> None:
        """Show a photo over the line, and go back to typing."""
        refused = self.photo.show_file(Path(path))
        self._nearer.setVisible(self.photo.isVisible())
        self._refused(refused)
        self.line.setFocus()

    def _ask_photo(self) -> None:
        dialog = self.photo.ask()
        dialog.fileSelected.connect(self.show_photo)
        dialog.open()

    def _add(self, texts: Sequence[str]) -> None:
        cluster = ClusterId(self._ids[max(0, self._column.currentIndex())])
        wish = AddPaperCards(tuple(texts), cluster, int(self._table.text() or 0))
        self._asking.ask(wish, granted=lambda _receipt: self._keep(texts), refused=lambda why: self._give(texts, why))

    def _keep(self, texts: Sequence[str]) -> None:
        self._count += len(texts)
        self._kept = [*reversed(texts), *self._kept][:_LAST]
        self._show_count()

    def _give(self, texts: Sequence[str], why: str) -> None:
        self.line.give_back(texts)
        self._refused(why)

    def _refused(self, why: str) -> None:
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
        self.lie()

    def _show_count(self) -> None:
        said = ngettext("{count} card typed", "{count} cards typed", self._count).format(count=self._count)
        self._number.show_text(said)
        for at, label in enumerate(self._last):
            label.show_text(self._kept[at] if at < len(self._kept) else "")
        self.lie()


def _nearer_words() -> Label:
    """How a photo is gone through; unseen until there is one."""
    words = _("{key} shows it nearer; with Alt, arrows go from part to part.").format(key=key_words("Alt PgDn"))
    label = Label(words, "caption", Tone.SOFT).wrapping()
    label.hide()
    return label
