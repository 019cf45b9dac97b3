"""The rules of a vote before it opens: how many dots, how many on one idea, and by what to choose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.activities.dot_vote.rules import SetVote, Vote, suggested_dots
from facilitator.convening.ids import BlockId
from facilitator.convening.words import Wish
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.counter import Counter
from facilitator.kit.qt.widgets import Button, Field, Label, Size, Tone, column, row

_MOST = 20


class VoteRules(QWidget):
    """Dots for each, most on one, and the criterion; with what usually works for so many ideas."""

    def __init__(self, ask: Callable[[Wish], object]) -> None:
        super().__init__()
        self._ask = ask
        self._vote = Vote(BlockId(""))
        self._suggested = 0
        self._dots = Counter(_("Dots for each"), self._set_dots)
        self._cap = Counter(_("Most on one idea"), self._set_cap)
        self._hint = Label("", "caption", Tone.SOFT).wrapping()
        self._use = Button("", self._use_suggested, size=Size.SMALL)
        self._criterion = Field(_("We choose by"), hint=_("what helps most people soonest"))
        self._criterion.finished.connect(self._set_criterion)
        column(self, self._dots, self._cap, row(None, self._hint, self._use), self._criterion, gap=8)

    def show_vote(self, vote: Vote, count: int) -> None:
        """Show the rules as they are, and what is suggested for so many ideas. Source: practice, rule DV2."""
        self._vote = vote
        self._dots.show_number(vote.dots, _MOST)
        self._cap.show_number(vote.cap, vote.dots)
        self._criterion.show_text(vote.criterion)
        self._hint.setVisible(count > 0)
        self._use.hide()
        if not count:
            return
        fewest, most = suggested_dots(count)
        ideas = ngettext("For {count} idea", "For {count} ideas", count).format(count=count)
        dots = str(fewest) if fewest == most else _("{fewest} to {most}").format(fewest=fewest, most=most)
        self._hint.setText(_("{ideas}, {dots} each usually works.").format(ideas=ideas, dots=dots))
        self._suggested = min(max(vote.dots, fewest), most)
        self._use.show_text(_("Use {dots}").format(dots=self._suggested))
        self._use.setVisible(self._suggested != vote.dots)

    def _use_suggested(self) -> None:
        self._set_dots(self._suggested)

    def _set_dots(self, dots: int) -> None:
        self._ask(SetVote(dots, min(self._vote.cap, dots), self._vote.criterion))

    def _set_cap(self, cap: int) -> None:
        self._ask(SetVote(self._vote.dots, cap, self._vote.criterion))

    def _set_criterion(self, criterion: str) -> None:
        if criterion.strip() != self._vote.criterion:
            self._ask(SetVote(self._vote.dots, self._vote.cap, criterion.strip()))
