"""One step of a block while it is planned: its instruction, who with whom, how long, how often, and what follows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from facilitator.console.preparing.steps_bar import minutes_words, seconds_in
from facilitator.convening.steps import WHOLE, Step
from facilitator.i18n import _
from facilitator.kit.qt.lines import direction_of
from facilitator.kit.qt.widgets.field import Choice
from facilitator.kit.qt.widgets.frames import STRETCH, Hairline, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

WHO = ("", "solo", "pairs", "trios", "fours", "groups", "stations", "circle", "all")
"""How people may sit together in a step. Source: practice, ME3."""

_THEN = ((False, True), (False, False), (True, True), (True, False))
_INDENT = 26


class StepRow(QWidget):
    """`said` carries the step as it shall be; `entered` tells that the focus came into the row."""

    said = Signal(object)
    entered = Signal()

    def __init__(self, step: Step, number: str) -> None:
        super().__init__()
        self._step = step
        names = {"n": number}
        self.text = _line(_("Instruction of step {n}").format(**names))
        self.minutes = _line(_("Minutes of step {n}").format(**names), 62)
        self.rounds = _line(_("Rounds of step {n}").format(**names), 46)
        self.who = Choice(_("Who with whom in step {n}").format(**names))
        self.who.addItems([_who_words(name) for name in WHO])
        self.then = Choice(_("After step {n}").format(**names))
        self.then.addItems(
            [_("Goes on, with a chime"), _("Goes on in silence"), _("Waits, with a chime"), _("Waits in silence")]
        )
        for choice in (self.who, self.then):
            choice.setMinimumContentsLength(6)
        indent = _INDENT if step.within != WHOLE else 0
        # A phase runs as often as its step.
        rounds = (Label("×", "small", Tone.SOFT), self.rounds) if step.within == WHOLE else ()
        self._number = Label(number, "small", Tone.SOFT)
        self._number.setFixedWidth(26)
        lengths = QWidget()
        row(lengths, self.minutes, Label(_("min"), "caption", Tone.SOFT), *rounds, gap=8)
        lengths.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        # "4 min × 2" is one phrase: it keeps the order of its own script.
        lengths.setLayoutDirection(direction_of(_("min")))
        column(
            self,
            row(None, self._number, self.text, lengths, gap=8),
            row(None, 34, self.who, self.then, STRETCH, gap=8),
            Hairline(),
            gap=6,
            padding=(8, 4, 0, indent),
        )
        for line in (self.text, self.minutes, self.rounds):
            line.editingFinished.connect(self._say)
        for part in (self.text, self.minutes, self.rounds, self.who, self.then):
            part.installEventFilter(self)
        self.who.activated.connect(self._say)
        self.then.activated.connect(self._say)
        self.show_step(step, lasts=0)

    def show_step(self, step: Step, lasts: int) -> None:
        """Show what is true, but never over somebody's typing; `lasts` are the seconds of its phases, 0 without."""
        self._step = step
        for line, words in (
            (self.text, step.text),
            (self.minutes, minutes_words(lasts or step.seconds)),
            (self.rounds, str(step.rounds)),
        ):
            if not (line.hasFocus() and line.isModified()) and line.text() != words:
                line.setText(words)
                line.setCursorPosition(0)  # A long instruction shows how it begins.
        self.minutes.setEnabled(not lasts)
        for choice, at in (
            (self.who, WHO.index(step.who) if step.who in WHO else 0),
            (self.then, _THEN.index((step.waits, step.chimes))),
        ):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(at)

    def finish(self) -> None:
        """Keep what is written now."""
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that somebody came in."""
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        return False

    def _say(self) -> None:
        waits, chimes = _THEN[self.then.currentIndex()]
        step = replace(self._step, text=self.text.text(), waits=waits, chimes=chimes)
        if self.who.currentIndex() or step.who in WHO:
            step = replace(step, who=WHO[self.who.currentIndex()])
        if self.minutes.isEnabled():
            step = replace(step, seconds=seconds_in(self.minutes.text()))
        rounds = self.rounds.text().strip()
        step = replace(step, rounds=int(rounds) if rounds.isdecimal() else 0)
        if step != self._step:
            self._step = step
            self.said.emit(step)


def _line(said: str, width: int = 0) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(said)
    if width:
        made.setFixedWidth(width)
    return made


def _who_words(who: str) -> str:
    return {
        "": _("Who is not said"),
        "solo": _("Alone"),
        "pairs": _("In pairs"),
        "trios": _("In threes"),
        "fours": _("In fours"),
        "groups": _("In groups"),
        "stations": _("At stations"),
        "circle": _("Inner and outer circle"),
        "all": _("All together"),
    }[who]
