"""Before a vote opens: which ideas are on the ballot, by what rules, and what is better settled first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.activities.dot_vote.console.rows import Check, Row, RowList
from facilitator.activities.dot_vote.console.rules import VoteRules
from facilitator.activities.dot_vote.rules import COMFORTABLE, ChooseOptions, options, the_vote
from facilitator.convening.ballots import FEWEST_FOR_SECRECY, INTERRUPTED, latest
from facilitator.convening.cards import Card as Idea
from facilitator.convening.cards import resolved
from facilitator.convening.harvest import TakeHarvest, seeds
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.people import here
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.i18n import _, ngettext
from facilitator.kit.alike import look_alikes
from facilitator.kit.option_words import option_words
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Chip, Ground, Kind, Label, Size, Tone, column, row

_MOST_PAIRS, _MOST_COMPARED = 2, 150


class Preparing(QWidget):
    """The ballot on the left, its rules and a few nudges on the right. A nudge never hinders."""

    def __init__(self, ask: Callable[[Wish], object], block: BlockId) -> None:
        super().__init__()
        self._ask, self._block = ask, block
        self._chosen: tuple[CardId, ...] = ()
        self._count = Chip("0")
        self._ideas = RowList(_("Ideas for the ballot"), 43)
        self._ideas.pressed_row.connect(self._toggle)
        self._empty = Label(
            _("No ideas have come from an activity before. Show them on an idea board first."), "small", Tone.SOFT
        ).wrapping()
        self._rules = VoteRules(ask)
        self._nudges = QWidget()
        column(self._nudges, gap=8)
        again = Button(_("Take the ideas again"), self._take_again, kind=Kind.QUIET, size=Size.SMALL)
        ballot, rules = Card(), Card()
        head = row(None, heading(_("On the ballot")), self._count, STRETCH, again)
        column(ballot, head, self._empty, self._ideas, gap=8, padding=(12, 14, 8, 16))
        column(rules, heading(_("Rules")), self._rules, padding=(12, 16, 14, 16), gap=10)
        side = column(None, rules, self._nudges, STRETCH, gap=12)
        sides = row(self, ballot, gap=16)
        sides.addLayout(side)
        sides.setStretch(0, 135)
        sides.setStretch(1, 100)

    def show_vote(self, records: Records) -> None:
        """Show what would be on the ballot, and what is not."""
        self._chosen = tuple(card.id for card in options(records, self._block))
        known = [resolved(records, CardId(card)) for card in (*seeds(records, self._block), *self._chosen)]
        cards = [records[Idea][card] for card in dict.fromkeys(known) if card in records[Idea]]
        numbers = {card: str(number) for number, card in enumerate(self._chosen, start=1)}
        self._ideas.show_rows(
            [
                Row(
                    card.id,
                    option_words(records, card),
                    numbers.get(card.id, ""),
                    check=Check.ON if card.id in numbers else Check.OFF,
                )
                for card in cards
            ]
        )
        self._empty.setVisible(not cards)
        self._ideas.setVisible(bool(cards))
        said = _("{chosen} of {all}").format(chosen=len(self._chosen), all=len(cards))
        self._count.show_state(said, Tone.SOFT)
        self._rules.show_vote(the_vote(records, self._block), len(self._chosen))
        self._show_nudges(warnings(records, self._block))

    def has_options(self) -> bool:
        """Whether there is something to vote on."""
        return bool(self._chosen)

    def chosen(self) -> tuple[str, ...]:
        """The cards on the ballot, in order."""
        return self._chosen

    def _toggle(self, card: str) -> None:
        wanted = [row.id for row in self._ideas.rows() if (row.check is Check.ON) != (row.id == card)]
        kept = [one for one in self._chosen if one in wanted]
        self._ask(ChooseOptions((*kept, *(one for one in wanted if one not in kept))))

    def _take_again(self) -> None:
        self._ask(TakeHarvest(self._block))

    def _show_nudges(self, sentences: list[str]) -> None:
        box = self._nudges.layout()
        if box is None or sentences == [label.text() for label in self._nudges.findChildren(Label)]:
            return
        while (taken := box.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.setParent(None)
        for words in sentences:
            card = Card(Ground.WARN)
            column(card, Label(words, "small").wrapping(), padding=(9, 12, 9, 12))
            box.addWidget(card)


def warnings(records: Records, block: BlockId) -> list[str]:
    """What is better settled before opening. Source: practice, rules BD6, DV4, DV6."""
    found: list[str] = []
    round_ = latest(records, block)
    if round_ is not None and round_.state == INTERRUPTED:
        found.append(_("The round before was interrupted and has no result. Its ballots are gone; ask once more."))
    cards = options(records, block)
    if len(cards) > COMFORTABLE:
        words = ngettext(
            "{count} idea is a lot to weigh.",
            "{count} ideas are a lot to weigh. About a dozen is comfortable: take some off.",
            len(cards),
        )
        found.append(words.format(count=len(cards)))
    pairs = look_alikes(tuple(card.text for card in cards)) if len(cards) <= _MOST_COMPARED else ()
    for one, other in pairs[:_MOST_PAIRS]:
        found.append(_("{one} and {other} look alike and would share their dots.").format(one=one + 1, other=other + 1))
    if len(pairs) > _MOST_PAIRS:
        more = len(pairs) - _MOST_PAIRS
        found.append(ngettext("{more} more pair looks alike.", "{more} more pairs look alike.", more).format(more=more))
    if here(records) < FEWEST_FOR_SECRECY:
        found.append(_("Fewer than five people are here: who chose what can be guessed. Say so before you open."))
    return found


def heading(words: str) -> Label:
    """The title of a card."""
    made = Label(words)
    made.setFont(theme_in_use().sized(16, 600))
    return made
