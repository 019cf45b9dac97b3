"""Several notes, nearly the same: choose the words that stand, see what is kept, and merge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from facilitator.activities.ideation_board.console.lineage import LineageView
from facilitator.activities.ideation_board.console.merged_note import MergedNote
from facilitator.activities.ideation_board.console.merging import Merging
from facilitator.activities.ideation_board.console.over_board import OverBoard
from facilitator.activities.ideation_board.console.tick import Tick
from facilitator.activities.ideation_board.console.wording import WordingChoice
from facilitator.activities.ideation_board.rules import MergeIdeas
from facilitator.convening.cards import LONGEST
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets import STRETCH, Button, Hairline, KeyCap, Kind, Label, LineLabel, Tone, column, row

_ACROSS = 3
_DIGITS = "123456789"
_LOW, _APART, _CLOSE = 600, 8, 4


class MergePanel(OverBoard):
    """Lies over the board while it is open. Nothing is merged before the one filled button is pressed."""

    def __init__(
        self,
        host: QWidget,
        merge: Callable[[MergeIdeas], object],
        keep_apart: Callable[[tuple[str, ...]], object],
    ) -> None:
        super().__init__(host, *_DIGITS)
        self._merge, self._keep_apart = merge, keep_apart
        self._merging: Merging | None = None
        self._choices: list[WordingChoice] = []
        self._title, self._home = Label("", "title"), LineLabel("", "body")
        kept = LineLabel(_("Every wording is kept. Nothing anyone sent is lost or changed."), "small", Tone.SOFT)
        self._new = QPlainTextEdit()
        self._new.setAccessibleName(_("Or new words"))
        self._new.setPlaceholderText(_("Or new words, found together"))
        self._new.setTabChangesFocus(True)
        self._new.setFixedHeight(48)
        self._both, self._tell = Tick(), Tick()
        self._note, self._lineage = MergedNote(), LineageView()
        self._apart = Button("", self._leave_apart)
        self._do = Button(_("Merge"), self._press, key="Enter", icon="arrows-merge", kind=Kind.PRIMARY)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        close = Button(_("Close"), self.close_panel, key="Esc", kind=Kind.QUIET)
        head = row(None, column(None, self._title, kept, gap=2), close)
        head.setStretch(0, 1)
        head.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        split = LineLabel(_("Taken apart again any time before the vote, with"), "small", Tone.SOFT)
        foot = row(None, split, KeyCap("Shift M"), STRETCH, self._apart, self._do)
        column(self.card, head, self._wordings(), self._new, Hairline(), self._outcome(), Hairline(), foot,
               gap=_APART, padding=(14, 18, 12, 18))  # fmt: skip
        self.setAccessibleName(_("Merge notes"))
        self._new.textChanged.connect(self._show_outcome)
        # What a narrow card lets run over more lines needs a higher card, once the layout knows of it.
        self._note.fitted.connect(lambda: QTimer.singleShot(0, self, self.lie))
        self._new.installEventFilter(self)

    def open(self, merging: Merging) -> None:
        """Ask about these notes; two at least."""
        self._merging = merging
        self._new.clear()
        self._fill(merging)
        count = len(merging.wordings)
        few = _("Two notes, nearly the same. One note?")
        many = ngettext("{count} note. One note?", "{count} notes. One note?", count).format(count=count)
        self._title.setText(few if count == 2 else many)
        self._both.show_text(_("Show both wordings on stage") if count == 2 else _("Show every wording on stage"))
        self._tell.show_text(
            _("Tell both phones, in plain words") if count == 2 else _("Tell their phones, in plain words")
        )
        self._both.setChecked(False)
        # Nobody's words change behind their back, unless the facilitator says so.
        self._tell.setChecked(True)
        self._apart.show_text(_("Keep both notes") if count == 2 else _("Keep them all"))
        self._show_outcome()
        # Enter presses what has the focus: digits choose, and Enter merges.
        self.open_over(self._do)

    def lie(self) -> None:
        """Take the room there is; over a low board what stands below one another stands closer."""
        room, inner = self.window(), self.card.layout()
        if inner is not None:
            inner.setSpacing(_APART if room.height() >= _LOW else _CLOSE)
        super().lie()

    def close_panel(self) -> None:
        """Leave everything as it was."""
        self._merging = None
        super().close_panel()

    def acts(self) -> tuple[Act, ...]:
        """What keys do while it is open."""
        return (
            Act("1", _("Choose the words"), self._choose_first),
            Act("Enter", _("Merge"), self._press),
            Act("Esc", _("Close"), self.close_panel),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear Enter where new words are written."""
        if watched is self._new and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._is_done(event)
        return super().eventFilter(watched, event)

    def _is_done(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self._press()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._press()
        elif event.text() in _DIGITS and event.text():
            self._choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def _wordings(self) -> QScrollArea:
        inner = QWidget()
        inner.setLayout(self._grid)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._area = area
        return area

    def _outcome(self) -> QWidget:
        made = QWidget()
        looks, comes = _small(_("How it will look")), _small(_("Where it comes from"))
        left = column(None, looks, self._note, self._home, self._both, self._tell, STRETCH, gap=4)
        right = column(None, comes, self._lineage, STRETCH, gap=8)
        sides = row(made, left, right, gap=24)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return made

    def _fill(self, merging: Merging) -> None:
        for old in self._choices:
            self._grid.removeWidget(old)
            old.setParent(None)
        across = min(_ACROSS, len(merging.wordings))
        self._choices = []
        for at, one in enumerate(merging.wordings):
            made = WordingChoice(one.text, one.source, one.home.colour, _DIGITS[at] if at < len(_DIGITS) else "")
            made.toggled.connect(self._show_outcome)
            self._grid.addWidget(made, at // across, at % across)
            self._choices.append(made)
        self._choices[0].setChecked(True)
        rows = min(2, -(-len(self._choices) // across))
        self._area.setFixedHeight(rows * (self._choices[0].sizeHint().height() + self._grid.verticalSpacing()))

    def _show_outcome(self) -> None:
        if self._merging is None:
            return
        merging, at, new = self._merging, self._chosen(), self._new.toPlainText().strip()
        words, home = new or merging.wordings[at].text, merging.wordings[at].home
        self._note.show_note(words, merging.also_said(-1 if new else at), home.colour)
        self._lineage.show_wordings([(one.text, one.source) for one in merging.wordings])
        stays = _("It stays in {letter} · {name}.").format(letter=home.letter, name=home.name)
        self._home.show_text(stays if home.letter else _("It stays in Unsorted."))
        self._do.setEnabled(len(new) <= LONGEST)
        self.lie()

    def _chosen(self) -> int:
        return next((at for at, choice in enumerate(self._choices) if choice.isChecked()), 0)

    def _choose(self, at: int) -> None:
        if at < len(self._choices):
            self._choices[at].setChecked(True)
        elif at == len(self._choices):
            self._new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose_first(self) -> None:
        self._choose(0)

    def _press(self) -> None:
        if self._merging is None or not self._do.isEnabled():
            return
        ids = [one.id for one in self._merging.wordings]
        at, new = self._chosen(), self._new.toPlainText().strip()
        self.close_panel()
        cards = (ids[at], *ids[:at], *ids[at + 1 :])
        self._merge(MergeIdeas(cards, new, self._both.isChecked(), self._tell.isChecked()))

    def _leave_apart(self) -> None:
        ids = tuple(one.id for one in self._merging.wordings) if self._merging is not None else ()
        self.close_panel()
        self._keep_apart(ids)


def _small(words: str) -> Label:
    return Label(words, "small", Tone.SOFT)
