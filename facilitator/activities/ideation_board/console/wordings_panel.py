"""A merged note, opened: every wording with how it came in, each to be taken out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.activities.ideation_board.console.bars import Ask
from facilitator.activities.ideation_board.console.lineage import LineageView
from facilitator.activities.ideation_board.console.merged_acts import SHOW_KEY, TELL_KEY, merged_acts
from facilitator.activities.ideation_board.console.over_board import OverBoard
from facilitator.activities.ideation_board.rules import Placement, ShowWordings, TellAuthors
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets import (
    STRETCH,
    Button,
    Hairline,
    IconButton,
    KeyCap,
    Kind,
    Label,
    LineLabel,
    Switch,
    Tone,
    column,
    row,
)

SPLIT_KEY = "Shift M"


class WordingsPanel(OverBoard):
    """Read only, but for taking one wording out, or all of them apart."""

    def __init__(self, host: QWidget, take_out: Callable[[str], object], ask: Ask) -> None:
        super().__init__(host, SPLIT_KEY, SHOW_KEY, TELL_KEY)
        self._take_out, self._ask = take_out, ask
        self._lies: Placement | None = None
        self._note = ""
        self._title = Label("", "title")
        self._lineage = LineageView()
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 8, 0)
        inner = QWidget()
        inner.setLayout(self._lines)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setMinimumHeight(220)
        for ground in (area.viewport(), inner):
            ground.setAutoFillBackground(False)
        self._apart = Button(_("Take apart"), self._split, key=SPLIT_KEY, icon="arrows-split")
        self._close = Button(_("Close"), self.close_panel, key="Esc", kind=Kind.QUIET)
        head = row(None, self._title, STRETCH, self._close)
        self._shows = Switch(_("Show every wording on stage"))
        self._tells = Switch(_("Tell their phones, in plain words"))
        self._shows.toggled.connect(lambda _is_on: ask(ShowWordings(CardId(self._note))))
        self._tells.toggled.connect(lambda _is_on: ask(TellAuthors(CardId(self._note))))
        stage = row(None, self._shows, KeyCap(SHOW_KEY), STRETCH)
        foot = row(None, self._tells, KeyCap(TELL_KEY), STRETCH, self._apart)
        column(
            self.card, head, area, Hairline(), self._lineage, Hairline(), stage, foot, gap=12, padding=(16, 18, 14, 18)
        )
        self.setAccessibleName(_("Every wording of this note"))

    def open(self, cards: Sequence[Card], came: Mapping[CardId, str]) -> None:
        """Show a note: the card that stands first, then all that were merged into it; `came` says how each came in."""
        self._note, self._lies = cards[0].id, None
        count = len(cards)
        self._title.setText(ngettext("{count} wording", "{count} wordings", count).format(count=count))
        self._lineage.show_wordings([(card.text, came[card.id]) for card in cards])
        while (taken := self._lines.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.setParent(None)
        for card in cards:
            self._lines.addWidget(self._line(card, came[card.id]))
        self._lines.addStretch(1)
        self.open_over(self._close)

    def follow(self, records: Records) -> None:
        """Show what the stage and the phones are to say of the note that is open."""
        lies = self._lies = records[Placement].get(CardId(self._note))
        if lies is not None:
            self._shows.show_state(lies.shows_wordings)
            self._tells.show_state(lies.tells_authors)

    def acts(self) -> tuple[Act, ...]:
        """What keys do while it is open."""
        settled = merged_acts(self._lies, self._ask)
        return (Act(SPLIT_KEY, _("Take apart"), self._split), *settled, Act("Esc", _("Close"), self.close_panel))

    def _line(self, card: Card, came: str) -> QWidget:
        made = QWidget()
        words = Label(card.text, "body").wrapping()
        source = LineLabel(came, "caption", Tone.SOFT)
        placed = row(made, column(None, words, source, gap=0), gap=12)
        placed.setStretch(0, 1)
        if card.id != self._note:
            said = _("Take out: {text}").format(text=card.text)
            placed.addWidget(IconButton("arrows-split", said, partial(self._out, card.id)))
        return made

    def _out(self, card: str) -> None:
        self.close_panel()
        self._take_out(card)

    def _split(self) -> None:
        self._out(self._note)
