"""Facts in plain words: whoever did it is called as they are, texts stand literally, values are found."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import AddCluster, AddIdea, PlaceIdea, RenameCluster, SpotlightCluster
from facilitator.convening.clock import AddMinutes, StartBlock
from facilitator.convening.history import Glance, History
from facilitator.convening.ids import HOST, CardId, ClusterId, PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.kit.told import LONGEST, Group, Told, quoted, tell, value
from tests.convening.given import AMINA, BOARD, BOOK, WEI, Room, given

TOLD = Told(Group.IDEAS, "sticker", "You added “{card_text}”.", "{who} sent “{card_text}”.")
NAMES: dict[str, str] = {AMINA: "Amina", WEI: ""}


def names(person: str) -> str:
    return NAMES.get(person, "")


def last(room: Room) -> Glance:
    """The newest fact of a room, as a history that began with the room's own records sees it."""
    history = History(BOOK)
    glances = [history.add(fact) for fact in room.facts]
    return Glance(glances[-1].fact, glances[-1].before, room.records)


def plain(sentence: str) -> str:
    return sentence.replace("\u2068", "").replace("\u2069", "")


def test_the_facilitator_is_you_and_everybody_else_has_a_name_or_is_somebody() -> None:
    room = given()
    said = []
    for by in (HOST, AMINA, WEI):
        room.when(AddIdea("Soil"), by=by, at=BOARD.id)
        said.append(plain(tell(TOLD, last(room), names)))

    assert said == ["You added “Soil”.", "Amina sent “Soil”.", "Somebody sent “Soil”."]


def test_a_text_is_quoted_literally_in_one_line_cut_and_isolated() -> None:
    assert quoted("أفكار") == "\u2068أفكار\u2069"
    assert plain(quoted("a\n  {b}")) == "a {b}"
    assert quoted(" ") == ""
    assert len(plain(quoted("x" * 600))) == LONGEST
    assert plain(quoted("x" * LONGEST)) == "x" * LONGEST


def test_braces_in_what_people_wrote_are_only_braces() -> None:
    room = given()
    room.when(AddIdea("{who} {0} %s"), at=BOARD.id)

    assert plain(tell(TOLD, last(room), names)) == "You added “{who} {0} %s”."


def test_a_sentence_knows_what_was_and_what_a_fact_only_points_to() -> None:
    room = given()
    card = CardId(room.when(AddIdea("Soil"), at=BOARD.id))
    cluster = ClusterId(room.when(AddCluster("Training"), at=BOARD.id))
    room.when(PlaceIdea(card, cluster), at=BOARD.id)
    assert (value(last(room), "cluster_name"), value(last(room), "card_text")) == ("Training", "Soil")
    room.when(RenameCluster(cluster, "Skills that stay"), at=BOARD.id)
    assert value(last(room), "was_cluster_name") == "Training"
    assert value(last(room), "cluster_name") == "Skills that stay"
    room.when(SpotlightCluster(cluster), at=BOARD.id)
    assert value(last(room), "cluster_name") == "Skills that stay"
    assert value(last(room), "block_title") == "Ideas"


def test_a_sentence_knows_what_became_of_a_clock_and_whether_something_is_new() -> None:
    room = given()
    room.when(StartBlock(BOARD.id))
    room.when(AddMinutes(5))
    assert (value(last(room), "minutes"), value(last(room), "is_longer")) == (5, True)
    room.when(AddMinutes(-2))
    assert (value(last(room), "minutes"), value(last(room), "is_longer")) == (2, False)
    newcomer = Person(WEI, "Wei Two")
    room.when(AddPerson(newcomer, Contact(WEI)))
    assert value(last(room), "person_here") is False
    assert value(last(room), "nothing_of_this") == ""


def test_the_words_may_turn_on_a_value() -> None:
    case = {"False": ("You took time.", "{who} took time.")}
    told = Told(Group.CLOCK, "play", "You gave time.", "{who} gave time.", "is_longer", case)
    room = given()
    room.when(StartBlock(BOARD.id))
    room.when(AddMinutes(5))
    assert tell(told, last(room), names) == "You gave time."
    room.when(AddMinutes(-5))
    assert tell(told, last(room), names) == "You took time."


def test_who_has_no_name_or_is_forgotten_is_somebody() -> None:
    told = Told(Group.PEOPLE, "user-circle", "You put {person_name} on the list.", "{who} did.")
    room = given()
    room.when(AddPerson(Person(PersonId("new"), ""), Contact(PersonId("new"))))

    assert tell(told, last(room), names) == "You put somebody on the list."
