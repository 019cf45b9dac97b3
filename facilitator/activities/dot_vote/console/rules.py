"""The rules of a vote before it opens: how many dots, how many on one idea, and by what to choose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from facilitator.activities.dot_vote.rules import SetVote, Vote, suggested_dots
from facilitator.convening.ids import BlockId
from facilitator.convening.words import Wish
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.widgets import STRETCH, Button, Field, IconButton, Label, Size, Tone, column, row

_MOST = 20
_PLAIN_NUMBER = """
    QSpinBox { padding: 0 } QLineEdit { border: none; padding: 0; min-height: 0; background: transparent }
"""


class NumberField(QSpinBox):
    """A small number without buttons of its own. Under a style sheet Qt would keep room for them, and leave it none."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setStyleSheet(_PLAIN_NUMBER)
        self.setProperty(RING_RADIUS, 6)
        self.setAccessibleName(said)
        self.setFixedSize(56, 36)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._widen()

    def _widen(self) -> None:
        self.lineEdit().setGeometry(self.rect().adjusted(2, 2, -2, -2))


class Counter(QWidget):
    """A small number with a step down and a step up beside it; arrows and typing change it too."""

    def __init__(self, said: str, changed: Callable[[int], object]) -> None:
        super().__init__()
        self._number = NumberField(said)
        self._number.setRange(1, _MOST)
        self._number.valueChanged.connect(changed)
        less = IconButton("minus-bold", _("{what}: one less").format(what=said), self._number.stepDown)
        more = IconButton("plus-bold", _("{what}: one more").format(what=said), self._number.stepUp)
        label = Label(said, "small")
        label.setBuddy(self._number)
        row(self, label, STRETCH, less, self._number, more, gap=2)

    def show_number(self, number: int, most: int = _MOST) -> None:
        """Show what is true, without telling."""
        blocker = QSignalBlocker(self._number)
        self._number.setMaximum(most)
        self._number.setValue(number)
        blocker.unblock()


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
        self._dots.show_number(vote.dots)
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
