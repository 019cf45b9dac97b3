"""The deck as a drawer: examples for a room that is stuck, found by theme or by a word. A start, not an answer."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.activities.wicked_questions.console.deck import DeckCard, deck, found, themes
from facilitator.activities.wicked_questions.console.deck_list import DeckList
from facilitator.activities.wicked_questions.console.themes import ThemeChips
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import (
    STRETCH,
    Button,
    Kind,
    Label,
    LineLabel,
    Panel,
    Rule,
    SearchField,
    Size,
    Tone,
    column,
    row,
)
from facilitator.kit.qt.widgets.frames import Ground


class DeckBar(QWidget):
    """The closed drawer: one line at the foot that opens it."""

    def __init__(self, open_deck: Callable[[], object]) -> None:
        super().__init__()
        said = _("{count} questions in {themes} themes, for when the room is stuck")
        words = LineLabel(said.format(count=len(deck()), themes=len(themes())), "small", Tone.SOFT)
        button = Button(_("Deck"), open_deck, key="K", icon="cards", kind=Kind.QUIET, size=Size.SMALL)
        row(self, button, words, STRETCH, gap=6)


class Drawer(Panel):
    """The open drawer. `started` and `used` give the current card: as a pair, or each half as a truth."""

    started = Signal(DeckCard)
    used = Signal(DeckCard)

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__(Ground.SURFACE, Rule.TOP)
        self._close = close
        self._search = SearchField(_("A word: fast, trust, rain"))
        self._search.setMaximumWidth(250)
        self._search.textChanged.connect(lambda _text: self._find())
        self._themes = ThemeChips(themes(), len(deck()))
        self._themes.chosen.connect(lambda _theme: self._find())
        self._cards = DeckList()
        self._cards.started.connect(self._start)
        self._shown = LineLabel("", "small", Tone.SOFT)
        self._none = Label(_("No card has that word. Try its opposite."), "body", Tone.SOFT).wrapping()
        title = Label(_("Deck"))
        title.setFont(theme_in_use().sized(16, 600))
        shut = Button(_("Close"), close, key="K", kind=Kind.QUIET, size=Size.SMALL)
        head = row(None, title, self._shown, STRETCH, self._search, shut)
        self._use = Button(_("Use each half as a truth"), self._give_halves, size=Size.SMALL)
        self._begin = Button(_("Start from this"), self._start, key="Enter", kind=Kind.PRIMARY, size=Size.SMALL)
        start = LineLabel(_("A start, not an answer."), "small", Tone.SOFT)
        foot = row(None, start, STRETCH, self._use, self._begin, padding=(6, 0, 0, 0))
        column(self, head, self._themes, self._none, self._cards, foot, gap=10, padding=(12, 12, 10, 12)).setStretch(
            3, 1
        )
        self._find()

    def acts(self) -> tuple[Act, ...]:
        """What keys do while the drawer is open."""
        return (
            Act("K", _("Close deck"), self._leave),
            Act("Enter", _("Start from this"), self._start, self._has_card),
            Act("/", _("Find a word"), self._search.setFocus),
            Act("]", _("Next theme"), lambda: self._themes.step(1)),
            Act("[", _("Theme before"), lambda: self._themes.step(-1)),
            Act("R", _("Draw one at random"), self.draw, self._has_card),
        )

    def take_focus(self) -> None:
        """Go to the cards."""
        self._cards.setFocus()

    def draw(self) -> None:
        """Draw one of the cards shown."""
        self._cards.go_to_place(random.randrange(len(self._cards.cards())))  # noqa: S311 - a card for a room, not a secret
        self._cards.setFocus()

    def _find(self) -> None:
        cards = found(deck(), self._themes.theme(), self._search.text())
        self._cards.show_cards(cards)
        self._none.setVisible(not cards)
        self._cards.setVisible(bool(cards))
        words = _("{shown} of {all}").format(shown=len(cards), all=len(deck()))
        theme = self._themes.theme()
        self._shown.show_text(_("{count} · {theme}").format(count=words, theme=theme) if theme else words)
        for button in (self._use, self._begin):
            button.setEnabled(bool(cards))

    def _has_card(self) -> bool:
        return self._cards.current() >= 0 and bool(self._cards.cards())

    def _start(self) -> None:
        if self._has_card():
            self.started.emit(self._cards.cards()[self._cards.current()])

    def _give_halves(self) -> None:
        if self._has_card():
            self.used.emit(self._cards.cards()[self._cards.current()])

    def _leave(self) -> None:
        self._close()
