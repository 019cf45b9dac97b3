"""Who was here is said only as far as an edition and each person allow."""

from __future__ import annotations

from facilitator.convening.ids import PersonId
from facilitator.convening.people import Contact, Person
from facilitator.kit.pdf.look import Edition
from facilitator.summary.attendance import attendance, present
from tests.summary.rooms import WATER, person, records_of

ROOM = records_of(
    WATER,
    *person("amina", "Amina", "Kenya", "participant", "list"),
    *person("tomas", "Tomás", "Brazil", "participant", "contact"),
    *person("nomsa", "Nomsa", "Kenya", "guide", "list"),
)


def test_participants_read_the_names_of_those_who_agreed() -> None:
    who = attendance(ROOM, Edition.PARTICIPANT)

    assert who.named == (("Kenya", ("Amina",)),)
    assert who.guides == ("Nomsa",)
    assert who.unnamed == 1


def test_funders_read_counts_only() -> None:
    who = attendance(ROOM, Edition.FUNDER)

    assert (who.people, who.countries) == (3, 2)
    assert not who.named
    assert not who.guides


def test_the_facilitator_reads_every_name() -> None:
    who = attendance(ROOM, Edition.FACILITATOR)

    assert who.named == (("Kenya", ("Amina",)), ("Brazil", ("Tomás",)))
    assert who.unnamed == 0


def test_whoever_left_early_was_here_and_whoever_never_came_was_not() -> None:
    left, absent = PersonId("left"), PersonId("absent")
    room = records_of(
        WATER, Person(left, "Left"), Contact(left, word="blue gate"), Person(absent, "Absent"), Contact(absent)
    )

    assert [one.name for one in present(room)] == ["Left"]


def test_where_nobody_took_a_seat_the_list_counts() -> None:
    room = records_of(WATER, Person(PersonId("one"), "One"), Person(PersonId("two"), "Two"))

    assert len(present(room)) == 2
