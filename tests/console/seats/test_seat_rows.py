"""Seats as rows."""

from __future__ import annotations

from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.seat_rows import Standing, rows_of
from facilitator.convening.people import AddPerson, Contact, Join, Person
from facilitator.convening.seats import MoveToPaper, MutePerson
from facilitator.convening.words import Role
from tests.console.conftest import MINUTE, NINE, Room


def seated(room: Room, name: str, language: str = "en") -> str:
    """Let somebody on the list take their seat by phone."""
    key = room.person(name)
    room.say(AddPerson(Person(key, name, language=language, is_here=True), Contact(key)))
    return key


def test_a_seat_says_how_it_stands_in_a_word(room: Room) -> None:
    here, away, hand, hushed, done = (seated(room, name) for name in ("Amina", "Rosa", "Tomás", "Ulf", "Wanja"))
    room.person("Moussa")
    seated(room, "Zeynep", "tr")
    room.say(MutePerson(hushed))  # type: ignore[arg-type]  # an id is an id
    now = Attendance(
        frozenset({here, hand, hushed, done, "zeynep"}), seen={away: NINE - 3 * MINUTE}, hands=(hand,),
        done=frozenset({done}),
    )  # fmt: skip

    notes = {row.name: (row.standing, row.note, row.needs_a_look) for row in rows_of(room.records, now, room.clock())}

    assert notes == {
        "Amina": (Standing.HERE, "", False),
        "Moussa": (Standing.NOT_YET, "not yet", False),
        "Rosa": (Standing.AWAY, "since 08:57", True),
        "Tomás": (Standing.HERE, "hand 1", True),
        "Ulf": (Standing.HERE, "hushed", False),
        "Wanja": (Standing.HERE, "done", False),
        "Zeynep": (Standing.HERE, "tr", False),
    }


def test_whoever_sends_too_much_is_named_before_all_else(room: Room) -> None:
    """Fault 37. The facilitator sees whose phone it is."""
    loud = seated(room, "Ulf")

    (row,) = rows_of(room.records, Attendance(frozenset({loud}), hands=(loud,), hasty=(loud,)), room.clock())

    assert (row.note, row.needs_a_look) == ("sends too much", True)
    assert row.said() == "Ulf, here, sends too much"


def test_somebody_without_a_name_comes_last(room: Room) -> None:
    room.desk.say(Join(""), role=Role.PARTICIPANT, device="sha").result()
    seated(room, "Zeynep")

    rows = rows_of(room.records, Attendance(), room.clock())

    assert [row.name for row in rows] == ["Zeynep", "No name"]
    assert [row.note for row in rows] == ["away", "away"]


def test_a_phone_that_is_here_says_more_than_that_its_owner_uses_paper(room: Room) -> None:
    moussa = room.person("Moussa")
    room.say(MoveToPaper(moussa))

    (away,) = rows_of(room.records, Attendance(), room.clock())
    (here,) = rows_of(room.records, Attendance(frozenset({moussa})), room.clock())

    assert (away.standing, away.note, away.needs_a_look) == (Standing.PAPER, "paper", False)
    assert away.said() == "Moussa, paper"
    assert here.standing is Standing.HERE


def test_a_language_is_told_as_one_where_it_is_not_the_rooms(room: Room) -> None:
    amina, rosa = seated(room, "Amina"), seated(room, "Rosa", "fr")

    rows = {row.id: row for row in rows_of(room.records, Attendance(frozenset((amina, rosa))), room.clock())}

    assert (rows[amina].note, rows[amina].is_language) == ("", False)
    assert (rows[rosa].note, rows[rosa].is_language) == ("fr", True)
