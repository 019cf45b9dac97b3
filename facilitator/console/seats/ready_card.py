"""Whether the room is ready: each thing in a line, and what to do about what is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from facilitator.console.seats.seating import Check, State
from facilitator.console.sign import Sign
from facilitator.i18n import _
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Hairline, Placed, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_SIGNS = {State.WELL: ("check-bold", Tone.OK), State.LOOK: ("warning-fill", Tone.WARN),
          State.UNKNOWN: ("question", Tone.SOFT)}  # fmt: skip


class ReadyCard(Card):
    """The list of checks, most telling first."""

    def __init__(self) -> None:
        super().__init__()
        self._checks: tuple[Check, ...] = ()
        self._count = Chip()
        self._lines = QWidget()
        self._box = column(self._lines, gap=0)
        head = row(None, Label(_("Ready to go"), "heading"), STRETCH, self._count)
        column(self, head, self._lines, gap=10, padding=(14, 16, 10, 16))

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show how each thing stands."""
        if tuple(checks) == self._checks:
            return
        self._checks = tuple(checks)
        well = sum(check.state is State.WELL for check in checks)
        tone = Tone.OK if well == len(checks) else Tone.WARN
        self._count.show_state(_("{well} of {all}").format(well=well, all=len(checks)), tone,
                               "check-bold" if tone is Tone.OK else "")  # fmt: skip
        while (place := self._box.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        for check in checks:
            self._box.addWidget(_line(check))

    def said(self) -> tuple[str, ...]:
        """Every line in words."""
        return tuple(f"{check.name}: {check.says}" for check in self._checks)


def _line(check: Check) -> QWidget:
    icon, tone = _SIGNS[check.state]
    line = QWidget()
    mark, name = Sign(icon, "", tone, icon_size=14), Label(check.name, "label")
    says = Label(check.says, "small", Tone.SOFT)
    parts: list[Placed] = [Hairline(), row(None, mark, name, STRETCH, says, gap=0, padding=(8, 0, 8, 0))]
    if check.advice and check.state is not State.WELL:
        parts.append(row(None, Label(check.advice, "caption", Tone.SOFT).wrapping(), padding=(0, 0, 8, 22)))
    column(line, *parts, gap=0)
    line.setAccessibleName(f"{check.name}: {check.says}")
    return line
