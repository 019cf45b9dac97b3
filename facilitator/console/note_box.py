"""Private notes of the live block: lines to tick, and words that nobody but the facilitator sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from facilitator.console.note_lines import TICKED, UNTICKED, toggled
from facilitator.console.sign import Sign
from facilitator.convening.ids import BlockId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.marks import paint_ring
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import IconButton
from facilitator.kit.qt.widgets.frames import STRETCH, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_DRAFT_MS = 1000
_TICK = 18
_LEAST = 48


class Drafts(Protocol):
    """Keeps what is being typed, so that a crash takes no more than a second of it."""

    def kept(self, name: str) -> str:
        """What was being typed under this name, "" for nothing."""

    def keep(self, name: str, text: str) -> None:
        """Keep what is being typed; "" forgets it."""


class NoteBox(QWidget):
    """Shows the notes; press the pencil or L to write, leave the field to keep what was written."""

    def __init__(self, ask: Callable[[Wish], object], drafts: Drafts) -> None:
        super().__init__()
        self._ask, self._drafts = ask, drafts
        self._block, self._text = BlockId(""), ""
        self._shown: tuple[str, str] | None = None
        self._paper = _Paper(self.finish, self._put_back)
        self._paper.textChanged.connect(self._draft_soon)
        self._draft_timer = QTimer(self, interval=_DRAFT_MS, singleShot=True)
        self._draft_timer.timeout.connect(self._keep_draft)
        self._lines = QScrollArea()
        self._lines.setWidgetResizable(True)
        self._lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lines)
        self._stack.addWidget(self._paper)
        # On the smallest laptop the clock and its steps come first; the notes scroll.
        self._stack.setMinimumHeight(_LEAST)
        self._pencil = IconButton("pencil-simple", _("Write private notes"), self.write, key="L", side=28)
        heading = Label(_("Private notes"), "caption", Tone.SOFT)
        heading.setFont(theme_in_use().sized(12, 600))
        lock = Sign("lock-simple", _("only on this laptop"), Tone.SOFT, icon_size=13, weight=400)
        column(self, row(None, heading, STRETCH, lock, self._pencil), self._stack, gap=6, padding=(8, 16, 14, 16))

    def show_note(self, records: Records, block: BlockId) -> None:
        """Show the note of this block. What is being written stays until it is left."""
        if block != self._block:
            self.finish()
            self._block = block
        note = records[Note].get(block)
        self._text = note.text if note is not None else ""
        self._pencil.setEnabled(bool(block))
        if self._shown == (block, self._text):
            return
        self._shown = (block, self._text)
        self._show_lines()
        if block and (draft := self._drafts.kept(self._name())) and draft != self._text:
            self._paper.setPlainText(draft)
            self._stack.setCurrentWidget(self._paper)

    def write(self) -> None:
        """Open the notes for writing."""
        if not self._block:
            return
        if self._stack.currentWidget() is not self._paper:
            self._paper.setPlainText(self._text)
            self._stack.setCurrentWidget(self._paper)
        self._paper.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._paper.moveCursor(self._paper.textCursor().MoveOperation.End)

    def _name(self) -> str:
        return f"note:{self._block}"

    def _draft_soon(self) -> None:
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _keep_draft(self) -> None:
        if self._stack.currentWidget() is self._paper:
            self._drafts.keep(self._name(), self._paper.toPlainText())

    def finish(self) -> None:
        """Keep what was written, if somebody is writing."""
        if self._stack.currentWidget() is not self._paper:
            return
        self._draft_timer.stop()
        written, before = self._paper.toPlainText().rstrip(), self._text
        # Hiding the paper takes its focus, and that asks to finish once more: there is nothing new then.
        self._text = written
        self._stack.setCurrentWidget(self._lines)
        self._drafts.keep(self._name(), "")
        if written != before:
            self._ask(WriteNote(self._block, written))

    def _put_back(self) -> None:
        self._paper.setPlainText(self._text)
        self.finish()
        self._pencil.setFocus()

    def _tick(self, line: int) -> None:
        self._ask(WriteNote(self._block, toggled(self._text, line)))

    def _show_lines(self) -> None:
        page = QWidget()
        lines = [self._line(at, text) for at, text in enumerate(self._text.split("\n")) if text.strip()]
        if not lines:
            words = _("Nothing noted. Lines that begin with [ ] can be ticked.") if self._block else ""
            lines = [Label(words, "small", Tone.FAINT).wrapping()]
        column(page, *lines, STRETCH, gap=7, padding=(4, 4, 4, 4))
        self._lines.setWidget(page)
        page.setAutoFillBackground(False)
        self._lines.viewport().setAutoFillBackground(False)

    def _line(self, at: int, text: str) -> QWidget:
        if not text.startswith((UNTICKED, TICKED)):
            words = Label(text, "small", Tone.SOFT).wrapping()
            words.setMinimumWidth(1)
            return words
        tick = _Tick(text[len(TICKED) :])
        tick.setChecked(text.startswith(TICKED))
        tick.clicked.connect(lambda _checked=False: self._tick(at))
        return tick


class _Paper(QPlainTextEdit):
    """Where notes are written. Leaving it keeps them, Esc leaves them as they were."""

    def __init__(self, finish: Callable[[], None], put_back: Callable[[], None]) -> None:
        super().__init__()
        self._finish, self._put_back = finish, put_back
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Private notes"))
        self.setFont(theme_in_use().font("console", "small"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_back()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._finish()


class _Tick(QCheckBox):
    """A line to tick, in as many lines as it needs."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        label = Label(words, "small").wrapping()
        label.setMinimumWidth(1)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row(self, _TICK + 8, label, gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(lambda is_on: label.set_tone(Tone.SOFT if is_on else Tone.INK))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return QSize(120, _TICK)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _TICK)

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return max(_TICK, layout.totalHeightForWidth(width)) if layout is not None else _TICK

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        is_on = self.isChecked()
        left = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - _TICK
        with QPainter(self) as painter:
            colour = theme.inks.accent if is_on else theme.inks.ink
            paint_icon(painter, QRectF(left, 0, _TICK, _TICK), "check-square-fill" if is_on else "square", colour)
            if self.hasFocus():
                paint_ring(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), 2, theme)
