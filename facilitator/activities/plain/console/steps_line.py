"""The steps of a talk or a method: which one is on, what the room reads in it, and the way to any other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.convening.ids import StepId
from facilitator.convening.steps import Leg, Standing
from facilitator.i18n import _
from facilitator.kit.qt.widgets import Label, Tone, column
from facilitator.kit.qt.widgets.stepper import Stepper, StepState

_FITTING, _LETTERS = 5, 18


class StepsLine(QWidget):
    """Away while a block has no steps. `gone_to` tells how many legs to go on, or back with a negative number."""

    gone_to = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._found: Standing | None = None
        self._stepper = Stepper()
        self._count = Label("", "caption", Tone.SOFT)
        self._text = Label("", "heading").wrapping()
        column(self, self._stepper, self._count, self._text, gap=6)
        self._stepper.step_chosen.connect(self._go)
        self.hide()

    def show_standing(self, found: Standing | None) -> None:
        """Show where the steps stand."""
        self._found = found
        self.setVisible(found is not None)
        if found is None:
            return
        order = _order(found)
        at = order.index(found.leg.step.id)
        first = {leg.step.id: leg for leg in reversed(found.legs)}
        self._stepper.setVisible(len(order) <= _FITTING)
        if len(order) <= _FITTING:
            self._stepper.show_steps([(_short(first[key]), _state(place - at)) for place, key in enumerate(order)])
        words = [_("Step {number} of {count}").format(number=at + 1, count=len(order))]
        if found.leg.step.rounds > 1:
            words.append(_("Round {number} of {count}").format(number=found.leg.round, count=found.leg.step.rounds))
        if found.leg.phase is not None:
            words.append(title_of(found.leg))
        self._count.setText(" · ".join(words))
        self._text.setText(found.leg.inner.text)

    def _go(self, step: int) -> None:
        if self._found is not None:
            wanted = _order(self._found)[step]
            place = next(at for at, leg in enumerate(self._found.legs) if leg.step.id == wanted)
            self.gone_to.emit(place - self._found.place)


def title_of(leg: Leg) -> str:
    """What a leg is called: its title, or the first line of what the room reads."""
    return leg.inner.title or leg.inner.text.split("\n", maxsplit=1)[0]


def _order(found: Standing) -> list[StepId]:
    return list(dict.fromkeys(leg.step.id for leg in found.legs))


def _short(leg: Leg) -> str:
    """The title of a step where several stand side by side."""
    words = leg.step.title or leg.step.text.split("\n", maxsplit=1)[0]
    return words if len(words) <= _LETTERS else words[: _LETTERS - 1].rstrip() + "…"


def _state(away: int) -> StepState:
    if away == 0:
        return StepState.ON
    return StepState.DONE if away < 0 else StepState.AHEAD
