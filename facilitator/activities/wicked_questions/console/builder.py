"""The builder: the pair on the left, the five points and the way to keep it on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from facilitator.activities.wicked_questions.console.check import nudges
from facilitator.activities.wicked_questions.console.fair import FairPair, NudgeBox
from facilitator.activities.wicked_questions.console.pair import PairEditor
from facilitator.activities.wicked_questions.rules import Candidate, EditCandidate, KeepCandidate
from facilitator.convening.ids import CardId
from facilitator.i18n import _
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Kind, Label, Panel, Rule, Size, Tone, column, row
from facilitator.kit.qt.widgets.frames import Ground

_CHECK_WIDTH = 236
_AFTER_TYPING_MS = 300


class Builder(Card):
    """Builds a candidate, or mends one. What cannot be kept stays written here."""

    changed = Signal()

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._mended = CardId("")
        self.pair = PairEditor()
        self._fair, self._nudge = FairPair(), NudgeBox()
        self.keep_button = Button("", self.keep, key="Ctrl Enter", size=Size.SMALL)
        self._leave = Button(_("Leave it as it was"), self.leave, kind=Kind.QUIET, size=Size.SMALL)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AFTER_TYPING_MS)
        self._pause.timeout.connect(self._look)
        self.pair.changed.connect(self._pause.start)
        self.pair.changed.connect(self.changed)
        side = Panel(Ground.RAISED, Rule.LEFT)
        side.setFixedWidth(_CHECK_WIDTH)
        never = Label(_("A nudge, never a lock. You can keep it as it is."), "caption", Tone.SOFT).wrapping()
        column(side, self._fair, STRETCH, never, self.keep_button, self._leave, padding=(0, 0, 0, 18))
        left = QWidget()
        column(left, self.pair, self._nudge, STRETCH, gap=10)
        row(self, left, side, gap=16, padding=(12, 12, 12, 12))
        self._show_mending()
        self._look()

    def keep(self) -> None:
        """Keep the pair as a candidate, or the change of the one that is being mended."""
        stem, (first, second) = self.pair.stem(), self.pair.halves()
        written = (stem, first, second)
        if self._mended:
            self._asking(EditCandidate(self._mended, *written), self._putter_back(self._mended, written))
        else:
            self._asking(KeepCandidate(*written), self._putter_back(CardId(""), written))
        self._begin_anew()

    def mend(self, candidate: Candidate) -> None:
        """Put a candidate into the fields to change it."""
        self._mended = candidate.id
        self.pair.show_pair(candidate.stem, candidate.first, candidate.second)
        self._fair.clear()
        self._show_mending()
        self.pair.first.setFocus()

    def leave(self) -> None:
        """Stop mending; the candidate stays as it was."""
        self._begin_anew()

    def start_from(self, stem: str, first: str, second: str) -> None:
        """Begin with an example; changing it makes it the group's own."""
        self._mended = CardId("")
        self.pair.show_pair(stem, first, second)
        self._fair.clear()
        self._show_mending()
        self.pair.second.setFocus()

    def has_pair(self) -> bool:
        """Whether both halves have words."""
        return all(self.pair.halves())

    def _begin_anew(self) -> None:
        self._mended = CardId("")
        self.pair.clear()
        self._fair.clear()
        self._show_mending()

    def _putter_back(self, mended: CardId, written: tuple[str, str, str]) -> Callable[[], None]:
        def put_back() -> None:
            if not any(self.pair.halves()):
                self._mended = mended
                self.pair.show_pair(*written)
                self._show_mending()

        return put_back

    def _show_mending(self) -> None:
        self.keep_button.show_text(_("Keep the change") if self._mended else _("Keep as candidate"))
        self._leave.setVisible(bool(self._mended))

    def _look(self) -> None:
        self._nudge.show_nudges(nudges(*self.pair.halves()))
