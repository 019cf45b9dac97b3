"""Before the answers: the proposal as it is, only questions to understand it, and the act that opens for answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.console.page import Page, heading
from facilitator.activities.scale.console.quote import Quote
from facilitator.activities.scale.console.rule_words import rule_sentence
from facilitator.activities.scale.console.strip import ScaleStrip
from facilitator.activities.scale.console.version import version_words
from facilitator.activities.scale.rules.points import DECIDING, the_scale
from facilitator.activities.scale.rules.proposal import the_proposal
from facilitator.activities.scale.rules.support import supporting, the_rule
from facilitator.convening.ballots import FEWEST_FOR_SECRECY, INTERRUPTED, OpenRound, latest
from facilitator.convening.ids import BlockId
from facilitator.convening.people import here
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Ground, Kind, Label, Size, Tone, column, row


class Questions(Page):
    """What is to be answered, by which scale and which rule. `proposal_wanted` goes back to mend it."""

    proposal_wanted = Signal()

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._asking, self._block = asking, block
        self._options: tuple[str, ...] = ()
        self._version, self._text = Label("", "caption", Tone.SOFT), Quote("display")
        ask = Label(_("Only questions to understand. No arguments yet."), "body").wrapping()
        self._strip, self._rule = ScaleStrip(), Label("", "body").wrapping().vanishing()
        self._nudges = Card(Ground.WARN)
        self._nudge = Label("", "small").wrapping()
        column(self._nudges, self._nudge, padding=(9, 12, 9, 12))
        self._missing = Label("", "small", Tone.WARN).wrapping()
        self._missing.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.open_button = Button(_("Open for answers"), self.open, key="N", kind=Kind.PRIMARY, size=Size.LARGE)
        self._back = Button("", self.proposal_wanted.emit, kind=Kind.QUIET, size=Size.LARGE)
        words, scale = Card(), Card()
        column(words, self._version, self._text, 6, ask, gap=6, padding=(14, 18, 16, 18))
        column(scale, heading(_("How we answer")), self._strip, self._rule, gap=10, padding=(12, 18, 14, 18))
        foot = row(None, self._back, self._missing, self.open_button, gap=12)
        foot.setStretch(1, 1)
        self.lay_out(words, scale, self._nudges, STRETCH, foot=foot)

    def show_records(self, records: Records) -> None:
        """Show what would be asked, and what is better said before."""
        scale, rule = the_scale(records, self._block), the_rule(records, self._block)
        proposal = the_proposal(records, self._block)
        self._options = scale.points
        is_deciding = scale.kind in DECIDING
        self._back.show_text(_("Back to the proposal") if is_deciding else _("Back to the question"))
        self._version.setText(version_words(scale.kind, proposal.version))
        self._text.show_words(_("“{text}”").format(text=proposal.text))
        self._text.setVisible(bool(proposal.text))
        reason = missing(records, self._block)
        self._strip.show_scale(scale, supporting(scale, rule.counts) if rule.enough else ())
        self._rule.setText(rule_sentence(scale, rule, here(records)) if rule.enough else "")
        said = warnings(records, self._block)
        self._nudge.setText(" ".join(said))
        self._nudges.setVisible(bool(said))
        self._missing.setText(reason)
        self.open_button.setEnabled(not reason)
        self.open_button.setAccessibleDescription(reason)

    def can_open(self) -> bool:
        """Whether nothing is missing any more."""
        return self.open_button.isEnabled()

    def open(self) -> None:
        """Open for answers, about the words and by the rule that are shown here."""
        if self.can_open():
            self._asking(OpenRound(self._options))


def missing(records: Records, block: BlockId) -> str:
    """Say what is missing before answers can open; "" when nothing is. Source: practice, rule DE1."""
    kind = the_scale(records, block).kind
    if not the_proposal(records, block).text:
        return _(ACTIVITY.refusals["scale.no_proposal"]) if kind in DECIDING else _("Write the question first.")
    if kind in DECIDING and not the_rule(records, block).enough:
        return _(ACTIVITY.refusals["scale.no_rule"])
    return ""


def warnings(records: Records, block: BlockId) -> list[str]:
    """What is better said before answers open. Source: practice, rules BD6 and DE5."""
    found: list[str] = []
    round_ = latest(records, block)
    if round_ is not None and round_.state == INTERRUPTED:
        found.append(_("The round before was interrupted and has no result. Its answers are gone; ask once more."))
    if here(records) < FEWEST_FOR_SECRECY and the_scale(records, block).kind in DECIDING:
        found.append(_("Fewer than five people are here: who answered what can be guessed. Say so before you open."))
    elif here(records) < FEWEST_FOR_SECRECY:
        found.append(_("Fewer than five people are here: the spread is shown from five answers on."))
    return found
