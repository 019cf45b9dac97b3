"""The page of the search: what to look at, what was found, and the hit that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from facilitator.console.search.detail import WIDTH as DETAIL_WIDE
from facilitator.console.search.detail import Detail
from facilitator.console.search.filters import WIDTH as FILTERS_WIDE
from facilitator.console.search.filters import Filters, LeftOut
from facilitator.console.search.results import Results
from facilitator.console.search.rows import Row, Sort, rows_of
from facilitator.console.search.words import NOTE, found_words, searched_words
from facilitator.console.surroundings import Surroundings, hidden_notes_words
from facilitator.console.times import Clock, today_of
from facilitator.convening.findable import Answer, Place, Question, Step
from facilitator.i18n import _
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_BAR = 12
"""Beside what may scroll there is room for a scroll bar."""

FEWEST = 2
"""So many signs are typed before anything is looked for."""


class SearchPage(QWidget):
    """Asks by signals and is told the answers; one that was overtaken by a newer question is not shown.

    `asked` carries a Question, `way_wanted` and `place_wanted` a Place; `told` gives the two lines for the head of the
    desk, `changed` that other keys act now.
    """

    asked = Signal(object)
    way_wanted = Signal(object)
    place_wanted = Signal(object)
    told = Signal(str, str)
    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._question = Question("")
        self._answer: Answer | None = None
        self._hidden: frozenset[str] = frozenset()
        self._place: Place | None = None
        self._kept = ""
        self.filters, self.results = Filters(), Results()
        self.detail = Detail(self.press)
        self._line = Label("", "body", Tone.SOFT).wrapping()
        self._no_notes = Label(hidden_notes_words(), "small", Tone.SOFT).wrapping()
        self._no_notes.setContentsMargins(12, 6, 12, 6)
        self._no_notes.hide()
        self._card = Card()
        self._shelf = QStackedWidget()
        empty = QWidget()
        column(empty, self._line, STRETCH, padding=(14, 16, 14, 16))
        self._shelf.addWidget(empty)
        self._shelf.addWidget(self.results)
        column(self._card, self._shelf, self._no_notes, gap=0, padding=(8, 4, 8, 4))
        self._aside = QWidget()
        column(self._aside, self.detail, STRETCH)
        sides = (_scrolling(self.filters, FILTERS_WIDE), _scrolling(self._aside, DETAIL_WIDE))
        middle = row(self, sides[0], 12, self._card, 24, sides[1], gap=0, padding=(8, 40 - _BAR, 24, 40))
        middle.setStretch(2, 1)
        self.filters.changed.connect(self._leave_out)
        self.results.chosen.connect(self._look_at)
        self.results.pressed_row.connect(self._pressed)

    def get_ready(self) -> None:
        """Somebody is about to search: let the index catch up meanwhile."""
        self.asked.emit(Question(""))

    def search(self, words: str) -> None:
        """Look for these words."""
        if self._answer is None:
            self.told.emit(_("Searching …"), "")
        self._ask(replace(self._question, words=words, opened=""))

    def clear(self) -> None:
        """Forget what was looked for; an answer that is under way comes too late."""
        self._question = Question("", self._question.number + 1)
        self._answer, self._place, self._kept = None, None, ""
        self.filters.clear()
        self.results.show_rows(())

    def show_answer(self, answer: Answer) -> None:
        """Show what was found, unless something else is looked for by now."""
        if answer.question.number != self._question.number or not answer.question.words:
            return
        self._answer = answer
        today = today_of(self._clock())
        rows = rows_of(answer, today)
        self.filters.show_answer(answer, self._hidden, str(today.year))
        opened, kept, self._kept = answer.question.opened, self._kept, ""
        self.results.show_rows(rows, kept or (self._after(rows, opened) if opened else ""))
        self._line.setText(self._nothing(answer))
        self._shelf.setCurrentIndex(1 if rows else 0)
        self.told.emit(found_words(answer), searched_words(answer))
        self.changed.emit()

    def ask_again(self) -> None:
        """Something may have happened: let go of what was found, and ask for the same; the row stays chosen."""
        if self._question.words:
            self._let_go()
            self._ask(self._question)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            # Out of sight somebody may be forgotten: nothing of them may wait here.
            self._let_go()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.ask_again()

    def show_way(self, place: Place, steps: Sequence[Step]) -> None:
        """Show the way of the hit that is looked at."""
        if place == self._place:
            self.detail.show_way(steps, self._clock())

    def show_failure(self, number: int, why: str) -> None:
        """Say that a question could not be answered."""
        if number != self._question.number:
            return
        self._answer = None
        self.results.show_rows(())
        self._line.setText(why)
        self._shelf.setCurrentIndex(0)
        self.told.emit(_("The search did not work."), _("Nothing has changed. Everything else goes on."))
        self.changed.emit()

    def show_surroundings(self, around: Surroundings) -> None:
        """Look whether the room sees this desk: then private notes are not looked for at all."""
        hidden = frozenset({NOTE}) if around.is_mirrored else frozenset[str]()
        self._no_notes.setVisible(around.is_mirrored)
        if hidden != self._hidden:
            self._hidden = hidden
            self.ask_again()

    def has_hits(self) -> bool:
        """Whether something was found."""
        return bool(self.results.rows())

    def said(self) -> str:
        """The row that is looked at, in words."""
        row_ = self.results.current()
        return row_.said() if row_ is not None else ""

    def press(self) -> None:
        """Open the place of the hit that is looked at, or all hits of its kind."""
        self.results.press()

    def _let_go(self) -> None:
        self._kept = self.results.current_id() or self._kept
        self._answer = None
        self.results.show_rows(())
        self.detail.let_go()

    def _ask(self, question: Question) -> None:
        out = self.filters.left_out()
        self._question = replace(
            question,
            number=self._question.number + 1,
            kinds_out=out.kinds | self._hidden,
            convenings_out=out.convenings,
            years_out=out.years,
        )
        self.asked.emit(self._question)

    def _leave_out(self, _out: LeftOut) -> None:
        self._ask(self._question)

    def _look_at(self, row_: Row | None) -> None:
        hit = row_.hit if row_ is not None else None
        self.detail.setVisible(hit is not None)
        if hit is not None and (hit.place != self._place or row_ is None):
            self.detail.show_hit(hit)
            self.way_wanted.emit(hit.place)
        elif hit is not None:
            self.detail.show_hit(hit)
        self._place = hit.place if hit is not None else None
        self.changed.emit()

    def _pressed(self, row_: Row) -> None:
        if row_.sort is Sort.MORE:
            self._ask(replace(self._question, opened=row_.kind))
        elif row_.hit is not None:
            self.place_wanted.emit(row_.hit.place)

    def _after(self, rows: Sequence[Row], opened: str) -> str:
        """The first row of a kind that was not shown before: what "4 more ideas" was pressed for."""
        shown = {row_.id for row_ in self.results.rows()}
        return next((row_.id for row_ in rows if row_.kind == opened and row_.hit and row_.id not in shown), "")

    def _nothing(self, answer: Answer) -> str:
        if not answer.searched:
            return _("There is no convening on this laptop yet.")
        if any(each.hits for each in answer.searched):
            return _("All that was found is left out on the left.")
        return _("Nothing has these words. Try a shorter one, or only its beginning.")


def _scrolling(side: QWidget, wide: int) -> QScrollArea:
    """Let a side scroll where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFixedWidth(wide + _BAR)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(side)
    side.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
