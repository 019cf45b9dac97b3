"""The table of a wicked question: truths of both halves, the builder, the candidates, and the choosing of one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from facilitator.activities.wicked_questions.console.builder import Builder
from facilitator.activities.wicked_questions.console.candidates import CandidateCard
from facilitator.activities.wicked_questions.console.choose import ChooseCard, LivePage
from facilitator.activities.wicked_questions.console.prompts import Prompts
from facilitator.activities.wicked_questions.console.truths import TruthCard
from facilitator.activities.wicked_questions.rules import (
    FIRST,
    SECOND,
    Candidate,
    ChooseCandidate,
    Inquiry,
    SetAside,
    TakeStep,
    the_inquiry,
    truths,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import STRETCH, column, row


class Table(QWidget):
    """Shows for each step what it needs and nothing else."""

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._asking, self._block = asking, block
        self._inquiry = Inquiry(block)
        self._known: dict[str, Candidate] = {}
        self._cards: Mapping[str, Card] = {}
        self._sent: dict[str, list[tuple[str, int]]] = {FIRST: [], SECOND: []}
        self._truths = {half: TruthCard(half, asking) for half in (FIRST, SECOND)}
        self._prompts = Prompts()
        self.builder = Builder(asking)
        self._candidates = CandidateCard(self._mend, self._set_aside)
        self.choosing = ChooseCard(asking)
        self._live = LivePage(asking)
        halves = row(None, *self._truths.values(), gap=12)
        column(self, self._prompts, halves, self.choosing, self.builder, self._candidates, self._live, STRETCH, gap=12)
        for half, card in self._truths.items():
            card.used.connect(lambda text, half=half: self._use(half, text))
        self.builder.changed.connect(self._show_truths)
        self._candidates.pressed.connect(self._pressed)

    def show_inquiry(self, records: Records) -> None:
        """Show the step that is on, and everything in it."""
        inquiry = self._inquiry = the_inquiry(records, self._block)
        self._known = dict(records[Candidate])
        self._cards = records[Card]
        self._sent = {half: truths(records, self._block, half) for half in (FIRST, SECOND)}
        self._show_truths()
        self.choosing.show_round(records, self._block)
        self._candidates.show_candidates(records, self._block, is_fixed=self.choosing.is_open())
        self._live.show_inquiry(records, inquiry)
        step = inquiry.step
        for part, steps in (
            (self._prompts, ("truths",)),
            (self.builder, ("build",)),
            (self._candidates, ("build", "choose")),
            (self.choosing, ("choose",)),
            (self._live, ("live",)),
            *((card, ("truths", "build")) for card in self._truths.values()),
        ):
            part.setVisible(step in steps)
        for card in self._truths.values():
            (card.show_tall if step == "truths" else card.show_beside_builder)()
        (self._candidates.show_tall if step == "choose" else self._candidates.show_beside_builder)()

    def acts(self) -> tuple[Act, ...]:
        """What keys do on the table in the step that is on."""
        step = self._inquiry.step
        mend = Act("E", _("Edit candidate"), self._mend, self._can_change)
        aside = Act("X", _("Set aside"), self._set_aside, self._can_change)
        if step == "build":
            keep = Act("Ctrl Enter", _("Keep as candidate"), self.builder.keep, self.builder.has_pair)
            return (keep, Act("Enter", _("Use the truth"), self._nothing), mend, aside)
        if step == "choose":
            reveal = Act("Ctrl Enter", _("Close and reveal"), self.choosing.closing.press, self.choosing.is_open)
            return (reveal, Act("Enter", _("Choose this question"), self._nothing, self._can_change), mend, aside)
        if step == "live" and self.has_chosen():
            return self._live.answers.acts()
        return ()

    def has_chosen(self) -> bool:
        """Whether there is a question to live with."""
        return self._inquiry.chosen in self._known

    def take_focus(self) -> None:
        """Go to where hands are needed next."""
        if self._inquiry.step == "choose":
            self._candidates.take_focus()
        elif self._inquiry.step == "build":
            self.builder.pair.first.setFocus()
        elif self._inquiry.step == "live":
            self._live.answers.take_focus()
        else:
            self._truths[FIRST].take_focus()

    def seek(self, key: str) -> bool:
        """Go to a candidate, a truth or an answer; tell whether the step that is on shows it."""
        step = self._inquiry.step
        if step == "live":
            return self.has_chosen() and (key == self._inquiry.chosen or self._live.answers.go_to(key))
        if key in self._known:
            return step in ("build", "choose") and self._candidates.go_to(key)
        card = self._cards.get(key)
        if card is None or step not in ("truths", "build"):
            return False
        return any(each.go_to(card.text) for each in self._truths.values())

    def _can_change(self) -> bool:
        """Whether a candidate is current, and the room is not choosing among them just now."""
        return bool(self._candidates.current()) and not self.choosing.is_open()

    def _nothing(self) -> None:
        """Enter presses the line that has the focus; the act only shows its key."""

    def _show_truths(self) -> None:
        halves = dict(zip((FIRST, SECOND), self.builder.pair.halves(), strict=True))
        for half, card in self._truths.items():
            in_use = [text for text, _count in self._sent[half] if text.casefold() in halves[half].casefold()]
            card.show_truths(self._sent[half], in_use)

    def _use(self, half: str, text: str) -> None:
        if self._inquiry.step == "build":
            self.builder.pair.take(half, text)

    def _mend(self) -> None:
        candidate = self._known.get(self._candidates.current())
        if candidate is None:
            return
        if self._inquiry.step != "build":
            self._asking(TakeStep("build"))
        self.builder.mend(candidate)

    def _set_aside(self) -> None:
        self._asking(SetAside(CardId(self._candidates.current())))

    def _pressed(self, candidate: str) -> None:
        if self._inquiry.step == "choose" and not self.choosing.is_open():
            chosen = "" if candidate == self._inquiry.chosen else candidate
            self._asking(ChooseCandidate(CardId(chosen)))
