"""Seats as rows: who, and in a word or two how they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facilitator.console.seats.attendance import Attendance
from facilitator.convening.gathering import Convening
from facilitator.convening.people import OnPaper, Person
from facilitator.convening.records import Records
from facilitator.convening.seats import Muted
from facilitator.i18n import _
from facilitator.kit.qt.reading import Reading


class Standing(Enum):
    """How somebody is in the room by phone."""

    HERE = "here"
    AWAY = "away"
    PAPER = "paper"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat. `note` is what stands at its end, `needs_a_look` whether that is something to act on.

    `is_language`: the note is a language other than the room's.
    """

    id: str
    name: str
    standing: Standing
    note: str = ""
    needs_a_look: bool = False
    is_language: bool = False

    def said(self) -> str:
        """The row as a screen reader says it."""
        words = {
            Standing.HERE: _("here"), Standing.AWAY: _("away"), Standing.PAPER: _("paper"),
            Standing.NOT_YET: _("not here yet"),
        }  # fmt: skip
        return ", ".join(dict.fromkeys(part for part in (self.name, words[self.standing], self.note) if part))


def rows_of(records: Records, room: Attendance, reading: Reading) -> tuple[SeatRow, ...]:
    """Give every seat, by name; who has no name comes last."""
    spoken = next((convening.language for convening in records[Convening].values()), "")
    people = sorted(records[Person].values(), key=lambda person: (not person.name, person.name.casefold(), person.id))
    return tuple(_row(records, person, room, spoken, reading) for person in people)


def standing_of(records: Records, person: Person, room: Attendance) -> Standing:
    """Say how a person stands. A phone that is here says more than that its owner uses paper."""
    if person.id in room.here:
        return Standing.HERE
    if person.id in records[OnPaper]:
        return Standing.PAPER
    return Standing.AWAY if person.is_here else Standing.NOT_YET


def _row(records: Records, person: Person, room: Attendance, spoken: str, reading: Reading) -> SeatRow:
    standing = standing_of(records, person, room)
    name = person.name or _("No name")
    if person.id in room.hasty:
        return SeatRow(person.id, name, standing, _("sends too much"), needs_a_look=True)
    if person.id in room.hands:
        number = room.hands.index(person.id) + 1
        return SeatRow(person.id, name, standing, _("hand {number}").format(number=number), needs_a_look=True)
    if person.id in records[Muted]:
        return SeatRow(person.id, name, standing, _("hushed"))
    if standing is Standing.AWAY:
        return SeatRow(person.id, name, standing, _away(room.seen.get(person.id, 0), reading), needs_a_look=True)
    if standing is Standing.PAPER:
        return SeatRow(person.id, name, standing, _("paper"))
    if standing is Standing.NOT_YET:
        return SeatRow(person.id, name, standing, _("not yet"))
    if person.id in room.done:
        return SeatRow(person.id, name, standing, _("done"))
    other = person.language if person.language != spoken else ""
    return SeatRow(person.id, name, standing, other, is_language=bool(other))


def _away(seen: int, reading: Reading) -> str:
    """Say since when; of who was not seen in this run nothing is known but that they are away."""
    return _("since {time}").format(time=reading.time_at(seen)) if seen else _("away")
