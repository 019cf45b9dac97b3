"""The library beside an agenda: activities by their kind, found by a word, added by a press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.beginnings.methods import methods
from facilitator.console.home_cards import category_words
from facilitator.console.methods.in_prepare import KEY
from facilitator.console.offers import Offer
from facilitator.console.swatch import Swatch
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.field import SearchField
from facilitator.kit.qt.widgets.frames import STRETCH, Hairline, Panel, Rule, column, row
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.qt.widgets.list_row import ListRow, RowWords
from facilitator.kit.theme import CATEGORIES

WIDTH = 296
_ROW = 34


class Library(Panel):
    """`wanted` gives the offer that was pressed, `all_wanted` asks for every method. Up and Down go through them."""

    wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, offered: tuple[Offer, ...]) -> None:
        super().__init__(rule=Rule.RIGHT)
        self.setFixedWidth(WIDTH)
        self._groups: list[tuple[QWidget, list[tuple[ListRow, Offer]]]] = []
        self.search = SearchField(_("Find an activity"))
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._add_first)
        shelf = QWidget()
        column(
            shelf, *(self._group(category, offered) for category in CATEGORIES), STRETCH, gap=12, padding=(4, 8, 4, 8)
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(shelf)
        area.viewport().setAutoFillBackground(False)
        shelf.setAutoFillBackground(False)
        head, foot = QWidget(), QWidget()
        column(head, Label(_("Activities"), "heading"), self.search, gap=10, padding=(14, 16, 8, 16))
        count = len(methods())
        every = ngettext("All {count} method", "All {count} methods", count).format(count=count)
        self.every = ListRow(RowWords(every, icon="books", key=KEY), self.all_wanted.emit, height=_ROW)
        hint = Label(_("Press one to add it below the selected block"), "caption", Tone.SOFT).wrapping()
        hint.setMinimumWidth(1)
        column(foot, self.every, row(None, hint, padding=(0, 8, 0, 8)), gap=4, padding=(6, 8, 10, 8))
        column(self, head, area, Hairline(), foot, gap=0, padding=(0, 1, 0, 0))

    def focused(self) -> Offer | None:
        """The offer that has the focus."""
        return next((offer for line, offer in self._lines() if line.hasFocus()), None)

    def open_search(self) -> None:
        """Begin to look for an activity: what was looked for last is gone."""
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.search.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        lines = [*(line for line, _offer in self._lines() if line.isVisible()), self.every]
        at = next((place for place, line in enumerate(lines) if line.hasFocus()), -1)
        if step and lines and (at >= 0 or step > 0):
            lines[min(len(lines) - 1, max(0, at + step))].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _lines(self) -> list[tuple[ListRow, Offer]]:
        return [each for _group, lines in self._groups for each in lines]

    def _group(self, category: str, offered: tuple[Offer, ...]) -> QWidget:
        group = QWidget()
        heading = Label(category_words(category), "caption", Tone.SOFT)
        heading.setFont(theme_in_use().sized(12, 600))
        lines = [(self._line(offer), offer) for offer in offered if offer.category == category]
        column(
            group,
            row(None, Swatch(category), heading, STRETCH, padding=(0, 8, 4, 8)),
            *(line for line, _ in lines),
            gap=0,
        )
        if not lines:
            group.hide()  # to show it before it has its place would open a window of its own, which takes the keys
        self._groups.append((group, lines))
        return group

    def _line(self, offer: Offer) -> ListRow:
        minutes = _("{minutes} min").format(minutes=offer.minutes)
        act: Callable[[], None] = lambda: self.wanted.emit(offer)  # noqa: E731 - one line says it
        line = ListRow(RowWords(offer.title, end=minutes, icon=offer.icon), act, height=_ROW)
        line.setToolTip(offer.title)
        return line

    def _filter(self, words: str) -> None:
        for group, lines in self._groups:
            shown = 0
            for line, offer in lines:
                fits = words.casefold().strip() in f"{offer.title} {category_words(offer.category)}".casefold()
                line.setVisible(fits)
                shown += fits
            group.setVisible(shown > 0)

    def _add_first(self) -> None:
        words = self.search.text().casefold().strip()
        for _line, offer in self._lines():
            if words and words in offer.title.casefold():
                self.wanted.emit(offer)
                return
