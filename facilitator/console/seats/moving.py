"""A phone that sits in the wrong seat: the facilitator chooses in the list whose it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.convening.ids import PersonId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.seats import MoveSeat
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.flow import Flow
from facilitator.kit.qt.widgets.frames import column
from facilitator.kit.qt.widgets.label import Label, Tone


class MovingSeat(QWidget):
    """Shown from the moment somebody asks until a seat is chosen or the phone is left where it is."""

    def __init__(self, asking: Asking, done: Callable[[], object]) -> None:
        super().__init__()
        self._asking, self._done = asking, done
        self._phone, self._to = PersonId(""), PersonId("")
        self._says = Label("", "body").wrapping()
        self._why = Label(_("Every phone of that seat counts as one person."), "small", Tone.SOFT).wrapping()
        self._refusal = Label("", "small", Tone.OVER).wrapping()
        self._move = Button(_("Seat it here"), self.move_it, key="Enter", kind=Kind.PRIMARY)
        self._leave = Button(_("Leave it where it is"), self.leave, key="Esc", kind=Kind.QUIET)
        column(self, self._says, self._why, self._refusal, Flow(self._move, self._leave), gap=8,
               padding=(12, 16, 14, 16))  # fmt: skip
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a phone waits for its seat."""
        return bool(self._phone)

    def begin(self, phone: PersonId) -> None:
        """Ask whose the phone of this person is."""
        self._phone = phone
        self._refusal.setText("")

    def leave(self) -> None:
        """Leave the phone where it is."""
        self._phone = PersonId("")
        self._done()

    def show_choice(self, to: str, records: Records) -> None:
        """Show which seat is chosen; a phone whose seat is gone meanwhile needs none."""
        phone = records[Person].get(self._phone)
        if phone is None:
            self._phone = PersonId("")
            return
        found = records[Person].get(PersonId(to))
        self._to = found.id if found is not None and found != phone else PersonId("")
        name = phone.name or _("No name")
        says = _("Whose phone is it really? Choose that seat in the list. Now it sits as “{name}”.").format(name=name)
        if self._to and found is not None:
            says = _("The phone of “{name}” sits as “{other}” from now on.").format(
                name=name, other=found.name or _("No name")
            )
        self._says.setText(says)
        self._move.setEnabled(bool(self._to))
        self._refusal.setVisible(bool(self._refusal.text()))

    def move_it(self) -> None:
        """Give the phone the chosen seat."""
        if self._phone and self._to:
            wish = MoveSeat(self._phone, self._to)
            self._asking.ask(wish, granted=lambda _receipt: self.leave(), refused=self._refuse)

    def acts(self) -> tuple[Act, ...]:
        """What keys do meanwhile."""
        return (
            Act("Enter", _("Seat it here"), self.move_it, lambda: bool(self._to)),
            Act("Esc", _("Leave it where it is"), self.leave),
        )

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
