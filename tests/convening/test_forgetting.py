"""Forgetting a person, without a disk: what the tombstone says, and what of other facts may stay."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from facilitator.activities.ideation_board.rules import AddIdea, Placement, RevealBoard
from facilitator.activities.wicked_questions.rules import Candidate, ChooseCandidate, Inquiry
from facilitator.convening.cards import Card, EditCard
from facilitator.convening.facts import Fact, merged
from facilitator.convening.forgetting import (
    FORGOTTEN,
    FORGOTTEN_WITH_IDEAS,
    ForgetPerson,
    Ideas,
    carries,
    mentions,
    names_in,
    what_goes,
    without,
)
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.people import AddPerson, Contact, Join, Person, RemovePerson, is_forgotten
from facilitator.convening.words import Role, Undo, changed
from tests.convening.given import AMINA, BOARD, BOOK, TOMAS, WICKED, Room, given, refused

HALIMA = PersonId("0c5f")
NAMED = Person(HALIMA, "Halima Abdi", "Herders’ Council", "Kenya", "sw")
REACHED = Contact(HALIMA, "halima@example.org", "+254 700 000000")


def listed() -> Room:
    room = given()
    room.when(AddPerson(NAMED, REACHED))
    return room


def kept(room: Room) -> list[Fact]:
    """The facts of a room as they may be kept."""
    gone = what_goes(BOOK.kinds, room.facts)
    return [without(BOOK.kinds, fact, gone) for fact in room.facts]


def test_the_tombstone_holds_ids_and_nothing_else() -> None:
    room = listed()
    room.when(ForgetPerson(HALIMA))

    stone = room.facts[-1]
    assert (stone.kind, stone.undo) == (FORGOTTEN, Undo.NO)
    assert {change.id for change in stone.changes} == {HALIMA}
    assert not any(change.was for change in stone.changes)
    assert not any(value for change in stone.changes for name, value in change.set.items() if name != "gone")


def test_nothing_rests_in_memory_of_somebody_forgotten() -> None:
    room = listed()
    room.when(ForgetPerson(HALIMA))

    assert HALIMA not in room.records[Person]
    assert is_forgotten(room.records, HALIMA)
    rests = [room.records.resting(table)[HALIMA] for table in ("person", "contact")]
    assert not [value for row in rests for name, value in row.items() if value and name != "gone"]


def test_somebody_taken_off_the_list_can_still_be_forgotten_and_nobody_unknown() -> None:
    room = listed()
    room.when(RemovePerson(HALIMA))
    room.when(ForgetPerson(HALIMA))

    assert is_forgotten(room.records, HALIMA)
    with refused("person.none_such"):
        room.when(ForgetPerson(HALIMA))
    with refused("person.none_such"):
        room.when(ForgetPerson(PersonId("nobody")))


def test_a_guide_only_may_forget() -> None:
    room = listed()

    with refused("wish.guides_only"):
        room.when(ForgetPerson(HALIMA), by=AMINA)


def test_who_is_forgotten_cannot_be_put_on_the_list_again_under_the_same_id() -> None:
    room = listed()
    room.when(ForgetPerson(HALIMA))

    with refused("person.none_such"):
        room.when(AddPerson(NAMED, REACHED))


def test_the_ideas_stay_with_an_id_that_means_nobody() -> None:
    room = listed()
    room.when(RevealBoard(), at=BOARD.id)
    idea = CardId(room.when(AddIdea("Shorter meetings"), by=HALIMA, at=BOARD.id, role=Role.PARTICIPANT))
    room.when(ForgetPerson(HALIMA))

    assert room.records[Card][idea].text == "Shorter meetings"
    assert merged(BOOK.kinds, kept(room))[Card][idea] == room.records[Card][idea]


def test_ideas_that_go_leave_no_word_behind_and_what_others_wrote_stays() -> None:
    room = listed()
    theirs = CardId(room.when(AddIdea("Shorter meetings"), by=HALIMA, at=BOARD.id, role=Role.PARTICIPANT))
    mine = CardId(room.when(AddIdea("Meetings"), by=AMINA, at=BOARD.id, role=Role.PARTICIPANT))
    room.when(EditCard(theirs, "Shorter meetings, please"))
    room.records = room.records.after((changed(room.records[Card][mine], merged_into=theirs),))
    room.when(ForgetPerson(HALIMA, Ideas.GO))

    assert room.facts[-1].kind == FORGOTTEN_WITH_IDEAS
    assert theirs not in room.records[Card]
    assert theirs not in room.records[Placement]
    assert room.records[Card][mine].merged_into == ""
    assert room.records[Card][mine].text == "Meetings"
    assert "Shorter" not in repr(kept(room))
    assert not [row for row in room.records.resting("card").values() if row["text"]]


def test_a_question_somebody_built_goes_and_is_chosen_no_more() -> None:
    built = Candidate(CardId("built"), WICKED.id, "How is it that", "we meet", "we are alone", by=HALIMA)
    room = given(Inquiry(WICKED.id), built, NAMED)
    room.when(ChooseCandidate(built.id), at=WICKED.id)
    room.when(ForgetPerson(HALIMA, Ideas.GO))

    assert not room.records[Candidate]
    assert room.records[Inquiry][WICKED.id].chosen == ""
    assert "alone" not in repr(room.records.resting("candidate"))
    (chosen, _) = kept(room)
    assert [change.set["chosen"] for change in chosen.changes if "chosen" in change.set] == [""]


def test_every_fact_about_the_person_loses_its_names_and_cannot_be_undone() -> None:
    room = listed()
    room.when(Join("Halima Abdi"), by=PersonId(""), role=Role.PARTICIPANT)
    room.when(AddPerson(replace(NAMED, name="Halima A."), REACHED))
    room.when(RemovePerson(HALIMA))
    room.undo()
    room.when(ForgetPerson(HALIMA))

    clean = kept(room)

    assert "Halima" not in repr(clean)
    assert "example.org" not in repr(clean)
    emptied = [fact for fact in clean if not fact.changes]
    assert len(emptied) == 5
    assert {fact.undo for fact in emptied} == {Undo.NO}
    assert [fact.id for fact in clean] == [fact.id for fact in room.facts]


def test_the_facts_of_others_are_left_as_they_are() -> None:
    room = listed()
    room.when(AddIdea("Meetings"), by=AMINA, at=BOARD.id, role=Role.PARTICIPANT)
    room.when(AddPerson(Person(TOMAS, "Tomás", "Herders’ Council"), Contact(TOMAS)))
    room.when(ForgetPerson(HALIMA))

    clean = kept(room)

    assert [one is other for one, other in zip(clean, room.facts, strict=True)] == [False, True, True, True]


def test_undo_and_redo_pass_over_what_was_about_somebody_forgotten() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("Meetings"), at=BOARD.id))
    room.when(AddPerson(NAMED, REACHED))
    room.when(AddPerson(replace(NAMED, name="Halima A."), REACHED))
    room.undo()
    room.when(ForgetPerson(HALIMA))
    room.facts = kept(room)

    with refused("redo.nothing"):
        room.redo()
    room.undo()
    assert idea not in room.records[Card]
    with refused("undo.nothing"):
        room.undo()
    room.redo()
    assert idea in room.records[Card]
    assert HALIMA not in room.records[Person]


def test_a_tombstone_from_a_stranger_brings_no_word_along() -> None:
    room = listed()
    room.when(ForgetPerson(HALIMA))
    stone = room.facts[-1]
    loud = replace(stone, changes=tuple(replace(c, set={**c.set, "name": "Halima"}) for c in stone.changes))

    clean = without(BOOK.kinds, loud, frozenset())

    assert "Halima" not in repr(clean)
    assert [change.id for change in clean.changes] == [HALIMA, HALIMA]


def test_the_names_of_a_fact_are_those_that_lead_to_a_person() -> None:
    room = listed()

    assert names_in(room.facts[0]) == {"Halima Abdi", "halima@example.org", "+254 700 000000"}


def test_a_name_is_found_as_a_word_of_its_own() -> None:
    assert carries("ask ANA today", {"Ana"})
    assert carries("ask Ana's", {"Ana"})
    assert not carries("Banana", {"Ana"})
    assert carries(unicodedata.normalize("NFD", "für José"), {"José"})
    assert not carries("nobody", set())


def test_texts_of_others_that_say_the_name_are_counted() -> None:
    room = listed()
    room.when(RevealBoard(), at=BOARD.id)
    room.when(AddIdea("I, Halima Abdi, agree"), by=HALIMA, at=BOARD.id, role=Role.PARTICIPANT)
    room.when(AddIdea("Ask halima abdi!"), by=AMINA, at=BOARD.id, role=Role.PARTICIPANT)
    room.when(AddIdea("Halima Abdirahman"), by=AMINA, at=BOARD.id, role=Role.PARTICIPANT)

    assert mentions(room.records, HALIMA, Ideas.STAY) == 2
    assert mentions(room.records, HALIMA, Ideas.GO) == 1
    assert mentions(room.records, "nobody", Ideas.STAY) == 0
