"""The seat that is chosen: how it stands in a sentence, and what the facilitator can do for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.seat_rows import Standing, standing_of
from facilitator.convening.ids import PersonId
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.seats import (
    MoveToPaper,
    MoveToPhone,
    Muted,
    MutePerson,
    RenamePerson,
    TakeSeat,
    UnmutePerson,
)
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking, Twice
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.field import Field
from facilitator.kit.qt.widgets.flow import Flow
from facilitator.kit.qt.widgets.frames import column
from facilitator.kit.qt.widgets.label import Label

_ROOMY = 360


class ChosenSeat(QWidget):
    """About one person. Taking a seat away cannot be undone, so its button asks twice."""

    def __init__(self, asking: Asking, lower_hand: Callable[[str], object], move: Callable[[PersonId], object]) -> None:
        super().__init__()
        self._asking, self._lower_hand, self._move_seat = asking, lower_hand, move
        self._person: Person | None = None
        self._word, self._is_muted, self._has_hand = "", False, False
        self._standing = Standing.NOT_YET
        self._says = Label("", "body").wrapping()
        self._words = Label("", "title")
        self._hand = Button(_("Lower the hand"), self.lower, key="D", icon="hand-palm")
        self._back = Button(_("Words for a new phone"), self.show_words, key="C")
        self._paper = Button("", self.use_paper, key="P")
        self._other = Button(_("Another seat"), self.move_seat, key="S")
        self._rename_it = Button(_("Rename"), self.write_name, key="R", kind=Kind.QUIET)
        self._hush = Button("", self.hush, key="M")
        self._take = Button("", self.take, key="Del", kind=Kind.QUIET)
        self.name = Field(_("Name"))
        self.name.finished.connect(self._rename)
        self._twice = Twice(self._take_away, self)
        self._twice.armed.connect(lambda: self._take.show_text(_("Press again to take it away")))
        self._twice.relaxed.connect(lambda: self._take.show_text(_("Take the seat away")))
        self._take.show_text(_("Take the seat away"))
        self.name.hide()
        acts = Flow(self._back, self._paper, self._hand, self._other, self._hush, self._rename_it, self._take, gap=8)
        column(self, self._says, self._words, acts, self.name, gap=8, padding=(12, 16, 14, 16))

    def show_seat(self, person: str, records: Records, room: Attendance, reading: Reading) -> None:
        """Show whom it is about, "" for nobody."""
        found = records[Person].get(PersonId(person))
        is_other = (found.id if found else "") != (self._person.id if self._person else "")
        self._person = found
        self.setVisible(found is not None)
        if is_other:
            self._words.hide()
            self.name.hide()
            self.name.show_refusal("")
        if found is None:
            return
        contact = records[Contact].get(found.id)
        self._word = contact.word if contact is not None else ""
        self._is_muted, self._has_hand = found.id in records[Muted], found.id in room.hands
        self._standing = standing_of(records, found, room)
        self._says.setText(self._sentence(found, room, reading))
        if is_other:
            with QSignalBlocker(self.name):
                self.name.input.clearFocus()
        self.name.show_text(found.name)
        self._hand.setVisible(self._has_hand)
        self._back.setVisible(bool(self._word))
        self._paper.show_text(self._paper_words())
        self._paper.setVisible(self._may_use_paper())
        self._other.setVisible(self._standing is Standing.HERE)
        self._hush.show_text(_("Take what it writes again") if self._is_muted else _("Hush this phone"))
        self._hush.setVisible(self._has_phone())
        self._take.setVisible(found.is_here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A layout that is being told the sizes does not hear of another height: tell it afterwards.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """On a small screen the list needs the room; the key R stays."""
        self._rename_it.setVisible(self.width() >= _ROOMY)

    def acts(self) -> tuple[Act, ...]:
        """What keys do for the chosen seat."""
        hush = _("Take what it writes again") if self._is_muted else _("Hush this phone")
        person = self._person
        if person is None:
            return ()
        return (
            Act("D", _("Lower the hand"), self.lower, lambda: self._has_hand),
            Act("C", _("Words for a new phone"), self.show_words, lambda: bool(self._word)),
            Act("P", self._paper_words(), self.use_paper, self._may_use_paper),
            Act("S", _("Another seat"), self.move_seat, lambda: self._standing is Standing.HERE),
            Act("M", hush, self.hush, self._has_phone),
            Act("R", _("Rename"), self.write_name),
            Act("Del", _("Take the seat away"), self.take, lambda: person.is_here),
        )

    def lower(self) -> None:
        """Somebody was heard: their hand goes down."""
        if self._person is not None:
            self._lower_hand(self._person.id)

    def show_words(self) -> None:
        """Show the words that give the seat to a new phone; they are said aloud, and never stand on the stage."""
        self._words.setText(self._word)
        self._words.setVisible(bool(self._word))

    def hush(self) -> None:
        """Take nothing to read from the phone any more, or take it again."""
        if self._person is not None:
            person = self._person.id
            self._asking.say(UnmutePerson(person) if self._is_muted else MutePerson(person))

    def use_paper(self) -> None:
        """They go on with paper cards, or with a phone again."""
        if self._person is not None:
            person = self._person.id
            self._asking.say(MoveToPhone(person) if self._standing is Standing.PAPER else MoveToPaper(person))

    def move_seat(self) -> None:
        """Say whose phone it is: somebody came back and took a second seat."""
        if self._person is not None:
            self._move_seat(self._person.id)

    def write_name(self) -> None:
        """Let their name be written anew."""
        self.name.show()
        self.name.setFocus()

    def take(self) -> None:
        """Take the seat away, the second time."""
        if self._person is not None:
            self._twice.press()

    def _take_away(self) -> None:
        if self._person is not None:
            self._asking.say(TakeSeat(self._person.id))

    def _paper_words(self) -> str:
        return _("Uses a phone again") if self._standing is Standing.PAPER else _("Move to paper")

    def _may_use_paper(self) -> bool:
        return self._standing is not Standing.HERE

    def _has_phone(self) -> bool:
        return self._is_muted or self._standing in (Standing.HERE, Standing.AWAY)

    def _rename(self, name: str) -> None:
        self.name.setVisible(self.name.input.hasFocus())
        if self._person is not None and name.strip() != self._person.name:
            self._asking.ask(RenamePerson(self._person.id, name), refused=self.name.show_refusal)

    def _sentence(self, person: Person, room: Attendance, reading: Reading) -> str:
        name = person.name or _("This person")
        match self._standing:
            case Standing.HERE:
                says = _("{name} is here.").format(name=name)
            case Standing.PAPER:
                says = _("{name} takes part on paper. It counts just the same.").format(name=name)
            case Standing.NOT_YET:
                says = _("{name} has no phone here yet. Paper counts just the same.").format(name=name)
            case _:
                seen = room.seen.get(person.id, 0)
                says = _("{name} is away. What they write is kept on their phone.").format(name=name)
                if seen:
                    says = _("{name} was last seen at {time}. What they write is kept on their phone.").format(
                        name=name, time=reading.time_at(seen)
                    )
        if person.id in room.hasty:
            says += " " + _("This phone sends far more than a person can write, so it is slowed down.")
        if self._is_muted:
            says += " " + _("Nothing to read is taken from it; votes count.")
        return says
