"""Collecting: ideas come in, are mended and taken back."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdea,
    AddIdeas,
    AskAlso,
    CloseCollecting,
    EditIdea,
    LimitIdeas,
    MergeIdeas,
    OpenCollecting,
    Placement,
    RemoveIdea,
    questions,
    sent_by,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId
from tests.activities.ideation_board.boards import board, shown
from tests.convening.given import AMINA, BOARD, TOMAS, given, refused


def test_a_closed_board_takes_ideas_from_the_guide_only() -> None:
    room = given()
    room.when(CloseCollecting(), at=BOARD.id)

    with refused("board.not_collecting"):
        room.when(AddIdea("Money"), by=AMINA, at=BOARD.id)
    room.when(AddIdea("Money"), at=BOARD.id)
    room.when(OpenCollecting(), at=BOARD.id)
    room.when(AddIdea("Data"), by=AMINA, at=BOARD.id)
    assert len(room.records[Card]) == 2


def test_a_list_of_ideas_comes_whole_or_not_at_all() -> None:
    room, ideas = board("Money", "Data")
    assert len(ideas) == 2
    for texts in ((), ("Time", " ")):
        with refused("text.empty"):
            room.when(AddIdeas(texts), at=BOARD.id)
    assert len(room.records[Card]) == 2


def test_people_mend_and_take_back_their_own_ideas_only() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("Mony"), by=AMINA, at=BOARD.id))
    room.when(EditIdea(idea, "Money"), by=AMINA, at=BOARD.id)
    assert room.records[Card][idea].text == "Money"
    for wish in (EditIdea(idea, "Mine"), RemoveIdea(idea)):
        with refused("card.not_yours"):
            room.when(wish, by=TOMAS, at=BOARD.id)

    room.when(RemoveIdea(idea), by=AMINA, at=BOARD.id)

    assert not room.records[Placement]
    with refused("board.no_such_card"):
        room.when(RemoveIdea(idea), by=AMINA, at=BOARD.id)


def test_each_person_sends_no_more_than_the_limit_and_may_send_anew_what_they_took_back() -> None:
    room = given()
    room.when(LimitIdeas(2), at=BOARD.id)
    first = CardId(room.when(AddIdea("One"), by=AMINA, at=BOARD.id))
    second = CardId(room.when(AddIdea("Two"), by=AMINA, at=BOARD.id))

    with refused("board.limit_reached", most=2):
        room.when(AddIdea("Three"), by=AMINA, at=BOARD.id)
    room.when(AddIdea("His"), by=TOMAS, at=BOARD.id)
    room.when(AddIdeas(("Typed", "for", "others")), at=BOARD.id)
    room.when(MergeIdeas((first, second)), at=BOARD.id)
    with refused("board.limit_reached"):
        room.when(AddIdea("Merged is still sent"), by=AMINA, at=BOARD.id)
    room.when(RemoveIdea(second), by=AMINA, at=BOARD.id)
    room.when(AddIdea("Three"), by=AMINA, at=BOARD.id)
    assert sent_by(room.records, BOARD.id, AMINA) == 2

    room.when(LimitIdeas(0), at=BOARD.id)
    room.when(AddIdea("Four"), by=AMINA, at=BOARD.id)
    for most in (-1, 101):
        with refused("form.unreadable"):
            room.when(LimitIdeas(most), at=BOARD.id)


def test_people_mend_and_take_back_only_while_the_board_is_open() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("Mony"), by=AMINA, at=BOARD.id))
    room.when(CloseCollecting(), at=BOARD.id)

    for wish in (EditIdea(idea, "Money"), RemoveIdea(idea)):
        with refused("board.not_collecting"):
            room.when(wish, by=AMINA, at=BOARD.id)
    room.when(EditIdea(idea, "Money"), at=BOARD.id)

    assert room.records[Card][idea].text == "Money"


def test_a_board_asks_several_questions_and_an_idea_answers_one() -> None:
    room = given()
    question = ClusterId(room.when(AskAlso("What would stop us?"), at=BOARD.id))
    plain = ClusterId(room.when(AddCluster("Money"), at=BOARD.id))
    assert [each.name for each in questions(room.records, BOARD.id)] == ["What would stop us?"]

    room.when(AddIdea("Fear", "phone", "en", question), by=AMINA, at=BOARD.id)
    room.when(AddIdea("Time", "phone", "en", question), by=TOMAS, at=BOARD.id)

    assert shown(room) == {"What would stop us?": ["Fear", "Time"], "Money": [], "": []}
    assert all(lies.is_held for lies in room.records[Placement].values())
    for wrong in (plain, ClusterId("nowhere")):
        with refused("board.no_such_cluster"):
            room.when(AddIdea("No", question=wrong), by=AMINA, at=BOARD.id)


STRANGE = ("🌱🌱🌱", "x" * 600, "قبل after بعد", "שלום and hello", "a\u202eb")


def test_strange_texts_are_kept_as_they_are_and_a_word_of_ten_thousand_letters_is_refused() -> None:
    room, ideas = board(*STRANGE)
    assert [room.records[Card][idea].text for idea in ideas] == list(STRANGE)

    with refused("text.too_long", longest=600, length=10_000):
        room.when(AddIdea("x" * 10_000), by=AMINA, at=BOARD.id)


def test_a_thousand_pasted_at_once_are_one_fact_and_one_undo() -> None:
    """BD2."""
    room, ideas = board(*(f"Idea {number}" for number in range(1000)))
    assert len(ideas) == 1000
    assert [fact.kind for fact in room.facts] == ["ideation_board.ideas_added"]

    room.undo()

    assert not room.records[Card]
